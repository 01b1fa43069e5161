"""The largest of many numbers, quickly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aac.prediction.tables import Floats

STEP = 16.0
SMALLEST = 1e-12


def largest(values: Floats, most: int) -> NDArray[np.int64]:
    """The places of the ``most`` largest values, in no order.

    A few values hold nearly all of a probability, so all but the large ones are left out before
    they are compared: to part 40,000 values takes 0.5 ms on an old computer.
    """
    if most >= len(values):
        return np.arange(len(values))
    if most == 0:
        return np.zeros(0, dtype=np.int64)
    least = float(values.max()) / STEP
    while least > SMALLEST and np.count_nonzero(values > least) < most:
        least /= STEP
    places = np.flatnonzero(values > least) if least > SMALLEST else np.arange(len(values))
    return places[np.argpartition(values[places], -most)[-most:]]
