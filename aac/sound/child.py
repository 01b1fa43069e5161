"""Keep a worker process alive: start, listen, watch, kill, start again.

The parent's side of ``pipe.py``.  Every worker says ``{"ready": …}`` when it can work and answers
``{"ping": n}`` by ``{"pong": n}``.  One that dies is started again at once; one that is silent is
killed first; after four quick deaths we wait between tries, and never give up.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

BEAT = 0.5
"""Seconds between two pings."""

PATIENCE = 1.25
"""Seconds without an answer after which a worker counts as frozen.

Judged at each ping, so a worker is killed 1.5 s after its last answer (three pings), not later.
"""

_START_PATIENCE = 8.0
"""The same for a worker that is still starting: a cold disk is slow."""

_QUICK = 5.0
"""A worker that lives less than this many seconds has died quickly."""

_QUICK_DEATHS = 4
_PAUSE = 2.0
"""After so many quick deaths, wait so many seconds before each new try."""


class Child(QObject):
    """One worker process.

    ``log`` gets plain lines: what the worker wrote to stderr, and how it ended.
    """

    up = Signal(object)
    """The worker is ready; with its message."""

    message = Signal(object)
    """Any other message of the worker: a dictionary."""

    down = Signal()
    """The worker has died; a new one is being started."""

    failing = Signal()
    """It has died so often and so quickly that the next try is seconds away."""

    def __init__(
        self, module: str, arguments: tuple[str, ...] = (), log: Callable[[str], None] | None = None
    ) -> None:
        super().__init__()
        self._command = worker_arguments(module, *arguments)
        self._log = log or (lambda line: None)
        self._process: QProcess | None = None
        self._wanted = False
        self.is_up = False
        self._born = self._heard = self._ticked = 0.0
        self._quick_deaths = 0
        self._beat = QTimer(self, interval=int(BEAT * 1000))
        self._beat.timeout.connect(self._tick)
        self._again = QTimer(self, singleShot=True, interval=int(_PAUSE * 1000))
        self._again.timeout.connect(self._launch)

    @property
    def pid(self) -> int:
        """The worker's process id; 0 where there is none."""
        return self._process.processId() if self._process else 0

    def start(self) -> None:
        self._wanted = True
        if self._process is None and not self._again.isActive():
            self._launch()

    def stop(self) -> None:
        """End the worker, for certain.  May be called twice, and without ``start``."""
        self._wanted = False
        self._beat.stop()
        self._again.stop()
        process, self._process, self.is_up = self._process, None, False
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(2000)
            process.deleteLater()

    def restart(self, why: str) -> None:
        """Kill the worker; a new one starts as soon as it is gone."""
        self._log(f"worker killed: {why}")
        if self._process is not None:
            self._process.kill()

    def send(self, **message: object) -> None:
        """Tell the worker.  Without a worker nothing happens: ``up`` tells when to try again."""
        if self._process is not None and self.is_up:
            self._process.write(json.dumps(message).encode("ascii") + b"\n")

    @property
    def silent_for(self) -> float:
        """Seconds since the worker was last heard."""
        return time.monotonic() - self._heard

    def _launch(self) -> None:
        process = self._process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(self._command)
        process.setProcessEnvironment(worker_environment())
        process.readyReadStandardOutput.connect(self._hear)
        process.readyReadStandardError.connect(self._read_errors)
        process.finished.connect(self._died)
        process.errorOccurred.connect(self._went_wrong)
        self._born = self._heard = self._ticked = time.monotonic()
        process.start()
        self._beat.start()

    def _hear(self) -> None:
        self._heard = time.monotonic()
        while self._process is not None and self._process.canReadLine():
            try:
                message: Any = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                self._log("worker wrote a line that is no message")
                continue
            if "ready" in message:
                self.is_up = True
                self.up.emit(message)
            elif "pong" not in message:
                self.message.emit(message)

    def _read_errors(self) -> None:
        if self._process is None:
            return
        self._process.setReadChannel(QProcess.ProcessChannel.StandardError)
        while self._process.canReadLine():
            self._log(bytes(self._process.readLine().data()).decode("utf-8", "replace").rstrip())
        self._process.setReadChannel(QProcess.ProcessChannel.StandardOutput)

    def _tick(self) -> None:
        now = time.monotonic()
        was_late, self._ticked = now - self._ticked > 2 * BEAT, now
        if was_late:
            self._heard = now  # we were the ones who slept; its answers are still unread
        limit = PATIENCE if self.is_up else _START_PATIENCE
        if now - self._heard > limit:
            self._heard = now
            self.restart("no answer")
        else:
            self.send(ping=int(now * 1000))

    def _went_wrong(self, problem: QProcess.ProcessError) -> None:
        if problem == QProcess.ProcessError.FailedToStart:
            self._died()

    def _died(self) -> None:
        process, self._process, self.is_up = self._process, None, False
        if process is None or not self._wanted:
            return
        self._log(f"worker ended: code {process.exitCode()}")
        process.deleteLater()
        self._beat.stop()
        lived = time.monotonic() - self._born
        self._quick_deaths = self._quick_deaths + 1 if lived < _QUICK else 1
        if self._quick_deaths < _QUICK_DEATHS:
            self._launch()
            self.down.emit()
        else:
            self._again.start()
            self.down.emit()
            self.failing.emit()


def worker_arguments(module: str, *arguments: str) -> list[str]:
    """For the interpreter: run this module as a worker."""
    return ["-P", "-m", "aac.sound.lean", module, *arguments]


def worker_environment() -> QProcessEnvironment:
    """Ours, and where to find ``aac`` when it runs from a source folder.

    The worker runs with ``-P``, so that a file in the current folder cannot stand in for a module.
    """
    environment = QProcessEnvironment.systemEnvironment()
    root = Path(__file__).parents[2]
    if root.name not in ("site-packages", "dist-packages"):
        before = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", f"{root}{os.pathsep}{before}" if before else str(root))
    return environment
