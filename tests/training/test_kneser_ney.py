"""The smoothing, against sums that have to be one and a case reckoned by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aac.training.counts import BASE, Counts, Lexicon, count
from aac.training.kneser_ney import NGrams, mixed, pruned, smoothed, without
from aac.training.texts import Sentence

ABC = Lexicon(["a", "b", "c"])
A, B, C = range(3)
END, START, UNKNOWN = ABC.end, ABC.start, ABC.unknown

texts = st.lists(
    st.lists(st.sampled_from("aabcx"), min_size=1, max_size=6).map(tuple), min_size=1, max_size=12
)


def counted(text: list[Sentence]) -> tuple[Counts, Counts]:
    return count(ABC.numbered(text), ABC)


def made(text: list[Sentence]) -> NGrams:
    return smoothed(*counted(text), ABC.size, ABC.start)


def key(*numbers: int) -> np.ndarray:
    total = 0
    for number in numbers:
        total = total * BASE + number
    return np.array([total], dtype=np.int64)


def is_whole(model: NGrams) -> bool:
    """Whether the chances of what follows are none below nothing and add up to one everywhere."""
    last = np.arange(ABC.size)
    rows = [model.one]
    for b in range(ABC.size):
        rows.append(model.of_pairs(b * BASE + last))
        rows += [model.of_triples((a * BASE + b) * BASE + last) for a in range(ABC.size)]
    return all((row >= 0).all() and abs(row.sum() - 1) < 1e-6 for row in rows)


# --------------------------------------------------------------------------------- sums


@given(texts)
def test_the_chances_after_every_history_add_up_to_one(text: list[Sentence]) -> None:
    model = made(text)
    assert is_whole(model)
    assert model.one[START] == 0


@given(texts, texts, st.floats(0, 1))
def test_a_mixture_adds_up_to_one(one: list[Sentence], two: list[Sentence], share: float) -> None:
    assert is_whole(mixed([(made(one), share), (made(two), 1 - share)]))


@given(texts, st.sampled_from([0, 1e-4, 1e-3, 1e-2, 0.1]))
def test_a_pruned_model_adds_up_to_one(text: list[Sentence], theta: float) -> None:
    assert is_whole(pruned(made(text), counted(text)[0], theta))


@given(texts, st.data())
def test_a_model_without_some_ngrams_adds_up_to_one(
    text: list[Sentence], data: st.DataObject
) -> None:
    model = made(text)
    some = [
        np.array([each for each in keys.tolist() if data.draw(st.booleans())], dtype=np.int64)
        for keys in (model.pairs, model.triples)
    ]
    rest = without(model, *some)
    assert is_whole(rest)
    assert not set(rest.triples.tolist()) & set(some[1].tolist())
    histories = set((rest.triples // BASE).tolist())
    assert set(rest.pairs.tolist()) & set(some[0].tolist()) <= histories <= set(rest.pairs.tolist())


# ----------------------------------------------------------------------------- by hand


def test_one_sentence_reckoned_by_hand() -> None:
    """``a b``: three pairs and two triples, all seen once.

    Modified discount of what was seen once: y = n1 / (n1 + 2 n2), D1 = 1 - 2 y n2 / n1, and n2 is
    held to be one where there is none.  Pairs: y = 3/5, D1 = 0.6.  Triples: y = 2/4, D1 = 0.5.
    Single words: each follows one word, minus 0.5, and the 1.5 taken away are shared by all six;
    nothing is the start.  So a, b and the end have 0.75, the words c and unknown 0.25, of 2.75.
    """
    model = made([("a", "b")])
    assert model.one.tolist() == pytest.approx(
        [n / 2.75 for n in (0.75, 0.75, 0.25, 0.75, 0, 0.25)]
    )
    often, rare = 0.75 / 2.75, 0.25 / 2.75
    two = 0.4 + 0.6 * often
    assert model.of_pairs(key(A, B)) == pytest.approx([two])
    assert model.of_pairs(key(START, A)) == pytest.approx([two])
    assert model.of_pairs(key(A, C)) == pytest.approx([0.6 * rare])
    assert model.of_triples(key(START, A, B)) == pytest.approx([0.5 + 0.5 * two])
    assert model.of_triples(key(A, B, END)) == pytest.approx([0.5 + 0.5 * two])


def test_the_discounts_reckoned_by_hand() -> None:
    """Seven words begin sentences: three of them once, two twice, one thrice, one four times.

    n1 to n4 are 3, 2, 1, 1, so y = 3/7, D1 = 1 - 2 y n2/n1 = 3/7, D2 = 2 - 3 y n3/n2 = 19/14,
    D3 = 3 - 4 y n4/n3 = 9/7.  Of 14 sentences the discounts take (3 * 3/7 + 2 * 19/14 + 2 * 9/7).
    """
    size, start = 10, 8
    pairs = Counts(start * BASE + np.arange(7), np.array([1.0, 1, 1, 2, 2, 3, 4]))
    elsewhere = Counts(key(7, 7, 7), np.ones(1))
    model = smoothed(pairs, elsewhere, size, start)
    left = (9 / 7 + 19 / 7 + 18 / 7) / 14
    assert model.weight_one[start] == pytest.approx(left)
    cuts = [3 / 7] * 3 + [19 / 14] * 2 + [9 / 7] * 2
    expected = (pairs.seen - cuts) / 14 + left * model.one[:7]
    assert model.of_pairs(pairs.keys) == pytest.approx(expected)


def test_what_is_not_listed_backs_off_step_by_step() -> None:
    model = made([("a", "b")])
    # After "start a" triples are listed, so its weight of 0.5 counts; the pair (a, c) is not.
    assert model.of_triples(key(START, A, C)) == pytest.approx([0.5 * 0.6 * 0.25 / 2.75])
    # Nothing is listed after "c a": the pair alone decides.
    assert model.of_triples(key(C, A, B)) == pytest.approx(model.of_pairs(key(A, B)))
    # Nothing was ever seen after "c": the word alone.
    assert model.of_triples(key(A, C, B)) == pytest.approx([model.one[B]])


def test_a_pair_counts_by_how_many_words_stand_before_it() -> None:
    """``a b`` thrice in one place, ``a c`` once in each of two."""
    model = made([("x", "a", "b")] * 5 + [("b", "a", "c"), ("c", "a", "c")])
    assert model.of_pairs(key(A, C)) > model.of_pairs(key(A, B))
    assert model.of_triples(key(UNKNOWN, A, B)) > model.of_triples(key(UNKNOWN, A, C))


def test_at_the_start_of_a_sentence_it_counts_by_how_often() -> None:
    model = made([("a", "x")] * 5 + [("b", "c")])
    assert model.of_pairs(key(START, A)) > 3 * model.of_pairs(key(START, B))


# ----------------------------------------------------------------------------- pruning


@given(texts)
def test_pruning_with_nothing_keeps_everything(text: list[Sentence]) -> None:
    model = made(text)
    kept = pruned(model, counted(text)[0], 0.0)
    assert kept.pairs.tolist() == model.pairs.tolist()
    assert kept.triples.tolist() == model.triples.tolist()
    assert kept.two == pytest.approx(model.two)
    assert kept.three == pytest.approx(model.three)
    every = np.arange(ABC.size**3)
    triples = (every // ABC.size**2 * BASE + every // ABC.size % ABC.size) * BASE + every % ABC.size
    assert kept.of_triples(triples) == pytest.approx(model.of_triples(triples), abs=1e-9)


@given(texts, st.lists(st.floats(1e-6, 0.5), min_size=2, max_size=2).map(sorted))
def test_a_larger_share_keeps_fewer(text: list[Sentence], thetas: list[float]) -> None:
    model, pairs = made(text), counted(text)[0]
    some, fewer = (pruned(model, pairs, theta) for theta in thetas)
    assert set(fewer.triples.tolist()) <= set(some.triples.tolist()) <= set(model.triples.tolist())
    assert set(fewer.pairs.tolist()) <= set(some.pairs.tolist()) <= set(model.pairs.tolist())


def test_pruning_with_everything_leaves_single_words() -> None:
    text = [("a", "b", "c"), ("a", "b")] * 3
    rest = pruned(made(text), counted(text)[0], 10.0)
    assert len(rest.pairs) == len(rest.triples) == 0
    assert rest.of_triples(key(A, B, C)) == pytest.approx([rest.one[C]])


@settings(max_examples=25)
@given(texts)
def test_what_is_pruned_is_what_changes_the_perplexity_less_than_the_share(
    text: list[Sentence],
) -> None:
    """Held against the change itself: all chances after a history with and without one triple."""
    model, pairs = made(text), counted(text)[0]
    share = {
        int(pair): seen / pairs.seen.sum()
        for pair, seen in zip(pairs.keys, pairs.seen, strict=True)
    }
    nothing = np.zeros(0, np.int64)
    for triple in model.triples:
        follows = triple // BASE * BASE + np.arange(ABC.size)
        full = model.of_triples(follows)
        less = without(model, nothing, np.array([triple])).of_triples(follows)
        real = full > 0
        lost = (full[real] * np.log(full[real] / less[real])).sum() * share[int(triple // BASE)]
        change = float(np.expm1(lost))
        assert triple in pruned(model, pairs, change * 0.999 - 1e-9).triples
        assert triple not in pruned(model, pairs, change * 1.001 + 1e-9).triples
