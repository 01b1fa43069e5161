"""Which board format a file is of: by what is in it, then by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, runtime_checkable

from aac.files.log import LOG
from aac.files.notes import Reading
from aac.model.board import Board
from aac.ports import BoardFormat, BoardProblem, RecognisesContent

HEAD = 64 * 1024


@runtime_checkable
class Examines(Protocol):
    """A board format that tells what it mended and lost."""

    def examine(self, path: Path) -> Reading:
        """Raises `BoardProblem`."""


class BoardsInFile(Protocol):
    """An open file whose boards are read one by one."""

    @property
    def board_ids(self) -> Sequence[str]:
        """All of them, the start board first."""

    def by_id(self, board_id: str) -> Board | None:
        """``None`` where it is listed and not there.  Raises `BoardProblem`."""


@runtime_checkable
class OpensOneByOne(Protocol):
    """A board format whose files need not be read at once."""

    def open(self, path: Path) -> BoardsInFile:
        """Raises `BoardProblem`."""


def format_of(formats: Sequence[BoardFormat], path: Path) -> BoardFormat:
    """The format of the file.  Raises `BoardProblem` where none is."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except FileNotFoundError:
        raise BoardProblem("The file is not there.") from None
    except OSError:
        raise BoardProblem("The file cannot be opened.") from None
    named: list[BoardFormat] = []
    others: list[BoardFormat] = []
    for one in formats:  # one at a time: those that come late are loaded only if it comes to them
        if path.suffix.lower() not in one.suffixes:
            others.append(one)
        elif _recognises(one, path, head):
            return one
        else:
            named.append(one)
    for one in others:
        if _recognises(one, path, head):
            return one
    if not named:
        raise BoardProblem("This kind of board file is not known.")
    return named[0]  # its reader can say what is wrong with the file


def _recognises(one: BoardFormat, path: Path, head: bytes) -> bool:
    return isinstance(one, RecognisesContent) and one.recognises(path, head)


def examine(formats: Sequence[BoardFormat], path: Path) -> Reading:
    """The boards of the file and what was mended and lost.  Raises `BoardProblem`."""
    board_format = format_of(formats, path)
    with plain_problems():
        if isinstance(board_format, Examines):
            return board_format.examine(path)
        return Reading(board_format.read(path))


def open_or_read(
    formats: Sequence[BoardFormat], path: Path, few: int
) -> tuple[Board, ...] | BoardsInFile:
    """All boards of the file; where they are more than ``few`` and can be read one by one, what
    does that.  Raises `BoardProblem`."""
    board_format = format_of(formats, path)
    with plain_problems():
        if isinstance(board_format, OpensOneByOne):
            opened = board_format.open(path)
            if len(opened.board_ids) > few:
                return opened
        return board_format.read(path)


@contextmanager
def plain_problems() -> Iterator[None]:
    """Whatever the reader of a format raises is a `BoardProblem`: the file is another's, and the
    reader may be."""
    try:
        yield
    except BoardProblem:
        raise
    except (RecursionError, MemoryError):
        raise BoardProblem("The file is too large or too deep for this computer.") from None
    except Exception as problem:
        LOG.error("a board file could not be read: %s", type(problem).__name__)
        raise BoardProblem("The file is damaged in a way that Wren does not know.") from problem
