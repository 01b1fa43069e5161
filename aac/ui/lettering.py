"""The bundled font, and the size at which a text fits its place."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap

# Sizes step down, so that a board shows a few sizes of text and not one for each cell.
LADDER = tuple(0.88**step for step in range(24))
ELLIPSIS = "…"
SMALLEST = 13  # pixels; below this nothing can be read at the bedside


def load_fonts(folder: Path) -> str:
    """Make the font in ``folder`` that of the program; gives its family.

    Without one the system's own font stays.
    """
    families: list[str] = []
    for path in sorted(folder.glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(path))
        )
    if families:
        QGuiApplication.setFont(QFont(families[0]))
    return QGuiApplication.font().family()


@lru_cache(maxsize=512)
def font_of(family: str, pixels: int, bold: bool = False) -> QFont:
    """The font of this size, made once."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


@lru_cache(maxsize=4096)
def fitting(
    text: str,
    family: str,
    bold: bool,
    width: int,
    height: int,
    pixels: int,
    flags: int = int(CENTRED),
) -> tuple[QFont, QRectF]:
    """The largest size up to ``pixels`` at which ``text`` fits, and the room it takes.

    Lines break between words only.  Below the smallest readable size it does not shrink.
    """
    room = QRectF(0, 0, width, height)
    for factor in LADDER:
        size = max(SMALLEST, round(pixels * factor))
        font = font_of(family, size, bold)
        taken = QFontMetricsF(font).boundingRect(room, flags, text)
        if size == SMALLEST or (taken.width() <= width and taken.height() <= height):
            break
    return font, taken


@lru_cache(maxsize=256)
def shortened(text: str, family: str, bold: bool, width: int, height: int) -> str:
    """``text``, or as many of its first words as fit in the smallest size, and a sign of more."""
    metrics = QFontMetricsF(font_of(family, SMALLEST, bold))
    room = QRectF(0, 0, width, height)
    words = text.split()
    fewest, most = 1, len(words)
    while fewest < most:
        count = (fewest + most + 1) // 2
        some = " ".join(words[:count]) + (ELLIPSIS if count < len(words) else "")
        taken = metrics.boundingRect(room, int(CENTRED), some)
        if taken.width() <= width and taken.height() <= height:
            fewest = count
        else:
            most = count - 1
    return text if most == len(words) else " ".join(words[:fewest]) + ELLIPSIS


@lru_cache(maxsize=64)
def largest(text: str, family: str, bold: bool, width: int, height: int) -> QFont:
    """The largest size at which ``text`` fits, found by halving."""
    low, high = SMALLEST, max(SMALLEST, height)
    room = QRectF(0, 0, width, height)
    while low < high:
        size = (low + high + 1) // 2
        taken = QFontMetricsF(font_of(family, size, bold)).boundingRect(room, int(CENTRED), text)
        if taken.width() <= width and taken.height() <= height:
            low = size
        else:
            high = size - 1
    return font_of(family, low, bold)
