"""Changing phrases with one switch, and boards that a helper changes under the scan (G46, G33)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.session import Session
from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder
from aac.model.board import BoardSet, Cell, Do, Fill, Look, SayPhrase, Template
from aac.model.board_events import BoardsChanged, SaveBoard
from aac.model.changed_boards import with_boards
from aac.model.commands import Command
from aac.model.events import PageTurned, Save
from aac.model.settings import Settings
from aac.model.view import Page, Work
from tests.one_switch import Person
from tests.scan_script import Played, started
from tests.small_boards import STRIP, board, boards

TELL = Cell("tell", "Tell …", Template("Tell {name}", ("",)))
PART = Cell("arm", "arm", Fill("arm"))
CARE = Cell("care", "No tube", SayPhrase("I do not want a tube."), confirm=True)

HOME = boards(
    board("letters", "+h +i +_ :speak", ":change_phrase :keep_change :leave_change >food >care",
          spelling=True),
    board("food", "Tea Soup", "tell arm", "phrase#1 phrase#2", ":back !choking",
          cells={"tell": TELL, "arm": PART}),
    board("care", "care :back", cells={"care": CARE}, private=True),
    strip=STRIP,
)  # fmt: skip


def told(played: Played) -> str:
    return played.view.notice.kind.value if played.view.notice else ""


def label(played: Played, cell_id: str, board_id: str = "food") -> str:
    """What the cell says on the board that was saved last, or as it was."""
    saved = [effect.board for effect in played.every(SaveBoard)]
    found = [one for one in saved if one.id == board_id] or [HOME.boards[board_id]]
    cell = found[-1].cell(cell_id)
    assert cell is not None
    assert cell.label == getattr(cell.action, "text", cell.label)
    return cell.label


def test_a_phrase_is_changed_with_the_switch_and_stays_at_its_place() -> None:
    played = started(HOME).touch(":change_phrase")
    assert told(played) == "choose_phrase"
    played.touch(">food", "Soup")
    assert played.said == []
    assert (played.view.board.id, played.view.message) == ("letters", "Soup")
    played.touch("+_", "+h", "+i", ":keep_change")
    assert told(played) == "phrase_changed"
    assert played.view.message == ""
    assert label(played, "Soup") == "Soup hi"
    played.touch(">food")
    cell = played.view.board.grid[0][1]
    assert cell is not None and cell.label == "Soup hi"
    played.touch("Soup")
    assert played.said == ["Soup hi"]


@pytest.mark.parametrize(
    ("label", "old", "keys", "now"),
    [
        ("Hi", "hi, I am here", ("+h",), "Hi"),  # it is still said
        ("Hi", "I say hi", ("+h",), "I say hih"),  # it is not
        ("Say", "Say", ("+h",), "Sayh"),  # it was all that is said
    ],
)
def test_a_short_label_stays_while_its_words_are_said(
    label: str, old: str, keys: tuple[str, ...], now: str
) -> None:
    short = Cell("short", label, SayPhrase(old), Look.PHRASE)
    pages = boards(
        board("letters", "+h :speak", ":change_phrase :keep_change short", spelling=True,
              cells={"short": short}),
        strip=STRIP,
    )  # fmt: skip
    played = started(pages).touch(":change_phrase", "short", *keys, ":keep_change")
    (saved,) = {effect.board for effect in played.every(SaveBoard)}
    cell = saved.cell("short")
    assert cell is not None and cell.label == now


def test_undo_brings_the_old_text_back_into_the_board() -> None:
    played = started(HOME).touch(":change_phrase", ">food", "Soup", "+h", ":keep_change", "Undo")
    assert label(played, "Soup") == "Soup"
    assert (played.view.message, played.session.work.changing) == (
        "Souph", ("food", "Soup", "Soup"))  # fmt: skip
    played.touch(">food", "Soup")
    assert played.said == ["Soup"]


def test_changes_are_undone_one_after_the_other() -> None:
    played = started(HOME)
    for text in ("+h", "+i"):
        played.touch(":change_phrase", ">food", "Soup", text, ":keep_change")
    assert label(played, "Soup") == "Souphi"
    while label(played, "Soup") != "Souph":
        played.touch("Undo")
    for _ in range(10):
        played.touch("Undo")
    assert label(played, "Soup") == "Soup"


def test_what_was_being_written_is_kept_as_a_draft() -> None:
    played = started(HOME).touch("+h", "+i", ":change_phrase", ">food", "Tea")
    assert played.session.work.drafts == ("Hi",)


def test_an_own_phrase_is_changed_at_its_place_among_the_others() -> None:
    work = Work(board="letters", phrases=("One", "Two"))
    played = started(HOME, work).touch(":change_phrase", ">food", "phrase#2", "+h", ":keep_change")
    assert played.session.work.phrases == ("One", "Twoh")
    assert played.every(SaveBoard) == []
    played.touch("Undo")
    assert played.session.work.phrases == ("One", "Two")


def test_an_entry_of_a_list_can_be_changed() -> None:
    played = started(HOME).touch(":change_phrase", ">food", "arm", "+h", ":keep_change")
    assert label(played, "arm") == "armh"


def test_a_phrase_can_be_left_as_it_was() -> None:
    played = started(HOME).touch(":change_phrase", ">food", "Tea", "+h", ":leave_change")
    assert told(played) == "phrase_left"
    assert (played.view.message, played.every(SaveBoard)) == ("", [])
    played.touch(":change_phrase", ":change_phrase", ">food", "Tea")
    assert played.said == ["Tea"]


def test_the_cells_that_end_a_change_are_there_only_while_there_is_one() -> None:
    played = started(HOME)

    def hidden() -> list[bool]:
        ends = (Command.KEEP_CHANGE, Command.LEAVE_CHANGE)
        return [cell.hidden for cell in played.view.board.cells() if cell.action in map(Do, ends)]

    assert hidden() == [True, True]
    played.touch(":change_phrase", ">food", "Tea")
    assert hidden() == [False, False]


def test_an_empty_message_is_no_phrase() -> None:
    every = boards(board("home", "Tea :change_phrase :keep_change :clear"), strip=STRIP)
    played = started(every).touch(":change_phrase", "Tea", ":clear", ":clear", ":keep_change")
    assert told(played) == "nothing_to_say"
    assert played.session.work.changing == ("home", "Tea", "Tea")


def test_a_phrase_with_gaps_is_told_and_another_can_be_chosen() -> None:
    played = started(HOME).touch(":change_phrase", ">food", "tell")
    assert told(played) == "phrase_with_gaps"
    played.touch("Tea")
    assert played.view.message == "Tea"


def test_alarm_and_strip_do_what_they_always_do() -> None:
    played = started(HOME).touch(":change_phrase", "Yes")
    assert played.said == ["Yes."]
    played.touch(">food", "!choking")
    assert played.view.alert is not None


def test_a_wish_about_care_that_is_changed_is_kept_nowhere_else() -> None:
    played = started(HOME, wishes_board=True)
    played.touch(":change_phrase", ">care", "care", "care")
    assert played.view.message == "I do not want a tube."
    played.touch("+h", ":speak", ":keep_change")
    assert played.session.work.history == ()
    assert label(played, "care", "care").startswith("I do not want a tube")


def test_a_text_whose_cell_is_gone_is_not_lost() -> None:
    played = started(HOME).touch(":change_phrase", ">food", "Tea")
    played.do(BoardsChanged(with_boards(HOME, {"food": board("food", "Soup")})))
    played.touch("+h", ":keep_change")
    assert told(played) == "phrase_gone"
    assert played.view.message == "Teah"


def test_a_change_that_was_begun_is_still_begun_after_a_restart() -> None:
    played = started(HOME).touch(":change_phrase", ">food", "Tea", "+h")
    work = played.every(Save)[-1].work
    again = started(HOME, work).touch(":keep_change")
    assert label(again, "Tea") == "Teah"


# ------------------------------------------------------------------ with the switch alone


def person(every: BoardSet, **settings: object) -> Person:
    session = Session(every, Settings(**settings), Work(board=every.home))  # type: ignore[arg-type]
    person = Person(session)
    person.effects += session.start(0.0)
    return person


@pytest.mark.parametrize("method", ["automatic", "step", "two_switch"])
def test_the_phrase_of_a_shipped_board_is_changed_with_nothing_but_the_switch(method: str) -> None:
    every = load_library([ObfFormat()], boards_folder()).boards
    user = person(every, scan_method=method, predictions=0, likely_letters=0)
    quick = every.boards["quick"]
    place, old = next(
        ((r, c), cell)
        for r, row in enumerate(quick.grid)
        for c, cell in enumerate(row)
        if cell and isinstance(cell.action, SayPhrase) and not cell.opens
    )
    for cell_id in ("open-edit", "change-phrase", "open-edit-home"):
        if cell_id == "open-edit-home":
            cell_id = "home"
        user.choose(cell_id)
    user.choose("open-quick")
    user.choose(old.id)
    assert isinstance(old.action, SayPhrase)
    assert user.view.message == old.action.text
    user.choose("letter-x")
    user.choose("open-edit")
    user.choose("keep-change")
    saved = [effect.board for effect in user.effects if isinstance(effect, SaveBoard)]
    now = saved[-1].grid[place[0]][place[1]]
    assert now is not None and now.id == old.id
    # “Suction” is still said, so it is still the label.
    assert (now.label, now.action) == (old.label, SayPhrase(f"{old.action.text}x"))
    user.choose("strip-undo")
    saved = [effect.board for effect in user.effects if isinstance(effect, SaveBoard)]
    assert saved[-1].cell(old.id) == old


def test_a_message_is_saved_as_a_phrase_and_changed_with_nothing_but_the_switch() -> None:
    every = load_library([ObfFormat()], boards_folder()).boards
    user = person(every, predictions=0, likely_letters=0)
    way = "letter-h letter-i open-edit save-phrase change-phrase open-my-phrases phrase-1 letter-x"
    for cell_id in (*way.split(), "open-edit", "keep-change"):
        user.choose(cell_id)
    assert user.session.work.phrases == ("Hix",)
    assert user.session.work.drafts == ("Hi",)


# -------------------------------------------------------------- boards changed by a helper


def changed(every: BoardSet, **cells: str) -> BoardSet:
    """Cells of the home board with other labels."""
    home = every.boards[every.home]
    grid = tuple(
        tuple(cell and replace(cell, label=cells.get(cell.id, cell.label)) for cell in row)
        for row in home.grid
    )
    return with_boards(every, {home.id: replace(home, grid=grid)})


AB = boards(board("home", "A B", "C D"), board("other", "X"), strip=STRIP)


def test_the_board_being_scanned_changes_after_the_next_choice() -> None:
    played = started(AB)
    before = played.view
    played.do(BoardsChanged(changed(AB, A="New")))
    assert (played.view.board, played.view.lit) == (before.board, before.lit)
    played.touch("B").spoken()
    assert [cell.label for cell in played.view.board.cells()] == ["New", "B", "C", "D"]


def test_a_board_that_is_not_scanned_changes_at_once() -> None:
    played = started(AB)
    played.do(PageTurned(Page.EDITOR))
    assert [cell.id for cell in played.view.page_cells] == ["page-close"]
    played.do(BoardsChanged(changed(AB, A="New")))
    assert [cell.label for cell in played.view.board.cells()] == ["New", "B", "C", "D"]


def test_a_board_that_is_taken_away_leaves_the_person_at_home() -> None:
    every = with_boards(AB, {"cats": board("cats", "Y Z")})
    played = started(every, Work(board="cats"))
    played.do(BoardsChanged(with_boards(every, {"cats": None})))
    played.touch("Y").spoken()
    assert played.view.board.id == "home"
    assert played.said == ["Y"]


def test_phrases_of_changed_boards_are_offered() -> None:
    every = boards(board("home", "+a +b +c", spelling=True), strip=STRIP)
    played = started(every, phrase_offer=True)
    cell = Cell("cab", "Cab", SayPhrase("Cabs are yellow"), Look.PHRASE)
    added = with_boards(every, {"new": replace(board("new", "X"), grid=((cell,),))})
    played.do(BoardsChanged(added))
    played.touch("+c", "+a", "+b")
    assert played.view.phrase is not None and played.view.phrase.label == "Cabs are yellow"
