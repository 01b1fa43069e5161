"""What the simulated person wants next: write on, mend what went wrong, or leave a wrong group.

They know the layout and see what was really written.  Everything that they could choose is weighed
in scan steps: steps to the cell from where the light is now, and what would then be left to do.
So they take a listed word where that is quicker, mend with Undo or with Delete, whichever is
nearer, and let a row go that has already been passed where another way is nearer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from os.path import commonprefix

from aac.cli.ideal_user import writes
from aac.cli.rate.seen import State, cells_of, offered_on, plain, steps_from_here
from aac.core import message as writing
from aac.core.message import Message
from aac.core.moment import home_board, spelling_board
from aac.core.scan_tree import Offered, build, walk
from aac.model.board import Board, BoardSet, Cell, Do, OpenBoard
from aac.model.commands import Command
from aac.model.settings import Settings
from aac.model.view import Page, View

ELSEWHERE = 12.0  # steps that a sign on another board, or the way back from one, costs beside
LOST = 60.0  # steps that a changed setting or a caret in the wrong place would cost: never left so
OVERHEAD = 1.0  # the first-item delays of each choice, in steps
SIGNS = " abcdefghijklmnopqrstuvwxyz'"
WAYS_OUT = (Command.HOME, Command.BACK, Command.SPELL, Command.CLOSE_PAGE, Command.ANSWERED)


@dataclass(frozen=True)
class Wish:
    """``cell``: the cell that is wanted, ``""`` to leave the group, None to wait.

    ``undoes``: it is undo that is wanted.  ``opens``: the board that the choice should open.
    """

    cell: str | None
    undoes: bool = False
    opens: str = ""


WAIT = Wish(None)


class Mind:
    """``settings``: as they were when the writing began, and as they are wanted."""

    def __init__(self, boards: BoardSet, settings: Settings) -> None:
        self._boards = boards
        self._settings = settings
        self._letters = spelling_board(boards, settings)
        self._costs = _costs(boards, settings, self._letters)
        self._signs = {board_id: _signs(board) for board_id, board in boards.boards.items()}

    def left_to_do(self, state: State, text: str) -> float:
        """Scan steps from this state to the message, about: lower is nearer."""
        lost = (
            (state.settings != self._settings)
            + state.private
            + (state.caret != len(state.message))
            + state.asking
            + (state.page is not Page.BOARD)
        )
        away = ELSEWHERE * (state.board != self._letters)
        written = "" if state.finished else plain(state.message)
        return self._to_write(written, text) + away + LOST * lost

    def wish(
        self, view: View, text: str, slips: Sequence[State], offers: Offered, *, caught: bool
    ) -> Wish:
        """What to choose next.

        ``slips``: the states before each of the choices that went wrong and are not undone.
        ``offers``: those that are not overlooked.  ``caught``: the lit item can still be pressed.
        """
        if view.asking is not None:
            return WAIT  # nothing happens where a question is left unanswered
        steps = steps_from_here(view, caught=caught)
        best, fewest = WAIT, float("inf")
        for cell, left, wish in self._choices(view, text, slips, offers):
            if cell.id in steps and steps[cell.id] + left < fewest:
                best, fewest = wish, steps[cell.id] + left
        if view.group and best.cell is not None and best.cell not in view.group:
            return Wish("")
        return best

    def _choices(
        self, view: View, text: str, slips: Sequence[State], offers: Offered
    ) -> Iterator[tuple[Cell, float, Wish]]:
        """Cells, what would be left to do after each, and the wish."""
        overlooked = {cell.id for cell in offered_on(view).cells()}
        overlooked -= {cell.id for cell in offers.cells()}
        cells = [cell for cell in cells_of(view) if cell.id not in overlooked]
        if slips:
            yield from self._undoing(cells, text, slips)
        harm = LOST * (view.settings != self._settings or view.private)
        if view.page is Page.BOARD and view.caret == len(view.message):
            for cell, after, opens in self._writing(view, cells, offers, text):
                yield cell, after + harm, Wish(cell.id, opens=opens)
        for cell in cells:
            if isinstance(cell.action, Do) and cell.action.command in WAYS_OUT:
                opens = home_board(self._boards, self._settings)
                yield cell, self._to_write("", text) + LOST + harm, Wish(cell.id, opens=opens)

    def _undoing(
        self, cells: Sequence[Cell], text: str, slips: Sequence[State]
    ) -> Iterator[tuple[Cell, float, Wish]]:
        undo = next((cell for cell in cells if cell.action == Do(Command.UNDO)), None)
        if undo is None:
            return
        each = self._costs["undo"]
        for times, state in enumerate(reversed(slips)):
            yield undo, self.left_to_do(state, text) + times * each, Wish(undo.id, undoes=True)

    def _writing(
        self, view: View, cells: Sequence[Cell], offers: Offered, text: str
    ) -> Iterator[tuple[Cell, float, str]]:
        """Cells that bring the message nearer, what is left after each, and what it opens."""
        written = "" if view.finished else plain(view.message)
        here = 0.0 if view.board.id == self._letters else ELSEWHERE
        if not f"{text} ".startswith(written):
            for cell in cells:
                if (mended := _mended(cell, view.message)) is not None:
                    yield cell, self._to_write(plain(mended), text) + here, ""
            return
        sign = text[len(written)] if len(written) < len(text) else ""
        found = [cell for cell in cells if writes(cell, sign)]
        for cell in found:
            yield cell, self._to_write(written + sign, text) + here, ""
        for cell in cells:
            if opened := self._leads_to(cell, sign):
                back = 0.0 if opened == self._letters else ELSEWHERE
                yield cell, self._to_write(written, text) + back, opened
        for cell in offers.cells() if sign else ():
            if (after := _after_offer(cell, view, written, text)) is not None:
                yield cell, self._to_write(after, text), ""

    def _leads_to(self, cell: Cell, sign: str) -> str:
        board_id = ""
        match cell.action:
            case OpenBoard(opened):
                board_id = opened
            case Do(Command.SPELL):
                board_id = self._letters
        return board_id if sign in self._signs.get(board_id, ()) else ""

    def _to_write(self, written: str, text: str) -> float:
        """Steps to the message from what is written: deleting, writing and Speak."""
        same = len(commonprefix((written, f"{text} ")))
        wrong = (len(written) - same) * self._costs["delete"]
        return wrong + sum(self._costs.get(sign, ELSEWHERE) for sign in text[same:])


def _costs(boards: BoardSet, settings: Settings, letters: str) -> Mapping[str, float]:
    """Steps to each sign of the letter board, to Delete and to Undo."""
    board = boards.boards[letters]
    steps = {
        cell: steps for cell, steps, _ in walk(build(board, boards.strip, Offered(), settings))
    }
    costs = {"delete": 2 * ELSEWHERE, "undo": 2 * ELSEWHERE}
    for cell in (*board.cells(), *boards.strip):
        cost = steps.get(cell.id, 2 * ELSEWHERE) + OVERHEAD
        match cell.action:
            case Do(Command.DELETE_LETTER):
                costs["delete"] = cost
            case Do(Command.UNDO):
                costs["undo"] = cost
        for sign in SIGNS:
            if writes(cell, sign):
                costs[sign] = cost
    return {"'": 2 * ELSEWHERE, **costs}


def _signs(board: Board) -> frozenset[str]:
    """The signs that can be written there; the empty one is Speak."""
    cells = list(board.cells())
    return frozenset(sign for sign in (*SIGNS, "") if any(writes(cell, sign) for cell in cells))


def _mended(cell: Cell, message: str) -> str | None:
    """The message after a cell that deletes."""
    whole = Message(message, len(message))
    match cell.action:
        case Do(Command.DELETE_LETTER):
            return writing.delete_letter(whole).text
        case Do(Command.DELETE_WORD):
            return writing.delete_word(whole).text
    return None


def _after_offer(cell: Cell, view: View, written: str, text: str) -> str | None:
    """What is written after an offered word or phrase, where it fits."""
    label = plain(cell.label)
    if cell == view.phrase:
        return text if label.split() == text.split() else None
    start = written.rfind(" ") + 1
    word = text[start:].partition(" ")[0]
    return f"{text[:start]}{word} " if cell in view.words and label == word else None
