"""What is to be heard besides the voice: the bell and the short sounds of the scan (effects)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Ring:
    """Play these sound files, one after the other, through the bell's own path."""

    sounds: tuple[str, ...]


@dataclass(frozen=True)
class StopRinging:
    pass


class ClickKind(StrEnum):
    """Short sounds of the scan (guidance G72)."""

    STEP = "step"
    ACCEPT = "accept"
    HELD = "held"
    LOOP = "loop"  # a round is over


@dataclass(frozen=True)
class Click:
    kind: ClickKind
