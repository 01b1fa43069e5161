"""What a person sees on the screen, as far as it matters for what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aac.core.pages import page_board
from aac.core.scan_tree import Group, Offered, build, cell_ids
from aac.model.board import Cell
from aac.model.settings import Settings
from aac.model.view import Page, Phase, View


@dataclass(frozen=True)
class State:
    """What choices have led to.  ``said``: how often something was said."""

    message: str
    caret: int
    finished: bool
    board: str
    page: Page
    private: bool
    settings: Settings
    asking: bool
    resting: bool
    said: int


def state_of(view: View, said: int) -> State:
    return State(
        view.message,
        view.caret,
        view.finished,
        view.board.id,
        view.page,
        view.private,
        view.settings,
        view.asking is not None,
        view.phase is Phase.RESTING,
        said,
    )


def plain(message: str) -> str:
    """In small letters, with the plain apostrophe; every other sign stays, for it can be wrong."""
    return message.lower().replace("’", "'")


def tree_of(view: View) -> Group:
    """What is scanned."""
    board, offered = view.board, offered_on(view)
    if view.page is not Page.BOARD:
        board, offered = page_board(view.page_cells, board), Offered()
    return build(board, view.strip, offered, view.settings)


def cells_of(view: View) -> Iterator[Cell]:
    """Every cell that can be chosen; the strip's too."""
    yield from view.strip
    if view.page is not Page.BOARD:
        yield from view.page_cells
        return
    yield from offered_on(view).cells()
    yield from (cell for cell in view.board.cells() if not cell.hidden)


def offered_on(view: View) -> Offered:
    """What is offered beside the board."""
    if view.page is not Page.BOARD:
        return Offered()
    return Offered(view.words, view.letters, view.phrase)


def noticed(view: View, *, words: bool, letters: bool) -> Offered:
    """Of what is offered, that which is not overlooked."""
    every = offered_on(view)
    return Offered(
        every.words if words else (),
        every.letters if letters else (),
        every.phrase if words else None,
    )


def steps_from_here(view: View, *, caught: bool) -> dict[str, int]:
    """Items lit until each cell is, from the light's place, and ``""`` for the way out of a group.

    ``caught``: the lit item can still be pressed in time; else it comes only with the next round.
    Cells outside the group that is scanned are reached through its end.
    """
    tree = tree_of(view)
    if not view.group:
        return _steps_in(tree, _place(tree, view), caught)
    group = next((item for item in _groups(tree) if cell_ids(item) == view.group), tree)
    place = len(group.items) - 1 if view.back_lit else _place(group, view)
    inside = _steps_in(group, place, caught)
    out = (len(group.items) - 1 - place) % len(group.items) + 1
    around = {cell: out + steps for cell, steps in _steps_in(tree, 0, True).items()}
    return {**around, **inside, "": out}


def _steps_in(group: Group, place: int, caught: bool) -> dict[str, int]:
    steps: dict[str, int] = {}
    for n, item in enumerate(group.items):
        wait = n - place
        if wait < 0 or (wait == 0 and not caught):
            wait += len(group.items)
        if isinstance(item, Group):
            for cell, inside in _steps_in(item, 0, True).items():
                steps[cell] = wait + 1 + inside
        elif item.cell_id:
            steps[item.cell_id] = wait + 1
    return steps


def _place(group: Group, view: View) -> int:
    """Which item of the group is lit; the first where none is."""
    lit = [n for n, item in enumerate(group.items) if view.lit and cell_ids(item) == view.lit]
    return lit[0] if lit else 0


def _groups(group: Group) -> Iterator[Group]:
    for item in group.items:
        if isinstance(item, Group):
            yield item
            yield from _groups(item)
