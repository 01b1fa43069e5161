"""What is said about other programs and the telephone, in one place, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated

OUTWARD: Mapping[str, str] = {
    "copied": "Your message is on the clipboard. Somebody can paste it in any program.",
    "typed": "Written into: {program}",
    "enter": "Enter was pressed in: {program}",
    "another": "another program",
    "telephone_on": "On the telephone: “Don’t hang up” is lit first.",
    "telephone_off": "No longer on the telephone.",
    # Reasons that nothing was typed; the message is on the clipboard then.
    "wayland": "This kind of desktop lets no program write into another one.",
    "no-display": "There is no desktop here to write into.",
    "not-installed": "The part that types (pynput) is not installed.",
    "no-program": "No other program is open to write into.",
    "in-front": "Wren itself has the keyboard. Turn on “Switch works over other programs”, and "
    "let somebody click into the other program.",
    "no-focus": "The other program did not take the keyboard.",
    "held": "A key is held down. Please let it go.",
    "failed": "It could not be written into the other program.",
    "no-permission": "This computer does not let Wren type. Allow it under Privacy, Accessibility.",
    "instead": "{why} Your message is on the clipboard.",
}


def outward_words(key: str, **parts: object) -> str:
    """The sentence, with its gaps filled."""
    return translated(OUTWARD[key]).format(**parts)


def why_not_typed(code: str) -> str:
    """The sentence for a code of the part that types."""
    return outward_words(code if code in OUTWARD else "failed")
