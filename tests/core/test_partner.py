"""What others see: the last message, the state in words, and nothing that is private."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.model.board import Cell, Do, Fill, Look, SayPhrase, Template
from aac.model.commands import Command
from aac.model.events import SpeechFailed
from aac.model.partner import ForPartner, PartnerView, Shows, SomebodyComes
from aac.model.parts import Part, SayParts
from aac.model.settings import Settings
from aac.model.view import Page
from tests.scan_script import Played, started
from tests.small_boards import board, boards

SECRET = "q"  # typed in private only
CELLS = {
    "bye": Cell("bye", "Goodbye …", Template("I want to say qoodbye to {name}.", ("",))),
    "care": Cell("care", "Care", Fill("qare")),
    "tell": Cell("tell", "Tell …", Template("Tell {name}.", ("",))),
    "A!": Cell("A!", "A", ForPartner(Shows.LETTER, "A")),
    "B!": Cell("B!", "B", ForPartner(Shows.LETTER, "B")),
    "new": Cell("new", "New", ForPartner(Shows.AFRESH, "New sentence")),
    "spell": Cell("spell", "Spell", ForPartner(Shows.REMARK, "I will spell this word")),
    "food": Cell("food", "food", ForPartner(Shows.TOPIC, "food")),
    "own": Cell("own", "", ForPartner(Shows.OWN_TOPIC, "1")),
    "none": Cell("none", "No topic", ForPartner(Shows.NO_TOPIC)),
    "along": Cell("along", "Read along", ForPartner(Shows.DRAFT)),
    "look": Cell("look", "Look", ForPartner(Shows.CARD, "talk_look")),
    "place": Cell("place", "Shown", ForPartner(Shows.WINDOW)),
    "both": Cell("both", "Both", Template("Tell {name} of {other}.", ("names", "names"))),
    "Ann": Cell("Ann", "Ann", Fill("Ann")),
    "spelled": Cell("spelled", "Spell it", Do(Command.SPELL_SLOT)),
    "say": Cell("say", "Say", SayParts("It hurts", "It hurts", "It hurts.", ("where",))),
    "head": Cell("head", "head", Part("where", "in my head")),
    "ask": Cell("ask", "Ask …", Template("Ask {name}.", ("people",))),
}
STRIP = (
    Cell("strip-yes", "Yes", SayPhrase("Yes."), Look.STRIP),
    Cell("strip-no", "No", SayPhrase("No."), Look.STRIP),
    Cell("strip-call", "Call", Do(Command.CALL), Look.STRIP),
    Cell("strip-undo", "Undo", Do(Command.UNDO), Look.STRIP),
)
HOME = boards(
    board("letters", "+a +n +_ +.", ":speak :say_again :clear >wishes", ":private_mode >cues "
          ":delete_word hello", ":rest :settings :erase_history tell", ":keep_draft draft#1 ask",
          "both >pain",
          cells=CELLS, spelling=True),
    board("wishes", "quiet bye care", ":back :home :say_again", private=True, cells=CELLS),
    board("cues", "A! B! new spell", "food own none along", "look place :back hello",
          cells=CELLS),
    board("people", "X Y"),
    board("names", "Ann spelled :private_mode", cells=CELLS),
    board("pain", "say head spelled :private_mode", cells=CELLS),
    strip=STRIP,
)  # fmt: skip


def shown(played: Played) -> PartnerView:
    return played.view.partner


def test_at_first_nothing_was_said() -> None:
    assert shown(started(HOME)) == PartnerView(state="ready")


def test_a_message_is_told_of_while_it_is_written_and_shown_when_it_is_spoken() -> None:
    played = started(HOME).touch("+a", "+n")
    assert (shown(played).state, shown(played).draft, shown(played).said) == ("writing", "", "")
    played.touch(":speak")
    assert (shown(played).state, shown(played).said) == ("speaking", "An")
    played.spoken()
    assert (shown(played).state, shown(played).said) == ("finished", "An")


def test_the_message_stays_until_the_next_one() -> None:
    played = started(HOME).touch("hello").spoken().touch("+a", ">cues", ":back", ":delete_word")
    assert shown(played).said == "hello"
    played.touch("+n", ":speak")
    assert shown(played).said == "N"


def test_the_same_said_again_is_news() -> None:
    played = started(HOME)
    played.now = 3.0
    played.touch("hello").spoken()
    assert shown(played).said_at == 3.0
    played.now = 9.0
    played.touch("hello").spoken()
    assert shown(played).said_at == 9.0
    played.now = 12.0
    played.touch(":say_again").spoken()
    assert (shown(played).said, shown(played).said_at) == ("hello", 12.0)


@pytest.mark.parametrize("speak_mode", ["message", "silent"])
def test_a_voice_that_fails_leaves_the_text(speak_mode: str) -> None:
    played = started(HOME, speak_mode=speak_mode).touch("hello")
    if speak_mode == "message":
        played.do(SpeechFailed(1, "no-device"))
    assert (shown(played).said, shown(played).state) == ("hello", "finished")


def test_they_read_along_only_when_the_person_lets_them() -> None:
    played = started(HOME).touch("+a", "+n")
    assert shown(played).draft == ""
    played.touch(">cues", "along")
    assert shown(played).draft == "An"
    played.touch("along")
    assert shown(played).draft == ""


def test_a_spoken_message_is_no_draft() -> None:
    played = started(HOME, partner_draft=True).touch("+a", ":speak")
    assert (shown(played).draft, shown(played).said) == ("", "A")


def test_what_is_said_in_private_is_not_shown_and_takes_the_older_away() -> None:
    played = started(HOME, partner_draft=True).touch("hello").spoken().touch(":private_mode")
    assert shown(played).said == ""
    played.touch("+a", ":speak")
    assert (shown(played).said, shown(played).draft, shown(played).state) == ("", "", "speaking")
    played.spoken().touch(":private_mode")
    assert shown(played).said == ""


def test_a_message_begun_in_private_is_not_read_along_but_shown_once_it_is_spoken() -> None:
    played = started(HOME, partner_draft=True).touch(":private_mode", "+a", ":private_mode", "+n")
    assert shown(played).draft == ""
    played.touch(":speak")
    assert shown(played).said == "An"
    played.spoken().touch("+n")
    assert shown(played).draft == "N"


def test_undo_brings_nothing_private_to_light() -> None:
    played = started(HOME, partner_draft=True)
    played.touch(":private_mode", "+a", ":private_mode", ":clear", ":clear", "strip-undo")
    assert played.view.message == "A"
    assert shown(played).draft == ""


def test_a_spoken_private_message_that_is_taken_up_again_is_not_read_along() -> None:
    played = started(HOME, partner_draft=True)
    played.touch(":private_mode", "+a", "+_", "+n", ":speak").spoken()
    played.touch(":private_mode", ":delete_word")
    assert played.view.message and shown(played).draft == ""


def test_a_kept_draft_that_is_opened_is_not_read_along() -> None:
    played = started(HOME, partner_draft=True)
    played.touch(":private_mode", "+a", ":keep_draft", ":private_mode", "draft#1")
    assert played.view.message == "A" and shown(played).draft == ""


def test_a_name_chosen_in_private_is_not_read_along_when_the_next_is_spelled() -> None:
    played = started(HOME, partner_draft=True).touch("both", ":private_mode", "Ann")
    played.touch(":private_mode", "spelled")
    assert "Ann" in played.view.message and shown(played).draft == ""


def test_parts_chosen_in_private_are_not_read_along_when_they_are_spelled_on() -> None:
    played = started(HOME, partner_draft=True).touch(">pain", ":private_mode", "head")
    played.touch(":private_mode", "spelled")
    assert "head" in played.view.message and shown(played).draft == ""


@pytest.mark.parametrize("cell", ["quiet", "care"])
def test_a_wish_about_care_is_never_shown(cell: str) -> None:
    played = started(HOME, partner_draft=True).touch("hello").spoken().touch(">wishes", cell)
    assert len(played.said) == 2
    assert shown(played).said == ""
    played.spoken().touch(":say_again").spoken().touch(":home", "+a")
    assert shown(played).said == ""


def test_a_wish_that_is_spelled_is_shown_neither_while_it_is_written_nor_when_it_is_said() -> None:
    played = started(HOME, partner_draft=True).touch(">wishes", "bye", "+a")
    assert shown(played).draft == ""
    played.touch(":speak")
    assert played.said and shown(played).said == ""


def test_erased_messages_leave_the_partners_side_too() -> None:
    played = started(HOME).touch("hello").spoken().touch(":erase_history")
    assert shown(played).said == ""


def test_a_call_is_shown_until_somebody_comes_whatever_page_is_open() -> None:
    played = started(HOME).touch("strip-call")
    assert (shown(played).state, shown(played).calling, shown(played).alarm) == (
        "calling", True, False,
    )  # fmt: skip
    assert shown(played).call
    played.touch("page-keep_ringing")
    assert played.view.page is Page.BOARD and shown(played).calling
    played.do(SomebodyComes())
    assert (shown(played).state, shown(played).calling, shown(played).answered) == (
        "answered", False, True,
    )  # fmt: skip
    assert played.view.alert is None
    played.touch("hello")
    assert not shown(played).answered


def test_a_second_call_is_an_alarm() -> None:
    played = started(HOME).touch("strip-call", "strip-call")
    assert (shown(played).state, shown(played).alarm) == ("alarm", True)


def test_somebody_who_comes_without_a_call_changes_nothing() -> None:
    played = started(HOME).touch("+a", ":settings")
    before = played.view
    played.do(SomebodyComes())
    assert played.view == before


def test_resting_and_the_settings_are_told() -> None:
    played = started(HOME).touch(":rest")
    assert (shown(played).state, shown(played).resting) == ("resting", True)
    assert shown(started(HOME).touch(":settings")).state == "busy"


def test_a_sentence_that_is_put_together_is_told() -> None:
    assert shown(started(HOME).touch("ask")).state == "choosing"


def test_yes_and_no_are_told_as_such_until_the_next_message() -> None:
    played = started(HOME).touch("strip-yes")
    said = shown(played).said
    assert said and shown(played).signal == "yes"
    assert shown(played.spoken().touch("strip-no")).signal == "no"
    assert shown(played.spoken().touch("hello")).signal == ""


# ------------------------------------------------------------- letters, topics, the card


def test_first_letters_are_shown_and_nothing_is_said() -> None:
    played = started(HOME, partner_place="band").touch(">cues", "A!", "B!")
    assert shown(played).letters == "AB"
    assert played.said == [] and played.view.message == ""


def test_the_last_eight_letters_are_kept() -> None:
    played = started(HOME).touch(">cues", *["A!"] * 3, *["B!"] * 7)
    assert shown(played).letters == "A" + "B" * 7


def test_a_remark_gives_way_to_the_next_letter_and_a_new_sentence_takes_the_letters() -> None:
    played = started(HOME).touch(">cues", "A!", "spell")
    assert (shown(played).letters, shown(played).remark) == ("A", "I will spell this word")
    played.touch("B!")
    assert (shown(played).letters, shown(played).remark) == ("AB", "")
    played.touch("new")
    assert (shown(played).letters, shown(played).remark) == ("", "New sentence")


def test_undo_takes_a_letter_back() -> None:
    played = started(HOME).touch(">cues", "A!", "B!", "strip-undo")
    assert shown(played).letters == "A"


def test_letters_give_way_to_what_is_said_and_come_back_with_the_next() -> None:
    played = started(HOME).touch(">cues", "A!", "hello").spoken()
    assert (shown(played).letters, shown(played).said) == ("", "hello")
    played.touch("B!")
    assert shown(played).letters == "AB"


def test_the_topic_stays_until_it_is_changed() -> None:
    played = started(HOME, partner_topics=("Zoo",)).touch(">cues", "food", "A!", "new")
    assert shown(played).topic == "food"
    assert shown(played.touch("hello").spoken().touch(":back", "+a")).topic == "food"
    assert shown(played.touch(">cues", "own")).topic == "Zoo"
    assert shown(played.touch("none")).topic == ""


def test_the_chosen_topic_bears_a_mark_and_an_own_one_that_is_not_there_is_hidden() -> None:
    cells = {cell.id: cell for cell in started(HOME).touch(">cues", "food").view.board.cells()}
    assert cells["food"].symbol and cells["own"].hidden
    own = started(HOME, partner_topics=("Zoo",)).touch(">cues").view.board.cell("own")
    assert own is not None and own.label == "Zoo" and not own.hidden


def test_in_private_no_letter_and_no_topic_is_shown_then_or_later() -> None:
    played = started(HOME).touch(":private_mode", ">cues", "A!", "food", ":back", ":private_mode")
    assert (shown(played).letters, shown(played).topic) == ("", "")


def test_the_card_follows_the_answers_that_the_person_gives() -> None:
    played = started(HOME, passport_yes="I look up").touch(">cues")
    assert shown(played).card == ("My yes: I look up",)
    played.touch("look")
    assert shown(played).card == ("My yes: I look up", "Please look at me while I write.")
    assert shown(started(HOME, passport_yes="I look up", partner_card=False)).card == ()


def test_the_place_of_the_partners_side_is_chosen_with_the_switch() -> None:
    played = started(HOME).touch(">cues", "place")
    assert played.view.settings.partner_place != Settings().partner_place


# -------------------------------------------------------------------- whatever is done

ALL = [cell.id for one in HOME.boards.values() for cell in one.cells()]
PRIVATE = ("quiet", "bye", "care")


@given(st.lists(st.sampled_from([*ALL, "strip-undo", "strip-yes"]), max_size=40))
def test_nothing_typed_is_shown_before_it_is_said_while_reading_along_is_off(
    chosen: list[str],
) -> None:
    played = started(HOME)
    for cell in chosen:
        if cell == "along":
            continue
        before = len(played.said)
        played.touch(cell)
        assert shown(played).draft == ""
        if len(played.said) > before:
            played.spoken()
        assert shown(played).said in {"", *played.said}


@given(st.lists(st.sampled_from([*ALL, "strip-undo", "strip-yes"]), max_size=40))
def test_whatever_is_private_never_appears(chosen: list[str]) -> None:
    """Wishes hold a letter that no other text has; in private mode nothing is shown at all."""
    played = started(HOME, partner_draft=True)
    for cell in chosen:
        before = len(played.said)
        played.touch(cell)
        if len(played.said) > before:
            played.spoken()
        now = shown(played)
        assert SECRET not in now.said + now.draft
        if played.view.private or played.view.board.private:
            assert (now.draft, now.topic if played.view.private else "") == ("", "")
        if played.view.private:
            assert (now.said, now.letters, now.remark) == ("", "", "")


@given(st.lists(st.sampled_from(["+n", "+_", ":speak", ":clear", "strip-undo", ":keep_draft",
                                 ":delete_word", "draft#1", "tell", ":say_again", "toggle"]),
                max_size=40))  # fmt: skip
def test_what_was_typed_in_private_is_never_read_along(chosen: list[str]) -> None:
    """In private mode only "a" is typed, outside only "n"."""
    played = started(HOME, partner_draft=True)
    for cell in chosen:
        letter = "+a" if played.view.private and cell == "+n" else cell
        if cell == "toggle":
            letter = ":private_mode"
        before = len(played.said)
        played.touch(letter)
        if len(played.said) > before:
            played.spoken()
        assert "a" not in shown(played).draft.lower()
