"""What a pointer or a finger does: an event of its own kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pointing(StrEnum):
    """What a pointer or a finger does."""

    DOWN = "down"  # a contact begins
    OVER = "over"  # it is over another cell now, or over none
    UP = "up"  # the contact ends
    GONE = "gone"  # it is lost: out of the window, or the contact was taken away


@dataclass(frozen=True)
class Pointed:
    """``cell_id``: the cell under the pointer now, "" where there is none.  ``at``: see above."""

    what: Pointing
    cell_id: str = ""
    at: float | None = None
