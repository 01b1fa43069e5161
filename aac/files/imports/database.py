"""A SQLite file of another program, read without trusting anything in it.

Only plain tables are read, each with its plain columns; their rows are joined here and not by SQL.
A view can be endless and a computed column costly: neither is read, and all questions together have
one limit of time and one of text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import TypeVar

from aac.files.imports.limits import MEMBER_LIMIT, ROWS_LIMIT, SECONDS, TEXT_LIMIT
from aac.ports import BoardProblem

MAGIC = b"SQLite format 3\x00"
_STEPS = 5_000  # of the database's machine between two looks at the clock

Row = Mapping[str, object]
T = TypeVar("T")


class Database:
    """``source``: a file, or the bytes of one.  Raises `BoardProblem`, as all of its methods do."""

    def __init__(self, source: Path | bytes, what: str) -> None:
        self._what = what
        self._until = monotonic() + SECONDS
        self._left = TEXT_LIMIT
        if isinstance(source, Path):
            _look_at_head(source, what)
            uri = f"{source.absolute().as_uri()}?mode=ro&immutable=1"
            self._base = self._asked(lambda: sqlite3.connect(uri, uri=True))
        else:
            if not source.startswith(MAGIC):
                raise BoardProblem(f"The file is damaged, or it is not {what}.")
            self._base = sqlite3.connect(":memory:")
            self._asked(lambda: self._base.deserialize(source))
        self._base.text_factory = lambda data: data.decode("utf-8", "replace")
        self._base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MEMBER_LIMIT)
        self._base.set_progress_handler(lambda: int(monotonic() > self._until), _STEPS)
        self._columns: dict[str, list[str]] = {}
        try:
            self._asked(self._look_at_tables)
        except BoardProblem:
            self.close()
            raise

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def close(self) -> None:
        self._base.close()

    def has(self, table: str) -> bool:
        return table in self._columns

    def columns(self, table: str) -> Sequence[str]:
        return self._columns.get(table, ())

    def rows(self, table: str, wanted: Sequence[str]) -> Iterator[Row]:
        """Every row with these columns, in the order of the file; ``None`` for those it lacks."""
        there = [name for name in wanted if name in self.columns(table)]
        if not there:
            return
        names = ", ".join(f'"{name}"' for name in there)  # both are names of ours, looked up
        blank = dict.fromkeys(wanted)
        # A row beyond the limit is asked for, so that a larger table is told.
        question = f'SELECT {names} FROM "{table}" LIMIT {ROWS_LIMIT + 1}'
        for row in self._asked(lambda: self._fetched(question)):
            yield {**blank, **dict(zip(there, row, strict=True))}

    def _fetched(self, question: str) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = []
        for row in self._base.execute(question):
            found.append(row)
            self._left -= sum(len(value) for value in row if isinstance(value, str | bytes))
            if self._left < 0 or len(found) > ROWS_LIMIT:
                raise BoardProblem("The file holds too many parts.")
        return found

    def value(self, table: str, column: str, key: str, wanted: object) -> object:
        """One value, such as the bytes of a picture; ``None`` where there is no such row."""
        if not {column, key} <= set(self.columns(table)) or not isinstance(wanted, int | str):
            return None
        question = f'SELECT "{column}" FROM "{table}" WHERE "{key}" = ? LIMIT 1'
        try:
            found = self._asked(lambda: self._base.execute(question, (wanted,)).fetchone())
        except OverflowError:  # a number of more than 64 bits
            return None
        return found[0] if found else None

    def _look_at_tables(self) -> None:
        self._base.execute("PRAGMA trusted_schema = OFF")
        self._base.execute("PRAGMA cell_size_check = ON")
        self._base.execute("PRAGMA mmap_size = 0")
        listed = self._base.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' LIMIT 1000"
        ).fetchall()
        for name, sql in listed:
            plain = isinstance(sql, str) and not sql.lstrip().lower().startswith("create virtual")
            if plain and isinstance(name, str) and name.replace("_", "").isalnum():
                columns = self._base.execute(f'PRAGMA table_info("{name}")').fetchall()
                self._columns[name] = [column[1] for column in columns]

    def _asked(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except sqlite3.OperationalError as problem:
            if monotonic() > self._until:
                raise BoardProblem("The file takes too long to read.") from problem
            raise BoardProblem(f"The file is damaged, or it is not {self._what}.") from problem
        except (sqlite3.Error, sqlite3.Warning, UnicodeError, MemoryError):
            raise BoardProblem(f"The file is damaged, or it is not {self._what}.") from None


def _look_at_head(path: Path, what: str) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except FileNotFoundError:
        raise BoardProblem("The file is not there.") from None
    except OSError:
        raise BoardProblem("The file cannot be opened.") from None
    if head != MAGIC:
        raise BoardProblem(f"The file is damaged, or it is not {what}.")
