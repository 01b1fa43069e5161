"""What the cues say, in one place, ready for translation.  Short: the light waits for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aac.model.language import translated

CUES: Mapping[str, str] = {
    "row": "row {number}: {cells}",
    "column": "column {number}: {cells}",
    "block": "block {number}: {cells}",
    "words": "words: {cells}",
    "letters": "letters: {cells}",
    "strip": "{cells}",
    "ends": "{first} to {last}",
    "between": ", ",
    "again": "again: {cell}",
    "back": "back",
    "resting": "resting",
    "same_device": "Where messages are heard",
    "absent_device": "{device} (not there now)",
    "own_voice": "As messages, a third higher",
}

# A voice passes over a sign that stands alone.
SIGNS: Mapping[str, str] = {
    ".": "full stop",
    "?": "question mark",
    ",": "comma",
    "!": "exclamation mark",
    "'": "apostrophe",
    '"': "quotation mark",
    "-": "hyphen",
    ":": "colon",
    ";": "semicolon",
    "&": "and sign",
    "/": "slash",
    "(": "open bracket",
    ")": "close bracket",
    "+": "plus",
    "=": "equals",
    "%": "per cent",
    "$": "dollar",
    "£": "pound",
    "€": "euro",
    "@": "at sign",
    "#": "hash",
    "*": "star",
    "…": "three dots",
    "_": "underline",
}

# Reasons that cues cannot be heard (`CueFailed.why`), and what to do.
CUE_PROBLEMS: Mapping[str, str] = {
    "no-device": "Plug their earphone in again, or choose another under Settings, Spoken cues.",
    "worker-died": "Their voice is being started again.",
}

# Up to so many cells of a row are all named; of more only the first and the last.
ALL_NAMED = 3
# Letters of a label; a longer one is cut after a word.
LONGEST = 40
LONGEST_END = 20


def cue_words(key: str, **parts: object) -> str:
    """A short text of the cues."""
    return translated(CUES[key]).format(**parts)


def said(label: str, longest: int = LONGEST) -> str:
    """The label of a cell as it is said; signs by name, long texts by their beginning."""
    label = " ".join(label.split())
    if label in SIGNS:
        return translated(SIGNS[label])
    if len(label) <= longest:
        return label
    return label[: longest + 1].rpartition(" ")[0] or label[:longest]


def listed(labels: Sequence[str]) -> str:
    """All of these labels."""
    return CUES["between"].join(said(label, LONGEST_END) for label in labels)


def spanned(labels: Sequence[str]) -> str:
    """A row by its labels: all of a short one, else its ends."""
    if len(labels) <= ALL_NAMED:
        return listed(labels)
    first, last = said(labels[0], LONGEST_END), said(labels[-1], LONGEST_END)
    if first.upper() == "A":
        first += ","  # else it is said as in "a cup of tea"
    return cue_words("ends", first=first, last=last)


def cue_problem_text(code: str) -> str:
    """What to do where cues cannot be heard; empty where nothing is known."""
    return translated(CUE_PROBLEMS.get(code, ""))
