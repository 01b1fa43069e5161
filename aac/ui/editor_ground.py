"""What lies under the board being edited: its empty places, and what is lit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRegion

from aac.ui.light import Style
from aac.ui.theme import colour

AROUND = 3  # pixels: half of the gap between cells, so that neighbours of a group flow together
THIN, THICK = 1.0, 3.0  # around a group within another, and around one that is not


def draw_empty(painter: QPainter, rooms: Iterable[QRect], style: Style) -> None:
    """Dashed outlines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour(style.theme.dim.edge), 1.5, Qt.PenStyle.DashLine))
    for room in rooms:
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 8, 8)


def draw_groups(
    painter: QPainter,
    groups: Sequence[frozenset[str]],
    rooms: Mapping[str, QRect],
    style: Style,
) -> None:
    """A line round each group, in the gaps between the cells; outer groups stand before theirs."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    every = QRect()
    for room in rooms.values():
        every |= room
    painter.setClipRect(every)  # between groups, and not round the board
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place, group in reversed(list(enumerate(groups))):
        inner = any(group < other for other in groups[:place])
        painter.setPen(QPen(colour(style.theme.quiet), THIN if inner else THICK))
        painter.drawPath(_outline(rooms[cell_id] for cell_id in group))


def _outline(rooms: Iterable[QRect]) -> QPainterPath:
    region = QRegion()
    for room in rooms:
        region += room.adjusted(-AROUND, -AROUND, AROUND, AROUND)
    path = QPainterPath()
    path.addRegion(region)
    return path.simplified()
