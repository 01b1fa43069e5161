"""The words of the line of state: what the scan does, and what each switch does now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aac.model.language import translated
from aac.model.roles import Role
from aac.model.view import Phase
from aac.model.words import screen_text

PHASES: Mapping[Phase, str] = {
    Phase.SCANNING: "",
    Phase.MEASURING: "Measuring",
    Phase.READY: "Press to start",
    Phase.RESTING: "Resting. Press to start",
    Phase.SPEAKING: "Speaking. Press to stop",
    Phase.HELD: "The switch is held down",
    Phase.POINTING: "Point at a cell",
}
# While pointing no press is asked for.
PHASES_POINTING: Mapping[Phase, str] = {Phase.RESTING: "Resting", Phase.SPEAKING: "Speaking"}

# At night, while a second press makes the call an alarm (guidance G42).
PHASES_NIGHT: Mapping[Phase, str] = {Phase.READY: "Press: alarm"}

# What a switch does, after its number.
ROLE_WORDS: Mapping[Role, str] = {
    Role.MOVES: "moves",
    Role.CHOOSES: "chooses",
    Role.LEFT: "left",
    Role.RIGHT: "right",
    Role.UP: "up",
    Role.DOWN: "down",
    Role.NEXT_ROW: "next row",
    Role.NEXT_CELL: "next cell",
    Role.KEEPS: "keeps",
    Role.ALONE: "alone: chooses what is lit",
    Role.BRINGS_BACK: "as before",
}


def roles_text(roles: Sequence[Role]) -> str:
    """What each switch does now, in one line; empty where one switch is enough."""
    if Role.KEEPS in roles:
        return screen_text("keeps")
    parts = [f"{n} {translated(ROLE_WORDS[role])}" for n, role in enumerate(roles, start=1)]
    if roles and not {Role.CHOOSES, Role.ALONE} & set(roles):
        parts.append(screen_text("waiting_chooses"))
    return " · ".join(parts)


def phase_text(phase: Phase, *, pointing: bool, night_call: bool = False) -> str:
    """What the scan, or the pointer, is doing.  ``night_call``: somebody calls at night."""
    if night_call and phase in PHASES_NIGHT:
        return translated(PHASES_NIGHT[phase])
    return translated((PHASES_POINTING if pointing else PHASES).get(phase, PHASES[phase]))
