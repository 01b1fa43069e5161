"""A wish about care that is kept by hand stays what it is; some phrases are never inserted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.session import Session
from aac.model.board import SayPhrase
from aac.model.events import CellTouched, Effect, Learn, Speak
from aac.model.settings import Settings, with_values
from aac.model.view import Work
from tests.boards.both import LANGUAGES, library, phrases

LETTERS = "alphabet-frequency"
WISH = "I want to say goodbye to Ann."


def touched(session: Session, *cells: str) -> list[Effect]:
    effects: list[Effect] = []
    for n, cell in enumerate(cells):
        effects += session.handle(CellTouched(cell), 1.0 + n)
    return effects


def begun(work: Work, **settings: object) -> Session:
    chosen = with_values(Settings(), settings)  # type: ignore[arg-type]
    session = Session(library("en").boards, chosen, work)
    session.start(0.0)
    return session


def test_a_wish_kept_as_a_draft_is_still_a_wish_when_it_is_opened_again() -> None:
    """G56: neither in the last messages nor learned."""
    session = begun(Work(text=WISH, caret=len(WISH), unrecorded=True, board="drafts"))
    touched(session, "keep-draft")
    assert session.work.drafts == (WISH,) and session.work.wishes == (WISH,)
    assert not session.work.unrecorded
    touched(session, "draft-1")
    assert session.work.unrecorded and session.work.text == WISH
    effects = touched(session, "speak")
    assert [effect.text for effect in effects if isinstance(effect, Speak)] == [WISH]
    assert session.work.history == ()
    assert not [effect for effect in effects if isinstance(effect, Learn)]


def test_a_wish_saved_as_a_phrase_is_said_and_not_kept() -> None:
    session = begun(Work(text=WISH, caret=len(WISH), unrecorded=True, board="my-phrases"))
    touched(session, "save-phrase")
    assert session.work.phrases == (WISH,)
    effects = touched(session, "phrase-1")
    assert [effect.text for effect in effects if isinstance(effect, Speak)] == [WISH]
    assert session.work.history == ()
    assert not [effect for effect in effects if isinstance(effect, Learn)]


def test_a_wish_saved_as_a_phrase_is_never_offered_as_a_whole() -> None:
    text = "No more tubes for me."
    work = Work(text="No more t", caret=9, board=LETTERS, phrases=(text,))
    offered = begun(work, phrase_offer=True).view.phrase
    assert offered is not None and offered.label == text  # as long as it is an ordinary one
    assert begun(replace(work, wishes=(text,)), phrase_offer=True).view.phrase is None


def test_an_ordinary_draft_stays_ordinary() -> None:
    session = begun(Work(text="Hello Ann", caret=9, board="drafts"))
    touched(session, "keep-draft", "draft-1", "speak")
    assert session.work.history == ("Hello Ann",) and session.work.wishes == ()


def test_a_wish_that_is_no_longer_kept_is_forgotten() -> None:
    work = Work(board="drafts", wishes=("Gone",), drafts=("Old",), text="New", caret=3)
    session = begun(work)
    touched(session, "keep-draft")
    assert session.work.wishes == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_please_wait_is_spoken_at_once_where_phrases_are_put_in_the_message(language: str) -> None:
    """G49: also in the middle of a message."""
    settings = with_values(Settings(), {"phrase_cells": "insert"})
    work = Work(text="Hello", caret=5, board="category-r")
    session = Session(library(language).boards, settings, work)
    session.start(0.0)
    waiting = phrases(language)["R01"]["phrase"]
    for cell in ("R01", "please-wait"):
        effects = touched(session, cell)
        assert [effect.text for effect in effects if isinstance(effect, Speak)] == [waiting]
        assert session.view.message == "Hello"
    touched(session, "R03")
    cell = session.view.board.cell("R03")
    assert cell is not None and isinstance(cell.action, SayPhrase)
    assert session.view.message.strip() == f"Hello {cell.action.text}"
