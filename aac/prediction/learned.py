"""What was learned, kept on disk: counts of words, pairs and triples, never a sentence.

One small SQLite file of the person's own: a message is either counted whole or not at all, also
when the power fails in between.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from aac.prediction.personal import Key, Personal
from aac.prediction.reading import small

VERSION = 1
# N-grams; a year of much talk.  Forgetting earlier gained nothing over 800 messages of four writers
# (README), so it only makes room: all counts are halved, and what was seen once goes.
MOST_KEPT = 30_000
BETWEEN = " "  # no word has a space inside
LONGEST = 3  # words in an n-gram
MOST = 1e9  # more than anybody says in a life
WAIT = 0.5  # seconds, where another program holds the file; the person waits too
# Faults of the disk or of another program; with any other the file itself is wrong.
NOT_OURS = (
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
)  # fmt: skip
TABLES = (
    "CREATE TABLE IF NOT EXISTS seen (words TEXT PRIMARY KEY, count REAL NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS written (word TEXT PRIMARY KEY, shape TEXT NOT NULL) WITHOUT ROWID",
)
ADD = (
    "INSERT INTO seen VALUES (?, ?) "
    "ON CONFLICT (words) DO UPDATE SET count = count + excluded.count"
)
SHAPE = "INSERT INTO written VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET shape = excluded.shape"


class LearnedProblem(Exception):
    """A file that was said to hold learned words holds none."""


class Learned:
    """``personal``: the counts.  ``shapes``: how words that the language lacks are written.

    ``damaged``: the file could not be read; it was kept beside, as ``.bak``, and a new one begun.
    A file that cannot be opened at all leaves what is learned in memory only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.damaged = False
        self.personal = Personal()
        self.shapes: dict[str, str] = {}
        try:
            self._read()
        except OSError:
            return
        except (sqlite3.Error, LearnedProblem) as problem:
            self.personal, self.shapes = Personal(), {}
            self.damaged = _is_damage(problem)
            if self.damaged:
                with suppress(OSError):
                    self._put_aside()

    def learn(self, sentences: Sequence[Sequence[str]], shapes: Mapping[str, str]) -> None:
        """Count these sentences.  Raises `OSError` where the disk does not take them."""
        more = Personal()
        for sentence in sentences:
            more.learn(tuple(sentence))
        self._add(more.counts, shapes)

    def _add(self, counts: Mapping[Key, float], shapes: Mapping[str, str]) -> None:
        for key, count in counts.items():
            self.personal.add(key, count)
        self.shapes.update(shapes)
        if len(self.personal.counts) > MOST_KEPT:
            self.replace(self.personal.faded(0.5))
        else:
            self._change(lambda base: _store(base, counts, shapes))

    def words(self) -> set[str]:
        """All words that were learned."""
        return set(self.personal.followers.get((), ()))

    def to_plain(self) -> dict[str, object]:
        """Everything, as plain values for a file that people can read."""
        counts = {BETWEEN.join(key): count for key, count in sorted(self.personal.counts.items())}
        return {"version": VERSION, "counts": counts, "written": dict(sorted(self.shapes.items()))}

    def add_plain(self, plain: object) -> None:
        """Add what `to_plain` gave.  Raises `LearnedProblem`, `OSError`."""
        try:
            counts, shapes = plain["counts"].items(), plain["written"].items()  # type: ignore[index]
        except (TypeError, KeyError, AttributeError) as problem:
            raise LearnedProblem from problem
        self._add(_checked_counts(counts), _checked_shapes(shapes))

    def replace(self, personal: Personal) -> None:
        """Other counts than before, as when words were removed.  Raises `OSError`."""
        self.personal = personal
        words = {key[-1] for key in personal.counts}
        self.shapes = {word: shape for word, shape in self.shapes.items() if word in words}
        self._change(self._store_anew)

    def forget(self) -> None:
        """Nothing is left, on disk neither.  Raises `OSError`."""
        self.personal, self.shapes = Personal(), {}
        for path in (self._path, self._path.with_name(self._path.name + "-journal")):
            path.unlink(missing_ok=True)
        self._kept_aside().unlink(missing_ok=True)

    def _store_anew(self, base: sqlite3.Connection) -> None:
        base.execute("DELETE FROM seen")
        base.execute("DELETE FROM written")
        _store(base, self.personal.counts, self.shapes)

    def _read(self) -> None:
        if not self._path.exists():
            return
        base = self._open()
        try:
            rows = base.execute("SELECT words, count FROM seen")
            for key, count in _checked_counts(rows).items():
                self.personal.add(key, count)
            self.shapes = _checked_shapes(base.execute("SELECT word, shape FROM written"))
        finally:
            base.close()

    def _change(self, change: Callable[[sqlite3.Connection], None]) -> None:
        try:
            self._changed(change)
        except sqlite3.Error as problem:
            if not _is_damage(problem):
                raise OSError(problem.sqlite_errorname) from problem
            self._put_aside()
            self._mend()

    def _mend(self) -> None:
        """The file was found damaged only now: all that is known is written to a new one."""
        try:
            self._changed(self._store_anew)
        except sqlite3.Error as problem:
            raise OSError(type(problem).__name__) from problem

    def _changed(self, change: Callable[[sqlite3.Connection], None]) -> None:
        base = self._open()
        try:
            with base:
                change(base)
        finally:
            base.close()

    def _open(self) -> sqlite3.Connection:
        if not self._path.exists():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Only the person may read what the person said.
            os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))
        base = sqlite3.connect(self._path, timeout=WAIT)
        try:
            # What is deleted is overwritten, so that no trace of it stays in the file.
            base.execute("PRAGMA secure_delete = ON")
            for table in TABLES:
                base.execute(table)
        except sqlite3.Error:
            base.close()
            raise
        return base

    def _put_aside(self) -> None:
        self._path.replace(self._kept_aside())

    def _kept_aside(self) -> Path:
        return self._path.with_name(self._path.name + ".bak")


def _store(
    base: sqlite3.Connection, counts: Mapping[Key, float], shapes: Mapping[str, str]
) -> None:
    base.executemany(ADD, _rows(counts))
    base.executemany(SHAPE, sorted(shapes.items()))


def _rows(counts: Mapping[Key, float]) -> Iterable[tuple[str, float]]:
    return [(BETWEEN.join(key), count) for key, count in sorted(counts.items())]


def _is_damage(problem: Exception) -> bool:
    code = getattr(problem, "sqlite_errorcode", None)  # not every fault has one
    return code is None or code & 0xFF not in NOT_OURS


def _checked_counts(rows: Iterable[tuple[str, float]]) -> dict[Key, float]:
    """Raises `LearnedProblem` where these cannot be counts."""
    counts: dict[Key, float] = {}
    try:
        for words, count in rows:
            words.encode()  # JSON may hold what no file can
            counts[tuple(words.split(BETWEEN))] = float(count)
    except (TypeError, ValueError, AttributeError) as problem:
        raise LearnedProblem from problem
    if not all(len(key) <= LONGEST and key[-1] and 0 < n < MOST for key, n in counts.items()):
        raise LearnedProblem
    return counts


def _checked_shapes(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Raises `LearnedProblem` where these are no words with their capitals."""
    try:
        shapes = {word: shape for word, shape in rows if small(shape.encode().decode()) == word}
    except (TypeError, ValueError, AttributeError) as problem:
        raise LearnedProblem from problem
    return shapes
