"""Recordings of the person's own voice, on the settings page: phrases on the left, the one that is
chosen on the right, folders below.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from aac.model.banked import BankView, same_words
from aac.model.banking_words import banking_text
from aac.ui.folder_row import FolderRow
from aac.ui.level_bar import LevelBar
from aac.ui.phrase_list import PhraseList
from aac.ui.setting_field import by_keyboard_only, plain_label

AT_WORK = ("opening", "recording")


class BankPanel(QWidget):
    """``looked_at``: whether somebody sees it.  ``chosen``: a phrase, of the list or a new one.

    ``move_asked``: the words that the recording is heard for from now on.  ``import_asked``,
    ``export_asked``: a folder.  Its parts are made when it is opened for the first time.
    """

    looked_at = Signal(bool)
    chosen = Signal(str)
    record_asked = Signal()
    stop_asked = Signal()
    listen_asked = Signal()
    keep_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(str)
    import_asked = Signal(str)
    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = BankView(told=banking_text("no_phrase"))
        self._made = False

    def _make(self) -> None:
        """Make the parts, unless they are there."""
        if self._made:
            return
        self._made = True
        self.phrases = PhraseList()
        self.phrases.chosen.connect(self._choose)
        self.phrase = plain_label("", "title")
        self.told = plain_label("", "label")
        self.meter = LevelBar()
        self.record = self._button("record")
        self.record.clicked.connect(self.record_asked)
        self.stop = self._button("stop")
        self.stop.clicked.connect(self.stop_asked)
        self.listen = self._button("listen")
        self.listen.clicked.connect(self.listen_asked)
        self.keep = self._button("keep")
        self.keep.clicked.connect(self.keep_asked)
        self.remove = self._button("remove")
        self.remove.clicked.connect(self.remove_asked)
        self.words = QLineEdit()
        self.words.setPlaceholderText(banking_text("move"))
        self.words.setAccessibleName(banking_text("move"))
        self.words.returnPressed.connect(self._move)
        self.move_now = self._button("move_now")
        self.move_now.clicked.connect(self._move)
        self.folder = FolderRow()
        self.folder.import_asked.connect(self.import_asked)
        self.folder.export_asked.connect(self.export_asked)
        self._lay_out()
        self.show_bank(self._view)

    def show_bank(self, view: BankView) -> None:
        """What is true now."""
        self._view = view
        if not self._made:
            return
        self.phrases.show_rows(view.rows, view.phrase)
        self.phrase.setText(view.phrase)
        self.told.setText(view.told)
        at_work = view.doing in AT_WORK
        rests = not view.doing
        self.record.setText(banking_text("record_again" if view.take or view.made else "record"))
        self.record.setVisible(not at_work)
        self.record.setEnabled(rests and bool(same_words(view.phrase)))
        self.stop.setVisible(not rests)
        self.stop.setEnabled(view.doing != "opening")
        self.listen.setVisible(rests)
        self.listen.setEnabled(view.take or bool(view.made))
        self.keep.setVisible(view.take and not at_work)
        self.remove.setVisible(bool(view.made) and not view.take and rests)
        for widget in self.words, self.move_now:
            widget.setVisible(bool(view.made) and not view.take and rests)
        if view.doing != "recording":
            self.meter.show_level(None)
        self.folder.show_state(view.told_of_folder, busy=view.busy)

    def show_level(self, level: float) -> None:
        """How loud it is while recording, in decibels."""
        self.meter.show_level(level)

    def _choose(self, phrase: str) -> None:
        self.words.clear()
        self.chosen.emit(phrase)

    def _move(self) -> None:
        if words := self.words.text().strip():
            self.words.clear()
            self.move_asked.emit(words)

    def showEvent(self, event: QShowEvent) -> None:
        self._make()
        self.looked_at.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self.looked_at.emit(False)

    def _button(self, key: str) -> QPushButton:
        button = QPushButton(banking_text(key))
        by_keyboard_only(button)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.record, self.stop, self.listen, self.keep, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        moving = QHBoxLayout()
        moving.setSpacing(12)
        moving.addWidget(self.words, 1)
        moving.addWidget(self.move_now)
        right = QVBoxLayout()
        right.setSpacing(14)
        for widget in (self.phrase, self.told, self.meter):
            right.addWidget(widget)
        right.addLayout(buttons)
        right.addLayout(moving)
        right.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(28)
        sides.addWidget(self.phrases, 4)
        sides.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(14)
        column.addWidget(plain_label(banking_text("help"), "help"))
        column.addLayout(sides)
        column.addWidget(self.folder)
