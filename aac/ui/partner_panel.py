"""What the people around see: a window of their own, or a band turned round for who sits opposite.

Everything is painted, upright or upside down; all texts grow until they fill their place.  It takes
no keyboard.  A screen reader reads it as one text.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.partner import PartnerView
from aac.model.partner_words import answer_words, partner_words, state_words
from aac.ui.coming_button import ComingButton
from aac.ui.icons import draw_icon
from aac.ui.initials import paint_initials
from aac.ui.lettering import CENTRED, LEADING, fitting, largest
from aac.ui.light import Style
from aac.ui.partner_places import Places, places
from aac.ui.theme import Paint, colour

SIGNS = {"yes": "check", "no": "cross"}
LONGEST = 5_000  # signs; of more the end is shown


class PartnerPanel(QWidget):
    """``turned``: for somebody who sits opposite.

    ``comes``: somebody has answered a call here.  ``closed``: a helper has closed the window.
    """

    comes = Signal()
    closed = Signal()

    def __init__(
        self, style: Style, *, turned: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._turned = turned
        self._shown = PartnerView()
        self._style = style
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(partner_words("title"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.button = ComingButton(self, turned=turned)
        self.button.clicked.connect(self.comes)
        self.set_style(style)
        self._tell()

    def show_partner(self, shown: PartnerView) -> None:
        """Show this, if it is anything new."""
        if shown != self._shown:
            self._shown = shown
            self._tell()
            self._lay_out()
            self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.button.set_style(style)
        self._lay_out()
        self.update()

    def paint_now(self) -> None:
        """Paint what has changed before returning, where this is a window of its own."""
        if self.isWindow():
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.UpdateRequest))

    def places(self) -> Places:
        """Where everything stands, as somebody sees it who reads it."""
        shown = self._shown
        return places(
            self.width(),
            self.height(),
            calling=shown.calling,
            draft=bool(shown.draft),
            card=len(shown.card),
            spoken=bool(shown.said or shown.letters or shown.remark or shown.calling),
        )

    # ----------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._style.theme
        painter.fillRect(self.rect(), colour(theme.window))
        if self._turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        where = self.places()
        self._paint_state(painter, where)
        if self._shown.calling:
            self._paint_call(painter, where.main)
        elif self._shown.letters or self._shown.remark:
            self._paint_letters(painter, where.main)
        else:
            self._paint_said(painter, where.main)
        if where.draft.height() > 0 and self._shown.draft:
            text = partner_words("reads_along", draft=_end_of(self._shown.draft))
            self._fill(painter, where.draft, text, theme.field, leading=True)
        self._paint_card(painter, where)

    def _paint_state(self, painter: QPainter, where: Places) -> None:
        theme, shown = self._style.theme, self._shown
        urgent = theme.alert if shown.calling else Paint(theme.window, theme.text, theme.window)
        self._text(painter, where.state, state_words(shown.state), urgent, bold=True)
        if shown.topic:
            self._text(
                painter, where.topic, partner_words("topic", topic=shown.topic), theme.notice
            )

    def _paint_call(self, painter: QPainter, place: QRectF) -> None:
        paint = self._style.theme.alert
        self._surface(painter, place, paint)
        side = min(place.height() * 0.6, place.width() * 0.16)
        sign = QRectF(place.left() + side * 0.2, place.center().y() - side / 2, side, side)
        draw_icon(painter, "warning" if self._shown.alarm else "bell", sign, colour(paint.text))
        self._large(painter, place.adjusted(side * 1.4, 0, 0, 0), self._shown.call, paint)

    def _paint_letters(self, painter: QPainter, place: QRectF) -> None:
        """The first letters, the newest one largest; a remark takes a third of the room."""
        paint, shown = self._style.theme.field, self._shown
        self._surface(painter, place, paint)
        room = place.adjusted(place.height() * 0.08, 0, -place.height() * 0.08, 0)
        if shown.remark:
            share = 0.4 if shown.letters else 1.0
            beside = room.width() > room.height() * 3
            low = QRectF(room)
            if beside:
                low.setLeft(room.right() - room.width() * share)
                room.setRight(low.left())
            else:
                low.setTop(room.bottom() - room.height() * share)
                room.setBottom(low.top())
            self._large(painter, low, shown.remark, paint)
        if shown.letters:
            paint_initials(painter, room, shown.letters, self._style.family, paint.text)

    def _paint_said(self, painter: QPainter, place: QRectF) -> None:
        """The last message; yes and no with their sign."""
        theme, shown = self._style.theme, self._shown
        if not shown.said:
            return
        sign = SIGNS.get(shown.signal)
        if sign is None:
            self._fill(painter, place, _end_of(shown.said), theme.field)
            return
        paint = theme.strip[0 if sign == "check" else 1]
        self._surface(painter, place, paint)
        side = min(place.height() * 0.8, place.width() * 0.35)
        middle = place.center()
        mark = QRectF(middle.x() - side * 1.15, middle.y() - side / 2, side, side)
        draw_icon(painter, sign, mark, colour(paint.text))
        room = QRectF(middle.x(), place.top(), place.right() - middle.x(), place.height())
        self._large(painter, room, answer_words(shown.signal), paint)

    def _paint_card(self, painter: QPainter, where: Places) -> None:
        theme, card = self._style.theme, self._shown.card
        if not card or where.card.height() <= 0:
            return
        paint = Paint(theme.window, theme.text, theme.window)
        lines = "\n".join((partner_words("card"), *card))
        self._text(painter, where.card, lines, paint, leading=True)

    # ------------------------------------------------------------------------------ parts

    def _surface(self, painter: QPainter, place: QRectF, paint: Paint) -> None:
        painter.setPen(colour(paint.edge))
        painter.setBrush(colour(paint.fill))
        painter.drawRoundedRect(place, 12, 12)

    def _fill(
        self, painter: QPainter, place: QRectF, text: str, paint: Paint, *, leading: bool = False
    ) -> None:
        self._surface(painter, place, paint)
        self._large(painter, place, text, paint, leading=leading)

    def _large(
        self, painter: QPainter, place: QRectF, text: str, paint: Paint, *, leading: bool = False
    ) -> None:
        """The text as large as its place lets it be."""
        side = min(place.width(), place.height()) * 0.06
        room = place.adjusted(side, side / 4, -side, -side / 4).toRect()
        font = largest(text, self._style.family, True, max(1, room.width()), max(1, room.height()))
        painter.setPen(colour(paint.text))
        painter.setFont(font)
        painter.drawText(room, int(LEADING if leading else CENTRED), text)

    def _text(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        paint: Paint,
        *,
        bold: bool = False,
        leading: bool = False,
    ) -> None:
        """A text that is not the message: large, but no larger than its lines need."""
        self._surface(painter, place, Paint(paint.fill, paint.text, paint.fill))
        flags = int(LEADING if leading else CENTRED)
        room = place.adjusted(8, 0, -8, 0).toRect()
        width, height = max(1, room.width()), max(1, room.height())
        most = round(height * 0.6) if "\n" not in text else round(height / (text.count("\n") + 1))
        font, _ = fitting(text, self._style.family, bold, width, height, max(13, most), flags)
        painter.setPen(colour(paint.text))
        painter.setFont(font)
        painter.drawText(room, flags, text)

    def _lay_out(self) -> None:
        place = self.places().button
        if self._turned:
            place = QRectF(
                self.width() - place.right(),
                self.height() - place.bottom(),
                place.width(),
                place.height(),
            )
        self.button.setGeometry(place.toRect())
        self.button.setVisible(self._shown.calling)

    def _tell(self) -> None:
        """All of it as one text, for screen readers."""
        shown = self._shown
        parts = [state_words(shown.state), shown.call, shown.topic, shown.letters, shown.remark]
        self.setAccessibleName(" ".join(part for part in [*parts, shown.said, shown.draft] if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A helper closed it, or the program ends, which must not be held up."""
        if event.spontaneous():
            self.closed.emit()


def _end_of(text: str) -> str:
    return text if len(text) <= LONGEST else "…" + text[-LONGEST:]
