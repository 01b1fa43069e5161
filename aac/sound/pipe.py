"""A worker's end of the talk with its parent: one JSON object a line, in on stdin, out on stdout.

A thread reads, because a pipe cannot be waited for together with other things on Windows.  The
real stdout is kept for us alone; what libraries print goes to stderr, so that a chatty one cannot
garble the talk.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import queue
import signal
import sys
import threading
import time
import traceback
from types import TracebackType
from typing import Any

Message = dict[str, Any]

_PR_SET_PDEATHSIG = 1
"""From linux/prctl.h."""

_GRACE = 0.5
"""Seconds a worker has to tidy up after its parent has gone."""


def _without_words(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Tell a fault by its type and place: its message may quote what somebody said."""
    places = [f"{place.name}:{place.lineno}" for place in traceback.extract_tb(trace)]
    print(f"worker ends: {kind.__name__} at {' > '.join(places)}", file=sys.stderr)


def tell_faults_without_words() -> None:
    """What ends this process is told on stderr by type and place."""
    sys.excepthook = _without_words


def die_with_parent() -> None:
    """Linux ends us with our parent even while we hang; elsewhere the closed pipe has to do."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class Pipe:
    """Messages from and to the parent.  ``None`` in the inbox: the parent has gone, end."""

    def __init__(self) -> None:
        self._inbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._out = os.dup(1)
        os.dup2(2, 1)
        tell_faults_without_words()
        die_with_parent()
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, **message: object) -> None:
        """Tell the parent.  Ends the process where there is no parent to tell."""
        try:
            os.write(self._out, json.dumps(message).encode("ascii") + b"\n")
        except OSError:
            os._exit(0)

    def take(self, timeout: float | None) -> Message | None:
        """The next message; waits up to ``timeout`` seconds (``None``: for ever).

        Raises `queue.Empty` where none came.
        """
        return self._inbox.get(timeout is None or timeout > 0, timeout)

    def _read(self) -> None:
        for line in sys.stdin.buffer:
            try:
                message = json.loads(line)
            except ValueError:
                continue
            if isinstance(message, dict):
                self._inbox.put(message)
        self._inbox.put(None)
        time.sleep(_GRACE)
        os._exit(0)  # the main thread hangs; nobody is left to kill us
