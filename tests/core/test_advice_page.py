"""Advice on a page that a switch can scan, and what answering it does (guidance G22)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.session import Session
from aac.model.declared import Value
from aac.model.events import ClockTold, PageTurned, Quit, SaveMeasures, SettingsChanged
from aac.model.measures import Calibration, Measures, PressTime, PressTiming, PutOff, Tally
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings, with_values
from aac.model.view import Page, Work
from tests.one_switch import Person
from tests.scan_script import PLAIN, Played
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+a +b", ":advice :settings :forget_measures", ":undo :clear :quit"),
    strip=STRIP,
)
NOW = 1_000_000_000.0
MANY = Tally(correct=60, wrong=10, missed=8)
ERRORS = Measures(tally=MANY, calibration=Calibration(0.6, 0.1, 1.0, 10, NOW))
IRREGULAR = replace(ERRORS, times=tuple(PressTime(delay, NOW) for delay in [0.2, 1.1] * 20))


def begun(measures: Measures, work: Work | None = None, **settings: Value) -> Played:
    every = with_values(Settings(), {**PLAIN, **settings})
    played = Played(Session(HOME, every, work or Work(), measures=measures))
    played.effects += played.session.start(0.0)
    played.do(ClockTold(NOW, 12.0))
    return played


def test_advice_is_reached_read_and_applied_with_one_switch() -> None:
    every = with_values(Settings(), {**PLAIN, "scan_pattern": "auto"})
    person = Person(Session(HOME, every, Work(), measures=ERRORS))
    person.session.start(0.0)
    person.choose(":advice")
    assert person.view.page is Page.ADVICE
    assert person.view.advice is not None
    assert person.view.advice.proposal == "Scan time 1.15 seconds, up from 1.00."
    person.choose("page-apply")
    assert (person.view.page, person.view.settings.scan_time) == (Page.BOARD, 1.15)
    assert person.view.advice is None
    person.choose("Undo")
    assert person.view.settings.scan_time == 1.0
    assert person.view.phase == "scanning"


def test_the_answers_say_what_they_do() -> None:
    played = begun(ERRORS).touch(":advice")
    assert played.view.answers == ()
    assert [cell.label for cell in played.view.page_cells] == ["Do it", "Later", "No", "Close"]
    played.touch("page-apply")
    assert played.view.notice == Notice(
        NoticeKind.ADVICE_APPLIED, "Scan time 1.15 seconds, up from 1.00."
    )
    looked = begun(IRREGULAR).touch(":advice")
    assert [cell.label for cell in looked.view.page_cells][0] == "I have looked"


@pytest.mark.parametrize(("answer", "days"), [("page-later", 1), ("page-not_this", 30)])
def test_later_and_no_put_it_off_and_are_nothing_to_undo(answer: str, days: int) -> None:
    played = begun(ERRORS).touch(":advice", answer)
    assert played.view.page is Page.BOARD
    assert played.session.measures.put_off == (PutOff("many_errors", NOW + days * 86_400),)
    played.touch(":advice")
    assert played.view.advice is None
    played.touch("page-close", "Undo")
    assert played.view.notice == Notice(NoticeKind.NOTHING_TO_UNDO)


def test_closing_the_page_answers_nothing() -> None:
    played = begun(ERRORS).touch(":advice", "page-close", ":advice")
    assert played.view.advice is not None
    assert played.session.measures.put_off == ()


def test_what_was_looked_at_makes_room_for_the_next_advice() -> None:
    played = begun(IRREGULAR).touch(":advice", "page-looked", ":advice")
    assert played.view.advice is not None
    assert played.view.advice.kind == "measured_time"


def test_a_helper_finds_it_among_the_settings_with_the_figures() -> None:
    played = begun(ERRORS)
    played.do(PageTurned(Page.SETTINGS))
    assert played.view.advice is not None
    assert dict(played.view.measured)["Scan time now"] == "1.00 s"
    assert "page-apply" not in {cell.id for cell in played.view.page_cells}, "it is not scanned"
    played.touch(played.view.answers[0].id)
    assert played.view.page is Page.SETTINGS
    assert dict(played.view.measured)["Scan time now"] == "1.15 s"
    assert (played.view.advice, played.view.answers) == (None, ())
    played.do(PageTurned(Page.BOARD))
    assert (played.view.measured, played.view.answers) == ((), ())


def test_answers_are_no_cells_elsewhere() -> None:
    played = begun(ERRORS).touch("page-apply")
    assert played.view.settings.scan_time == 1.0


def notices(played: Played) -> list[NoticeKind]:
    return [played.view.notice.kind] if played.view.notice else []


def test_that_there_is_advice_is_told_once_a_day_and_never_while_a_message_is_written() -> None:
    played = begun(ERRORS).touch("+a", "+b")
    assert notices(played) == []
    played.touch(":clear", ":clear")
    assert notices(played) == [NoticeKind.ADVICE]
    played.now = 10.0
    played.touch("+a", ":clear", ":clear")
    assert notices(played) == []
    played.do(ClockTold(NOW + 86_400, 12.0), 20.0)
    played.touch("+a", ":clear", ":clear")
    assert notices(played) == [NoticeKind.ADVICE]


def test_without_measuring_there_is_no_advice() -> None:
    assert begun(ERRORS, measure_presses=False).touch(":advice").view.advice is None


def test_what_was_measured_is_forgotten_at_once_and_on_the_disk() -> None:
    played = begun(replace(ERRORS, timing=PressTiming(0.4, 0.1, 30.0)))
    played.touch(":forget_measures")
    assert played.session.measures == Measures()
    assert played.every(SaveMeasures)[-1].measures == Measures()
    assert played.view.notice == Notice(NoticeKind.MEASURES_FORGOTTEN)
    assert played.touch(":advice").view.advice is None


def test_other_timing_counts_anew_and_another_switch_is_measured_anew() -> None:
    known = replace(IRREGULAR, timing=PressTiming(0.4, 0.1, 30.0))
    for changed in ({"scan_time": 2.0}, {"acceptance": 0.2}, {"first_row_extra": 1.0}):
        played = begun(known)
        played.do(SettingsChanged(with_values(played.view.settings, changed)))  # type: ignore[arg-type]
        assert played.session.measures.tally == Tally()
        assert played.session.measures.times == known.times
    played = begun(known)
    played.do(SettingsChanged(with_values(played.view.settings, {"theme": "light"})))
    assert played.session.measures == known
    another = {"switch_keys": ("f1", "f2", "", "", "")}
    played.do(SettingsChanged(with_values(played.view.settings, another)))
    found = played.session.measures
    assert (found.times, found.timing, found.switch_changed) == ((), PressTiming(), NOW)


def test_numbers_are_saved_now_and_then_and_when_wren_is_closed() -> None:
    every = with_values(Settings(), PLAIN)
    person = Person(Session(HOME, every, Work()), now=1000.0)
    person.session.start(1000.0)
    for _ in range(40):
        person.choose("+a")
    saved = [effect for effect in person.effects if isinstance(effect, SaveMeasures)]
    assert 1 <= len(saved) <= 1 + (person.now - 1000) / 60
    person.choose(":quit")
    last = [effect for effect in person.effects if isinstance(effect, SaveMeasures | Quit)]
    assert isinstance(last[-2], SaveMeasures)
    assert last[-2].measures == person.session.measures
    assert person.session.measures.tally.correct == 38


def test_a_person_who_writes_on_gets_the_times_of_their_presses() -> None:
    every = with_values(Settings(), PLAIN)
    person = Person(Session(HOME, every, Work()))
    person.session.start(0.0)
    for _ in range(45):
        person.choose("+b")
    delays = [time.delay for time in person.session.measures.times]
    assert len(delays) > 40
    assert all(delay == pytest.approx(0.3) for delay in delays)
    assert person.session.measures.timing.offset == pytest.approx(0.3)
    assert person.session.measures.tally.selections_a_minute > 5
    person.choose(":clear")
    person.choose(":advice")
    assert person.view.advice is not None
    assert dict(person.view.advice.changes) == {"scan_time": 0.5}


def test_a_rest_and_a_long_pause_are_not_writing() -> None:
    every = boards(board("home", "+a +b +c", "+d :rest +f"), strip=())
    person = Person(Session(every, with_values(Settings(), PLAIN), Work()))
    person.session.start(0.0)

    def active() -> float:
        return person.session.measures.tally.active

    person.choose("+b")
    begun = person.now
    person.choose("+b")
    assert active() == pytest.approx(person.now - begun)
    before = active()
    person.choose(":rest")
    rested = active()
    person.wait(5.0)
    person.choose("+b")
    assert active() == rested > before, "the choice of the rest was writing, the rest was not"
    person.wait(1000.0)
    person.choose("+b")
    assert active() == rested


def test_a_long_pause_while_the_light_goes_round_is_no_writing() -> None:
    every = with_values(Settings(), {**PLAIN, "loops_endless": True})
    person = Person(Session(HOME, every, Work()))
    person.session.start(0.0)
    person.choose("+b")
    person.wait(1000.0)
    person.choose("+b")
    assert person.session.measures.tally.active == 0.0


@pytest.mark.parametrize("method", ["inverse", "step", "two_switch"])
def test_other_methods_count_selections_and_no_press_times(method: str) -> None:
    every = with_values(Settings(), {**PLAIN, "scan_method": method})
    person = Person(Session(HOME, every, Work()))
    person.session.start(0.0)
    for _ in range(6):
        person.choose("+b")
    assert person.session.measures.tally.correct == 4
    assert (person.session.measures.times, person.session.measures.timing.weight) == ((), 0.0)


def test_suggested_speed_is_advice_and_keeps_its_bounds() -> None:
    every = boards(board("home", "+a +b +c", ":advice +_ +e"), strip=())
    settings = with_values(Settings(), {**PLAIN, "adaptive_speed": "suggest"})
    person = Person(Session(every, settings, Work()))
    person.session.start(0.0)
    for n in range(25):
        person.choose("+b" if n % 2 else "+c")
    person.choose(":advice")
    advice = person.view.advice
    assert advice is not None
    assert (advice.kind, dict(advice.changes)) == ("speed", {"scan_time": 0.95})
    person.choose("page-apply")
    settings = person.view.settings
    assert (settings.scan_time, settings.scan_time_by_hand) == (0.95, 1.0)


def test_advice_to_measure_anew_leads_there() -> None:
    other_switch = replace(ERRORS, tally=Tally(), switch_changed=NOW + 1)
    played = begun(other_switch).touch(":advice")
    assert [cell.label for cell in played.view.page_cells][0] == "Find my speed"
    played.touch("page-find-speed")
    assert played.view.page is Page.SPEED
