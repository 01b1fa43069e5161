"""``wren print``: letters, boards and cards as PDF, and which of them are out of date."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from aac.cli.commands import CommandProblem
from aac.cli.output import print_result
from aac.files.languages import own_language
from aac.files.paths import assets_folder, profile_paths
from aac.model import language
from aac.model.paper_words import printing_text
from aac.paper.sheets import SHEETS, NoSuchSheet, Shelf, all_names, board_names
from aac.ports import BoardProblem
from aac.printing import Done, Job, folder_for, old_sheets, print_sheets, profile_shelf

ALL = "all"


def print_paper(options: argparse.Namespace) -> int:
    """Exit code 1 where a check finds a sheet that is out of date.  It speaks as Wren does."""
    paths = profile_paths(getattr(options, "profile", None))
    try:
        shelf = profile_shelf(paths)
    except BoardProblem as problem:
        raise CommandProblem(str(problem)) from problem
    language.use(own_language(shelf.settings.wren_language))
    if options.check:
        return _check(shelf, paths.printed, as_json=options.json)
    folder = options.out or folder_for(shelf.settings)
    job = Job(
        _names(shelf, options),
        options.paper or shelf.settings.paper_size,
        folder,
        datetime.now().date().isoformat(),
        options.pack,
    )
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nothing is shown, so no screen is needed
    application = QGuiApplication.instance() or QGuiApplication([])
    try:
        done = print_sheets(shelf, job, assets_folder() / "fonts", paths.printed)
    except NoSuchSheet as problem:
        raise CommandProblem(_unknown(problem)) from problem
    except OSError as problem:
        raise CommandProblem(printing_text("not_written", folder=folder)) from problem
    del application
    print_result(_told(done, folder), as_json=options.json)
    return 0


def _names(shelf: Shelf, options: argparse.Namespace) -> tuple[str, ...]:
    """The sheets that are asked for; all of them where nothing is."""
    try:
        boards = board_names(shelf, options.board)
    except NoSuchSheet as problem:
        raise CommandProblem(_unknown(problem)) from problem
    wanted = options.sheets or ([] if boards else [ALL])
    names = [each for name in wanted for each in (all_names(shelf) if name == ALL else [name])]
    return tuple(dict.fromkeys((*names, *boards)))


def _unknown(problem: NoSuchSheet) -> str:
    return printing_text("no_sheet", name=problem, names=", ".join(SHEETS))


def _told(done: Done, folder: Path) -> dict[str, object]:
    sheets = zip(done.sheets, done.pages, done.files, strict=True)
    return {
        "folder": str(folder),
        "files": [str(file) for file in dict.fromkeys(done.files)],
        "pages": sum(done.pages),
        "sheets": [
            {"name": one.name, "title": one.title, "pages": pages, "file": str(file)}
            for one, pages, file in sheets
        ],
    }


def _check(shelf: Shelf, record: Path, *, as_json: bool) -> int:
    old = old_sheets(shelf, record)
    shown = ("name", "title", "date")
    found = [{key: asdict(one)[key] for key in shown} for one in old]
    if as_json:
        print_result({"out_of_date": found}, as_json=True)
    elif old:
        print(printing_text("old", titles="; ".join(one.title for one in old)))
    else:
        print(printing_text("current" if record.exists() else "never"))
    return 1 if old else 0
