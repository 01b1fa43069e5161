"""Check my switch: what it can carry, by the person's own choice (G6, G20, G28, G34)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.model.events import SaveMeasures, SettingsChanged, SwitchPressed
from aac.model.guide_words import UNMEASURED, guide_text
from aac.model.measures import Measures, SwitchCheck
from aac.model.notice import NoticeKind
from aac.model.settings import Settings
from aac.model.view import Page, Phase
from tests.guided import WALL, Guided, guided

OLD = SwitchCheck(20, 0.3, 0.4, 1.0, 3, True, 1.7e9)


def counted(gap: float = 0.75, hold: float = 0.2, **more: object) -> Guided:
    """A person who has pressed for thirty seconds, before the long presses."""
    person = guided(Page.CHECK, **more)  # type: ignore[arg-type]
    person.await_light()
    began = person.now
    while person.now + gap < began + 30.0:
        person.press()
        person.wait(hold)
        person.release()
        person.wait(gap - hold)
    person.wait(2.0)
    return person


def hold_on(person: Guided, delay: float = 0.25) -> None:
    """Hold until the light goes out, and let go after a moment."""
    person.await_light()
    person.wait(0.5)
    person.press()
    person.await_light(False)
    person.wait(delay)
    person.release()


def checked(long: int = 3, three: float = 1.0, **more: object) -> Guided:
    """A person before the result: of three long presses some work, three come ``three`` apart."""
    person = counted(**more)
    for _ in range(long):
        hold_on(person)
    for _ in range(3 - long):
        person.await_light()
        person.press_after(0.5, hold=0.6)
    for _ in range(2):
        if person.offered:
            break
        person.await_light()
        person.tap_every(three, 3)
    return person


def test_what_a_switch_can_do_is_measured_and_saved() -> None:
    person = checked()
    check = person.session.measures.check
    assert check is not None
    assert check.presses == 39
    assert check.held == pytest.approx(0.2)
    assert check.repeat == pytest.approx(0.75)
    assert check.release == pytest.approx(0.25)
    assert (check.long_presses, check.three_presses) == (3, True)
    assert check.at == pytest.approx(WALL + person.now, abs=60)
    saved = [one.measures for one in person.effects if isinstance(one, SaveMeasures)]
    assert saved[-1].check == check
    assert all(one == replace(Measures(), check=one.check) for one in saved)
    assert person.view.settings.long_press is False, "nothing is turned on by itself"


def test_the_thirty_seconds_begin_with_the_first_press() -> None:
    person = guided(Page.CHECK)
    person.await_light()
    person.wait(8.0)
    began = person.now
    person.tap()
    person.wait(28.0)
    person.tap()
    assert person.lit
    person.wait(began + 30.0 - person.now - 0.01)
    assert person.lit
    person.wait(0.02)
    person.listen()
    assert person.view.panel is not None
    assert person.view.panel.text == guide_text("check_hold")


def test_a_press_heard_of_after_the_thirty_seconds_is_not_counted() -> None:
    person = guided(Page.CHECK)
    person.await_light()
    person.tap()
    person.now += 40.0  # no timer fires
    person.do(SwitchPressed(1))
    person.wait(0.0)
    person.release()
    person.listen()
    for _ in range(3):
        hold_on(person)
    person.await_light()
    person.tap_every(0.8, 3)
    check = person.session.measures.check
    assert check is not None
    assert check.presses == 1


def test_quick_presses_are_counted_in_spite_of_a_lock_out() -> None:
    person = checked(gap=0.3, hold=0.1, lock_out=0.9)
    check = person.session.measures.check
    assert check is not None
    assert check.repeat == pytest.approx(0.3)


def test_the_light_goes_out_at_moments_that_cannot_be_foreseen() -> None:
    person = counted()
    held = []
    for _ in range(3):
        person.await_light()
        person.wait(0.5)
        person.press()
        held.append(person.await_light(False))
        person.wait(0.2)
        person.release()
    assert all(1.5 <= one <= 2.5 for one in held)
    assert max(held) - min(held) > 0.2


@pytest.mark.parametrize(
    ("hold", "works"), [(1.4, 0), (1.5, 1), (3.9, 1), (4.0, 0)], ids=lambda value: str(value)
)
def test_a_long_press_is_long_and_not_so_long_that_it_calls(hold: float, works: int) -> None:
    person = counted()
    person.await_light()
    person.press_after(0.5, hold=hold)
    hold_on(person)
    hold_on(person)
    person.await_light()
    person.tap_every(0.8, 3)
    check = person.session.measures.check
    assert check is not None
    assert check.long_presses == 2 + works


@pytest.mark.parametrize(("gap", "works"), [(1.0, True), (1.9, True), (2.1, False)])
def test_three_presses_within_four_seconds(gap: float, works: bool) -> None:
    person = checked(three=gap)
    check = person.session.measures.check
    assert check is not None
    assert check.three_presses is works


def test_three_presses_may_be_tried_twice() -> None:
    person = counted()
    for _ in range(3):
        hold_on(person)
    person.await_light()
    person.tap_every(2.5, 3)
    person.wait(4.0)
    assert guide_text("check_three_again") in person.said
    person.await_light()
    person.tap_every(0.8, 3)
    check = person.session.measures.check
    assert check is not None
    assert check.three_presses


def test_only_what_worked_can_be_turned_on() -> None:
    assert checked().offered == [
        "guide-use_long", "guide-use_three", "guide-done", "guide-again"]  # fmt: skip
    assert checked(long=2).offered == ["guide-use_three", "guide-done", "guide-again"]
    assert checked(three=2.5).offered == ["guide-use_long", "guide-done", "guide-again"]
    assert checked(long=0, three=2.5).offered == ["guide-done", "guide-again"]
    held = checked(scan_method="inverse").offered
    assert held == ["guide-use_three", "guide-done", "guide-again"]


def test_the_person_turns_long_presses_on_and_undo_turns_them_off() -> None:
    person = checked()
    person.take("guide-use_long")
    assert person.view.settings.long_press
    assert person.said[-1] == guide_text("now_long")
    assert person.offered == [
        "guide-use_route", "guide-use_three", "guide-done", "guide-again"]  # fmt: skip
    person.take("Undo")
    assert not person.view.settings.long_press
    assert person.view.page is Page.CHECK
    assert "guide-use_long" in person.offered
    person.listen()
    assert person.view.phase is Phase.SCANNING
    person.take("Undo")
    assert person.view.page is Page.BOARD, "the next undo takes back to have come here"
    assert person.view.notice is None


def test_closing_leaves_the_page() -> None:
    person = checked()
    person.take("guide-done")
    assert person.view.page is Page.BOARD


def test_a_third_press_heard_of_too_late_is_not_in_time() -> None:
    person = counted()
    for _ in range(3):
        hold_on(person)
    person.await_light()
    person.tap_every(1.0, 2)
    person.now += 3.0  # no timer fires
    person.do(SwitchPressed(1))
    assert person.offered == []
    check = person.session.measures.check
    assert check is None


def test_long_presses_that_are_on_already_are_measured_again() -> None:
    person = checked(long_press=True)
    check = person.session.measures.check
    assert check is not None
    assert check.long_presses == 3


def test_another_way_to_call_is_offered_only_with_a_long_press_that_works() -> None:
    person = checked()
    person.take("guide-use_three")
    assert person.view.settings.three_presses_call
    assert "guide-use_route" not in person.offered
    person.take("guide-use_long")
    person.take("guide-use_route")
    assert person.view.settings.strip_last_on_spelling
    assert person.offered == ["guide-done", "guide-again"]
    person.take("Undo")
    assert not person.view.settings.second_call_route
    assert not person.view.settings.strip_last_on_spelling
    assert person.view.settings.long_press


def test_a_check_broken_off_keeps_what_it_has_not_come_to() -> None:
    person = counted(measures=Measures(check=OLD))
    hold_on(person)
    person.await_light()
    person.wait(11.0)
    person.take("guide-stop")
    check = person.session.measures.check
    assert check is not None
    assert (check.presses, check.repeat) == (39, pytest.approx(0.75))
    assert (check.long_presses, check.release, check.three_presses) == (3, 0.4, True)


def test_a_check_that_is_left_at_once_changes_nothing() -> None:
    person = guided(Page.CHECK, measures=Measures(check=OLD))
    person.wait(30.0)
    person.take("guide-stop")
    assert person.view.page is Page.BOARD
    assert person.session.measures == Measures(check=OLD)


def test_after_a_rest_it_goes_on_where_it_was() -> None:
    person = counted()
    hold_on(person)
    person.await_light()
    person.wait(11.0)
    person.take("guide-go_on")
    assert person.view.panel is not None
    assert person.view.panel.progress == "2 of 3"
    hold_on(person)
    hold_on(person)
    person.await_light()
    person.wait(11.0)
    person.take("guide-go_on")
    person.await_light()
    person.tap_every(0.8, 3)
    check = person.session.measures.check
    assert check is not None
    assert (check.long_presses, check.three_presses) == (3, True)


def test_again_measures_all_of_it_anew() -> None:
    person = checked(long=1, three=2.5)
    person.take("guide-again")
    person.await_light()
    person.tap()
    person.wait(31.0)
    person.listen()
    for _ in range(3):
        hold_on(person)
    person.await_light()
    person.tap_every(0.8, 3)
    check = person.session.measures.check
    assert check is not None
    assert (check.presses, check.long_presses, check.three_presses) == (1, 3, True)


@pytest.mark.parametrize("part", ["count", "hold", "three"])
def test_call_is_reached_from_every_part_by_doing_nothing(part: str) -> None:
    person = guided(Page.CHECK) if part == "count" else counted()
    if part == "three":
        for _ in range(3):
            hold_on(person)
    person.await_light()
    person.wait(30.0)
    person.listen()
    person.choose("Call")
    assert person.view.alert is not None


def test_a_switch_that_stays_down_in_a_long_press_rests() -> None:
    person = counted()
    person.await_light()
    person.press()
    person.wait(10.5)
    assert person.view.phase is Phase.HELD
    person.release()
    assert person.offered == ["guide-go_on", "guide-stop"]


@pytest.mark.parametrize("key", ["long_press", "three_presses_call"])
def test_a_helper_cannot_turn_on_what_was_not_measured_and_is_told_why(key: str) -> None:
    person = guided(measures=Measures(check=SwitchCheck(long_presses=2)))
    assert key in person.view.unmeasured
    person.do(SettingsChanged(Settings(**{key: True, "theme": "light"})))  # type: ignore[arg-type]
    assert getattr(person.view.settings, key) is False
    assert person.view.settings.theme == "light", "all else is done"
    notice = person.view.notice
    assert notice is not None
    assert (notice.kind, notice.detail) == (NoticeKind.UNMEASURED, UNMEASURED[key])


def test_a_helper_turns_on_what_was_measured_and_off_what_was_not() -> None:
    person = guided(measures=Measures(check=OLD))
    assert person.view.unmeasured == frozenset()
    person.do(SettingsChanged(Settings(long_press=True, three_presses_call=True)))
    assert person.view.settings.long_press and person.view.settings.three_presses_call
    person = guided(long_press=True)
    assert person.view.unmeasured == {"three_presses_call"}
    person.do(SettingsChanged(Settings(long_press=True, theme="light")))
    assert person.view.settings.long_press, "what was on already stays"
    person.do(SettingsChanged(Settings()))
    assert not person.view.settings.long_press
