"""Any view at all is shown, and only the last one counts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from aac.model.board import AddText, Board, BoardKind, Cell, Look
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.view import Page, Phase, View
from aac.ui.main_window import MainWindow
from tests.ui import samples
from tests.ui.conftest import Show
from tests.ui.reading import lines

# Signs of European languages, and some that Qt counts as two.
TEXTS = st.text(
    st.characters(max_codepoint=0x24F, exclude_categories=["Cc"]) | st.sampled_from("🙂👍—“”…"),
    max_size=60,
)


@st.composite
def boards(draw: st.DrawFn) -> Board:
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 8))
    grid = tuple(
        tuple(
            draw(st.none() | st.builds(_cell, st.just(f"{row}-{column}"), TEXTS, st.booleans()))
            for column in range(columns)
        )
        for row in range(rows)
    )
    return Board("any", draw(TEXTS), grid, draw(st.sampled_from(BoardKind)))


def _cell(cell_id: str, label: str, hidden: bool) -> Cell:
    looks = list(Look)
    return Cell(cell_id, label, AddText(label), looks[len(label) % len(looks)], hidden=hidden)


@st.composite
def views(draw: st.DrawFn) -> View:
    board = draw(boards())
    words = draw(st.sampled_from([(), samples.words("a", None, "b")]))
    letters = draw(st.sampled_from([(), samples.likely("A", None, "Speak", "Space")]))
    phrase = draw(st.none() | st.builds(samples.whole_phrase, TEXTS))
    offers = [cell for cell in (*words, *letters, phrase) if cell is not None]
    ids = [cell.id for cell in (*board.cells(), *offers)] or ["none"]
    some = st.frozensets(st.sampled_from(ids))
    message = draw(TEXTS)
    page = draw(st.sampled_from(Page))
    return View(
        board,
        strip=samples.STRIP,
        words=words,
        letters=letters,
        phrase=phrase,
        page=page,
        page_cells={
            Page.ALERT: samples.ANSWERS,
            Page.SETTINGS: (samples.CLOSE,),
            Page.SPEED: samples.guide_page().page_cells,
            Page.CHECK: samples.result_page().page_cells,
        }.get(page, ()),
        panel=draw(
            st.sampled_from([None, samples.guide_page().panel, samples.result_page().panel])
        ),
        unmeasured=draw(st.sampled_from([frozenset(), frozenset({"long_press"})])),
        lit=draw(some),
        group=draw(some),
        back_lit=draw(st.booleans()),
        accepting=draw(st.booleans()),
        asking=draw(st.none() | st.sampled_from([*board.cells(), *offers, samples.CLOSE])),
        message=message,
        caret=draw(st.integers(0, len(message))),
        finished=draw(st.booleans()),
        spoken=draw(TEXTS),
        phase=draw(st.sampled_from(Phase)),
        alert=samples.alert_page().alert if page is Page.ALERT else None,
        notice=draw(st.none() | st.builds(Notice, st.sampled_from(NoticeKind), TEXTS)),
        private=draw(st.booleans()),
        settings=Settings(
            full_screen=False,
            text_size=draw(st.integers(18, 96)),
            theme=draw(st.sampled_from(["dark", "light", "yellow"])),
            back_cells=draw(st.booleans()),
            highlight_width=draw(st.integers(2, 16)),
            phrase_offer=draw(st.booleans()),
            abbreviations=draw(st.sampled_from([(), ("omw = I am on my way",)])),
            offer_scan=draw(st.sampled_from(["rows", "letters_first", "one_by_one"])),
        ),
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(views(), views())
def test_what_is_shown_does_not_depend_on_what_was_shown_before(
    show: Show, view: View, other: View
) -> None:
    first = lines(show(view))
    picture = small_picture(show(view))
    show(other)
    show(replace(other, lit=frozenset(), group=frozenset()))
    assert lines(show(view)) == first
    again = small_picture(show(view))
    assert all(abs(one - other) < 24 for one, other in zip(picture, again, strict=True))


def small_picture(window: MainWindow) -> bytes:
    """The window once its layouts have settled.

    So small that it does not matter how Qt smooths the edges of letters.
    """
    for _ in range(3):  # a layout that settles may ask for another
        QApplication.processEvents()
    picture = window.grab().toImage()
    smooth = Qt.TransformationMode.SmoothTransformation
    small = picture.scaled(170, 96, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return bytes(small.constBits())
