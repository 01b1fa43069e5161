"""The drawing process as the window sees it: started when there is something to draw, killed when a
picture takes too long, ended when there is nothing left.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from aac.pictures.drawing import MOST_BYTES
from aac.pictures.frames import DRAWN, HEAD_SIZE, TASK, first_frame, framed
from aac.pictures.kinds import TOO_LARGE, TOO_MUCH
from aac.sound.child import worker_arguments, worker_environment

TIME_LIMIT = 5.0
"""Seconds for one picture.  The slowest of the shipped symbols took 0.05."""

START_LIMIT = 8.0
"""The same for the first one of a process: a cold disk is slow."""

REST = 5.0
"""Seconds without work after which the process ends: it holds 60 MB."""


class PictureProcess(QObject):
    """Draws one picture after the other, the newest order first.

    ``log``: gets plain lines about trouble, which name no picture.
    """

    drawn = Signal(str, object)
    """The key of a picture, and its PNG."""

    refused = Signal(str, str, bool)
    """The key of a picture that cannot be drawn; why, in one plain sentence; whether that is
    certain, or it only took too long."""

    def __init__(self, log: Callable[[str], None] = lambda line: None) -> None:
        super().__init__()
        self._log = log
        self._orders: dict[str, bytes] = {}
        self._current = ""
        self._process: QProcess | None = None
        self._received = bytearray()
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._too_long)
        self._rest = QTimer(self, singleShot=True, interval=int(REST * 1000))
        self._rest.timeout.connect(self.stop)

    @property
    def pid(self) -> int:
        """The process; 0 where there is none."""
        return self._process.processId() if self._process else 0

    def draw(self, key: str, content: bytes) -> None:
        """Draw these bytes; `drawn` or `refused` follows, from the event loop."""
        if key == self._current:
            return
        self._orders.pop(key, None)
        self._orders[key] = content
        if not self._current:
            QTimer.singleShot(0, self, self._next)

    def stop(self) -> None:
        """End the process, for certain, and forget what was ordered.  May be called twice."""
        self._orders.clear()
        self._current = ""
        self._limit.stop()
        self._rest.stop()
        self._end()

    # ------------------------------------------------------------------------ helpers

    def _next(self) -> None:
        if self._current:
            return
        if not self._orders:
            self._rest.start()
            return
        self._rest.stop()
        key, content = self._orders.popitem()
        if len(content) > MOST_BYTES:
            self._refuse(key, TOO_LARGE, certain=True)
            return
        self._current = key
        limit = TIME_LIMIT
        if self._process is None:
            self._start()
            limit = START_LIMIT
        if self._process is not None:  # starting may have failed at once
            self._process.write(framed(TASK, content))
            self._limit.start(int(limit * 1000))

    def _start(self) -> None:
        process = self._process = QProcess(self)
        self._received.clear()
        process.setProgram(sys.executable)
        process.setArguments(worker_arguments("aac.pictures.worker"))
        process.setProcessEnvironment(worker_environment())
        # What a decoder prints may quote the picture.
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._went_wrong)
        process.start()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    def _hear(self) -> None:
        if self._process is None:
            return
        self._received += self._process.readAllStandardOutput().data()
        answer = first_frame(self._received)
        if answer is None:
            return
        sign, content = answer
        del self._received[: HEAD_SIZE + len(content)]
        key, self._current = self._current, ""
        self._limit.stop()
        if sign == DRAWN:
            self.drawn.emit(key, content)
            QTimer.singleShot(0, self, self._next)
        else:
            self._refuse(key, content.decode("utf-8"), certain=True)

    def _too_long(self) -> None:
        self._log("a picture took too long")
        self._give_up()

    def _died(self) -> None:
        """It had no memory left, or the picture found a hole in a decoder."""
        self._log("the drawing process has ended by itself")
        self._give_up()

    def _went_wrong(self, problem: QProcess.ProcessError) -> None:
        if problem == QProcess.ProcessError.FailedToStart:
            self._log("the drawing process cannot be started")
            self._give_up()

    def _give_up(self) -> None:
        """The picture that was being drawn is left out; the next one gets a new process."""
        self._limit.stop()
        self._end()
        key, self._current = self._current, ""
        if key:
            self._refuse(key, TOO_MUCH, certain=False)

    def _refuse(self, key: str, why: str, *, certain: bool) -> None:
        self.refused.emit(key, why, certain)
        QTimer.singleShot(0, self, self._next)
