"""The boards of a file, all at once or one by one, with their links found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from aac.files.notes import Notes, place
from aac.files.obf.actions import clean, text_id
from aac.files.obf.media import attach
from aac.files.obf.package import Package
from aac.files.obf.raw import free_id, plain_path
from aac.files.obf.read import MANIFEST, BoardBeingRead
from aac.files.weight import FILE_LIMIT, READING, READING_LIMIT, board_weight
from aac.model.board import Board, OpenBoard
from aac.ports import BoardProblem

# Up to so many boards are all looked into to find the one that a link means by an odd name.
SEARCHED = 500
_TOO_LARGE = "The boards of the file are too large together."


class BoardReader:
    """Reads the boards of a package, all or one by one.

    ``ids``: path -> the id the board has in Wren.  That is the name the manifest gives it, which
    is known without opening the board; one that is not listed keeps its own.
    """

    def __init__(self, package: Package, notes: Notes) -> None:
        self._package = package
        self._notes = notes
        self.ids: Mapping[str, str] = _board_ids(package, notes)
        self._by_path = {**{path.lower(): path for path in self.ids},
                         **{path: path for path in self.ids}}  # fmt: skip
        self._by_id = {board_id: path for path, board_id in self.ids.items()}

    @property
    def board_ids(self) -> Sequence[str]:
        """All ids that the package lists, the start board's first."""
        return tuple(self._by_id)

    def by_id(self, board_id: str) -> Board | None:
        """The board of that id, ``None`` where it is listed and not there.

        Raises `BoardProblem`.
        """
        path = self._by_id.get(board_id)
        return None if path is None else self.board(path)

    def all(self) -> tuple[Board, ...]:
        """Every board, the start board first; what cannot be read is left out.

        Raises `BoardProblem` where none can be read.
        """
        boards: list[Board] = []
        problem = ""  # the sentence alone: its exception would keep all that was read alive
        weight = 0
        for path in self._package.order:
            if weight + READING * self._package.size(path) > READING_LIMIT:
                raise BoardProblem(_TOO_LARGE)
            try:
                board = self.board(path)
            except BoardProblem as found:
                problem = problem or str(found)
                self._notes.lose(f"A board could not be read. {found}", clean(path))
                continue
            if board is None:
                self._notes.lose("A board is listed but missing.", clean(path))
                continue
            boards.append(board)
            weight += board_weight(board)
            if weight > FILE_LIMIT:
                raise BoardProblem(_TOO_LARGE)
        if not boards:
            raise BoardProblem(problem or "The package holds no board.")
        if self._package.manifest_extra:
            extra = {**boards[0].extra, MANIFEST: self._package.manifest_extra}
            boards[0] = replace(boards[0], extra=extra)
        if self._package.packed:
            self._tell_dead_links(boards)
        return tuple(boards)

    def board(self, path: str) -> Board | None:
        """The board there, ``None`` where there is none.  Raises `BoardProblem`."""
        raw = self._package.board(path)
        if raw is None:
            return None
        attached, keys = attach(raw, self._package)
        board_id = self.ids[path]
        shown = clean(raw.get("name")) or board_id
        return BoardBeingRead(shown, keys, self._target, self._notes).board(attached, board_id)

    def _target(self, link: object) -> str | None:
        """The id of the board that a ``load_board`` means: by its path, then its id, then by
        the manifest, then by what the boards call themselves.  One that is not there keeps its
        name; no name is no link."""
        if not isinstance(link, dict):
            return None
        wanted = clean(text_id(link.get("id")))
        written = link.get("path")
        path = plain_path(written) if isinstance(written, str) else ""
        folder = self._package.folder
        places = [path, path.lower(), folder + path, (folder + path).lower()] if path else []
        for one in places:
            if one in self._by_path:
                return self.ids[self._by_path[one]]
        if wanted in self._by_id:
            return wanted
        listed = self._package.listed.get(wanted, "")
        if listed in self.ids:
            return self.ids[listed]
        return self._searched(link, wanted) or wanted or clean(PurePosixPath(path).stem) or None

    def _searched(self, link: Mapping[str, object], wanted: str) -> str | None:
        if not self._package.packed or len(self.ids) > SEARCHED:
            return None
        names = [wanted, text_id(link.get("url")), text_id(link.get("data_url"))]
        own = self._package.own_names
        return next((self.ids[own[name]] for name in names if name and name in own), None)

    def _tell_dead_links(self, boards: Sequence[Board]) -> None:
        there = {board.id for board in boards}
        for board in boards:
            for cell in board.cells():
                opens = cell.action.board_id if isinstance(cell.action, OpenBoard) else cell.opens
                if opens and opens not in there:
                    self._notes.lose(
                        "A link leads to a board that is not in the file.",
                        place(board.name, cell.label or cell.id),
                    )


def _board_ids(package: Package, notes: Notes) -> dict[str, str]:
    """Path -> the board's id, each different."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for listed, path in package.listed.items():
        if path not in ids and clean(listed):
            ids[path] = free_id(clean(listed), taken)
    for path in package.order:
        if path in ids:
            continue
        try:
            raw = package.board(path) or {}
        except BoardProblem:
            raw = {}
        wanted = clean(text_id(raw.get("id"))) or PurePosixPath(path).stem
        ids[path] = free_id(wanted, taken)
        if ids[path] != wanted:
            notes.mend("Two boards have the same id.", clean(path))
    return {path: ids[path] for path in package.order}
