"""The board editor by mouse and keyboard, with the real desk behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from aac.editor.desk import EditorDesk
from aac.editor.making import make_desk
from aac.model.board import (
    Board,
    BoardKind,
    BoardSet,
    Cell,
    Do,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
    Template,
)
from aac.model.commands import Command, ListKind
from aac.model.edits import SizeCell
from aac.model.parts import Alarm, Part, SayParts, put_together
from aac.model.view import Page, View
from aac.ui.editor_canvas import GAP
from aac.ui.editor_page import EditorPage
from aac.ui.main_window import MainWindow
from tests.small_boards import STRIP, board
from tests.ui import samples
from tests.ui.conftest import Show

HOME = board("home", "A B C", "D . E", ". . F")
BOARDS = {one.id: one for one in (HOME, board("food", "tea . .", ". . water"))}


class Editor:
    """The page on the screen, with a desk."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.used: list[BoardSet] = []
        self.window, self.page = window, window.editor
        boards = BoardSet(dict(BOARDS), "home", "", STRIP)
        self.desk: EditorDesk = make_desk(
            folder, boards, samples.WINDOWED, self.page, self.used.append
        )
        self.desk.follow(screen())
        self.settle()

    @property
    def board(self) -> Board:
        return self.desk.boards.boards[self.shown]

    @property
    def shown(self) -> str:
        return self.desk._view.board.id

    def settle(self) -> None:
        """What was asked is queued: let it come."""
        for _ in range(5):
            QApplication.processEvents()

    def cell(self, row: int, column: int) -> Cell | None:
        return self.desk.boards.boards[self.shown].grid[row][column]

    def at(self, row: int, column: int) -> QPoint:
        return self.page.canvas._room((row, column)).center()

    def click(self, row: int, column: int) -> None:
        QTest.mouseClick(self.page.canvas, Qt.MouseButton.LeftButton, pos=self.at(row, column))
        self.settle()

    def drag(self, start: tuple[int, int], to: tuple[int, int]) -> None:
        canvas, left = self.page.canvas, Qt.MouseButton.LeftButton
        QTest.mousePress(canvas, left, pos=self.at(*start))
        self.settle()
        for point in (self.at(*start) + QPoint(20, 20), self.at(*to)):
            moved = QMouseEvent(
                QEvent.Type.MouseMove, QPointF(point), QPointF(canvas.mapToGlobal(point)),
                left, left, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(canvas, moved)
        QTest.mouseRelease(canvas, left, pos=self.at(*to))
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(
            QApplication.focusWidget() or self.page.canvas,
            key,
            modifier or Qt.KeyboardModifier.NoModifier,
        )
        self.settle()

    def write(self, entry: QLineEdit, text: str) -> None:
        entry.setFocus()
        entry.selectAll()
        QTest.keyClicks(entry, text)
        QTest.keyClick(entry, Qt.Key.Key_Return)
        self.settle()

    def pick(self, picker: object, name: str) -> None:
        """Unfold a list and choose in it."""
        picker.button.click()  # type: ignore[attr-defined]
        entries: QListWidget = picker.list  # type: ignore[attr-defined]
        (item,) = entries.findItems(name, Qt.MatchFlag.MatchExactly)
        entries.itemClicked.emit(item)
        self.settle()

    def press(self, button: QAbstractButton) -> None:
        button.click()
        self.settle()


def screen(page: Page = Page.EDITOR) -> View:
    cells = (samples.CLOSE,) if page is Page.EDITOR else ()
    view = samples.quick(page=page, page_cells=cells)
    return replace(view, board=HOME, strip=STRIP, settings=samples.WINDOWED)


@pytest.fixture
def editor(show: Show, tmp_path: Path) -> Iterator[Editor]:
    window = show(screen())
    window.activateWindow()
    made = Editor(window, tmp_path)
    made.page.take_keyboard()
    yield made
    made.desk.close()
    made.page.asked.disconnect()


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


# ------------------------------------------------------------------------- coming, going


def test_the_page_is_opened_from_the_settings_and_by_its_keys(
    page: MainWindow, qtbot: QtBot
) -> None:
    buttons = [each for each in page.settings.findChildren(QAbstractButton)
               if each.text() == "Edit boards"]  # fmt: skip
    with qtbot.waitSignal(page.page_asked) as asked:
        buttons[0].click()
    assert asked.args == [Page.EDITOR]
    with qtbot.waitSignal(page.page_asked) as asked:
        QTest.keyClick(page, Qt.Key.Key_E, CTRL)
    assert asked.args == [Page.EDITOR]


def test_the_strip_stays_and_the_close_cell_can_be_lit_and_touched(
    editor: Editor, qtbot: QtBot
) -> None:
    view = replace(screen(), lit=frozenset({"page-close"}))
    editor.window.show_view(view)
    assert editor.window.strip.isVisible()
    button = editor.page.cells.button("page-close")
    assert button is not None and button.isVisible()
    with qtbot.waitSignal(editor.window.touched) as touched:
        button.click()
    assert touched.args == ["page-close"]


def test_escape_asks_for_the_board(editor: Editor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.window.page_asked) as asked:
        editor.key(Qt.Key.Key_Escape)
    assert asked.args == [Page.BOARD]


def test_nothing_of_the_editor_is_a_window_of_its_own(editor: Editor) -> None:
    editor.click(0, 0)
    for picker in (editor.page.cell.kind, editor.page.cell.opens):
        picker.button.click()
    editor.page.cell.media.file.unfold.click()
    editor.settle()
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert shown == [editor.window]
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None


# ------------------------------------------------------------------------ by the keyboard


def test_arrows_choose_and_with_control_they_move_the_cell(editor: Editor) -> None:
    editor.key(Qt.Key.Key_Right)
    editor.click(0, 0)
    editor.key(Qt.Key.Key_Down, CTRL)
    assert [cell and cell.id for cell in (editor.cell(0, 0), editor.cell(1, 0))] == ["D", "A"]
    editor.key(Qt.Key.Key_Right, CTRL)
    assert editor.cell(1, 1) is not None and editor.cell(1, 1).id == "A"  # type: ignore[union-attr]
    editor.key(Qt.Key.Key_Up)
    assert editor.desk._view.place == (0, 1)
    for _ in range(5):
        editor.key(Qt.Key.Key_Up)
    assert editor.desk._view.place == (0, 1)


def test_a_large_cell_goes_one_place_at_a_time(editor: Editor) -> None:
    editor.desk.ask(SizeCell("home", (1, 0), 2, 1))
    editor.settle()
    editor.click(1, 0)
    editor.key(Qt.Key.Key_Right, CTRL)
    assert [cell and cell.id for cell in editor.desk.boards.get("home").grid[1]] == ["E", "D", None]
    editor.key(Qt.Key.Key_Left, CTRL)
    assert [cell and cell.id for cell in editor.desk.boards.get("home").grid[1]] == ["D", None, "E"]


def test_undo_and_redo_have_their_keys_and_buttons(editor: Editor) -> None:
    editor.click(0, 0)
    editor.key(Qt.Key.Key_Down, CTRL)
    assert editor.page.undo.isEnabled() and not editor.page.redo.isEnabled()
    for back, on in (
        (lambda: editor.key(Qt.Key.Key_Z, CTRL), lambda: editor.key(Qt.Key.Key_Y, CTRL)),
        (lambda: editor.press(editor.page.undo), lambda: editor.press(editor.page.redo)),
        (lambda: editor.key(Qt.Key.Key_Z, CTRL), lambda: editor.key(Qt.Key.Key_Z, CTRL | SHIFT)),
    ):
        back()
        assert editor.desk.boards.boards["home"] == HOME
        on()
        assert editor.desk.boards.boards["home"] != HOME


def test_delete_hides_a_cell_and_shows_it_again(editor: Editor) -> None:
    editor.click(0, 1)
    editor.key(Qt.Key.Key_Delete)
    assert editor.cell(0, 1) == replace(HOME.grid[0][1], hidden=True)  # type: ignore[type-var]
    editor.key(Qt.Key.Key_Delete)
    assert editor.cell(0, 1) == HOME.grid[0][1]


def test_enter_goes_to_the_label_and_at_an_empty_place_makes_a_cell(editor: Editor) -> None:
    editor.click(1, 1)
    editor.key(Qt.Key.Key_Return)
    assert editor.cell(1, 1) is not None
    assert QApplication.focusWidget() is editor.page.cell.label.entry
    QTest.keyClicks(editor.page.cell.label.entry, "Cats")
    QTest.keyClick(editor.page.cell.label.entry, Qt.Key.Key_Return)
    editor.settle()
    made = editor.cell(1, 1)
    assert made is not None and (made.label, made.action) == ("Cats", SayPhrase("Cats"))


def test_enter_ends_the_writing_so_that_undo_takes_it_back(editor: Editor) -> None:
    editor.click(0, 0)
    before = editor.cell(0, 0)
    assert before is not None
    editor.write(editor.page.cell.label.entry, "Other")
    changed = editor.cell(0, 0)
    assert changed is not None and changed.label == "Other"
    assert QApplication.focusWidget() is editor.page.canvas
    editor.key(Qt.Key.Key_Z, CTRL)
    assert editor.cell(0, 0) == before


def test_control_f_finds_in_all_boards(editor: Editor, qtbot: QtBot) -> None:
    editor.key(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is editor.page.boards.search
    QTest.keyClicks(editor.page.boards.search, "wat")
    qtbot.waitUntil(lambda: editor.page.boards.list.count() == 1)
    item = editor.page.boards.list.item(0)
    editor.page.boards.list.itemClicked.emit(item)
    editor.settle()
    assert (editor.shown, editor.desk._view.place) == ("food", (1, 2))
    editor.press(editor.page.boards.back)
    qtbot.waitUntil(lambda: editor.page.boards.list.count() == 2)


# --------------------------------------------------------------------------- by the mouse


def test_a_cell_is_dragged_to_another_place(editor: Editor) -> None:
    editor.drag((0, 0), (2, 2))
    assert [cell and cell.id for cell in (editor.cell(0, 0), editor.cell(2, 2))] == ["F", "A"]
    assert editor.page.warning.text().startswith("2 cells that the person knows")


def test_a_click_is_no_drag(editor: Editor) -> None:
    editor.click(0, 0)
    assert editor.desk._view.place == (0, 0)
    assert editor.used == []


def test_a_spanning_cell_stands_over_its_places_and_is_chosen_from_each(editor: Editor) -> None:
    editor.desk.ask(SizeCell("home", (1, 0), 2, 2))
    editor.settle()
    editor.click(2, 1)
    assert editor.desk._view.place == (1, 0)
    button = editor.page.canvas._buttons["D"]
    assert button.width() > 1.5 * editor.page.canvas._buttons["A"].width()
    editor.press(editor.page.cell.places.buttons["narrower"])
    editor.press(editor.page.cell.places.buttons["lower"])
    assert editor.cell(1, 0) == HOME.grid[1][0]


# ----------------------------------------------------------------------------- the fields


def test_every_kind_of_action_can_be_given_to_a_cell(editor: Editor) -> None:
    fields = editor.page.cell
    editor.click(0, 0)
    editor.write(fields.text.entry, "Hello there.")
    assert editor.cell(0, 0) == Cell("A", "A", SayPhrase("Hello there."))
    editor.pick(fields.kind, "Opens a board")
    editor.pick(fields.to, "food")
    assert editor.cell(0, 0) == Cell("A", "A", OpenBoard("food"), Look.LINK)
    editor.pick(fields.kind, "Does a command")
    editor.pick(fields.command, "Rest")
    assert editor.cell(0, 0) == Cell("A", "A", Do(Command.REST), Look.CONTROL)
    editor.pick(fields.kind, "Shows one of the person’s own")
    editor.pick(fields.own, "Drafts")
    editor.write(fields.number.entry, "3")
    assert editor.cell(0, 0) == Cell("A", "A", Nth(ListKind.DRAFT, 2))
    editor.write(fields.number.entry, "none")
    assert fields.number.entry.text() == "3"
    editor.pick(fields.kind, "Phrase with gaps")
    editor.write(fields.text.entry, "I like {what}.")
    editor.write(fields.lists.entry, "food, spell")
    assert editor.cell(0, 0) == Cell("A", "A", Template("I like {what}.", ("food", "")))
    editor.pick(fields.kind, "Calls for help")
    editor.write(fields.text.entry, "I am choking.")
    assert editor.cell(0, 0) == Cell("A", "A", Alarm("B01", "I am choking."), Look.EMERGENCY)
    editor.pick(fields.kind, "Writes letters")
    assert fields.text.isVisible() and not fields.lists.isVisible()


def test_a_sentence_and_its_parts_are_made_in_the_editor(editor: Editor) -> None:
    fields = editor.page.cell
    editor.click(0, 0)
    editor.pick(fields.kind, "Says the sentence of parts")
    lines = fields.parts.lines
    assert lines["part_order"].isVisible() and not lines["part_slot"].isVisible()
    editor.write(fields.text.entry, "I want a drink.")
    editor.write(lines["part_start"].entry, "I want {what}")
    editor.write(lines["part_otherwise"].entry, "I want a drink:")
    editor.write(lines["part_order"].entry, "What, how, what")
    for column, (text, slot) in enumerate((("tea", ""), ("hot", "how")), start=1):
        editor.click(0, column)
        editor.pick(fields.kind, "Part of a sentence")
        assert lines["part_slot"].isVisible() and not lines["part_order"].isVisible()
        editor.write(fields.text.entry, text)
        if slot:
            editor.write(lines["part_slot"].entry, slot)
    sentence, tea, hot = (cell and cell.action for cell in editor.board.grid[0])
    assert sentence == SayParts("I want {what}", "I want a drink: ", "I want a drink.",
                                ("what", "how"))  # fmt: skip
    assert (tea, hot) == (Part("what", "tea"), Part("how", "hot"))
    assert isinstance(sentence, SayParts)
    assert put_together(sentence, (Part("how", "hot"),)) == "I want a drink: hot."
    assert put_together(sentence, (Part("how", "hot"), Part("what", "tea"))) == "I want tea, hot."
    editor.write(lines["part_slot"].entry, " , ")
    assert lines["part_slot"].entry.text() == "how"
    assert fields.parts.isVisible()
    editor.click(1, 0)
    assert not fields.parts.isVisible()


def test_what_a_cell_says_follows_its_label_until_it_is_written(editor: Editor) -> None:
    editor.click(0, 0)
    editor.write(editor.page.cell.label.entry, "Tea")
    assert editor.cell(0, 0) == Cell("A", "Tea", SayPhrase("Tea"))
    assert editor.page.cell.text.entry.text() == ""
    editor.write(editor.page.cell.text.entry, "Tea, please.")
    editor.write(editor.page.cell.label.entry, "Cup")
    assert editor.cell(0, 0) == Cell("A", "Cup", SayPhrase("Tea, please."))


def test_marks_colours_and_what_opens_afterwards(editor: Editor) -> None:
    fields = editor.page.cell
    editor.click(0, 0)
    for tick in (fields.asks, fields.returns, fields.hidden):
        editor.press(tick)
    editor.press(fields.colour.swatches["#3f88c5"])
    editor.press(fields.border.swatches["#d64545"])
    editor.pick(fields.opens, "food")
    assert editor.cell(0, 0) == Cell(
        "A", "A", SayPhrase("A"), hidden=True, confirm=True, returns=True, opens="food",
        colour="#3f88c5", border="#d64545")  # fmt: skip
    assert fields.colour.swatches["#3f88c5"].isChecked()
    assert not fields.colour.swatches[""].isChecked()


def test_a_cell_is_copied_and_deleted(editor: Editor) -> None:
    editor.click(0, 1)
    editor.press(editor.page.cell.copy)
    assert editor.desk._view.place == (1, 1)
    editor.press(editor.page.cell.delete)
    assert editor.cell(1, 1) is None
    assert editor.page.new.isVisible()


def test_name_use_rows_and_columns_of_the_board(editor: Editor) -> None:
    fields = editor.page.board
    editor.press(editor.page.of_board)
    editor.write(fields.name.entry, "Mine")
    editor.write(fields.name.entry, " ")
    editor.pick(fields.kind, "Writing: words are offered")
    editor.click(1, 1)
    editor.press(editor.page.of_board)
    editor.press(fields.rows.buttons["row_below"])
    editor.press(fields.columns.buttons["column_left"])
    changed = editor.desk.boards.boards["home"]
    assert (changed.name, changed.kind) == ("Mine", BoardKind.SPELLING)
    assert (changed.rows, changed.columns) == (4, 4)
    editor.press(fields.rows.buttons["row_away"])
    assert "A cell stands there" in editor.page.warning.text()
    editor.press(fields.came)
    assert editor.desk.boards.boards["home"] == HOME


def test_boards_are_made_copied_and_removed(editor: Editor) -> None:
    editor.press(editor.page.boards.new)
    assert editor.shown == "new-board-1"
    editor.press(editor.page.board.copy)
    assert editor.shown == "new-board-1-copy"
    editor.press(editor.page.board.remove)
    assert set(editor.desk.boards.boards) == {"home", "food", "new-board-1"}


def test_a_file_is_chosen_from_a_list_inside_the_page(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "cat.png").write_bytes(b"no picture")
    editor.click(0, 0)
    field = editor.page.cell.media.file
    field._folder = tmp_path
    field.unfold.click()
    names = [field.list.item(row).text() for row in range(field.list.count())]
    assert names == ["..", "folder/", "cat.png"]
    field.list.itemClicked.emit(field.list.item(1))
    assert field.list.count() == 1
    field.list.itemClicked.emit(field.list.item(0))
    field.list.itemClicked.emit(field.list.item(2))
    editor.press(field.use)
    assert editor.page.warning.text() == "This file is no picture that Wren can use."


# ------------------------------------------------------------------------ walk and readers


def test_the_numbers_and_the_cost_of_the_walk_are_shown(editor: Editor) -> None:
    editor.click(0, 1)
    assert "steps" in editor.page.walk.cost.text()
    assert "Scanned" in editor.page.walk.order.text()
    numbers = [mark.text for mark in editor.page.canvas.marks._marks]
    assert all(numbers)


def test_a_line_stands_between_the_groups_of_the_walk(editor: Editor) -> None:
    """Between the rows, and none between the cells of a row."""
    by_rows = replace(samples.WINDOWED, scan_pattern="row_column")
    editor.desk.follow(replace(screen(), settings=by_rows))
    canvas = editor.page.canvas
    rooms = [[canvas._room((row, column)) for column in range(2)] for row in range(2)]
    picture = canvas.grab().toImage()
    plain = QColor(canvas._style.theme.window)
    middle = rooms[0][0].center()
    between_rows = QPoint(middle.x(), rooms[0][0].bottom() + GAP // 2)
    between_cells = QPoint(rooms[0][0].right() + 1 + GAP // 2, middle.y())
    assert picture.pixelColor(between_rows) != plain
    assert picture.pixelColor(between_cells) == plain


def test_the_light_is_shown_and_stopped(editor: Editor) -> None:
    assert not editor.page.walk.press.isVisible()
    editor.press(editor.page.walk.light)
    assert editor.page.walk.press.isVisible()
    assert editor.page.walk.order.text() == "The light is on the strip."
    editor.press(editor.page.walk.light)
    assert not editor.page.walk.press.isVisible()


def test_every_field_and_every_cell_has_a_name_for_screen_readers(editor: Editor) -> None:
    editor.click(0, 1)
    assert editor.page.canvas.accessibleName() == "B, row 1, column 2, chosen"
    assert "row 1, column 2" in editor.page.canvas._buttons["B"].accessibleDescription()
    for kind in (QLineEdit, QListWidget, QAbstractButton):
        for each in editor.page.findChildren(kind):
            name = each.accessibleName() or getattr(each, "text", str)()
            inside = each.objectName().startswith("qt_")
            assert name or inside or not each.isVisible(), each


def test_the_page_shows_an_edit_of_the_switch(editor: Editor) -> None:
    editor.desk.take(replace(HOME, name="By switch"))
    assert "By switch" in editor.page.told.text()


def test_a_page_that_is_closed_is_told_nothing(editor: Editor) -> None:
    editor.desk.follow(screen(Page.BOARD))
    before = editor.page._desk
    editor.desk.take(replace(HOME, name="By switch"))
    assert editor.page._desk is before


def test_the_editor_page_is_plain_in_every_theme_and_size(editor: Editor) -> None:
    assert isinstance(editor.page, EditorPage)
    for width, height in ((1366, 768), (1920, 1080), (800, 480)):
        editor.window.resize(width, height)
        for theme in ("dark", "light", "yellow"):
            settings = replace(samples.WINDOWED, theme=theme)
            editor.window.show_view(replace(screen(), settings=settings))
            editor.settle()
            assert editor.window.size().width() == width
            right = editor.page.mapTo(editor.window, QPoint(editor.page.width(), 0)).x()
            assert right <= width
            assert editor.page.canvas.width() >= width // 4
