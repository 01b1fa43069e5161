"""Find my speed: done by the person alone with one switch, and nothing is demanded (G8-G10)."""

from __future__ import annotations

import pytest

from aac.core.guide import Waits
from aac.model.events import (
    CellTouched,
    PageTurned,
    SaveMeasures,
    SaveSettings,
    SettingsChanged,
    SpeechFailed,
    SwitchPressed,
)
from aac.model.guide_words import guide_text
from aac.model.measures import Calibration, Measures, PressTiming
from aac.model.settings import Settings
from aac.model.sounds import Click, ClickKind
from aac.model.view import Page, Phase
from tests.core.test_press_rules import STEADY, VARIABLE
from tests.guided import HOME, WALL, Guided, guided

PRACTICE = (0.9, 0.8, 0.7)
CALL = "Call"


def measured(times: tuple[float, ...] = STEADY, gap: float = 0.6, **more: object) -> Guided:
    """A person before the result."""
    person = guided(Page.SPEED, **more)  # type: ignore[arg-type]
    person.react((*PRACTICE, *times))
    person.await_light()
    person.tap_every(gap, 5)
    return person


@pytest.mark.parametrize(("times", "wanted"), [(STEADY, 1.10), (VARIABLE, 1.80)])
def test_the_data_sets_of_the_guidance_are_used_only_when_accepted(
    times: tuple[float, ...], wanted: float
) -> None:
    person = measured(times)
    before = person.view.settings
    assert before == Settings(accept_sound=False, late_press_grace=0.1)
    assert not [one for one in person.effects if isinstance(one, SaveSettings | SaveMeasures)]
    assert f"{wanted:.2f}" in person.view.panel.text  # type: ignore[union-attr]
    person.take("guide-use")
    assert person.view.page is Page.BOARD
    assert person.view.settings.scan_time == wanted
    saved = [one.settings for one in person.effects if isinstance(one, SaveSettings)]
    assert saved == [person.view.settings]


def test_accepting_saves_what_was_measured_and_one_undo_takes_the_settings_back() -> None:
    former = Calibration(0.5, 0.1, 0.8, 8, 1.7e9)
    person = measured(gap=1.5, measures=Measures(calibration=former), scan_time=2.0)
    person.take("guide-use")
    settings, measures = person.view.settings, person.session.measures
    assert (settings.scan_time, settings.first_row_extra, settings.first_cell_extra) == (
        1.1, 0.7, 0.7)  # fmt: skip
    assert settings.lock_out == 0.3
    found = measures.calibration
    assert found is not None
    assert (found.scan_time, found.trials) == (1.1, 10)
    assert found.mean == pytest.approx(0.69)
    assert found.deviation == pytest.approx(0.072, abs=5e-4)
    assert found.at == pytest.approx(WALL + person.now, abs=60)
    assert measures.timing == PressTiming(found.mean, found.deviation, 10)
    person.choose("Undo")
    assert person.view.settings == Settings(accept_sound=False, late_press_grace=0.1, scan_time=2.0)
    now = person.session.measures
    assert (now.timing, now.calibration) == (measures.timing, former)
    saved = [one.measures for one in person.effects if isinstance(one, SaveMeasures)]
    assert found in [one.calibration for one in saved]
    assert saved[-1].calibration == former


def test_a_quick_second_press_shortens_the_lock_out_and_leaves_the_extras() -> None:
    person = measured(gap=0.3)
    person.take("guide-use")
    settings = person.view.settings
    assert (settings.lock_out, settings.first_row_extra) == (0.15, None)


def test_the_waits_are_between_1_5_and_4_s_and_never_alike() -> None:
    person = guided(Page.SPEED)
    waits = []
    for time in (*PRACTICE, *STEADY):
        waits.append(person.await_light())
        person.press_after(time)
    assert all(1.5 <= wait <= 4.0 for wait in waits)
    assert len({round(wait, 2) for wait in waits}) == len(waits)
    assert min(waits) < 2.0 < 3.5 < max(waits)
    other = guided(Page.SPEED, start=200.75)
    assert other.await_light() != pytest.approx(waits[0], abs=0.05)


def test_waits_fill_their_span_evenly() -> None:
    waits = Waits(12.34)
    found = sorted(waits.next(0.0, 1.0) for _ in range(100))
    gaps = [after - before for before, after in zip(found, found[1:], strict=False)]
    assert max(gaps) < 0.03


@pytest.mark.parametrize("wanted", [8, 20])
def test_as_many_presses_are_measured_as_are_set(wanted: int) -> None:
    person = guided(Page.SPEED, calibration_trials=wanted)
    person.react((*PRACTICE, *([0.5] * wanted)))
    person.await_light()
    assert person.view.panel.progress == "0 of 5"  # type: ignore[union-attr]


def test_it_says_in_plain_words_how_far_it_is() -> None:
    person = guided(Page.SPEED)
    told = []
    for time in (*PRACTICE, *STEADY):
        person.await_light()
        told.append(person.view.panel.progress)  # type: ignore[union-attr]
        person.press_after(time)
    assert told[:4] == ["Practice 1 of 3", "Practice 2 of 3", "Practice 3 of 3", "1 of 10"]
    assert told[-1] == "10 of 10"
    assert guide_text("speed_half") in person.said


def test_a_press_sooner_than_anybody_reacts_is_not_counted() -> None:
    person = guided(Page.SPEED)
    person.react((*PRACTICE, 0.1, *STEADY))
    person.await_light()
    person.tap_every(0.6, 5)
    figures = dict(person.view.panel.figures)  # type: ignore[union-attr]
    assert figures[guide_text("mean")] == "0.69 s"
    assert figures[guide_text("early")] == "1"


def test_a_press_before_the_light_starts_the_wait_anew() -> None:
    person = guided(Page.SPEED)
    person.listen()
    person.wait(1.4)
    person.tap()
    assert not person.lit
    assert person.await_light() >= 1.5 - 0.4 - 1e-9  # from the release on


def test_a_press_made_just_before_the_light_and_heard_of_after_it_is_not_counted() -> None:
    person = guided(Page.SPEED)
    person.react(PRACTICE)
    person.await_light()
    person.do(SwitchPressed(1, person.now - 0.05))
    assert not person.lit
    assert person.view.panel.progress == "1 of 10"  # type: ignore[union-attr]


def test_two_lights_without_a_press_lead_to_a_rest_and_a_choice_goes_on() -> None:
    person = guided(Page.SPEED)
    person.react((*PRACTICE, *STEADY[:4]))
    person.await_light()
    person.wait(10.0)
    assert not person.lit
    assert person.offered == []
    person.await_light()
    person.wait(10.0)
    assert person.offered == ["guide-go_on", "guide-stop"]
    person.listen()
    assert person.view.phase is Phase.SCANNING
    person.wait(60.0)
    assert person.view.phase is Phase.RESTING
    assert person.offered == ["guide-go_on", "guide-stop"]
    person.take("guide-go_on")
    person.await_light()
    person.wait(10.0)
    assert person.offered == [], "one light more may go by"
    person.react(STEADY[4:])
    person.await_light()
    person.tap_every(0.6, 5)
    figures = dict(person.view.panel.figures)  # type: ignore[union-attr]
    assert figures[guide_text("mean")] == "0.69 s"
    assert figures[guide_text("missed")] == "3"


def test_three_presses_that_come_to_nothing_lead_to_a_rest_too() -> None:
    person = guided(Page.SPEED)
    person.listen()
    person.tap_every(0.4, 3)
    assert person.offered == ["guide-go_on", "guide-stop"]
    assert person.view.panel.text == guide_text("too_early")  # type: ignore[union-attr]


def test_somebody_who_goes_on_tapping_chooses_nothing_by_it() -> None:
    person = guided(Page.SPEED)
    person.listen()
    person.tap_every(0.3, 6)
    assert person.view.phase is Phase.SPEAKING, "taps right after do not cut the sentence off"
    person.wait(1.0)
    person.tap()
    assert person.view.phase is Phase.SCANNING
    assert person.offered == ["guide-go_on", "guide-stop"]


def test_after_the_last_quick_press_some_more_choose_nothing() -> None:
    person = guided(Page.SPEED, lock_out=0.0)
    person.react((*PRACTICE, *STEADY))
    person.await_light()
    person.tap_every(0.3, 8)
    assert person.view.phase is Phase.SPEAKING
    assert person.view.panel is not None
    assert person.view.panel.text == person.said[-1]


def test_undo_takes_back_what_was_said_here_and_then_the_page() -> None:
    person = guided(Page.SPEED)
    person.wait(45.0)
    person.take("Yes")
    assert person.session.work.history == ("Yes.",)
    person.take("Undo")
    assert person.session.work.history == ()
    assert person.view.page is Page.SPEED
    person.take("Undo")
    assert person.view.page is Page.BOARD


def test_yes_touched_in_the_middle_leads_to_a_rest() -> None:
    person = guided(Page.SPEED)
    person.react(PRACTICE)
    person.await_light()
    person.do(CellTouched("Yes"))
    assert person.said[-1] == "Yes."
    assert not person.lit
    person.listen()
    assert person.offered == ["guide-go_on", "guide-stop"]


def test_late_presses_count_at_once_by_what_was_measured() -> None:
    person = measured()
    person.take("guide-use")
    person.watch("A")
    person.wait(0.12)  # much sooner than this person presses: it was meant for the strip before
    person.tap()
    assert "A" not in person.said
    assert person.view.lit == {"Yes"}


def test_a_long_press_leaves_the_page_where_it_goes_back() -> None:
    person = guided(Page.SPEED, long_press=True)
    person.wait(45.0)
    person.listen()
    person.press_after(0.5, hold=0.1)  # wakes
    assert person.view.lit
    person.press_after(0.3, hold=2.0)
    assert person.view.page is Page.BOARD


@pytest.mark.parametrize("when", ["intro", "trials", "repeat", "rest", "result"])
def test_call_is_reached_with_one_switch_at_any_time(when: str) -> None:
    person = guided(Page.SPEED)
    if when != "intro":
        person.react((*PRACTICE, *STEADY[:5]))
    if when in ("repeat", "result"):
        person.react(STEADY[5:])
        person.await_light()
    if when == "result":
        person.tap_every(0.6, 5)
    if when == "rest":
        person.wait(60.0)
    person.wait(45.0)  # doing nothing is enough
    person.listen()
    person.choose(CALL)
    assert person.view.alert is not None
    assert person.view.page is Page.ALERT


def test_call_is_reached_by_pressing_too() -> None:
    person = guided(Page.SPEED)
    person.listen()
    person.choose(CALL)
    assert person.view.alert is not None


def test_yes_is_said_from_a_rest_and_the_choices_are_scanned_again() -> None:
    person = guided(Page.SPEED)
    person.listen()
    person.wait(45.0)
    person.take("Yes")
    assert person.said[-1] == "Yes."
    person.listen()
    assert person.offered == ["guide-go_on", "guide-stop"]
    assert person.view.phase is Phase.SCANNING


@pytest.mark.parametrize("way", ["guide-stop", "Undo", "by hand", "settings"])
def test_leaving_changes_nothing(way: str) -> None:
    person = guided(Page.SPEED)
    person.react((*PRACTICE, *STEADY[:3]))
    person.wait(45.0)
    before = person.view.settings
    match way:
        case "by hand":
            person.do(PageTurned(Page.BOARD))
        case "settings":
            person.do(
                SettingsChanged(Settings(theme="light", accept_sound=False, late_press_grace=0.1))
            )
        case _:
            person.take(way)
    assert person.view.page is Page.BOARD
    assert person.view.panel is None
    assert person.view.settings.scan_time == before.scan_time
    assert person.session.measures == Measures()
    person.choose("A")
    assert person.said[-1] == "A"
    assert person.session.deadline is not None


@pytest.mark.parametrize("way", ["guide-keep", "Undo"])
def test_a_result_that_is_not_wanted_changes_nothing(way: str) -> None:
    person = measured()
    person.take(way)
    assert person.view.page is Page.BOARD
    assert person.view.settings == Settings(accept_sound=False, late_press_grace=0.1)
    assert person.session.measures == Measures()


def test_trying_again_begins_anew() -> None:
    person = measured(VARIABLE)
    person.take("guide-again")
    assert person.view.panel.progress == "Practice 1 of 3"  # type: ignore[union-attr]
    person.react((*PRACTICE, *STEADY))
    person.await_light()
    person.tap_every(0.6, 5)
    person.take("guide-use")
    assert person.view.settings.scan_time == 1.1


def test_quick_presses_that_are_not_made_leave_the_lock_out() -> None:
    person = guided(Page.SPEED, lock_out=0.45)
    person.react((*PRACTICE, *STEADY))
    person.await_light()
    person.tap()
    person.wait(11.0)
    person.take("guide-use")
    settings = person.view.settings
    assert (settings.scan_time, settings.first_row_extra, settings.lock_out) == (1.1, None, 0.45)


def test_the_switch_is_measured_without_the_lock_out() -> None:
    person = measured(gap=0.3, lock_out=0.9)
    person.take("guide-use")
    assert person.view.settings.lock_out == 0.15


def test_a_slow_hand_gets_slow_choices() -> None:
    person = measured(tuple(3 * time for time in STEADY))
    person.listen()
    before = person.now
    person.wait(0.001)
    deadline = person.session.deadline
    assert deadline is not None
    assert deadline - before == pytest.approx(1.5 * 3.2, abs=0.01)  # T and half of it


def test_choices_are_never_scanned_faster_than_1_5_s_nor_than_what_is_set() -> None:
    for scan_time, slow in ((0.5, 1.5), (4.0, 4.0)):
        person = measured(scan_time=scan_time)
        person.listen()
        assert person.session.deadline == pytest.approx(person.now + 1.5 * slow)
        person.take("guide-keep")
        assert person.session.deadline == pytest.approx(person.now - 0.5 + 1.5 * scan_time)


def test_every_sentence_is_spoken_and_a_press_cuts_it_off() -> None:
    person = guided(Page.SPEED)
    assert person.said == [guide_text("speed_intro")]
    assert person.view.phase is Phase.SPEAKING
    person.tap()
    assert person.view.phase is Phase.MEASURING
    assert person.await_light() <= 4.0


def test_the_sentence_of_the_result_is_what_is_shown() -> None:
    person = measured(VARIABLE)
    assert person.view.panel is not None
    assert person.view.panel.text == person.said[-1]
    assert guide_text("speed_varies") in person.said[-1]
    assert guide_text("speed_varies") not in measured(STEADY).said[-1]


def test_a_voice_that_never_speaks_holds_nothing_up() -> None:
    person = guided(Page.SPEED)
    person.wait(3.0)
    assert person.view.phase is Phase.MEASURING
    person = guided(Page.SPEED)
    person.do(SpeechFailed(1, "no-device"))
    assert person.view.phase is Phase.MEASURING
    silent = guided(Page.SPEED, speak_mode="silent")
    assert silent.said == []
    assert silent.view.phase is Phase.MEASURING


def test_its_sentences_are_neither_said_again_nor_shown_as_said() -> None:
    person = guided(Page.SPEED)
    person.do(PageTurned(Page.BOARD))
    assert person.view.spoken == ""
    assert person.view.phase is Phase.SCANNING, "the voice is silent too"
    assert person.session.work.history == ()


def test_a_message_that_is_being_said_comes_first() -> None:
    person = guided()
    person.choose("A")
    person.do(PageTurned(Page.SPEED))
    assert person.said == ["A"]
    person.listen()
    assert person.said == ["A", guide_text("speed_intro")]


def test_a_held_switch_leads_to_a_rest() -> None:
    person = guided(Page.SPEED)
    person.listen()
    person.press()
    person.wait(10.5)
    assert person.view.phase is Phase.HELD
    person.release()
    person.listen()
    person.take("guide-go_on")
    person.react((*PRACTICE, *STEADY))
    person.await_light()


def test_the_light_does_not_come_while_the_switch_is_down() -> None:
    person = guided(Page.SPEED)
    person.react(PRACTICE[:1])
    person.await_light()
    person.wait(0.5)
    person.press()
    person.wait(5.0)
    assert not person.lit
    person.release()
    assert 1.5 <= person.await_light() <= 4.0


def test_long_presses_that_work_rest_and_call_here_too() -> None:
    person = guided(Page.SPEED, long_press=True)
    person.react(PRACTICE)
    assert person.view.panel.progress == "1 of 10"  # type: ignore[union-attr]
    person.press_after(0.5, hold=2.0)
    assert person.offered == ["guide-go_on", "guide-stop"]
    person = guided(Page.SPEED, long_press=True)
    person.listen()
    person.press_after(0.5, hold=4.5)
    assert person.view.alert is not None


def test_the_light_comes_with_a_tick_where_steps_do() -> None:
    def ticks(person: Guided) -> int:
        return person.effects.count(Click(ClickKind.STEP))

    for wanted in (True, False):
        person = guided(Page.SPEED, step_sound=wanted)
        person.listen()
        before = ticks(person)
        person.await_light()
        assert ticks(person) - before == wanted


def test_the_other_switch_and_a_finger_are_not_measured() -> None:
    person = guided(Page.SPEED)
    person.await_light()
    person.press(2)
    person.release(2)
    person.do(CellTouched("guide-target"))
    assert person.lit
    assert person.view.panel.progress == "Practice 1 of 3"  # type: ignore[union-attr]


def test_it_is_opened_by_a_cell_of_a_board() -> None:
    person = guided()
    person.choose(":find_speed")
    assert person.view.page is Page.SPEED


def test_a_touched_call_leaves_the_page_and_the_board_follows() -> None:
    person = guided(Page.SPEED)
    person.react(PRACTICE)
    person.do(CellTouched(CALL))
    assert person.view.page is Page.ALERT
    person.do(CellTouched("page-coming"))
    assert person.view.page is Page.BOARD
    assert person.view.board == HOME.get("home")
