"""Touch, mouse and keyboard: what the window tells, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from aac.model.view import Page
from aac.ui.main_window import MainWindow
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import cells_in_sight


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
    with qtbot.waitSignal(window.page_asked) as asked:
        qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Page.SETTINGS]
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_other_keys_do_nothing(show: Show, qtbot: QtBot) -> None:
    window = show(samples.quick())
    with (
        qtbot.assertNotEmitted(window.close_asked),
        qtbot.assertNotEmitted(window.page_asked),
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
    with qtbot.waitSignal(window.page_asked) as asked:
        qtbot.keyClick(window.settings, Qt.Key.Key_Escape)
    assert asked.args == [Page.BOARD]
    assert window.settings.isVisible()  # until the view says otherwise
    assert show(samples.quick(page=Page.BOARD)).board.isVisible()
