"""Whatever a board holds, it comes back from the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aac.files.obf import ObfFormat
from aac.model.board import (
    AddText,
    Board,
    BoardKind,
    Cell,
    Do,
    Fill,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
    Template,
)
from aac.model.commands import Command, ListKind
from aac.model.parts import Alarm

OBF = ObfFormat()

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
IDS = st.text("abcdefgh0123456789_-", min_size=1, max_size=6)
ACTIONS = st.one_of(
    st.builds(AddText, TEXT),
    st.builds(SayPhrase, TEXT),
    st.builds(Do, st.sampled_from(Command)),
    st.builds(Template, TEXT, st.lists(IDS | st.just(""), max_size=3).map(tuple)),
    st.builds(Fill, TEXT),
    st.builds(Alarm, TEXT, TEXT),
    st.builds(Nth, st.sampled_from(ListKind), st.integers(0, 999)),
)
PLAIN = st.none() | st.booleans() | st.integers() | TEXT | st.lists(TEXT, max_size=2)
EXTRA = st.dictionaries(TEXT.map("ext_other_{}".format), PLAIN, max_size=2)


@st.composite
def cells(draw: st.DrawFn, cell_id: str) -> Cell:
    opens = draw(st.just("") | IDS)
    return Cell(
        cell_id,
        draw(TEXT),
        draw(st.builds(OpenBoard, IDS) | ACTIONS) if not opens else draw(ACTIONS),
        look=draw(st.sampled_from(Look)),
        hidden=draw(st.booleans()),
        confirm=draw(st.booleans()),
        returns=draw(st.booleans()),
        opens=opens,
        symbol=draw(st.just("") | TEXT),
        colour=draw(st.just("") | st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)),
        extra=draw(EXTRA),
    )


@st.composite
def boards(draw: st.DrawFn) -> Board:
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    grid = tuple(
        tuple(draw(st.none() | cells(f"{row}-{column}")) for column in range(width))
        for row in range(height)
    )
    kind, locale = draw(st.sampled_from(BoardKind)), draw(st.sampled_from(["en", "pt-BR"]))
    return Board(draw(IDS), draw(TEXT), grid, kind, locale, draw(st.booleans()), draw(EXTRA))


@pytest.mark.parametrize("suffix", OBF.suffixes)
@given(st.lists(boards(), min_size=1, max_size=3, unique_by=lambda board: board.id))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_board_comes_back_as_it_was_with_fields_of_others(
    tmp_path: Path, suffix: str, made: list[Board]
) -> None:
    made = made if suffix == ".obz" else made[:1]
    path = tmp_path / f"board{suffix}"
    OBF.write(made, path)
    found = OBF.read(path)
    assert list(found) == made
    for board, again in zip(made, found, strict=True):
        assert board.extra.items() <= again.extra.items()
        for cell, cell_again in zip(board.cells(), again.cells(), strict=True):
            kept = {key: value for key, value in cell.extra.items() if value is not None}
            assert kept == cell_again.extra
