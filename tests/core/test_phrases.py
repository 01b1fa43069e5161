"""Whole phrases: one cell, found by its words or its initials, never a private one (G39, G56)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.message import Message
from aac.core.moment import Moment
from aac.core.phrases import Phrases, plain
from aac.model.board import Cell, SayPhrase, Template
from aac.model.events import Learn
from aac.model.settings import Settings, with_values
from aac.model.view import Work
from tests.scan_script import Played, started
from tests.small_boards import STRIP, board, boards

SAID = ["I want to go out.", "I want water, please.", "Please open the window", "I’m cold",
        "Stop", "My left leg hurts a lot"]  # fmt: skip
WISHES = ["I want to stay at home.", "Water only"]
OWN = {f"p{n}": Cell("", text, SayPhrase(text)) for n, text in enumerate(SAID)}
SECRET = {f"w{n}": Cell("", text, SayPhrase(text)) for n, text in enumerate(WISHES)}
BYE = {"bye": Cell("", "Goodbye", Template("I want to say goodbye to {name}.", ("",)))}
HOME = boards(
    board("letters", "+i +w +a +n +t +o +g", "+_ +. +' :delete_letter", ":speak >phrases +m",
          ">wishes", spelling=True),
    board("phrases", "p0 p1 p2", "p3 p4 p5", cells=OWN),
    board("wishes", "w0 w1 bye :back", private=True, cells={**SECRET, **BYE}),
    strip=STRIP,
)  # fmt: skip
OFFERED: dict[str, Any] = {"phrase_offer": True}
INDEX = Phrases(HOME)


def offered(written: str, *, work: Work | None = None, **changes: Any) -> str:
    settings = with_values(Settings(), {**OFFERED, **changes})
    message = Message(written, len(written))
    whole = INDEX.fitting(message, Moment(work or Work(), settings))
    return whole.text if whole else ""


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("I w", ""),  # two letters are too few
        ("I wa", "I want to go out."),  # the shortest that begins so
        ("i WANT wat", "I want water, please."),
        ("I want water p", "I want water, please."),  # signs do not matter
        ("Im c", "I’m cold"),
        ("I want t", "I want to go out."),
        ("I want ", "I want to go out."),
        ("I wan ", "I want to go out."),  # not as a beginning, but word for word
        ("iwtgo", "I want to go out."),  # its initials
        ("IWT", "I want to go out."),
        ("iwtgoo", ""),
        ("mll", "My left leg hurts a lot"),
        ("ope win", "Please open the window"),  # beginnings of its words, in their order
        ("left hurt", "My left leg hurts a lot"),
        ("win ope", ""),
        ("Sto", ""),  # one word is no phrase: words are offered as words
        ("I want to go out", ""),  # it stands there already
        ("i want to go out.", ""),
        ("I am here. I wa", "I want to go out."),  # of the sentence being written
        ("I am here. iwtgo", "I want to go out."),
        ("here iwtgo", ""),  # initials stand alone
        ("zzz", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_what_fits(written: str, phrase: str) -> None:
    assert offered(written) == phrase


def test_nothing_is_offered_until_it_is_wanted() -> None:
    assert offered("I want", phrase_offer=False) == ""


def test_own_phrases_come_before_messages_and_messages_before_the_boards() -> None:
    work = Work(phrases=("I want tea",), history=("I want it now", "I want it all"))
    assert offered("I wa", work=work) == "I want tea"
    assert offered("I want i", work=work) == "I want it now"
    assert offered("I want to", work=work) == "I want to go out."
    assert offered("iwi", work=work) == "I want it now"


def test_where_the_first_stands_there_already_the_next_is_offered() -> None:
    work = Work(history=("I want it", "I want it all"))
    assert offered("I want it", work=work) == "I want it all"


def test_a_phrase_that_was_saved_since_is_found() -> None:
    assert offered("I like", work=Work()) == ""
    assert offered("I like", work=Work(phrases=("I like it here",))) == "I like it here"
    assert offered("I like", work=Work()) == ""


def test_in_the_middle_of_a_message_nothing_is_offered() -> None:
    settings = with_values(Settings(), OFFERED)
    moment = Moment(Work(), settings)
    assert INDEX.fitting(Message("I want it", 6), moment) is None
    assert INDEX.fitting(Message("I want ", 6), moment) is not None


ABBREVIATIONS: dict[str, Any] = {
    "abbreviations": ("omw = I am on my way", "w=water", "bad", " = x", "y =")
}


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("omw", "I am on my way"),
        ("OMW", "I am on my way"),
        ("w", "water"),
        ("I want w", "water"),
        ("om", ""),
        ("bad", ""),
        ("y", ""),
        ("", ""),
        ("w ", ""),
    ],
)
def test_an_abbreviation_of_the_persons_own_is_always_offered(
    wanted: bool, written: str, phrase: str
) -> None:
    assert offered(written, phrase_offer=wanted, **ABBREVIATIONS) == phrase


# ------------------------------------------------------------------------ private boards


@pytest.mark.parametrize("written", ["I want to st", "iwtsah", "Water o", "wat onl", "stay home"])
def test_a_wish_about_care_is_never_offered(written: str) -> None:
    assert offered(written) not in WISHES
    kept = Work(phrases=(*WISHES, "I want to say goodbye to Ann."), history=("Water ONLY.",))
    assert offered(written, work=kept) not in (*kept.phrases, *kept.history)
    assert offered("I want to say", work=kept) == ""


words = st.lists(st.sampled_from(["i", "want", "to", "stay", "go", "out", "home", "water", "on"]))


@given(words, words, st.integers(0, 3), st.booleans())
def test_what_is_offered_is_new_known_and_not_private(
    written: list[str], own: list[str], cut: int, space: bool
) -> None:
    text = " ".join(written)
    text = text[: len(text) - cut] + (" " if space else "")
    work = Work(phrases=(" ".join(own),), history=("I want to stay", *WISHES))
    found = offered(text, work=work)
    if found:
        assert found in (*SAID, *work.phrases, "I want to stay")
        assert found not in WISHES
        assert plain(found) != plain(text)
        assert sum(map(str.isalpha, text)) >= 3


def test_the_right_one_is_found_among_many() -> None:
    work = Work(
        history=tuple(f"I was {n} today" for n in range(20)),
        phrases=(
            *(f"{a} want thing{n} there" for a in ("I", "you", "we") for n in range(200)),
            *(f"Saved as number {n}" for n in range(100)),
        ),
    )
    wanted = {
        "I want t": "I want thing0 there",
        "iwtt": "I want thing0 there",
        "we want thing199": "we want thing199 there",
        "sa as nu 98": "Saved as number 98",
        "xyz": "",
    }
    assert {written: offered(written, work=work) for written in wanted} == wanted


# ---------------------------------------------------------------------------- the screen


def iwt(**changes: Any) -> Played:
    return started(HOME, **{**OFFERED, **changes}).touch("+i", "+w", "+t")


def test_the_phrase_is_the_last_of_the_words() -> None:
    iwt().play(
        """
        0.0   words iwtx   | Yes No Call Undo   phrase I want to go out.
        1.0   -            | word-1 phrase
        1.3   tap          | word-1
        2.3   -            | phrase
        2.6   tap          | Yes No Call Undo   text I want to go out. ^
        """
    )


def test_the_phrase_alone_is_chosen_with_one_press_and_stands_before_the_back_mark() -> None:
    iwt().play("0.0 words\n1.0 - | phrase\n1.2 tap | Yes No Call Undo   text I want to go out. ^")
    played = iwt(back_cells=True).play("0.0 words iwtx\n1.0 - | word-1 phrase\n1.3 tap | word-1")
    played.play("2.3 - | phrase\n3.3 - | <")


def test_one_by_one_the_phrase_comes_after_the_words() -> None:
    played = iwt(offer_scan="one_by_one", likely_letters=3)
    played.play("0.0 words iwtx / m=0.9\n1.0 - | likely-1\n2.0 - | word-1\n3.0 - | phrase")


def test_a_chosen_phrase_is_not_spoken_and_undo_gives_back_what_was_typed() -> None:
    played = iwt().touch("phrase")
    assert (played.view.message, played.said, played.every(Learn)) == ("I want to go out. ", [], [])
    assert played.view.phrase is None
    played.touch("Undo")
    assert (played.view.message, played.view.caret) == ("Iwt", 3)
    assert played.view.phrase is not None


def test_what_stood_before_the_sentence_stays() -> None:
    played = started(HOME, **OFFERED).touch("+a", "+.", "+i", "+w", "+t", "phrase")
    assert played.view.message == "A. I want to go out. "


def test_after_a_whole_phrase_speak_leads_the_letters() -> None:
    told = "words / m=0.9 i=0.1 end=0.05"
    played = iwt(likely_letters=3).touch("phrase")
    played.play(f"0.0 {told} | Yes No Call Undo   letters speak . .")
    played.play("0.0 partner What?\n0.0 words / m=0.9 | Yes No Call Undo   letters speak . .")
    played.touch("likely-1")
    assert played.said == ["I want to go out."]
    other = iwt(likely_letters=3).touch("phrase", "+m")
    other.play(f"0.0 {told} | Yes No Call Undo   letters m . .")


def test_an_abbreviation_is_put_in_the_place_of_its_word() -> None:
    played = started(HOME, abbreviations=("w = water",)).touch("+i", "+_", "+w", "phrase")
    assert played.view.message == "I water "
    spoken = played.touch("+a")
    assert spoken.view.message == "I water a"


def test_on_boards_that_are_not_for_spelling_there_is_no_phrase() -> None:
    assert iwt().touch(">phrases").view.phrase is None


def test_a_new_message_begins_with_no_phrase() -> None:
    played = iwt(pause_while_speaking=False).touch(":speak")
    assert played.view.phrase is None


def test_while_a_wish_is_being_spelled_phrases_that_are_no_wishes_are_offered() -> None:
    wish = Work(text="Iw", caret=2, board="letters", unrecorded=True)
    played = started(HOME, wish, **OFFERED).touch("+t", "phrase")
    assert played.view.message == "I want to go out. "
    played.touch(":speak")
    assert (played.said, played.every(Learn)) == (["I want to go out."], [])
    assert played.session.work.history == ()


@pytest.mark.parametrize("mode", ["word", "letter"])
def test_in_other_ways_of_speaking_too_nothing_is_said_when_a_phrase_is_chosen(mode: str) -> None:
    played = iwt(speak_mode=mode)
    before = played.said
    assert played.touch("phrase").said == before
