"""Pictures by key, for whoever shows them: kept ones from the disk, new ones from the drawing
process.

Nothing is done at once and nothing waits: one picture for each turn of the event loop, so that a
board of pictures never holds up the light.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from aac.pictures.kept import KeptPictures
from aac.pictures.process import PictureProcess


class Gallery(QObject):
    """``folder``: where drawn pictures are kept.  ``content_of``: the bytes of a picture as they
    stand in its file, or None.  ``log``: gets plain lines about trouble.
    """

    came = Signal(str, object)
    """A key and its `QImage`; None where it cannot be shown."""

    def __init__(
        self,
        folder: Path,
        content_of: Callable[[str], bytes | None],
        log: Callable[[str], None] = lambda line: None,
    ) -> None:
        super().__init__()
        self._kept = KeptPictures(folder)
        self._content_of = content_of
        self._wanted: dict[str, None] = {}
        self._process = PictureProcess(log)
        self._process.setParent(self)
        self._process.drawn.connect(self._drawn)
        self._process.refused.connect(self._refused)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_one)

    @property
    def worker_pid(self) -> int:
        """The drawing process; 0 where there is none."""
        return self._process.pid

    def want(self, key: str) -> None:
        """`came` follows, later."""
        self._wanted[key] = None
        self._turn.start()

    def stop(self) -> None:
        """End the drawing process; nothing comes any more."""
        self._wanted.clear()
        self._turn.stop()
        self._process.stop()

    def _take_one(self) -> None:
        key = next(iter(self._wanted), None)
        if key is None:
            self._turn.stop()
            return
        del self._wanted[key]
        kept = self._kept.get(key)
        if kept is not None:
            self._show(key, kept)
            return
        content = self._content_of(key)
        if content:
            self._process.draw(key, content)
        else:
            self.came.emit(key, None)

    def _drawn(self, key: str, png: bytes) -> None:
        self._kept.put(key, png)
        self._show(key, png)

    def _refused(self, key: str, why: str, certain: bool) -> None:
        """One that took too long is tried again at the next start: the computer may be busy."""
        if certain:
            self._kept.put(key, b"")
        self.came.emit(key, None)

    def _show(self, key: str, png: bytes) -> None:
        image = QImage.fromData(png) if png else QImage()
        self.came.emit(key, None if image.isNull() else image)
