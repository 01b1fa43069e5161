"""What is lit and when, for benchmarks and tests: cell ids and times, never a text."""

from __future__ import annotations

import json
import os
from pathlib import Path
from time import monotonic

from aac.model.view import View


class Trace:
    """One JSON line for every change of what is shown, stamped after it was painted."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("a", buffering=1, encoding="utf-8")
        self._last: dict[str, object] = {}
        self._write({"pid": os.getpid()})

    def shown(self, view: View) -> None:
        now: dict[str, object] = {
            "board": view.board.id,
            "page": view.page.value,
            "lit": sorted(view.lit),
            "back_lit": view.back_lit,
            "state": view.phase.value,
            "asking": view.asking is not None,
            "text_length": len(view.message),
            "letters_shown": len(view.partner.letters),
        }
        if now != self._last:
            self._write(now)
        self._last = now

    def _write(self, line: dict[str, object]) -> None:
        self._file.write(json.dumps({"t": monotonic(), **line}) + "\n")
