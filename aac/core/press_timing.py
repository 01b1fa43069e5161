"""Learning when this person presses, from presses that are known to have been meant.

A running mean and deviation.  Each press counts by how far it lies from what is known (Huber's
weights), so that a spasm or a nap moves little, and older presses fade, so that a person who
tires or changes the switch is followed: with a factor of 0.97 a press counts half after 23 more,
and a drift is two thirds made up after 40.
"""

from __future__ import annotations

from math import sqrt

from aac.model.measures import PressTiming

FADES = 0.97  # from one press to the next
FAR = 2.0  # deviations from which on a press counts less
WILD = 4.0  # and from which on it says nothing about how regular the others are
# Cutting at `FAR` makes the deviation of plain normal presses come out this much too small.
CUT = 0.9
# What is thought of a person at the first press: seconds, and how many presses that is worth.
FIRST_SPREAD = 0.15
FIRST_WEIGHT = 2.0
# Below this no clock and no light on a screen can tell presses apart.
LEAST_SPREAD = 0.02


def learned(timing: PressTiming, delay: float) -> PressTiming:
    """What is known after one more press, made ``delay`` seconds after its item lit up."""
    if timing.weight <= 0.0:
        return PressTiming(delay, FIRST_SPREAD, 1.0)
    spread = max(timing.spread, LEAST_SPREAD)
    away = abs(delay - timing.offset) / spread
    counts = FAR / max(FAR, away)
    older = FADES * timing.weight
    weight = older + counts
    offset = timing.offset + counts * (delay - timing.offset) / weight
    if away > WILD:
        return PressTiming(offset, spread, weight)
    known = max(older, FIRST_WEIGHT)
    square = min(away, FAR) ** 2 / CUT
    variance = spread**2 * (known + square) / (known + 1.0)
    return PressTiming(offset, max(LEAST_SPREAD, sqrt(variance)), weight)
