"""Where the line stands under the word that is spoken."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

THICK = 0.08  # of the height of a line


def marked_line(text: str, span: tuple[int, int], font: QFont, room: QRect, flags: int) -> QRectF:
    """The line under ``text[span]`` as the painter writes the text with these flags, aligned left;
    empty where the word is not on one line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    first, last = (len(text[:place].encode("utf-16-le")) // 2 for place in span)  # as Qt counts
    metrics = QFontMetricsF(font)
    top = metrics.boundingRect(QRectF(room), flags, text).top()
    layout.beginLayout()
    found = QRectF()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room.width())
        start, end = line.textStart(), line.textStart() + line.textLength()
        if start <= first and last <= end:
            left, right = sorted((_x(line.cursorToX(first)), _x(line.cursorToX(last))))
            thick = max(2.0, THICK * line.height())
            bottom = top + line.height()
            found = QRectF(room.left() + left, bottom - thick, right - left, thick)
            break
        top += line.height() + max(0.0, metrics.leading())
    layout.endLayout()
    return found


def _x(cursor: object) -> float:
    """Of a cursor: some versions of Qt give the place along with the position in the text."""
    return float(cursor[0] if isinstance(cursor, tuple | list) else cursor)  # type: ignore[arg-type]
