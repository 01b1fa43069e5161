"""A folder of recordings, to take in or to write: its path, or a list of folders that unfolds."""

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

from aac.model.banking_words import banking_text
from aac.ui.setting_field import by_keyboard_only, plain_label

PLACE = Qt.ItemDataRole.UserRole
SHOWN, MOST = 6, 500
UP = ".."


class FolderRow(QWidget):
    """``import_asked``, ``export_asked``: the path that is written there."""

    import_asked = Signal(str)
    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = QLineEdit()
        self.path.setPlaceholderText(banking_text("folder"))
        self.path.setAccessibleName(banking_text("folder"))
        self.choose = QPushButton(banking_text("choose_folder"))
        self.choose.setCheckable(True)
        self.bring, self.give = QPushButton(banking_text("import")), QPushButton()
        self.give.setText(banking_text("export"))
        for button in (self.choose, self.bring, self.give):
            by_keyboard_only(button)
        self.choose.toggled.connect(self._unfold)
        self.bring.clicked.connect(lambda: self._ask(self.import_asked))
        self.give.clicked.connect(lambda: self._ask(self.export_asked))
        self.list = QListWidget()
        self.list.setAccessibleName(banking_text("folder"))
        by_keyboard_only(self.list)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self.list.hide()
        self.told = plain_label("", "label")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.path, 1)
        for button in (self.choose, self.bring, self.give):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.list)
        column.addWidget(plain_label(banking_text("folder_help"), "help"))
        column.addWidget(self.told)

    def show_state(self, told: str, *, busy: bool) -> None:
        """What came of it; one folder at a time."""
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.bring.setEnabled(not busy)
        self.give.setEnabled(not busy)

    def _ask(self, asked: object) -> None:
        self.choose.setChecked(False)
        asked.emit(self.path.text().strip())  # type: ignore[attr-defined]

    def _unfold(self, on: bool) -> None:
        self.list.setVisible(on)
        if on:
            self._fill(Path(self.path.text().strip() or Path.home()).expanduser())

    def _fill(self, folder: Path) -> None:
        """The folders in this one; one that cannot be read is empty."""
        self.list.clear()
        self.path.setText(str(folder))
        try:
            inside = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
            folders = [path for path in inside if path.is_dir() and path.name[0] != "."]
        except OSError:
            folders = []
        self._add(UP, folder.parent)
        for path in folders[:MOST]:
            self._add(path.name, path)
        row = max(1, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(row * min(SHOWN, self.list.count()) + 16)

    def _add(self, name: str, path: Path) -> None:
        item = QListWidgetItem(name)
        item.setData(PLACE, str(path))
        self.list.addItem(item)

    def _chosen(self, item: QListWidgetItem) -> None:
        self._fill(Path(item.data(PLACE)))
