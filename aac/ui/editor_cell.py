"""The fields of the chosen cell: its words, what it does, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from aac.model.action_kinds import (
    KINDS,
    kind_of,
    text_of,
    with_action,
    with_kind,
    with_label,
    with_text,
)
from aac.model.board import Cell, Do, Nth, OpenBoard, SayPhrase, Template
from aac.model.commands import Command, ListKind
from aac.model.desk import DeskView
from aac.model.editor_words import COMMANDS, OWN_LISTS, editor_text
from aac.model.edits import CopyCell, DeleteCell, HideCell, PutCell, SizeCell
from aac.model.language import translated
from aac.model.parts import Alarm
from aac.ui.album import Album
from aac.ui.editor_colours import ColourField
from aac.ui.editor_media import MediaFields
from aac.ui.editor_parts import PartFields
from aac.ui.editor_picker import Picker
from aac.ui.editor_rows import Buttons, Line
from aac.ui.setting_field import by_keyboard_only

WITHOUT_TEXT = ("open", "command", "own")
MOST_ENTRIES = 100


class CellFields(QWidget):
    """``asked``: an edit.  Only what belongs to the action of the cell is to be seen."""

    asked = Signal(object)

    def __init__(self, album: Album | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DeskView | None = None
        self._boards: Mapping[str, str] = {}
        self._alarms: Mapping[str, str] = {}
        self._slots: tuple[str, ...] = ()
        self._or_nothing: Mapping[str, str] = {}
        self._kinds = {kind: editor_text(f"do_{kind}") for kind in KINDS}
        self._commands = {one.value: translated(name) for one, name in COMMANDS.items()}
        self._lists = {one.value: translated(name) for one, name in OWN_LISTS.items()}
        self.label = Line(editor_text("label"))
        self.label.entered.connect(lambda text: self._put(lambda cell: with_label(cell, text)))
        self.kind = Picker(editor_text("does"))
        self.kind.picked.connect(
            lambda kind: self._put(lambda cell: with_kind(cell, kind, self._slots))
        )
        self.text = Line("")
        self.text.entered.connect(lambda text: self._put(lambda cell: with_text(cell, text)))
        self.lists = Line(editor_text("lists"))
        self.lists.entered.connect(self._lists_entered)
        self.to = Picker(editor_text("to_board"))
        self.to.picked.connect(lambda key: self._put(
            lambda cell: with_action(cell, OpenBoard(key))))  # fmt: skip
        self.command = Picker(editor_text("command"))
        self.command.picked.connect(lambda key: self._put(
            lambda cell: with_action(cell, Do(Command(key)))))  # fmt: skip
        self.own = Picker(editor_text("own_list"))
        self.own.picked.connect(self._own_picked)
        self.number = Line(editor_text("own_number"))
        self.number.entered.connect(self._number_entered)
        self.sound = Picker(editor_text("alarm_sound"))
        self.sound.picked.connect(lambda key: self._put(
            lambda cell: with_action(cell, Alarm(key, text_of(cell.action)))))  # fmt: skip
        self.parts = PartFields()
        self.parts.made.connect(lambda made: self._put(lambda cell: with_action(cell, made)))
        self.opens = Picker(editor_text("opens"))
        self.opens.picked.connect(lambda key: self._put(lambda cell: replace(cell, opens=key)))
        self.asks = self._tick("asks", lambda cell, on: replace(cell, confirm=on))
        self.returns = self._tick("returns", lambda cell, on: replace(cell, returns=on))
        self.hidden = QCheckBox(editor_text("hidden"))
        by_keyboard_only(self.hidden)
        self.hidden.clicked.connect(self._hide)
        self.colour = ColourField(editor_text("colour"))
        self.colour.picked.connect(lambda code: self._put(lambda cell: replace(cell, colour=code)))
        self.border = ColourField(editor_text("border"))
        self.border.picked.connect(lambda code: self._put(lambda cell: replace(cell, border=code)))
        self.places = Buttons("size", {key: self._sized(key) for key in
                                     ("wider", "narrower", "higher", "lower")})  # fmt: skip
        self.media = MediaFields(album)
        self.media.asked.connect(self.asked)
        self.copy = self._button("copy_cell", lambda at: CopyCell(*at))
        self.delete = self._button("delete_cell", lambda at: DeleteCell(*at))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        for widget in (
            self.label, self.kind, self.text, self.lists, self.to, self.command, self.own,
            self.number, self.sound, self.parts, self.opens, self.hidden, self.asks, self.returns,
            self.places, self.colour, self.border, self.media, self.copy, self.delete,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def show_desk(self, view: DeskView) -> None:
        if self._view is None or self._view.boards is not view.boards:
            self._boards = {line.id: line.name for line in view.boards}
            self._or_nothing = {"": editor_text("nothing"), **self._boards}
            self._alarms, self._slots = dict(view.alarms), view.slots
        self._view = view
        cell = view.cell
        if cell is None:
            return
        kind = kind_of(cell.action)
        self.label.show_text(cell.label)
        self.kind.show_choice(self._kinds, kind)
        self.text.setVisible(kind not in WITHOUT_TEXT)
        if kind not in WITHOUT_TEXT:
            self.text.set_label(editor_text(f"text_{kind}"))
            same = isinstance(cell.action, SayPhrase) and cell.action.text == cell.label
            self.text.set_hint(editor_text("same_as_label") if kind == "say" else "")
            self.text.show_text("" if same else text_of(cell.action))
        self._show_rest(cell)
        self.opens.setVisible(kind != "open")
        self.opens.show_choice(self._or_nothing, cell.opens)
        self.hidden.setChecked(cell.hidden)
        self.asks.setChecked(cell.confirm)
        self.returns.setChecked(cell.returns)
        self.places.show_text(editor_text("size_now", width=cell.width, height=cell.height))
        self.colour.show_code(cell.colour)
        self.border.show_code(cell.border)
        self.media.show_desk(view)

    def take_keyboard(self) -> None:
        """The helper wants to write the label."""
        self.label.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.label.entry.selectAll()

    # ------------------------------------------------------------------------- helpers

    def _show_rest(self, cell: Cell) -> None:
        action = cell.action
        self.lists.setVisible(isinstance(action, Template))
        self.to.setVisible(isinstance(action, OpenBoard))
        self.command.setVisible(isinstance(action, Do))
        self.own.setVisible(isinstance(action, Nth))
        self.number.setVisible(isinstance(action, Nth))
        self.sound.setVisible(isinstance(action, Alarm))
        self.parts.show_action(action, self._slots)
        match action:
            case Template(lists=lists):
                self.lists.show_text(", ".join(each or "spell" for each in lists))
            case OpenBoard(board_id):
                self.to.show_choice(self._boards, board_id)
            case Do(command):
                self.command.show_choice(self._commands, command.value)
            case Alarm(sound):
                self.sound.show_choice(self._alarms, sound)
            case Nth(kind, n):
                self.own.show_choice(self._lists, kind.value)
                self.number.show_text(str(n + 1))

    def _put(self, change: Callable[[Cell], Cell]) -> None:
        view = self._view
        if view is not None and view.cell is not None and view.place is not None:
            changed = change(view.cell)
            if changed != view.cell:
                self.asked.emit(PutCell(view.board.id, view.place, changed))

    def _tick(self, key: str, change: Callable[[Cell, bool], Cell]) -> QCheckBox:
        box = QCheckBox(editor_text(key))
        by_keyboard_only(box)
        box.clicked.connect(lambda on: self._put(lambda cell: change(cell, on)))
        return box

    def _button(self, key: str, edit: Callable[[tuple[str, tuple[int, int]]], object]) -> QWidget:
        button = QPushButton(editor_text(key))
        by_keyboard_only(button)

        def ask() -> None:
            if self._view is not None and self._view.place is not None:
                self.asked.emit(edit((self._view.board.id, self._view.place)))

        button.clicked.connect(ask)
        return button

    def _sized(self, key: str) -> Callable[[], None]:
        across = {"wider": 1, "narrower": -1}.get(key, 0)
        down = {"higher": 1, "lower": -1}.get(key, 0)

        def ask() -> None:
            view = self._view
            if view is not None and view.cell is not None and view.place is not None:
                width, height = view.cell.width + across, view.cell.height + down
                self.asked.emit(SizeCell(view.board.id, view.place, width, height))

        return ask

    def _hide(self, on: bool) -> None:
        if self._view is not None and self._view.place is not None:
            self.asked.emit(HideCell(self._view.board.id, self._view.place, on))

    def _lists_entered(self, text: str) -> None:
        names = {name.casefold(): key for key, name in self._boards.items()}
        written = [each.strip() for each in text.split(",")] if text.strip() else []
        lists = tuple(
            "" if each.casefold() == "spell" else names.get(each.casefold(), each)
            for each in written
        )
        self._put(lambda cell: replace(cell, action=Template(text_of(cell.action), lists)))

    def _own_picked(self, key: str) -> None:
        self._put(lambda cell: with_action(cell, Nth(ListKind(key), 0)))

    def _number_entered(self, text: str) -> None:
        n = int(text) - 1 if text.isdecimal() and len(text) < 4 else -1
        view = self._view
        if view is not None and view.cell is not None and isinstance(view.cell.action, Nth):
            kind = view.cell.action.kind
            if 0 <= n < MOST_ENTRIES:
                self._put(lambda cell: replace(cell, action=Nth(kind, n)))
            else:
                self.number.show_text(str(view.cell.action.n + 1))
