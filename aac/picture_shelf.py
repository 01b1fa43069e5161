"""Where the board editor takes pictures from: boards, the symbols that come with Wren, files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from aac.files.board_media import BoardMedia
from aac.files.own_media import PicturesOnBoards
from aac.files.paths import assets_folder
from aac.model import language
from aac.model.board import BoardSet
from aac.pictures.kinds import TOO_LARGE
from aac.pictures.symbols import SymbolShelf

if TYPE_CHECKING:
    from aac.pictures.own import OwnPicture, OwnPictures

Content = Callable[[], bytes | None]
MOST_FOUND = 40  # a list that can still be looked through


class PictureShelf:
    """``boards``: those in use; ``media``: their bytes.  ``log``: gets plain lines about trouble.
    ``symbols``: where the sets are, if not in their place.

    ``found``: what shows the pictures that were found: key -> what gives the bytes.  A picture
    from a file is drawn small by a process of its own, so that no file can harm the window.
    """

    def __init__(
        self,
        boards: Callable[[], BoardSet],
        media: BoardMedia,
        log: Callable[[str], None],
        symbols: Path | None = None,
    ) -> None:
        self._on_boards = PicturesOnBoards(lambda: boards().looked_through(), lambda: media)
        self._symbols = SymbolShelf(symbols or assets_folder() / "symbols")
        self._log = log
        self._own: OwnPictures | None = None
        self._waiting: dict[str, list[tuple[Callable[[str], None], Callable[[str], None]]]] = {}
        self._licences: dict[str, Mapping[str, str]] = {}
        self.found: dict[str, Content] = {}

    def find(self, word: str) -> Sequence[tuple[str, str]]:
        """Those on boards first: the person knows them.

        A symbol is known by its name, as on the boards, and read when it is shown or used.
        """
        known = list(self._on_boards.find(word))
        keys = {key for _, key in known}
        for symbol in self._symbols.find(word, language.in_use().code):
            key = f"symbol-{symbol.id}"
            if key not in keys:
                self.found[key] = self._later(symbol.id)
                self._licences[key] = symbol.licence
                known.append((symbol.label, key))
        return known[:MOST_FOUND]

    def take(self, path: Path, done: Callable[[str], None], failed: Callable[[str], None]) -> None:
        """The answer comes from the event loop."""
        if self._own is None:
            from aac.pictures.own import OwnPictures

            self._own = OwnPictures(self._log)
            self._own.ready.connect(self._ready)
            self._own.failed.connect(self._failed)
        self._waiting.setdefault(str(path), []).append((done, failed))
        self._own.take(path)

    def content(self, key: str) -> bytes | None:
        found = self.found.get(key)
        return found() if found else self._on_boards.content(key)

    def licence(self, key: str) -> Mapping[str, str] | None:
        return self._licences.get(key) or self._on_boards.licence(key)

    def stop(self) -> None:
        """End the process that draws."""
        if self._own is not None:
            self._own.stop()

    def _later(self, symbol_id: str) -> Content:
        def drawing() -> bytes | None:
            try:
                return self._symbols.drawing(symbol_id)
            except (OSError, KeyError, BadZipFile):
                return None  # the others can still be used

        return drawing

    def _ready(self, path: str, picture: OwnPicture) -> None:
        """One answer for all cells that wait for this file."""
        self.found[picture.key] = lambda: picture.content
        for done, _ in self._waiting.pop(path, ()):
            done(picture.key)

    def _failed(self, path: str, why: str) -> None:
        for _, failed in self._waiting.pop(path, ()):
            failed("too_heavy" if why == TOO_LARGE else "not_a_picture")
