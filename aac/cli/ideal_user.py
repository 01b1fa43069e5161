"""Somebody who writes with one switch and never errs.

What they see is the `View`; what each cell costs is counted on the tree that is scanned.  They are
greedy: a whole phrase, else the word where it is listed, else the next letter, each where it is
cheapest.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aac.cli.switched import NotReached, Switched
from aac.core.scan_tree import Offered, build, walk
from aac.model.board import AddText, Board, BoardSet, Cell, Do, OpenBoard
from aac.model.commands import Command
from aac.model.settings import Settings
from aac.model.view import View
from aac.ports import Predictor

OTHER_SIGNS = re.compile(r"[^a-z' ]")
NO_OFFERS = Offered()


@dataclass(frozen=True)
class Effort:
    """``steps``: items lit until the press, the one pressed on included.

    ``chosen``: words that were chosen whole, of so many ``words``.
    """

    steps: int = 0
    presses: int = 0
    words: int = 0
    chosen: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.steps + other.steps,
            self.presses + other.presses,
            self.words + other.words,
            self.chosen + other.chosen,
        )


class IdealUser:
    """Writes messages.  ``overlooked``: the chance that a listed word is missed."""

    def __init__(
        self, boards: BoardSet, settings: Settings, predictor: Predictor, overlooked: float = 0.0
    ) -> None:
        self._boards = boards
        self._settings = settings
        self._predictor = predictor
        self._overlooked = overlooked

    def write(self, text: str, seed: str = "") -> Effort:
        """Write and speak one message, begun with nothing written.  Raises `NotReached`."""
        screen = Switched(self._boards, self._settings, self._predictor)
        chance = random.Random(seed)
        chosen = 0
        while not screen.said:
            cell = self._next(screen.view, text, chance)
            chosen += cell.id.startswith("word-")
            screen.choose(cell.id)
        if _plain(screen.said).split() != text.split():
            raise NotReached("what was spoken is not what was meant")
        # What is lit once the message is spoken belongs to the next one.
        lit_after = bool(screen.view.lit or screen.view.back_lit)
        return Effort(screen.steps - lit_after, screen.presses, len(text.split()), chosen)

    def _next(self, view: View, text: str, chance: random.Random) -> Cell:
        """The cell to choose next."""
        written = "" if view.finished else _plain(view.message)
        if not f"{text} ".startswith(written):
            raise NotReached("what is written is not what was meant")
        steps = _steps(view.board, view.strip, _offered(view), self._settings)
        if len(written) >= len(text):
            return self._cheapest(view, steps, "")
        if view.phrase is not None and _plain(view.phrase.label).split() == text.split():
            return view.phrase
        start = written.rfind(" ") + 1
        word = text[start:].partition(" ")[0]
        listed = [cell for cell in view.words if cell and cell.label.lower() == word]
        if listed and chance.random() >= self._overlooked:
            rest = word[len(written) - start :] + " " * (start + len(word) < len(text))
            by_letters = sum(self._cost(view, steps, sign) for sign in rest)
            if steps[listed[0].id] <= by_letters:
                return listed[0]
        return self._cheapest(view, steps, text[len(written)])

    def _cheapest(self, view: View, steps: Mapping[str, int], sign: str) -> Cell:
        """The cell that writes the sign, or the one that leads to a board that has it."""
        here = [cell for cell in _cells(view) if cell.id in steps]
        found = [cell for cell in here if writes(cell, sign)]
        found = found or [cell for cell in here if self._leads_to(cell, sign)]
        if not found:
            raise NotReached(f"the board {view.board.id} leads to no cell for a sign")
        return min(found, key=lambda cell: steps[cell.id])

    def _cost(self, view: View, steps: Mapping[str, int], sign: str) -> int:
        """Steps to a sign, by way of another board where it is not on this one."""
        cell = self._cheapest(view, steps, sign)
        if writes(cell, sign):
            return steps[cell.id]
        board = self._opened(cell)
        assert board is not None
        there = _steps(board, view.strip, NO_OFFERS, self._settings)
        return steps[cell.id] + min(
            there[other.id] for other in board.cells() if writes(other, sign)
        )

    def _leads_to(self, cell: Cell, sign: str) -> bool:
        board = self._opened(cell)
        return board is not None and any(writes(other, sign) for other in board.cells())

    def _opened(self, cell: Cell) -> Board | None:
        match cell.action:
            case OpenBoard(board_id):
                return self._boards.boards.get(board_id)
            case Do(Command.SPELL):
                return self._boards.boards.get(self._settings.spelling_board)
        return None


def _steps(
    board: Board, strip: tuple[Cell, ...], offered: Offered, settings: Settings
) -> Mapping[str, int]:
    tree = build(board, strip, offered, settings)
    return {cell_id: steps for cell_id, steps, _ in walk(tree)}


def _offered(view: View) -> Offered:
    return Offered(view.words, view.letters, view.phrase)


def _cells(view: View) -> Iterator[Cell]:
    yield from _offered(view).cells()
    yield from view.board.cells()


def writes(cell: Cell, sign: str) -> bool:
    """Whether the cell writes this sign; no sign: whether it speaks the message."""
    match cell.action:
        case AddText(text):
            return bool(sign) and text.lower() == sign
        case Do(Command.SPACE):
            return sign == " "
        case Do(Command.SPEAK):
            return not sign
    return False


def _plain(message: str) -> str:
    return OTHER_SIGNS.sub("", message.lower().replace("’", "'"))
