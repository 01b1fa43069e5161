"""The settings of other programs and the telephone: limits, units, labels, help (guidance G81)."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Choice, Declaration, Number, Switch, Text

PASTE, KEYS = "paste", "keys"
CTRL_V, SHIFT_INSERT, CTRL_SHIFT_V = "ctrl_v", "shift_insert", "ctrl_shift_v"


@dataclass(frozen=True)
class OutwardSettings:
    """What is done beyond Wren, once the person chooses it."""

    type_way: str = PASTE
    paste_keys: str = CTRL_V
    telephone: bool = False
    telephone_device: str = ""
    telephone_rate: float = 0.8
    telephone_gap: float = 0.1


OUTWARD: tuple[Declaration, ...] = (
    Choice(
        "type_way",
        "Messages get into other programs",
        "Through the clipboard every letter, accent and emoji arrives. Letter by letter is for "
        "programs that take nothing from it; what this keyboard has no key for goes through the "
        "clipboard all the same.",
        {PASTE: "Through the clipboard", KEYS: "Letter by letter"},
    ),
    Choice(
        "paste_keys",
        "Keys that paste",
        "On a Mac always Command and V.",
        {
            CTRL_V: "Ctrl and V (nearly all programs)",
            SHIFT_INSERT: "Shift and Insert",
            CTRL_SHIFT_V: "Ctrl, Shift and V (terminals)",
        },
    ),
    Switch(
        "telephone",
        "On the telephone",
        "A cell “Don’t hang up” is lit first, so that one press says it. The voice is slower, with "
        "longer gaps, on an output of its own if one is chosen below.",
    ),
    Text(
        "telephone_device",
        "On the telephone, messages are heard on",
        "Empty: where they are heard always. For a telephone program choose the output that it "
        "listens to; beside a telephone with a loudspeaker leave it empty.",
    ),
    Number(
        "telephone_rate",
        "Speed of the voice on the telephone",
        "1 is the voice's own speed.",
        0.5,
        1.5,
        0.05,
        "×",
    ),
    Number(
        "telephone_gap",
        "Longer gaps between words on the telephone",
        "Added to the voice's own, where the voice can do it.",
        0.0,
        0.5,
        0.05,
    ),
)
