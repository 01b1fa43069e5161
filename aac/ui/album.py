"""Pictures that are at hand for painting, at the size in which they are shown.

A cell asks while it paints.  What is not there is wanted from outside, once, and the cell is
painted again when it has come; its place was kept, so nothing moves.
"""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

MOST_BYTES = 24 * 1024 * 1024
"""Of pixels; those shown longest ago go first.  A board of 40 cells takes 2 to 6 MB."""


class Album(QObject):
    """Pictures by key and size."""

    wanted = Signal(str)
    """A picture of this key is to be shown; `put` it."""

    came = Signal(str)
    """The cells with this picture are to be painted again."""

    def __init__(self, most_bytes: int = MOST_BYTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._most = most_bytes
        self._held: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()
        self._bytes = 0
        self._asked: dict[str, set[tuple[int, int]]] = {}
        self._hopeless: set[str] = set()

    def is_hopeless(self, key: str) -> bool:
        """Whether it is known that there is no such picture to show."""
        return key in self._hopeless

    def picture(self, key: str, size: QSize) -> QPixmap | None:
        """The picture as it fits into ``size`` (pixels of the screen), or None for now."""
        place = (key, size.width(), size.height())
        found = self._held.get(place)
        if found is not None:
            self._held.move_to_end(place)
            return found
        if key in self._hopeless or size.isEmpty():
            return None
        sizes = self._asked.setdefault(key, set())
        is_new = not sizes
        sizes.add(place[1:])
        if is_new:
            self.wanted.emit(key)
        return None

    def put(self, key: str, image: QImage | None) -> None:
        """The picture of this key; None: there is none to show."""
        sizes = self._asked.pop(key, set())
        if image is None:
            self._hopeless.add(key)
            return
        self._hopeless.discard(key)
        for width, height in sizes:
            fitted = image.scaled(
                width,
                height,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._hold((key, width, height), QPixmap.fromImage(fitted))
        if sizes:
            self.came.emit(key)

    def forget(self) -> None:
        """The pictures may have changed: those that there were not may be there now."""
        self._hopeless.clear()

    def _hold(self, place: tuple[str, int, int], pixmap: QPixmap) -> None:
        self._held[place] = pixmap
        self._bytes += _bytes_of(pixmap)
        while self._bytes > self._most and len(self._held) > 1:
            _, oldest = self._held.popitem(last=False)
            self._bytes -= _bytes_of(oldest)


def _bytes_of(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
