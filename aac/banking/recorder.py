"""The window's side of the process that records: asked when a helper records, gone afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from aac.sound.child import Child
from aac.sound.trimming import Heard

WORKER = "aac.banking.take_worker"


@dataclass(frozen=True)
class Take:
    """What was recorded, and what is in it."""

    path: Path
    heard: Heard


class Recorder(QObject):
    """Does one thing at a time.  ``log``: gets plain lines about trouble."""

    begun = Signal()
    """Sound comes: the person may speak."""

    level = Signal(float)
    """How loud it is, in decibels, ten times a second."""

    took = Signal(object)
    """A `Take`; also where nobody asked for its end."""

    listening = Signal()
    listened = Signal()

    failed = Signal(str)
    """A word of `model.banking_words`."""

    def __init__(
        self, log: Callable[[str], None] | None = None, worker: str = WORKER, *arguments: str
    ) -> None:
        super().__init__()
        self._child = Child(worker, arguments, log)
        self._child.setParent(self)
        self._child.up.connect(self._send)
        self._child.message.connect(self._hear)
        self._child.down.connect(self._died)
        self._order: dict[str, object] = {}
        self._at_work = False

    @property
    def pid(self) -> int:
        """The process; 0 where there is none."""
        return self._child.pid

    def record(self, path: Path) -> None:
        """Record into this file; `begun` follows."""
        self._do(record=str(path))

    def finish(self) -> None:
        """That is all; `took` follows."""
        self._child.send(stop=True)

    def listen(self, path: Path) -> None:
        """Play this file."""
        self._do(listen=str(path))

    def hush(self) -> None:
        """No more of it; `listened` follows."""
        self._child.send(hush=True)

    def stop(self) -> None:
        """End the process and let go of the microphone."""
        self._order, self._at_work = {}, False
        self._child.stop()

    def _do(self, **order: object) -> None:
        self._order, self._at_work = order, True
        self._child.start()
        self._send()

    def _send(self) -> None:
        """As soon as there is somebody to do it."""
        if self._order and self._child.is_up:
            self._child.send(**self._order)
            self._order = {}

    def _died(self) -> None:
        """It is not started again by itself: what was recorded is lost, and the person knows."""
        told, self._at_work = self._at_work, False
        self.stop()
        if told:
            self.failed.emit("stopped")

    def _hear(self, message: dict[str, Any]) -> None:
        match message:
            case {"take": str(path)}:
                self._at_work = False
                values = {field.name: message[field.name] for field in fields(Heard)}
                self.took.emit(Take(Path(path), Heard(**values)))
            case {"recording": True}:
                self.begun.emit()
            case {"level": float(level)}:
                self.level.emit(level)
            case {"listening": _}:
                self.listening.emit()
            case {"listened": _}:
                self._at_work = False
                self.listened.emit()
            case {"failed": str(why)}:
                self._at_work = False
                self.failed.emit(why)
