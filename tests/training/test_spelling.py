"""The letter model of words that nobody listed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.training.spelling import signs_of, spelling_model

words = st.lists(st.text("abc", min_size=1, max_size=6), max_size=8)


@given(words)
def test_what_follows_three_letters_adds_up_to_one_and_is_never_impossible(some: list[str]) -> None:
    table = spelling_model(some, "abc")
    assert table.shape == (4, 4, 4, 4)
    assert np.allclose(table.sum(axis=-1), 1)
    assert (table > 0).all()


@given(words)
def test_a_word_that_was_seen_twice_counts_once(some: list[str]) -> None:
    assert (spelling_model(some + some, "abc") == spelling_model(some[::-1], "abc")).all()


def test_one_word_reckoned_by_hand() -> None:
    """``ab`` with the letters a and b: runs (edge edge edge a), (edge edge a b), (edge a b edge).

    Witten-Bell: of c things seen, k of them different, (c + k * chance below) / (total + k).
    """
    table = spelling_model(["ab"], "ab")
    # Single letters: edge, a and b once each, all of one chance: (1 + 3/3) / (3 + 3).
    one = 1 / 3
    # Behind "a": b once; then behind "edge a", then behind "edge edge a".
    chance = one
    for _ in range(3):
        chance = (1 + chance) / 2
    assert table[0, 0, 1, 2] == pytest.approx(chance)
    # Nothing was seen behind "b b b" nor behind "b b"; behind "b" the edge: (1 + 1/3) / 2.
    assert table[2, 2, 2, 0] == pytest.approx(2 / 3)
    assert table[2, 2, 2, 1] == pytest.approx(1 / 6)


def test_likely_letters_are_likelier() -> None:
    table = spelling_model(["queen", "quick", "quiet", "quote", "sun"], "acdeikmnoqstuy")
    number = {letter: n for n, letter in enumerate("acdeikmnoqstuy", start=1)}
    after_q = table[0, 0, number["q"]]
    assert int(after_q.argmax()) == number["u"]
    assert after_q[number["u"]] > 0.8


def test_signs_are_letters_by_number_with_nothing_behind_the_end() -> None:
    assert signs_of(["b", "abc", ""], "abc").tolist() == [[2, 0, 0, 0], [1, 2, 3, 0], [0, 0, 0, 0]]
    assert signs_of([], "abc").shape == (0, 1)
    with pytest.raises(KeyError):
        signs_of(["ä"], "abc")
