"""What was recorded and waits to be kept: for each phrase the last take."""

from __future__ import annotations

import shutil
from pathlib import Path

from aac.banking.naming import free_name, played_beside
from aac.banking.recorder import Take
from aac.banking.recording import Arrival
from aac.model.banked import PhraseRow, same_words
from aac.model.banking_words import banking_text


class Takes:
    """``folder``: of the takes, which are no recordings yet and go when the program ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._takes: dict[str, Take] = {}

    def path(self, phrase: str) -> Path:
        """Where to record this; a take that waits is recorded anew."""
        before = self.of(phrase)
        return before.path if before else self._folder / free_name(self._folder, phrase, ".wav")

    def of(self, phrase: str) -> Take | None:
        """What waits for this phrase."""
        return self._takes.get(same_words(phrase))

    def put(self, phrase: str, take: Take) -> None:
        self._takes[same_words(phrase)] = take

    def drop(self, phrase: str) -> None:
        """It was kept."""
        take = self._takes.pop(same_words(phrase), None)
        if take is not None:
            for path in take.path, played_beside(take.path):
                path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Those that nobody kept."""
        shutil.rmtree(self._folder, ignore_errors=True)


def arrival_of(take: Take, phrase: str) -> Arrival:
    """The take as a recording of these words.  Raises `OSError`."""
    heard, played = take.heard, played_beside(take.path).read_bytes()
    return Arrival(phrase, take.path, played, heard.start, heard.end, heard.level, heard.peak)


def about(row: PhraseRow, take: Take | None) -> str:
    """What the helper is told of a phrase."""
    if not row.phrase:
        return banking_text("no_phrase")
    if take is not None:
        seconds = f"{take.heard.end - take.heard.start:.1f}"
        return banking_text(take.heard.verdict or "good", seconds=seconds)
    return banking_text("ready_again", made=row.made) if row.made else banking_text("ready")
