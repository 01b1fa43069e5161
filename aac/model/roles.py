"""What each switch does under each method that has several, in the order of their numbers.

Directed scanning with four switches is that of a joystick without a button: four directions, and
waiting chooses.  Three directions and a switch that chooses would hardly differ from the method
for three, which needs no waiting and one movement less.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    MOVES = "moves"
    CHOOSES = "chooses"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEXT_ROW = "next_row"
    NEXT_CELL = "next_cell"
    KEEPS = "keeps"  # the cells that bear the switch's number
    ALONE = "alone"  # the only switch that works: one-switch scanning
    BRINGS_BACK = "brings_back"  # the method for several switches


ROLES: Mapping[str, tuple[Role, ...]] = {
    "two_switch": (Role.MOVES, Role.CHOOSES),
    "directed_3": (Role.NEXT_ROW, Role.NEXT_CELL, Role.CHOOSES),
    "directed_4": (Role.LEFT, Role.RIGHT, Role.UP, Role.DOWN),
    "directed_5": (Role.LEFT, Role.RIGHT, Role.UP, Role.DOWN, Role.CHOOSES),
    "elimination_2": (Role.KEEPS,) * 2,
    "elimination_4": (Role.KEEPS,) * 4,
}
DIRECTED = ("directed_3", "directed_4", "directed_5")
ELIMINATION = ("elimination_2", "elimination_4")
WITHOUT_ROWS = DIRECTED + ELIMINATION  # the light never goes into a row
