"""The sentences of advice and of the helper's table, in one place, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.advice import AdviceKind
from aac.model.language import translated

# What was counted, and what may help.
ADVICE: Mapping[AdviceKind, tuple[str, str]] = {
    AdviceKind.SPEED: (
        "In the last 20 choices {wrong} were undone and {missed} came a round late. A press comes "
        "after {median} seconds; each item is lit for {old}.",
        "Scan time {new} seconds.",
    ),
    AdviceKind.IRREGULAR: (
        "There are {percent} errors for 100 right choices, and the presses vary a lot: {mean} "
        "seconds, give or take {deviation}.",
        "Look at the switch first: has it moved, is the arm well placed, is it time for a rest?",
    ),
    AdviceKind.MEASURED_TIME: (
        "The last {count} presses came after {mean} seconds, give or take {deviation}. Each item "
        "is lit for {old} seconds.",
        "Scan time {new} seconds fits these presses.",
    ),
    AdviceKind.LATE_FIRST: (
        "{late} of {count} choices were pressed just after the light had left the row.",
        "Scan time {new} seconds, up from {old}.",
    ),
    AdviceKind.LATE_NEXT: (
        "{late} of {count} choices were pressed just after the light had left the cell.",
        "More time on the first cell: {new} seconds extra, up from {old}.",
    ),
    AdviceKind.STRAY: (
        "{stray} presses led to nothing, for {count} right choices.",
        "Hold the switch for {new} seconds to choose, up from {old}, so that brushes do not count.",
    ),
    AdviceKind.FIRST_ROW: (
        "The first row was missed {missed} times in {count} choices.",
        "More time on the first row: {new} seconds extra, up from {old}.",
    ),
    AdviceKind.FIRST_ROW_START: (
        "The first row was missed {missed} times in {count} choices, though it is lit long.",
        "Let the scan start with a press.",
    ),
    AdviceKind.MANY_ERRORS: (
        "There are {percent} errors for 100 right choices: {wrong} undone, {missed} a round late.",
        "Scan time {new} seconds, up from {old}.",
    ),
    AdviceKind.WAITING: (
        "Presses come after {median} seconds and each item is lit for {old}. There are only "
        "{percent} errors for 100 right choices.",
        "Scan time {new} seconds, and less extra time on first items.",
    ),
    AdviceKind.WORDS_FEWER: (
        "Of the words offered in the last 200 choices, less than a third of the fitting ones "
        "were taken.",
        "Offer {new} words, down from {old}.",
    ),
    AdviceKind.WORDS_OFF: (
        "Of the words offered in the last 200 choices, less than a third of the fitting ones "
        "were taken.",
        "Offer no words: the light reaches the letters one step sooner.",
    ),
    AdviceKind.LETTERS_OFF: (
        "Of the likely letters offered in the last 200 choices, less than a third of the fitting "
        "ones were taken.",
        "Offer no likely letters: the light reaches the others one step sooner.",
    ),
    AdviceKind.LAYOUT: (
        "With this order of letters a letter takes {old} steps of the light on average; with "
        "frequent letters first it takes {new}.",
        "Use the board with frequent letters first. It is a new order to learn.",
    ),
    AdviceKind.RETEST_SWITCH: (
        "Another switch was set since the timing was measured.",
        "Measure the presses once more.",
    ),
    AdviceKind.RETEST_TIRED: (
        "On {count} of the last 7 days presses became much slower in the course of the day.",
        "Measure the presses once more, when tired: the scan can have a second set of timing.",
    ),
    AdviceKind.RETEST_MONTH: (
        "The timing was measured more than a month ago.",
        "Measure the presses once more.",
    ),
}

MEASURED: Mapping[str, str] = {
    "title": "Presses",
    "hint": "Numbers only, kept on this computer. Nothing that is written is counted here.",
    "off": "Presses are not measured.",
    "none": "Nothing yet",
    "few": "{count} of the 40 presses that are needed",
    "press_time": "A press comes after",
    "press_time_is": "{mean} s, give or take {deviation} s ({percent} %), from {count} presses",
    "scan_time": "Scan time now",
    "scan_time_is": "{now} s",
    "adapted": "{now} s, changed by Wren from {by_hand} s",
    "suggested": "Scan time that fits the presses",
    "suggested_is": "{new} s",
    "fits": "The one that is set",
    "selections": "Right choices today",
    "selections_are": "{correct}, {rate} in a minute",
    "errors": "Errors for 100 right choices",
    "errors_are": "{percent} ({wrong} undone, {late} late, {missed} a round late)",
    "others": "Others",
    "others_are": "{stray} presses for nothing, {rows} rows left, {changes} speed changes by Wren",
    "late_learned": "Learned for late presses",
    "late_learned_is": "{offset} s, give or take {spread} s",
}


def advice_text(kind: AdviceKind, **parts: str) -> tuple[str, str]:
    """What was counted, and what may help."""
    evidence, proposal = map(translated, ADVICE[kind])
    return evidence.format(**parts), proposal.format(**parts)


def measured_text(key: str, **parts: str) -> str:
    """A word or sentence about what was measured."""
    return translated(MEASURED[key]).format(**parts)
