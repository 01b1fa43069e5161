"""The row of offered words: stable, and frozen while it is scanned (guidance G36)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.prediction import keep_slots
from aac.model.events import SettingsChanged, Suggest
from aac.model.settings import with_values
from tests.scan_script import Played, play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+h +e +l +p", "+_ +. :speak >food", spelling=True),
    board("food", "A B", "C :back"),
    strip=STRIP,
)
LAST = {"strip_on_spelling": "last", "second_call_route": True}
SIGNS = boards(
    board("home", "+w +s +' +- +. +, +_ +5", ":delete_letter :caret_left", spelling=True)
)
LETTERS = "+h +e +l +p"


def asked(played: Played) -> list[tuple[str, str, int]]:
    return [(one.before, one.prefix, one.count) for one in played.every(Suggest)]


def test_words_are_asked_for_after_the_first_letter() -> None:
    played = started(HOME)
    assert asked(played) == []
    played.touch("+h")
    assert asked(played) == [("", "H", 5)]
    played.touch("+e", "+_", "+l")
    assert asked(played) == [("", "H", 5), ("", "He", 5), ("He ", "l", 5)]


@pytest.mark.parametrize(("after", "questions"), [(0, 3), (1, 2), (2, 1)])
def test_how_many_letters_it_takes_is_a_setting(after: int, questions: int) -> None:
    assert len(asked(started(HOME, prediction_after=after).touch("+h", "+e"))) == questions


def test_a_chosen_word_takes_the_place_of_its_letters_with_a_space_behind() -> None:
    started(HOME).touch("+h", "+e").play(
        """
        0.1   words hello help | Yes No Call Undo   words Hello Help . . .
        0.2   touch word-2     | Yes No Call Undo   text Help ^   words . . . . .
        """
    )


def test_the_words_are_scanned_just_before_the_letters() -> None:
    started(HOME).touch("+h").play(
        """
        0.0   words hello help | Yes No Call Undo
        1.0   -                | word-1 word-2
        1.2   tap              | word-1
        2.2   -                | word-2
        2.5   tap              | Yes No Call Undo   text Help ^
        """
    )


def test_words_that_come_at_once_are_the_first_thing_lit() -> None:
    started(HOME, **LAST).touch("+h").play(
        "0.0 words hello help | word-1 word-2\n1.0 - | " + LETTERS
    )


def test_words_that_come_late_do_not_move_what_is_lit() -> None:
    started(HOME, **LAST).touch("+h").play(
        f"""
        0.4   words hello help | {LETTERS}   words Hello Help . . .
        1.0   -                | +_ +. :speak >food
        """
    )


def test_an_empty_row_is_skipped_and_one_word_is_chosen_with_one_press() -> None:
    started(HOME).touch("+h").play("0.0 words\n1.0 - | " + LETTERS)
    started(HOME).touch("+h").play(
        "0.0 words hello\n1.0 - | word-1\n1.3 tap | Yes No Call Undo   text Hello ^"
    )


def test_a_word_keeps_its_slot_while_it_is_offered() -> None:
    started(HOME).touch("+h").play(
        """
        0.1   words he hello help his | Yes No Call Undo   words He Hello Help His .
        0.2   touch +e                | Yes No Call Undo   words He Hello Help . .
        0.3   words help hen hello    | Yes No Call Undo   words Hen Hello Help . .
        """
    )


def test_words_that_no_longer_fit_go_at_once_even_if_no_answer_comes() -> None:
    played = started(HOME).touch("+h").play("0.1 words his hello help")
    played.play("0.2 touch +e | Yes No Call Undo   words . Hello Help . .")
    played.play("0.3 touch +l | Yes No Call Undo   words . Hello Help . .")
    played.play("0.4 touch +p | Yes No Call Undo   words . . Help . .")
    played.play("0.5 touch +_ | Yes No Call Undo   words . . . . .")


def test_the_row_is_frozen_while_it_is_lit() -> None:
    started(HOME, **LAST).touch("+h").play("0.0 words hello help | word-1 word-2").touch("+e").play(
        f"""
        0.0   early            | word-1 word-2
        0.5   words hen her    | word-1 word-2   words Hello Help . . .
        1.0   -                | {LETTERS}       words Hen Her . . .
        """
    )


def test_the_row_is_frozen_while_its_words_are_scanned() -> None:
    started(HOME, **LAST).touch("+h").play("0.0 words hello help | word-1 word-2").touch("+e").play(
        f"""
        0.2   tap              | word-1
        0.5   words hen her    | word-1          words Hello Help . . .
        1.2   -                | word-2
        2.2   -                | word-1
        3.2   -                | word-2
        4.2   -                | word-1 word-2   words Hello Help . . .
        5.2   -                | {LETTERS}       words Hen Her . . .
        """
    )


def test_the_row_is_frozen_too_where_it_is_one_word() -> None:
    started(HOME, **LAST).touch("+h").play("0.0 words hello | word-1").touch("+e").play(
        f"""
        0.5   words hen        | word-1          words Hello . . . .
        0.9   tap              | {LETTERS}       text Hello ^
        """
    )


def test_the_row_is_frozen_while_a_late_press_may_still_be_meant_for_it() -> None:
    played = started(HOME, late_press_grace=0.2, **LAST).touch("+h")
    played.play("0.0 words hello help | word-1 word-2").touch("+e").play(
        f"""
        1.0   -                | {LETTERS}
        1.1   words hen her    | {LETTERS}       words Hello Help . . .
        1.15  tap              | word-1
        """
    )


def test_words_that_come_between_a_step_and_a_late_press_do_not_change_what_was_meant() -> None:
    started(HOME, late_press_grace=0.2, **LAST).touch("+h").play(
        f"""
        0.0   early            | {LETTERS}
        1.0   -                | +_ +. :speak >food
        1.05  words hello help | +_ +. :speak >food   words Hello Help . . .
        1.1   tap              | +h
        """
    )


def test_the_row_does_not_change_while_a_press_is_judged() -> None:
    started(HOME, acceptance=0.4, **LAST).touch("+h").play(
        f"""
        0.0   press            | {LETTERS}
        0.1   words hello help | {LETTERS}            words . . . . .
        0.2   release          | {LETTERS}            words Hello Help . . .
        """
    )


def test_the_row_does_not_change_while_a_question_is_asked() -> None:
    every = boards(board("home", "+h :clear", spelling=True), strip=STRIP)
    started(every).touch("+h", ":clear").play(
        """
        0.1   words hello help | :clear               words . . . . .
        1.0   -                | <
        2.0   -                | Yes No Call Undo     words Hello Help . . .
        """
    )


def test_an_answer_to_an_older_question_is_dropped() -> None:
    started(HOME).touch("+h", "+e").play("0.1 stale his hum | Yes No Call Undo   words . . . . .")


def test_words_come_while_the_voice_speaks_or_the_scan_rests() -> None:
    every = boards(board("home", "+h :rest A", spelling=True), strip=())
    started(every).touch("+h", ":rest").play(
        "0.1 words hello |   words Hello . . . .\n5.0 tap | word-1"
    )
    started(every).touch("+h", "A").play(
        "0.1 words hello |   words Hello . . . .\n1.0 spoken | word-1"
    )


def test_the_words_go_with_the_message_that_is_spoken() -> None:
    played = started(HOME).touch("+h").play("0.1 words hello help")
    played.touch(":speak").play("1.0 spoken | Yes No Call Undo   words . . . . .")


def test_on_boards_that_are_not_for_spelling_no_words_are_offered() -> None:
    played = started(HOME).touch("+h").play("0.1 words hello help").touch(">food")
    assert played.view.words == ()


@pytest.mark.parametrize("count", [0, 3, 8])
def test_the_number_of_words_is_a_setting(count: int) -> None:
    played = started(HOME, predictions=count).touch("+h")
    assert len(played.view.words) == count
    assert [one[2] for one in asked(played)] == ([count] if count else [])


def test_fewer_words_from_now_on() -> None:
    played = started(HOME).touch("+h").play("0.1 words ha he hi ho hu")
    fewer = with_values(played.view.settings, {"predictions": 3})
    played.do(SettingsChanged(fewer))
    assert [cell and cell.label for cell in played.view.words] == ["Ha", "He", "Hi"]


def test_words_are_shown_as_they_would_be_written() -> None:
    labels = started(HOME).touch("+h").play("0.1 words hello").view.words
    assert labels[0] is not None and labels[0].label == "Hello"
    labels = started(HOME).touch("+e", "+_", "+h").play("0.1 words hello").view.words
    assert labels[0] is not None and labels[0].label == "hello"


def test_a_predictor_that_answers_badly_does_no_harm() -> None:
    played = started(HOME).touch("+h").play("0.1 words hello hello help ha hi ho hu hum")
    assert [cell and cell.label for cell in played.view.words] == [
        "Hello",
        "Help",
        "Ha",
        "Hi",
        "Ho",
    ]


@pytest.mark.parametrize(
    ("shown", "words", "slots"),
    [
        ((), ("a", "b"), ("a", "b", None)),
        (("a", "b", "c"), ("c", "d"), ("d", None, "c")),
        (("a", None, "c"), ("c", "a", "b"), ("a", "b", "c")),
        (("a", "b", "c"), (), (None, None, None)),
        ((), ("a", "", "a", "b"), ("a", "b", None)),
        (("a", "b", "c", "d", "e"), ("e", "a", "b"), ("a", "b", "e")),
    ],
)
def test_slots(shown: tuple[str | None, ...], words: tuple[str, ...], slots: object) -> None:
    assert keep_slots(shown, words, 3) == slots


def test_nothing_offered_is_chosen_by_a_cell_without_a_word() -> None:
    every = boards(board("home", "word#1 +h", spelling=True), strip=())
    assert play("0.1 touch word#1", every).view.message == ""


def test_the_row_is_frozen_while_its_back_mark_is_lit() -> None:
    played = started(HOME, back_cells=True, **LAST).touch("+h")
    played.play("0.0 words hello help | word-1 word-2").touch("+e").play(
        """
        0.2   tap              | word-1
        1.2   -                | word-2
        2.2   -                | <
        2.5   words hen her    | <               words Hello Help . . .
        3.2   -                | word-1
        """
    )


def test_where_words_are_offered_before_the_first_letter_the_last_words_do_not_stay() -> None:
    played = started(HOME, prediction_after=0).touch("+h").play("0.1 words hello help")
    played.play("0.2 touch word-1 | Yes No Call Undo   text Hello ^   words . . . . .")


# --------------------------------------------------------------- after an accepted word


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (["+."], "Water. "),
        (["+,", "+s"], "Water, s"),
        (["+'", "+s"], "Water's"),
        (["+-", "+s"], "Water-s"),
        (["+s"], "Water s"),
        (["+_"], "Water "),
        (["+_", "+'", "+s"], "Water 's"),  # a space of one's own stays
        (["+s", "+_", "+'"], "Water s '"),
        (["+5"], "Water 5"),
        (["Undo"], "W"),
        (["+.", "Undo", "Undo"], "W"),
        (["+'", "Undo"], "Water "),
        (["+'", "Undo", "+'"], "Water'"),
        ([":delete_letter", "+s"], "Waters"),
    ],
)
def test_what_comes_after_an_accepted_word(cells: list[str], text: str) -> None:
    played = started(SIGNS).touch("+w").play("0.0 words water").touch("word-1", *cells)
    assert (played.view.message, played.view.caret) == (text, len(text))


def test_undo_of_an_accepted_word_gives_back_what_was_typed_and_the_words() -> None:
    played = started(SIGNS).touch("+w").play("0.0 words water").touch("word-1", "Undo")
    played.play("0.1 words water was | Yes No Call Undo   words Water Was . . .   text W^")


def test_offered_names_keep_their_capitals() -> None:
    played = started(SIGNS).touch("+s", "+_", "+w").play("0.0 words Wells water I'm")
    assert [cell and cell.label for cell in played.view.words[:3]] == ["Wells", "water", "I'm"]
    assert played.touch("word-1").view.message == "S Wells "


shown = st.lists(st.none() | st.sampled_from("abcdef"), max_size=8).map(tuple)
wanted_words = st.lists(st.sampled_from("abcdefgh"), max_size=10).map(tuple)


@given(shown, wanted_words, st.integers(0, 8))
def test_every_offered_word_has_one_slot_and_none_moves(
    shown: tuple[str | None, ...], words: tuple[str, ...], count: int
) -> None:
    shown = tuple(word if word not in shown[:n] else None for n, word in enumerate(shown))
    slots = keep_slots(shown, words, count)
    best = list(dict.fromkeys(words))[:count]
    assert len(slots) == count
    assert {slot for slot in slots if slot} == set(best)
    for place, word in enumerate(shown[:count]):
        if word in best:
            assert slots[place] == word
