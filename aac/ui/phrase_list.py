"""The phrases that can be recorded: found by their words, those still to record first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.banked import PhraseRow, same_words
from aac.model.banking_words import banking_text
from aac.ui.icons import draw_icon
from aac.ui.setting_field import by_keyboard_only

PHRASE = Qt.ItemDataRole.UserRole
SHOWN, LINE = 6, 1.6  # rows of the list; the height of each in heights of the text
SIGN = 22  # pixels


class PhraseList(QWidget):
    """``chosen``: a phrase of the list, or a new one that was written."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PhraseRow] = ()
        self._phrase = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(banking_text("find"))
        self.search.setAccessibleName(banking_text("find"))
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._first)
        self.only_missing, self.every = self._filter(), self._filter()
        self.only_missing.setChecked(True)
        self.only_missing.toggled.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(banking_text("list"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        by_keyboard_only(self.list)
        self.list.currentItemChanged.connect(self._picked)
        filters = QHBoxLayout()
        filters.setSpacing(4)
        filters.addWidget(self.only_missing)
        filters.addWidget(self.every)
        filters.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addWidget(self.list)
        column.addStretch(1)

    def show_rows(self, rows: Sequence[PhraseRow], phrase: str) -> None:
        """``phrase``: the one that is chosen."""
        if rows == self._rows and phrase == self._phrase and self.list.count():
            return
        self._rows, self._phrase = rows, phrase
        missing = sum(not row.made for row in rows)
        self.only_missing.setText(banking_text("only_missing", count=missing))
        self.every.setText(banking_text("every", count=len(rows)))
        self._fill()

    def next_after(self, phrase: str) -> str:
        """The phrase to record next: the one below, while those to record are shown."""
        shown = [row.phrase for row in self._matching()]
        if not self.only_missing.isChecked() or phrase not in shown:
            return phrase
        at = shown.index(phrase)
        rest = shown[at + 1 :] or shown[:at]
        return rest[0] if rest else phrase

    def _matching(self) -> Sequence[PhraseRow]:
        rows = [row for row in self._rows if not (self.only_missing.isChecked() and row.made)]
        wanted = self.search.text().strip().casefold()
        fit = [row for row in rows if wanted in row.phrase.casefold()]
        return sorted(fit, key=lambda row: bool(row.made))

    def _fill(self) -> None:
        at = self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        new = self.search.text().strip()
        known = {same_words(row.phrase) for row in self._rows}
        if same_words(new) and same_words(new) not in known:
            self._add(banking_text("new", phrase=new), PhraseRow(new))
        for row in self._matching():
            self._add(row.phrase, row)
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(at)
        if (chosen := self.list.currentItem()) is not None:
            self.list.scrollToItem(chosen)

    def _add(self, label: str, row: PhraseRow) -> None:
        item = QListWidgetItem(self._sign(bool(row.made)), label)
        item.setData(PHRASE, row.phrase)
        item.setToolTip(row.phrase)
        if row.made:
            spoken = f"{row.phrase}, {banking_text('has')}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.list.addItem(item)
        if row.phrase == self._phrase:
            self.list.setCurrentItem(item)

    def _sign(self, made: bool) -> QIcon:
        """A check mark where there is a recording; a place for one where there is none."""
        icon = QIcon()
        palette = self.list.palette()
        inks = {
            QIcon.Mode.Normal: palette.text().color(),
            QIcon.Mode.Selected: palette.highlightedText().color(),
        }
        for mode, ink in inks.items():
            sign = QPixmap(SIGN, SIGN)
            sign.fill(Qt.GlobalColor.transparent)
            if made:
                painter = QPainter(sign)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                draw_icon(painter, "check", sign.rect().toRectF(), ink)
                painter.end()
            icon.addPixmap(sign, mode)
        return icon

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(PHRASE))

    def _first(self) -> None:
        """Enter chooses what was written, or the first that fits."""
        if self.list.count():
            self.list.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        row = round(LINE * self.list.fontMetrics().height())
        self.list.setFixedHeight(SHOWN * row + 16)

    def _filter(self) -> QPushButton:
        button = QPushButton()
        button.setObjectName("group")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        by_keyboard_only(button)
        return button
