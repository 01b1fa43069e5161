"""Pages as a PDF, with their text as text and the font of Wren inside.

It needs a `QGuiApplication`, but no screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from errno import EACCES
from functools import lru_cache
from os import strerror
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
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


def write_pdf(path: Path, title: str, pages: Sequence[Page], family: str) -> None:
    """Write the pages.  Raises `OSError` where the disk does not take them."""
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setCreator("Wren")
    writer.setResolution(DOTS)
    painter = QPainter()
    for number, page in enumerate(pages):
        _set_paper(writer, page)
        if number == 0 and not painter.begin(writer):
            raise PermissionError(EACCES, strerror(EACCES), str(path))
        if number:
            writer.newPage()
        for mark in page.marks:
            _draw(painter, mark, family)
    painter.end()


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
    font = _font(family, round(words.size * POINT), words.bold)
    spare = words.box.w * POINT - QFontMetricsF(font).horizontalAdvance(words.text)
    shift = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[words.align]
    painter.setFont(font)
    painter.setPen(_grey(words.ink))
    foot = words.box.y + BASE * words.size
    painter.drawText(QPointF(words.box.x * POINT + shift, foot * POINT), words.text)


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
