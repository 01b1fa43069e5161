"""What each part of the window shows of a `View`: it is told only of changes in this."""

from __future__ import annotations

from collections.abc import Callable

from aac.model.view import View
from aac.ui.board_view import has_phrase_room


def board(view: View) -> object:
    parts = (view.board, view.words, view.letters, view.phrase, view.asking, view.wake)
    return parts, has_phrase_room(view), view.settings.offer_scan


def status(view: View) -> object:
    parts = (view.board, view.page, view.phase, view.notice, view.private)
    return parts, view.settings.pointing, view.roles


def settings(view: View) -> object:
    parts = (view.page_cells, view.settings, view.advice, view.answers, view.measured)
    return parts, view.unmeasured, view.page


def editor(view: View) -> object:
    return view.page_cells, view.settings.scan_pattern


def advice(view: View) -> object:
    return view.page_cells, view.advice, view.settings.scan_pattern


def message(view: View) -> object:
    parts = (view.message, view.caret, view.finished, view.spoken)
    return parts, view.phase, view.notice, view.settings.speak_mode


def guide(view: View) -> object:
    return view.page_cells, view.panel, view.settings.scan_pattern


def alert(view: View) -> object:
    return view.page_cells, view.alert


# In the order of the parts of the window.
ALL: tuple[Callable[[View], object], ...] = (
    status, message, board, settings, editor, advice, alert, guide,
)  # fmt: skip
