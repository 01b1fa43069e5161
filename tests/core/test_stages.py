"""Stages and simple mode: much changes at once, and one Undo brings it back (guidance G3, G57)."""

from __future__ import annotations

import pytest

from aac.core.session import Session
from aac.model.events import CellTouched, SettingsChanged
from aac.model.notice import NoticeKind
from aac.model.settings import BY_KEY, Settings, with_values
from aac.model.stages import SIMPLE, STAGES, changes
from aac.model.view import Page, Work
from tests.boards.both import LANGUAGES, boards, library
from tests.one_switch import Person

BOARDS = library("en").boards
UNCHANGED = {"kept_timing", "switch_method"}  # where a method's own timing is put away


def session_of(settings: Settings | None = None, work: Work | None = None) -> Session:
    session = Session(BOARDS, settings or Settings(), work or Work(board="alphabet-abc"))
    session.start(0.0)
    return session


def wished(session: Session, **values: object) -> None:
    new = with_values(session.view.settings, values)  # type: ignore[arg-type]
    session.handle(SettingsChanged(new), 1.0)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_changes_exactly_what_is_listed_before(stage: str) -> None:
    session = session_of(with_values(Settings(), {"predictions": 4, "simple_mode": False}))
    before = session.view.settings
    listed = {change.key: change.new for change in changes(before, stage)}
    assert listed
    wished(session, stage=stage)
    after = session.view.settings
    changed = {
        key: getattr(after, key) for key in BY_KEY if getattr(after, key) != getattr(before, key)
    }
    changed.pop("stage")
    pointer = {"pointer_method"} if after.scan_method == "touch" else set()
    assert changed.items() >= listed.items()
    assert changed.keys() - listed.keys() <= UNCHANGED | pointer


@pytest.mark.parametrize("stage", STAGES)
def test_one_undo_takes_a_stage_back(stage: str) -> None:
    session = session_of()
    before = session.view.settings, session.view.board.id
    wished(session, stage=stage)
    assert session.view.notice is not None and session.view.notice.kind is NoticeKind.STAGE
    assert session.view.board.id == STAGES[stage]["home_board"]
    session.handle(CellTouched("strip-undo"), 2.0)
    assert (session.view.settings, session.view.board.id) == before


@pytest.mark.parametrize("stage", STAGES)
def test_a_message_that_is_being_written_stays_where_it_is(stage: str) -> None:
    session = session_of(work=Work(text="I wan", caret=5, board="alphabet-abc"))
    wished(session, stage=stage)
    assert session.view.message == "I wan"
    assert session.view.board.id == "alphabet-abc"


def test_nothing_takes_a_stage_by_itself() -> None:
    session = session_of()
    wished(session, text_size=40)
    assert session.view.settings.stage == ""
    assert session.view.notice is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_boards_that_stages_name_are_there(code: str) -> None:
    for values in (*STAGES.values(), SIMPLE):
        for key in ("home_board", "spelling_board"):
            assert values.get(key, "quick") in boards(code)


def test_a_stage_lists_nothing_where_nothing_would_change() -> None:
    session = session_of()
    wished(session, stage="late")
    assert changes(session.view.settings, "late") == ()
    assert changes(session.view.settings, "") == ()


def test_simple_mode_is_one_board_of_nine_cells_without_words() -> None:
    session = session_of()
    wished(session, simple_mode=True)
    view = session.view
    assert view.board.id == "simple" and view.words == () and view.letters == ()
    assert len(list(view.board.cells())) == 9
    session.handle(CellTouched("open-repair"), 2.0)
    session.handle(CellTouched("home"), 3.0)
    assert session.view.board.id == "simple"


def test_simple_mode_scans_its_cells_one_by_one() -> None:
    session = session_of()
    wished(session, simple_mode=True)
    person = Person(session)
    lit = []
    for _ in range(40):
        person.wait(0.5)
        lit.append(person.view.lit)
    assert {len(cells) for cells in lit if cells and not cells & {"strip-yes"}} == {1}


def test_what_was_set_before_simple_mode_comes_back() -> None:
    session = session_of(with_values(Settings(), {"text_size": 34, "home_board": "quick"}))
    before = session.view.settings
    wished(session, simple_mode=True)
    assert session.view.settings.text_size == SIMPLE["text_size"]
    wished(session, simple_mode=False)
    after = session.view.settings
    assert all(getattr(after, key) == getattr(before, key) for key in SIMPLE)
    assert session.view.board.id == "quick"


def test_a_stage_ends_simple_mode() -> None:
    session = session_of()
    wished(session, simple_mode=True)
    wished(session, stage="switch")
    assert not session.view.settings.simple_mode
    assert session.view.settings.text_size == Settings().text_size


def test_the_language_of_the_words_goes_with_wrens_own() -> None:
    session = session_of()
    wished(session, wren_language="de")
    assert session.view.settings.language == "de"
    wished(session, language="en")
    assert session.view.settings.wren_language == "de"
    wished(session, wren_language="")
    assert session.view.settings.language == "en"


def test_a_stage_can_be_taken_while_the_settings_are_open() -> None:
    session = session_of()
    session.handle(CellTouched("open-tools"), 0.5)
    session.handle(CellTouched("settings"), 0.6)
    assert session.view.page is Page.SETTINGS
    wished(session, stage="touch")
    assert session.view.page is Page.SETTINGS
