"""Which boards there are: those that come with Wren, and the person's own before them.

A board that cannot be read is left out and told; the others work.  A damaged file of the
person's own is kept aside under another name, never deleted.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aac.files.edited_boards import FOLDER, as_edited
from aac.files.formats import open_or_read
from aac.files.lazy_boards import LazyBoards, Source
from aac.files.obf.languages import in_language
from aac.model.board import Board, BoardSet, Cell, OpenBoard, Template
from aac.model.changed_boards import ChangedBoards
from aac.ports import BoardFormat, BoardProblem

_MANIFEST = "manifest.json"
_ASIDE = ".damaged-"
# Files of more boards are read page by page.  So many take about a second to read.
FEW = 200


@dataclass(frozen=True)
class BoardFault:
    """A board that was left out: the name of its file, and why in one sentence."""

    name: str
    reason: str


@dataclass(frozen=True)
class DeadLink:
    """A cell that leads to a board that is not there."""

    board_id: str
    cell_id: str
    target: str


@dataclass(frozen=True)
class Library:
    boards: BoardSet
    faults: tuple[BoardFault, ...] = ()

    @property
    def dead_links(self) -> tuple[DeadLink, ...]:
        """Every link that leads nowhere; all boards are read for it."""
        return tuple(dead_links(self.boards.boards))


def load_library(
    formats: Sequence[BoardFormat],
    shipped: Path,
    own: Path | None = None,
    home: str = "",
    spelling: str = "",
    language: str = "",
) -> Library:
    """All boards there are.

    ``shipped``: a folder made by ``boards/make_boards.py``.  ``own``: the person's folder, which
    need not exist.  ``home``, ``spelling``: the boards they chose; those that are not there
    are replaced by the shipped ones.  ``language``: boards that are translated are shown in it.
    Raises `BoardProblem` where there is no board at all.
    """
    manifest = _manifest(shipped)
    faults: list[BoardFault] = []
    sources = _read_all(formats, _shipped_files(shipped, manifest), faults)
    # The strip holds the call for help: only Wren's own can be it.
    strip = sources.pop(_text(manifest, "ext_wren_strip") or "strip", None)
    if own is not None and own.is_dir():
        mine = _read_all(formats, _own_files(formats, own), faults, keep_aside=True)
        sources = {**sources, **mine}
    usual = _text(manifest, "ext_wren_spelling")
    if not sources:
        raise BoardProblem("There is no board that can be read. Please install Wren again.")
    edited = _edited(formats, own, faults)
    chosen = _first({**sources, **edited}, spelling, usual)

    def as_wanted(board: Board) -> Board:
        board = in_language(board, language) if language else board
        return _spelling_with(board, usual, chosen) if chosen != usual else board

    lazy = LazyBoards(sources, as_wanted)
    boards = ChangedBoards(lazy, {key: as_wanted(board) for key, board in edited.items()})
    found = BoardSet(
        boards=boards,
        home=_first(boards, home, _text(manifest, "ext_wren_home")),
        spelling=_first(boards, chosen),
        strip=tuple(strip.cells()) if isinstance(strip, Board) else (),
        near=boards.over(lazy.near),
    )
    return Library(found, tuple(faults))


def _edited(
    formats: Sequence[BoardFormat], own: Path | None, faults: list[BoardFault]
) -> dict[str, Board]:
    """The boards that were changed in Wren.  Each file is read by itself: in the files two of them
    may have one id."""
    folder = own / FOLDER if own is not None else None
    if folder is None or not folder.is_dir():
        return {}
    read: dict[str, Board] = {}
    for path in _own_files(formats, folder):
        sources = _read_all(formats, (path,), faults, keep_aside=True)
        for board in as_edited(one for one in sources.values() if isinstance(one, Board)):
            read.setdefault(board.id, board)
    return read


def dead_links(boards: Mapping[str, Board]) -> Iterator[DeadLink]:
    """Every link and list of a template that leads to no board."""
    for board in boards.values():
        for cell in board.cells():
            for target in targets(cell):
                if target not in boards:
                    yield DeadLink(board.id, cell.id, target)


def targets(cell: Cell) -> tuple[str, ...]:
    """The boards that a cell can open."""
    opens = (cell.opens,) if cell.opens else ()
    match cell.action:
        case OpenBoard(board_id):
            return (board_id, *opens)
        case Template(lists=lists):
            return (*filter(None, lists), *opens)
        case _:
            return opens


def _manifest(folder: Path) -> Mapping[str, object]:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # the boards still work; the first one is home
    return manifest if isinstance(manifest, dict) else {}


def _shipped_files(folder: Path, manifest: Mapping[str, object]) -> Iterable[Path]:
    """The boards that the manifest names, in its order; all there are where it is damaged."""
    paths = manifest.get("paths")
    named = paths.get("boards") if isinstance(paths, dict) else None
    if isinstance(named, dict):
        return [folder / name for name in named.values() if isinstance(name, str)]
    return sorted(folder.glob("*.obf"))


def _own_files(formats: Sequence[BoardFormat], folder: Path) -> Iterable[Path]:
    def is_of_boards(path: Path) -> bool:
        return any(path.suffix.lower() in board_format.suffixes for board_format in formats)

    files = (path for path in folder.iterdir() if not path.name.startswith("."))
    return sorted(path for path in files if is_of_boards(path) and path.is_file())


def _read_all(
    formats: Sequence[BoardFormat],
    paths: Iterable[Path],
    faults: list[BoardFault],
    keep_aside: bool = False,
) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for path in paths:
        try:
            found = open_or_read(formats, path, FEW)
        except BoardProblem as problem:
            faults.append(BoardFault(path.name, str(problem)))
            if keep_aside:
                _keep_aside(path)
            continue
        if isinstance(found, tuple):
            for board in found:
                sources.setdefault(board.id, board)
        else:
            for board_id in found.board_ids:
                sources.setdefault(board_id, found)
    return sources


def _keep_aside(path: Path) -> None:
    """Rename a damaged file, so that it is asked about only once and can be looked at."""
    with contextlib.suppress(OSError):  # a folder that cannot be written: it is told again
        with path.open("rb") as file:
            file.read(1)  # a file that cannot be read at all may be whole: leave it
        n = 1
        while (aside := path.with_name(f"{path.name}{_ASIDE}{n}")).exists():
            n += 1
        path.rename(aside)


def _text(manifest: Mapping[str, object], key: str) -> str:
    value = manifest.get(key)
    return value if isinstance(value, str) else ""


def _first(boards: Mapping[str, object], *wanted: str) -> str:
    """The first of these ids that is a board; where none is, the first board."""
    return next((board_id for board_id in wanted if board_id in boards), next(iter(boards)))


def _spelling_with(board: Board, usual: str, spelling: str) -> Board:
    """The board with phrases such as “I will spell it” leading to the person's own letters."""
    if not any(cell.opens == usual for cell in board.cells()):
        return board
    grid = tuple(
        tuple(replace(cell, opens=spelling) if cell and cell.opens == usual else cell
              for cell in row)
        for row in board.grid
    )  # fmt: skip
    return replace(board, grid=grid)
