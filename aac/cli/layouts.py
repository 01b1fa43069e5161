"""The layouts that ``wren bench steps`` compares, as one table of settings.

All are Wren's own boards under Wren's own scan.  Those named ``peer-`` are set up as other aids
are: a fixed grid, with or without a row of words from a plain list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aac.model.declared import Value
from aac.model.settings import Settings, with_values

Values = Mapping[str, Value]

STRIP_LAST: Values = {"strip_on_spelling": "last", "second_call_route": True}
STRIP_FIRST: Values = {"strip_on_spelling": "first"}
ABC: Values = {"spelling_board": "alphabet-abc", "home_board": "alphabet-abc"}
NO_WORDS: Values = {"prediction_on": False}
SIX_WORDS: Values = {"predictions": 6, "prediction_after": 0, "likely_letters": 0}


@dataclass(frozen=True)
class Layout:
    """``changes``: what differs from the shipped settings.

    ``listed``: the words come from a plain list and not from Wren's predictor.  ``usual``: it is
    measured unless others are asked for.  ``also_overlooked``: percents of offered words that are
    missed, measured beside 0.
    """

    name: str
    changes: Values = field(default_factory=dict)
    listed: bool = False
    usual: bool = True
    also_overlooked: tuple[int, ...] = ()

    @property
    def settings(self) -> Settings:
        return with_values(Settings(), {**STRIP_LAST, **self.changes})

    @property
    def words(self) -> int:
        return self.settings.predictions if self.settings.prediction_on else 0

    @property
    def letters(self) -> int:
        return self.settings.likely_letters if self.settings.prediction_on else 0


def _sizes() -> tuple[Layout, ...]:
    return tuple(
        Layout(
            f"words-{words}-letters-{letters}",
            {"predictions": words, "likely_letters": letters},
            usual=False,
        )
        for words in (4, 5, 6, 8)
        for letters in (0, 4, 6)
    )


LAYOUTS: Sequence[Layout] = (
    Layout("default", also_overlooked=(15, 30, 50)),
    Layout("default-strip-first", STRIP_FIRST),
    Layout("letters-first", {"offer_scan": "letters_first"}),
    Layout("one-by-one", {"offer_scan": "one_by_one"}),
    Layout("no-letters", {"likely_letters": 0}),
    Layout("words-after-1-letter", {"prediction_after": 1}),
    Layout("peer-abc-no-words", {**ABC, **NO_WORDS}),
    Layout("peer-abc-6-listed-words", {**ABC, **SIX_WORDS}, listed=True),
    Layout("peer-frequency-no-words", NO_WORDS),
    Layout("peer-frequency-6-listed-words", SIX_WORDS, listed=True),
    *_sizes(),
    Layout("abc", ABC, usual=False),
    Layout("whole-phrases", {"phrase_offer": True}, usual=False),
)
