"""What was mended and what was lost while a file was read: a numbered list with places.

A therapist has to see what an import changed, and where, before a person relies on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from aac.model.board import Board

PLACES_KEPT = 200
PLACES_SHOWN = 8
SENTENCES_KEPT = 300  # a hostile file must not fill the memory with sentences of its own
_MORE = "And more of other kinds."
_NAME_SHOWN = 40


@dataclass(frozen=True)
class Note:
    """One sentence, how often it was true, and where (the first `PLACES_KEPT` places)."""

    says: str
    times: int = 1
    places: tuple[str, ...] = ()

    def __str__(self) -> str:
        shown = "; ".join(self.places[:PLACES_SHOWN])
        left = self.times - min(len(self.places), PLACES_SHOWN)
        if not shown:
            return self.says if self.times == 1 else f"{self.says} ({self.times} times)"
        return f"{self.says} ({shown}; and {left} more)" if left else f"{self.says} ({shown})"


@dataclass
class Notes:
    """Collects while a file is read.  ``where``: board and cell, as `place` writes them."""

    _mended: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    _lost: dict[str, tuple[int, list[str]]] = field(default_factory=dict)

    def mend(self, what: str, where: str = "") -> None:
        """Something was put right."""
        _add(self._mended, what, where)

    def lose(self, what: str, where: str = "") -> None:
        """Something is not shown or not done."""
        _add(self._lost, what, where)

    @property
    def mended(self) -> tuple[Note, ...]:
        return _listed(self._mended)

    @property
    def lost(self) -> tuple[Note, ...]:
        return _listed(self._lost)


@dataclass(frozen=True)
class Reading:
    """The boards of a file, the start board first, and what was mended and lost."""

    boards: tuple[Board, ...]
    mended: tuple[Note, ...] = ()
    lost: tuple[Note, ...] = ()

    def numbered(self) -> tuple[str, ...]:
        """All of it as lines for a person, what was lost first."""
        lines = [f"Lost: {note}" for note in self.lost]
        lines += [f"Mended: {note}" for note in self.mended]
        return tuple(f"{n}. {line}" for n, line in enumerate(lines, start=1))


def place(board: str, cell: str = "") -> str:
    """How a place is named: the board, and the cell by its label or id."""
    return f"{_short(board)}, cell “{_short(cell)}”" if cell else _short(board)


def _short(name: str) -> str:
    return name if len(name) <= _NAME_SHOWN else f"{name[: _NAME_SHOWN - 1]}…"


def _add(into: dict[str, tuple[int, list[str]]], what: str, where: str) -> None:
    if what not in into and len(into) >= SENTENCES_KEPT:
        what, where = _MORE, ""
    times, places = into.get(what, (0, []))
    if where and len(places) < PLACES_KEPT and where not in places[-1:]:
        places.append(where)
    into[what] = times + 1, places


def _listed(notes: dict[str, tuple[int, list[str]]]) -> tuple[Note, ...]:
    found: Iterable[tuple[str, tuple[int, list[str]]]] = notes.items()
    return tuple(Note(says, times, tuple(places)) for says, (times, places) in found)
