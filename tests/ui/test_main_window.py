"""The window shows what the view says: given a view, read back what is shown as text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from aac.model.board import Cell, Do, Look
from aac.model.commands import Command
from aac.model.notice import Notice, NoticeKind
from aac.model.view import Alert, Page, Phase
from aac.ui.cell_button import BackMark
from aac.ui.main_window import MainWindow
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import lines


def test_a_view_is_shown_as_it_is(show: Show) -> None:
    view = samples.spelling()
    assert lines(show(replace(view, lit=samples.row(view, 1)))) == [
        "Letters",
        "I need wa|",
        "water was want wait warm",
        "T N Space R Speak",
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


def test_the_light_stands_still_while_a_press_is_judged(show: Show) -> None:
    lit = samples.spelling(lit=frozenset({"letter-O"}))
    for view, line in (
        (lit, "T [O] S D G B"),
        (replace(lit, accepting=True), "T <O> S D G B"),
        (lit, "T [O] S D G B"),
    ):
        assert line in lines(show(view))


def test_a_lit_cell_that_begins_to_ask(show: Show) -> None:
    clear = samples.control("Clear all", Command.CLEAR)
    lit = samples.quick(lit=frozenset({clear.id}))
    assert "Spell All boards [Clear all] Tools Back" in lines(show(lit))
    asks = lines(show(replace(lit, asking=clear)))
    assert "Spell All boards [?Press again: Clear all?] Tools Back" in asks
    assert "Spell All boards [Clear all] Tools Back" in lines(show(lit))


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


def test_at_night_a_call_says_what_the_next_press_does(show: Show) -> None:
    night = replace(samples.alert_page().settings, night=True)
    told = lines(show(samples.alert_page(phase=Phase.READY, settings=night)))
    assert "Press: alarm" in told and "Press to start" not in told
    assert "Press: alarm" not in lines(show(samples.alert_page(settings=night)))


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
    assert shown == ["[Close] Slower Faster", "Yes No Call Undo"]


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


def test_a_new_gap_lays_out_the_page_that_is_open(show: Show) -> None:
    for small in (samples.alert_page(), samples.every_kind()["asking-elsewhere"]):
        window = show(small)
        settings = replace(small.settings, cell_gap=2)
        show(replace(small, settings=settings))
        parts = (window.alert.cells, window.alert.text, window.board.card.sheet)
        places = [part.geometry() for part in parts]
        window.resize(1200, 700)
        window.resize(1366, 768)
        assert [part.geometry() for part in parts] == places
        show(small)


def test_without_back_cells_there_are_no_back_marks(show: Show) -> None:
    view = samples.quick()
    window = show(replace(view, settings=replace(view.settings, back_cells=False)))
    assert window.board.grid.marks() == []
    assert not any(mark.isVisible() for mark in window.findChildren(BackMark))


def test_the_night_is_black_but_for_one_dim_line_and_a_touch_calls(
    show: Show, window: MainWindow, qtbot: QtBot
) -> None:
    view = replace(samples.quick(), page=Page.NIGHT, phase=Phase.RESTING, lit=frozenset())
    view = replace(view, settings=replace(view.settings, night=True))
    show(view)
    image = window.grab().toImage()
    lightest = max(
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    assert 0 < lightest <= 64
    with qtbot.waitSignal(window.touched) as touched:
        qtbot.mouseClick(window.covers.night, Qt.MouseButton.LeftButton)
    assert touched.args == ["strip-call"]
    with qtbot.waitSignal(window.settings_changed) as changed:
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not changed.args[0].night
    show(replace(view, page=Page.BOARD))
    assert not window.covers.night.isVisible()
