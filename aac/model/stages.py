"""The four stages, each a set of settings that a helper takes in one step (guidance G3).

A stage is a beginning and no more: it changes settings once, all of them are listed before, and
each can be changed afterwards.  Nothing takes a stage by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aac.model.declared import Plain

SPEECH, TOUCH, SWITCH, LATE = "speech", "touch", "switch", "late"

# Values after the table of G3; the numbers of the late stage are ours.
STAGES: Mapping[str, Mapping[str, Plain]] = {
    SPEECH: {
        "scan_method": "touch",
        "home_board": "first-letters",  # G58, G59; the quick board is one touch away
        "spelling_board": "alphabet-abc",
        "partner_place": "band",
        "prediction_on": True,
        "simple_mode": False,
    },
    TOUCH: {
        "scan_method": "touch",
        "touch_acts": "release",
        "touch_hold": 0.1,
        "home_board": "alphabet-qwerty",
        "spelling_board": "alphabet-qwerty",
        "prediction_on": True,
        "simple_mode": False,
    },
    SWITCH: {
        "scan_method": "automatic",
        "home_board": "alphabet-frequency",
        "spelling_board": "alphabet-frequency",
        "prediction_on": True,
        "predictions": 6,
        "simple_mode": False,
    },
    LATE: {
        "scan_method": "automatic",
        "scan_time": 2.5,
        "first_row_extra": None,
        "first_cell_extra": None,
        "loops_of_board": 5,
        "pointer_method": "dwell",
        "home_board": "yes-no",
        "spelling_board": "alphabet-frequency",
        "predictions": 3,
        "cues": True,
        "text_size": 36,
        "simple_mode": False,
    },
}

# Simple mode (G57): one board of nine large cells, one after the other, and no words.
SIMPLE: Mapping[str, Plain] = {
    "home_board": "simple",
    "scan_pattern": "auto",  # one by one on a board of nine
    "prediction_on": False,
    "phrase_offer": False,
    "text_size": 40,
}


@dataclass(frozen=True)
class Change:
    """A setting that a stage would change."""

    key: str
    old: Plain
    new: Plain


def changes(settings: object, stage: str) -> tuple[Change, ...]:
    """What taking this stage would change, in the order of its table."""
    wanted = STAGES.get(stage, {})
    found = (Change(key, getattr(settings, key), new) for key, new in wanted.items())
    return tuple(change for change in found if change.old != change.new)
