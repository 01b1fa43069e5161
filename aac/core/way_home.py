"""A way home on every board, whoever made it (boards.md section 5, rule 6).

A board of another program may hide all its cells or lead only round in its own pages.  Then a cell
is added where it is shown: in a free place of the last row, else in a row below.  No other cell
moves, and the board in the file stays as it is.
"""

from __future__ import annotations

from dataclasses import replace

from aac.model.board import Board, BoardSet, Cell, Do, Look, OpenBoard
from aac.model.commands import Command
from aac.model.import_words import import_text

WAY_HOME = "way-home"
_WAYS = (Command.HOME, Command.BACK)
_LOOKED_AT = 5  # boards that are linked to: reading more would be felt at a page change


def with_way_home(board: Board, boards: BoardSet, home: str) -> Board:
    """The board as it is, or with one more cell.  ``home``: the board that Home opens."""
    if board.id == home:
        nothing = all(cell.hidden for cell in board.cells())
        return _with_cell(board, _way_on(boards, home)) if nothing else board
    if _leads_home(board, home):
        return board
    linked = [name for name in _links(board) if name in boards.boards][:_LOOKED_AT]
    if any(_leads_home(boards.get(name), home) for name in linked):
        return board
    return _with_cell(board, _cell("home", Do(Command.HOME)))


def _leads_home(board: Board, home: str) -> bool:
    return any(not cell.hidden and (_opens(cell) == home or _is_way(cell))
               for cell in board.cells())  # fmt: skip


def _is_way(cell: Cell) -> bool:
    return cell.returns or (isinstance(cell.action, Do) and cell.action.command in _WAYS)


def _opens(cell: Cell) -> str:
    return cell.action.board_id if isinstance(cell.action, OpenBoard) else cell.opens


def _links(board: Board) -> list[str]:
    """The boards that cells which can be chosen lead to."""
    seen = (_opens(cell) for cell in board.cells() if not cell.hidden)
    return [name for name in seen if name]


def _way_on(boards: BoardSet, home: str) -> Cell | None:
    """From a home board where nothing can be chosen: to the letters, else to any other board."""
    others = (boards.spelling, *boards.boards)
    other = next((name for name in others if name and name != home and name in boards.boards), None)
    return _cell("letters", OpenBoard(other)) if other else None


def _cell(label: str, action: Do | OpenBoard) -> Cell:
    look = Look.LINK if isinstance(action, OpenBoard) else Look.CONTROL
    return Cell(WAY_HOME, import_text(label), action, look)


def _with_cell(board: Board, cell: Cell | None) -> Board:
    if cell is None:
        return board
    if not board.columns:
        return replace(board, grid=((cell,),))
    rows = [list(row) for row in board.grid]
    row, column = _free_place(board)
    if row == len(rows):
        rows.append([None] * board.columns)
    rows[row][column] = cell
    return replace(board, grid=tuple(tuple(row) for row in rows))


def _free_place(board: Board) -> tuple[int, int]:
    """The last place of the last row that no cell stands in or covers, else one below."""
    last = board.rows - 1
    covered = {
        column + n
        for y, row in enumerate(board.grid)
        for column, cell in enumerate(row)
        if cell is not None and y + cell.height > last
        for n in range(cell.width)
    }
    free = [column for column in range(board.columns) if column not in covered]
    return (last, free[-1]) if free else (board.rows, 0)
