"""What is written down, and what never: times, faults and numbers, no word anybody said.

An exception is logged by its type and its places in the code.  Its message is left out, because
it may quote what was being written.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("wren")
LARGEST = 256 * 1024


def start_log(folder: Path) -> None:
    """Log to ``folder``; where that cannot be written, to nowhere."""
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / "wren.log", maxBytes=LARGEST, backupCount=2, encoding="utf-8"
        )
        # Stays open for the life of the process: it is written while the process crashes.
        faulthandler.enable(os.open(folder / "crash.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND))
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.handlers = [handler]
    sys.excepthook = _log_uncaught


def log_fault(fault: BaseException) -> None:
    """Write down a programming error without its message."""
    places = traceback.extract_tb(fault.__traceback__)
    where = " < ".join(
        f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in reversed(places)
    )
    LOG.error("fault %s at %s", type(fault).__name__, where)


def log_part(line: str) -> None:
    """Write down what one of our processes wrote to standard error, but for ALSA's long sighs."""
    if line.strip() and "ALSA lib" not in line:
        LOG.warning(line)


def _log_uncaught(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Qt prints what a slot raises here and goes on; so does Wren, without the message."""
    if issubclass(kind, KeyboardInterrupt):
        return
    log_fault(fault.with_traceback(trace))
