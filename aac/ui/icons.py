"""Signs drawn as lines, so that they look alike on every system and need no font.

A board may name any sign in ``Cell.symbol``; those listed here are drawn, others are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from aac.model.board import Cell, Do, Look, OpenBoard
from aac.model.commands import Command
from aac.model.parts import Alarm

BOX = 24.0

# Lines in a box of 24 by 24: M moves, L draws a line, C a curve, Z closes.
PATHS: Mapping[str, str] = {
    "check": "M 4 12.5 L 10 18.5 L 20 6",
    "cross": "M 6 6 L 18 18 M 18 6 L 6 18",
    "bell": "M 6 17 L 6 11 C 6 3 18 3 18 11 L 18 17 M 3.5 17 L 20.5 17 M 10 20.5 L 14 20.5",
    "undo": "M 9 5 L 4 10 L 9 15 M 4 10 L 14 10 C 22 10 22 20 14 20 L 10 20",
    "left": "M 10 6 L 4 12 L 10 18 M 4 12 L 20 12",
    "right": "M 14 6 L 20 12 L 14 18 M 20 12 L 4 12",
    "chevron": "M 9 5 L 16 12 L 9 19",
    "home": "M 3.5 12 L 12 4 L 20.5 12 M 6 10 L 6 20 L 18 20 L 18 10",
    "speak": "M 3 9.5 L 7 9.5 L 12 5 L 12 19 L 7 14.5 L 3 14.5 Z "
    "M 15.5 9 C 17.5 10.5 17.5 13.5 15.5 15 M 18 6 C 22.5 9 22.5 15 18 18",
    "hush": "M 3 9.5 L 7 9.5 L 12 5 L 12 19 L 7 14.5 L 3 14.5 Z "
    "M 16 9.5 L 21 14.5 M 21 9.5 L 16 14.5",
    "erase": "M 9 5 L 21 5 L 21 19 L 9 19 L 3 12 Z M 12 9.5 L 17 14.5 M 17 9.5 L 12 14.5",
    "warning": "M 12 3.5 L 22 20 L 2 20 Z M 12 9.5 L 12 14 M 12 16.8 L 12 17",
    "sliders": "M 3 7 L 21 7 M 3 17 L 21 17 M 8 4 L 8 10 M 16 14 L 16 20",
    "moon": "M 14 3.5 C 4 5 4 20 14 20.5 C 17 20.5 19 19 20 17 C 12 17 10 9 14 3.5",
    "space": "M 3.5 10 L 3.5 15 L 20.5 15 L 20.5 10",
    "lock": "M 5.5 11 L 18.5 11 L 18.5 20.5 L 5.5 20.5 Z M 8.5 11 L 8.5 8 C 8.5 3 15.5 3 15.5 8 "
    "L 15.5 11",
}

SIGNS: Mapping[str, str] = {
    "✓": "check",
    "✔": "check",
    "✕": "cross",
    "✖": "cross",
    "✗": "cross",
    "✘": "cross",
    "×": "cross",
    "🔔": "bell",
    "↶": "undo",
    "↩": "undo",
    "⟲": "undo",
    "←": "left",
    "→": "right",
    "›": "chevron",
    "‹": "left",
    "🏠": "home",
    "⌂": "home",
    "🔊": "speak",
    "🔇": "hush",
    "⌫": "erase",
    "⚠": "warning",
    "!": "warning",
    "⚙": "sliders",
    "☾": "moon",
    "🌙": "moon",
    "␣": "space",
    "🔒": "lock",
}

STRIP = ("check", "cross", "bell", "undo")

COMMANDS: Mapping[Command, str] = {
    Command.SPACE: "space",
    Command.SPEAK: "speak",
    Command.SAY_AGAIN: "speak",
    Command.HUSH: "hush",
    Command.CLEAR: "cross",
    Command.DELETE_LETTER: "erase",
    Command.DELETE_WORD: "erase",
    Command.HOME: "home",
    Command.BACK: "left",
    Command.UNDO: "undo",
    Command.CALL: "bell",
    Command.KEEP_DRAFT: "check",
    Command.SAVE_PHRASE: "check",
    Command.CARET_LEFT: "left",
    Command.CARET_RIGHT: "right",
    Command.REST: "moon",
    Command.PRIVATE_MODE: "lock",
    Command.SETTINGS: "sliders",
    Command.ANSWERED: "check",
    Command.CONFIRM: "check",
    Command.CLOSE_PAGE: "cross",
    Command.SHOW_BOARD: "bell",
}


def sign_of(cell: Cell, place: int) -> str:
    """The sign beside a cell's label: a name of `PATHS`, a sign to be written, or nothing.

    ``place``: the cell's column; the strip has fixed signs, as it has fixed colours.
    """
    if cell.look is Look.STRIP and place < len(STRIP):
        return STRIP[place]
    match cell.action:
        case Do(command) if command in COMMANDS:
            return COMMANDS[command]
        case OpenBoard() if cell.look is Look.LINK:
            return "chevron"
        case Alarm():
            return "warning"
    return SIGNS.get(cell.symbol.rstrip("\ufe0e\ufe0f"), cell.symbol)


def draw_icon(painter: QPainter, name: str, room: QRectF, ink: QColor) -> None:
    """Draw the sign ``name`` of `PATHS` in the square ``room``."""
    scale = room.width() / BOX
    painter.save()
    painter.translate(room.topLeft())
    painter.scale(scale, scale)
    pen = QPen(ink, 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(name))
    painter.restore()


@lru_cache(maxsize=64)
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(PATHS[name].split())
    for word in words:
        match word:
            case "M":
                path.moveTo(float(next(words)), float(next(words)))
            case "L":
                path.lineTo(float(next(words)), float(next(words)))
            case "C":
                path.cubicTo(*(float(next(words)) for _ in range(6)))
            case "Z":
                path.closeSubpath()
    return path
