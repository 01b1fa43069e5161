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
from aac.files.obf import ObfFormat, Reading
from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.model.board import Board, BoardSet, OpenBoard
from aac.model.language import in_use
from aac.model.settings import Settings
from aac.model.words import screen_text
from aac.ports import BoardProblem
from aac.shelf import open_shelf

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
        results[str(path)] = _checked(path)
        progress(n, len(options.files), "boards")
    print_result({"files": results}, as_json=options.json)
    return 1 if any("problem" in one for one in results.values()) else 0


def convert(options: argparse.Namespace) -> int:
    """Write a board file as another; nothing is written where that cannot be done."""
    target: Path = options.target
    if target.suffix.lower() not in ObfFormat.suffixes:
        raise CommandProblem("Wren writes boards as .obf or .obz. Please give OUT such a name.")
    reading = _examined(options.source)
    if target.suffix.lower() == ONE_BOARD and len(reading.boards) > 1:
        raise CommandProblem(
            f"There are {len(reading.boards)} boards in it, and .obf holds one. Please give OUT "
            "a name that ends in .obz."
        )
    ObfFormat().write(reading.boards, target)
    summary = {"boards": len(reading.boards), **_notes(reading)}
    print_result(summary, as_json=options.json)
    return 0


def _checked(path: Path) -> dict[str, object]:
    try:
        reading = _examined(path)
    except CommandProblem as problem:
        return {"problem": str(problem)}
    links = [
        cell.action.board_id
        for board in reading.boards
        for cell in board.cells()
        if isinstance(cell.action, OpenBoard)
    ]
    known = {board.id for board in reading.boards}
    return {
        "boards": len(reading.boards),
        "cells": sum(1 for board in reading.boards for _ in board.cells()),
        "links": len(links),
        "broken_links": sum(1 for link in links if link not in known),
        "images": _count(reading, "images"),
        "sounds": _count(reading, "sounds"),
        **_notes(reading),
    }


def _examined(path: Path) -> Reading:
    try:
        return ObfFormat().examine(path)
    except BoardProblem as problem:
        raise CommandProblem(f"{path.name}: {problem}") from problem


def _notes(reading: Reading) -> dict[str, object]:
    return {
        "mended": [_times(*note) for note in reading.mended.items()],
        "lost": [_times(*note) for note in reading.lost.items()],
    }


def _times(sentence: str, times: int) -> str:
    return sentence if times == 1 else f"{sentence} ({times} times)"


def _count(reading: Reading, kind: str) -> int:
    """Pictures or sounds that the boards carry along."""
    carried = (board.extra.get(kind, ()) for board in reading.boards)
    return sum(len(each) for each in carried if isinstance(each, list | tuple | dict))


def _board(name: str, boards: BoardSet) -> Board:
    """A board of Wren by its id, or the first board of a file."""
    if name in boards.boards:
        return boards.boards[name]
    path = Path(name)
    if not path.is_file():
        raise CommandProblem(f"There is no board and no file called {name}.")
    try:
        return ObfFormat().read(path)[0]
    except BoardProblem as problem:
        raise CommandProblem(f"{path.name}: {problem}") from problem


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        raise CommandProblem(f"{path.name} is not a text file.") from problem


def _figure(cost: CharacterCost | None, name: str) -> float | None:
    return None if cost is None else round(float(getattr(cost, name)), 3)
