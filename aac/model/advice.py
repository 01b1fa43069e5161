"""One piece of advice on the timing, with what it rests on (guidance G22)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aac.model.declared import Value


class AdviceKind(StrEnum):
    """In the order in which they are given; the words are in `advice_words`."""

    SPEED = "speed"  # adaptive speed, where it only suggests (G11)
    IRREGULAR = "irregular"  # (a) of G22, and so on
    MEASURED_TIME = "measured_time"  # G10
    LATE_FIRST = "late_first"  # (b)
    LATE_NEXT = "late_next"  # (c)
    STRAY = "stray"  # (d)
    FIRST_ROW = "first_row"  # (e)
    FIRST_ROW_START = "first_row_start"  # (e), where longer did not help
    MANY_ERRORS = "many_errors"
    WAITING = "waiting"  # (f)
    WORDS_FEWER = "words_fewer"  # (g)
    WORDS_OFF = "words_off"
    LETTERS_OFF = "letters_off"
    LAYOUT = "layout"  # (h)
    RETEST_SWITCH = "retest_switch"  # G10: after another switch
    RETEST_TIRED = "retest_tired"  # after days that tired
    RETEST_MONTH = "retest_month"


# Advice that is followed by finding the speed anew.
RETESTS = frozenset({AdviceKind.RETEST_SWITCH, AdviceKind.RETEST_TIRED, AdviceKind.RETEST_MONTH})


@dataclass(frozen=True)
class Advice:
    """``evidence``: what was counted.  ``proposal``: what may help.

    ``changes``: setting and value, each once; none where the advice is to look at something.
    """

    kind: AdviceKind
    evidence: str
    proposal: str
    changes: tuple[tuple[str, Value], ...] = ()
