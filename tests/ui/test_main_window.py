"""The window shows what the view says: given a view, read back what is shown as text."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from aac.model.board import Cell, Command, Do, Look
from aac.model.events import Alert, Notice, NoticeKind, Page, Phase
from aac.ui.cell_button import BackMark, CellButton
from aac.ui.main_window import MainWindow
from aac.ui.theme import THEMES
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import cells_in_sight, lines


def test_a_view_is_shown_as_it_is(show: Show) -> None:
    view = samples.spelling()
    assert lines(show(replace(view, lit=samples.row(view, 1)))) == [
        "Letters",
        "I need wa|",
        "water was want wait",
        "Space E A N L F",
        "[T] [O] [S] [D] [G] [B]",
        "I R C Y V X",
        "H U W K Q Delete",
        "M P J Z 123 . ? Speak",
        "Delete word Quick All boards Edit Say again Tools",
        "Yes No Call Undo",
    ]


def test_a_cell_lit_in_its_group(show: Show) -> None:
    view = samples.spelling()
    window = show(replace(view, lit=frozenset({"letter-O"}), group=samples.row(view, 1)))
    assert "(T) [O] (S) (D) (G) (B)" in lines(window)


def test_a_press_that_is_judged_looks_different(show: Show) -> None:
    view = samples.spelling(lit=frozenset({"letter-O"}), accepting=True)
    assert "T <O> S D G B" in lines(show(view))


def test_back_is_lit_at_the_end_of_the_group(show: Show) -> None:
    view = samples.spelling()
    window = show(replace(view, group=samples.row(view, 1), back_lit=True))
    assert "(T) (O) (S) (D) (G) (B) [<-]" in lines(window)


def test_back_of_a_column_is_at_the_end_of_its_last_row(show: Show) -> None:
    view = samples.spelling()
    column = frozenset(row[0].id for row in view.board.grid if row[0] is not None)
    shown = lines(show(replace(view, group=column, back_lit=True)))
    assert [line for line in shown if "[<-]" in line] == [
        "(Delete word) Quick All boards Edit Say again Tools [<-]"
    ]


def test_a_cell_of_the_board_asks_in_its_place(show: Show) -> None:
    clear = samples.control("Clear all", Command.CLEAR)
    ids = frozenset({clear.id})
    window = show(samples.quick(asking=clear, lit=ids, group=ids))
    assert "Spell All boards [?Press again: Clear all?] Tools Back" in lines(window)
    window = show(samples.quick(asking=clear, group=ids, back_lit=True))
    assert "Spell All boards ?Press again: Clear all? Tools Back [<-]" in lines(window)
    assert "Spell All boards Clear all Tools Back" in lines(show(samples.quick()))


def test_a_cell_that_is_not_on_the_board_asks_above_it(show: Show) -> None:
    cell = Cell("page-x", "Show it", Do(Command.CONFIRM), Look.CONTROL)
    window = show(samples.quick(asking=cell, lit=frozenset({"page-x"})))
    assert "[?Press again: Show it?]" in lines(window)
    window = show(samples.quick(asking=cell, group=frozenset({"page-x"}), back_lit=True))
    assert "?Press again: Show it? [<-]" in lines(window)
    assert not any("again" in line for line in lines(show(samples.quick())))


def test_hidden_and_empty_places_stay_empty(show: Show) -> None:
    shown = lines(show(samples.quick()))
    assert "Move me Toilet My switch moved Tired" in shown
    assert not any("Hidden" in line for line in shown)


def test_states_of_the_scan_are_told_in_words(show: Show) -> None:
    assert "Press to start" in lines(show(samples.quick(phase=Phase.READY)))
    assert "Resting. Press to start" in lines(show(samples.quick(phase=Phase.RESTING)))
    assert "The switch is held down" in lines(show(samples.quick(phase=Phase.HELD)))


def test_notices_and_the_private_badge_come_and_go(show: Show) -> None:
    view = samples.quick(notice=Notice(NoticeKind.SPEED, "1.20"), private=True)
    assert {"Scan time: 1.20 seconds.", "Private"} <= set(lines(show(view)))
    assert not {"Scan time: 1.20 seconds.", "Private"} & set(lines(show(samples.quick())))


def test_a_call_for_help_fills_the_window_above_the_strip(show: Show) -> None:
    assert lines(show(samples.alert_page())) == [
        "Please come. I need help.",
        "[I’m coming] Keep ringing, show my board",
        "Yes No Call Undo",
    ]
    window = show(samples.alert_page(alert=Alert("I am choking.", emergency=True)))
    assert window.alert.remark.text().startswith("Wren is not a medical alarm")
    assert "I am choking." in lines(window)


def test_settings_leave_the_strip_and_close_to_the_scan(show: Show) -> None:
    shown = lines(show(samples.settings_page(lit=frozenset({"page-close"}))))
    assert shown == ["[Close]", "Yes No Call Undo"]


def test_the_strip_is_on_every_page(show: Show) -> None:
    for view in samples.every_kind().values():
        window = show(view)
        assert window.strip.isVisible()
        assert [button.shown_text() for button in window.strip.buttons()] == [
            "Yes", "No", "Call", "Undo",
        ]  # fmt: skip


def test_leaving_a_page_shows_the_board_again(show: Show) -> None:
    first = lines(show(samples.spelling()))
    show(samples.alert_page())
    show(samples.settings_page())
    assert lines(show(samples.spelling())) == first


def test_a_theme_and_a_text_size_change_at_once(show: Show) -> None:
    view = samples.quick()
    window = show(view)
    dark = window.grab().toImage().pixelColor(2, 300)
    window = show(replace(view, settings=replace(view.settings, theme="light")))
    assert window.grab().toImage().pixelColor(2, 300).lightness() > dark.lightness() + 100
    before = window.board.grid.button("Stop")
    assert before is not None
    size = before.face().font.pixelSize()
    show(replace(view, settings=replace(view.settings, text_size=18)))
    assert before.face().font.pixelSize() < size


def test_without_back_cells_there_are_no_back_marks(show: Show) -> None:
    view = samples.quick()
    window = show(replace(view, settings=replace(view.settings, back_cells=False)))
    assert window.board.grid.marks() == []
    assert not any(mark.isVisible() for mark in window.findChildren(BackMark))


# ------------------------------------------------------------------------------ painting


class Paints(QObject):
    """Writes down which widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.widgets.append(watched)
        return False

    def cells(self) -> set[str]:
        buttons = (widget for widget in self.widgets if isinstance(widget, CellButton))
        return {button.cell.id for button in buttons if button.cell is not None}


def test_a_step_repaints_only_the_cells_that_change(show: Show, qtbot: QtBot) -> None:
    view = samples.spelling()
    group = samples.row(view, 1)
    show(replace(view, lit=frozenset({"letter-T"}), group=group))
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, lit=frozenset({"letter-O"}), group=group))
    assert paints.cells() == {"letter-T", "letter-O"}
    assert len(paints.widgets) == 2


def test_a_row_step_repaints_two_rows(show: Show, qtbot: QtBot) -> None:
    view = samples.spelling()
    show(replace(view, lit=samples.row(view, 1)))
    qtbot.wait(10)
    paints = Paints()
    show(replace(view, lit=samples.row(view, 2)))
    assert paints.cells() == samples.row(view, 1) | samples.row(view, 2)


def test_the_same_view_again_paints_nothing(show: Show, qtbot: QtBot) -> None:
    show(samples.spelling())
    qtbot.wait(10)
    paints = Paints()
    show(samples.spelling())
    assert paints.widgets == []


def test_a_lit_row_is_one_block(show: Show) -> None:
    view = samples.spelling()
    window = show(replace(view, lit=samples.row(view, 1)))
    left = window.board.grid.button("letter-T")
    assert left is not None
    gap = left.geometry().center()
    gap.setX(left.geometry().right() + 3)
    assert window.board.grid.childAt(gap) is None
    picture = window.board.grid.grab().toImage()
    assert picture.pixelColor(gap).name() == THEMES["dark"].lit.edge
    show(view)
    picture = window.board.grid.grab().toImage()
    assert picture.pixelColor(gap).name() == THEMES["dark"].window


def test_void_qt_calls_do_not_eat_none(window: MainWindow) -> None:
    before = sys.getrefcount(None)
    for _ in range(1000):  # far below what aborts the interpreter, so this fails and does not crash
        window.update()
    assert abs(sys.getrefcount(None) - before) < 100


# -------------------------------------------------------------------------------- by hand


def test_a_click_touches_the_cell(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    toilet = window.board.grid.button("Toilet")
    assert toilet is not None
    with qtbot.waitSignal(window.touched) as touched:
        qtbot.mouseClick(toilet, Qt.MouseButton.LeftButton)
    assert touched.args == ["Toilet"]


def test_letting_go_outside_the_cell_touches_nothing(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    toilet = window.board.grid.button("Toilet")
    assert toilet is not None
    with qtbot.assertNotEmitted(window.touched):
        qtbot.mousePress(toilet, Qt.MouseButton.LeftButton)
        outside = toilet.rect().bottomRight() * 2
        qtbot.mouseRelease(toilet, Qt.MouseButton.LeftButton, pos=outside)


def test_cells_of_every_page_can_be_touched(show: Show, qtbot: QtBot) -> None:
    for view, cell_id in (
        (samples.spelling(), "word-1"),
        (samples.spelling(), "strip-call"),
        (samples.alert_page(), "page-coming"),
        (samples.settings_page(), "page-close"),
    ):
        window = show(view)
        (button,) = (b for b in cells_in_sight(window) if b.cell and b.cell.id == cell_id)
        with qtbot.waitSignal(window.touched) as touched:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert touched.args == [cell_id]


def test_no_cell_takes_the_keyboard(show: Show) -> None:
    window = show(samples.quick())
    for cell in cells_in_sight(window):
        assert cell.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_keys_of_helpers(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(window.close_asked):
        qtbot.keyClick(window, Qt.Key.Key_Q, both)
    with qtbot.waitSignal(window.settings_asked):
        qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_other_keys_do_nothing(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    with (
        qtbot.assertNotEmitted(window.close_asked),
        qtbot.assertNotEmitted(window.settings_asked),
        qtbot.assertNotEmitted(window.touched),
    ):
        for key in (Qt.Key.Key_Q, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return):
            qtbot.keyClick(window, key)


def test_the_close_button_asks_once_and_then_closes(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.close_asked):
        QApplication.sendEvent(window, QCloseEvent())
    assert window.isVisible()
    with qtbot.assertNotEmitted(window.close_asked):
        assert window.close()


def test_full_screen_follows_the_setting(show: Show) -> None:
    view = samples.quick()
    window = show(view)
    show(replace(view, settings=replace(view.settings, full_screen=True)))
    assert window.isFullScreen()
    show(view)
    assert not window.isFullScreen()


def test_settings_opened_by_the_switch_leave_the_keyboard_to_it(show: Show) -> None:
    window = show(samples.settings_page())
    assert QApplication.focusWidget() in (None, window)


def test_settings_opened_by_hand_take_the_keyboard(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    show(samples.settings_page())
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.settings.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_F11)
    assert window.isFullScreen()
    show(samples.quick())
    assert QApplication.focusWidget() is window


def test_escape_on_the_settings_page_closes_it(show: Show, qtbot: QtBot) -> None:
    window = show(samples.settings_page())
    with qtbot.waitSignal(window.page_closed):
        qtbot.keyClick(window.settings, Qt.Key.Key_Escape)
    assert window.settings.isVisible()  # until the view says otherwise
    assert show(samples.quick(page=Page.BOARD)).board.isVisible()
