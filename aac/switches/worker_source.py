"""A switch source whose device is read by a process of its own.

A driver that crashes, hangs or takes a signal ends its own process and not the window; it is
started again by itself, and what was down is let go.  The process stamps each press where it
arrives.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject

from aac.model.events import SwitchPressed, SwitchReleased
from aac.ports import Emit, Setup, SourceProblem
from aac.sound.child import Child


class WorkerSource(QObject):
    """``kind``: begins the codes of `model.switch_words`, such as ``gamepad-lost``.

    ``module``: what the process runs, with ``arguments``.  ``needs``: the library without which
    there is no such source.
    """

    def __init__(
        self,
        kind: str,
        module: str,
        contacts: Sequence[str],
        on_news: Callable[[str], None],
        *,
        arguments: Sequence[str] = (),
        needs: str = "",
        setup: Setup,
    ) -> None:
        super().__init__()
        self._kind = kind
        self._needs = needs
        self._numbers = {name: number for number, name in enumerate(contacts, start=1)}
        self._on_news = on_news
        self._emit: Emit | None = None
        self._found: Callable[[str], None] | None = None
        self._down: set[str] = set()
        self._there: bool | None = None
        self._failing = False
        self._child = Child(module, (*arguments, "--", *contacts), setup.log)
        self._child.setParent(self)
        self._child.up.connect(self._came_up)
        self._child.message.connect(self.take)
        self._child.down.connect(self._let_go)
        self._child.failing.connect(self._fails)

    @property
    def pid(self) -> int:
        """The process; 0 where there is none."""
        return self._child.pid

    def start(self, emit: Emit) -> None:
        if self._needs and find_spec(self._needs) is None:
            raise SourceProblem(f"{self._kind}-not-installed")
        self._emit = emit
        self._child.start()

    def stop(self) -> None:
        self._let_go()
        self._emit = None
        self._there, self._failing = None, False
        self._child.stop()

    def seek(self, found: Callable[[str], None] | None) -> None:
        self._found = found
        self._child.send(seek=found is not None)

    def tell_worker(self, **message: object) -> None:
        """Something for the process, where there is one."""
        self._child.send(**message)

    def take(self, message: dict[str, Any]) -> None:
        """A message of the process."""
        match message:
            case {"down": str(name), "at": float(at)}:
                self.move(name, True, at)
            case {"up": str(name), "at": float(at)}:
                self.move(name, False, at)
            case {"there": bool(there), "why": str(why)}:
                self._is_there(there, why)
            case {"problem": str(code)}:
                self._on_news(f"{self._kind}-{code}")

    def move(self, name: str, down: bool, at: float) -> None:
        """A contact moved.  A subclass may leave a movement out."""
        if self._emit is None or down == (name in self._down):
            return
        if down and self._found is not None:
            self._found(name)
        if name not in self._numbers:
            return
        (self._down.add if down else self._down.discard)(name)
        number = self._numbers[name]
        self._emit(SwitchPressed(number) if down else SwitchReleased(number), at)

    def worker_is_up(self) -> None:
        """The process is new and knows nothing yet."""

    def _came_up(self, message: object) -> None:
        self._child.send(seek=self._found is not None)
        self.worker_is_up()
        if self._failing:
            self._failing = False
            self._on_news(f"{self._kind}-back")

    def _fails(self) -> None:
        """It has died several times within seconds; it is tried on."""
        if not self._failing:
            self._failing = True
            self._on_news(f"{self._kind}-stopped")

    def _is_there(self, there: bool, why: str) -> None:
        before, self._there = self._there, there
        if there:
            if before is False:
                self._on_news(f"{self._kind}-back")
            return
        self._let_go()
        self._on_news(f"{self._kind}-{why or ('lost' if before else 'missing')}")

    def _let_go(self) -> None:
        """A process or a device that is gone can no longer tell of a release."""
        for name in sorted(self._down):
            self.move(name, False, monotonic())
