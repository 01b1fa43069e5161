"""Which boards there are, and what happens when one of them is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aac.files.board_library import DeadLink, load_library
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder, profile_paths
from aac.model.board import Board, Cell, Do, OpenBoard, SayPhrase
from aac.model.commands import Command
from aac.ports import BoardProblem
from tests.boards.fake_format import FakeFormat

OBF = ObfFormat()
SHIPPED = boards_folder("en")


def a_board(board_id: str, *links: str) -> Board:
    cells = [Cell(f"to-{link}", link, OpenBoard(link)) for link in links]
    return Board(board_id, f"My {board_id}", ((Cell("1", "Hello", SayPhrase("Hello")), *cells),))


def test_the_shipped_boards_are_there_with_their_home_and_strip() -> None:
    library = load_library([OBF], SHIPPED)
    assert (library.faults, library.dead_links) == ((), ())
    assert library.boards.home == "alphabet-frequency"
    assert library.boards.spelling == "alphabet-frequency"
    strip = library.boards.strip
    assert [cell.id for cell in strip] == ["strip-yes", "strip-no", "strip-call", "strip-undo"]
    assert [cell.action for cell in strip] == [
        SayPhrase("Yes."),
        SayPhrase("No."),
        Do(Command.CALL),
        Do(Command.UNDO),
    ]


def test_the_persons_own_board_comes_before_the_shipped_one(tmp_path: Path) -> None:
    OBF.write([a_board("quick", "all-boards"), a_board("garden")], tmp_path / "mine.obz")
    library = load_library([OBF], SHIPPED, tmp_path)
    assert library.boards.get("quick").name == "My quick"
    assert library.boards.get("garden").name == "My garden"
    assert library.boards.get("all-boards").name == "All boards"


def test_the_strip_cannot_be_replaced(tmp_path: Path) -> None:
    OBF.write([a_board("strip")], tmp_path / "strip.obf")
    assert len(load_library([OBF], SHIPPED, tmp_path).boards.strip) == 4


def test_the_chosen_home_and_letters_count_where_they_are_there() -> None:
    library = load_library([OBF], SHIPPED, home="quick", spelling="alphabet-abc")
    assert (library.boards.home, library.boards.spelling) == ("quick", "alphabet-abc")
    i_will_spell_it = library.boards.get("quick").cell("Q05")
    assert i_will_spell_it is not None
    assert i_will_spell_it.opens == "alphabet-abc"
    library = load_library([OBF], SHIPPED, home="gone", spelling="gone")
    assert library.boards.home == library.boards.spelling == "alphabet-frequency"


def test_a_damaged_board_of_the_persons_is_kept_aside_and_told_once(tmp_path: Path) -> None:
    (tmp_path / "bad.obf").write_bytes(b"{ damaged")
    OBF.write([a_board("good")], tmp_path / "good.obf")
    library = load_library([OBF], SHIPPED, tmp_path)
    (fault,) = library.faults
    assert fault.name == "bad.obf" and fault.reason.endswith(".")
    assert "good" in library.boards.boards
    assert (tmp_path / "bad.obf.damaged-1").read_bytes() == b"{ damaged"
    assert load_library([OBF], SHIPPED, tmp_path).faults == ()


def test_a_second_damaged_board_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        (tmp_path / "bad.obf").write_bytes(content)
        load_library([OBF], SHIPPED, tmp_path)
    assert (tmp_path / "bad.obf.damaged-1").read_bytes() == b"one"
    assert (tmp_path / "bad.obf.damaged-2").read_bytes() == b"two"


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100])
def test_a_damaged_shipped_board_is_left_out_and_the_rest_work(
    tmp_path: Path, damage: bytes
) -> None:
    shipped = tmp_path / "en"
    shutil.copytree(SHIPPED, shipped)
    (shipped / "quick.obf").write_bytes(damage)
    library = load_library([OBF], shipped)
    assert [fault.name for fault in library.faults] == ["quick.obf"]
    assert (shipped / "quick.obf").read_bytes() == damage
    assert DeadLink("all-boards", "open-quick", "quick") in library.dead_links
    assert library.boards.get("quick").id == library.boards.home


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"paths": 5}'])
def test_without_the_list_of_boards_all_boards_are_still_found(
    tmp_path: Path, damage: bytes
) -> None:
    shipped = tmp_path / "en"
    shutil.copytree(SHIPPED, shipped)
    (shipped / "manifest.json").write_bytes(damage)
    library = load_library([OBF], shipped)
    assert len(library.boards.strip) == 4
    assert library.boards.boards.keys() == load_library([OBF], SHIPPED).boards.boards.keys()


def test_dead_links_are_told(tmp_path: Path) -> None:
    OBF.write([a_board("mine", "nowhere", "quick")], tmp_path / "mine.obf")
    library = load_library([OBF], SHIPPED, tmp_path)
    assert library.dead_links == (DeadLink("mine", "to-nowhere", "nowhere"),)


def test_another_format_works_beside_ours(tmp_path: Path) -> None:
    FakeFormat().write([a_board("mine")], tmp_path / "mine.fake")
    library = load_library([OBF, FakeFormat()], SHIPPED, tmp_path)
    assert library.boards.get("mine").name == "My mine"


def test_files_that_are_no_boards_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    (tmp_path / ".hidden.obf").write_text("hello")
    assert load_library([OBF], SHIPPED, tmp_path).faults == ()


def test_no_board_at_all_is_a_problem_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(BoardProblem, match="install Wren again"):
        load_library([OBF], tmp_path)


def test_one_folder_can_hold_everything_of_a_person(tmp_path: Path) -> None:
    profile = profile_paths(tmp_path)
    places = (profile.settings, profile.work, profile.boards, profile.log)
    names = [place.relative_to(tmp_path).as_posix() for place in places]
    assert names == ["settings.json", "work.json", "boards", "log"]


def test_the_usual_folders_are_named_after_wren_and_a_language_without_boards_is_english() -> None:
    assert "wren" in profile_paths().settings.as_posix()
    assert boards_folder("xx") == boards_folder("en_GB") == SHIPPED
