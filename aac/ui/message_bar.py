"""The message being written with its caret, or, large, what is being said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from aac.model.events import NoticeKind, Phase, View
from aac.model.words import screen_text
from aac.ui.fit_label import FitLabel
from aac.ui.lettering import LEADING, font_of
from aac.ui.light import Style
from aac.ui.theme import Paint, colour

SMALLER = 0.8  # a long message first shrinks this much, then scrolls
CARET_WIDTH = 4
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
        self.document().setDocumentMargin(2)
        self.setAccessibleName(screen_text("message"))
        self.setPlaceholderText(screen_text("empty"))
        self.caret_colour = ""

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
        self.text.caret_colour = "" if view.finished else theme.lit.fill
        ink = theme.quiet if view.finished else theme.text
        self.text.setStyleSheet(f"background: transparent; color: {ink};")
        self._set_size()
        self.text.show_message(view.message, view.caret)

    def _set_size(self) -> None:
        """Large letters; a long message takes smaller ones before it scrolls."""
        size = round(self._style.text * 1.1)
        metrics = QFontMetricsF(font_of(self._style.family, size))
        message = self._view.message if self._view else ""
        room = QRectF(0, 0, max(1, self.text.width() - CARET_WIDTH - 4), 1)
        taken = metrics.boundingRect(room, int(LEADING), message)
        if taken.height() > self.text.height():
            size = round(size * SMALLER)
        self.text.setFont(font_of(self._style.family, size))
        self.spoken.set_letters(self._style.family, round(self._style.text * 1.9), bold=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.rect().adjusted(PADDING, 4, -PADDING, -4)
        self.text.setGeometry(room)
        self.spoken.setGeometry(room)
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
