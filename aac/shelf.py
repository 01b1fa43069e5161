"""The boards of one person: ours and their own, read with every board format there is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aac import plugins
from aac.files.board_library import Library, load_library
from aac.files.languages import own_language
from aac.files.log import LOG
from aac.files.paths import boards_folder
from aac.model.board import Action, Cell, Command, Do, Look, SayPhrase
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ports import BoardFormat


def board_formats() -> list[BoardFormat]:
    """Every board format that can be loaded, ours first."""
    formats: list[BoardFormat] = []
    for name in plugins.names("aac.board_formats"):
        try:
            formats.append(plugins.load("aac.board_formats", name)())
        except plugins.PluginProblem as problem:
            LOG.error("board format %s cannot be loaded", problem)
    return formats


def open_shelf(own: Path, settings: Settings) -> Library:
    """All boards, in the language that is set, or that of this computer where Wren has it.

    ``own``: the person's folder of boards.  Raises `ports.BoardProblem` where there is no board.
    """
    shipped = boards_folder(own_language(settings.wren_language).code)
    home, spelling = settings.home_board, settings.spelling_board
    library = load_library(
        board_formats(), shipped, own, home, spelling, language=settings.language
    )
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
