"""What can be done to boards by hand, each as one value that can be undone.

Places are (row, column), counted from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.board import Board, BoardKind, Cell

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AddBoard:
    """A new board, empty but for ``ways``: cells at the start of its last row."""

    name: str
    rows: int = 4
    columns: int = 4
    ways: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyBoard:
    board: str
    name: str


@dataclass(frozen=True, slots=True)
class RemoveBoard:
    board: str


@dataclass(frozen=True, slots=True)
class PutBoard:
    """The whole board anew: as it came, or with another picture in its file."""

    board: Board


@dataclass(frozen=True, slots=True)
class NameBoard:
    board: str
    name: str


@dataclass(frozen=True, slots=True)
class UseBoardFor:
    """``kind``: spelling boards offer words and letters, and may have the strip scanned last."""

    board: str
    kind: BoardKind


@dataclass(frozen=True, slots=True)
class PutCell:
    """A cell at an empty place, or another in the place of the one there, with its id and size."""

    board: str
    place: Place
    cell: Cell


@dataclass(frozen=True, slots=True)
class MoveCell:
    """To another place; the cell that stands there comes to this one."""

    board: str
    place: Place
    to: Place


@dataclass(frozen=True, slots=True)
class CopyCell:
    """``to``: None is the nearest place with room."""

    board: str
    place: Place
    to: Place | None = None


@dataclass(frozen=True, slots=True)
class SizeCell:
    """``width``, ``height``: in places."""

    board: str
    place: Place
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class HideCell:
    """A hidden cell keeps its place (guidance G33)."""

    board: str
    place: Place
    hidden: bool = True


@dataclass(frozen=True, slots=True)
class DeleteCell:
    board: str
    place: Place


@dataclass(frozen=True, slots=True)
class AddLine:
    """An empty row, or column, before line ``at``."""

    board: str
    at: int
    column: bool = False


@dataclass(frozen=True, slots=True)
class RemoveLine:
    """A row, or column, in which no cell stands."""

    board: str
    at: int
    column: bool = False


Edit = (
    AddBoard
    | CopyBoard
    | RemoveBoard
    | PutBoard
    | NameBoard
    | UseBoardFor
    | PutCell
    | MoveCell
    | CopyCell
    | SizeCell
    | HideCell
    | DeleteCell
    | AddLine
    | RemoveLine
)
