"""The settings as a page of the window, made from their declarations.

It is for helpers with mouse and keyboard.  It stands beside the scan and never before it: the
strip and the Close cell are scanned as ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from aac.model.advice_words import measured_text
from aac.model.declared import Declaration, Value
from aac.model.editor_words import editor_text
from aac.model.guide_words import guide_text, unmeasured_text
from aac.model.import_words import import_text
from aac.model.language import translated
from aac.model.settings import GROUPS, Settings, with_values
from aac.model.view import Page, View
from aac.model.voice_events import VoiceTried
from aac.model.voice_words import tried_text
from aac.model.words import screen_text
from aac.ui.bank_panel import BankPanel
from aac.ui.cell_sheet import CellSheet
from aac.ui.group_page import group_page
from aac.ui.import_panel import ImportPanel
from aac.ui.light import Light, Style
from aac.ui.make_field import make_field
from aac.ui.measured_panel import MeasuredPanel
from aac.ui.paper_panel import PaperPanel
from aac.ui.phone_panel import PhonePanel
from aac.ui.rooms import in_one_row
from aac.ui.scrolled import scrolled
from aac.ui.setting_field import Field, by_keyboard_only, plain_label
from aac.ui.settings_style import settings_style
from aac.ui.switch_finder import SwitchFinder
from aac.ui.text_fields import ListField
from aac.ui.try_button import TRIED, TryButton

HOME = "home_board"
LINES = "switch_map"
SMALLEST, LARGEST = 20, 30  # pixels: readable at a bedside, and still a page


class SettingsPage(QWidget):
    """``changed``: the new `Settings`.  ``page_asked``: the `Page` that the helper goes on to.
    ``voice_tried``: a `VoiceTried`.

    ``choices``: for settings that name a board or a voice, id -> name by the setting's key.
    The fields, hundreds of widgets, are made when the page is opened for the first time.
    """

    touched = Signal(str)
    changed = Signal(object)
    page_asked = Signal(object)
    voice_tried = Signal(object)

    def __init__(
        self, style: Style, choices: Mapping[str, Mapping[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._count = 1
        self.cells = CellSheet("", style, self)
        self.cells.touched.connect(self.touched)
        self.fields: dict[str, Field] = {}
        self.finder = SwitchFinder()
        self.finder.chosen.connect(self._switch_found)
        self.paper, self.phone = PaperPanel(choices.get("home_board", {})), PhonePanel()
        self._form, self._names = QWidget(), QWidget()
        self._groups = QButtonGroup(self)
        self._pages = QStackedWidget()
        self._names_area = scrolled(self._names)  # a small window has no room for all names
        self.boards, self.measured, self.bank = ImportPanel(), MeasuredPanel(), BankPanel()
        self._panels: dict[str, QWidget] = {LINES: self.finder, "paper_size": self.paper}  # above
        self._panels |= {"phone": self.phone, "use_recordings": self.bank}
        self.measured.touched.connect(self.touched)
        self.boards.home_wanted.connect(lambda board: self._changed(HOME, board))
        self._choices = dict(choices)
        self._unmeasured: frozenset[str] = frozenset()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._header())
        layout.addWidget(self._form, 1)
        self.set_style(style)

    def set_style(self, style: Style) -> None:
        size = round(max(SMALLEST, min(LARGEST * style.scale, style.text * 0.62)))
        self._sheet = settings_style(style.theme, size, style.scale)
        if self.isVisible():
            self._use_sheet()
        self.cells.set_style(style)
        self.cells.setFixedHeight(min(max(56, round(style.text * 1.7)), 4 * size))
        self._cell = min(max(240, style.text * 8), 9 * size)
        self.cells.setMaximumWidth(self._count * self._cell)

    def show_view(self, view: View) -> None:
        if view.page is Page.SETTINGS:
            self._make_fields()
        self._count = max(1, len(view.page_cells))
        self.cells.set_rows(
            (view.page_cells,) if view.page_cells else (), in_one_row(view.settings.scan_pattern)
        )
        self.cells.setMaximumWidth(self._count * self._cell)
        self.measured.show_view(view)
        self._unmeasured = view.unmeasured
        self._forbid()
        if view.settings != self._settings:
            self._settings = view.settings
            self._show_settings()

    def set_light(self, light: Light) -> None:
        self.cells.set_light(light)

    def set_choices(self, key: str, choices: Mapping[str, str]) -> None:
        """What the setting ``key`` can name now: id -> name."""
        self._choices[key] = choices
        field = self.fields.get(key)
        if isinstance(field, ListField):
            field.set_choices(choices)
            field.show_settings(self._settings)

    def take_keyboard(self) -> None:
        """Begin at the first group: a helper has opened the page by hand."""
        self._groups.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        """Make them, unless they are there."""
        if not self.fields:
            self._add_groups()
            self._forbid()
            self.finder.show_settings(self._settings)

    def _forbid(self) -> None:
        for key, field in self.fields.items():
            field.forbid(unmeasured_text(key) if key in self._unmeasured else "")

    def showEvent(self, event: QShowEvent) -> None:
        # A style sheet takes tens of milliseconds: too long for a page that nobody looks at.
        if self.styleSheet() != self._sheet:
            self._use_sheet()

    def _use_sheet(self) -> None:
        self.setStyleSheet(self._sheet)
        bar = self._names_area.verticalScrollBar()
        self._names_area.setFixedWidth(self._names.sizeHint().width() + bar.sizeHint().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.page_asked.emit(Page.BOARD)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------ building

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(plain_label(screen_text("settings"), "title"))
        words.addWidget(plain_label(screen_text("settings_hint"), "help"))
        header.addLayout(words, 1)
        header.addWidget(self.cells, 1)
        return header

    def _add_groups(self) -> None:
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(4)
        forms = {name: self._group_page(declared) for name, declared in GROUPS.items()}
        forms[import_text("title")] = scrolled(self.boards)
        forms[measured_text("title")] = scrolled(self.measured)
        for place, (name, form) in enumerate(forms.items()):
            button = QPushButton(translated(name))
            button.setObjectName("group")
            button.setCheckable(True)
            button.setChecked(place == 0)
            by_keyboard_only(button)
            button.clicked.connect(lambda _, place=place: self._turn_to(place))
            self._groups.addButton(button)
            names.addWidget(button)
            self._pages.addWidget(form)
        names.addStretch(1)
        names.addWidget(self._way_to(Page.EDITOR, editor_text("title")))
        for label, page in (("find_speed", Page.SPEED), ("check_title", Page.CHECK)):
            names.addWidget(self._way_to(page, guide_text(label)))
        row = QHBoxLayout(self._form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self._names_area)
        row.addWidget(self._pages, 1)

    def _turn_to(self, place: int) -> None:
        """Also by arrow keys, to a name that a small window does not show yet."""
        self._pages.setCurrentIndex(place)
        self._names_area.ensureWidgetVisible(self._groups.buttons()[place])

    def _way_to(self, page: Page, label: str) -> QPushButton:
        """A button that opens another page."""
        button = QPushButton(label)
        by_keyboard_only(button)
        button.clicked.connect(lambda: self.page_asked.emit(page))
        return button

    def _group_page(self, declarations: tuple[Declaration, ...]) -> QScrollArea:
        keys = {declared.key for declared in declarations}
        above = [panel for key, panel in self._panels.items() if key in keys]
        return group_page(declarations, above, self._made)

    def _made(self, declared: Declaration) -> Iterator[QWidget]:
        field = make_field(declared, self._choices.get(declared.key, {}))
        field.changed.connect(self._changed)
        field.show_settings(self._settings)
        self.fields[declared.key] = field
        yield field
        if declared.key in TRIED:
            yield TryButton(declared.key, self._try)

    # ------------------------------------------------------------------------ changing

    def _changed(self, key: str, value: Value) -> None:
        self._settings = with_values(self._settings, {key: value})
        self._show_settings()
        self.changed.emit(self._settings)

    def _try(self, key: str) -> None:
        self.voice_tried.emit(VoiceTried(tried_text(key, self._settings)))

    def _switch_found(self, contact: str) -> None:
        """Put a line for this contact into the list, to be changed there."""
        lines = (*self._settings.switch_map, f"{contact} = 1")
        self._changed(LINES, tuple(dict.fromkeys(lines)))

    def _show_settings(self) -> None:
        self.finder.show_settings(self._settings)
        for field in self.fields.values():
            field.show_settings(self._settings)
