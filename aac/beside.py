"""Work in threads beside the window.

Python's collector destroys what nobody needs in whichever thread it happens to run, and what
belongs to Qt may only be destroyed in the thread of the window.  So the collector rests while such
a thread runs.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from threading import Thread, current_thread

from PySide6.QtCore import QObject, Signal

_at_work: set[Thread] = set()  # of all desks: there is one collector


class Beside(QObject):
    """Threads of one desk; for the thread of the window."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own: set[Thread] = set()
        self._ended.connect(self._let_go)

    def start(self, work: Callable[[], None], name: str) -> None:
        """Do this in a thread called ``name``; it must not raise."""
        thread = Thread(target=self._carry_out, args=(work,), name=name, daemon=True)
        self._own.add(thread)
        _at_work.add(thread)
        gc.disable()
        thread.start()

    def stop(self, patience: float | None = None) -> None:
        """Wait for all to end, so many seconds at most for each; None: until they have."""
        for thread in tuple(self._own):
            thread.join(patience)
            self._let_go(thread)

    def _carry_out(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            with suppress(RuntimeError):  # the desk has gone
                self._ended.emit(current_thread())

    def _let_go(self, thread: Thread) -> None:
        """It has ended, or does nothing any more but end."""
        self._own.discard(thread)
        _at_work.discard(thread)
        if not _at_work:
            gc.enable()
