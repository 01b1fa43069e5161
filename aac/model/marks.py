"""Marks of time on cells: a beat to press with, and a cell that fills while it is held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Beat:
    """The paced cue, in monotonic seconds, from the pre-roll (``ready``) to the next step."""

    since: float
    ready: float
    until: float


@dataclass(frozen=True)
class Filling:
    """A cell that is being dwelt on or held, drawn as a ring that fills.

    ``since``, ``until``: monotonic seconds.  ``stands_at``: the pointer was lost at that moment,
    and the ring waits for it to come back.
    """

    cell_id: str
    since: float
    until: float
    stands_at: float | None = None
