"""Where the picture of a cell stands, and how it is drawn.

The room for it depends on the cell and the settings alone, never on whether it has come yet.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from aac.ui.light import State, Style
from aac.ui.theme import colour

FLAT = 1.9  # width for each height; in flatter cells the picture stands beside the label
LINE = 1.25  # heights of the text: the room of one line
LEAST = 0.28  # of the height: the room of the label below a picture
MOST = {1: 0.42, 2: 0.52}  # the same, by the lines of the label
MOST_BESIDE = 0.45  # of the width: the room of a picture beside its label
GAP = 3  # pixels between picture and label, and between picture and frame
MARGIN = 0.04  # of the ground's side: free around the picture
CORNER = 6.0
PALE = 0.45  # of a picture while the scan rests


def rooms_with_picture(
    room: QRectF, style: Style, pixels: int, lines: int
) -> tuple[QRectF, QRectF]:
    """The rooms of the label and of the ground of the picture, out of the room of both.

    ``pixels``: the size of the label's text.  ``lines``: that it should have room for, 1 or 2.
    """
    room = room.adjusted(0, GAP, 0, 1 - GAP)
    if style.pictures == "beside" or room.width() >= FLAT * room.height():
        side = min(room.height(), MOST_BESIDE * room.width())
        ground = QRectF(room.left(), room.center().y() - side / 2, side, side)
        return room.adjusted(side + 2 * GAP, 0, 0, 0), ground
    height = room.height()
    low = min(max(LEAST * height, lines * LINE * pixels), MOST[lines] * height)
    side = min(height - low - GAP, room.width())
    free = height - low - GAP - side  # of a tall, narrow cell: shared above and below
    ground = QRectF(room.center().x() - side / 2, room.top() + free / 2, side, side)
    return room.adjusted(0, height - low - free / 2, 0, -free / 2), ground


def size_in(ground: QRectF, ratio: float) -> QSize:
    """The pixels of the screen that a picture may take.  ``ratio``: of them to those of Qt."""
    side = max(1, round(ground.width() * (1 - 2 * MARGIN) * ratio))
    return QSize(side, side)


def draw_picture(
    painter: QPainter, ground: QRectF, pixmap: QPixmap | None, state: State, style: Style
) -> None:
    """The picture on its own bright ground, where black lines are seen in every theme."""
    if pixmap is None:
        return
    ratio = painter.device().devicePixelRatioF()
    if state is State.DIM:
        painter.setOpacity(PALE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(style.theme.ground))
    painter.drawRoundedRect(ground, CORNER, CORNER)
    size = pixmap.deviceIndependentSize() / ratio
    corner = ground.center() - QPointF(size.width() / 2, size.height() / 2)
    target = QRectF(corner, size)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, ratio != 1)
    painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
    painter.setOpacity(1)
