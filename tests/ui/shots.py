"""Pictures of everything the window can show, to be looked at.

    python -m tests.ui.shots FOLDER [SIZE ...]       sizes as 1366x768

Makes a PNG of each sample view and of each shipped board, in every theme.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.files.paths import assets_folder, boards_folder
from aac.model.board import BoardKind
from aac.model.view import View
from aac.ui.main_window import MainWindow, load_fonts
from aac.ui.theme import THEMES
from tests.ui import samples

SIZES = ("1366x768", "1920x1080")


def main(folder: Path, sizes: list[str]) -> None:
    application = QApplication(sys.argv[:1])
    load_fonts(assets_folder() / "fonts")
    window = MainWindow({"letters": "Letters", "quick": "Quick"}, {"en-us": "English (America)"})
    window.show()
    for size in sizes:
        width, height = (int(side) for side in size.split("x"))
        window.resize(width, height)
        target = folder / size
        target.mkdir(parents=True, exist_ok=True)
        for theme in THEMES:
            for name, view in [*samples.every_kind().items(), *_boards()]:
                settings = replace(view.settings, theme=theme)
                window.show_view(replace(view, settings=settings))
                application.processEvents()
                window.grab().save(str(target / f"{theme}-{name}.png"))


def _boards() -> Iterator[tuple[str, View]]:
    """Each shipped board with its second row lit."""
    boards = load_library([ObfFormat()], boards_folder()).boards
    for board in boards.boards.values():
        shown = samples.offers() if board.kind is BoardKind.SPELLING else samples.quick()
        view = replace(shown, board=board, strip=boards.strip)
        lit = samples.row(view, min(1, board.rows - 1))
        yield f"board-{board.id}", replace(view, lit=lit)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(SIZES))
