"""Which board format a file is of: by what is in it, then by its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from aac.files.log import LOG
from aac.files.notes import Reading
from aac.ports import BoardFormat, BoardProblem, RecognisesContent

HEAD = 64 * 1024


@runtime_checkable
class Examines(Protocol):
    """A board format that tells what it mended and lost."""

    def examine(self, path: Path) -> Reading:
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
    named = [one for one in formats if path.suffix.lower() in one.suffixes]
    for one in (*named, *(other for other in formats if other not in named)):
        if isinstance(one, RecognisesContent) and one.recognises(path, head):
            return one
    if not named:
        raise BoardProblem("This kind of board file is not known.")
    return named[0]  # its reader can say what is wrong with the file


def examine(formats: Sequence[BoardFormat], path: Path) -> Reading:
    """The boards of the file and what was mended and lost.  Raises `BoardProblem`, whatever the
    reader of a format may raise: the file is another's, and the reader may be."""
    board_format = format_of(formats, path)
    try:
        if isinstance(board_format, Examines):
            return board_format.examine(path)
        return Reading(board_format.read(path))
    except BoardProblem:
        raise
    except (RecursionError, MemoryError):
        raise BoardProblem("The file is too large or too deep for this computer.") from None
    except Exception as problem:
        LOG.error("a board file could not be read: %s", type(problem).__name__)
        raise BoardProblem("The file is damaged in a way that Wren does not know.") from problem
