"""Mean, deviation and median of some numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt


def mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def deviation(numbers: Sequence[float]) -> float:
    """The standard deviation of a sample; 0 where there is only one number."""
    if len(numbers) < 2:
        return 0.0
    middle = mean(numbers)
    return sqrt(sum((number - middle) ** 2 for number in numbers) / (len(numbers) - 1))


def median(numbers: Sequence[float]) -> float:
    """The middle one, or the mean of the two; of none it is 0."""
    if not numbers:
        return 0.0
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
