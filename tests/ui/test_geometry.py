"""Nothing is cut off, nothing overlaps and nothing moves, from a small netbook to 4K."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFontMetricsF

from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder
from aac.model.board import BoardKind
from aac.model.view import View
from aac.ui.cell_button import CellButton
from aac.ui.lettering import CENTRED, SMALLEST
from aac.ui.main_window import MainWindow
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import cells_in_sight, labels_in_sight

SIZES = [(1366, 768), (1920, 1080), (3840, 2160), (1024, 600)]

each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def shipped_boards() -> Iterator[View]:
    library = load_library([ObfFormat()], boards_folder()).boards
    for board in library.boards.values():
        shown = samples.offers() if board.kind is BoardKind.SPELLING else samples.quick()
        yield replace(shown, board=board, strip=library.strip)


def place(window: MainWindow, cell: CellButton) -> QRect:
    return QRect(cell.mapTo(window, QPoint()), cell.size())


def assert_whole(window: MainWindow) -> None:
    """All texts fit their places, all cells are in the window, and none overlap."""
    cells = [cell for cell in cells_in_sight(window) if cell.cell is not None]
    on_card = [cell for cell in cells if window.board.card.isAncestorOf(cell)]
    for cell in cells:
        face = cell.face()
        room = face.label_room
        taken = QFontMetricsF(face.font).boundingRect(room, int(CENTRED), face.label)
        assert face.font.pixelSize() >= SMALLEST
        assert taken.width() <= room.width() + 1, face.label
        assert taken.height() <= room.height() + 1, face.label
        assert window.rect().contains(place(window, cell)), face.label
        assert not face.sign or QRectF(cell.rect()).contains(face.sign_room), face.label
    flat = [cell for cell in cells if cell not in on_card]
    for one, other in combinations(flat, 2):
        assert not place(window, one).intersects(place(window, other))
    for label in labels_in_sight(window):
        place_of_text = QRectF(label.text_room())
        metrics = QFontMetricsF(label.fitted())
        taken = metrics.boundingRect(place_of_text, label.alignment_flags, label.text())
        assert taken.width() <= place_of_text.width() + 1, label.text()
        assert taken.height() <= place_of_text.height() + 1, label.text()


@each_size
def test_every_sample_fits(show: Show, size: tuple[int, int]) -> None:
    for view in samples.every_kind().values():
        window = show(view)
        window.resize(*size)
        assert_whole(window)


@each_size
def test_every_shipped_board_fits(show: Show, size: tuple[int, int]) -> None:
    for view in shipped_boards():
        window = show(view)
        window.resize(*size)
        assert_whole(window)


@pytest.mark.parametrize("text_size", [18, 48, 96])
def test_every_text_size_fits(show: Show, text_size: int) -> None:
    for name in ("row-lit", "phrase-row", "asking", "notice", "alert", "speaking"):
        view = samples.every_kind()[name]
        window = show(replace(view, settings=replace(view.settings, text_size=text_size)))
        assert_whole(window)


@each_size
def test_words_that_come_and_go_move_nothing(show: Show, size: tuple[int, int]) -> None:
    window = show(samples.spelling())
    window.resize(*size)
    before = [place(window, cell) for cell in window.board.grid.buttons()]
    for words in (samples.words(*[None] * 5), samples.words("a", None, "b", None, None)):
        show(samples.spelling(words=words))
        assert [place(window, cell) for cell in window.board.grid.buttons()] == before


@each_size
def test_likely_letters_and_phrases_that_come_and_go_move_nothing(
    show: Show, size: tuple[int, int]
) -> None:
    settings = replace(samples.WINDOWED, phrase_offer=True)
    view = samples.spelling(settings=settings)
    window = show(view)
    window.resize(*size)

    def places() -> list[QRect]:
        fixed = [*window.board.words.buttons(), *window.board.grid.buttons()]
        return [place(window, cell) for cell in fixed if cell.cell and cell.cell.id != "phrase"]

    before = places()
    long = samples.whole_phrase("Please move my left arm a little, and then the pillow too.")
    for more in (
        {"letters": samples.likely(*[None] * 6)},
        {"letters": samples.likely("A", "Speak", None, None, None, None)},
        {"phrase": long},
    ):
        show(replace(view, **more))
        assert places() == before


@each_size
def test_a_whole_phrase_has_room_for_all_its_text_and_stands_last(
    show: Show, size: tuple[int, int]
) -> None:
    window = show(samples.every_kind()["phrase-offered"])
    window.resize(*size)
    buttons = list(window.board.words.buttons())
    phrase, others = buttons[-1], buttons[:-1]
    assert phrase.cell is not None
    assert phrase.cell.id == "phrase"
    assert phrase.width() > 1.5 * max(other.width() for other in others)
    assert all(other.geometry().right() < phrase.geometry().left() for other in others)
    assert phrase.geometry().right() <= window.board.words.width()


@each_size
def test_the_rows_stand_below_each_other(show: Show, size: tuple[int, int]) -> None:
    window = show(samples.spelling())
    window.resize(*size)
    board = window.board
    assert board.words.geometry().bottom() < board.letters.geometry().top()
    assert board.letters.geometry().bottom() < board.grid.geometry().top()
    letter = next(iter(board.grid.buttons()))
    assert board.letters.height() <= letter.height() * 1.2


def test_notices_messages_and_states_move_nothing(show: Show) -> None:
    kinds = samples.every_kind()
    window = show(samples.spelling())
    before = [place(window, cell) for cell in window.board.grid.buttons()]
    for name in ("notice", "finished", "long-message", "resting", "cell-lit"):
        show(kinds[name])
        assert [place(window, cell) for cell in window.board.grid.buttons()] == before
    speaking = samples.spelling(spoken="I need water.", phase=kinds["speaking"].phase)
    show(speaking)
    assert [place(window, cell) for cell in window.board.grid.buttons()] == before


def test_the_strip_stands_in_the_same_place_on_every_page(show: Show) -> None:
    places = set()
    for view in samples.every_kind().values():
        window = show(view)
        places.add(tuple(place(window, cell).getRect() for cell in window.strip.buttons()))
    assert len(places) == 1


def test_cells_of_a_board_are_all_of_one_size(show: Show) -> None:
    window = show(samples.quick())
    assert len({cell.size().toTuple() for cell in window.board.grid.buttons()}) == 1


def test_the_light_does_not_move_the_label(show: Show) -> None:
    view = samples.quick()
    window = show(view)
    button = window.board.grid.button("Toilet")
    assert button is not None
    before = button.face()
    show(replace(view, lit=frozenset({"Toilet"})))
    assert button.face() == before


def test_letters_are_larger_than_words(show: Show) -> None:
    window = show(samples.spelling())
    letter, word = window.board.grid.button("letter-S"), window.board.words.button("word-0")
    assert letter is not None and word is not None
    assert letter.face().font.pixelSize() > word.face().font.pixelSize()


def test_on_a_dense_screen_text_grows_with_the_window(show: Show) -> None:
    window = show(samples.quick())
    button = window.board.grid.button("Stop")
    assert button is not None
    window.resize(1920, 1080)
    usual = button.face().font.pixelSize()
    window.resize(3840, 2160)
    assert button.face().font.pixelSize() == pytest.approx(2 * usual, abs=1)
