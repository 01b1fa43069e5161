"""Wishes about care and private mode: not kept, not learned, not offered (G38, G56, G67)."""

from __future__ import annotations

import pytest

from aac.model.board import Cell, Do, Fill, Nth, Template
from aac.model.commands import Command, ListKind
from aac.model.events import Learn, Save, Suggested
from tests.scan_script import Played, started
from tests.small_boards import STRIP, board, boards

BYE = Cell("bye", "Goodbye …", Template("I want to say goodbye to {name}.", ("people",)))
BYE_SPELLED = Cell("bye2", "Goodbye …", Template("I want to say goodbye to {name}.", ("",)))
BOTH = Cell("both", "Both", Template("Tell {name} about {what}.", ("people", "")))
SPELL_IT = Cell("spell", "Spell it", Do(Command.SPELL_SLOT))
OWN = {"bye": BYE, "bye2": BYE_SPELLED, "both": BOTH, "spell": SPELL_IT,
       "ann": Cell("", "Ann", Nth(ListKind.PERSON, 0)),
       "care": Cell("", "Care", Fill("care"))}  # fmt: skip
HOME = boards(
    board("letters", "+a +n +_ +.", ":speak :say_again :clear >wishes", ":private_mode >lists "
          ":save_phrase :keep_draft", ":delete_word draft#1 A", spelling=True),
    board("wishes", "comfort bye bye2 both", "care :back :home :say_again", private=True,
          cells=OWN),
    board("people", "ann spell", "X Y", cells=OWN),
    board("lists", "history#1 draft#1 phrase#1 :back", "A B", cells=OWN),
    strip=STRIP,
)  # fmt: skip


def nothing_was_kept(played: Played) -> bool:
    work = played.session.work
    kept = [save.work for save in played.every(Save)]
    return not (
        played.every(Learn)
        or work.history
        or any(one.history or one.phrases for one in kept)
        or any("goodbye" in draft.lower() for one in kept for draft in one.drafts)
    )


@pytest.mark.parametrize("cell", ["comfort", "care"])
def test_a_wish_is_spoken_and_neither_kept_nor_learned(cell: str) -> None:
    played = started(HOME).touch(">wishes", cell)
    assert len(played.said) == 1
    assert nothing_was_kept(played)


def test_a_wish_filled_from_a_list_is_not_kept() -> None:
    played = started(HOME, people=("Ann",)).touch(">wishes", "bye", "ann")
    assert played.said == ["I want to say goodbye to Ann."]
    assert played.view.board.id == "wishes"
    assert nothing_was_kept(played)


@pytest.mark.parametrize("cells", [("bye", "spell"), ("bye2",)])
def test_a_wish_with_a_spelled_name_is_not_kept(cells: tuple[str, ...]) -> None:
    played = started(HOME, people=("Ann",)).touch(">wishes", *cells, "+a", "+n", "+n", ":speak")
    assert played.said == ["I want to say goodbye to ann."]
    assert nothing_was_kept(played)


def test_a_wish_with_a_chosen_name_and_a_spelled_word_is_not_kept() -> None:
    played = started(HOME, people=("Ann",)).touch(">wishes", "both", "ann", "+a", ":speak")
    assert played.said == ["Tell Ann about a."]
    assert nothing_was_kept(played)


def test_a_spoken_wish_that_is_changed_and_spoken_again_is_still_not_kept() -> None:
    played = started(HOME).touch(">wishes", "bye2", "+a", ":speak", ":delete_word", ":speak")
    assert len(played.said) == 2
    assert nothing_was_kept(played)


def test_after_a_wish_the_next_message_is_kept_again() -> None:
    played = started(HOME).touch(">wishes", "bye2", "+a", ":speak", "+n", ":speak")
    assert played.session.work.history == ("N",)
    cleared = started(HOME).touch(">wishes", "bye2", "+a", ":clear", ":clear", "+n", ":speak")
    assert cleared.session.work.history == ("N",)


def test_a_wish_being_spelled_does_not_become_a_draft_by_itself() -> None:
    played = started(HOME).touch("+a", ":keep_draft", ">wishes", "bye2", "+n", "draft#1")
    assert played.view.message == "A"
    assert nothing_was_kept(played)
    played.touch("Undo")
    assert played.view.message.startswith("I want to say goodbye")


def test_a_wish_becomes_a_draft_or_a_phrase_where_the_person_says_so() -> None:
    played = started(HOME).touch(">wishes", "bye2", "+a", ":save_phrase", ":keep_draft")
    assert played.session.work.phrases == ("I want to say goodbye to a.",)
    assert played.session.work.drafts == ("I want to say goodbye to a.",)


def test_a_wish_goes_into_no_message_even_where_phrases_do() -> None:
    played = started(HOME, phrase_cells="insert").touch(">wishes", "comfort")
    assert (played.view.message, played.said) == ("", ["comfort"])


def test_no_word_is_asked_for_or_shown_on_the_wishes_board() -> None:
    played = started(HOME).touch("+a", ">wishes")
    played.do(Suggested(99, ("care",)))
    assert played.view.words == ()


def test_a_wish_can_be_said_again_only_while_its_board_is_open() -> None:
    played = started(HOME).touch("A", ">wishes", "comfort").spoken().touch(":say_again")
    assert played.said == ["A", "comfort", "comfort"]
    played.spoken().touch(":back", ":say_again")
    assert played.said[-1] == "A"


def test_undo_after_a_wish_stops_the_voice_and_keeps_nothing() -> None:
    played = started(HOME).touch(">wishes", "comfort", "Undo")
    assert played.view.board.id == "wishes"
    assert nothing_was_kept(played)


# -------------------------------------------------------------------------- private mode


def test_in_private_mode_nothing_said_is_kept_or_learned() -> None:
    played = started(HOME).touch(":private_mode", "+a", ":speak", "A")
    assert played.said == ["A", "A"]
    assert played.view.private
    assert nothing_was_kept(played)


def test_private_mode_says_that_it_is_on_and_off() -> None:
    played = started(HOME)
    assert "Private" not in played.view.board.name
    played.play(
        """
        0.5 touch :private_mode | Yes No Call Undo   notice private_on
        0.6 touch :private_mode | Yes No Call Undo   notice private_off
        """
    )
    assert not played.view.private


def test_the_private_cell_shows_its_state() -> None:
    played = started(HOME)
    label = played.view.board.cell(":private_mode")
    assert label is not None and label.label.endswith(": off")
    label = played.touch(":private_mode").view.board.cell(":private_mode")
    assert label is not None and label.label.endswith(": on")


def test_after_private_mode_messages_are_kept_again_and_the_private_one_is_not() -> None:
    played = started(HOME).touch(":private_mode", "+a", ":speak", ":private_mode", "+n", ":speak")
    assert played.session.work.history == ("N",)


def test_what_was_said_in_private_can_be_said_again_only_in_private() -> None:
    played = started(HOME).touch("+n", ":speak", ":private_mode", "+a", ":speak", ":say_again")
    assert played.said == ["N", "A", "A"]
    played.touch(":private_mode", ":say_again")
    assert played.said[-1] == "N"


def test_undo_of_private_mode_switches_it_back() -> None:
    played = started(HOME).touch(":private_mode", "Undo")
    assert not played.view.private


def test_what_is_kept_from_before_stays_in_private_mode() -> None:
    played = started(HOME).touch("+n", ":speak", ":private_mode", ">lists")
    assert played.session.work.history == ("N",)
