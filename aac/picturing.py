"""The pictures and recorded sounds of boards: from the files, by way of the drawing process, to the
window and the voice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from aac.pictures.gallery import Gallery
from aac.ui.album import Album

Content = Callable[[], bytes | None]


class Picturing:
    """``folder``: where drawn pictures are kept.  ``log``: gets plain lines about trouble."""

    def __init__(
        self,
        media: Mapping[str, Content],
        folder: Path,
        album: Album,
        log: Callable[[str], None],
    ) -> None:
        self._media = media
        self._album = album
        self._gallery = Gallery(folder, self.content, log)
        album.wanted.connect(self._gallery.want)
        self._gallery.came.connect(album.put)

    def use(self, media: Mapping[str, Content]) -> None:
        """The boards have changed."""
        self._media = media
        self._album.forget()

    def content(self, key: str) -> bytes:
        """The bytes of a picture or sound as they stand in its file; none where it is not there."""
        found = self._media.get(key)
        return (found() if found else None) or b""

    def stop(self) -> None:
        """End the drawing process."""
        self._gallery.stop()
