"""One sentence from parts chosen in any order, some of them left out (guidance G54)."""

from __future__ import annotations

from itertools import permutations

import pytest

from aac.core.session import Session
from aac.model.board import BoardSet, OpenBoard
from aac.model.events import CellTouched, Effect, Speak
from aac.model.notice import NoticeKind
from aac.model.parts import Part, SayParts, as_text, from_text, put_together
from aac.model.settings import Settings
from aac.model.view import Work
from tests.boards.both import library

PAIN = SayParts(
    "My pain is {scale} out of 10",
    "I am in pain: ",
    "I am in pain.",
    ("scale", "side", "where", "kind", "course"),
)
SEVEN = Part("scale", "7")
LEFT = Part("side", "left {where}", "left side")
BOTH = Part("side", "{where} on both sides", "both sides")
SHOULDER = Part("where", "shoulder")
CRAMPING = Part("kind", "cramping")
WORSE = Part("course", "getting worse")


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ((), "I am in pain."),
        ((SEVEN,), "My pain is 7 out of 10."),
        ((SEVEN, LEFT), "My pain is 7 out of 10, left side."),
        ((LEFT, SHOULDER), "I am in pain: left shoulder."),
        ((SHOULDER, BOTH, WORSE), "I am in pain: shoulder on both sides, getting worse."),
        ((SHOULDER,), "I am in pain: shoulder."),
        ((CRAMPING,), "I am in pain: cramping."),
    ],
)
def test_what_is_left_out_leaves_a_whole_sentence(parts: tuple[Part, ...], sentence: str) -> None:
    assert put_together(PAIN, parts) == sentence


def test_the_order_of_choosing_does_not_matter() -> None:
    parts = (SEVEN, LEFT, SHOULDER, CRAMPING, WORSE)
    said = {put_together(PAIN, order) for order in permutations(parts)}
    assert said == {"My pain is 7 out of 10, left shoulder, cramping, getting worse."}


def test_parts_can_be_kept_as_text_and_what_is_damaged_is_left_out() -> None:
    assert from_text(map(as_text, (SEVEN, LEFT))) == (SEVEN, LEFT)
    assert from_text(["nonsense", "", as_text(SEVEN)]) == (SEVEN,)


# ----------------------------------------------------------- on the shipped boards, both languages


class Helper:
    """Chooses cells of one session by their ids."""

    def __init__(self, boards: BoardSet, work: Work, settings: Settings | None = None) -> None:
        self.session = Session(boards, settings or Settings(), work)
        self.session.start(0.0)
        self.now = 0.0

    def choose(self, *cells: str) -> list[str]:
        """What was said."""
        effects: list[Effect] = []
        for cell in cells:
            self.now += 1.0
            effects += self.session.handle(CellTouched(cell), self.now)
        return [effect.text for effect in effects if isinstance(effect, Speak)]


def on_pain(language: str) -> Helper:
    return Helper(library(language).boards, Work(board="pain", trail=("category-e",)))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "My pain is 7 out of 10, left shoulder, cramping, getting worse."),
        (
            "de",
            "Meine Schmerzen sind bei 7 von 10, Schulter links, krampfartig, es wird schlimmer.",
        ),
    ],
)
def test_where_what_kind_and_how_strong_make_one_spoken_sentence(
    language: str, sentence: str
) -> None:
    helper = on_pain(language)
    said = helper.choose("course-2", "open-pain-where", "where-5", "kind-4", "side-1", "scale-8")
    assert said == []
    assert helper.session.view.board.id == "pain"
    say = helper.session.view.board.cell("say-parts")
    assert say is not None and say.label == sentence  # what will be said is to be read before
    assert helper.choose("say-parts") == [sentence]
    assert helper.session.work.history == (sentence,)
    assert helper.choose("say-parts") == [put_together_bare(language)]  # the next begins anew


def put_together_bare(language: str) -> str:
    cell = library(language).boards.boards["pain"].cell("say-parts")
    assert cell is not None and isinstance(cell.action, SayParts)
    return cell.action.bare


def test_a_part_chosen_again_is_taken_out_and_another_takes_its_place() -> None:
    helper = on_pain("en")
    helper.choose("kind-1", "kind-2", "scale-4", "scale-4")
    assert helper.choose("say-parts") == ["I am in pain: sharp."]


def test_each_choice_is_undone_by_undo_and_all_by_start_again() -> None:
    helper = on_pain("en")
    helper.choose("scale-8", "kind-1", "strip-undo")
    marked = [cell.id for cell in helper.session.view.board.cells() if cell.symbol == "•"]
    assert marked == ["scale-8"]
    helper.choose("clear-parts")
    assert helper.choose("say-parts") == ["I am in pain."]
    helper.choose("strip-undo", "strip-undo")
    assert helper.choose("say-parts") == ["My pain is 7 out of 10."]


def test_the_sentence_so_far_is_told_on_the_list_of_places_too() -> None:
    helper = on_pain("en")
    helper.choose("scale-8", "open-pain-where", "where-9")
    notice = helper.session.view.notice
    assert notice is not None and notice.kind is NoticeKind.PARTS
    assert notice.detail == "My pain is 7 out of 10, back."


def test_the_sentence_can_be_spelled_on() -> None:
    helper = on_pain("en")
    helper.choose("scale-8", "spell-slot")
    view = helper.session.view
    assert view.message == "My pain is 7 out of 10"
    assert view.board.id == "alphabet-frequency"
    assert helper.session.work.parts == ()


def test_a_message_that_was_begun_stays_as_it_is() -> None:
    boards = library("en").boards
    helper = Helper(boards, Work(text="Please", caret=6, board="pain"))
    helper.choose("scale-8", "say-parts")
    assert helper.session.view.message == "Please"


def test_the_page_of_pain_is_one_choice_from_pain_on_the_quick_board() -> None:
    helper = Helper(library("en").boards, Work(board="quick"))
    assert helper.choose("E01") == ["I am in pain."]
    assert helper.session.view.board.id == "pain"
    links = {cell.action for cell in library("en").boards.boards["category-e"].cells()}
    assert OpenBoard("pain") in links
