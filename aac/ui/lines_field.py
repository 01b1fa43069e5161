"""A setting that is a list of texts: one text in each line, so that a list can be pasted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from aac.model.checking import LONGEST_TEXT, MOST_TEXTS
from aac.model.declared import Texts
from aac.model.language import translated
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ui.setting_field import Field

FEWEST_LINES, MOST_LINES = 3, 9  # in sight; the rest scrolls


class Lines(QPlainTextEdit):
    """A field as high as its text, within limits.  ``left``: the keyboard has gone elsewhere."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        # Qt counts the height of a plain document in lines, those of a wrapped text too.
        lines = round(self.document().size().height())
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        # One more than there are, for the next.
        seen = max(FEWEST_LINES, min(MOST_LINES, lines + 1))
        height = seen * self.fontMetrics().lineSpacing() + around
        return QSize(super().sizeHint().width(), round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Only now is it known how much the style sheet puts around the text.
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class LinesField(Field):
    """A list that may grow.  It counts with each line that is finished, and when it is left.

    What is not possible stays as it was written: nobody should have to write a long list again.
    """

    def __init__(self, declared: Texts, parent: QWidget | None = None) -> None:
        super().__init__(declared, parent)
        self._values: tuple[str, ...] = ()
        self._refused = False
        self.lines = Lines()
        self.lines.setAccessibleName(translated(declared.label))
        self.lines.setAccessibleDescription(screen_text("one_a_line"))
        self.lines.setPlaceholderText(screen_text("one_a_line"))
        self.lines.blockCountChanged.connect(self._line_finished)
        self.lines.left.connect(self._left)
        self.body.addWidget(self.lines)

    def show_settings(self, settings: Settings) -> None:
        self._values = getattr(settings, self.declared.key)
        if not self._refused and not self.lines.hasFocus():
            self._show_values()

    def refuse(self) -> None:
        self._refused = True
        self.problem.setText(
            screen_text("lines_not_valid", most=str(MOST_TEXTS), longest=str(LONGEST_TEXT - 1))
        )

    def _show_values(self) -> None:
        text = "\n".join(self._values)
        if text != self.lines.toPlainText():
            self.lines.setPlainText(text)

    def _line_finished(self) -> None:
        if self.lines.hasFocus():
            self._take()

    def _left(self) -> None:
        self._take()
        if not self._refused:
            self._show_values()

    def _take(self) -> None:
        written = (" ".join(line.split()) for line in self.lines.toPlainText().split("\n"))
        texts = tuple(dict.fromkeys(text for text in written if text))
        self._refused = False
        if texts != self._values:
            self.offer(texts)
        else:
            self.problem.setText("")
