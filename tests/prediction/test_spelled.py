"""Likely letters, reckoned by hand."""

from __future__ import annotations

import numpy as np
import pytest

from aac.prediction.spelled import UNLISTED, Spelling, letters_of
from aac.prediction.tables import Floats, to_bytes

# Of unlisted words half of the letters are a, a third b, and one sign in six is the end.
EVEN = np.full((3, 3, 3, 3), (1 / 6, 1 / 2, 1 / 3))
SPELLING = Spelling("ab", to_bytes(EVEN))
SIGNS = np.array([[1, 0, 0], [1, 2, 0], [2, 1, 0]], np.uint8)  # a, ab, ba
CHANCES = np.array([0.5, 0.2, 0.3], np.float32)


def letters(
    prefix: str, first: int, last: int, strangers: dict[str, float] | None = None
) -> Floats:
    found = letters_of(CHANCES[first:last], SIGNS[first:last], strangers or {}, prefix, SPELLING)
    assert found is not None
    assert float(found.sum()) == pytest.approx(1)
    return found


def test_the_beginning_of_an_unlisted_word_is_as_likely_as_its_letters() -> None:
    begins, after = SPELLING.next("ab") or (0.0, np.zeros(3))
    assert begins == pytest.approx(1 / 2 / 3, rel=0.07)
    assert after == pytest.approx([1 / 6, 1 / 2, 1 / 3], rel=0.07)
    begins, after = SPELLING.next("") or (0.0, np.zeros(3))
    assert begins == 1
    assert after == pytest.approx([0, 3 / 5, 2 / 5], rel=0.07)
    assert SPELLING.next("a5") is None


def test_before_the_first_letter_listed_words_have_nearly_all() -> None:
    listed, rest = 1 - UNLISTED, UNLISTED
    expected = [0, listed * 0.7 + rest * 3 / 5, listed * 0.3 + rest * 2 / 5]
    assert letters("", 0, 3) == pytest.approx(expected, rel=0.01)


def test_behind_letters_unlisted_words_have_what_they_are_likely_to_begin_so() -> None:
    """Behind "a" a listed word ends (0.5) or goes on to b (0.2); half of the unlisted begin so."""
    listed, rest = 1 - UNLISTED, UNLISTED / 2
    sums = np.array([listed * 0.5 + rest / 6, rest / 2, listed * 0.2 + rest / 3])
    assert letters("a", 0, 2) == pytest.approx(sums / sums.sum(), rel=0.05)


def test_words_that_the_language_lacks_count_with_their_chance() -> None:
    sums = np.array([0.0, 0.0, 0.3 * (1 - UNLISTED)]) + UNLISTED / 3 * np.array(
        [1 / 6, 1 / 2, 1 / 3]
    )
    sums[1] += 0.1 * (1 - UNLISTED)
    strangers = {"bab": 0.3, "baab": 0.1}
    found = letters_of(CHANCES[:0], SIGNS[:0], {"bb": 0.3, "ba": 0.1}, "b", SPELLING)
    assert found == pytest.approx(sums / sums.sum(), rel=0.05)
    assert letters("ba", 3, 3, strangers)[2] > 0.6


def test_where_no_listed_word_fits_letters_are_those_of_unlisted_words() -> None:
    for prefix in ("bbb", "b" * 40, "b" * 5_000):
        assert letters(prefix, 3, 3) == pytest.approx([1 / 6, 1 / 2, 1 / 3], rel=0.07)


def test_a_sign_that_is_no_letter_begins_nothing() -> None:
    assert letters_of(CHANCES[:0], SIGNS[:0], {}, "ä", SPELLING) is None
