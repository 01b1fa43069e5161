"""For helpers: boards of another program are chosen here, and it is told what came of them.

The file chooser is a part of the page and no window of its own, so nothing stands before the scan.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.import_words import ENDINGS, import_text
from aac.ui.setting_field import by_keyboard_only, plain_label

_HEIGHT = 360  # pixels, for the chooser and for the report: the page around them scrolls


class Chooser(QFileDialog):
    """Qt's own file dialog as a part of a page: it asks nothing and changes nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setOption(QFileDialog.Option.ReadOnly)  # no asking whether to delete
        self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.setSizeGripEnabled(False)
        self.setModal(False)
        self.setMinimumHeight(_HEIGHT)
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        names = (f"{import_text('kinds')} ({kinds})", f"{import_text('all_kinds')} (*)")
        self.setNameFilters(names)
        self.setDirectory(str(Path.home()))

    def accept(self) -> None:
        """Qt would open a box before everything for a name that is not there."""
        if any(Path(name).exists() for name in self.selectedFiles()):
            super().accept()


class ImportPanel(QWidget):
    """``wanted``: the path of the file that is to be brought in.  ``home_wanted``: the id of the
    board that Home is to open."""

    wanted = Signal(str)
    home_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = QLineEdit()
        self.entry.setAccessibleName(import_text("file"))
        self.entry.returnPressed.connect(self._ask)
        self.look = QPushButton(import_text("choose"))
        self.start = QPushButton(import_text("button"))
        by_keyboard_only(self.look)
        by_keyboard_only(self.start)
        self.look.clicked.connect(self._show_chooser)
        self.start.clicked.connect(self._ask)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setAccessibleName(import_text("title"))
        self.report.setMinimumHeight(_HEIGHT)
        self.report.hide()
        self._start = ""
        self.home = QPushButton(import_text("make_home"))
        by_keyboard_only(self.home)
        self.home.clicked.connect(self._want_home)
        self.home.hide()
        self.chooser: Chooser | None = None
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.entry, 1)
        row.addWidget(self.look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 16, 14)
        self._column.setSpacing(14)
        self._column.addWidget(plain_label(import_text("help"), "help"))
        self._column.addWidget(plain_label(import_text("file"), "label"))
        self._column.addLayout(row)
        self._column.addWidget(self.start)
        self._column.addWidget(self.report)
        self._column.addWidget(self.home)
        self._column.addStretch(1)

    def show_report(self, text: str) -> None:
        """What is happening, or what came of it."""
        self.report.setPlainText(text)
        self.report.show()

    def offer(self, start: str) -> None:
        """Boards have come that begin with this one: they may become the first that Wren shows."""
        self._start = start
        self.home.setVisible(bool(start))

    def _want_home(self) -> None:
        self.home.hide()
        self.home_wanted.emit(self._start)
        self.report.appendPlainText(f"\n{import_text('home_now')}")

    def _ask(self) -> None:
        self.home.hide()
        self.wanted.emit(self.entry.text().strip())

    def _show_chooser(self) -> None:
        """Made when it is asked for: it reads the folders of the disk."""
        if self.chooser is None:
            self.chooser = chooser = Chooser(self)
            chooser.fileSelected.connect(self._chosen)
            self._column.insertWidget(3, chooser)
        self.chooser.show()

    def _chosen(self, name: str) -> None:
        self.entry.setText(name)
        self._ask()
