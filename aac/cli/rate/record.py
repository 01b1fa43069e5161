"""What came of writing one message: counts and seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """``characters``: letters, apostrophes and spaces of the message, or those that stood there
    right when it was given up.  ``steps``: items lit.  ``presses``: all; ``meant``: without those
    that nobody meant; ``off_target``: meant, but they did not do what was meant.  ``selections``:
    cells chosen, ``wrong``: those not meant, ``undone``: by Undo.  ``wrong_characters``: between
    what was wanted and what was left.  ``first_word``: seconds to the first sound of the message.
    """

    text: str = ""
    characters: int = 0
    seconds: float = 0.0
    steps: int = 0
    presses: int = 0
    meant: int = 0
    off_target: int = 0
    selections: int = 0
    wrong: int = 0
    undone: int = 0
    wrong_characters: int = 0
    first_word: float | None = None
    given_up: bool = False


def distance(one: str, other: str) -> int:
    """The fewest letters to put in, take out or change to make one text the other."""
    row = list(range(len(other) + 1))
    for n, sign in enumerate(one, start=1):
        before, row[0] = row[0], n
        for place, against in enumerate(other, start=1):
            changed = before + (sign != against)
            before = row[place]
            row[place] = min(changed, row[place] + 1, row[place - 1] + 1)
    return row[-1]


def same_start(one: str, other: str) -> int:
    """How many signs at the start are the same."""
    same = (a == b for a, b in zip(one, other, strict=False))
    return next((n for n, equal in enumerate(same) if not equal), min(len(one), len(other)))
