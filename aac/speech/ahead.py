"""Rendering ahead, as the speech process sees it: what is missing is given to another process.

That one is started when something is missing, runs only when nothing else wants the processor, and
ends when it is done.  So a slow voice cannot delay what somebody says by one phrase.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from aac.ports import Utterance
from aac.sound.player import Pcm
from aac.speech.phrase_store import PhraseStore, name_of

if TYPE_CHECKING:
    import subprocess

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
        missing = [(name, each.text) for name, each in named if not self._store.has(name)]
        if missing:
            manner = {**asdict(like), "recording": ""}
            job = {"folder": str(self._stored.folder), "most": self._stored.most}
            self._start(json.dumps({**job, "like": manner, "say": missing}).encode("ascii"))

    def stop(self) -> None:
        """End the process, for certain."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _start(self, job: bytes) -> None:
        import subprocess  # 2 MB that most days need not

        with suppress(OSError):
            process = self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "aac.sound.lean", MODULE],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
            )
            # It takes longer to read than a message may wait; and somebody has to see it end.
            threading.Thread(target=process.communicate, args=(job,), daemon=True).start()
