"""A reply from a phone waits, is spoken or dismissed with the switch, and moves nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.core.session import Session
from aac.model.board import Cell
from aac.model.events import (
    CellTouched,
    DeadlineReached,
    Effect,
    Learn,
    Save,
    SaveSettings,
    Speak,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.partner import ForPartner, PhoneReplied, Shows
from aac.model.settings import Settings
from aac.model.view import Work
from tests.small_boards import board, boards

CELLS = {
    "on": Cell("on", "Phone page", ForPartner(Shows.PHONE)),
    "say": Cell("say", "Say the reply", ForPartner(Shows.SAY_REPLY)),
    "dismiss": Cell("dismiss", "Dismiss the reply", ForPartner(Shows.DISMISS)),
}
HOME = boards(board("letters", "+a +b", "on say dismiss", ":undo :say_again", cells=CELLS,
                    spelling=True))  # fmt: skip
REPLY = PhoneReplied("Anna", "Back at five")


def begun() -> Session:
    session = Session(HOME, Settings(), Work())
    session.start(0.0)
    return session


def touch(session: Session, cell: str, now: float = 1.0) -> list[Effect]:
    return session.handle(CellTouched(cell), now)


def spoken(effects: list[Effect]) -> list[str]:
    return [effect.text for effect in effects if isinstance(effect, Speak)]


def test_a_reply_is_told_and_waits() -> None:
    session = begun()
    session.handle(REPLY, 1.0)
    assert session.view.replies == (REPLY,)
    assert session.view.notice is not None
    assert session.view.notice.detail == "Anna: Back at five"


@given(at=st.floats(0.0, 20.0), text=st.text(min_size=1, max_size=200))
def test_a_reply_moves_neither_the_light_nor_a_cell(at: float, text: str) -> None:
    """The same scan with and without a reply in the middle lights the same at every moment."""
    plain, told = begun(), begun()
    replied = False
    for _ in range(12):
        due = plain.deadline
        assert due is not None
        if not replied and due > at:
            told.handle(PhoneReplied("Anna", text), at)
            replied = True
        plain.handle(DeadlineReached(), due)
        told.handle(DeadlineReached(), due)
        assert (told.view.lit, told.view.group) == (plain.view.lit, plain.view.group)
        assert told.view.board == plain.view.board
        assert told.view.page is plain.view.page


def test_it_is_spoken_and_stays_but_is_nothing_of_the_persons_own() -> None:
    session = begun()
    session.handle(REPLY, 1.0)
    effects = touch(session, "say")
    assert spoken(effects) == ["Back at five"]
    assert not [effect for effect in effects if isinstance(effect, Learn | Save)]
    assert session.work.history == ()
    assert session.view.partner.said == ""  # others are not shown it as the person's words
    assert session.view.replies == (REPLY,)


def test_it_is_dismissed_and_the_next_one_comes() -> None:
    session = begun()
    session.handle(REPLY, 1.0)
    session.handle(PhoneReplied("Ben", "Shall I cook?"), 1.5)
    touch(session, "dismiss")
    assert spoken(touch(session, "say", 2.0)) == ["Shall I cook?"]
    touch(session, "dismiss", 9.0)
    assert session.view.replies == ()
    assert spoken(touch(session, "say", 10.0)) == []
    assert session.view.notice is not None
    assert "no reply" in session.view.notice.detail


def test_undo_takes_no_reply_away() -> None:
    session = begun()
    touch(session, "+a", 0.5)
    session.handle(REPLY, 1.0)
    touch(session, ":undo", 2.0)
    assert session.work.text == ""
    assert session.view.replies == (REPLY,)


def test_of_many_the_newest_five_wait_and_a_long_one_is_told_in_part() -> None:
    session = begun()
    for n in range(8):
        session.handle(PhoneReplied("Anna", f"{n} " + "x" * 190), 1.0)
    assert [reply.text[0] for reply in session.view.replies] == list("34567")
    assert session.view.notice is not None
    assert len(session.view.notice.detail) < 100


def test_the_page_is_off_until_the_person_turns_it_on() -> None:
    session = begun()
    assert not session.view.settings.phone
    effects = touch(session, "on")
    assert session.view.settings.phone
    assert [effect for effect in effects if isinstance(effect, SaveSettings)]
    touch(session, ":undo", 2.0)
    assert not session.view.settings.phone


def test_a_reply_while_a_switch_is_down_loses_no_press() -> None:
    session = begun()
    session.handle(SwitchPressed(), 0.6)
    session.handle(REPLY, 0.62)
    session.handle(SwitchReleased(), 0.8)
    assert session.view.group  # the press counted: the light is inside a row
