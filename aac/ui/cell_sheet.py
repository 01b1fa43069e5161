"""Rows of cells with a Back mark at the end of each: the board, the words, the strip.

A step of the light repaints only the cells whose state changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from aac.model.board import Cell, Look
from aac.ui.album import Album
from aac.ui.cell_button import BackMark, CellButton
from aac.ui.cell_painter import paint_of
from aac.ui.light import LIT_STATES, Light, State, Style
from aac.ui.lit_band import band_of
from aac.ui.places import Place, Rows, seen_cells, spans
from aac.ui.rooms import PLAIN, Arrangement, Rooms
from aac.ui.theme import colour


class CellSheet(QWidget):
    """A fixed grid of cells.  ``touched`` gives the id of a cell that was pressed directly."""

    touched = Signal(str)

    def __init__(
        self, name: str, style: Style, parent: QWidget | None = None, album: Album | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._style = style
        self._album = album
        self._rows: Rows = ()
        self._arrangement = PLAIN
        self._cells: dict[Place, Cell] = {}
        self._light = Light()
        self._pool: dict[Place, CellButton] = {}
        self._by_id: dict[str, CellButton] = {}
        self._marks: list[BackMark] = []
        self._joined = False
        self._band = QRegion()
        self._band_colour = ""

    # ------------------------------------------------------------------- what to show

    def set_rows(self, rows: Rows, arrangement: Arrangement = PLAIN) -> None:
        """Show these cells; each keeps its place, empty and hidden places stay empty."""
        if (rows, arrangement) == (self._rows, self._arrangement):
            return
        places_before = self._rooms(), spans(self._cells)
        self._arrangement = arrangement
        self._rows, self._cells = rows, seen_cells(rows)
        for place, button in self._pool.items():
            if place not in self._cells:
                button.hide()
        self._by_id = {}
        for (row, column), cell in self._cells.items():
            button = self._button(row, column)
            button.set_cell(cell)
            button.show()
            self._by_id[cell.id] = button
        if (self._rooms(), spans(self._cells)) != places_before:
            self._lay_out()
        else:
            self._even_rows()
        self._show_light(self._by_id)

    def set_style(self, style: Style) -> None:
        if style == self._style:
            return
        self._style = style
        for button in self._pool.values():
            button.set_style(style)
        for mark in self._marks:
            mark.set_style(style)
        self._lay_out()
        self._show_light(self._by_id)
        self.update()

    def set_light(self, light: Light) -> None:
        """Move the light."""
        changed = light.changed(self._light)
        self._light = light
        self._show_light(self._by_id if changed is None else changed & self._by_id.keys())

    # ------------------------------------------------------------------- what is shown

    def buttons(self) -> Iterator[CellButton]:
        """The cells that can be seen, in reading order."""
        return (self._pool[place] for place in sorted(self._cells))

    def button(self, cell_id: str) -> CellButton | None:
        return self._by_id.get(cell_id)

    def marks(self) -> list[BackMark]:
        """The Back marks that can be seen."""
        return [mark for mark in self._marks if not mark.isHidden()]

    def place_of(self, ids: Set[str], window: QWidget) -> QRect:
        """The rectangle around the cells of these ids, as ``window`` counts; empty without any."""
        place = QRect()
        for cell_id in ids & self._by_id.keys():
            place |= self._by_id[cell_id].geometry()
        return self._in(window, place)

    def place_of_back(self, window: QWidget) -> QRect:
        """The rectangle of the Back mark that is lit; empty where none is."""
        end = self._end_of_group() if self._light.back_lit else None
        return QRect() if end is None else self._in(window, self._marks[end].geometry())

    # ------------------------------------------------------------------------ helpers

    def _in(self, window: QWidget, place: QRect) -> QRect:
        if place.isEmpty() or not self.isVisible():
            return QRect()
        return QRect(self.mapTo(window, place.topLeft()), place.size())

    def _rooms(self) -> Rooms:
        """Where the cells stand now."""
        style, mark = self._style, 0
        if style.back:
            mark = min(round(style.text * 1.3), round(self.width() * 0.055))
        return Rooms(
            width=self.width(),
            height=self.height(),
            rows=len(self._rows),
            columns=len(self._rows[0]) if self._rows else 0,
            gap=style.gap,
            mark=mark,
            wide_end=self._arrangement.wide_end,
        )

    def _button(self, row: int, column: int) -> CellButton:
        """The widget of this place, made when it is first needed."""
        button = self._pool.get((row, column))
        if button is None:
            button = self._pool[row, column] = CellButton(column, self._style, self, self._album)
            button.clicked.connect(lambda: self._press(row, column))
            button.setGeometry(self._rooms().cell(row, column))
        return button

    def _press(self, row: int, column: int) -> None:
        cell = self._pool[row, column].cell
        if cell is not None:
            self.touched.emit(cell.id)

    def _lay_out(self) -> None:
        rooms, covered = self._rooms(), spans(self._cells)
        for (row, column), button in self._pool.items():
            button.setGeometry(rooms.span(row, column, *covered.get((row, column), (1, 1))))
        while len(self._marks) < len(self._rows):
            self._marks.append(BackMark(self._style, self))
        for row, mark in enumerate(self._marks):
            mark.setGeometry(rooms.back(row))
        self._even_rows()

    def _even_rows(self) -> None:
        """Give the phrases of each row one size of text, where that is wanted."""
        for row in range(len(self._rows)):
            cells = [(self._pool[at], cell) for at, cell in self._cells.items() if at[0] == row]
            size = None
            if self._arrangement.even:
                phrases = [button for button, cell in cells if cell.look is Look.PHRASE]
                size = min((button.text_size() for button in phrases), default=None)
            for button, cell in cells:
                button.set_most(size if cell.look is Look.PHRASE else None)

    def _show_light(self, ids: Iterable[str]) -> None:
        """Bring the cells of these ids, the Back marks and the band in line with the light."""
        lit = self._light.lit & self._by_id.keys()
        # Parts are of any shape: a block would cover what lies between.
        joined = len(lit) > 1 and not self._light.parts
        # One that stays lit while its neighbours go dark is no block any more.
        again = lit if joined != self._joined else frozenset()
        self._joined = joined
        for cell_id in {*ids, *again}:
            state = self._light.state(cell_id)
            part = self._light.part(cell_id)
            self._by_id[cell_id].set_state(state, joined and state in LIT_STATES, part)
        end = self._end_of_group()
        for row, mark in enumerate(self._marks):
            mark.set_state(self._mark_state() if row == end else State.DIM, self._light.part(""))
            mark.setVisible(self._style.back and (row == end or self._is_group(row)))
        self._show_band(lit if joined else frozenset())

    def _mark_state(self) -> State:
        if self._light.part(""):
            return State.PART
        if not self._light.back_lit:
            return State.GROUP
        return State.ACCEPTING if self._light.accepting else State.LIT

    def _is_group(self, row: int) -> bool:
        """Whether the light can go into this row: a cell that is alone is lit at once."""
        if self._arrangement.singly or self._style.singly:
            return False
        return sum(1 for place in self._cells if place[0] == row) > 1

    def _end_of_group(self) -> int | None:
        """The row at whose end the Back mark of the group stands."""
        # In elimination scanning only a question has a Back mark.
        group = {self._light.asking} if self._light.part("") else self._light.group
        rows = [
            number
            for number, row in enumerate(self._rows)
            if any(cell is not None and cell.id in group for cell in row)
        ]
        return rows[-1] if rows else None

    def _show_band(self, lit: Set[str]) -> None:
        """Fill the gaps between cells that are lit together, so that they are one block."""
        band, code = QRegion(), ""
        if lit:
            others = self._by_id.keys() - lit
            places = [self._by_id[cell_id].geometry() for cell_id in lit]
            band = band_of(places, (self._by_id[cell_id].geometry() for cell_id in others))
            state = self._light.state(next(iter(lit)))
            code = paint_of(self._style.theme, Look.PHRASE, 0, state).edge
        if (band, code) == (self._band, self._band_colour):
            return
        gaps = band + self._band
        for button in self._by_id.values():
            gaps -= QRegion(button.geometry())
        self._band, self._band_colour = band, code
        self.update(gaps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        self._show_light(())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self._style.theme.window))
        if not self._band.isEmpty():
            painter.setClipRegion(self._band)
            painter.fillRect(self._band.boundingRect(), colour(self._band_colour))
