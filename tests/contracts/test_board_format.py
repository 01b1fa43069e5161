"""What every board format promises (`aac.ports.BoardFormat`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from aac.files.obf import ObfFormat
from aac.model.board import AddText, Board, Cell, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.ports import BoardFormat, BoardProblem
from tests.boards.fake_format import FakeFormat

FORMATS = [
    pytest.param(ObfFormat(), ".obz", id="obz"),
    pytest.param(ObfFormat(), ".obf", id="obf"),
    pytest.param(FakeFormat(), ".fake", id="fake"),
]


def a_board(board_id: str = "first") -> Board:
    return Board(
        board_id,
        "A board",
        (
            (Cell("1", "Water", SayPhrase("I need water.")), None),
            (Cell("2", "A", AddText("a")), Cell("3", "Home", Do(Command.HOME))),
            (Cell("4", "Again", OpenBoard(board_id)), None),
        ),
    )


@pytest.mark.parametrize(("board_format", "suffix"), FORMATS)
class TestBoardFormat:
    def test_its_suffixes_begin_with_a_dot_and_are_lower_case(
        self, board_format: BoardFormat, suffix: str
    ) -> None:
        assert suffix in board_format.suffixes
        assert all(one.startswith(".") and one == one.lower() for one in board_format.suffixes)

    def test_a_board_comes_back_as_it_was(
        self, board_format: BoardFormat, suffix: str, tmp_path: Path
    ) -> None:
        path = tmp_path / f"board{suffix}"
        board_format.write([a_board()], path)
        assert board_format.read(path) == (a_board(),)

    def test_writing_leaves_nothing_else_in_the_folder(
        self, board_format: BoardFormat, suffix: str, tmp_path: Path
    ) -> None:
        path = tmp_path / f"board{suffix}"
        board_format.write([a_board()], path)
        board_format.write([a_board("second")], path)
        assert list(tmp_path.iterdir()) == [path]

    def test_a_file_that_is_not_there_is_a_problem_in_one_sentence(
        self, board_format: BoardFormat, suffix: str, tmp_path: Path
    ) -> None:
        with pytest.raises(BoardProblem, match=r"^[A-Z][^\n]*\.$"):
            board_format.read(tmp_path / f"none{suffix}")

    @pytest.mark.parametrize("junk", [b"", b"junk", b"PK\x03\x04junk", b"\x80\x04junk", b"{}"])
    def test_junk_is_a_problem_in_one_sentence(
        self, board_format: BoardFormat, suffix: str, tmp_path: Path, junk: bytes
    ) -> None:
        path = tmp_path / f"junk{suffix}"
        path.write_bytes(junk)
        with pytest.raises(BoardProblem, match=r"^[A-Z][^\n]*\.$"):
            board_format.read(path)

    def test_no_board_at_all_is_not_written(
        self, board_format: BoardFormat, suffix: str, tmp_path: Path
    ) -> None:
        with pytest.raises(BoardProblem):
            board_format.write([], tmp_path / f"none{suffix}")
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("board_format", "suffix"), [FORMATS[0], FORMATS[2]]
)  # an .obf holds one board
def test_the_start_board_comes_first(
    board_format: BoardFormat, suffix: str, tmp_path: Path
) -> None:
    boards = (a_board("zebra"), a_board("ant"))
    path = tmp_path / f"boards{suffix}"
    board_format.write(boards, path)
    assert [board.id for board in board_format.read(path)] == ["zebra", "ant"]
