"""The settings of the methods that have several switches, and of the scan that comes back."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch
from aac.model.pointer_settings import POINTERS

SCAN_METHOD = Choice(
    "scan_method",
    "How cells are chosen",
    "Automatic: the light moves by itself and a press chooses. Hold: the light moves while the "
    "switch is held and letting go chooses. Step: each press moves the light, and waiting "
    "chooses. Fast and back: the light runs; a press sends it slowly back, the next press "
    "chooses. Two switches: one moves, the other chooses. Directions: the switches move the "
    "light from cell to cell; with four, waiting chooses. Narrow down: each cell has a number, "
    "and the switch of that number keeps those cells, until one is left. Touch and pointer: "
    "nothing is lit; a press of the switch brings the scan back.",
    {
        "automatic": "One switch, automatic",
        "inverse": "One switch, hold to move",
        "step": "One switch, press to move",
        "overscan": "One switch, fast and back",
        "two_switch": "Two switches",
        "directed_3": "Three switches: row, cell, choose",
        "directed_4": "Four switches: directions, waiting chooses",
        "directed_5": "Five switches: directions and choose",
        "elimination_2": "Two switches, narrow down",
        "elimination_4": "Four switches, narrow down",
        **POINTERS,
    },
)

OVERSCAN_TIME = Number(
    "overscan_time",
    "Fast time",
    "In “fast and back”: how long each item is lit on the fast way. The way back takes the scan "
    "time.",
    0.05,
    5.0,
    0.05,
    follows=0.3,
)

IGNORE_REPEAT = Number(
    "ignore_repeat",
    "Ignore repeats of the same switch",
    "The same switch again this soon after a press that counted does not count. Unlike the "
    "lock-out, another switch in between ends it; with one switch it is a longer lock-out. Above "
    "2 seconds, three presses in rest cannot call. 0 turns it off.",
    0.0,
    3.0,
    0.05,
)

SEVERAL: tuple[Declaration, ...] = (
    Switch(
        "repeat_held",
        "Holding a switch repeats",
        "A switch that moves the light goes on moving it while it is held, once round at most. "
        "Saves presses. A long press on such a switch then means nothing else.",
    ),
    Number(
        "repeat_after",
        "First repeat after",
        "Held this long the light moves again, and then with every scan time.",
        0.3,
        5.0,
        0.1,
    ),
    Number(
        "swap_every",
        "Two switches change roles after",
        "So that both hands share the work. The line at the top says which one moves. 0: never.",
        0,
        50,
        1,
        unit="choices",
        whole=True,
    ),
    Number(
        "narrow_wait",
        "Narrow down: start again after",
        "The way out of a wrong press: after this long without a press all cells are there again.",
        3.0,
        60.0,
        1.0,
    ),
    Number(
        "one_switch_after",
        "One switch alone after",
        "Where only one switch was pressed and then none for this long, the scan rests, and that "
        "switch alone works everything by automatic scanning. Any other switch brings the method "
        "back.",
        10.0,
        300.0,
        5.0,
    ),
)
