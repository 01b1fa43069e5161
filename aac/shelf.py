"""The boards of one person: ours and their own, read with every board format there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import overload

from aac import plugins
from aac.files.board_library import Library, load_library
from aac.files.languages import own_language
from aac.files.log import LOG
from aac.files.paths import boards_folder
from aac.model.board import Action, Cell, Do, Look, SayPhrase
from aac.model.commands import Command
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ports import BoardFormat


class BoardFormats(Sequence[BoardFormat]):
    """Every board format that can be loaded, ours first; each is loaded when it is come to.

    The readers of other programs' formats are a tenth of what Wren would load at its start, where
    it reads its own.
    """

    def __init__(self) -> None:
        self._loaded: list[BoardFormat] = []
        self._names = iter(plugins.names("aac.board_formats"))

    def __iter__(self) -> Iterator[BoardFormat]:
        place = 0
        while place < len(self._loaded) or self._load_next():
            yield self._loaded[place]
            place += 1

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, index: int) -> BoardFormat: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[BoardFormat]: ...
    def __getitem__(self, index: int | slice) -> BoardFormat | Sequence[BoardFormat]:
        return list(self)[index]

    def _load_next(self) -> bool:
        """Whether there is one more."""
        for name in self._names:
            try:
                self._loaded.append(plugins.load("aac.board_formats", name)())
            except plugins.PluginProblem as problem:
                LOG.error("board format %s cannot be loaded", problem)
            else:
                return True
        return False


def open_shelf(own: Path, settings: Settings) -> Library:
    """All boards, in the language that is set, or that of this computer where Wren has it.

    ``own``: the person's folder of boards.  Raises `ports.BoardProblem` where there is no board.
    """
    shipped = boards_folder(own_language(settings.wren_language).code)
    home, spelling = settings.home_board, settings.spelling_board
    library = load_library(BoardFormats(), shipped, own, home, spelling, language=settings.language)
    if library.boards.strip:
        return library
    return replace(library, boards=replace(library.boards, strip=spare_strip()))


def spare_strip() -> tuple[Cell, ...]:
    """The strip where its file is damaged: the call for help never depends on a file."""
    actions: dict[str, Action] = {
        "yes": SayPhrase(screen_text("yes_said")),
        "no": SayPhrase(screen_text("no_said")),
        "call": Do(Command.CALL),
        "undo": Do(Command.UNDO),
    }
    return tuple(
        Cell(f"strip-{name}", screen_text(name), action, Look.STRIP)
        for name, action in actions.items()
    )
