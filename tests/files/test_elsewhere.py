"""Pictures that are only on the internet are counted, and told of once."""

from __future__ import annotations

from pathlib import Path

from aac.files.elsewhere import only_elsewhere, untold
from aac.model.board import Board, Cell, SayPhrase

ONLINE = {"id": "a", "url": "https://example.org/a.png"}


def board(board_id: str = "b", *, key: str = "", record: dict[str, str] = ONLINE) -> Board:
    cells = [
        Cell("1", "One", SayPhrase("One"), picture=key, extra={"image_id": "a"}),
        Cell("2", "Two", SayPhrase("Two"), extra={"image_id": "absent"}),
        Cell("3", "Three", SayPhrase("Three"), extra={"sound_id": "s"}),
    ]
    sounds = [{"id": "s", "url": "https://example.org/s.mp3"}]
    return Board(board_id, "B", (tuple(cells),), extra={"images": [record], "sounds": sounds})


def test_cells_with_nothing_but_an_address_are_counted() -> None:
    assert only_elsewhere(board()) == 2
    assert only_elsewhere(board(key="0" * 64)) == 1
    assert only_elsewhere(board(record={"id": "a"})) == 1


def test_each_board_is_told_of_once(tmp_path: Path) -> None:
    record = tmp_path / "elsewhere.json"
    assert untold([board("one"), board("two")], record) == 4
    assert untold([board("one"), board("two")], record) == 0
    assert untold([board("one"), board("three")], record) == 2
    assert untold([board("two"), board("three")], record) == 0


def test_boards_without_such_pictures_leave_no_file(tmp_path: Path) -> None:
    record = tmp_path / "elsewhere.json"
    assert untold([Board("b", "B", ((Cell("1", "One", SayPhrase("One")),),))], record) == 0
    assert not record.exists()


def test_a_damaged_record_and_a_disk_that_is_full_only_tell_again(tmp_path: Path) -> None:
    record = tmp_path / "elsewhere.json"
    record.write_text('{"boards": 5}', "utf-8")
    assert untold([board()], record) == 2
    absent = tmp_path / "file"
    absent.write_text("", "utf-8")
    assert [untold([board()], absent / "elsewhere.json") for _ in range(2)] == [2, 2]
