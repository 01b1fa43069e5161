"""The person's own lists: last messages, drafts, phrases, people, and phrases with slots."""

from __future__ import annotations

from aac.model.board import BoardSet, Cell, Do, Fill, Template
from aac.model.commands import Command
from aac.model.events import Learn, Save
from aac.model.view import Work
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

TELL = Cell("tell", "Tell …", Template("please tell {name} that {what}.", ("people", "")))
ITCH = Cell("itch", "Itch", Template("I have an itch: {part}.", ("parts",)))
SIDE = Cell("side", "Pain", Template("{part} hurts on the {side}.", ("parts", "sides")))
GONE = Cell("gone", "Gone", Template("{what} is gone", ("nowhere",)))
PLAIN = Cell("plain", "Plain", Template("no slot", ()))
SPELL_IT = Cell("spell", "Spell it", Do(Command.SPELL_SLOT))
OWN = {"tell": TELL, "itch": ITCH, "side": SIDE, "gone": GONE, "plain": PLAIN, "spell": SPELL_IT}

HOME = boards(
    board("letters", "+h +i +_ +.", ":speak :clear :keep_draft :save_phrase >lists", spelling=True),
    board(
        "lists",
        "history#1 history#2 history#20",
        "draft#1 draft#2 :spell",
        "phrase#1 phrase#2 :erase_history",
        "tell itch side gone plain",
        ">people :back :home",
        cells=OWN,
    ),
    board("people", "person#1 person#2 spell :back", "X Y", cells=OWN),
    board("parts", "arm leg spell", "X Y", cells={"arm": Cell("", "arm", Fill("arm")),
          "leg": Cell("", "leg", Fill("leg")), **OWN}),
    board("sides", "left right", cells={"left": Cell("", "left", Fill("left")),
          "right": Cell("", "right", Fill("right"))}),
    strip=STRIP,
)  # fmt: skip


def labels(every: BoardSet, work: Work, **settings: object) -> list[str]:
    """What the cells of the board say that are to be seen."""
    view = started(every, work, **settings).view  # type: ignore[arg-type]
    return [cell.label for cell in view.board.cells() if not cell.hidden]


# ------------------------------------------------------------------------- last messages


def test_a_spoken_message_is_the_newest_of_the_last_messages() -> None:
    played = started(HOME).touch("+h", ":speak", "+i", ":speak")
    assert played.session.work.history == ("I", "H")


def test_the_last_twenty_messages_are_kept() -> None:
    played = started(HOME)
    for n in range(30):
        played.touch(*["+h"] * (n + 1), ":speak")
    history = played.session.work.history
    assert len(history) == 20
    assert (history[0], history[-1]) == ("H" + "h" * 29, "H" + "h" * 10)


def test_a_message_said_twice_stands_once_and_first() -> None:
    played = started(HOME).touch("+h", ":speak", "+i", ":speak", "+h", ":speak")
    assert played.session.work.history == ("H", "I")


def test_a_last_message_is_said_again_from_its_cell() -> None:
    played = started(HOME).touch("+h", ":speak", "+i", ":speak", ">lists", "history#2")
    assert played.said == ["H", "I", "H"]


def test_cells_without_an_entry_are_hidden_and_keep_their_place() -> None:
    played = started(HOME).touch("+h", ":speak", ">lists")
    row = played.view.board.grid[0]
    assert [(cell.label, cell.hidden) for cell in row[:2] if cell] == [
        ("H", False), ("history#2", True)]  # fmt: skip
    before = played.session.work
    assert played.touch("history#2").session.work == before


def test_erased_history_is_gone_and_neither_undo_nor_say_again_bring_it_back() -> None:
    played = started(HOME).touch("+h", ":speak", ">lists")
    before = len(played.every(Save))
    played.touch(":erase_history")
    assert played.session.work.history == ()
    assert played.view.notice is not None and played.view.notice.kind == "history_erased"
    for _ in range(10):
        played.touch("Undo")
    assert played.session.work.history == ()
    assert all(save.work.history == () for save in played.every(Save)[before:])


def test_erased_history_takes_what_say_it_again_would_say() -> None:
    every = boards(board("home", "A :say_again :erase_history"), strip=())
    played = started(every).touch("A", ":erase_history", ":say_again")
    assert played.said == ["A"]


# -------------------------------------------------------------------------------- drafts


def test_a_message_can_be_kept_as_a_draft_and_gone_on_with() -> None:
    played = started(HOME).touch("+h", "+i", ":keep_draft")
    assert (played.view.message, played.session.work.drafts) == ("", ("Hi",))
    assert played.view.notice is not None and played.view.notice.kind == "kept_as_draft"
    played.touch(">lists", "draft#1", "+_", "+h")
    assert (played.view.message, played.session.work.drafts) == ("Hi h", ())
    assert played.view.board.id == "letters"


def test_opening_a_draft_keeps_what_was_being_written() -> None:
    played = started(HOME).touch("+h", ":keep_draft", "+i", ">lists", "draft#1")
    assert (played.view.message, played.session.work.drafts) == ("H", ("I",))


def test_opening_a_draft_after_a_spoken_message_keeps_only_the_drafts() -> None:
    played = started(HOME).touch("+h", ":keep_draft", "+i", ":speak", ">lists", "draft#1")
    assert (played.view.message, played.session.work.drafts) == ("H", ())
    assert played.session.work.history == ("I",)


def test_an_empty_message_is_not_kept_as_a_draft() -> None:
    played = started(HOME).touch(":keep_draft", "+h", ":keep_draft", ":keep_draft")
    assert played.session.work.drafts == ("H",)


# ------------------------------------------------------------------------------- phrases


def test_a_message_can_be_saved_as_a_phrase_and_said() -> None:
    played = started(HOME).touch("+h", "+i", ":save_phrase", ":clear", ":clear", ">lists")
    assert played.session.work.phrases == ("Hi",)
    played.touch("phrase#1")
    assert played.said == ["Hi"]
    assert played.session.work.history == ("Hi",)


def test_a_phrase_saved_twice_stands_once_and_first() -> None:
    played = started(HOME)
    for text in ("+h", "+i", "+h"):
        played.touch(text, ":save_phrase", ":clear", ":clear")
    assert played.session.work.phrases == ("H", "I")


def test_there_is_nothing_to_save_where_nothing_is_written() -> None:
    play("0.5 touch :save_phrase | Yes No Call Undo   notice nothing_to_say", HOME)
    play("0.5 touch :speak | Yes No Call Undo   notice nothing_to_say", HOME)


def test_phrases_can_be_put_into_the_message_instead() -> None:
    every = boards(board("home", "+i A phrase#1"), strip=STRIP)
    played = started(every, Work(phrases=("Hello.",)), phrase_cells="insert")
    played.touch("+i", "A", "phrase#1")
    assert (played.view.message, played.said) == ("I A Hello. ", [])
    played.touch("Yes")
    assert played.said == ["Yes."]


def test_a_phrase_said_leaves_the_message_alone() -> None:
    played = started(HOME).touch("+h", ">lists", ">people", "X")
    assert (played.view.message, played.said) == ("H", ["X"])


# ------------------------------------------------------------------- phrases with slots


def test_a_slot_is_filled_from_its_list_and_the_sentence_spoken() -> None:
    played = started(HOME).touch("+h", ">lists", "itch")
    assert played.view.board.id == "parts"
    played.touch("arm")
    assert played.said == ["I have an itch: arm."]
    assert played.view.board.id == "lists"
    assert played.view.message == "H"
    assert played.session.work.history == ("I have an itch: arm.",)


def test_two_slots_are_filled_one_after_the_other() -> None:
    played = started(HOME).touch(">lists", "side", "leg")
    assert played.view.board.id == "sides"
    played.touch("left")
    assert played.said == ["Leg hurts on the left."]
    assert played.view.board.id == "lists"
    assert played.session.work.filled == ()


def test_a_slot_can_be_spelled_with_the_caret_in_it_and_what_was_written_kept() -> None:
    played = started(HOME, people=("Ann",)).touch("+h", ">lists", "tell", "spell")
    played.play("1.0 touch +i | Yes No Call Undo   text Please tell i^ that .")
    assert played.session.work.drafts == ("H",)
    assert played.view.board.id == "letters"


def test_a_person_fills_the_slot_and_the_rest_is_spelled() -> None:
    played = started(HOME, people=("Ann", "Bo")).touch(">lists", "tell", "person#2")
    played.play("1.0 touch +h | Yes No Call Undo   text Please tell Bo that h^.")
    played.touch("+i", ":speak")
    assert played.said == ["Please tell Bo that hi."]


def test_a_list_without_entries_is_spelled_at_once() -> None:
    played = started(HOME, people=()).touch(">lists", "tell")
    assert (played.view.board.id, played.view.message) == ("letters", "Please tell  that .")
    assert played.view.caret == len("Please tell ")


def test_a_list_that_is_not_there_is_spelled() -> None:
    played = started(HOME).touch(">lists", "gone")
    assert (played.view.message, played.view.caret) == (" is gone", 0)


def test_a_template_without_a_slot_is_written() -> None:
    assert started(HOME).touch(">lists", "plain").view.message == "No slot"


def test_back_and_home_leave_a_template_unfilled() -> None:
    played = started(HOME, people=("Ann",)).touch(">lists", "tell", ":back")
    assert (played.view.board.id, played.session.work.template) == ("lists", "")
    played.touch(":home")
    assert played.view.board.id == "letters"


def test_a_name_outside_a_template_is_just_said() -> None:
    played = started(HOME, people=("Ann",)).touch(">lists", ">people", "person#1")
    assert played.said == ["Ann"]
    assert played.session.work.history == ("Ann",)
    assert played.session.work.filled == ()


def test_spell_it_outside_a_template_goes_to_the_letters() -> None:
    played = started(HOME, people=("Ann",)).touch("+h", ">lists", ">people", "spell")
    assert (played.view.board.id, played.view.message) == ("letters", "H")


def test_a_slot_left_by_a_board_that_is_gone_does_not_survive_a_restart() -> None:
    work = Work(template="I have {x}", lists=("a",), board="nowhere", trail=("also-not",))
    assert started(HOME, work).session.work == Work(board="letters")


def test_messages_with_slots_are_learned() -> None:
    assert Learn("I have an itch: arm.") in started(HOME).touch(">lists", "itch", "arm").effects


# ------------------------------------------------------------------------- the way about


def test_home_back_and_links() -> None:
    played = started(HOME).touch(">lists", ">people", ":back")
    assert played.view.board.id == "lists"
    played.touch(":back", ">lists", ">people")
    assert played.view.board.id == "people"
    played.touch(":back", ":home")
    assert (played.view.board.id, played.session.work.trail) == ("letters", ())


def test_back_with_no_way_back_goes_home() -> None:
    played = started(HOME, Work(board="lists")).touch(":back")
    assert played.view.board.id == "letters"


def test_the_home_and_letter_boards_of_the_settings_are_used_where_they_exist() -> None:
    every = boards(board("one", ":home :spell"), board("two", "+a", ":home", spelling=True))
    played = started(every, home_board="two", spelling_board="two")
    assert played.view.board.id == "two"
    assert started(every, home_board="none").view.board.id == "one"
    assert started(every, Work(board="one"), spelling_board="two").touch(
        ":spell").view.board.id == "two"  # fmt: skip
    assert started(every, spelling_board="none").touch(":spell").view.board.id == "one"


def test_a_cell_can_open_a_board_or_go_back_after_it_acted() -> None:
    own = {
        "a": Cell("", "Spell", Do(Command.SPACE), opens="letters"),
        "b": Cell("", "Quote", Do(Command.SPACE), returns=True),
    }
    every = boards(board("home", "a >marks"), board("marks", "b C"), board("letters", "+a"))
    every = boards(
        board("home", "a >marks", cells=own), board("marks", "b C", cells=own),
        board("letters", "+a"),
    )  # fmt: skip
    assert started(every).touch("a").view.board.id == "letters"
    assert started(every).touch(">marks", "b").view.board.id == "home"


def test_a_link_to_the_board_itself_leaves_no_way_back_to_it() -> None:
    every = boards(board("home", ">home A"))
    assert started(every).touch(">home").session.work.trail == ()


def test_the_shown_lists_are_the_persons_own() -> None:
    work = Work(board="lists", history=("Said",), drafts=("Begun",), phrases=("Mine",))
    assert {"Said", "Begun", "Mine"} <= set(labels(HOME, work))


def test_the_way_back_of_an_earlier_run_leads_only_to_boards_that_there_are() -> None:
    played = started(HOME, Work(board="lists", trail=("people", "gone"))).touch(":back")
    assert played.session.work.board == "people"
