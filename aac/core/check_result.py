"""What a switch check has shown, in words, figures and things that can be turned on."""

from __future__ import annotations

from collections.abc import Mapping

from aac.core.guide import choice, seconds
from aac.core.press_rules import LONG_PRESSES, unmeasured
from aac.model.board import Cell
from aac.model.declared import Value
from aac.model.guide_words import guide_text
from aac.model.measures import SwitchCheck
from aac.model.settings import Settings

# What each choice turns on.
USES: Mapping[str, Mapping[str, Value]] = {
    "use_long": {"long_press": True},
    "use_three": {"three_presses_call": True},
    "use_route": {"second_call_route": True, "strip_on_spelling": "last"},
}


def summary(settings: Settings, found: SwitchCheck) -> str:
    """The result in a few short sentences."""
    long = "long_works" if found.long_presses == LONG_PRESSES else "long_fails"
    parts = [
        guide_text("check_found", presses=found.presses),
        guide_text(long, n=found.long_presses),
        guide_text("three_works" if found.three_presses else "three_fails"),
    ]
    if offers(settings, found):
        parts.append(guide_text("check_choose"))
    return " ".join(parts)


def offers(settings: Settings, found: SwitchCheck) -> tuple[Cell, ...]:
    """What can be turned on: measured, and not yet on (G20, G28, G34).

    Where holding moves the light a long press can mean nothing else.  Three presses call only
    while the scan rests, so they are no other way to call in the middle of a message: that is
    offered for the long press alone.
    """
    not_yet = unmeasured(settings, found)
    cells: list[Cell] = []
    if settings.scan_method != "inverse" and found.long_presses == LONG_PRESSES:
        if not settings.long_press:
            cells.append(choice("use_long"))
        elif not settings.strip_last_on_spelling:
            cells.append(choice("use_route"))
    if not settings.three_presses_call and "three_presses_call" not in not_yet:
        cells.append(choice("use_three"))
    return tuple(cells)


def turned_on(key: str) -> tuple[Mapping[str, Value], str]:
    """The settings that a choice changes, and what is said of it."""
    return USES[key], guide_text(key.replace("use_", "now_"))


def figures(found: SwitchCheck) -> tuple[tuple[str, str], ...]:
    """All that was measured."""
    named = (
        ("presses", str(found.presses)),
        ("held", seconds(found.held)),
        ("fastest", seconds(found.repeat)),
        ("release", seconds(found.release)),
        ("long_presses", guide_text("of_three", n=found.long_presses)),
        ("three_presses", guide_text("yes" if found.three_presses else "no")),
    )
    return tuple((guide_text(key), value) for key, value in named)
