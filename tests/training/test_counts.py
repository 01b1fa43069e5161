"""Words as numbers, and the counts of what follows what."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.training.counts import BASE, Counts, Lexicon, among, count, merged
from aac.training.texts import UNKNOWN

ABC = Lexicon(["a", "b", "c"])
NAMES = [*ABC.words, "</s>", "<s>", UNKNOWN]
texts = st.lists(st.lists(st.sampled_from("abcx"), min_size=1, max_size=5).map(tuple), max_size=8)


def named(counts: Counts, length: int) -> dict[tuple[str, ...], float]:
    found = {}
    for key, seen in zip(counts.keys.tolist(), counts.seen.tolist(), strict=True):
        numbers = [key // BASE**place % BASE for place in reversed(range(length))]
        found[tuple(NAMES[number] for number in numbers)] = seen
    return found


def test_the_signs_stand_behind_the_words() -> None:
    assert (ABC.end, ABC.start, ABC.unknown, ABC.size) == (3, 4, 5, 6)
    assert ABC.numbered([("b", "x"), ("a",)]).tolist() == [4, 1, 5, 3, 4, 0, 3]


def test_more_words_than_fit_into_16_bits_are_refused() -> None:
    with pytest.raises(ValueError, match="more than"):
        Lexicon([str(n) for n in range(BASE - 2)]).numbered([])
    assert Lexicon([str(n) for n in range(BASE - 3)]).numbered([]).tolist() == []


@given(texts)
def test_pairs_and_triples_are_counted_within_sentences_only(text: list[tuple[str, ...]]) -> None:
    pairs, triples = count(ABC.numbered(text), ABC)
    expected: tuple[Counter[tuple[str, ...]], ...] = (Counter(), Counter())
    for sentence in text:
        row = ["<s>", *(word if word in ABC.words else UNKNOWN for word in sentence), "</s>"]
        expected[0].update(zip(row, row[1:], strict=False))
        expected[1].update(zip(row, row[1:], row[2:], strict=False))
    assert (named(pairs, 2), named(triples, 3)) == expected
    for counts in (pairs, triples):
        assert counts.keys.tolist() == sorted(set(counts.keys.tolist()))


def test_counts_are_added_with_their_weights() -> None:
    one, two = (
        Counts(np.array([1, 5]), np.array([2.0, 1.0])),
        Counts(np.array([5]), np.array([3.0])),
    )
    both = merged([(one, 5.0), (two, 1.0)])
    assert (both.keys.tolist(), both.seen.tolist()) == ([1, 5], [10.0, 8.0])


def test_keys_are_found_where_they_are() -> None:
    keys = np.array([2, 4, 9])
    found, places = among(keys, np.array([1, 4, 9, 10]))
    assert found.tolist() == [False, True, True, False]
    assert places[found].tolist() == [1, 2]
    found, _ = among(np.zeros(0, np.int64), np.array([1, 4]))
    assert not found.any()
