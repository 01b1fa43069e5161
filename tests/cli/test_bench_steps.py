"""Promises of ``wren bench steps``: steps counted by hand on the shipped boards."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from aac.__main__ import main
from aac.cli.ideal_user import Effort, IdealUser
from aac.cli.layouts import LAYOUTS
from aac.cli.switched import NotReached
from aac.files.board_library import load_library
from aac.files.paths import boards_folder
from aac.model.board import BoardSet
from aac.model.settings import Settings
from aac.shelf import BoardFormats
from tests.fakes import FakePredictor

BY_NAME = {layout.name: layout for layout in LAYOUTS}
PLAIN = BY_NAME["peer-frequency-no-words"].settings
LISTED = BY_NAME["peer-frequency-6-listed-words"].settings
SPEAK = 11  # fifth row, sixth cell
WATER = 7 + 4 + 3 + 3 + 5  # the example of the guidance


@cache
def library() -> BoardSet:
    return load_library(BoardFormats(), boards_folder("en")).boards


def effort(
    text: str,
    settings: Settings = PLAIN,
    predictor: FakePredictor | None = None,
    overlooked: float = 0.0,
) -> Effort:
    predictor = predictor or FakePredictor()
    return IdealUser(library(), settings, predictor, overlooked).write(text, seed="1")


def test_a_word_takes_row_and_column_for_each_letter_and_speak() -> None:
    assert effort("water") == Effort(WATER + SPEAK, 2 * 5 + 2, words=1)


def test_the_space_between_words_counts_and_none_is_written_at_the_end() -> None:
    assert effort("water a").steps == WATER + 2 + 4 + SPEAK


def test_the_strip_lit_first_costs_a_step_for_each_choice() -> None:
    first = replace(PLAIN, strip_on_spelling="first")
    assert effort("water", first).steps == WATER + SPEAK + 6


def test_an_apostrophe_is_fetched_from_the_board_that_has_it() -> None:
    # I; the way to the board; there the first row, fifth cell; M; Speak.
    assert effort("i'm") == Effort(4 + 10 + (1 + 5) + 6 + SPEAK, 2 * 5, words=1)


def test_a_listed_word_is_chosen_with_its_space() -> None:
    predictor = FakePredictor({"": ("the", "water")})
    # The row of words is there again for Speak: one item more to pass by.
    assert effort("water", LISTED, predictor) == Effort(3 + SPEAK + 1, 4, words=1, chosen=1)


def test_a_word_is_known_with_its_capital_too() -> None:
    predictor = FakePredictor({"": ("the", "London")})
    assert effort("london", LISTED, predictor).chosen == 1


def test_a_listed_word_is_left_where_its_letters_cost_less() -> None:
    predictor = FakePredictor({"": ("it", "the", "they", "them", "then", "e")})
    assert effort("e", LISTED, predictor).chosen == 0  # 7 steps in the list, 3 on the board


def test_words_that_are_always_overlooked_are_never_chosen() -> None:
    predictor = FakePredictor({"": ("the", "water"), "w": ("water", "was")})
    missed = effort("water", LISTED, predictor, overlooked=1.0)
    assert missed.chosen == 0
    # The row of words has to be passed by for W and for A; later there is none.
    assert missed.steps == WATER + SPEAK + 2


def test_words_are_overlooked_the_same_way_every_time() -> None:
    predictor = FakePredictor({"": ("the", "water"), "w": ("water", "was")})
    words = "water the water the water"
    half = [effort(words, LISTED, predictor, overlooked=0.5) for _ in range(2)]
    assert half[0] == half[1]
    assert half[0].steps > effort(words, LISTED, predictor).steps


def test_a_likely_letter_is_taken_where_it_is_cheaper() -> None:
    settings = BY_NAME["default"].settings
    likely = FakePredictor(letters={"": (("w", 0.9),), "w": (("a", 0.9),)})
    assert effort("wa", settings, likely).steps < effort("wa", settings).steps


def test_refused_words_are_told_by_the_session() -> None:
    predictor = FakePredictor({"": ("wasp", "water")})
    effort("was", LISTED, predictor)
    assert ("wasp", "water") in {question.passed for question in predictor.asked}


def test_a_sign_that_no_board_has_is_told_without_the_message() -> None:
    boards = replace(library(), boards={PLAIN.home_board: library().get(PLAIN.home_board)})
    with pytest.raises(NotReached) as told:
        IdealUser(boards, PLAIN, FakePredictor()).write("i'm")
    assert "i'm" not in str(told.value)


# ---------------------------------------------------------------------------- layouts


def test_every_layout_has_a_name_of_its_own_and_boards_that_there_are() -> None:
    assert len(BY_NAME) == len(LAYOUTS)
    for layout in LAYOUTS:
        assert layout.settings.spelling_board in library().boards
        assert layout.settings.home_board in library().boards


def test_default_is_what_is_shipped_with_the_strip_last() -> None:
    shipped = replace(Settings(), strip_on_spelling="last", second_call_route=True)
    assert BY_NAME["default"].settings == shipped
    first = BY_NAME["default-strip-first"].settings
    assert not first.strip_last_on_spelling
    assert replace(first, second_call_route=False) == Settings()


# ------------------------------------------------------------------------ the command


def test_the_command_prints_a_row_for_each_layout_and_the_bound(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "m.txt"
    file.write_text("water\nwater a\n")
    names = ["--layout", "peer-frequency-no-words", "--layout", "default"]
    arguments = ["--messages", str(file), *names, "--overlooked", "0,100", "--json"]
    assert main(["bench", "steps", *arguments]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["layout"], row["overlooked_percent"]) for row in found["rows"]] == [
        ("peer-frequency-no-words", 0),
        ("peer-frequency-no-words", 100),
        ("default", 0),
        ("default", 100),
    ]
    plain, _, default, missed = found["rows"]
    steps = 2 * (WATER + SPEAK) + 2 + 4
    assert plain["steps_per_char"] == pytest.approx(steps / 12, abs=0.001)
    assert plain["presses_per_char"] == pytest.approx((12 + 16) / 12, abs=0.001)
    assert (plain["words"], plain["letters"]) == (0, 0)
    assert default["steps_per_char"] < missed["steps_per_char"]
    assert missed["words_chosen_percent"] == 0
    assert "bound" in found


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--messages", "no such file"],
        ["--messages", __file__, "--words", "no such file"],
        ["--messages", __file__, "--layout", "upside-down"],
        ["--messages", __file__, "--overlooked", "some"],
        ["--messages", __file__, "--overlooked", "101"],
    ],
)
def test_bad_input_is_answered_with_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["bench", "steps", *arguments]) != 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1
