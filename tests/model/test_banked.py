"""Which words a recording stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.model.banked import (
    NO_RECORDINGS,
    PhraseRow,
    Recordings,
    rows_of,
    same_words,
    still_to_record,
)


@pytest.mark.parametrize(
    "other",
    [
        "I love you.",
        "i love you",
        "  I  love\nyou!! ",
        "I LOVE YOU…",
        "“I love you.”",
        "I love you?",
    ],
)
def test_capitals_space_and_signs_around_make_no_difference(other: str) -> None:
    assert same_words(other) == same_words("I love you")


@pytest.mark.parametrize(
    ("one", "other"),
    [("I’m here", "I'm here"), ("Straße", "STRASSE"), ("¿Qué?", "qué"), ("Ja.", "ja")],
)
def test_two_ways_to_write_the_same(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("No", "Now"), ("I love you", "I love you too"), ("a b", "ab"), ("yes, no", "yes no")],
)
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert same_words(one) != same_words(other)


@given(st.text(max_size=60))
def test_looking_twice_changes_nothing(text: str) -> None:
    once = same_words(text)
    assert same_words(once) == once
    assert bool(once) == bool(text.strip())


@given(
    st.text(alphabet="abcäß '", min_size=1, max_size=20).filter(
        lambda text: bool(text.strip(" '"))
    ),
    st.sampled_from(["", " ", "  ", "\n"]),
    st.sampled_from(["", ".", "!", "?!", " …", ". "]),
)
def test_signs_and_space_around_are_never_heard(text: str, before: str, behind: str) -> None:
    known = Recordings({same_words(text): "own-1"})
    assert known.key(before + text.upper() + behind) == "own-1"


def test_nothing_has_no_recording() -> None:
    assert NO_RECORDINGS.key("Hello") == Recordings({"": "own-1"}).key("x") == ""
    assert same_words(" \n") == ""


def test_what_is_still_to_record_stands_once_and_in_its_order() -> None:
    known = Recordings({same_words("Yes."): "own-1"})
    said = ["No.", "yes", "no!", "", "Thank you."]
    assert still_to_record(said, known) == ("No.", "Thank you.")


def test_a_row_for_each_phrase_and_for_each_other_recording() -> None:
    rows = rows_of(["Yes.", "yes", "No."], {"YES": "2026-01-02", "Sigh": ""})
    assert list(rows.values()) == [
        PhraseRow("Yes.", "2026-01-02"), PhraseRow("No."), PhraseRow("Sigh", "–"),
    ]  # fmt: skip
