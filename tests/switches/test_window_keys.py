"""Keys and mouse buttons of the window as switches, and when they are a helper's instead."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.switches.window_keys import HELPER_STAYS, WindowKeys, keys_of, name_of

Told = list[tuple[str, float]]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """A window with a cell that takes no keyboard and a field that does, and a source."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 100.0
        self.told: Told = []
        self.problems: list[str] = []
        self.clicks = 0
        self.window = QWidget()
        self.window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.window.resize(400, 200)
        self.cell = QPushButton("cell", self.window)
        self.cell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cell.setGeometry(0, 0, 100, 50)
        self.cell.clicked.connect(self._clicked)
        self.field = QLineEdit(self.window)
        self.field.setGeometry(0, 60, 100, 50)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        self.window.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is self.window)
        self.source: WindowKeys | None = None

    def listen(self, *keys: str) -> None:
        self.source = WindowKeys(keys, self.problems.append, lambda: self.now)
        self.source.start(self._tell)

    def _tell(self, event: SwitchPressed | SwitchReleased, when: float) -> None:
        sign = "+" if isinstance(event, SwitchPressed) else "-"
        self.told.append((f"{sign}{event.switch}", when))

    def _clicked(self) -> None:
        self.clicks += 1

    @property
    def moves(self) -> list[str]:
        return [move for move, _ in self.told]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    if desk.source is not None:
        desk.source.stop()


def test_press_and_release_are_told_with_their_times(desk: Desk) -> None:
    desk.listen("space", "enter")
    QTest.keyPress(desk.window, Qt.Key.Key_Space)
    desk.now = 100.25
    QTest.keyRelease(desk.window, Qt.Key.Key_Space)
    assert desk.told == [("+1", 100.0), ("-1", 100.25)]


def test_the_second_name_is_switch_two(desk: Desk) -> None:
    desk.listen("space", "enter")
    QTest.keyClick(desk.window, Qt.Key.Key_Return)
    QTest.keyClick(desk.window, Qt.Key.Key_Enter)
    assert desk.moves == ["+2", "-2", "+2", "-2"]


def test_a_held_key_is_one_press(desk: Desk) -> None:
    desk.listen("space")
    QTest.keyPress(desk.window, Qt.Key.Key_Space)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 3:
        QApplication.sendEvent(
            desk.window, QKeyEvent(kind, Qt.Key.Key_Space, NONE, " ", autorep=True)
        )
    QTest.keyRelease(desk.window, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]


def test_shift_does_not_make_it_another_key(desk: Desk) -> None:
    desk.listen("a")
    QTest.keyPress(desk.window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(desk.window, Qt.Key.Key_A)
    assert desk.moves == ["+1", "-1"]


def test_a_command_of_a_helper_is_no_press(desk: Desk) -> None:
    desk.listen("q")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(desk.window, Qt.Key.Key_Q, both)
    assert desk.moves == []


def test_other_keys_are_left_alone(desk: Desk) -> None:
    desk.listen("space")
    QTest.keyClick(desk.window, Qt.Key.Key_B)
    assert desk.moves == []


def test_a_mouse_button_is_a_switch_and_touches_nothing(desk: Desk) -> None:
    desk.listen("mouse_left", "mouse_right")
    QTest.mouseClick(desk.cell, LEFT)
    QTest.mouseClick(desk.cell, Qt.MouseButton.RightButton)
    assert desk.moves == ["+1", "-1", "+2", "-2"]
    assert desk.clicks == 0


def test_a_double_click_is_two_presses(desk: Desk) -> None:
    desk.listen("mouse_left")
    QTest.mouseClick(desk.cell, LEFT)
    QTest.mouseDClick(desk.cell, LEFT)  # only the second press: it is of another kind
    QTest.mouseRelease(desk.cell, LEFT)
    assert desk.moves == ["+1", "-1", "+1", "-1"]


def test_a_mouse_that_is_no_switch_touches_cells(desk: Desk) -> None:
    desk.listen("space")
    QTest.mouseClick(desk.cell, LEFT)
    assert desk.clicks == 1
    assert desk.moves == []


def test_losing_the_keyboard_lets_go(desk: Desk) -> None:
    desk.listen("space")
    QTest.keyPress(desk.window, Qt.Key.Key_Space)
    desk.now = 101.0
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowDeactivate))
    assert desk.told[-1] == ("-1", 101.0)
    QTest.keyRelease(desk.window, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]


def test_an_unknown_name_is_reported_and_the_others_work(desk: Desk) -> None:
    desk.listen("pedal", "space")
    assert desk.problems == ["unknown-key:pedal"]
    QTest.keyClick(desk.window, Qt.Key.Key_Space)
    assert desk.moves == ["+2", "-2"]


def test_an_empty_name_is_no_key(desk: Desk) -> None:
    desk.listen("space", "")
    assert desk.problems == []


def test_start_and_stop_can_be_called_twice(desk: Desk) -> None:
    desk.listen("space")
    assert desk.source is not None
    desk.source.start(lambda event, when: None)
    QTest.keyClick(desk.window, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]
    desk.source.stop()
    desk.source.stop()
    QTest.keyClick(desk.window, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]


def test_stopping_lets_go(desk: Desk) -> None:
    desk.listen("space")
    QTest.keyPress(desk.window, Qt.Key.Key_Space)
    assert desk.source is not None
    desk.source.stop()
    assert desk.moves == ["+1", "-1"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("space", Qt.Key.Key_Space),
        ("f12", Qt.Key.Key_F12),
        ("a", Qt.Key.Key_A),
        ("7", Qt.Key.Key_7),
        ("pageup", Qt.Key.Key_PageUp),
        ("escape", Qt.Key.Key_Escape),
        ("scrolllock", Qt.Key.Key_ScrollLock),
    ],
)
def test_names_of_keys(name: str, key: Qt.Key) -> None:
    assert keys_of(name) == (key,)


def test_the_usual_names_are_known() -> None:
    assert all(keys_of(name) for name in Settings().switch_keys if name)


# ------------------------------------------------------------------------------- helpers


def write(desk: Desk, text: str) -> None:
    """A helper clicks into the field and writes."""
    QTest.mouseClick(desk.field, LEFT)
    assert QApplication.focusWidget() is desk.field
    QTest.keyClicks(desk.field, text)


def test_a_switch_key_written_into_a_field_reaches_the_field(desk: Desk) -> None:
    desk.listen("space", "enter")
    write(desk, "Anna Maria")
    assert desk.field.text() == "Anna Maria"
    assert desk.moves == []


def test_a_field_left_open_gives_the_switch_back(desk: Desk) -> None:
    desk.listen("space")
    write(desk, "Anna")
    desk.now += HELPER_STAYS + 1
    QTest.keyClick(desk.field, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]
    assert desk.field.text() == "Anna"


def test_presses_of_the_switch_do_not_count_as_help(desk: Desk) -> None:
    desk.listen("space")
    write(desk, "Anna")
    for _ in range(5):
        desk.now += 5
        QTest.keyClick(desk.field, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]


def test_a_press_begun_as_a_switch_ends_as_one(desk: Desk) -> None:
    desk.listen("space")
    QTest.keyPress(desk.window, Qt.Key.Key_Space)
    write(desk, "b")
    QTest.keyRelease(desk.field, Qt.Key.Key_Space)
    assert desk.moves == ["+1", "-1"]


def test_with_the_mouse_as_switch_a_helper_who_moves_it_can_click_controls(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.listen("mouse_left")
    QTest.mouseMove(desk.field, QPoint(20, 20))
    QTest.mouseClick(desk.field, LEFT)
    assert desk.moves == []
    assert QApplication.focusWidget() is desk.field
    desk.now += HELPER_STAYS + 1
    QTest.mouseClick(desk.field, LEFT)
    assert desk.moves == ["+1", "-1"]


def test_with_the_mouse_as_switch_cells_are_never_clicked(desk: Desk) -> None:
    desk.listen("mouse_left")
    QTest.mouseMove(desk.cell, QPoint(20, 20))
    QTest.mouseClick(desk.cell, LEFT)
    assert desk.moves == ["+1", "-1"]
    assert desk.clicks == 0


def test_the_source_keeps_its_promise_to_the_socket(qapp: QApplication) -> None:
    make: Callable[[], WindowKeys] = lambda: WindowKeys(("space",), lambda code: None)  # noqa: E731
    make().stop()
    source = make()
    source.start(lambda event, when: None)
    source.stop()


def test_a_helper_who_asks_is_told_every_key_and_button_by_its_name(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    found: list[str] = []
    heard: list[object] = []
    source = WindowKeys(("space",), lambda code: None)
    source.start(lambda event, when: heard.append(event))
    source.seek(found.append)
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(window, key)
    qtbot.mouseClick(window, Qt.MouseButton.BackButton)
    source.seek(None)
    qtbot.keyClick(window, Qt.Key.Key_F10)
    source.stop()
    assert found == ["f9", "enter", "space", "mouse_back"]
    assert heard == [SwitchPressed(1), SwitchReleased(1)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Control, Qt.Key.Key_A,
                                 Qt.Key.Key_PageUp, Qt.Key.Key_Comma, Qt.Key.Key_F24])  # fmt: skip
def test_a_name_that_is_told_leads_back_to_its_key(key: Qt.Key) -> None:
    assert key in keys_of(name_of(key.value))


def test_a_key_that_qt_has_no_name_for_has_none() -> None:
    assert name_of(0x7654321) == ""
