"""Spoken cues: what is asked for, and what is heard back (guidance G71).

A cue says privately what is lit.  It is no message: never kept, learned or logged.
"""

from __future__ import annotations

from dataclasses import dataclass

# --------------------------------------------------------------------------- events


@dataclass(frozen=True)
class CueStarted:
    id: int


@dataclass(frozen=True)
class CueEnded:
    """It was said, or cut off."""

    id: int


@dataclass(frozen=True)
class CueFailed:
    """``why``: a short code such as ``"no-device"``, never the text."""

    id: int
    why: str = ""


@dataclass(frozen=True)
class RingEnded:
    """The bell is silent now, until it rings again."""


# -------------------------------------------------------------------------- effects


@dataclass(frozen=True)
class Cue:
    """Say this by the second voice; it cuts off the cue before."""

    id: int
    text: str


@dataclass(frozen=True)
class StopCue:
    pass


CueEvent = CueStarted | CueEnded | CueFailed | RingEnded
CueEffect = Cue | StopCue
