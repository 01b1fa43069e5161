"""The message being written with its caret, or, large, what is being said."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from aac.model.notice import NoticeKind
from aac.model.view import Phase, View
from aac.model.words import screen_text
from aac.ui.fit_label import FitLabel
from aac.ui.lettering import LEADING, SMALLEST, font_of
from aac.ui.light import Style
from aac.ui.theme import Paint, colour

SMALLER = 0.8  # a long message first shrinks this much, then scrolls
CARET_WIDTH = 3
PADDING = 16


class MessageText(QPlainTextEdit):
    """The message.  A text field, so that a screen reader can read it; nobody can type into it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(CARET_WIDTH + 1)
        self.setAccessibleName(screen_text("message"))
        self.setPlaceholderText(screen_text("empty"))
        self.caret_colour = ""

    def set_colours(self, ink: str, hint: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, colour(ink))
        palette.setColor(QPalette.ColorRole.PlaceholderText, colour(hint))
        self.setPalette(palette)

    def show_message(self, text: str, caret: int) -> None:
        """Show ``text`` with the caret after ``caret`` characters, and scroll to it."""
        if text != self.toPlainText():
            self.setPlainText(text)
        cursor = QTextCursor(self.document())
        # Qt counts in UTF-16, where some signs are two.
        cursor.setPosition(len(text[:caret].encode("utf-16-le")) // 2)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.caret_colour:
            caret = self.cursorRect()
            caret.setWidth(CARET_WIDTH)
            caret.moveLeft(caret.left() - CARET_WIDTH)
            QPainter(self.viewport()).fillRect(caret, colour(self.caret_colour))


class MessageBar(QWidget):
    """The top of the board page."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = MessageText(self)
        self.spoken = FitLabel(self, LEADING)
        self.spoken.hide()
        self._style = style
        self._view: View | None = None
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        self._style = style
        theme = style.theme
        self.spoken.set_paint(Paint(theme.field.fill, theme.text, theme.field.edge))
        self._set_size()
        if self._view is not None:
            self.show_view(self._view)

    def show_view(self, view: View) -> None:
        self._view = view
        spoken = spoken_text(view)
        self.spoken.setText(spoken)
        self.spoken.setAccessibleName(f"{screen_text('said')}: {spoken}" if spoken else "")
        self.spoken.setVisible(bool(spoken))
        self.text.setVisible(not spoken)
        theme = self._style.theme
        self.spoken.set_marked(view.word if spoken else None, theme.lit.fill)
        self.text.caret_colour = "" if view.finished else theme.lit.fill
        ink = theme.quiet if view.finished else theme.text
        self.text.set_colours(ink, theme.quiet)
        self._set_size()
        self.text.show_message(view.message, view.caret)

    def _set_size(self) -> None:
        """Large letters; a long message takes smaller ones before it scrolls."""
        room = self.rect().adjusted(PADDING, 6, -PADDING, -6)
        self.spoken.setGeometry(room)
        self.spoken.set_letters(self._style.family, round(self._style.text * 1.9), bold=True)
        size = max(SMALLEST, min(round(self._style.text * 1.1), round(room.height() * 0.7)))
        message = self._view.message if self._view else ""
        width = max(1, room.width() - 4 * CARET_WIDTH)
        font = font_of(self._style.family, size)
        taken = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1), int(LEADING), message)
        if taken.height() > room.height():
            font = font_of(self._style.family, max(SMALLEST, round(size * SMALLER)))
        self.text.setFont(font)
        # Whole lines only: half a line at the edge reads as a fault.
        margins = round(2 * self.text.document().documentMargin())
        line = QFontMetricsF(font).lineSpacing()
        lines = max(1, int((room.height() - margins) / line))
        room.setHeight(min(room.height(), ceil(lines * line) + margins))
        room.moveTop((self.height() - room.height()) // 2)
        self.text.setGeometry(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_size()

    def paintEvent(self, event: QPaintEvent) -> None:
        field = self._style.theme.field
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(field.edge))
        painter.setBrush(colour(field.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)


def spoken_text(view: View) -> str:
    """What is to be shown large in place of the message.

    What was said stays for those who listen until there is a message to be seen (guidance G65).
    """
    silent = view.settings.speak_mode == "silent" or (
        view.notice is not None and view.notice.kind is NoticeKind.VOICE_SILENT
    )
    if view.phase is Phase.SPEAKING or silent or not view.message:
        return view.spoken
    return ""
