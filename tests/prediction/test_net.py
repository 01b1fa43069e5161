"""The sentence model gives what its weights mean, held against a plain reckoning."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.prediction.net import Net
from tests.prediction.small_net import PlainNet, small_arrays

SIZE = 43
WORDS, END, UNKNOWN = [word for word in range(40) if word % 3], 40, 42
ARRAYS = small_arrays(WORDS, END, UNKNOWN)
NET, PLAIN = Net(ARRAYS, SIZE), PlainNet(ARRAYS)

texts = st.lists(st.sampled_from([*range(40), END, UNKNOWN]), max_size=12)


def chances(seed: int) -> np.ndarray:
    drawn = np.random.default_rng(seed).exponential(1, SIZE)
    return (drawn / drawn.sum()).astype(np.float32)


@given(texts)
def test_the_state_after_words_is_what_the_weights_mean(words: list[int]) -> None:
    state = NET.begin()
    for word in words:
        state = NET.read(state, word)
    assert state[0].dtype == state[1].dtype == np.float32
    assert state[0] == pytest.approx(PLAIN.hidden(words), abs=1e-4)


@given(texts, st.integers(0, 99), st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([5, 20, 40]))
def test_words_are_weighed_anew_and_none_gains_or_loses_outside(
    words: list[int], seed: int, share: float, most: int
) -> None:
    state = NET.begin()
    for word in words:
        state = NET.read(state, word)
    before = chances(seed)
    kept = before.copy()
    after = NET.reranked(state, before, share, most)
    assert (before == kept).all()
    assert after == pytest.approx(PLAIN.reranked(words, before.tolist(), share, most), abs=1e-4)
    assert after.sum() == pytest.approx(before.sum(), rel=1e-5)
    assert after.dtype == np.float32
    outside = np.setdiff1d(np.arange(SIZE), np.argsort(-before)[:most])
    assert (after[outside] == before[outside]).all()
    unread = [word for word in range(40) if word % 3 == 0] + [41]
    assert (after[unread] == before[unread]).all()


def test_words_that_the_network_lacks_are_read_as_unknown() -> None:
    state = NET.read(NET.begin(), 1)
    for word in (0, 3, 41):
        assert (NET.read(state, word)[0] == NET.read(state, UNKNOWN)[0]).all()


def test_reading_changes_no_state_that_was_given_before() -> None:
    state = NET.read(NET.begin(), 1)
    kept = [part.copy() for part in state]
    NET.read(state, 2)
    assert all((one == other).all() for one, other in zip(state, kept, strict=True))


def test_a_network_that_is_very_sure_raises_no_warning() -> None:
    net = Net(small_arrays(WORDS, END, UNKNOWN, strength=60), SIZE)
    state = net.begin()
    for word in (1, 2, 4):
        state = net.read(state, word)
    after = net.reranked(state, chances(1), 0.5, 30)
    assert np.isfinite(after).all()
    assert after.sum() == pytest.approx(1, rel=1e-5)


def test_where_it_knows_none_of_the_likely_words_all_stays_as_it_was() -> None:
    before = np.full(SIZE, 1e-4, np.float32)
    before[[0, 3, 6, 9]] = 0.2
    assert (NET.reranked(NET.begin(), before, 0.5, 4) == before).all()
