"""The letter boards: what they hold and what a letter costs."""

from __future__ import annotations

import pytest

from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder
from aac.model.board import AddText, Board, BoardKind, Look

BOARDS = load_library([ObfFormat()], boards_folder("en")).boards.boards
ALPHABETS = {board_id for board_id in BOARDS if board_id.startswith("alphabet-")}

# Guidance 3.3: percent of general English.
LETTERS = {
    " ": 18.70, "e": 9.85, "t": 7.57, "a": 6.69, "o": 6.53, "i": 5.93, "n": 5.71, "s": 5.09,
    "r": 4.84, "h": 4.21, "l": 3.33, "d": 2.97, "c": 2.36, "u": 2.35, "m": 2.05, "f": 1.84,
    "g": 1.73, "y": 1.70, "w": 1.65, "p": 1.62, "b": 1.28, "v": 0.85, "k": 0.71, "j": 0.18,
    "x": 0.15, "q": 0.07, "z": 0.05,
}  # fmt: skip


def place(board: Board, cell_id: str) -> tuple[int, int]:
    """Row and column, from 1."""
    return next(
        (row, column)
        for row, cells in enumerate(board.grid, 1)
        for column, cell in enumerate(cells, 1)
        if cell and cell.id == cell_id
    )


@pytest.mark.parametrize(
    ("board_id", "steps"),
    [
        ("alphabet-qwerty", 6.35),
        ("alphabet-aeiou", 6.18),
        ("alphabet-abc", 6.00),
        ("alphabet-abc-space-first", 5.18),
        ("alphabet-eardu", 4.31),
        ("alphabet-frequency", 4.30),
    ],
)
def test_the_letters_cost_the_steps_that_the_guidance_counted(board_id: str, steps: float) -> None:
    board = BOARDS[board_id]
    ids = {letter: f"letter-{letter}" for letter in LETTERS} | {" ": "space"}
    cost = sum(part * sum(place(board, ids[letter])) for letter, part in LETTERS.items())
    assert cost / sum(LETTERS.values()) == pytest.approx(steps, abs=0.02)


def test_an_alphabet_has_all_letters_and_what_goes_with_them() -> None:
    controls = {"space", "delete-letter", "digits", "speak", "delete-word", "open-quick"}
    controls |= {"open-all", "open-edit", "say-again", "open-tools", "open-repair"}
    for board_id in ALPHABETS:
        board = BOARDS[board_id]
        typed = {cell.action.text for cell in board.cells() if isinstance(cell.action, AddText)}
        assert typed == set("abcdefghijklmnopqrstuvwxyz")
        assert {cell.id for cell in board.cells() if cell.look != Look.LETTER} == controls - {
            "space"
        }
        assert board.kind == BoardKind.SPELLING


def test_signs_that_end_words_go_back_to_the_letters_and_digits_stay() -> None:
    board = BOARDS["digits"]
    returning = {cell.label for cell in board.cells() if cell.returns}
    assert set(".?,!'\"-;)") <= returning
    assert not returning & set("0123456789:/$@")
    assert board.kind == BoardKind.SPELLING
