"""Pictures in cells, cells that cover several places, and borders."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from aac.model.board import Board, Cell
from aac.model.view import Phase, View
from aac.ui.album import Album
from aac.ui.cell_button import CellButton
from aac.ui.cell_painter import Face, face_of
from aac.ui.light import State, Style
from aac.ui.main_window import MainWindow
from aac.ui.theme import THEMES, contrast
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.test_board_view import with_settings
from tests.ui.test_geometry import assert_whole
from tests.ui.test_painting import Paints

KEY, OTHER = "a" * 64, "b" * 64
MODES = ("above", "beside", "none")


def black_lines() -> QImage:
    """A drawing as symbols are: black on nothing."""
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    for n in range(40, 60):
        for m in range(100):
            image.setPixelColor(n, m, QColor("#000000"))
    return image


def board(*rows: tuple[Cell | None, ...]) -> View:
    return replace(samples.quick(), board=Board("pictures", "Pictures", rows))


def pictured(label: str, key: str = KEY, **more: object) -> Cell:
    return samples.phrase(label, picture=key, **more)


ONE_OF_EACH = board(
    (pictured("Suction"), samples.phrase("Mask"), pictured("Stop", OTHER)),
    (samples.link("Pain"), pictured("Suction again"), samples.phrase("Tired")),
)


def button(window: MainWindow, cell_id: str) -> CellButton:
    found = window.board.grid.button(cell_id)
    assert found is not None
    return found


def colours(widget: CellButton, room: QRect | None = None) -> set[str]:
    image = widget.grab(room or widget.rect()).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def bring(window: MainWindow, cell_id: str) -> None:
    """The cell is painted, and so asks for its picture; the picture comes."""
    shown = button(window, cell_id)
    shown.grab()
    assert shown.cell is not None
    window.board.album.put(shown.cell.picture, black_lines())


def ground(window: MainWindow, cell_id: str) -> QRect:
    room = button(window, cell_id).face().picture_room
    assert room is not None
    return room.toAlignedRect()


# ------------------------------------------------------------------------------ the album


def test_a_picture_is_asked_for_once_and_repaints_only_its_cells(
    window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    wanted: list[str] = []
    window.board.album.wanted.connect(wanted.append)
    show(ONE_OF_EACH)
    qtbot.wait(10)
    show(ONE_OF_EACH)
    assert sorted(wanted) == [KEY, OTHER]
    paints = Paints()
    window.board.album.put(KEY, black_lines())
    window.paint_now()
    assert paints.cells() == {"Suction", "Suction again"}
    assert len(paints.widgets) == 2


@pytest.mark.parametrize("mode", MODES[:2])
def test_nothing_moves_when_a_picture_comes_or_is_known_not_to(
    mode: str, window: MainWindow, show: Show
) -> None:
    view = with_settings(ONE_OF_EACH, pictures=mode)
    show(view)
    before = {b.cell.id: (b.geometry(), b.face()) for b in window.board.grid.buttons() if b.cell}
    window.board.album.put(KEY, black_lines())
    window.board.album.put(OTHER, None)
    show(view)
    after = {b.cell.id: (b.geometry(), b.face()) for b in window.board.grid.buttons() if b.cell}
    assert after == before


def test_a_picture_that_cannot_be_shown_takes_no_room_the_next_time(
    window: MainWindow, show: Show
) -> None:
    show(ONE_OF_EACH)
    window.board.album.put(OTHER, None)
    show(samples.quick())
    show(ONE_OF_EACH)
    assert button(window, "Stop").face().picture_room is None
    assert button(window, "Suction").face().picture_room is not None


def test_the_album_forgets_what_was_shown_longest_ago(qtbot: QtBot) -> None:
    album = Album(most_bytes=3 * 50 * 50 * 4)
    size = QSize(50, 50)
    for key in "abcd":
        assert album.picture(key, size) is None
        album.put(key, black_lines())
    assert album.picture("d", size) is not None
    assert album.picture("b", size) is not None
    assert album.picture("a", size) is None


def test_a_picture_that_nobody_asked_for_is_not_held(qtbot: QtBot) -> None:
    album = Album()
    came: list[str] = []
    album.came.connect(came.append)
    album.put(KEY, black_lines())
    assert not came
    assert album.picture(KEY, QSize(0, 10)) is None


# ------------------------------------------------------------------------- what is seen


@pytest.mark.parametrize("theme", THEMES)
def test_black_lines_are_seen_in_every_theme_lit_or_not(
    theme: str, window: MainWindow, show: Show
) -> None:
    assert contrast(THEMES[theme].ground, "#000000") > 14
    view = with_settings(ONE_OF_EACH, theme=theme)
    show(view)
    bring(window, "Suction")
    for lit in frozenset(), frozenset({"Suction"}):
        show(replace(view, lit=lit))
        seen = colours(button(window, "Suction"), ground(window, "Suction"))
        assert {THEMES[theme].ground, "#000000"} <= seen


def test_pictures_grow_pale_while_the_scan_rests(window: MainWindow, show: Show) -> None:
    show(ONE_OF_EACH)
    bring(window, "Suction")
    show(replace(ONE_OF_EACH, phase=Phase.RESTING, lit=frozenset(), group=frozenset()))
    inside = ground(window, "Suction").adjusted(6, 6, -6, -6)
    assert samples.WINDOWED.theme == "dark"
    assert THEMES["dark"].ground not in colours(button(window, "Suction"), inside)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 600)], ids=str)
def test_every_label_is_whole_beside_every_picture(
    mode: str, size: tuple[int, int], window: MainWindow, show: Show
) -> None:
    window.resize(*size)
    labels = ["No", "Wheelchair", "Please call the nurse, I cannot breathe well", "I am thirsty"]
    for columns, rows in (2, 2), (4, 4), (6, 5), (8, 7):
        names = (f"{labels[n % 4]}" for n in range(columns * rows))
        grid = tuple(
            tuple(replace(pictured(next(names)), id=f"{row}-{n}") for n in range(columns))
            for row in range(rows)
        )
        show(with_settings(board(*grid), pictures=mode))
        assert_whole(window)
        for shown in window.board.grid.buttons():
            room = shown.face().picture_room
            if room is not None:
                assert mode != "none"
                assert shown.rect().contains(room.toAlignedRect())
                assert not room.intersects(shown.face().label_room)


FLAT = (240, 70)  # pixels of a cell on a board of text
LONG = "Wipe my mouth"


def face(
    window: MainWindow, label: str, size: tuple[int, int], shown: bool, **more: object
) -> Face:
    style = Style.of(replace(samples.WINDOWED, text_size=26), 96, 768, window.font().family())
    cell = pictured(label, **more)
    return face_of(cell, 1, State.NORMAL, *size, style, with_picture=shown)


def test_in_a_flat_cell_a_picture_that_would_cost_much_of_the_label_stays_away(
    window: MainWindow,
) -> None:
    assert face(window, LONG, FLAT, True) == face(window, LONG, FLAT, False)
    assert face(window, LONG, FLAT, True).picture_room is None
    assert face(window, "Pain", FLAT, True).picture_room is not None


@pytest.mark.parametrize("label", ["Pain", LONG, "Wait, I am typing", "That is just right."])
def test_in_a_flat_cell_the_label_keeps_most_of_its_size(window: MainWindow, label: str) -> None:
    for width in range(200, 500, 20):
        with_one, without = (face(window, label, (width, 70), shown) for shown in (True, False))
        assert with_one.font.pixelSize() >= 0.75 * without.font.pixelSize(), width


def test_in_a_high_cell_the_picture_comes_first(window: MainWindow) -> None:
    assert face(window, LONG, (160, 160), True).picture_room is not None


def test_what_leads_on_keeps_its_sign_beside_the_picture(window: MainWindow) -> None:
    found = face(window, "Pain", FLAT, True, symbol="›")
    assert found.sign == "chevron" and found.picture_room is not None
    assert found.picture_room.right() < found.label_room.left()
    assert found.label_room.right() <= found.sign_room.left() <= FLAT[0]


def test_without_pictures_a_cell_is_as_if_it_had_none(window: MainWindow, show: Show) -> None:
    wanted: list[str] = []
    window.board.album.wanted.connect(wanted.append)
    show(with_settings(ONE_OF_EACH, pictures="none"))
    assert button(window, "Suction").face().picture_room is None
    assert not wanted


def test_a_question_takes_the_room_of_the_picture(window: MainWindow, show: Show) -> None:
    asking = pictured("Suction")
    show(replace(ONE_OF_EACH, asking=asking, lit=frozenset({"Suction"})))
    assert button(window, "Suction").face().picture_room is None
    show(ONE_OF_EACH)
    assert button(window, "Suction").face().picture_room is not None


def test_the_border_of_the_author_is_seen_but_never_against_the_light(
    window: MainWindow, show: Show
) -> None:
    view = board((samples.phrase("A", border="#e0218a"), samples.phrase("B")))
    show(replace(view, lit=frozenset(), group=frozenset()))
    assert "#e0218a" in colours(button(window, "A"))
    assert "#e0218a" not in colours(button(window, "B"))
    show(replace(view, lit=frozenset({"A"})))
    assert "#e0218a" not in colours(button(window, "A"))


# ------------------------------------------------------------- cells of several places


SPANNING = board(
    (samples.phrase("Big", width=2, height=2), None, samples.phrase("C"), samples.phrase("D")),
    (None, None, samples.phrase("E"), samples.phrase("F")),
    (samples.phrase("Wide", width=9), None, None, None),
)


def place(window: MainWindow, cell_id: str) -> QRect:
    return button(window, cell_id).geometry()


def test_a_cell_covers_its_places_and_no_more(window: MainWindow, show: Show) -> None:
    show(SPANNING)
    assert (
        place(window, "Big").height() == place(window, "F").bottom() - place(window, "C").top() + 1
    )
    assert place(window, "Big").right() < place(window, "C").left()
    assert place(window, "Wide").right() == place(window, "F").right()
    assert_whole(window)


def test_it_is_touched_anywhere(window: MainWindow, show: Show) -> None:
    show(SPANNING)
    corner = button(window, "Big").mapTo(window, QPoint(4, place(window, "Big").height() - 12))
    under = window.childAt(corner)
    assert isinstance(under, CellButton) and under.cell is not None and under.cell.id == "Big"
    touched: list[str] = []
    window.touched.connect(touched.append)
    under.click()
    assert touched == ["Big"]


def test_another_board_puts_its_cells_where_they_belong(window: MainWindow, show: Show) -> None:
    plain = board(*(tuple(samples.phrase(f"{r}{c}") for c in range(4)) for r in range(3)))
    show(plain)
    before = place(window, "00")
    show(SPANNING)
    show(plain)
    assert place(window, "00") == before


def lit_pixels(window: MainWindow, at: QPoint) -> str:
    sheet = window.board.grid
    return sheet.grab(QRect(at, QSize(1, 1))).toImage().pixelColor(0, 0).name()


def test_a_row_with_a_large_cell_lights_up_as_one_block_and_nothing_else_does(
    window: MainWindow, show: Show
) -> None:
    lit = frozenset({"Big", "C", "D"})
    show(replace(SPANNING, lit=lit, group=frozenset()))
    big, c, d, e, f = (place(window, name) for name in ("Big", "C", "D", "E", "F"))
    band = THEMES["dark"].lit.edge
    assert lit_pixels(window, QPoint(c.right() + 2, c.center().y())) == band
    assert lit_pixels(window, QPoint(big.right() + 2, c.center().y())) == band
    assert lit_pixels(window, QPoint(e.right() + 2, e.center().y())) != band
    assert lit_pixels(window, QPoint(big.right() + 2, e.center().y())) != band
    assert d.left() == f.left()
