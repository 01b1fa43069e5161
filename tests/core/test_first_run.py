"""A new person is offered to find the speed first; doing nothing leads to the letters."""

from __future__ import annotations

import pytest

from aac.core.session import Session
from aac.model.board_events import PrintPaper
from aac.model.events import SaveSettings
from aac.model.guide_words import guide_text
from aac.model.settings import Settings
from aac.model.view import Page, Phase, Work
from tests.guided import HOME, Guided
from tests.one_switch import NotReached


def first(settings: Settings | None = None) -> Guided:
    session = Session(HOME, settings or Settings(late_press_grace=0.1), Work(), first_run=True)
    person = Guided(session, 50.0)
    person.effects += session.start(50.0)
    return person


def test_it_is_said_once_and_scanned_at_the_safe_pace() -> None:
    person = first()
    assert person.view.page is Page.WELCOME
    assert person.said == [guide_text("welcome")]
    person.listen()
    assert person.offered == ["guide-find_speed", "guide-print", "guide-later"]
    assert person.session.deadline == pytest.approx(person.now + 2.25)
    assert person.view.lit == {"Yes", "No", "Call", "Undo"}


def test_doing_nothing_leads_to_the_letters_which_are_one_press_away() -> None:
    person = first()
    person.listen()
    person.wait(14.3)
    assert person.view.page is Page.BOARD
    assert person.view.phase is Phase.SCANNING
    assert person.said == [guide_text("welcome")]
    assert not [one for one in person.effects if isinstance(one, SaveSettings)]
    person.wait(60.0)
    assert person.view.phase is Phase.RESTING
    person.tap()
    assert person.view.phase is Phase.SCANNING
    person.choose("A")
    assert person.said[-1] == "A"


def test_even_without_a_voice_the_letters_come_within_twenty_seconds() -> None:
    person = first()
    person.wait(20.0)
    assert person.view.page is Page.BOARD


def test_the_pages_for_paper_are_made_by_one_choice_and_the_first_question_stays() -> None:
    person = first()
    person.take("guide-print")
    assert [one for one in person.effects if isinstance(one, PrintPaper)] == [PrintPaper()]
    assert person.view.page is Page.WELCOME and person.said[-1] == guide_text("printing")
    person.listen()
    assert person.offered == ["guide-find_speed", "guide-later"]
    person.take("guide-later")
    assert person.view.page is Page.BOARD


def test_later_leads_to_the_letters_and_is_not_asked_again() -> None:
    person = first()
    person.take("guide-later")
    assert person.view.page is Page.BOARD
    assert [one.settings for one in person.effects if isinstance(one, SaveSettings)] == [
        person.view.settings
    ]
    with pytest.raises(NotReached):
        person.choose("guide-later")


def test_find_my_speed_leads_there() -> None:
    person = first()
    person.take("guide-find_speed")
    assert person.view.page is Page.SPEED
    assert person.said[-1] == guide_text("speed_intro")
    assert any(isinstance(one, SaveSettings) for one in person.effects)
    person.react([0.5])


def measured_first() -> Guided:
    """Somebody new who has found the speed, with the results on the screen."""
    person = first()
    person.take("guide-find_speed")
    person.react([0.5] * 3 + [0.5, 0.55] * 5)
    person.await_light()
    person.tap_every(0.6, 5)
    person.listen()
    return person


@pytest.mark.parametrize("result", ["guide-use", "guide-keep"])
def test_setting_up_ends_with_the_offer_to_print(result: str) -> None:
    person = measured_first()
    before = person.view.settings.scan_time
    person.take(result)
    assert person.view.page is Page.SPEED and person.said[-1] == guide_text("paper")
    assert (person.view.settings.scan_time != before) is (result == "guide-use")
    person.listen()
    assert person.offered == ["guide-print", "guide-later"]
    person.take("guide-print")
    assert [one for one in person.effects if isinstance(one, PrintPaper)] == [PrintPaper()]
    assert person.view.page is Page.BOARD and person.view.phase is Phase.SCANNING
    assert (person.view.settings.scan_time != before) is (result == "guide-use")


@pytest.mark.parametrize("way", ["guide-later", ""])
def test_the_offer_to_print_can_be_left_and_goes_by_itself(way: str) -> None:
    person = measured_first()
    person.take("guide-use")
    used = person.view.settings
    if way:
        person.take(way)
    else:
        person.listen()
        person.wait(30.0)
    assert person.view.page is Page.BOARD and person.view.settings == used
    assert not [one for one in person.effects if isinstance(one, PrintPaper)]


def test_who_has_printed_already_or_stops_early_is_not_asked() -> None:
    person = first()
    person.take("guide-print")
    person.listen()
    person.take("guide-find_speed")
    person.react([0.5] * 3 + [0.5, 0.55] * 5)
    person.await_light()
    person.tap_every(0.6, 5)
    person.listen()
    person.take("guide-use")
    assert person.view.page is Page.BOARD
    person = first()
    person.take("guide-find_speed")
    person.listen()
    person.wait(40.0)
    person.take("guide-stop")
    assert person.view.page is Page.BOARD


def test_call_is_there_too() -> None:
    person = first()
    person.listen()
    person.choose("Call")
    assert person.view.page is Page.ALERT


def test_where_no_light_would_move_on_by_itself_nothing_is_offered() -> None:
    for method in ("step", "inverse", "two_switch"):
        assert first(Settings(scan_method=method)).view.page is Page.BOARD
