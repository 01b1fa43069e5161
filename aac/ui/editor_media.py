"""The picture and the recorded sound of a cell."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from aac.model.desk import DeskView, FindPicture, NoSound, TakeFile, UsePicture
from aac.model.editor_words import editor_text
from aac.ui.album import Album
from aac.ui.editor_files import FileField
from aac.ui.setting_field import by_keyboard_only, plain_label

KEY = Qt.ItemDataRole.UserRole
SHOWN = 5
THUMBNAIL = QSize(48, 48)  # pixels


class MediaFields(QWidget):
    """``asked``: a picture or sound to find, to use or to take away.  ``album``: has the pictures
    that were found, small."""

    asked = Signal(object)

    def __init__(self, album: Album | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._album = album
        if album is not None:
            album.came.connect(self._show_icon)
        self._pictures: tuple[tuple[str, str], ...] | None = None
        self.picture = plain_label("", "help")
        self.word = QLineEdit()
        self.word.setPlaceholderText(editor_text("find_picture"))
        self.word.setAccessibleName(editor_text("find_picture"))
        self.word.returnPressed.connect(lambda: self.asked.emit(FindPicture(self.word.text())))
        self.found = QListWidget()
        self.found.setAccessibleName(editor_text("picture"))
        by_keyboard_only(self.found)
        self.found.itemClicked.connect(self._use)
        self.found.itemActivated.connect(self._use)
        self.found.setIconSize(THUMBNAIL)
        self.source = plain_label(editor_text("symbols_from"), "help")
        self.file = FileField(editor_text("picture_file"), sound=False)
        self.file.taken.connect(lambda path: self.asked.emit(TakeFile(path)))
        self.none = self._button("no_picture")
        self.none.clicked.connect(lambda: self.asked.emit(UsePicture("")))
        self.sound = plain_label("", "help")
        self.sound_file = FileField(editor_text("sound_file"), sound=True)
        self.sound_file.taken.connect(lambda path: self.asked.emit(TakeFile(path, sound=True)))
        self.silent = self._button("no_sound")
        self.silent.clicked.connect(lambda: self.asked.emit(NoSound()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (
            plain_label(editor_text("picture"), "label"), self.picture, self.word, self.found,
            self.source, self.file, self.none, plain_label(editor_text("sound"), "label"),
            self.sound, self.sound_file, self.silent,
        ):  # fmt: skip
            column.addWidget(widget)

    def show_desk(self, view: DeskView) -> None:
        cell = view.cell
        if cell is None:
            return
        self.picture.setVisible(bool(cell.picture))
        self.picture.setText(editor_text("has_picture"))
        self.none.setVisible(bool(cell.picture))
        self.sound.setVisible(bool(cell.sound))
        self.sound.setText(editor_text("has_sound"))
        self.silent.setVisible(bool(cell.sound))
        if view.pictures != self._pictures:
            self._pictures = view.pictures
            self._fill()
        self.found.setVisible(view.pictures is not None)
        self.source.setVisible(bool(view.pictures))

    def _fill(self) -> None:
        self.found.clear()
        for name, key in self._pictures or ():
            item = QListWidgetItem(name)
            item.setData(KEY, key)
            item.setIcon(self._icon(key))
            self.found.addItem(item)
        if not self._pictures:
            item = QListWidgetItem(editor_text("no_pictures_found"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.found.addItem(item)
        row = max(1, self.found.sizeHintForRow(0))
        self.found.setFixedHeight(row * min(SHOWN, self.found.count()) + 16)

    def _icon(self, key: str) -> QIcon:
        """On a bright ground, as in the cells: many pictures have black lines."""
        ground = QPixmap(THUMBNAIL)
        ground.fill(Qt.GlobalColor.transparent)
        picture = self._album.picture(key, THUMBNAIL * 0.8) if self._album else None
        if picture is not None:
            ground.fill(Qt.GlobalColor.white)
            painter = QPainter(ground)
            painter.drawPixmap(
                (ground.width() - picture.width()) // 2,
                (ground.height() - picture.height()) // 2,
                picture,
            )
            painter.end()
        return QIcon(ground)

    def _show_icon(self, key: str) -> None:
        """It has been drawn."""
        for row in range(self.found.count()):
            item = self.found.item(row)
            if item.data(KEY) == key:
                item.setIcon(self._icon(key))

    def _use(self, item: QListWidgetItem) -> None:
        if item.data(KEY):
            self.asked.emit(UsePicture(item.data(KEY)))

    def _button(self, key: str) -> QPushButton:
        button = QPushButton(editor_text(key))
        by_keyboard_only(button)
        return button
