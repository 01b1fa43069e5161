"""Night mode (G44): black, one press rings, nothing else; entered and left with one switch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.session import Session
from aac.model.events import CellTouched, ClockTold, SaveSettings, SettingsChanged, Speak
from aac.model.settings import Settings
from aac.model.sounds import Ring, StopRinging
from aac.model.view import Page, Phase, Work
from tests.one_switch import Person
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B", ":night :back", spelling=True), strip=STRIP)
MINUTE = 60.0
METHODS = ("automatic", "inverse", "step", "two_switch", "elimination_2", "directed_4")


def somebody(**settings: object) -> Person:
    session = Session(HOME, replace(Settings(), **settings), Work())  # type: ignore[arg-type]
    person = Person(session, 50.0)
    person.effects += session.start(50.0)
    return person


def rings(person: Person) -> list[Ring]:
    return [effect for effect in person.effects if isinstance(effect, Ring)]


def test_it_is_entered_by_a_cell_and_nothing_is_lit_until_morning() -> None:
    person = somebody()
    person.choose(":night")
    assert (person.view.page, person.view.phase) == (Page.NIGHT, Phase.RESTING)
    assert person.view.lit == frozenset()
    saved = [one.settings.night for one in person.effects if isinstance(one, SaveSettings)]
    assert saved == [True]
    person.wait(3600.0)
    assert (person.view.page, person.view.lit) == (Page.NIGHT, frozenset())
    assert not rings(person)


@pytest.mark.parametrize("method", METHODS)
def test_one_press_rings_at_once_under_every_method(method: str) -> None:
    person = somebody(night=True, scan_method=method)
    assert person.view.page is Page.NIGHT
    person.wait(100.0)
    person.tap()
    assert rings(person) == [Ring(("chime", "B02"))]
    assert person.view.page is Page.ALERT


def test_it_is_night_again_when_somebody_came_and_when_the_call_was_a_mistake() -> None:
    for answer in ("page-coming", "Undo"):
        person = somebody(night=True)
        person.tap()
        person.do(CellTouched(answer))
        assert StopRinging() in person.effects
        assert (person.view.page, person.view.lit) == (Page.NIGHT, frozenset())


def test_who_calls_can_say_what_it_is_and_the_bell_rings_on() -> None:
    person = somebody(night=True)
    person.tap()
    person.wait(10.5)
    person.choose("page-keep_ringing")
    person.choose("A")
    assert [one.text for one in person.effects if isinstance(one, Speak)] == ["A"]
    person.wait(11.0)
    assert len(rings(person)) >= 2 and person.view.alert is not None


@pytest.mark.parametrize("method", METHODS)
def test_presses_soon_after_a_call_make_it_an_alarm_and_answer_nothing(method: str) -> None:
    person = somebody(night=True, scan_method=method)
    person.tap()
    assert person.view.lit == frozenset()
    for pause in (1.0, 3.0, 9.0):
        person.wait(pause)
        person.tap()
        assert rings(person)[-1] == Ring(("alarm", "B02"))
        assert person.view.alert is not None and person.view.page is Page.ALERT
    assert StopRinging() not in person.effects


def test_ten_seconds_after_the_last_press_the_page_of_the_call_is_scanned() -> None:
    person = somebody(night=True)
    person.tap()
    person.wait(9.0)
    assert person.view.lit == frozenset()
    person.wait(1.1)
    assert person.view.lit


def test_a_helpers_touch_answers_at_once() -> None:
    person = somebody(night=True)
    person.tap()
    person.do(CellTouched("page-coming"))
    assert person.view.alert is None
    person.tap()
    assert rings(person)[-1].sounds[0] in ("chime", "alarm")


def evening(**settings: object) -> Person:
    """Half past nine; the night is from ten until seven."""
    person = somebody(night_hours=True, **settings)
    person.do(ClockTold(0.0, 21.5))
    return person


def test_by_the_clock_it_becomes_night_while_the_scan_rests_and_day_again() -> None:
    person = evening()
    person.wait(29 * MINUTE)
    assert person.view.page is Page.BOARD and person.view.phase is Phase.RESTING
    person.wait(2 * MINUTE)
    assert person.view.page is Page.NIGHT and person.view.settings.night
    person.tap()
    assert rings(person)
    person.do(CellTouched("page-coming"))
    person.wait(9 * 60 * MINUTE)
    assert (person.view.page, person.view.settings.night) == (Page.BOARD, False)


def test_who_is_still_talking_is_not_cut_off_and_has_ten_minutes() -> None:
    person = evening(loops_endless=True)
    person.wait(25 * MINUTE)
    person.choose("A")
    person.wait(9.5 * MINUTE)
    assert person.view.page is Page.BOARD
    person.wait(1 * MINUTE)
    assert person.view.page is Page.NIGHT


def test_who_ends_it_by_hand_has_it_ended_until_the_next_evening() -> None:
    person = evening()
    person.wait(31 * MINUTE)
    person.do(SettingsChanged(replace(person.view.settings, night=False)))
    person.wait(60 * MINUTE)
    assert person.view.page is Page.BOARD
    person.wait(23 * 60 * MINUTE)
    assert person.view.page is Page.NIGHT


def test_a_start_in_the_middle_of_the_night_is_left_as_it_is() -> None:
    person = somebody(night_hours=True)
    person.do(ClockTold(0.0, 23.0))
    person.wait(60 * MINUTE)
    assert person.view.page is Page.BOARD


def test_without_a_clock_there_is_no_night_by_the_clock() -> None:
    person = somebody()
    person.do(ClockTold(0.0, 21.9))
    person.wait(60 * MINUTE)
    assert person.view.page is Page.BOARD


def test_the_day_does_not_begin_in_the_middle_of_a_call() -> None:
    person = evening()
    person.wait(9 * 60 * MINUTE + 29 * MINUTE)
    assert person.view.page is Page.NIGHT
    person.tap()
    person.wait(2 * MINUTE)
    assert person.view.alert is not None and person.view.page is Page.ALERT
    person.do(CellTouched("page-coming"))
    assert (person.view.page, person.view.alert) == (Page.BOARD, None)


def test_the_night_is_ended_with_the_one_switch_and_the_call_still_sounds() -> None:
    person = somebody(night=True)
    person.tap()
    person.wait(10.5)
    person.choose("page-end_night")
    assert not person.view.settings.night
    assert person.view.alert is not None
    person.choose("page-coming")
    assert (person.view.page, person.view.phase) == (Page.BOARD, Phase.SCANNING)


def test_a_touch_rings_and_a_helper_ends_it_from_outside() -> None:
    person = somebody(night=True)
    person.do(CellTouched("Call"))
    assert rings(person)
    person.do(CellTouched("page-coming"))
    person.do(SettingsChanged(replace(person.view.settings, night=False)))
    assert (person.view.page, person.view.phase) == (Page.BOARD, Phase.SCANNING)


def test_it_is_still_night_after_a_new_start() -> None:
    person = somebody(night=True)
    again = Person(Session(HOME, person.view.settings, person.session.work), 9.0)
    again.effects += again.session.start(9.0)
    assert (again.view.page, again.view.lit) == (Page.NIGHT, frozenset())
    again.tap()
    assert rings(again)


@given(st.lists(st.sampled_from(["tap", "wait", "long", "page-coming", "Undo", "A", "back"])))
def test_whatever_happens_a_press_at_night_rings_within_the_moment(steps: list[str]) -> None:
    person = somebody(night=True)
    for step in steps:
        if step == "wait":
            person.wait(7.0)
        elif step in ("tap", "long"):
            person.tap()
        else:
            person.do(CellTouched(step))
    if person.view.page is Page.NIGHT:
        person.wait(1.0)
        before = len(rings(person))
        person.tap()
        assert len(rings(person)) == before + 1
