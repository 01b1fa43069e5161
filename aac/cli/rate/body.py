"""One simulated person's movements: when a press comes, and which presses go wrong.

All chance comes from one seed, so that the same person does the same again.  What is drawn is
never told to the program that is written with.
"""

from __future__ import annotations

import math
import random

from aac.cli.rate.person import DEGREES, PEOPLE_DIFFER, PRESSES_NEAR, Person

TAIL = 0.8  # share of the reaction's spread that is the exponential part, as in the raw series
QUICKEST = 0.1  # nobody reacts sooner
HALF_HOUR = 1800.0
TEN_MINUTES = 600.0
MOST_OFF = 2 * PEOPLE_DIFFER  # the drift turns back here


class Body:
    """``offset``: where this person's anticipated presses fall now, seconds after the light.

    It is drawn anew for each person, and moves by ``drift`` up or down, evenly, in each half hour
    of writing; it stays within two standard deviations of people's mean.
    """

    def __init__(self, person: Person, seed: str) -> None:
        self.person = person
        self.chance = random.Random(f"{person.name}, {seed}")
        self.offset = self.chance.gauss(PRESSES_NEAR, PEOPLE_DIFFER)
        self._drifts = self.chance.choice((-1, 1))
        self._drifted = 0.0
        self._tired = 0.0

    def wrote(self, seconds: float) -> None:
        """Time went by, writing."""
        self._tired += seconds
        while seconds > 0:
            part = min(seconds, HALF_HOUR - self._drifted)
            self._move(self._drifts * self.person.drift * part / HALF_HOUR)
            seconds -= part
            self._drifted += part
            if self._drifted >= HALF_HOUR:
                self._drifts, self._drifted = self.chance.choice((-1, 1)), 0.0

    @property
    def since_rest(self) -> float:
        """Seconds of writing since the last rest."""
        return self._tired

    def rest(self) -> None:
        """Fatigue is gone."""
        self._tired = 0.0

    # ---------------------------------------------------------------------- presses

    def reaction(self) -> float:
        """From an unforeseen light to the press: ex-Gaussian with the person's mean and spread."""
        spread = self.person.reaction_sd * self._fatigue
        tail = TAIL * spread
        body = self.chance.gauss(self.person.reaction - tail, math.sqrt(1 - TAIL**2) * spread)
        return max(QUICKEST, body + (self.chance.expovariate(1 / tail) if tail else 0.0))

    def aim(self) -> float:
        """From a foreseen light to the press; below zero where it comes too soon."""
        chi_square = self.chance.gammavariate(DEGREES / 2, 2.0)
        student = self.chance.gauss(0.0, 1.0) / math.sqrt(chi_square / DEGREES)
        off = self.person.scale * self._fatigue * student
        return self.offset + min(max(off, -self.person.furthest), self.person.furthest)

    def misses(self) -> bool:
        """Whether the press that is meant does not come about."""
        return self._happens(min(1.0, self.person.misses * self._fatigue))

    def goes_astray(self, *, paced: bool) -> bool:
        """Whether the press falls anywhere in the cycle."""
        return self._happens(self.person.astray_paced if paced else self.person.astray)

    def doubles(self) -> bool:
        """Whether a second press follows that was not meant."""
        return self._happens(self.person.doubles)

    def until_false_press(self) -> float:
        """Seconds to the next press that nobody meant, infinite where there is none."""
        if self.person.false_per_minute <= 0:
            return math.inf
        return self.chance.expovariate(self.person.false_per_minute / 60)

    def overlooks(self) -> bool:
        """Whether the offers on the screen are not used this time."""
        return self._happens(self.person.overlooks)

    def _happens(self, share: float) -> bool:
        return self.chance.random() < share

    @property
    def _fatigue(self) -> float:
        return 1 + self.person.fatigue * self._tired / TEN_MINUTES

    def _move(self, by: float) -> None:
        low, high = PRESSES_NEAR - MOST_OFF, PRESSES_NEAR + MOST_OFF
        moved = self.offset + by
        if (moved > high and by > 0) or (moved < low and by < 0):
            self._drifts = -self._drifts
            moved = self.offset - by
        self.offset = moved
