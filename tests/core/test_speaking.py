"""The scan and the voice (guidance G15, G49)."""

from __future__ import annotations

import pytest

from aac.model.events import Learn, Speak, SpeechEnded, SpeechStarted
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

LINE = boards(board("home", "A", "B", "C"), strip=())
WRITE = boards(
    board("home", "+h +i +_ +.", ":speak :hush :say_again >lists", spelling=True),
    board("lists", "history#1 history#2 :say_again"),
    strip=STRIP,
)


def test_the_scan_waits_while_the_voice_speaks() -> None:
    played = play(
        """
        0.5   tap      |           says A   phase speaking
        0.6   started  |
        1.9   spoken   | A         phase scanning
        2.9   -        | B
        """,
        LINE,
    )
    assert played.view.spoken == "A"


def test_the_first_press_stops_the_voice_chooses_nothing_and_the_scan_runs_again() -> None:
    play(
        """
        0.5   tap      |           says A
        0.6   started  |
        0.9   tap      | A         silence   phase scanning
        1.9   -        | B
        """,
        LINE,
    )


@pytest.mark.parametrize("method", ["automatic", "inverse", "step", "two_switch"])
@pytest.mark.parametrize("switch", [1, 2])
def test_under_every_method_a_press_while_speaking_adds_nothing(method: str, switch: int) -> None:
    every = boards(board("home", "+h +i A", spelling=True), strip=())
    played = started(every, scan_method=method, scan_pattern="linear").touch("+h", "A")
    played.play(f"0.5 press {switch} |" + ("" if method == "step" else " +h") + "   silence")
    played.play(f"0.6 release {switch}")
    assert played.view.message == "H"
    assert played.said == ["A"]


def test_letting_go_of_a_press_that_stopped_the_voice_chooses_nothing() -> None:
    play(
        """
        0.5   press    | A
        0.6   release  |           says A
        0.8   press    | A         silence
        1.9   release  | A
        """,
        LINE,
        scan_method="inverse",
    )


def test_without_the_pause_the_scan_runs_on_and_a_press_chooses() -> None:
    play(
        """
        0.5   tap      | A         says A   phase scanning
        1.5   -        | B
        1.8   tap      | A         says B
        """,
        LINE,
        pause_while_speaking=False,
    )


def test_a_voice_that_does_not_begin_does_not_stop_the_scan() -> None:
    play("0.5 tap |   says A\n3.5 - | A   phase scanning\n4.5 - | B", LINE)


def test_a_voice_that_does_not_end_does_not_stop_the_scan() -> None:
    played = play("0.5 tap |   says A\n0.7 started |", LINE)
    assert played.session.deadline == pytest.approx(0.7 + 3.0 + 0.2)
    played.play("3.9 - | A   phase scanning")


def test_a_voice_that_was_not_waited_for_any_longer_can_still_be_stopped() -> None:
    every = boards(board("home", "A", ":hush"), strip=())
    play("0.5 tap |   says A\n3.5 - | A\n4.0 touch :hush | A   silence", every)


def test_a_voice_that_fails_does_not_stop_the_scan() -> None:
    play("0.5 tap |   says A\n0.8 failed | A   phase scanning", LINE)


def test_word_of_an_older_utterance_does_not_start_the_scan() -> None:
    played = play("0.5 tap |   says A\n0.6 touch B |   says B", LINE)
    first, second = played.every(Speak)
    played.do(SpeechEnded(first.id))
    assert played.view.lit == frozenset()
    played.do(SpeechStarted(first.id))
    played.do(SpeechEnded(second.id))
    assert played.view.lit == {"A"}


def test_the_stop_cell_stops_the_voice_and_says_nothing_where_nothing_is_said() -> None:
    every = boards(board("home", "A", ":hush"), strip=())
    play(
        """
        0.5   touch A  |           says A
        0.9   touch :hush | A      silence
        1.0   touch :hush | A
        """,
        every,
    )


def test_a_page_opened_while_the_voice_speaks_is_scanned_when_it_has_ended() -> None:
    every = boards(board("home", "A", ":settings"), strip=())
    play(
        """
        0.5   touch A  |           says A
        0.6   touch :settings |    page settings   phase speaking
        0.9   spoken   | page-close page-slower page-faster
        """,
        every,
    )


def test_what_is_said_is_shown_until_the_next_choice() -> None:
    played = started(LINE).touch("A").spoken()
    assert played.view.spoken == "A"
    played.touch("B")
    assert played.view.spoken == "B"


# -------------------------------------------------------------------------- say it again


def test_say_it_again_says_what_was_said_last() -> None:
    played = started(WRITE).touch("+h", "+i", ":speak").spoken().touch(":say_again").spoken()
    assert played.touch(":say_again").said == ["Hi", "Hi", "Hi"]


def test_say_it_again_is_not_learned_twice() -> None:
    played = started(WRITE).touch("+h", ":speak").spoken().touch(":say_again")
    assert played.every(Learn) == [Learn("H")]


def test_say_it_again_says_a_chosen_message_of_the_list_again() -> None:
    played = started(WRITE).touch("+h", ":speak", "+i", ":speak", ">lists", "history#2")
    assert played.said == ["H", "I", "H"]
    played.touch(":say_again")
    assert played.said == ["H", "I", "H", "H"]


def test_say_it_again_after_a_restart_says_the_last_message() -> None:
    before = started(WRITE).touch("+h", "+i", ":speak").session.work
    assert started(WRITE, before).touch(":say_again").said == ["Hi"]


def test_with_nothing_said_yet_say_it_again_says_so() -> None:
    play("0.5 touch :say_again | Yes No Call Undo   notice nothing_to_say", WRITE)


def test_undo_of_say_it_again_stops_the_voice_and_changes_nothing() -> None:
    played = started(WRITE).touch("+h", ":speak").spoken().touch(":say_again")
    work = played.session.work
    played.play("1.0 touch Undo | Yes No Call Undo   silence")
    assert played.session.work == work


# ------------------------------------------------------------------- words and letters


def test_in_letter_mode_each_letter_is_spoken_and_the_scan_does_not_wait() -> None:
    every = boards(board("home", "+h +i", spelling=True), strip=())
    play(
        """
        0.5   touch +h | +h        says h   phase scanning
        0.6   touch +i | +h        says i
        """,
        every,
        speak_mode="letter",
        scan_pattern="linear",
    )


def test_in_word_mode_each_word_is_spoken_when_it_ends() -> None:
    played = started(WRITE, speak_mode="word")
    played.touch("+h", "+i")
    assert played.said == []
    played.touch("+_")
    assert played.said == ["Hi"]
    played.touch("+_")
    assert played.said == ["Hi"]
    played.touch("+h", "+.")
    assert played.said == ["Hi", "h."]


def test_in_word_mode_a_word_that_was_offered_is_spoken() -> None:
    played = started(WRITE, speak_mode="word").touch("+h").play("0.1 words hello hi")
    assert played.touch("word-1").said == ["Hello"]


def test_in_silent_mode_messages_are_shown_and_not_spoken() -> None:
    assert play("0.5 tap | A", LINE, speak_mode="silent").view.spoken == "A"


def test_letters_spoken_are_not_learned() -> None:
    played = started(WRITE, speak_mode="letter").touch("+h", "+i")
    assert played.said == ["h", "i"]
    assert played.every(Learn) == []


def test_a_letter_touched_while_a_message_is_spoken_takes_its_place_and_the_scan_still_waits() -> (
    None
):
    played = started(WRITE, speak_mode="letter").touch("Yes", "+h")
    assert played.said == ["Yes.", "h"]
    assert played.view.phase == "speaking"
    played.spoken()
    assert played.view.phase == "scanning"
