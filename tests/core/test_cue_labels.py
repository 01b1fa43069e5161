"""What cues say: short, and enough to know what is lit (guidance G71)."""

from __future__ import annotations

from aac.model.board import Cell, SayPhrase
from aac.model.cue_events import Cue, CueEnded
from aac.model.cue_words import LONGEST, LONGEST_END, SIGNS, said
from aac.model.events import DeadlineReached, PageTurned, Suggest, Suggested
from aac.model.view import Page
from tests.scan_script import Played, begin
from tests.small_boards import board, boards

LETTERS = board("home", "+_ +e +a +n", "+t +o +s +b", ". . . .", "(x) +. . +q", spelling=True)


def cues(played: Played, count: int) -> list[str]:
    """The cues of the next ``count`` items, the first lit one included."""
    played.effects += played.session.start(0.0)
    return go_on(played, count)


def go_on(played: Played, count: int) -> list[str]:
    while len(found := played.every(Cue)) < count:
        played.do(CueEnded(found[-1].id))
        assert played.session.deadline is not None
        played.do(DeadlineReached(), played.session.deadline)
    return [cue.text for cue in found]


def test_rows_are_said_by_number_and_ends() -> None:
    played = begin(boards(LETTERS), cues=True)
    assert cues(played, 4) == [
        "Yes, No, Call, Undo", "row 1: underline to n", "row 2: t to b", "row 4: full stop, q",
    ]  # fmt: skip


def test_a_cell_is_its_label_and_the_way_out_is_back() -> None:
    every = boards(board("home", "+h +i", ". :clear"), strip=())
    played = begin(every, cues=True, cue_minimum=0.0, back_cells=True)
    played.play("0.0 start | +h +i   cues row 1: h, i\n0.1 tap | +h   cues h")
    assert go_on(played, 4)[2:] == ["i", "back"]


def test_offered_words_and_letters_are_said_as_themselves() -> None:
    played = begin(boards(LETTERS, strip=()), cues=True, prediction_after=0, likely_letters=3)
    played.effects += played.session.start(0.0)
    asked = played.every(Suggest)[-1].id
    letters = (("t", 0.5), ("b", 0.2), ("q", 0.2))
    played.do(Suggested(asked, ("water", "want", "was", "with"), letters))
    words, likely = go_on(played, 3)[1:]
    assert words == "words: Water, Want, Was, With"
    assert likely == "letters: " + ", ".join(c.label for c in played.view.letters if c)


def test_columns_have_numbers_too() -> None:
    every = boards(board("home", ". A B", ". C D", ". E F", ". G ."), strip=())
    assert cues(begin(every, cues=True, scan_pattern="column_row"), 2) == [
        "column 2: A, to G", "column 3: B, D, F",
    ]  # fmt: skip


def test_blocks_are_counted() -> None:
    every = boards(board("home", "A B", "C D", "E F", "G H"), strip=())
    assert cues(begin(every, cues=True, scan_pattern="block_row_column"), 2) == [
        "block 1: A, to D", "block 2: E to H",
    ]  # fmt: skip


def test_a_row_in_a_block_keeps_its_number_on_the_board() -> None:
    every = boards(board("home", "A B", "C D", "E F", "G H"), strip=())
    played = begin(every, cues=True, scan_pattern="block_row_column", cue_minimum=0.0)
    cues(played, 2)
    played.play(f"{played.now + 0.1} tap | E F   cues row 3: E, F")


def test_a_question_is_asked() -> None:
    every = boards(board("home", "Sure no", cells={"Sure": Cell("", "Sure", SayPhrase("Sure."),
                   confirm=True)}), strip=())  # fmt: skip
    played = begin(every, cues=True, scan_pattern="linear", cue_minimum=0.0, back_cells=True)
    played.play("0.0 start | Sure   cues Sure\n0.1 tap | Sure   cues again: Sure   asks Sure")
    assert go_on(played, 3)[-1] == "back"


def test_signs_have_names_because_voices_pass_over_them() -> None:
    assert said("?") == "question mark"
    assert all(name.replace(" ", "").isalpha() for name in SIGNS.values())


def test_long_texts_are_said_by_their_beginning() -> None:
    assert (
        said("I would like to sit up a little, please") == "I would like to sit up a little, please"
    )
    long = "I would like to sit up a little, please, and see the garden"
    assert said(long) == "I would like to sit up a little, please,"
    assert len(said("x" * 500)) == LONGEST
    assert said(long, LONGEST_END) == "I would like to sit"
    assert said(" two\n lines ") == "two lines"


def test_an_a_at_the_beginning_is_a_letter_and_no_article() -> None:
    every = boards(board("home", "+a +b +c +d"), strip=())
    assert cues(begin(every, cues=True), 1) == ["row 1: a, to d"]


def test_pages_are_said_too() -> None:
    played = begin(boards(board("home", "A"), strip=()), cues=True)
    played.effects += played.session.start(0.0)
    played.do(PageTurned(Page.SETTINGS))
    assert played.every(Cue)[-1].text == "row 1: Close, Slower, Faster"
