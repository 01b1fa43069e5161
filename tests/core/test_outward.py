"""The message to other programs, and the telephone: only when chosen, and nothing is kept (G81)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.scan_tree import HOLD_ON, Leaf, build, walk
from aac.core.session import Session
from aac.files.obf.actions import action_fields, read_action
from aac.model.board import Cell
from aac.model.events import CellTouched, Effect, Learn, Save, SaveSettings, Speak
from aac.model.notice import NoticeKind
from aac.model.outward import CopyText, Outward, TextTyped, TypeText, Way
from aac.model.settings import Settings
from aac.model.view import Work
from aac.speaking import utterance
from tests.one_switch import Person
from tests.small_boards import STRIP, board, boards

CELLS = {way.name.lower(): Cell("", way.name, Outward(way)) for way in Way}
ALL = " ".join(CELLS)
LETTERS = board("letters", "+a +b", ALL, ":undo :private_mode >wishes", cells=CELLS, spelling=True)
WISHES = board("wishes", ALL, "Rest >letters", cells=CELLS, private=True)
HOME = boards(LETTERS, WISHES, strip=STRIP)


def begun(text: str = "hello", **settings: object) -> Session:
    work = Work(text=text, caret=len(text))
    session = Session(HOME, replace(Settings(), **settings), work)  # type: ignore[arg-type]
    session.start(0.0)
    return session


def touch(session: Session, cell: str) -> list[Effect]:
    return session.handle(CellTouched(cell), 1.0)


def sent(effects: list[Effect]) -> list[CopyText | TypeText]:
    return [effect for effect in effects if isinstance(effect, CopyText | TypeText)]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("copy", CopyText("Hello")),
        ("type", TypeText("Hello")),
        ("type_enter", TypeText("Hello", enter=True)),
        ("enter", TypeText("", enter=True)),
    ],
)
def test_a_cell_sends_the_message_and_keeps_says_and_learns_nothing(
    cell: str, wanted: CopyText | TypeText
) -> None:
    session = begun("Hello")
    effects = touch(session, cell)
    assert sent(effects) == [wanted]
    assert not [one for one in effects if isinstance(one, Learn | Speak)]
    assert session.work.history == ()
    assert session.view.message == "Hello" and not session.view.finished


@pytest.mark.parametrize("cell", ["copy", "type", "type_enter"])
def test_without_a_message_nothing_is_sent(cell: str) -> None:
    session = begun("")
    assert sent(touch(session, cell)) == []
    assert session.view.notice is not None
    assert session.view.notice.kind is NoticeKind.NOTHING_TO_SAY


def test_once_it_has_arrived_the_next_letter_begins_anew_and_the_light_stays() -> None:
    session = begun("Hello")
    touch(session, "type")
    lit = session.view.lit
    effects = session.handle(TextTyped("Hello"), 1.4)
    assert any(isinstance(effect, Save) for effect in effects)
    assert (session.view.message, session.view.finished, session.view.lit) == ("Hello", True, lit)
    touch(session, "+a")
    assert session.view.message == "A"


def test_what_was_written_on_meanwhile_is_no_finished_message() -> None:
    session = begun("Hello")
    touch(session, "type")
    touch(session, "+a")
    session.handle(TextTyped("Hello"), 1.4)
    assert not session.view.finished


def test_private_texts_say_so() -> None:
    session = begun("Hello")
    touch(session, ":private_mode")
    assert sent(touch(session, "type")) == [TypeText("Hello", private=True)]
    session = begun("Hello")
    touch(session, ">wishes")
    assert sent(touch(session, "copy")) == [CopyText("Hello", private=True)]


# ------------------------------------------------------------------------------- telephone


def test_on_the_telephone_one_press_holds_the_caller_and_undo_takes_it_back() -> None:
    person = Person(begun())
    person.do(CellTouched("telephone"))
    assert any(isinstance(one, SaveSettings) for one in person.effects)
    assert person.view.strip[-1].id == HOLD_ON
    assert person.view.lit == {HOLD_ON}
    person.tap()
    spoken = [one.text for one in person.effects if isinstance(one, Speak)]
    assert spoken == ["Please don’t hang up. I am typing my answer."]
    assert person.view.message == "hello"
    assert dict((cell, presses) for cell, _, presses in walk(tree(True)))[HOLD_ON] == 1


def tree(telephone: bool):  # type: ignore[no-untyped-def]
    session = begun(telephone=telephone)
    settings = session.view.settings
    from aac.core.scan_tree import Offered

    return build(session.view.board, session.view.strip, Offered(), settings)


def test_all_else_keeps_its_order_behind_it() -> None:
    with_it, without = tree(True), tree(False)
    assert with_it.items == (Leaf(HOLD_ON), *without.items)


def test_off_the_telephone_nothing_is_there() -> None:
    session = begun(telephone=True)
    touch(session, "telephone")
    assert HOLD_ON not in {cell.id for cell in session.view.strip}
    assert not session.view.settings.telephone


def test_the_cell_names_its_state() -> None:
    for on, state in ((False, "off"), (True, "on")):
        cell = begun(telephone=on).view.board.cell("telephone")
        assert cell is not None and cell.label == f"TELEPHONE: {state}"


def test_the_voice_is_slower_has_gaps_and_its_own_output_on_the_telephone() -> None:
    usual = replace(Settings(), speech_device="room", speech_rate=1.1)
    calling = replace(usual, telephone=True, telephone_device="line")
    assert utterance(1, "a", usual).gap == 0.0
    told = utterance(1, "a", calling)
    assert (told.rate, told.gap, told.device) == (0.8, 0.1, "line")
    assert utterance(1, "a", replace(calling, telephone_device="")).device == "room"


@pytest.mark.parametrize("way", list(Way))
def test_its_cells_are_found_again_in_a_file(way: Way) -> None:
    fields = action_fields(Outward(way), "label")
    read = read_action(fields, "label", None)
    assert (read.action, read.unknown) == (Outward(way), "")
