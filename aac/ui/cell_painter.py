"""How a cell looks: the outline of its kind, the frame of its state, its sign and its label."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from aac.model.board import AddText, Cell, Look
from aac.model.words import screen_text
from aac.ui.cell_outline import AUTHOR_BAR, STRONG, THIN, outline
from aac.ui.cell_picture import FLAT, GAP, rooms_with_picture
from aac.ui.icons import PATHS, draw_icon, sign_of
from aac.ui.lettering import CENTRED, SMALLEST, fitting, shortened
from aac.ui.light import LIT_STATES, State, Style
from aac.ui.theme import Paint, Theme, colour

LETTER_SCALE = 1.45  # a letter alone may be larger than words
BESIDE, ABOVE = 4, 1  # pixels between the frame and the label
WORTH = 0.75  # of the size that a label has without its picture, in a flat cell
SMALLEST_BESIDE = 0.5  # of the usual size, beside a picture in a flat cell
SMALL = 0.7  # of the usual size: a label below a picture gets more room


@dataclass(frozen=True)
class Face:
    """Where the label and the sign of a cell are, worked out once for a size and a style."""

    label: str
    font: QFont
    label_room: QRectF
    sign: str
    sign_room: QRectF
    picture_room: QRectF | None = None


def face_of(
    cell: Cell,
    place: int,
    state: State,
    width: int,
    height: int,
    style: Style,
    most: int | None = None,
    with_picture: bool = False,
) -> Face:
    """Lay out ``cell`` on ``width`` by ``height`` pixels.

    ``most``: the size of its neighbours' text in pixels, which it does not exceed.
    ``with_picture``: its picture can be shown; a question takes its room.
    """
    label, sign = cell.label, sign_of(cell, place)
    if state in (State.ASKED, State.ASKING):
        label, with_picture = screen_text("confirm", label=label), False
    side, top = style.frame + BESIDE, style.frame + ABOVE
    room = QRectF(0, 0, width, height).adjusted(side + style.bar_in(width), top, -side, -top)
    if cell.colour:
        room.setLeft(room.left() + AUTHOR_BAR)
    letter = _is_sign(cell) and len(label) <= 2
    pixels = round(style.text * LETTER_SCALE) if letter else style.text
    pixels = min(pixels, most or pixels)
    bold = letter or cell.look is Look.STRIP
    if with_picture:
        face = _pictured(label, sign, style, bold, room, pixels)
        plain = face_of(cell, place, state, width, height, style, most)
        return face if face is not None and _worth_it(face, plain, room, style) else plain
    if letter:
        # A sign alone needs no room for lines above and below it.
        room.adjust(0, -0.2 * height, 0, 0.2 * height)
    if not sign or not label:
        font, _ = _fit(label or sign, style, bold, room, pixels)
        if font.pixelSize() == SMALLEST:
            # An earlier message may be far too long for a cell; its beginning tells which it is.
            label = shortened(label, style.family, bold, int(room.width()), int(room.height()))
        return Face(label, font, room, sign, _square(room, pixels))
    if sign == "chevron":
        return _with_chevron(label, style, room, pixels)
    if room.width() >= 1.9 * room.height():
        return _side_by_side(label, sign, style, bold, room, pixels)
    return _stacked(label, sign, style, bold, room, pixels)


def _fit(label: str, style: Style, bold: bool, room: QRectF, pixels: int) -> tuple[QFont, QRectF]:
    width, height = max(1, int(room.width())), max(1, int(room.height()))
    return fitting(label, style.family, bold, width, height, pixels)


def _square(room: QRectF, pixels: int) -> QRectF:
    side = min(room.width(), room.height(), pixels * 1.1)
    square = QRectF(0, 0, side, side)
    square.moveCenter(room.center())
    return square


def _with_chevron(label: str, style: Style, room: QRectF, pixels: int) -> Face:
    """The sign of a link stands at the right edge, as on a page that can be turned."""
    side = min(style.text * 0.62, room.height() * 0.5, room.width() * 0.16)
    sign_room = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
    label_room = room.adjusted(side * 0.5, 0, -side - 2, 0)
    font, _ = _fit(label, style, False, label_room, pixels)
    return Face(label, font, label_room, "chevron", sign_room)


def _side_by_side(
    label: str, sign: str, style: Style, bold: bool, room: QRectF, pixels: int
) -> Face:
    side = min(pixels * 0.95, room.height() * 0.8, room.width() * 0.25)
    space = side * 0.35
    font, taken = _fit(label, style, bold, room.adjusted(side + space, 0, 0, 0), pixels)
    start = room.left() + max(0.0, (room.width() - side - space - taken.width()) / 2)
    sign_room = QRectF(start, room.center().y() - side / 2, side, side)
    label_room = QRectF(room)
    label_room.setLeft(start + side + space)
    label_room.setRight(min(room.right(), label_room.left() + taken.width() + 2))
    return Face(label, font, label_room, sign, sign_room)


def _worth_it(face: Face, plain: Face, room: QRectF, style: Style) -> bool:
    """Whether the picture may stay.  Flat cells are read: there it may not cost much of the label.
    High ones are made for their pictures."""
    flat = room.width() >= FLAT * room.height()
    size, usual = face.font.pixelSize(), plain.font.pixelSize()
    return not flat or size >= min(usual, max(WORTH * usual, SMALLEST_BESIDE * style.text))


def _pictured(
    label: str, sign: str, style: Style, bold: bool, room: QRectF, pixels: int
) -> Face | None:
    """With room for a picture, unless the label can then no longer be read.

    A label that would become much smaller than its neighbours' gets a second line.  Of the signs
    that of a link stays where there is room.
    """
    if sign == "chevron" and room.width() >= FLAT * room.height():
        _, ground = rooms_with_picture(room, style, pixels, 1)
        beside = room.adjusted(ground.width() + 2 * GAP, 0, 0, 0)
        return replace(_with_chevron(label, style, beside, pixels), picture_room=ground)
    for lines in (1, 2):
        label_room, ground = rooms_with_picture(room, style, pixels, lines)
        font, taken = _fit(label, style, bold, label_room, pixels)
        if font.pixelSize() >= SMALL * pixels:
            break
    if taken.width() > label_room.width() + 1 or taken.height() > label_room.height() + 1:
        return None
    return Face(label, font, label_room, "", QRectF(), ground)


def _stacked(label: str, sign: str, style: Style, bold: bool, room: QRectF, pixels: int) -> Face:
    side = min(pixels * 0.95, room.height() * 0.36, room.width() * 0.8)
    space = side * 0.2
    font, taken = _fit(label, style, bold, room.adjusted(0, side + space, 0, 0), pixels)
    top = room.top() + max(0.0, (room.height() - side - space - taken.height()) / 2)
    sign_room = QRectF(room.center().x() - side / 2, top, side, side)
    label_room = QRectF(room)
    label_room.setTop(top + side + space)
    label_room.setBottom(min(room.bottom(), label_room.top() + taken.height() + 2))
    return Face(label, font, label_room, sign, sign_room)


def paint_of(theme: Theme, look: Look, place: int, state: State, part: int = 1) -> Paint:
    """The colours of a cell in this state; ``part``: the number of the switch that keeps it."""
    match state:
        case State.NORMAL:
            return theme.resting(look, place)
        case State.DIM:
            return theme.dim
        case State.GROUP | State.ASKED:
            return theme.group
        case State.PART:
            return theme.parts[part - 1]
        case State.LIT:
            return theme.lit
        case State.ACCEPTING:
            return theme.accepting
        case State.ASKING:
            return theme.asking


def draw_body(
    painter: QPainter, look: Look, state: State, room: QRectF, paint: Paint, frame: int
) -> None:
    """The surface of a cell with its frame."""
    painter.setPen(Qt.PenStyle.NoPen)
    if state in LIT_STATES:
        painter.fillPath(outline(look, room), colour(paint.edge))
        inside = room.adjusted(frame, frame, -frame, -frame)
        painter.fillPath(outline(look, inside, frame), colour(paint.fill))
        if state is not State.LIT:
            _line(painter, look, inside, 4.0, colour_code=paint.text, dashed=state is State.ASKING)
        return
    width = STRONG if look is Look.STRIP or state is State.GROUP else THIN
    inside = room.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    shape = outline(look, inside)
    painter.fillPath(shape, colour(paint.fill))
    pen = QPen(colour(paint.edge), width)
    if state is State.ASKED:
        pen = _dashed(paint.edge)
    painter.strokePath(shape, pen)
    if look is Look.EMERGENCY:
        _line(painter, look, inside, 4.0, colour_code=paint.edge)


def _is_sign(cell: Cell) -> bool:
    """Whether the cell writes a letter or a sign: on the board or among the likely ones."""
    return cell.look is Look.LETTER or (cell.look is Look.WORD and isinstance(cell.action, AddText))


def _line(
    painter: QPainter,
    look: Look,
    room: QRectF,
    inset: float,
    *,
    colour_code: str,
    dashed: bool = False,
) -> None:
    """A second line inside the frame."""
    shape = outline(look, room.adjusted(inset, inset, -inset, -inset), inset)
    painter.strokePath(shape, _dashed(colour_code) if dashed else QPen(colour(colour_code), THIN))


def _dashed(code: str) -> QPen:
    pen = QPen(colour(code), STRONG)
    pen.setDashPattern([3, 2])
    return pen


def draw_face(painter: QPainter, face: Face, ink: str) -> None:
    """The sign and the label."""
    painter.setPen(colour(ink))
    painter.setFont(face.font)
    painter.drawText(face.label_room, int(CENTRED), face.label)
    if face.sign in PATHS:
        draw_icon(painter, face.sign, face.sign_room, colour(ink))
    elif face.sign:
        painter.drawText(face.sign_room, int(CENTRED), face.sign)
