"""Where everything stands on the partner's side: a low band, or a window of its own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

LOW = 0.4  # a height below this part of the width is a band
NOWHERE = QRectF()


@dataclass(frozen=True)
class Places:
    """``main``: the message, letters or call.  Those that are not there have no height."""

    state: QRectF
    topic: QRectF
    main: QRectF
    draft: QRectF
    card: QRectF
    button: QRectF


def places(
    width: int, height: int, *, calling: bool, draft: bool, card: int, spoken: bool
) -> Places:
    """``draft``: it is read along.  ``card``: its lines.  ``spoken``: there is something large."""
    if height < width * LOW:
        return _band(width, height, calling, draft, bool(card), spoken)
    return _window(width, height, calling, draft, card, spoken)


def _band(width: int, height: int, calling: bool, draft: bool, card: bool, spoken: bool) -> Places:
    """State and topic beside the message.  The card stands there while nothing else does."""
    margin = max(4.0, height * 0.04)
    side = width * 0.22
    state = QRectF(margin, margin, side, (height - 3 * margin) * 0.58)
    topic = QRectF(margin, state.bottom() + margin, side, height - 2 * margin - state.bottom())
    left = side + 2 * margin
    right = width * 0.24 if calling else 0.0
    main = QRectF(left, margin, width - left - margin - right, height - 2 * margin)
    button = QRectF(main.right() + margin, margin, right - margin, main.height())
    below = NOWHERE
    if draft and not calling:
        low = main.height() * (0.4 if spoken else 1.0)
        below = QRectF(left, main.bottom() - low, main.width(), low)
        main.setBottom(below.top() - margin)
    on_card = main if card and not spoken and not draft else NOWHERE
    return Places(state, topic, main, below, on_card, button if calling else NOWHERE)


def _window(width: int, height: int, calling: bool, draft: bool, card: int, spoken: bool) -> Places:
    """State and topic above, the message in the middle, what is written and the card below."""
    margin = max(6.0, height * 0.015)
    line = height * 0.11
    inner = width - 2 * margin
    state = QRectF(margin, margin, inner * 0.5 - margin, line)
    topic = QRectF(margin + inner * 0.5, margin, inner * 0.5, line)
    bottom = height - margin
    on_card = below = button = NOWHERE
    if card and not (spoken or draft):
        whole = QRectF(margin, state.bottom() + margin, inner, bottom - state.bottom() - margin)
        return Places(state, topic, NOWHERE, NOWHERE, whole, NOWHERE)
    if card:
        tall = height * min(0.24, 0.045 * (card + 1))
        on_card = QRectF(margin, bottom - tall, inner, tall)
        bottom = on_card.top() - margin
    if calling:
        button = QRectF(margin + inner * 0.2, bottom - height * 0.16, inner * 0.6, height * 0.16)
        bottom = button.top() - margin
    elif draft:
        below = QRectF(margin, bottom - height * 0.2, inner, height * 0.2)
        bottom = below.top() - margin
    main = QRectF(margin, state.bottom() + margin, inner, bottom - state.bottom() - margin)
    return Places(state, topic, main, below, on_card, button)
