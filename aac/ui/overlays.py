"""What lies over the cells: the beat, what a late press was counted for, the ring of a pointer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from aac.model.view import View
from aac.ui.beat_mark import BeatMark
from aac.ui.cell_sheet import CellSheet
from aac.ui.counted_mark import CountedMark
from aac.ui.filling_ring import FillingRing
from aac.ui.light import Style


class Overlays:
    """Hidden, and free of cost, while there is nothing to show."""

    def __init__(self, style: Style, window: QWidget) -> None:
        self._window = window
        self.beat = BeatMark(style, window)
        self.counted = CountedMark(style, window)
        self.ring = FillingRing(style, window)
        self._view: View | None = None

    def set_style(self, style: Style) -> None:
        for mark in (self.beat, self.counted, self.ring):
            mark.set_style(style)

    def show_view(self, view: View, sheets: Iterable[CellSheet]) -> None:
        """``sheets``: all the cells that there are."""
        before, self._view = self._view, view
        if before is None or view.filling != before.filling:
            self.ring.show_filling(view.filling)
        if view.beat is None and not view.counted and self.beat.isHidden():
            self.counted.hide()
            return
        lit, counted = QRect(), QRect()
        for sheet in sheets:
            lit |= sheet.place_of(view.lit, self._window) | sheet.place_of_back(self._window)
            counted |= sheet.place_of(view.counted, self._window)
        beat = None if view.light_hidden else view.beat
        self.beat.show_beat(beat, view.settings.paced_cue, lit)
        self.counted.show_around(counted)
