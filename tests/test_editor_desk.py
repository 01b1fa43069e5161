"""Promises of the desk: changes count at once, are saved soon, and never block the scan."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from aac.editor.desk import SAVE_AFTER, EditorDesk
from aac.editor.making import make_desk
from aac.files.board_library import load_library
from aac.files.board_media import board_media
from aac.files.obf import ObfFormat
from aac.files.own_media import LARGEST, read_media
from aac.files.paths import assets_folder, boards_folder
from aac.model.action_kinds import text_of, with_text
from aac.model.board import BoardSet, Cell, Look, OpenBoard, SayPhrase
from aac.model.desk import (
    AsItCame,
    Asked,
    CheckLinks,
    Choose,
    DeskView,
    Find,
    FindPicture,
    NewBoard,
    NoSound,
    PressLight,
    RedoEdit,
    TakeFile,
    UndoEdit,
    UsePicture,
    WalkLight,
)
from aac.model.edits import AddLine, CopyBoard, MoveCell, NameBoard, PutCell, RemoveBoard
from aac.model.parts import Part
from aac.model.settings import Settings
from aac.model.view import Page, View
from aac.ports import MediaProblem

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
TEA = Cell("tea", "Tea", SayPhrase("A cup of tea, please."), Look.PHRASE)


class FakePage(QObject):
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.views: list[DeskView] = []

    def show_desk(self, view: DeskView) -> None:
        self.views.append(view)


class Rig:
    """A desk over the shipped boards, with its page open on the quick board."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.used: list[BoardSet] = []
        self.page = FakePage()
        boards = load_library([ObfFormat()], boards_folder(), folder).boards
        self.desk: EditorDesk = make_desk(folder, boards, Settings(), self.page, self.used.append)
        self.came = boards
        self.desk.follow(self.screen())

    def screen(self, page: Page = Page.EDITOR) -> View:
        return View(self.came.boards["quick"], page=page)

    def ask(self, *asked: Asked) -> DeskView:
        for each in asked:
            self.desk.ask(each)
        return self.page.views[-1]

    def again(self) -> BoardSet:
        """The boards as they are found when Wren starts the next time."""
        return load_library([ObfFormat()], boards_folder(), self.folder).boards


@pytest.fixture
def rig(tmp_path: Path, qapp: object) -> Rig:
    return Rig(tmp_path / "boards")


# ------------------------------------------------------------------------------ saving


def test_a_change_counts_at_once_and_is_saved_soon(rig: Rig, qtbot: QtBot) -> None:
    view = rig.ask(NameBoard("quick", "Mine"))
    assert rig.used[-1].boards["quick"].name == "Mine"
    assert not view.saved
    qtbot.waitUntil(lambda: rig.page.views[-1].saved, timeout=20 * SAVE_AFTER)
    assert rig.again().boards["quick"].name == "Mine"


def test_closing_the_page_saves_what_is_not_saved_yet(rig: Rig) -> None:
    rig.ask(NameBoard("quick", "Mine"))
    rig.desk.follow(rig.screen(Page.BOARD))
    assert rig.again().boards["quick"].name == "Mine"


def test_undo_and_redo_reach_the_scan_and_the_disk(rig: Rig) -> None:
    rig.ask(NameBoard("quick", "Mine"), UndoEdit())
    assert rig.used[-1].boards["quick"] == rig.came.boards["quick"]
    rig.desk.close()
    assert not list(rig.folder.rglob("*.obf"))
    rig.ask(RedoEdit())
    rig.desk.close()
    assert rig.again().boards["quick"].name == "Mine"


def test_back_to_how_it_came_can_be_undone_too(rig: Rig) -> None:
    rig.ask(NameBoard("quick", "Mine"), MoveCell("quick", (0, 0), (0, 1)))
    rig.desk.close()
    other = Rig(rig.folder)
    view = other.ask(AsItCame("quick"))
    assert view.board == other.came.boards["quick"] or view.board.name != "Mine"
    assert [line.changed for line in view.boards if line.id == "quick"] == [False]
    other.desk.close()
    assert not list(rig.folder.rglob("*.obf"))
    other.ask(UndoEdit())
    assert other.used[-1].boards["quick"].name == "Mine"


def test_a_disk_that_takes_nothing_is_told_and_tried_again(rig: Rig) -> None:
    rig.folder.mkdir(parents=True)
    (rig.folder / "edited").write_text("in the way")
    rig.ask(NameBoard("quick", "Mine"))
    rig.desk.flush()
    assert "could not be saved" in rig.page.views[-1].note
    (rig.folder / "edited").unlink()
    rig.ask(NameBoard("quick", "Mine 2"))
    rig.desk.flush()
    assert rig.again().boards["quick"].name == "Mine 2"
    assert rig.page.views[-1].saved


def test_a_phrase_changed_by_the_switch_is_on_the_disk_at_once(rig: Rig) -> None:
    board = replace(rig.came.boards["quick"], name="By switch")
    rig.desk.follow(rig.screen(Page.BOARD))
    rig.desk.take(board)
    assert rig.again().boards["quick"] == board
    assert rig.desk.boards.boards["quick"] == board


# ------------------------------------------------------------------------- boards, cells


def test_a_new_board_has_a_way_back_and_can_be_removed(rig: Rig) -> None:
    view = rig.ask(NewBoard("Cats"))
    assert (view.board.id, [cell.id for cell in view.board.cells()]) == ("cats", ["back", "home"])
    view = rig.ask(RemoveBoard("cats"))
    assert "cats" not in rig.used[-1].boards
    assert view.board.id == rig.came.home
    rig.desk.close()
    assert not list(rig.folder.rglob("*.obf"))


def test_a_copied_board_is_shown(rig: Rig) -> None:
    view = rig.ask(CopyBoard("quick", "Second"))
    assert (view.board.id, view.board.rows) == ("second", rig.came.boards["quick"].rows)
    assert view.line is not None and view.line.made_here


def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(rig: Rig) -> None:
    view = rig.ask(RemoveBoard("quick"))
    assert view.note.startswith("This board came with Wren")
    assert rig.used == []
    assert rig.ask(Choose("quick", (0, 0))).note == ""


def test_the_cell_that_is_moved_stays_the_chosen_one(rig: Rig) -> None:
    rig.ask(Choose("quick", (0, 1)))
    view = rig.ask(MoveCell("quick", (0, 1), (2, 3)))
    assert view.place == (2, 3)
    assert rig.ask(AddLine("quick", 1)).place == (3, 3)


def test_cells_that_moved_are_counted_until_the_page_is_opened_again(rig: Rig) -> None:
    view = rig.ask(MoveCell("quick", (0, 0), (0, 1)))
    assert view.moved == 2
    rig.desk.follow(rig.screen(Page.BOARD))
    rig.desk.follow(rig.screen())
    assert rig.page.views[-1].moved == 0


def test_the_walk_is_that_of_the_persons_settings(rig: Rig) -> None:
    first = rig.page.views[-1].walked.costs
    rig.desk.follow(replace(rig.screen(), settings=Settings(scan_time=3.0)))
    later = rig.page.views[-1].walked.costs
    key = next(iter(first))
    assert (later[key].seconds or 0) > (first[key].seconds or 0)


# ------------------------------------------------------------------------------ looking


def test_text_is_found_in_all_boards_a_slice_at_a_time(rig: Rig, qtbot: QtBot) -> None:
    assert rig.ask(Find("suction")).looking
    qtbot.waitUntil(lambda: not rig.page.views[-1].looking)
    found = rig.page.views[-1].found
    assert found and {one.board for one in found} >= {"quick", "category-d"}
    assert rig.ask(Find("  ")).found is None


def test_dead_links_are_listed_and_lead_to_their_cells(rig: Rig, qtbot: QtBot) -> None:
    rig.ask(CheckLinks())
    qtbot.waitUntil(lambda: not rig.page.views[-1].looking)
    assert rig.page.views[-1].found == ()
    lost = Cell("lost", "Lost", OpenBoard("nowhere"), Look.LINK)
    rig.ask(NewBoard("Cats"), PutCell("cats", (0, 0), lost), CheckLinks())
    qtbot.waitUntil(lambda: not rig.page.views[-1].looking)
    (found,) = rig.page.views[-1].found or ()
    view = rig.ask(Choose(found.board, found.place))
    assert view.cell is not None and view.cell.label == "Lost"


def test_thousands_of_boards_are_never_looked_through_at_once(rig: Rig, qtbot: QtBot) -> None:
    slow = []

    def looks(board: object) -> list[object]:
        time.sleep(0.003)
        slow.append(board)
        return []

    rig.desk._search.begin(rig.came.boards, looks)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: bool(slow))
    assert len(slow) < len(rig.came.boards)
    rig.desk._search.stop()


# ----------------------------------------------------------------------------- the light


def test_the_light_walks_in_its_own_time_and_a_press_enters_the_row(rig: Rig, qtbot: QtBot) -> None:
    quick = Settings(scan_time=0.3, first_row_extra=0.0, late_press_grace=0.0)
    rig.desk.follow(replace(rig.screen(), settings=quick))
    view = rig.ask(WalkLight(True))
    assert view.walking.strip_lit
    qtbot.waitUntil(lambda: bool(rig.page.views[-1].walking.lit), timeout=10_000)
    view = rig.ask(PressLight(True), PressLight(False))
    assert view.walking.group
    assert not rig.ask(WalkLight(False)).walking.on
    assert rig.used == []


def test_the_light_begins_anew_on_a_board_that_changes(rig: Rig) -> None:
    rig.ask(WalkLight(True))
    assert rig.ask(NameBoard("quick", "Mine")).walking.on
    rig.desk.follow(rig.screen(Page.BOARD))
    rig.desk.follow(rig.screen())
    assert not rig.page.views[-1].walking.on


# ------------------------------------------------------------------- pictures and sounds


def wav() -> bytes:
    size = 800
    head = b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    form = (1).to_bytes(2, "little") * 2 + (8000).to_bytes(4, "little") * 2
    form += (1).to_bytes(2, "little") + (8).to_bytes(2, "little")
    return head + form + b"data" + size.to_bytes(4, "little") + bytes(size)


def test_a_picture_and_a_recording_from_files_stay_with_the_cell(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    (tmp_path / "cat.wav").write_bytes(wav())
    rig.ask(Choose("quick", (0, 1)), TakeFile(str(tmp_path / "cat.png")))
    view = rig.ask(TakeFile(str(tmp_path / "cat.wav"), sound=True))
    assert view.cell is not None and view.cell.picture and view.cell.sound
    rig.desk.close()
    again = rig.again()
    cell = again.boards["quick"].grid[0][1]
    assert cell is not None and (cell.picture, cell.sound) == (view.cell.picture, view.cell.sound)
    assert board_media(again).content(cell.picture) == PNG
    assert board_media(again).content(cell.sound) == wav()


def test_a_picture_that_is_on_a_board_is_found_by_its_word_and_used_again(
    rig: Rig, tmp_path: Path
) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    rig.ask(Choose("quick", (0, 1)), TakeFile(str(tmp_path / "cat.png")))
    pictures = rig.ask(FindPicture("suct")).pictures or ()
    ((name, key),) = (one for one in pictures if not one[1].startswith("symbol-"))
    assert name == "Suction"
    view = rig.ask(Choose("quick", (0, 2)), UsePicture(key))
    assert view.cell is not None and view.cell.picture == key
    view = rig.ask(UsePicture(""))
    assert view.cell is not None and view.cell.picture == ""
    assert rig.ask(FindPicture("nothing like it")).pictures == ()


def test_a_symbol_of_a_board_is_used_again_with_its_licence(rig: Rig) -> None:
    keys = dict(rig.ask(FindPicture("toilet")).pictures or ())
    view = rig.ask(Choose("quick", (0, 2)), UsePicture(keys["Toilet"]))
    assert view.cell is not None
    drawing = board_media(rig.desk.boards).content(view.cell.picture)
    assert drawing is not None and b"<svg" in drawing
    records = {one["id"]: one for one in view.board.extra["images"]}  # type: ignore[attr-defined]
    assert records[view.cell.extra["image_id"]]["license"]["author_name"] == "OpenMoji"


def test_a_file_that_cannot_be_used_is_one_sentence(rig: Rig, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("no picture")
    (tmp_path / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "b.wav").write_bytes(PNG)
    rig.ask(Choose("quick", (0, 1)))
    for name, sound, told in (
        ("a.png", False, "no picture"), ("a.svg", False, "no picture"),
        ("b.wav", True, "no WAV"), ("gone.png", False, "cannot be opened"),
        ("\0", False, "cannot be opened"),
    ):  # fmt: skip
        assert told in rig.ask(TakeFile(str(tmp_path / name), sound=sound)).note
    assert rig.ask(UsePicture("unknown")).note
    assert rig.used == []
    assert rig.ask(Choose("quick", None), NoSound()).note == "There is no cell."


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large.png").write_bytes(PNG + bytes(LARGEST))
    with pytest.raises(MediaProblem, match="too_heavy"):
        read_media(tmp_path / "large.png", sound=False)
    giant = PNG[:16] + (60_000).to_bytes(4, "big") * 2 + PNG[24:]
    (tmp_path / "giant.png").write_bytes(giant)
    with pytest.raises(MediaProblem, match="too_heavy"):
        read_media(tmp_path / "giant.png", sound=False)


def test_every_recorded_alarm_can_be_chosen_by_what_it_says(tmp_path: Path) -> None:
    alarms = dict(Rig(tmp_path).ask(Choose("quick")).alarms)
    sounds = {path.stem for path in (assets_folder() / "sounds").glob("B*.wav")}
    assert alarms.keys() == sounds and all(alarms.values())


def test_a_part_of_a_sentence_can_say_something_else_and_stays_a_part() -> None:
    part = Cell("side", "left side", Part("side", "left {where}", "left side"), Look.PHRASE)
    changed = with_text(part, "my left {where}")
    assert changed.action == Part("side", "my left {where}", "left side")
    assert text_of(changed.action) == "my left {where}"
