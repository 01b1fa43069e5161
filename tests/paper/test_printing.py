"""Files, the note of what was printed, and which copies are out of date."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from aac.files.printed import read_printed
from aac.model.board import BoardSet, SayPhrase
from aac.model.settings import Settings
from aac.paper.sheets import NoSuchSheet, Shelf
from aac.printing import Job, folder_for, is_there, old_sheets, print_sheets
from tests.paper.conftest import FONTS
from tests.small_boards import board

DAY = "2026-11-23"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "printed.json"


def job(folder: Path, *names: str, pack: bool = False, paper: str = "a4") -> Job:
    return Job(names, paper, folder, DAY, pack)


def with_board(shelf: Shelf, *rows: str, board_id: str = "mine") -> Shelf:
    mine = board(board_id, *rows)
    return replace(
        shelf, boards=replace(shelf.boards, boards={**shelf.boards.boards, board_id: mine})
    )


def with_label(shelf: Shelf, board_id: str, cell_id: str, label: str) -> Shelf:
    """As the editor leaves it: one cell says something else."""
    old = shelf.boards.boards[board_id]
    grid = tuple(
        tuple(
            replace(cell, label=label, action=SayPhrase(label))
            if cell and cell.id == cell_id
            else cell
            for cell in row
        )
        for row in old.grid
    )
    boards = {**shelf.boards.boards, board_id: replace(old, grid=grid)}
    return replace(shelf, boards=replace(shelf.boards, boards=boards))


def old_names(shelf: Shelf, record: Path) -> list[str]:
    return [one.name for one in old_sheets(shelf, record)]


def test_each_sheet_has_a_file_of_its_own_or_all_have_one(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    out = tmp_path / "out" / "deep"
    singly = print_sheets(shelf, job(out, "yes-no", "etran", "yes-no"), FONTS, record)
    assert [file.name for file in singly.files] == ["wren-yes-no-a4.pdf", "wren-etran-a4.pdf"]
    pack = print_sheets(
        shelf, job(out, "yes-no", "etran", pack=True, paper="letter"), FONTS, record
    )
    assert pack.pages == singly.pages == (1, 2)
    assert {file.name for file in pack.files} == {"wren-paper-letter.pdf"}
    assert len(PdfReader(pack.files[0]).pages) == 3
    assert {file.name for file in out.iterdir()} == {
        "wren-yes-no-a4.pdf", "wren-etran-a4.pdf", "wren-paper-letter.pdf",
    }  # fmt: skip


def test_a_board_with_a_hostile_id_stays_in_the_folder(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    names = ("../../etc/x", "..\\..\\etc\\x", "ü" * 300, "//")
    for name in names:
        shelf = with_board(shelf, "A", board_id=name)
    out = tmp_path / "out"
    wanted = [f"board:{name}" for name in names]
    done = print_sheets(shelf, job(out, *wanted), FONTS, record)
    assert len(set(done.files)) == len(names)
    assert {file.parent for file in done.files} == {out}
    assert sorted(out.iterdir()) == sorted(done.files)


def test_nothing_is_out_of_date_just_after_printing(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    assert old_names(shelf, record) == []
    print_sheets(shelf, job(tmp_path, "alphabet", "quick", "pain", "passport"), FONTS, record)
    assert old_names(shelf, record) == []


def test_an_edited_board_makes_its_sheet_out_of_date_and_no_other(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    print_sheets(shelf, job(tmp_path, "alphabet", "quick", "pain"), FONTS, record)
    edited = with_label(shelf, "quick", "D01", "Clear my throat")
    assert old_names(edited, record) == ["quick"]
    assert old_names(with_label(shelf, "list-kind", "fill-1", "dull"), record) == ["pain"]
    print_sheets(edited, job(tmp_path, "quick"), FONTS, record)
    assert old_names(edited, record) == []
    assert old_names(shelf, record) == ["quick"]


def test_the_passport_is_out_of_date_when_it_is_filled_in(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    print_sheets(shelf, job(tmp_path, "passport", "yes-no"), FONTS, record)
    mine = replace(shelf, settings=Settings(passport_name="Anna"))
    assert old_names(mine, record) == ["passport"]


def test_printing_one_more_sheet_leaves_the_others_in_date(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    print_sheets(shelf, job(tmp_path, "quick"), FONTS, record)
    print_sheets(shelf, job(tmp_path, "pain"), FONTS, record)  # the quick board could lead there
    assert [one.name for one in read_printed(record)] == ["quick", "pain"]
    assert old_names(shelf, record) == []


def test_a_board_that_is_gone_is_out_of_date_until_something_else_is_printed(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    print_sheets(with_board(shelf, "A B"), job(tmp_path, "board:mine", "yes-no"), FONTS, record)
    assert old_names(shelf, record) == ["board:mine"]
    assert not is_there(shelf, "board:mine")
    print_sheets(shelf, job(tmp_path, "yes-no"), FONTS, record)
    assert old_names(shelf, record) == []


def test_an_unknown_sheet_is_refused_before_anything_is_written(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    with pytest.raises(NoSuchSheet):
        print_sheets(shelf, job(tmp_path / "out", "yes-no", "nothing"), FONTS, record)
    assert not record.exists() and not (tmp_path / "out").exists()


def test_the_note_holds_no_word_of_the_passport(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    mine = replace(shelf, settings=Settings(passport_name="Zebedee", passport_talk="Zebra"))
    print_sheets(mine, job(tmp_path, "passport"), FONTS, record)
    assert "Zeb" not in record.read_text("utf-8")


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"sheets": 3}', '{"sheets": [3, {"name": "quick", "title": 4}]}']
)
def test_a_damaged_note_is_as_if_nothing_was_printed(shelf: Shelf, record: Path, text: str) -> None:
    record.write_text(text, "utf-8")
    assert read_printed(record) == ()
    assert old_sheets(shelf, record) == []


def test_a_folder_that_is_a_file_is_told_and_the_note_is_left(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    (tmp_path / "out").write_text("no folder", "utf-8")
    with pytest.raises(OSError):
        print_sheets(shelf, job(tmp_path / "out", "yes-no"), FONTS, record)
    assert not record.exists()


def test_the_folder_is_the_chosen_one_else_in_the_documents() -> None:
    assert folder_for(Settings(paper_folder="/home/anna/paper")) == Path("/home/anna/paper")
    assert folder_for(Settings()).name == "Wren"


def test_saved_phrases_are_printed_and_last_messages_are_not(
    qapp: object, shelf: Shelf, tmp_path: Path, record: Path
) -> None:
    assert isinstance(shelf.boards, BoardSet)
    done = print_sheets(shelf, job(tmp_path, "board:history"), FONTS, record)
    text = PdfReader(done.files[0]).pages[0].extract_text().split()
    # One row, for the phrase that stands on this board, and none for messages.
    assert "1" in text and "2" not in text[: text.index("Printed")]
    assert json.loads(record.read_text("utf-8"))["sheets"][0]["date"] == DAY
