"""Finger, mouse and gaze: what the window tells of them, and the ring that fills."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from time import monotonic

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from aac.core.pages import shown_strip, wake_cell
from aac.model.marks import Filling
from aac.model.pointing import Pointed, Pointing
from aac.model.view import Phase, View
from aac.ui.filling_ring import FillingRing
from aac.ui.light import State
from aac.ui.main_window import MainWindow
from aac.ui.theme import THEMES
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import cells_in_sight, lines
from tests.ui.test_painting import Paints

DOWN, OVER, UP, GONE = Pointing
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def pointing(view: View, method: str, **more: object) -> View:
    settings = replace(view.settings, scan_method=method, **more)  # type: ignore[arg-type]
    strip = shown_strip(samples.STRIP, settings)
    return replace(view, settings=settings, strip=strip, phase=Phase.POINTING)


class Hand:
    """A mouse over the window; ``told``: what the window said of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        handle = window.windowHandle()
        assert handle is not None
        self.handle: QWindow = handle
        self.move(QPoint(1, 1))  # Qt leaves out a move to where the mouse is already
        self.events: list[Pointed] = []
        self.touched: list[str] = []
        window.pointed.connect(self.events.append)
        window.touched.connect(self.touched.append)

    def place(self, cell_id: str) -> QPoint:
        (button,) = (one for one in cells_in_sight(self.window) if one.cell.id == cell_id)  # type: ignore[union-attr]
        return button.mapTo(self.window, button.rect().center())

    def between(self, left: str, right: str) -> QPoint:
        return (self.place(left) + self.place(right)) / 2

    def move(self, place: QPoint) -> None:
        QTest.mouseMove(self.handle, place)

    def down(self, place: QPoint) -> None:
        QTest.mousePress(self.handle, LEFT, PLAIN, place)

    def up(self, place: QPoint) -> None:
        QTest.mouseRelease(self.handle, LEFT, PLAIN, place)

    @property
    def told(self) -> list[tuple[Pointing, str]]:
        return [(event.what, event.cell_id) for event in self.events]


# ------------------------------------------------------------------------------ touch


def test_a_touch_is_told_as_it_happens_and_the_buttons_hear_nothing(show: Show) -> None:
    hand = Hand(show(pointing(samples.quick(), "touch")))
    hand.move(hand.place("Toilet"))
    hand.down(hand.place("Pain"))
    hand.move(hand.place("Pain") + QPoint(3, 3))
    hand.move(hand.between("Mask", "Pain"))
    hand.move(hand.place("Mask"))
    hand.up(hand.place("Mask"))
    assert hand.told == [(DOWN, "Pain"), (OVER, ""), (OVER, "Mask"), (UP, "Mask")]
    assert hand.touched == []
    times = [event.at for event in hand.events]
    assert all(one is not None and one <= other for one, other in pairwise(times))  # type: ignore[operator]


def test_a_double_click_is_two_touches(show: Show) -> None:
    hand = Hand(show(pointing(samples.quick(), "touch")))
    for _ in range(2):
        QTest.mouseClick(hand.handle, LEFT, PLAIN, hand.place("Pain"))
    assert hand.told == [(DOWN, "Pain"), (UP, "Pain")] * 2


def test_a_touch_on_a_touch_screen_is_told_once(show: Show) -> None:
    hand = Hand(show(pointing(samples.quick(), "touch")))
    screen = QTest.createTouchDevice()
    QTest.touchEvent(hand.handle, screen).press(0, hand.place("Pain"), hand.handle).commit()
    QTest.touchEvent(hand.handle, screen).release(0, hand.place("Pain"), hand.handle).commit()
    assert hand.told == [(DOWN, "Pain"), (UP, "Pain")]
    assert hand.touched == []


@pytest.mark.parametrize("cell_id", ["strip-call", "strip-other-method", "word-1", "likely-3"])
def test_offers_and_strip_can_be_touched(show: Show, cell_id: str) -> None:
    hand = Hand(show(pointing(samples.spelling(), "touch")))
    QTest.mouseClick(hand.handle, LEFT, PLAIN, hand.place(cell_id))
    assert hand.told == [(DOWN, cell_id), (UP, cell_id)]


def test_pages_and_cards_can_be_touched(show: Show) -> None:
    asking = samples.every_kind()["asking-elsewhere"]
    for view, cell_id in (
        (samples.alert_page(), "page-coming"),
        (samples.settings_page(), "page-close"),
        (asking, "page-wishes"),
    ):
        hand = Hand(show(pointing(view, "touch")))
        QTest.mouseClick(hand.handle, LEFT, PLAIN, hand.place(cell_id))
        assert hand.told == [(DOWN, cell_id), (UP, cell_id)]


def test_fields_of_the_settings_page_stay_the_helpers(show: Show) -> None:
    window = show(pointing(samples.settings_page(), "touch"))
    hand = Hand(window)
    button = window.settings.fields["scan_method"].buttons["step"]  # type: ignore[attr-defined]
    got: list[object] = []
    window.settings.changed.connect(got.append)
    middle = button.mapTo(window, button.rect().center())
    at = QPoint(button.mapTo(window, QPoint()).x() + 8, middle.y())
    QTest.mouseClick(hand.handle, LEFT, PLAIN, at)
    assert [settings.scan_method for settings in got] == ["step"]  # type: ignore[attr-defined]
    assert hand.told == []


@pytest.mark.parametrize("method", ["touch", "dwell"])
def test_a_screen_reader_still_presses_a_cell(show: Show, qtbot: QtBot, method: str) -> None:
    window = show(pointing(samples.quick(), method))
    toilet = window.board.grid.button("Toilet")
    interface = QAccessible.queryAccessibleInterface(toilet)
    action = interface.actionInterface()
    with qtbot.waitSignal(window.touched) as touched:
        action.doAction(QAccessibleActionInterface.pressAction())
    assert touched.args == ["Toilet"]


def test_settings_opened_by_a_touch_take_the_keyboard(show: Show) -> None:
    window = show(pointing(samples.quick(), "touch"))
    window.activateWindow()
    hand = Hand(window)
    QTest.mouseClick(hand.handle, LEFT, PLAIN, hand.place("Tools"))
    window = show(pointing(samples.settings_page(), "touch"))
    focused = window.focusWidget()
    assert focused is not None and window.settings.isAncestorOf(focused)


# ------------------------------------------------------------------------------ dwell


def test_where_the_pointer_rests_is_told_once_for_each_cell(show: Show) -> None:
    hand = Hand(show(pointing(samples.quick(), "dwell")))
    hand.move(hand.place("Toilet"))
    hand.move(hand.place("Toilet") + QPoint(4, 2))
    hand.move(hand.between("Suction", "Mask"))
    hand.move(hand.place("Mask"))
    assert hand.told == [(OVER, "Toilet"), (OVER, ""), (OVER, "Mask")]


@pytest.mark.parametrize("method", ["dwell", "touch"])
def test_leaving_the_window_is_told(show: Show, method: str) -> None:
    hand = Hand(show(pointing(samples.quick(), method)))
    hand.move(hand.place("Mask"))
    hand.down(hand.place("Mask"))
    QCoreApplication.sendEvent(hand.handle, QEvent(QEvent.Type.Leave))
    QCoreApplication.sendEvent(hand.handle, QEvent(QEvent.Type.Leave))
    assert hand.told[1:] == [(GONE, "")]
    hand.up(hand.place("Mask"))
    assert hand.told[1:] == [(GONE, "")]


def test_the_same_place_is_not_told_again_with_another_board(show: Show) -> None:
    hand = Hand(show(pointing(samples.quick(), "dwell")))
    there = hand.place("Toilet")
    hand.move(there)
    show(pointing(samples.spelling(), "dwell"))
    hand.move(there + QPoint(2, 2))
    assert hand.told == [(OVER, "Toilet")]
    hand.move(hand.place("strip-yes"))
    hand.move(hand.place("letter-E"))
    assert hand.told[-1] == (OVER, "letter-E")


def test_a_click_while_dwelling_chooses_at_once(show: Show) -> None:
    hand = Hand(show(pointing(samples.quick(), "dwell")))
    QTest.mouseClick(hand.handle, LEFT, PLAIN, hand.place("Pain"))
    assert hand.touched == ["Pain"]


@pytest.mark.parametrize(("pointer", "tells"), [("dwell", True), ("touch", False), ("", False)])
def test_while_the_switch_scans_only_a_person_who_dwells_is_watched(
    show: Show, pointer: str, tells: bool
) -> None:
    hand = Hand(show(pointing(samples.quick(), "automatic", pointer_method=pointer)))
    hand.move(hand.place("Mask"))
    QTest.mouseClick(hand.handle, LEFT, PLAIN, hand.place("Pain"))
    assert bool(hand.told) == tells
    assert hand.touched == ["Pain"]


# ------------------------------------------------------------------------------- ring


class Time:
    now = 10.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ring(window: MainWindow) -> tuple[FillingRing, Time]:
    clock = Time()
    ring = FillingRing(window.over.ring._style, window, clock)
    return ring, clock


def test_the_ring_fills_with_the_time(show: Show, ring: tuple[FillingRing, Time]) -> None:
    show(pointing(samples.quick(), "dwell"))
    circle, clock = ring
    circle.show_filling(Filling("Mask", 10.0, 12.0))
    shares = []
    for clock.now in (9.0, 10.0, 10.5, 12.0, 13.0):
        shares.append(circle.share())
    assert shares == [0.0, 0.0, 0.25, 1.0, 1.0]
    circle.show_filling(Filling("Mask", 10.0, 12.0, stands_at=11.0))
    assert circle.share() == 0.5
    circle.show_filling(None)
    assert circle.isHidden()


@pytest.mark.parametrize("theme", THEMES)
def test_the_ring_is_drawn_on_its_cell_and_nowhere_else(show: Show, theme: str) -> None:
    view = pointing(samples.spelling(), "dwell", theme=theme)
    window = show(view)
    before = window.grab().toImage()
    half = Filling("letter-S", 0.0, 2.0, stands_at=1.0)
    after = show(replace(view, filling=half)).grab().toImage()
    cell = window.board.grid.button("letter-S")
    assert cell is not None
    corner = cell.mapTo(window, QPoint())
    assert window.over.ring.geometry().topLeft() == corner
    right = corner + QPoint(cell.width() - 3, cell.height() // 2)
    left = corner + QPoint(3, cell.height() // 2)
    assert after.pixelColor(right).name() == THEMES[theme].lit.fill
    assert after.pixelColor(left) == before.pixelColor(left)
    room = window.over.ring.geometry()
    different = [
        (x, y)
        for x in range(0, window.width(), 3)
        for y in range(0, window.height(), 3)
        if before.pixel(x, y) != after.pixel(x, y) and not room.contains(x, y)
    ]
    assert different == []
    gone = show(view).grab().toImage()
    assert gone == before


def test_only_the_cell_below_the_ring_is_painted_while_it_fills(show: Show, qtbot: QtBot) -> None:
    view = pointing(samples.quick(), "dwell")
    window = show(view)
    show(replace(view, filling=Filling("Mask", monotonic(), monotonic() + 60.0)))
    qtbot.wait(50)
    paints = Paints()
    qtbot.waitUntil(lambda: window.over.ring in paints.widgets)
    assert paints.cells() <= {"Mask"}
    show(replace(view, filling=Filling("Mask", 0.0, 1.0, stands_at=0.5)))
    qtbot.wait(50)
    still = Paints()
    qtbot.wait(100)
    assert still.widgets == []


def test_the_ring_is_not_in_the_way_of_the_pointer(show: Show) -> None:
    view = pointing(samples.quick(), "dwell")
    hand = Hand(show(replace(view, filling=Filling("Mask", 0.0, 1.0, stands_at=0.5))))
    hand.move(hand.place("Mask"))
    assert hand.told == [(OVER, "Mask")]


# ------------------------------------------------------------------------ rest, marks, cells


def test_at_rest_a_card_wakes_and_all_else_is_dim(show: Show) -> None:
    view = pointing(samples.quick(), "dwell")
    window = show(replace(view, phase=Phase.RESTING, wake=wake_cell()))
    wake = window.board.card.sheet.button("page-wake")
    assert wake is not None and wake.isVisible()
    states = {cell.state for cell in cells_in_sight(window) if cell is not wake}
    assert (wake.state, states) == (State.NORMAL, {State.DIM})
    assert "Resting" in lines(window)
    assert not show(view).board.card.isVisible()


def test_no_press_is_asked_for_while_pointing(show: Show) -> None:
    view = pointing(samples.quick(), "dwell")
    assert "Speaking" in lines(show(replace(view, phase=Phase.SPEAKING)))
    assert "Speaking. Press to stop" in lines(show(samples.quick(phase=Phase.SPEAKING)))


def test_where_nothing_is_scanned_there_is_no_back_mark(show: Show) -> None:
    assert show(samples.quick()).board.grid.marks()
    assert show(pointing(samples.quick(), "touch")).board.grid.marks() == []


@pytest.mark.parametrize("gap", [20, 40])
def test_wide_gaps_leave_the_rows_room(show: Show, gap: int) -> None:
    window = show(pointing(samples.offers(), "dwell", cell_gap=gap))
    cells = list(cells_in_sight(window))
    assert min(cell.height() for cell in cells) >= 36
    left, right = window.board.grid.button("letter-T"), window.board.grid.button("letter-O")
    assert left is not None and right is not None
    assert right.x() - left.geometry().right() - 1 == gap
    low = show(pointing(samples.quick(), "dwell", cell_gap=gap))
    upper, under = low.board.grid.button("Suction"), low.board.grid.button("Toilet")
    assert upper is not None and under is not None
    assert under.y() - upper.geometry().bottom() - 1 == gap
