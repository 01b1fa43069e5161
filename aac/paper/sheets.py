"""The sheets there are: what stands on each, and its pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from json import dumps

from aac.model.board import BoardKind, BoardSet, OpenBoard
from aac.model.settings import Settings
from aac.paper.answers import lay_answers
from aac.paper.boards import Own, aeiou_sheet, board_sheet
from aac.paper.cards import PAIN_BOARD, answer_card, eye_sheet, pain_page, passport, scanning_steps
from aac.paper.contents import Answers, Content, Eyes, Pain, Prose, Rows
from aac.paper.eyes import lay_eyes
from aac.paper.frame import Press
from aac.paper.grid import lay_rows
from aac.paper.marks import Page
from aac.paper.pain import lay_pain
from aac.paper.prose import lay_prose

ALPHABET, AEIOU, EYES, QUICK = "alphabet", "aeiou", "etran", "quick"
ANSWERS, PAIN, SCANNING, PASSPORT = "yes-no", "pain", "scanning", "passport"
# In the order of the pack: what is taken first in an emergency lies on top.
SHEETS = (ANSWERS, QUICK, PAIN, ALPHABET, AEIOU, EYES, SCANNING, PASSPORT)
BOARD = "board:"  # before the id of a board, in the name of a sheet
QUICK_BOARD = "quick"


class NoSuchSheet(Exception):
    """There is no sheet of this name; its argument."""


@dataclass(frozen=True)
class Shelf:
    """What the sheets are made from.  ``own``: the person's own lists."""

    boards: BoardSet
    settings: Settings
    own: Own


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name, with what stands on it."""

    name: str
    content: Content

    @property
    def title(self) -> str:
        return self.content.title

    @property
    def digest(self) -> str:
        """The same for two sheets with the same content, whatever their paper and date."""
        plain = dumps([type(self.content).__name__, asdict(self.content)], sort_keys=True)
        return sha256(plain.encode()).hexdigest()


def board_names(shelf: Shelf, wanted: Sequence[str]) -> list[str]:
    """The sheets of the boards that are wanted, each once.  Raises `NoSuchSheet`."""
    for board_id in wanted:
        if board_id not in shelf.boards.boards:
            raise NoSuchSheet(board_id)
    return [BOARD + board_id for board_id in dict.fromkeys(wanted)]


def all_names(shelf: Shelf) -> list[str]:
    """The whole pack: every sheet, and the boards of signs that the letters lead to."""
    spelling = shelf.boards.get(shelf.boards.spelling)
    leads = [
        cell.action.board_id
        for cell in spelling.cells()
        if isinstance(cell.action, OpenBoard) and _is_spelled_with(shelf, cell.action.board_id)
    ]
    after = SHEETS.index(ALPHABET) + 1
    found = [*SHEETS[:after], *board_names(shelf, leads), *SHEETS[after:]]
    return [name for name in found if name != QUICK or QUICK_BOARD in shelf.boards.boards]


def _is_spelled_with(shelf: Shelf, board_id: str) -> bool:
    board = shelf.boards.boards.get(board_id)
    return board is not None and board.kind is BoardKind.SPELLING


def sheet(shelf: Shelf, name: str, printed: Collection[str]) -> Sheet:
    """A sheet by its name.

    ``printed``: the names of all that is on paper, so that cells can lead to them.  Raises
    `NoSuchSheet`.
    """
    boards, settings = shelf.boards, shelf.settings
    letters = boards.get(boards.spelling)
    match name:
        case "alphabet":
            return Sheet(name, _board(shelf, letters.id, printed))
        case "aeiou":
            return Sheet(name, aeiou_sheet(letters, boards))
        case "etran":
            return Sheet(name, eye_sheet(letters, boards))
        case "yes-no":
            return Sheet(name, answer_card(boards))
        case "pain":
            return Sheet(name, pain_page(boards))
        case "scanning":
            return Sheet(name, scanning_steps(settings))
        case "passport":
            return Sheet(name, passport(boards, settings))
    board_id = QUICK_BOARD if name == QUICK else name.removeprefix(BOARD)
    if board_id not in boards.boards or (name != QUICK and not name.startswith(BOARD)):
        raise NoSuchSheet(name)
    return Sheet(name, _board(shelf, board_id, printed))


def _board(shelf: Shelf, board_id: str, printed: Collection[str]) -> Rows:
    ids = {name.removeprefix(BOARD) for name in printed if name.startswith(BOARD)}
    stand_for = {QUICK: QUICK_BOARD, PAIN: PAIN_BOARD, ALPHABET: shelf.boards.spelling}
    ids |= {stand_for[name] for name in printed if name in stand_for}
    return board_sheet(shelf.boards.get(board_id), shelf.boards, ids, shelf.own)


def lay(content: Content, press: Press) -> tuple[Page, ...]:
    """The pages of a content."""
    match content:
        case Rows():
            return lay_rows(content, press)
        case Eyes():
            return lay_eyes(content, press)
        case Answers():
            return lay_answers(content, press)
        case Pain():
            return lay_pain(content, press)
        case Prose():
            return lay_prose(content, press)
