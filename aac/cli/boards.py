"""``wren boards``: what a board costs, what is in a file, and writing it as another."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from aac.cli.commands import CommandProblem
from aac.cli.output import print_result, progress
from aac.core.cost import CharacterCost, cell_costs, character_cost, shares_of
from aac.core.method_cost import not_counted, with_presses
from aac.core.scan_tree import pattern_of
from aac.files.formats import examine
from aac.files.notes import Reading
from aac.files.obf import ObfFormat
from aac.files.obf.actions import clean
from aac.files.obf.languages import languages_of
from aac.files.obf.media import KINDS, cells_with, only_addresses
from aac.files.obf.raw import records
from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.model.board import Board, BoardSet, Cell, OpenBoard
from aac.model.language import in_use
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ports import BoardProblem
from aac.shelf import BoardFormats, open_shelf

ONE_BOARD = ".obf"


def cost(options: argparse.Namespace) -> int:
    """Steps, seconds and presses of a board, at this person's timing."""
    paths = profile_paths(getattr(options, "profile", None))
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    boards = open_shelf(paths.boards, settings).boards
    board = _board(options.board, boards)
    shares = shares_of(_text(options.text)) if options.text else in_use().letters
    print_result(board_cost(board, boards, settings, shares), as_json=options.json)
    return 0


def board_cost(
    board: Board, boards: BoardSet, settings: Settings, shares: Mapping[str, float] | None = None
) -> dict[str, object]:
    """The cost of one board as ``wren boards cost --json`` prints it.

    ``shares``: of the characters; those of general text where there are none.
    """
    shares = in_use().letters if shares is None else shares
    plain = with_presses(cell_costs(board, settings), board, boards.strip, settings)
    as_set = cell_costs(board, settings, boards.strip)
    characters = character_cost(board, plain, shares)
    now = character_cost(board, as_set, shares)
    unknown = not_counted(settings.scan_method)
    notes = ["steps_per_char counts the board with the strip scanned last and no words offered"]
    if characters is None:
        notes.append("steps_per_char is null: this board has no letters")
    elif characters.missing:
        notes.append(f"not on this board and not counted: {' '.join(characters.missing)}")
    if unknown:
        notes.append(screen_text("cost_unknown", figures=", ".join(sorted(unknown))))
    figures = {
        "steps_per_char": _figure(characters, "steps"),
        "presses_per_char": _figure(characters, "presses"),
        "seconds_per_char": _figure(characters, "seconds"),
        "words_per_minute": _figure(characters, "words_per_minute"),
        "steps_per_char_as_set": _figure(now, "steps"),
        "seconds_per_char_as_set": _figure(now, "seconds"),
    }
    return {
        "board": board.id,
        "method": settings.scan_method,
        "pattern": pattern_of(board, settings),
        "scan_time_s": settings.scan_time,
        **{
            name: None if unknown & set(name.split("_")) else value
            for name, value in figures.items()
        },
        "cells": {
            cell_id: {
                key: None if key in unknown else round(value, 3)
                for key, value in asdict(one).items()
            }
            for cell_id, one in plain.items()
        },
        "notes": notes,
    }


def check(options: argparse.Namespace) -> int:
    """What is in each file.  Exit code 1 where one cannot be read."""
    results: dict[str, dict[str, object]] = {}
    for n, path in enumerate(options.files, start=1):
        results[str(path)] = _checked(path, options.json)
        progress(n, len(options.files), "boards")
    if options.json:
        print_result({"files": results}, as_json=True)
    else:
        for name, result in results.items():
            print(name)
            print_result(result, as_json=False)
    return 1 if any("problem" in one for one in results.values()) else 0


def convert(options: argparse.Namespace) -> int:
    """Write a board file as another; nothing is written where that cannot be done."""
    target: Path = options.target
    if target.suffix.lower() not in ObfFormat.suffixes:
        raise CommandProblem("Wren writes boards as .obf or .obz. Please give OUT such a name.")
    reading = examined(options.source)
    if target.suffix.lower() == ONE_BOARD and len(reading.boards) > 1:
        raise CommandProblem(
            f"There are {len(reading.boards)} boards in it, and .obf holds one. Please give OUT "
            "a name that ends in .obz."
        )
    try:
        ObfFormat().write(reading.boards, target)
    except BoardProblem as problem:
        raise CommandProblem(f"{target.name}: {problem}") from problem
    summary = {**_counts(reading), **_notes(reading, options.json)}
    print_result(summary, as_json=options.json)
    return 0


def _checked(path: Path, apart: bool) -> dict[str, object]:
    try:
        reading = examined(path)
    except CommandProblem as problem:
        return {"problem": str(problem)}
    return {**_counts(reading), **_notes(reading, apart)}


def _counts(reading: Reading) -> dict[str, object]:
    cells = [cell for board in reading.boards for cell in board.cells()]
    links = [cell.action.board_id for cell in cells if isinstance(cell.action, OpenBoard)]
    links += [cell.opens for cell in cells if cell.opens]
    links += ["" for cell in cells if _leads_out(cell)]
    known = {board.id for board in reading.boards}
    languages = dict.fromkeys(one for board in reading.boards for one in languages_of(board))
    return {
        "boards": len(reading.boards),
        "cells": len(cells),
        "hidden": sum(cell.hidden for cell in cells),
        "links": len(links),
        "broken_links": sum(1 for link in links if link not in known),
        "images": _count(reading, "images"),
        "images_here": sum(bool(cell.picture) for cell in cells),
        "sounds": _count(reading, "sounds"),
        "sounds_here": sum(bool(cell.sound) for cell in cells),
        "only_on_the_internet": sum(
            len(only_addresses(board, kind)) for board in reading.boards for kind in KINDS
        ),
        "languages": list(languages),
        "licences": _licences(reading),
    }


def examined(path: Path) -> Reading:
    """The file as any board format reads it.  Raises `CommandProblem`."""
    try:
        return examine(BoardFormats(), path)
    except BoardProblem as problem:
        raise CommandProblem(f"{path.name}: {problem}") from problem


def _notes(reading: Reading, apart: bool) -> dict[str, object]:
    """For programs two lists, for people one with numbers."""
    if not apart:
        return {"notes": list(reading.numbered())}
    return {
        "mended": [str(note) for note in reading.mended],
        "lost": [str(note) for note in reading.lost],
    }


def _count(reading: Reading, kind: str) -> int:
    """Cells that have a picture or sound, here or on the internet."""
    return sum(len(cells_with(board, kind)) for board in reading.boards)


def _leads_out(cell: Cell) -> bool:
    """Whether it leads to a page on the internet, where Wren does not follow."""
    link = cell.extra.get("load_board")
    return isinstance(link, Mapping) and not isinstance(cell.action, OpenBoard) and not cell.opens


def _licences(reading: Reading) -> list[str]:
    """The licences that boards, pictures and sounds name, each once."""
    holders: list[object] = [board.extra for board in reading.boards]
    for board in reading.boards:
        holders += [record for kind in KINDS for record in records(board.extra.get(kind))]
    found = (holder.get("license") for holder in holders if isinstance(holder, Mapping))
    said = (licence.get("type") for licence in found if isinstance(licence, Mapping))
    return list(dict.fromkeys(clean(one) for one in said if clean(one)))


def _board(name: str, boards: BoardSet) -> Board:
    """A board of Wren by its id, or the first board of a file."""
    if name in boards.boards:
        return boards.boards[name]
    path = Path(name)
    if not path.is_file():
        raise CommandProblem(f"There is no board and no file called {name}.")
    return examined(path).boards[0]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        raise CommandProblem(f"{path.name} is not a text file.") from problem


def _figure(cost: CharacterCost | None, name: str) -> float | None:
    return None if cost is None else round(float(getattr(cost, name)), 3)
