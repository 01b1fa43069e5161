"""The scan methods as one table, and the pace of a scan.

After the terms of Colven & Judge:

    method      a press   2nd switch   a release   the deadline   new group   after a cell
    automatic   selects   goes back    -           steps          time runs   starts again
    step        steps     goes back    -           selects        time runs   waits, unlit
    inverse     time runs goes back    selects     steps          waits       waits
    two_switch  steps     selects      -           -              waits       waits
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from aac.core.lit_trail import shift
from aac.model.measures import PressTiming
from aac.model.settings import Settings


class Move(Enum):
    NOTHING = auto()
    SELECT = auto()
    STEP = auto()
    RUN = auto()
    GO_BACK = auto()


class Start(Enum):
    RUN = auto()  # the first item is lit and its time runs
    WAIT = auto()  # the first item is lit, no time runs
    UNLIT = auto()  # nothing is lit until a press


@dataclass(frozen=True)
class Method:
    press: Move
    second: Move
    release: Move
    deadline: Move
    new_group: Start
    after_cell: Start


METHODS = {
    "automatic": Method(Move.SELECT, Move.GO_BACK, Move.NOTHING, Move.STEP, Start.RUN, Start.RUN),
    "step": Method(Move.STEP, Move.GO_BACK, Move.NOTHING, Move.SELECT, Start.RUN, Start.UNLIT),
    "inverse": Method(Move.RUN, Move.GO_BACK, Move.SELECT, Move.STEP, Start.WAIT, Start.WAIT),
    "two_switch": Method(
        Move.STEP, Move.SELECT, Move.NOTHING, Move.NOTHING, Start.WAIT, Start.WAIT
    ),
}


UNKNOWN = PressTiming()


@dataclass(frozen=True)
class Pace:
    """Seconds and rounds; see `model.settings` for what each means.

    ``shift``: so long after a step a press counts for the item before; see `lit_trail`.
    """

    interval: float
    first_row: float
    first_cell: float
    shift: float
    loops_in_row: int
    loops_of_board: int | None

    @classmethod
    def of(cls, settings: Settings, timing: PressTiming = UNKNOWN) -> Pace:
        # In hold-to-advance a switch that is stuck must not scan for ever.
        endless = settings.loops_endless and settings.scan_method != "inverse"
        return cls(
            settings.scan_time,
            settings.first_row_delay,
            settings.first_cell_delay,
            shift(settings, timing),
            settings.loops_in_row,
            None if endless else settings.loops_of_board,
        )
