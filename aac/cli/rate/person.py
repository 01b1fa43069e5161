"""The simulated users SU-1: how one press differs from the next, as published.

Sources (`entry-rate.md`, section 5a): Koester's lab sheet for reactions, holds and gaps; the logs
of five users of Nomon for anticipated presses; Ticker for misses and false presses of "noisy";
Trnka & McCoy 2009 for offers used.  Double presses, drift, fatigue and other misses are guesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

DEGREES = 1.7  # of freedom of Student's t: Nomon's presses have heavy tails
PRESSES_NEAR = 0.10  # mean over people of where anticipated presses fall, seconds after the light
PEOPLE_DIFFER = 0.08  # standard deviation of that between people


@dataclass(frozen=True)
class Person:
    """Seconds, and shares of 1, unless said otherwise.

    ``reaction``, ``reaction_sd``: from a light to the press, where the light was not foreseen.
    ``scale``: of Student's t, for presses aimed at a light that was foreseen; no press is further
    off than ``furthest``, half a turn of the clocks in the logs, for they hold nothing further.
    ``astray``: presses that fall anywhere in the cycle; ``astray_paced`` beside Student's t, whose
    tails hold the others.  ``gap``: the least time between two presses.  ``hold``: how long the
    switch is down.  ``search``: to find and decide, where offers are on the screen.
    ``overlooks``: offers not used.  ``drift``: how far the mean moves in half an hour.
    ``fatigue``: by how much spread and misses grow in ten minutes of writing.  ``limit``: words
    per minute that such presses could carry at 1.5 bits for each character (its section 4).
    """

    name: str
    reaction: float
    reaction_sd: float
    scale: float
    furthest: float
    astray: float
    astray_paced: float
    misses: float
    false_per_minute: float
    doubles: float
    gap: float
    hold: float
    search: float
    limit: float
    overlooks: float = 0.06
    drift: float = 0.05
    fatigue: float = 0.10


PEOPLE: Mapping[str, Person] = {
    "fast": Person(
        "fast", reaction=0.356, reaction_sd=0.082, scale=0.030, furthest=1.1, astray=0.01,
        astray_paced=0.01, misses=0.01, false_per_minute=0.05, doubles=0.005, gap=0.25,
        hold=0.10, search=0.25, limit=28.0,
    ),
    "typical": Person(
        "typical", reaction=0.82, reaction_sd=0.25, scale=0.060, furthest=1.5, astray=0.05,
        astray_paced=0.01, misses=0.03, false_per_minute=0.2, doubles=0.01, gap=0.9,
        hold=0.40, search=0.6, limit=10.5,
    ),
    "noisy": Person(
        "noisy", reaction=1.06, reaction_sd=0.40, scale=0.175, furthest=2.7, astray=0.08,
        astray_paced=0.03, misses=0.10, false_per_minute=0.33, doubles=0.03, gap=1.2,
        hold=0.40, search=1.0, limit=4.7,
    ),
}  # fmt: skip

# The terms of the model, and how each is taken away.  Means stay: only what errs or waits goes.
TERMS: Mapping[str, Mapping[str, float]] = {
    "misses": {"misses": 0.0},
    "false presses": {"false_per_minute": 0.0},
    "double presses": {"doubles": 0.0},
    "presses astray": {"astray": 0.0, "astray_paced": 0.0},
    "spread of presses": {"reaction_sd": 0.0, "scale": 0.0},
    "search": {"search": 0.0},
    "smallest gap": {"gap": 0.0},
    "overlooked offers": {"overlooks": 0.0},
    "fatigue": {"fatigue": 0.0},
    "drift": {"drift": 0.0},
}


def without(person: Person, *terms: str) -> Person:
    """The same person without these terms, keys of `TERMS`."""
    for term in terms:
        person = replace(person, **TERMS[term])  # type: ignore[arg-type]  # all are numbers
    return person
