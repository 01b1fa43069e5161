"""What the runtime can do to the world, and what it puts on the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aac.model.board import Board
from aac.model.board_events import PrintPaper, SaveBoard
from aac.model.cue_events import Cue
from aac.model.events import (
    Effect,
    Forget,
    ForgetWords,
    Learn,
    Quit,
    Save,
    SaveMeasures,
    SaveSettings,
)
from aac.model.measures import Measures
from aac.model.notice import Notice, NoticeKind
from aac.model.outward import CopyText, OutwardEffect, TypeText
from aac.model.settings import Settings
from aac.model.view import View, Work
from aac.ports import Predictor


@dataclass(frozen=True)
class Hands:
    """All that the runtime can do to the world.

    The ``save…`` ones raise `OSError` where the disk does not take it.  ``recording``: the file of
    a recorded sound or its bytes, none where it is not there.  ``hand_over``: text to others.
    """

    show: Callable[[View], None]
    ring: Callable[[tuple[str, ...], float], None]
    stop_ringing: Callable[[], None]
    click: Callable[[str, float], None]
    cue: Callable[[Cue, Settings], None]
    stop_cue: Callable[[], None]
    save: Callable[[Work], None]
    save_settings: Callable[[Settings], None]
    save_measures: Callable[[Measures], None]
    save_board: Callable[[Board], None]
    print_paper: Callable[[], None]
    forget: Callable[[], None]
    quit: Callable[[], None]
    log_fault: Callable[[BaseException], None]
    recording: Callable[[str], bytes | Path] = lambda key: b""
    forget_sounds: Callable[[], None] = lambda: None
    hand_over: Callable[[OutwardEffect], None] = lambda effect: None


class Keeping:
    """Puts effects on the disk.  ``tell``: shows a notice."""

    def __init__(self, hands: Hands, predictor: Predictor, tell: Callable[[Notice], None]) -> None:
        self._hands = hands
        self._predictor = predictor
        self._tell = tell
        self._unsaved: set[str] = set()

    def keep(self, effect: Effect) -> None:
        match effect:
            case Learn(said):
                self._to_disk("words", lambda: self._predictor.learn(said))
            case ForgetWords():
                self._to_disk("words", self._predictor.forget)
                self._to_disk("sounds", self._hands.forget_sounds)
            case Forget():
                self._to_disk("words", self._predictor.forget)
                self._to_disk("work", self._hands.forget)
                self._to_disk("sounds", self._hands.forget_sounds)
            case Save(work):
                self._to_disk("work", lambda: self._hands.save(work))
            case SaveSettings(settings):
                self._to_disk("settings", lambda: self._hands.save_settings(settings))
            case SaveMeasures(measures):
                self._to_disk("measures", lambda: self._hands.save_measures(measures))
            case SaveBoard(board):
                self._to_disk("boards", lambda: self._hands.save_board(board))
            case CopyText() | TypeText():
                self._hands.hand_over(effect)
            case PrintPaper():
                self._hands.print_paper()
            case Quit():
                self._hands.quit()

    def _to_disk(self, what: str, write: Callable[[], None]) -> None:
        """Write; tell once when the disk stops taking it, and once when it takes all again."""
        worked = not self._unsaved
        try:
            write()
            self._unsaved.discard(what)
        except OSError:
            self._unsaved.add(what)
        if worked != (not self._unsaved):
            kind = NoticeKind.SAVE_FAILED if worked else NoticeKind.SAVED_AGAIN
            self._tell(Notice(kind))
