"""A switch source for tests: it moves when the test says so."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from aac.model.events import SwitchPressed, SwitchReleased


class FakeSwitch:
    """Satisfies `aac.ports.SwitchSource`."""

    def __init__(self) -> None:
        self._emit: Callable[[SwitchPressed | SwitchReleased, float], None] | None = None
        self._is_down = False

    def start(self, emit: Callable[[SwitchPressed | SwitchReleased, float], None]) -> None:
        self._emit = emit

    def stop(self) -> None:
        if self._is_down:
            self.move(down=False)
        self._emit = None

    def move(self, *, down: bool) -> None:
        """Press or let go of switch 1."""
        if self._emit is not None:
            self._is_down = down
            self._emit(SwitchPressed(1) if down else SwitchReleased(1), monotonic())
