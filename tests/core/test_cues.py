"""What is lit is said, and the light waits for it (guidance G71)."""

from __future__ import annotations

import pytest

from aac.core.cues import RING_LIMIT, SILENT_START_LIMIT, START_LIMIT, UNHEARD
from aac.core.voice import SECONDS_PER_LETTER
from aac.core.voice import START_LIMIT as SPEECH_START_LIMIT
from aac.model.cue_events import Cue, StopCue
from aac.model.cue_words import cue_problem_text
from aac.model.declared import Value
from aac.model.events import CellTouched, Event, SettingsChanged, Speak, SpeechEnded
from aac.model.measures import Measures, PressTiming
from aac.model.settings import with_values
from tests.one_switch import Person
from tests.scan_script import Played, begin
from tests.small_boards import STRIP, board, boards

LINE = boards(board("home", "A", "B", "C"), strip=())
ROWS = boards(board("home", "A B", "C D"), strip=())
WRITE = boards(board("home", "+h +i", ":speak :clear", spelling=True), strip=())
ALARMS = boards(board("home", "!alarm", "B"), strip=STRIP)

DEAF = f"notice cues_silent {cue_problem_text('no-device')}"


def play(script: str, every=LINE, measures: Measures | None = None, **own: Value) -> Played:
    """A script that starts the session itself, with cues."""
    settings = {"cues": True, "loop_sound": "off", "cue_minimum": 0.2, **own}
    return begin(every, measures=measures, **settings).play(script)


# ------------------------------------------------------------------------ the light waits


def test_the_time_of_an_item_begins_when_its_cue_has_ended() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.7   cued     | A
        1.7   -        | B         cues B
        1.8   heard    | B
        2.1   cued     | B
        3.1   -        | C         cues C
        """
    )


def test_the_extra_time_of_a_first_item_comes_after_its_cue_too() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.6   cued     | A
        2.1   -        | B         cues B
        """,
        first_row_extra=0.5,
    )


def test_a_cue_that_does_not_begin_is_given_up_and_the_light_goes_on() -> None:
    play(
        f"""
        0.0   start    | A         cues A
        {START_LIMIT}   -        | A         uncues
        {START_LIMIT + 1.0}   -        | B         cues B
        """
    )


def test_a_cue_that_does_not_end_is_cut_off_and_the_light_goes_on() -> None:
    longest = 0.1 + START_LIMIT + SECONDS_PER_LETTER * len("A")
    play(
        f"""
        0.0   start    | A         cues A
        0.1   heard    | A
        {longest}   -        | A         uncues
        {longest + 1.0}   -        | B         cues B
        """
    )


def test_the_end_of_a_cue_that_was_cut_off_is_not_that_of_the_next() -> None:
    play(
        """
        0.0   start    | A B       cues row 1: A, B
        0.1   heard    | A B
        0.4   tap      | A         cues A
        0.4   stale cued | A
        0.5   heard    | A
        0.8   cued     | A
        1.8   -        | B         cues B
        """,
        ROWS,
    )


def test_without_cues_nothing_is_said_and_nothing_waits() -> None:
    played = play("0.0 start | A\n1.0 - | B\n2.0 - | C", cues=False)
    assert not played.every(Cue)


def test_under_every_method_each_item_is_said_once() -> None:
    step = """
        0.0   start    |
        0.5   tap      | A         cues A
        0.6   heard    | A
        0.7   tap      | B         cues B
        0.8   heard    | B
        1.2   cued     | B
        2.2   -        |           says B   phase speaking
    """
    inverse = """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.5   cued     | A
        2.0   press    | A
        3.0   -        | B         cues B
        3.1   heard    | B
        3.4   cued     | B
        4.0   release  |           says B
    """
    two = """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.2   tap 1    | B         cues B
        0.3   heard    | B
        0.4   tap 2    | B
        0.5   tap 2    |           says B   uncues
    """
    play(step, scan_method="step")
    play(inverse, scan_method="inverse")
    play(two, scan_method="two_switch")


def test_a_switch_held_through_a_long_cue_is_not_held_too_long() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.2   cued     | A
        1.0   press    | A
        2.0   -        | Something_that_is_long   cues Something_that_is_long
        2.1   heard    | Something_that_is_long
        6.0   cued     | Something_that_is_long
        7.0   -        | C         cues C
        """,
        boards(board("home", "A", "Something_that_is_long", "C"), strip=()),
        scan_method="inverse",
        held_limit=3.0,
    )


def test_a_hand_that_lets_go_in_mid_cue_has_chosen() -> None:
    """Otherwise the light would move on with nobody holding it."""
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.2   press    | A
        0.25  release  |           says A   uncues
        """,
        scan_method="inverse",
    )


def test_the_light_stands_still_while_a_press_is_judged_as_its_cue_ends() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.6   press    | A
        0.7   cued     | A
        0.8   release  | A
        1.8   -        | B         cues B
        """,
        acceptance=0.5,
    )


# ---------------------------------------------------------------------------- presses


def test_a_press_before_the_least_time_does_not_count_and_the_scan_goes_on() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   tap      | A         click
        0.2   heard    | A
        0.39  tap      | A         click
        0.7   cued     | A
        1.7   -        | B         cues B
        """,
        accept_sound=True,
    )


def test_a_press_after_the_least_time_cuts_the_cue_and_counts() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.31  tap      |           says A   uncues   click accept
        """,
        accept_sound=True,
    )


def test_after_a_cue_shorter_than_the_least_time_presses_count() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.3   cued     | A
        0.4   tap      |           says A
        """,
        cue_minimum=2.0,
    )


def test_it_is_the_moment_of_the_press_that_matters_and_not_that_of_its_acceptance() -> None:
    script = """
        0.0   start    | A         cues A
        0.1   heard    | A
        {0}   press    | A
        0.4   cued     | A
        {1}   -        | {2}
    """
    play(script.format(0.25, 0.75, "A"), acceptance=0.5)
    play(script.format(0.31, 0.81, "   says A"), acceptance=0.5)


def test_the_least_time_may_be_none() -> None:
    play("0.0 start | A   cues A\n0.01 tap |   says A   uncues", cue_minimum=0.0)


def test_where_no_cue_comes_presses_count() -> None:
    play(
        f"""
        0.0   start    | A         cues A
        0.1   deaf no-device | A   {DEAF}
        0.2   tap      |           says A
        """
    )


def test_a_press_just_after_a_step_still_counts_for_the_item_before() -> None:
    play(
        """
        0.0   start    | A B       cues row 1: A, B
        0.1   heard    | A B
        0.7   cued     | A B
        1.7   -        | C D       cues row 2: C, D
        1.75  tap      | A         cues A   counted A B
        """,
        ROWS,
        late_press_grace=0.1,
    )


def test_presses_learned_by_eye_are_not_trusted_by_ear() -> None:
    known = Measures(PressTiming(0.9, 0.1, 20.0))
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.7   cued     | A
        1.7   -        | B         cues B
        1.75  heard    | B
        2.0   tap      |           says B   uncues
        """,
        measures=known,
    )


# ----------------------------------------------------- messages, bell, and other sounds


def test_a_message_cuts_the_cue_and_the_next_cue_waits_for_its_end() -> None:
    played = play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.5   tap      |           says A   uncues
        0.6   started  |
        1.9   spoken   | A         cues A
        2.0   heard    | A
        2.3   cued     | A
        3.3   -        | B         cues B
        """
    )
    order = [type(effect) for effect in played.effects]
    assert order.index(StopCue) < order.index(Speak), "the cue is silent before the voice speaks"


def test_a_message_stopped_by_a_press_is_followed_by_the_cue() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.5   tap      |           says A   uncues
        0.6   started  |
        0.9   tap      | A         silence   cues A
        """
    )


def test_the_scan_waits_for_messages_also_where_it_otherwise_does_not() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.5   tap      |           says A   uncues   phase speaking
        """,
        pause_while_speaking=False,
    )


def test_a_letter_that_is_echoed_is_heard_before_the_cue() -> None:
    play(
        """
        0.0   start    | +h        cues h
        0.1   heard    | +h
        0.5   tap      | +h        says h   uncues
        0.6   started  | +h
        0.7   tap      | +h
        0.9   spoken   | +h        cues h
        1.0   heard    | +h
        1.2   cued     | +h
        2.2   -        | +i        cues i
        """,
        WRITE,
        scan_pattern="linear",
        speak_mode="letter",
    )


def test_a_voice_that_never_ends_does_not_keep_the_scan_waiting() -> None:
    play(
        """
        0.0   start    | +h        cues h
        0.1   heard    | +h
        0.5   tap      | +h        says h   uncues
        3.5   -        | +h        cues h
        """,
        WRITE,
        scan_pattern="linear",
        speak_mode="letter",
    )


def test_the_bell_cuts_the_cue_which_is_said_again_after_each_ring() -> None:
    played = begin(ALARMS, cues=True, scan_pattern="linear", bell_repeat=5.0)
    played.play("0.0 start | Yes No Call Undo   cues Yes, No, Call, Undo\n0.1 heard")
    played.now = 0.5
    assert isinstance(played.touch("!alarm").effects[-2], StopCue)
    played.play(
        """
        2.0   tap      | Yes No Call Undo
        3.5   rung     | Yes No Call Undo   cues Yes, No, Call, Undo
        3.6   heard    | Yes No Call Undo
        5.5   -        | Yes No Call Undo   rings alarm B04   uncues
        8.0   rung     | Yes No Call Undo   cues Yes, No, Call, Undo
        8.1   heard    | Yes No Call Undo
        8.4   tap      | Yes         cues Yes
        """
    )


def test_a_bell_of_which_nothing_is_heard_holds_the_cues_up_for_a_while_only() -> None:
    played = begin(ALARMS, cues=True, scan_pattern="linear", bell_repeat=20.0)
    played.play("0.0 start | Yes No Call Undo   cues Yes, No, Call, Undo\n0.1 heard")
    played.now = 0.5
    played.do(CellTouched("!alarm"))
    played.play(f"{0.5 + RING_LIMIT} - | Yes No Call Undo   cues Yes, No, Call, Undo")


# ------------------------------------------------------------------------------- trouble


def test_it_is_told_once_that_cues_are_not_heard_and_once_that_they_are() -> None:
    play(
        f"""
        0.0   start    | A         cues A
        0.1   deaf no-device | A   {DEAF}
        1.1   -        | B         cues B
        1.2   deaf no-device | B
        2.2   -        | C         cues C
        2.3   heard    | C
        8.0   late     | C         uncues   notice cues_back
        """
    )


def test_a_voice_that_never_answers_is_told_after_a_few_cues() -> None:
    played = play("0.0 start | A   cues A")
    for n in range(UNHEARD):
        assert played.view.notice is None
        played.play(f"{n * (START_LIMIT + 1.0) + START_LIMIT} -\n"
                    f"{(n + 1) * (START_LIMIT + 1.0)} -")  # fmt: skip
    assert played.view.notice is not None and played.view.notice.kind == "cues_silent"


def test_the_light_is_hidden_only_while_cues_are_heard() -> None:
    played = play("0.0 start | A   cues A", cues_only=True)
    assert played.view.light_hidden
    played.play(f"0.1 deaf no-device | A   {DEAF}")
    assert not played.view.light_hidden
    played.play("1.1 - | B   cues B\n1.2 heard")
    assert played.view.light_hidden
    assert not play("0.0 start | A", cues=False, cues_only=True).view.light_hidden
    assert not play("0.0 start | A   cues A").view.light_hidden


def test_turning_cues_off_cuts_them() -> None:
    played = play("0.0 start | A   cues A\n0.1 heard")
    settings = with_values(played.view.settings, {"cues": False})
    played.now = 0.5
    assert isinstance(played.do(SettingsChanged(settings))[0], StopCue)
    played.play("1.5 - | B")


# ---------------------------------------------------------------------- rest and rounds


def test_rest_is_said_too() -> None:
    play(
        """
        0.0   start    | A B       cues row 1: A, B
        0.1   heard    | A B
        0.7   cued     | A B
        1.7   -        | C D       cues row 2: C, D
        1.8   heard    | C D
        2.4   cued     | C D
        3.4   -        |           cues resting   phase resting
        3.5   heard    |
        3.9   cued     |
        9.0   tap      | A B       cues row 1: A, B
        """,
        ROWS,
        loops_of_board=1,
    )


@pytest.mark.parametrize(("loop_sound", "tone"), [("cues", ""), ("on", " loop"), ("off", "")])
def test_the_tone_at_the_end_of_a_round_by_setting(loop_sound: str, tone: str) -> None:
    play(
        f"""
        0.0   start    | A B
        1.0   -        | C D       click
        2.0   -        | A B       click{tone}
        2.5   tap      | A         click
        3.5   -        | B         click
        4.5   -        | A B       click{tone}
        5.5   -        | C D       click
        6.5   -        | A B       click{tone}
        7.5   -        | C D       click
        8.5   -        |           click{tone}
        """,
        ROWS,
        cues=False,
        loop_sound=loop_sound,
        loops_in_row=1,
        loops_of_board=2,
    )


def test_the_tone_comes_with_the_cues() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   deaf x   | A         notice cues_silent
        1.1   -        | B         cues B
        1.2   deaf x   | B
        2.2   -        | C         cues C   click
        2.3   deaf x   | C
        3.3   -        | A         cues A   click loop
        """,
        loop_sound="cues",
    )


def test_waiting_that_chooses_ends_no_round() -> None:
    play(
        """
        0.0   start    |
        0.5   tap      | A B
        1.5   -        | A         click
        1.8   tap      | B         click
        2.8   -        |           says B   click
        """,
        ROWS,
        cues=False,
        loop_sound="on",
        scan_method="step",
    )


# --------------------------------------------------------------------- what comes late


def test_words_that_come_at_once_are_said_in_place_of_those_before() -> None:
    """The first item is lit before the words for it have come; both at one moment."""
    every = boards(board("home", "+h +i", "+a +b", spelling=True), strip=())
    played = begin(every, cues=True, prediction_after=0)
    played.play("0.0 start | +h +i   cues row 1: h, i")
    played.play("0.0 words hello hi | word-1 word-2   cues words: Hello, Hi")


def test_cues_end_with_the_message_of_a_voice_that_was_replaced() -> None:
    """Only the end of what was said last counts."""
    played = play("0.0 start | A   cues A\n0.1 heard\n0.5 tap |   says A   uncues")
    played.do(SpeechEnded(played.every(Speak)[-1].id - 1), 0.7)
    assert not played.view.lit


# ----------------------------------------------------------------------- one switch alone


class Deaf(Person):
    """Hears no cue: they never come, and nobody says so."""

    def do(self, event: Event) -> None:
        self.effects += self.session.handle(event, self.now)

    def _next_light(self) -> None:
        """The end of waiting for a cue moves nothing."""
        before = self.view.lit, self.view.phase
        while (self.view.lit, self.view.phase) == before:
            super()._next_light()


@pytest.mark.parametrize("method", ["automatic", "inverse", "step", "two_switch"])
@pytest.mark.parametrize("kind", [Person, Deaf])
def test_every_cell_can_be_chosen_by_switch(method: str, kind: type[Person]) -> None:
    every = boards(board("home", "A B", "C D"), strip=STRIP)
    played = begin(every, cues=True, scan_method=method, back_cells=True)
    played.effects += played.session.start(0.0)
    person = kind(played.session)
    person.wait(0.0)
    for cell_id in ("D", "A", "Yes"):
        person.choose(cell_id)
        person.let_speak()
    person.choose("Call")
    assert person.view.alert is not None


# ------------------------------------------------------------------------------- corners


def test_other_words_in_the_same_cells_are_said_anew_if_they_come_at_once() -> None:
    every = boards(board("home", "+h +i", "+a +b", spelling=True), strip=())
    played = begin(every, cues=True, prediction_after=0, cue_minimum=0.0)
    played.play("0.0 start\n0.0 words hello hi\n0.1 heard\n0.2 cued")
    played.now = 0.5
    played.touch("+h")
    assert played.every(Cue)[-1].text == "words: Hello, Hi", "these still fit"
    played.play("0.5 words have hold | word-1 word-2   cues words: Have, Hold")


def test_a_hand_that_lets_go_as_soon_as_the_light_has_moved_has_chosen() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.3   cued     | A
        0.5   press    | A
        1.5   -        | B         cues B
        1.55  heard    | B
        1.6   release  |           says B   uncues
        """,
        scan_method="inverse",
    )


def test_the_end_of_an_older_echo_is_not_that_of_the_newer() -> None:
    played = play("0.0 start | +h   cues h\n0.1 deaf x", WRITE, speak_mode="letter",
                  scan_pattern="linear", cue_minimum=0.0)  # fmt: skip
    played.now = 0.2
    played.touch("+h", "+i")
    first, second = (speech.id for speech in played.every(Speak))
    before = len(played.every(Cue))
    played.do(SpeechEnded(first), 0.5)
    assert len(played.every(Cue)) == before
    played.do(SpeechEnded(second), 0.7)
    assert len(played.every(Cue)) == before + 1


def test_an_echo_that_has_begun_may_take_its_time() -> None:
    longest = 0.6 + SPEECH_START_LIMIT + SECONDS_PER_LETTER * len("h")
    play(
        f"""
        0.0   start    | +h        cues h
        0.1   heard    | +h
        0.5   tap      | +h        says h   uncues
        0.6   started  | +h
        {longest}   -  | +h        cues h
        """,
        WRITE,
        scan_pattern="linear",
        speak_mode="letter",
    )


def test_while_cues_are_not_heard_presses_count_at_once_and_hardly_any_time_is_lost() -> None:
    play(
        f"""
        0.0   start    | A         cues A
        0.1   deaf no-device | A   {DEAF}
        1.1   -        | B         cues B
        {1.1 + SILENT_START_LIMIT}   -        | B         uncues
        {2.1 + SILENT_START_LIMIT}   -        | C         cues C
        2.45  tap      |           says C   uncues
        """
    )


def test_an_item_that_is_alone_is_said_each_time_it_is_lit() -> None:
    play(
        """
        0.0   start    | A         cues A
        0.1   heard    | A
        0.3   cued     | A
        1.3   -        | A         cues A   click loop
        """,
        boards(board("home", "A"), strip=()),
        loop_sound="cues",
    )


def test_a_way_back_that_was_chosen_by_waiting_ends_no_round() -> None:
    play(
        """
        0.0   start    |
        0.5   tap      | A B
        1.5   -        | A
        1.6   tap      | B
        1.7   tap      | <
        2.7   -        | A B       click
        """,
        ROWS,
        cues=False,
        loop_sound="on",
        scan_method="step",
        back_cells=True,
    )
