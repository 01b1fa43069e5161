"""The light of the preview in the time of the window: one timer at the scanner's deadline."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer

from aac.core.editing.preview import Preview
from aac.model.board import Board, Cell
from aac.model.desk import Walking
from aac.model.settings import Settings

NO_LIGHT = Walking()


class EditorLight(QObject):
    """``moved``: called when the light has moved by itself."""

    def __init__(self, moved: Callable[[], None], clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._moved = moved
        self._clock = clock
        self._preview: Preview | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._wake)

    @property
    def on(self) -> bool:
        return self._preview is not None

    def begin(self, board: Board, strip: tuple[Cell, ...], settings: Settings) -> None:
        """Let the light walk over this board, from the start."""
        self._preview = Preview(board, strip, settings, self._clock())
        self._arm()

    def stop(self) -> None:
        self._preview = None
        self._timer.stop()

    def press(self, down: bool) -> None:
        """The switch of the preview."""
        if self._preview is not None:
            (self._preview.press if down else self._preview.release)(self._clock())
            self._arm()

    def shown(self) -> Walking:
        return self._preview.shown() if self._preview is not None else NO_LIGHT

    def _wake(self) -> None:
        if self._preview is not None:
            self._preview.wake(self._clock())
            self._arm()
            self._moved()

    def _arm(self) -> None:
        deadline = self._preview.deadline if self._preview is not None else None
        if deadline is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, round((deadline - self._clock()) * 1000)))
