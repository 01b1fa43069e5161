"""Boards as they stand on paper: the same order and places as on screen.

What a press could do and a partner cannot is left out: a link to a page of tools, a command.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from unicodedata import normalize

from aac.model.board import AddText, Board, BoardKind, BoardSet, Cell, Do, Nth, OpenBoard, SayPhrase
from aac.model.commands import Command, ListKind
from aac.model.paper_words import paper_text
from aac.model.parts import Alarm
from aac.paper.contents import Entry, Row, Rows

VOWELS = "aeiou"
Own = Mapping[ListKind, tuple[str, ...]]


def board_rows(board: Board, printed: Collection[str], own: Own) -> tuple[Row, ...]:
    """The rows of a board, without rows and last columns that are empty on paper.

    ``printed``: ids of the boards that are on paper as well; links to others are left out.
    ``own``: the person's own lists.
    """
    rows = [[_entry(cell, printed, own) if cell else None for cell in row] for row in board.grid]
    covered = {
        number + down
        for number, row in enumerate(rows)
        for entry in row
        if entry
        for down in range(1, entry.height)
    }
    used = max((place + entry.width for row in rows for place, entry in enumerate(row) if entry),
               default=0)  # fmt: skip
    return tuple(
        tuple(row[:used]) for number, row in enumerate(rows) if any(row) or number in covered
    )


def _entry(cell: Cell, printed: Collection[str], own: Own) -> Entry | None:
    label = " ".join(cell.label.split())
    leads = cell.opens in printed
    match cell.action:
        case Do(Command.SPACE):
            label = _short_space(label)
        case Do():
            label = ""
        case OpenBoard(target):
            label = label if target in printed else ""
            leads = True
        case Nth(kind, n):
            label = own[kind][n] if n < len(own.get(kind, ())) else ""
    if cell.hidden or not label:
        return None
    return Entry(
        label,
        strong=isinstance(cell.action, Alarm),
        leads=leads,
        letter=isinstance(cell.action, AddText),
        width=cell.width,
        height=cell.height,
    )


def _stretched(row: Row) -> Row:
    """A last entry of several letters takes the empty places after it, as a space bar does."""
    last = max(place for place, entry in enumerate(row) if entry)
    entry = row[last]
    if entry and not entry.letter:
        return (
            *row[:last],
            replace(entry, width=max(entry.width, len(row) - last)),
            *row[last + 1 :],
        )
    return row


def board_sheet(board: Board, boards: BoardSet, printed: Collection[str], own: Own) -> Rows:
    """A board.  One that is spelled with tells the partner what to do, and has the answers."""
    if board.kind is not BoardKind.SPELLING:
        return Rows(board.name, board_rows(board, printed, own))
    spelled = {key for key in printed if boards.get(key).kind is BoardKind.SPELLING}
    rows = tuple(_stretched(row) for row in board_rows(board, spelled, own))
    return Rows(board.name, rows, paper_text("letters_hint"), _answers(boards))


def aeiou_sheet(board: Board, boards: BoardSet) -> Rows:
    """The letters of ``board`` in the order of the alphabet, a new row at each vowel."""
    rows: list[list[Entry | None]] = [[]]
    head = ""
    for letter in letters(board):
        plain = _plain(letter)
        if plain in VOWELS and plain != head:  # one with an accent stays beside the plain one
            rows.append([])
            head = plain
        rows[-1].append(Entry(letter, letter=True))
    wide = max(len(row) for row in rows)
    rows.append([Entry(space_of(board), width=wide)])
    full = tuple(tuple(row) for row in rows if row)
    return Rows(paper_text("aeiou"), full, paper_text("letters_hint"), _answers(boards))


def _plain(letter: str) -> str:
    return normalize("NFD", letter.casefold())[0]


def letters(board: Board) -> tuple[str, ...]:
    """The letters of a board in the order of the alphabet, as they are labelled."""
    found = {
        cell.label
        for cell in board.cells()
        if isinstance(cell.action, AddText) and not cell.hidden and cell.label.isalpha()
    }
    return tuple(sorted(found, key=lambda letter: (normalize("NFD", letter.casefold()), letter)))


def space_of(board: Board) -> str:
    """What the board itself calls a space."""
    own = (cell.label for cell in board.cells() if cell.action == Do(Command.SPACE))
    return _short_space(next(own, ""))


def _short_space(label: str) -> str:
    """A long word in one place of a sheet would make all letters small."""
    return min(label or paper_text("space"), paper_text("space"), key=len)


def yes_and_no(boards: BoardSet) -> tuple[str, str]:
    """As the strip of every screen says them."""
    said = [cell.label for cell in boards.strip if isinstance(cell.action, SayPhrase)]
    return (said[0], said[1]) if len(said) >= 2 else (paper_text("yes"), paper_text("no"))


def _answers(boards: BoardSet) -> tuple[str, ...]:
    return (*yes_and_no(boards), paper_text("wrong"), paper_text("end"))
