"""What stands on each sheet, before it has a place on paper.

A content holds words only, so that two prints can be compared: where it has changed, the paper
copy is out of date.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A cell on paper.  ``strong``: an emergency; ``leads``: it leads to another sheet.

    ``width``, ``height``: in places.
    """

    text: str
    strong: bool = False
    leads: bool = False
    letter: bool = False
    width: int = 1
    height: int = 1


Row = tuple[Entry | None, ...]


@dataclass(frozen=True)
class Rows:
    """A board: rows of entries with a number before each.

    ``answers``: cells below all rows, without a number.
    """

    title: str
    rows: tuple[Row, ...]
    hint: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Eyes:
    """An eye-pointing sheet: eight groups of entries in reading order round a hole.

    ``heads``, ``hints``: of the person's side and of the partner's side.
    """

    title: str
    heads: tuple[str, str]
    groups: tuple[tuple[str, ...], ...]
    hints: tuple[str, str]
    hole: str


@dataclass(frozen=True)
class Answers:
    """Yes, no and maybe; ``unsure``: the other meaning of maybe."""

    title: str
    yes: str
    no: str
    maybe: str
    unsure: str


@dataclass(frozen=True)
class Pain:
    """``places``: what hurts, and the part of the figure it stands for; ``""``: none of it.

    ``sides``: said below the figures.  ``hands``: left and right.  ``scale``: its figures;
    ``ends``: what the first and the last mean.  ``more``: what can be said besides, on the next
    page.
    """

    title: str
    places: tuple[tuple[str, str], ...]
    sides: tuple[str, str]
    hands: tuple[str, str]
    scale: tuple[str, ...]
    ends: tuple[str, str]
    more: Rows


@dataclass(frozen=True)
class Part:
    """A heading and its paragraphs.  ``blank``: lines to be filled by hand."""

    heading: str
    texts: tuple[str, ...] = ()
    blank: int = 0


@dataclass(frozen=True)
class Prose:
    """Text to be read.  ``numbered``: the headings are numbers, and stand beside the text."""

    title: str
    parts: tuple[Part, ...]
    numbered: bool = False


Content = Rows | Eyes | Answers | Pain | Prose
