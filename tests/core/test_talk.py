"""What the predictor is told besides the message: the talk so far, and words that were passed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.talk import MOST, Talk
from aac.model.board import Cell, Template
from aac.model.events import Learn, PartnerSaid, Save, SettingsChanged, Suggest
from aac.model.settings import with_values
from aac.model.view import Work
from tests.scan_script import Played, started
from tests.small_boards import STRIP, board, boards

OWN = {"bye": Cell("bye", "Goodbye …", Template("I want to say goodbye to {name}.", ("",)))}
HOME = boards(
    board("letters", "+h +e +l +p", "+_ +. :speak >wishes", ":private_mode :erase_history "
          ":delete_letter Hello", spelling=True),
    board("wishes", "comfort bye", "A :back", private=True, cells=OWN),
    strip=STRIP,
)  # fmt: skip
NEVER_WAITS: dict[str, Any] = {"pause_while_speaking": False, "prediction_after": 0}


def begun(**changes: Any) -> Played:
    return started(HOME, **{**NEVER_WAITS, **changes})


def last(played: Played) -> Suggest:
    return played.every(Suggest)[-1]


# ------------------------------------------------------------------------ passed words


def test_words_that_were_shown_and_not_chosen_are_told_once_for_each_time() -> None:
    played = begun().play("0.0 words help hello we").touch("+h")
    assert last(played).passed == ("help", "hello")
    played.play("0.0 words hello her").touch("+e")
    assert last(played).passed == ("help", "hello", "her", "hello")
    played.touch("+l")
    assert last(played).passed == ("help", "hello", "hello", "hello")


@pytest.mark.parametrize("cell", ["+_", "+.", ":delete_letter", ":speak", "word-1"])
def test_with_the_word_they_are_forgotten(cell: str) -> None:
    played = begun().touch("+h").play("0.0 words help hello").touch("+e")
    assert last(played).passed == ("help", "hello")
    played.touch(cell)
    assert last(played).passed == ()


def test_a_word_that_is_asked_for_once_more_was_not_passed_over() -> None:
    played = begun().touch("+h").play("0.0 words help hello").touch("+e", "+l")
    passed = last(played).passed
    played.do(SettingsChanged(with_values(played.view.settings, {"theme": "light"})))
    assert last(played).passed == passed == ("help", "hello", "help", "hello")
    played.do(PartnerSaid("What?"))
    assert last(played).passed == passed


def test_words_that_never_were_shown_were_not_passed_over() -> None:
    played = begun(predictions=0, likely_letters=3).touch("+h").play("0.0 words help").touch("+e")
    assert last(played).passed == ()


# ---------------------------------------------------------------------------- the talk


def test_the_last_four_messages_are_told_the_newest_last() -> None:
    played = begun()
    for letter in "helph":
        played.touch(f"+{letter}", f"+{letter}", ":speak")
    assert last(played).talk == ("Ee", "Ll", "Pp", "Hh")


def test_messages_of_an_earlier_day_are_told_too() -> None:
    played = started(HOME, Work(history=("Newest.", "Older.")), **NEVER_WAITS)
    assert last(played).talk == ("Older.", "Newest.")


def test_what_the_partner_said_stands_where_it_was_said() -> None:
    played = begun().touch("+h", ":speak")
    played.do(PartnerSaid(" Tea or coffee? "))
    assert last(played).talk == ("H", "Tea or coffee?")
    played.touch("+e", ":speak")
    played.do(PartnerSaid("With milk?"))
    assert last(played).talk == ("H", "Tea or coffee?", "E", "With milk?")


def test_an_answer_that_is_given_again_stands_behind_the_new_question() -> None:
    played = begun()
    for question in ("Tea?", "Milk?"):
        played.do(PartnerSaid(question))
        played.touch("Yes")
    assert last(played).talk == ("Tea?", "Milk?", "Yes.")


def test_when_a_partner_speaks_the_predictor_is_asked_once_more_and_nothing_moves() -> None:
    played = begun().touch("+h").play("0.0 words help hello").touch("+e")
    before, asked = played.view, last(played)
    played.do(PartnerSaid("Help or hello?"))
    assert played.view == before
    assert last(played).id == asked.id + 1
    assert (last(played).prefix, last(played).talk) == ("He", ("Help or hello?",))
    played.do(PartnerSaid("  "))
    assert last(played).id == asked.id + 1


def test_what_a_partner_said_is_never_saved_learned_or_said() -> None:
    played = begun().touch("+h")
    effects = played.do(PartnerSaid("A secret"))
    assert [type(one) for one in effects] == [Suggest]
    played.touch("+e", ":speak")
    assert "secret" not in repr([*played.every(Save), *played.every(Learn)])
    assert "secret" not in repr(played.session.work)


def test_a_message_that_was_undone_or_erased_is_no_part_of_the_talk() -> None:
    played = begun().touch("+h", ":speak", "+e", ":speak", "Undo")
    assert last(played).talk == ("H",)
    played.do(PartnerSaid("Tea?"))
    played.touch(":erase_history")
    assert last(played).talk == ()


@pytest.mark.parametrize(
    "into_private", [(":private_mode",), (">wishes", "bye")], ids=["private mode", "a wish"]
)
def test_in_private_nothing_of_the_talk_is_told_and_words_are_offered_all_the_same(
    into_private: tuple[str, ...],
) -> None:
    played = begun().touch("+h", ":speak")
    played.do(PartnerSaid("Tea?"))
    played.touch(*into_private)
    played.do(PartnerSaid("Just between us"))
    played.touch("+h")
    assert last(played).talk == ()
    assert (last(played).prefix.lower(), last(played).count) == ("h", 5)
    learned = len(played.every(Learn))
    played.touch(":speak")
    assert len(played.every(Learn)) == learned


def test_what_a_partner_said_in_private_is_not_told_later() -> None:
    played = begun().touch(":private_mode")
    played.do(PartnerSaid("Just between us"))
    played.touch(":private_mode", "+h")
    assert last(played).talk == ()


turns = st.lists(
    st.tuples(st.sampled_from(["own", "partner"]), st.sampled_from(["A", "B", "C", "D", "E", "F"]))
)


@given(turns, st.lists(st.sampled_from(["A", "B", "C"]), unique=True))
def test_the_talk_is_in_order_and_each_side_for_itself_is_short(
    turns: list[tuple[str, str]], older: list[str]
) -> None:
    talk, history = Talk(), tuple(older)
    talk.latest(history)  # as at the start
    partner: list[str] = []
    for who, text in turns:
        if who == "own":
            history = (text, *(one for one in history if one != text))
            talk.said(text)
        else:
            talk.heard(f"? {text}", history)
            partner.append(f"? {text}")
        told = talk.latest(history)
        assert [one for one in told if one.startswith("?")] == partner[-MOST:]
        assert [one for one in told if not one.startswith("?")] == list(history[:MOST])[::-1]
        assert told[-1] == (text if who == "own" else f"? {text}")


steps = st.lists(
    st.sampled_from([":private_mode", ">wishes", "comfort", "bye", ":back", "+h", ":speak",
                     "Hello", "Undo", "partner", ":erase_history"]), max_size=25)  # fmt: skip


@given(steps)
def test_whatever_is_done_nothing_of_the_talk_is_told_in_private(steps: list[str]) -> None:
    played = begun()
    for step in steps:
        before = len(played.effects)
        if step == "partner":
            played.do(PartnerSaid("Tea?"))
        else:
            played.touch(step)
        view, work = played.view, played.session.work
        private = view.private or work.unrecorded or view.board.private
        for one in played.effects[before:]:
            if isinstance(one, Suggest):
                assert not (private and one.talk)
                assert len(one.talk) <= 2 * MOST
                assert not any("goodbye" in turn or "comfort" in turn for turn in one.talk)
