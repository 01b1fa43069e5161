"""A long message in its sentences, so that it can be stopped and gone on with (G50)."""

from __future__ import annotations

import re

from aac.model.said_plainly import TITLES

LONG = 120
"""Characters; about eight seconds of speech.  Shorter messages are said in one breath."""

_ENDS = re.compile(r"(?:[.!?…]+[\"”’»)\]]*|\n)\s+(?=\S)|(?<=[。！？])(?=\S)")
_TITLES = tuple(f"{title}." for titles in TITLES.values() for title in titles)


def sentences(text: str) -> tuple[tuple[int, str], ...]:
    """Each sentence of a long text and its place; nothing for a short one, or for one sentence."""
    if len(text) < LONG:
        return ()
    found: list[tuple[int, str]] = []
    start = 0
    for end in (*_cuts(text), len(text)):
        if part := text[start:end].rstrip():
            found.append((start, part))
        start = end
    return tuple(found) if len(found) > 1 else ()


def _cuts(text: str) -> list[int]:
    """Where sentences begin: not behind a title, an initial, or before a small letter."""
    cuts = []
    for match in _ENDS.finditer(text):
        before = text[: match.start() + 1].split()
        last = before[-1] if before else ""
        small = text[match.end() : match.end() + 1].islower() and "\n" not in match[0]
        if not (small or last in _TITLES or re.fullmatch(r"\W*[^\W\d_]\.", last)):
            cuts.append(match.end())
    return cuts
