"""Texts are read and cleaned; copies of the evaluation text are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.training.texts import (
    UNKNOWN,
    Copies,
    read_frequencies,
    read_text,
    vocabulary,
    without_copies,
    words_of,
)

HELD = ("can", "you", "open", "the", "window", "please")
COPIES = Copies([HELD, ("thank", "you", "so", "much")])


# -------------------------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("I want water.", ("i", "want", "water")),
        ('“Well…” she said, "no"!', ("well", "she", "said", "no")),
        ("don't o'clock the boys' well-known", ("don't", "o'clock", "the", "boys'", "well-known")),
        ("I’m cold; you’re not", ("i'm", "cold", "you're", "not")),
        ("at 5 on b4 and 10,000", ("at", UNKNOWN, "on", UNKNOWN, "and", UNKNOWN)),
        ("<unk> street under_score a@b", (UNKNOWN, "street", UNKNOWN, UNKNOWN)),
        ("Übung macht FRÖHLICH", ("übung", "macht", "fröhlich")),
        ("🙂 fine", (UNKNOWN, "fine")),
        (" … !? ", ()),
        ("'tis", (UNKNOWN,)),
    ],
)
def test_a_line_becomes_words_in_small_letters(line: str, words: tuple[str, ...]) -> None:
    assert words_of(line) == words


@given(st.text(max_size=60))
def test_any_line_gives_words_that_have_no_space_digit_or_capital(line: str) -> None:
    for word in words_of(line):
        assert word == UNKNOWN or not any(sign.isspace() or sign.isdecimal() for sign in word)
        assert word == word.lower()


def test_empty_lines_are_no_sentences(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("One two.\n\n...\nThree\n", "utf-8")
    assert read_text(tmp_path / "text.txt") == [("one", "two"), ("three",)]


# ------------------------------------------------------------------------------- copies


@pytest.mark.parametrize(
    "line",
    [
        "can you open the window please",
        "can you open the big window please",
        "so can you open the window please",
        "can you open the window please now",
        "can you open window please",
        "you open the window please",
        "can you open the window",
        "can you open the door please",
        "could you open the window please",
        "can you open the window now",
        f"can you open the {UNKNOWN} please",
    ],
)
def test_an_equal_sentence_and_one_with_a_word_more_less_or_other_is_a_copy(line: str) -> None:
    assert words_of(line) in COPIES


@pytest.mark.parametrize(
    "line",
    [
        "can you open the doors now",
        "can you please open a big window",
        "you open the window",
        "thank you so much",
        "thank you so very much",
        "can you",
        "",
    ],
)
def test_a_short_sentence_and_one_that_differs_more_is_no_copy(line: str) -> None:
    assert words_of(line) not in COPIES


words = st.lists(st.sampled_from("abc"), min_size=5, max_size=7).map(tuple)


@given(words, st.integers(0, 6), st.sampled_from("abcd"))
def test_no_single_change_hides_a_copy(held: tuple[str, ...], place: int, other: str) -> None:
    copies = Copies([held])
    more = (*held[:place], other, *held[place:])
    less = (*held[:place], *held[place + 1 :])
    instead = (*held[:place], other, *held[place + 1 :])
    assert all(each in copies for each in (held, more, less, instead) if len(each) >= 5)


def test_only_copies_are_left_out_and_the_rest_keeps_its_order() -> None:
    text = [words_of(line) for line in ("thank you so much", "can you open the window", "a b c")]
    assert without_copies(text, COPIES) == [text[0], text[2]]
    assert without_copies(text, Copies([])) == text


# --------------------------------------------------------------------------- vocabulary


def test_a_word_is_taken_if_it_is_known_or_seen_often_in_two_texts() -> None:
    texts = {
        "one": [("water",), *[("gonna", "kieth", UNKNOWN)] * 24],
        "two": [("gonna", UNKNOWN), *[("rare", UNKNOWN)] * 30],
    }
    assert vocabulary(texts, frozenset({"water", "unseen"})) == ["gonna", "water"]
    # "kieth" is seen 24 times, "rare" often enough but in one text only.
    assert vocabulary(texts, frozenset(), often=24) == ["gonna"]
    assert vocabulary(texts, frozenset({UNKNOWN})) == ["gonna"]


def test_a_word_that_is_too_long_is_not_taken() -> None:
    texts = {"one": [("a" * 23, "b" * 24)]}
    assert vocabulary(texts, frozenset({"a" * 23, "b" * 24})) == ["a" * 23]


def test_the_vocabulary_is_sorted_as_the_tables_need_it() -> None:
    texts = {"one": [("zoo", "well-known", "well", "i'm", "i", "ähnlich")]}
    found = vocabulary(texts, frozenset(texts["one"][0]))
    assert found == sorted(found) == ["i", "i'm", "well", "well-known", "zoo", "ähnlich"]


def test_a_list_of_words_and_counts_is_read(tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text("und\t30\nüber\t2.5\n", "utf-8")
    assert read_frequencies(tmp_path / "list.tsv") == {"und": 30.0, "über": 2.5}
    (tmp_path / "list.tsv").write_text("und 30\n", "utf-8")
    with pytest.raises(ValueError, match="unpack"):
        read_frequencies(tmp_path / "list.tsv")
