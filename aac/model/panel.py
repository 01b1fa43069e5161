"""What a page shows that measures presses: a title, a sentence, how far it is, and figures."""

from __future__ import annotations

from dataclasses import dataclass

TARGET = "guide-target"  # the id of the cell that lights up to be pressed


@dataclass(frozen=True)
class Panel:
    """``text``: also spoken, but for practice.  ``progress``: in plain words.

    ``figures``: names and values, for those who want to know more than the sentence says.
    """

    title: str
    text: str
    progress: str = ""
    figures: tuple[tuple[str, str], ...] = ()
