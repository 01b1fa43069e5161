"""A file chosen inside the page: by its path, or in a list of files that unfolds in its place.

A file dialog over the window would take keyboard and screen from the person's scan.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.editor_words import editor_text
from aac.ui.setting_field import by_keyboard_only

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
SOUNDS = (".wav", ".mp3", ".ogg")
PLACE = Qt.ItemDataRole.UserRole
SHOWN, MOST = 7, 500
UP = ".."


class FileField(QWidget):
    """``taken``: the path of a file that the helper chose."""

    taken = Signal(str)

    def __init__(self, label: str, *, sound: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endings = SOUNDS if sound else PICTURES
        self._folder = Path.home()
        self.unfold = QPushButton(label)
        self.unfold.setObjectName("picker")
        self.unfold.setCheckable(True)
        by_keyboard_only(self.unfold)
        self.unfold.toggled.connect(self._unfold)
        self.path = QLineEdit()
        self.path.setPlaceholderText(editor_text("take_path"))
        self.path.setAccessibleName(editor_text("take_path"))
        self.path.setAccessibleDescription(editor_text("take_help"))
        self.path.returnPressed.connect(self._take)
        self.use = QPushButton(editor_text("take_use"))
        by_keyboard_only(self.use)
        self.use.clicked.connect(self._take)
        self.list = QListWidget()
        self.list.setAccessibleName(label)
        by_keyboard_only(self.list)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.unfold)
        column.addLayout(row)
        column.addWidget(self.list)
        self._unfold(False)

    def _unfold(self, on: bool) -> None:
        for widget in (self.path, self.use, self.list):
            widget.setVisible(on)
        if on:
            self._fill()

    def _fill(self) -> None:
        """The folders and the files that fit; a folder that cannot be read is empty."""
        self.list.clear()
        try:
            every = sorted(self._folder.iterdir(), key=lambda path: path.name.casefold())
            folders = [path for path in every if path.is_dir() and path.name[0] != "."]
            fit = (path for path in every if path.suffix.lower() in self._endings)
            files = [path for path in fit if path.is_file()]
        except OSError:
            folders, files = [], []
        self._add(UP, self._folder.parent)
        for path in folders[:MOST]:
            self._add(f"{path.name}/", path)
        for path in files[:MOST]:
            self._add(path.name, path)
        row = max(1, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(row * min(SHOWN, self.list.count()) + 16)

    def _add(self, name: str, path: Path) -> None:
        item = QListWidgetItem(name)
        item.setData(PLACE, str(path))
        self.list.addItem(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        path = Path(item.data(PLACE))
        if path.is_dir():
            self._folder = path
            self._fill()
        else:
            self.path.setText(str(path))

    def _take(self) -> None:
        if self.path.text().strip():
            self.taken.emit(self.path.text().strip())
            self.unfold.setChecked(False)
