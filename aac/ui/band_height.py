"""Keeps the partner's band as high as the window allows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

PART = 0.24  # of the window: a letter of 120 points is 160 pixels high (G58)


class BandHeight(QObject):
    """Lives as long as the band does."""

    def __init__(self, band: QWidget, window: QWidget) -> None:
        super().__init__(band)
        self._band, self._window = band, window
        window.installEventFilter(self)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._measure()
        return False

    def _measure(self) -> None:
        self._band.setFixedHeight(round(self._window.height() * PART))
