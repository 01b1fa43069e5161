"""The PDF itself: text that can be read out of it, its order, its size, its ink and its paper."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from aac.model.board import AddText, Do
from aac.model.commands import Command
from aac.model.settings import Settings
from aac.paper.frame import Press
from aac.paper.marks import FOOT, PAPERS
from aac.paper.pdf import pdf_of
from aac.paper.sheets import all_names, lay, sheet
from tests.paper.conftest import shipped
from tests.paper.on_paper import READABLE
from tests.paper.test_boards_on_paper import ALPHABETS

Piece = tuple[str, float]


def written(press: Press, family: str, names: list[str], settings: Settings) -> PdfReader:
    shelf = shipped(settings)
    pages = [page for name in names for page in lay(sheet(shelf, name, names).content, press)]
    return PdfReader(BytesIO(pdf_of("Sheet", pages, family)))


def pieces(reader: PdfReader) -> list[Piece]:
    """Each text with its height in points, in the order of the file."""
    found: list[Piece] = []

    def visit(text: str, matrix: list[float], at: list[float], font: Any, size: float) -> None:
        if text.strip():
            upright = abs(matrix[3] * at[3] - matrix[2] * at[1])
            found.append((text.strip(), size * upright))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("name", ALPHABETS)
def test_the_letters_in_the_file_have_the_order_of_the_screen(
    press: Press, family: str, name: str
) -> None:
    settings = Settings(spelling_board=f"alphabet-{name}")
    reader = written(press, family, ["alphabet"], settings)
    on_screen = [
        cell.label
        for cell in shipped(settings).boards.boards[f"alphabet-{name}"].cells()
        if isinstance(cell.action, AddText) or cell.action == Do(Command.SPACE)
    ]
    words = " ".join(text for text, _ in pieces(reader)).split()
    found = words[words.index("1") : words.index("Yes")]
    assert [word for word in found if word.isalpha()] == on_screen


def test_all_text_is_text_of_24_points_or_more_but_for_the_foot(press: Press, family: str) -> None:
    names = all_names(shipped())
    reader = written(press, family, names, Settings())
    small = [text for text, size in pieces(reader) if size < READABLE - 0.1]
    assert len(pieces(reader)) > 300
    sizes = sorted({round(size, 1) for _, size in pieces(reader)})
    assert sizes[0] == FOOT and sizes[1] >= READABLE
    assert small.count("Printed") == small.count("2026-11-23") == len(reader.pages)


def test_the_font_is_in_the_file(press: Press, family: str) -> None:
    reader = written(press, family, all_names(shipped()), Settings())
    names = set()
    for page in reader.pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in fonts.values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            names.add(inner["/BaseFont"].split("+")[-1])
            assert {"/FontFile2", "/FontFile3"} & inner["/FontDescriptor"].get_object().keys()
    assert names and all(name.startswith("/AtkinsonHyperlegible") for name in names)


def test_all_ink_is_grey(press: Press, family: str) -> None:
    reader = written(press, family, all_names(shipped()), Settings())
    seen = 0
    for page in reader.pages:
        stream = ContentStream(page.get_contents(), reader)
        for operands, operator in stream.operations:
            if operator in (b"rg", b"RG", b"scn", b"SCN", b"sc", b"SC", b"k", b"K"):
                values = [float(value) for value in operands if not isinstance(value, str)]
                assert len(values) == 3 and len(set(values)) == 1, (operator, operands)
                seen += 1
    assert seen > 100


def test_the_paper_is_that_which_was_chosen_on_every_page(press: Press, family: str) -> None:
    reader = written(press, family, all_names(shipped()), Settings())
    wide = 0
    for page in reader.pages:
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert tuple(sorted(size)) == pytest.approx(PAPERS[press.paper], abs=1)
        wide += size[0] > size[1]
    assert 0 < wide < len(reader.pages)  # a pack has pages of both kinds


def test_signs_that_are_not_in_the_font_are_text_too(press: Press, family: str) -> None:
    settings = Settings(passport_name="Ążółć Владимир")
    reader = written(press, family, ["passport"], settings)
    assert "Ążółć Владимир" in " ".join(text for text, _ in pieces(reader))
