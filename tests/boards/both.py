"""The shipped boards of every language, loaded once."""

from __future__ import annotations

import csv
from functools import cache

from aac.files.board_library import Library, load_library
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder, data_root
from aac.model.board import Board

LANGUAGES = sorted(path.parent.name for path in (data_root() / "boards").glob("*/manifest.json"))


@cache
def library(language: str) -> Library:
    return load_library([ObfFormat()], boards_folder(language))


def boards(language: str) -> dict[str, Board]:
    return dict(library(language).boards.boards)


@cache
def phrases(language: str) -> dict[str, dict[str, str]]:
    with (boards_folder(language) / "phrases.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}
