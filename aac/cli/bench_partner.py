"""How soon a first letter stands on the partner's side: from the key event to the painted letter.

Guidance G58 wants 100 ms at most.  The trace is written after both windows are painted.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack

from aac.cli.bench_rig import Switch, Wren, running
from aac.cli.bench_room import RigProblem, screen
from aac.cli.output import progress

SETTINGS: Mapping[str, object] = {
    "loops_endless": True,
    "accept_sound": False,
    "scan_time": 0.8,
    "home_board": "first-letters",
}
PLACES: Mapping[str, Mapping[str, object]] = {
    "band": {"partner_place": "turned"},
    "window": {"partner_place": "window", "partner_screen": "window", "full_screen": False},
}
BESIDE = (1300, 700)  # on the main window, where the partner's does not cover it


def press_to_letters(place: str, presses: int) -> list[float]:
    """Milliseconds, for each of so many letters; ``place``: a key of `PLACES`.

    Raises `RigProblem`.
    """
    times: list[float] = []
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        wren = stack.enter_context(running(display, {}, {**SETTINGS, **PLACES[place]}))
        switch = Switch(display)
        stack.callback(switch.close)
        wren.wait_for(lambda shown: shown.state == "scanning")
        switch.focus(*BESIDE)
        while len(times) < presses:
            if (taken := _letter(wren, switch)) is not None:
                times.append(taken)
                progress(len(times), presses, f"press to letters, {place}")
    return times


def _letter(wren: Wren, switch: Switch) -> float | None:
    """Choose a letter: a press on its row, then on its cell; None where the press came late."""
    wren.lit(lambda shown: len(shown.lit) > 1 and all(_is_letter(cell) for cell in shown.lit))
    switch.press()
    try:
        wren.lit(lambda shown: len(shown.lit) == 1 and _is_letter(shown.lit[0]), within=2.0)
    except RigProblem:
        return None  # it moved on in the very moment of the press
    at = switch.press()
    after = wren.wait_for(lambda shown: True, after=at)
    return (after.at - at) * 1000


def _is_letter(cell: str) -> bool:
    return cell.startswith("first-")
