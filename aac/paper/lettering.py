"""Texts in lines: where they break, and the largest size at which they fit."""

from __future__ import annotations

from collections.abc import Sequence

from aac.paper.marks import BLACK, LINE, Align, Box, Widths, Words

MORE = "…"


def lines_of(text: str, width: float, size: float, widths: Widths, bold: bool = False) -> list[str]:
    """The text in lines no wider than ``width``; a word that is wider still is cut."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and widths(joined, bold) * size <= width:
            lines[-1] = joined
            continue
        *full, rest = _pieces(word, width / size, widths, bold)
        lines += [*full, rest]
    return lines


def _pieces(word: str, width: float, widths: Widths, bold: bool) -> list[str]:
    """The word in pieces that fit; each has one letter at least."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and widths(pieces[-1] + letter, bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def breaks_no_word(text: str, width: float, size: float, widths: Widths, bold: bool) -> bool:
    """Whether each word fits into one line."""
    return all(widths(word, bold) * size <= width for word in text.split())


def fits(text: str, room: tuple[float, float], size: float, widths: Widths, bold: bool) -> bool:
    """Whether the text fits whole into this width and height, with no word cut."""
    width, height = room
    if not breaks_no_word(text, width, size, widths, bold):
        return False
    return len(lines_of(text, width, size, widths, bold)) * size * LINE <= height


def largest(
    texts: Sequence[tuple[str, tuple[float, float]]],
    limits: tuple[float, float],
    widths: Widths,
    bold: bool = False,
) -> float | None:
    """The largest size, in whole points, at which each text fits its room.

    ``None``: they do not fit at the smallest either.
    """
    low, high = limits
    if not all(fits(text, room, low, widths, bold) for text, room in texts):
        return None
    while high - low >= 1:
        middle = (low + high + 1) // 2
        if all(fits(text, room, middle, widths, bold) for text, room in texts):
            low = middle
        else:
            high = middle - 1
    return low


def set_in(
    text: str,
    box: Box,
    size: float,
    widths: Widths,
    *,
    bold: bool = False,
    align: Align = Align.CENTRE,
    ink: int = BLACK,
) -> list[Words]:
    """The text in the middle of the height of ``box``; what has no room is left out, and said
    by three dots."""
    lines = lines_of(text, box.w, size, widths, bold)
    room = max(1, int(box.h / (size * LINE) + 1e-6))
    if len(lines) > room:
        lines = lines[:room]
        while lines[-1] and widths(lines[-1] + MORE, bold) * size > box.w:
            lines[-1] = lines[-1][:-1]
        lines[-1] += MORE
    height = size * LINE
    top = box.y + (box.h - height * len(lines)) / 2
    return [
        Words(line, Box(box.x, top + place * height, box.w, height), size, bold, align, ink)
        for place, line in enumerate(lines)
    ]


def set_from_top(
    text: str, box: Box, size: float, widths: Widths, *, bold: bool = False
) -> list[Words]:
    """The text from the top of ``box`` down, as far as it goes, below it too."""
    height = size * LINE
    return [
        Words(line, Box(box.x, box.y + place * height, box.w, height), size, bold)
        for place, line in enumerate(lines_of(text, box.w, size, widths, bold))
    ]
