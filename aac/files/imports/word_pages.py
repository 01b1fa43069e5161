"""Lists of words that the other program pours into cells: here they are cells and boards."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from aac.files.imports.draft import PART_OF, Page
from aac.files.imports.media import Media
from aac.model.board import Board, Cell, Look, OpenBoard, SayPhrase

_COLUMNS = 5
_SCREEN = 6  # rows
_MOST = 2_000


def pour(page: Page, words: Sequence[str], slots: Sequence[tuple[int, int]]) -> Iterator[Board]:
    """Words into the places of the page meant for them; those left over on boards of their own."""
    slots = sorted(slots)
    fits = len(words) <= len(slots)
    here = words if fits else words[: len(slots) - 1]
    for word, (y, x) in zip(here, slots, strict=False):
        page.put(_word(word, f"word-{y}-{x}"), x, y)
    if not fits:
        (y, x) = slots[len(slots) - 1]
        board_id = f"{page.id}.words"
        page.put(Cell("more-words", "More", OpenBoard(board_id), Look.LINK), x, y)
        yield from list_page(page, board_id, f"{page.name}: more", words[len(here) :])


def list_page(page: Page, board_id: str, name: str, words: Sequence[str]) -> Iterator[Board]:
    """Boards of words; the first has ``board_id``."""
    if len(words) > _MOST:
        page.notes.lose(f"A list has more than {_MOST} words; the rest is left out.", page.name)
    words = words[:_MOST]
    made = Page(
        id=board_id,
        name=name,
        rows=math.ceil(len(words) / _COLUMNS),
        columns=_COLUMNS,
        locale=page.locale,
        media=Media(page.media.shelf, page.notes),
        counter=page.counter,
        extra={PART_OF: page.id},
    )
    for n, word in enumerate(words):
        made.put(_word(word, f"word-{n}"), n % _COLUMNS, n // _COLUMNS, deepest=_MOST)
    yield from made.boards(_SCREEN)


def _word(word: str, cell_id: str) -> Cell:
    return Cell(cell_id, word, SayPhrase(word), Look.PHRASE)
