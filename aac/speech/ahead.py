"""Rendering ahead, as the speech process sees it: what is missing is given to another process.

That one is started when something is missing, runs only when nothing else wants the processor, and
ends when it is done.  So a slow voice cannot delay what somebody says by one phrase.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from aac.ports import Utterance
from aac.sound.player import Pcm
from aac.speech.phrase_store import PhraseStore, name_of

MODULE = "aac.speech.ahead_worker"


@dataclass(frozen=True)
class Stored:
    """Where phrases are kept as sound.  ``most``: bytes; 0: nowhere."""

    folder: Path
    most: int


class Ahead:
    """``engine``: names what renders an utterance, with its voice."""

    def __init__(self, engine: Callable[[Utterance], str]) -> None:
        self._engine = engine
        self._stored: Stored | None = None
        self._store: PhraseStore | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Of the process that renders; 0 where there is none."""
        return self._process.pid if self._process and self._process.poll() is None else 0

    def use(self, stored: Stored) -> None:
        """Read from there from now on."""
        if stored != self._stored:
            self.stop()
            self._stored = stored
            self._store = PhraseStore(stored.folder, stored.most) if stored.most > 0 else None

    def find(self, utterance: Utterance) -> Pcm | None:
        """The sound of it, where it was rendered before."""
        if self._store is None or utterance.recording:
            return None
        return self._store.get(name_of(self._engine(utterance), utterance))

    def order(self, texts: Iterable[str], like: Utterance) -> None:
        """Have these rendered, the first ones first, in the manner of ``like``.

        Replaces an older order.
        """
        self.stop()
        if self._store is None or self._stored is None:
            return
        wanted = (replace(like, text=text) for text in dict.fromkeys(texts))
        named = [(name_of(self._engine(each), each), each) for each in wanted]
        missing = [(name, each) for name, each in named if not self._store.has(name)]
        if missing:
            self._start(self._stored, missing)

    def stop(self) -> None:
        """End the process, for certain."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _start(self, stored: Stored, missing: list[tuple[str, Utterance]]) -> None:
        job = {"folder": str(stored.folder), "most": stored.most, "say": []}
        said = [(name, {**asdict(each), "recording": ""}) for name, each in missing]
        job["say"] = said
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "aac.sound.lean", MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                env=os.environ,
            )
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(job).encode("ascii"))
            self._process.stdin.close()
