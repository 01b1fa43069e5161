"""What can be declared of a setting: its kind, its limits, its unit and its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Plain = float | int | bool | str | tuple[str, ...] | None


@dataclass(frozen=True)
class Kept:
    """Values put away under a name, such as the timing of a method that is not in use.

    ``values``: setting and value, each once.
    """

    name: str
    values: tuple[tuple[str, Plain], ...]


Value = Plain | tuple[Kept, ...]


@dataclass(frozen=True)
class Number:
    """A number with limits.  ``follows``: where the value is ``None`` it is this part of T."""

    key: str
    label: str
    help: str
    low: float
    high: float
    step: float
    unit: str = "s"
    follows: float = 0.0
    whole: bool = False


@dataclass(frozen=True)
class Choice:
    """One of a few.  ``options``: value -> label."""

    key: str
    label: str
    help: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Switch:
    """On or off."""

    key: str
    label: str
    help: str


@dataclass(frozen=True)
class Texts:
    """A list of short texts.  ``fixed``: the number of entries does not change."""

    key: str
    label: str
    help: str
    fixed: bool = False


@dataclass(frozen=True)
class Text:
    """One short text, such as the id of a board or a voice; empty means "choose for me"."""

    key: str
    label: str
    help: str


@dataclass(frozen=True)
class KeptValues:
    """Values under names, which Wren keeps for itself: on no page (see `model.kept`)."""

    key: str
    label: str


Declaration = Number | Choice | Switch | Texts | Text
