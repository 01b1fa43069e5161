"""The card for yes, no and maybe: as far apart as the paper lets them, for eyes or a finger."""

from __future__ import annotations

from collections.abc import Iterator

from aac.paper.contents import Answers
from aac.paper.frame import Press, Side, pages, room
from aac.paper.lettering import largest, set_in
from aac.paper.marks import SMALLEST, Box, Frame, Mark, Page, Shape, Widths

GAP = 18.0
EDGE = 3.0
LARGEST = 96.0
SIGN = 84.0
STROKE = 11.0


def lay_answers(sheet: Answers, press: Press) -> tuple[Page, ...]:
    """One page: yes on the left, no on the right, maybe below."""
    body = room(press, landscape=True)
    high = body.h * 0.62
    half = (body.w - GAP) / 2
    yes = Box(body.x, body.y, half, high)
    no = Box(body.x + half + GAP, body.y, half, high)
    maybe = Box(body.x, body.y + high + GAP, body.w, body.h - high - GAP)
    marks = [
        *_answer(sheet.yes, yes, tick(_sign_of(yes)), press.widths),
        *_answer(sheet.no, no, cross(_sign_of(no)), press.widths),
        *_maybe((sheet.maybe, sheet.unsure), maybe, press.widths),
    ]
    return pages(press, sheet.title, [Side(sheet.title, True, marks)])


def _answer(text: str, box: Box, sign: tuple[Mark, ...], widths: Widths) -> Iterator[Mark]:
    yield Frame(box, edge=EDGE, radius=14)
    yield from sign
    below = Box(box.x + GAP, box.centre[1] - 6, box.w - 2 * GAP, box.h / 2 - GAP + 6)
    yield from _large(text, below, widths)


def _maybe(texts: tuple[str, str], box: Box, widths: Widths) -> Iterator[Mark]:
    yield Frame(box, edge=EDGE, radius=14)
    sign = Box(box.x + GAP, box.y, SIGN, box.h)
    yield from set_in("?", sign, SIGN, widths, bold=True)
    words = Box(sign.right + GAP, box.y + GAP / 2, box.right - sign.right - 2 * GAP, box.h - GAP)
    upper = Box(words.x, words.y, words.w, words.h * 0.6)
    yield from _large(texts[0], upper, widths)
    yield from _large(texts[1], words.below(upper.bottom), widths, bold=False)


def _large(text: str, box: Box, widths: Widths, *, bold: bool = True) -> Iterator[Mark]:
    size = largest([(text, (box.w, box.h))], (SMALLEST, LARGEST), widths, bold) or SMALLEST
    yield from set_in(text, box, size, widths, bold=bold)


def _sign_of(box: Box) -> Box:
    x, _ = box.centre
    return Box(x - SIGN / 2, box.y + box.h * 0.24 - SIGN / 2 + 10, SIGN, SIGN)


def tick(box: Box) -> tuple[Mark, ...]:
    """A tick within ``box``."""
    corner = (box.x + box.w * 0.38, box.y + box.h * 0.85)
    return (
        _stroke((box.x + box.w * 0.08, box.y + box.h * 0.55), corner),
        _stroke(corner, (box.x + box.w * 0.95, box.y + box.h * 0.15)),
    )


def cross(box: Box) -> tuple[Mark, ...]:
    """A cross within ``box``."""
    inner = box.inset(box.w * 0.12)
    return (
        _stroke((inner.x, inner.y), (inner.right, inner.bottom)),
        _stroke((inner.right, inner.y), (inner.x, inner.bottom)),
    )


def _stroke(start: tuple[float, float], end: tuple[float, float]) -> Shape:
    return Shape(start, ((start, end, end),), width=STROKE, closed=False)
