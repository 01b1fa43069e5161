"""Pages as a PDF, with their text as text and the font of Wren inside.

It needs a `QGuiApplication`, but no screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from aac.paper.marks import BASE, Align, Frame, Line, Page, Shape, Widths, Words

DOTS = 720  # an inch: ten for each point
POINT = DOTS / 72
MEASURED = 1000  # pixels: so large that rounding to pixels says nothing


def font_family(folder: Path) -> str:
    """Load the fonts in ``folder``; gives their family, or the system's where there is none."""
    families = [
        family
        for path in sorted(folder.glob("*.ttf"))
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(path))
        )
    ]
    return families[0] if families else QFont().family()


def widths_of(family: str) -> Widths:
    """How wide texts are in this font."""
    metrics = {bold: QFontMetricsF(_font(family, MEASURED, bold)) for bold in (False, True)}

    @lru_cache(maxsize=20_000)
    def width(text: str, bold: bool) -> float:
        return metrics[bold].horizontalAdvance(text) / MEASURED

    return width


def pdf_of(title: str, pages: Sequence[Page], family: str) -> bytes:
    """The pages as a PDF.

    Made in memory: Qt says nothing where a disk is full in the middle of a file.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Wren")
    writer.setResolution(DOTS)
    _set_paper(writer, pages[0])
    painter = QPainter(writer)
    for number, page in enumerate(pages):
        if number:
            _set_paper(writer, page)
            writer.newPage()
        for mark in page.marks:
            _draw(painter, mark, family)
    painter.end()
    return bytes(buffer.data().data())


def _set_paper(writer: QPdfWriter, page: Page) -> None:
    landscape = page.width > page.height
    upright = QSizeF(min(page.width, page.height), max(page.width, page.height))
    size = QPageSize(upright, QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, turned, QMarginsF(0, 0, 0, 0)))


def _draw(painter: QPainter, mark: Words | Frame | Line | Shape, family: str) -> None:
    match mark:
        case Words():
            _write(painter, mark, family)
        case Frame(box, edge, ink, fill, radius, dashed):
            painter.setPen(_pen(edge, ink, dashed) if edge else Qt.PenStyle.NoPen)
            painter.setBrush(_grey(fill))
            place = QRectF(box.x * POINT, box.y * POINT, box.w * POINT, box.h * POINT)
            painter.drawRoundedRect(place, radius * POINT, radius * POINT)
        case Line(start, end, width, ink):
            painter.setPen(_pen(width, ink))
            painter.drawLine(_spot(start), _spot(end))
        case Shape(start, curves, width, ink, fill, closed):
            path = QPainterPath(_spot(start))
            for one, two, end in curves:
                path.cubicTo(_spot(one), _spot(two), _spot(end))
            painter.setPen(_pen(width, ink))
            painter.setBrush(_grey(fill) if closed else Qt.BrushStyle.NoBrush)
            painter.drawPath(path)


def _write(painter: QPainter, words: Words, family: str) -> None:
    """Word by word: between them stands what no reader takes for the tab that Qt would write,
    because space and tab are one glyph in this font."""
    font = _font(family, round(words.size * POINT), words.bold)
    taken = QFontMetricsF(font).horizontalAdvance
    spare = words.box.w * POINT - taken(words.text)
    shift = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[words.align]
    painter.setFont(font)
    painter.setPen(_grey(words.ink))
    foot = (words.box.y + BASE * words.size) * POINT
    left, before = words.box.x * POINT + shift, ""
    for word in words.text.split(" "):
        painter.drawText(QPointF(left + taken(before), foot), word)
        before += f"{word} "


def _font(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _grey(ink: int) -> QColor:
    return QColor(ink, ink, ink)


def _pen(width: float, ink: int, dashed: bool = False) -> QPen:
    pen = QPen(_grey(ink), width * POINT)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _spot(point: tuple[float, float]) -> QPointF:
    return QPointF(point[0] * POINT, point[1] * POINT)
