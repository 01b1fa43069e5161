"""What movements of a switch mean, once they are known to count."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pressed:
    """A press that counts; ``at``: when it began."""

    switch: int
    at: float


@dataclass(frozen=True)
class Released:
    """The end of a press that counted."""

    switch: int
    at: float


@dataclass(frozen=True)
class LongPressed:
    at: float


@dataclass(frozen=True)
class CallPressed:
    at: float


@dataclass(frozen=True)
class HeldTooLong:
    at: float


@dataclass(frozen=True)
class HeldEnded:
    """A switch that was held too long has been let go."""

    at: float


Signal = Pressed | Released | LongPressed | CallPressed | HeldTooLong | HeldEnded
