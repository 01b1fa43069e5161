"""Keys and mouse buttons anywhere, so that the switch works while another program is in front.

pynput listens in a process of its own: its listener threads have ended whole programs on macOS,
and a busy Python delays them (tens of milliseconds).  The process stamps each press where it
arrives and passes on nothing but the switch keys.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec

from PySide6.QtCore import QObject, QProcess

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import Emit, Setup, SourceProblem
from aac.switches.window_keys import unknown_keys

WORKER = ("-m", "aac.switches.global_keys_worker")


class GlobalKeys(QObject):
    """``keys``: names as in the settings, entry i is switch i + 1; ``""`` is no key.

    ``on_problem`` is called with a code of `model.words` when the listener stops by itself.
    """

    def __init__(
        self, keys: Sequence[str], on_problem: Callable[[str], None], setup: Setup | None = None
    ) -> None:
        super().__init__()
        self._keys = tuple(name.strip().lower() for name in keys)
        self._on_problem = on_problem
        self._process: QProcess | None = None
        self._emit: Emit | None = None
        self._down: set[int] = set()

    def start(self, emit: Emit) -> None:
        if self._process is not None:
            return
        problem = why_not()
        if problem:
            raise SourceProblem(problem)
        self._emit = emit
        for name in unknown_keys(self._keys):
            self._on_problem(f"unknown-key:{name}")
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.start(sys.executable, [*WORKER, *self._keys])

    def stop(self) -> None:
        process, self._process = self._process, None
        self._let_go()
        self._emit = None
        if process is not None:
            process.kill()
            process.waitForFinished(1000)

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self.take(json.loads(bytes(self._process.readLine().data())))

    def take(self, line: dict[str, object]) -> None:
        """A line of the listener's process."""
        match line:
            case {"problem": str(code)}:
                self._on_problem(code)
            case {"down": int(switch), "at": float(at)}:
                self._down.add(switch)
                self._tell(SwitchPressed(switch), at)
            case {"up": int(switch), "at": float(at)}:
                self._down.discard(switch)
                self._tell(SwitchReleased(switch), at)

    def _ended(self) -> None:
        if self._process is not None:
            self._let_go()
            self._process = None
            self._on_problem("stopped")

    def _let_go(self) -> None:
        """A listener that is gone can no longer tell of a release."""
        for switch in sorted(self._down):
            self._tell(SwitchReleased(switch), time.monotonic())
        self._down.clear()

    def _tell(self, event: SwitchPressed | SwitchReleased, at: float) -> None:
        if self._emit is not None:
            self._emit(event, at)


def why_not() -> str:
    """A code of `model.words` where nothing can be listened to, else nothing."""
    if find_spec("pynput") is None:
        return "not-installed"
    if sys.platform.startswith("linux"):
        if os.environ.get("XDG_SESSION_TYPE") == "wayland" or os.environ.get("WAYLAND_DISPLAY"):
            return "wayland"
        if not os.environ.get("DISPLAY"):
            return "no-display"
    return ""
