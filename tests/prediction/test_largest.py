"""The largest are found, whatever the numbers are like."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.prediction.largest import largest

values = st.lists(st.floats(0, 1, width=32) | st.sampled_from([0.0, 1e-20, 1e-9, 1.0]), min_size=1)


@given(values, st.integers(0, 60))
def test_they_are_the_largest(numbers: list[float], most: int) -> None:
    array = np.array(numbers, np.float32)
    places = largest(array, most)
    assert len(set(places.tolist())) == len(places) == min(most, len(numbers))
    assert sorted(array[places]) == sorted(array)[len(numbers) - len(places) :]


@pytest.mark.parametrize("most", [1, 5, 2000, 39_999, 40_000, 50_000])
def test_of_a_whole_vocabulary(most: int) -> None:
    array = (np.arange(1, 40_001, dtype=np.float32) ** -1.1)[::-1].copy()
    assert sorted(largest(array, most)) == list(range(max(0, 40_000 - most), 40_000))
