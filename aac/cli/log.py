"""``wren log``: the last messages as an Open Board Log, written when somebody asks for it."""

from __future__ import annotations

import argparse
from datetime import datetime

from aac.cli.commands import CommandProblem
from aac.cli.output import print_result
from aac.files.obf.logs import read_log, write_log
from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.model.board import BoardSet, SayPhrase, Template
from aac.ports import BoardProblem
from aac.shelf import open_shelf


def export(options: argparse.Namespace) -> int:
    """Write the messages that the person's history holds; private ones are never among them."""
    if options.file.suffix.lower() not in (".obl", ".json"):
        raise CommandProblem("A log is written as .obl. Please give FILE such a name.")
    paths = profile_paths(getattr(options, "profile", None))
    store = Store(paths.settings, paths.work, paths.measures)
    settings, _ = store.read_settings()
    work, _ = store.read_work()
    try:
        boards = open_shelf(paths.boards, settings).boards
    except BoardProblem as problem:
        raise CommandProblem(str(problem)) from problem
    kept = [said for said in reversed(work.history) if not _is_private(said, boards)]
    now = datetime.now().astimezone()
    write_log(options.file, kept, now, settings.language, options.anonymous)
    summary = {
        "messages": len(kept),
        "anonymous": options.anonymous,
        "notes": [f"{options.file.name} now holds what was said. Keep it as you would a diary."],
    }
    print_result(summary, as_json=options.json)
    return 0


def check(options: argparse.Namespace) -> int:
    """How many sessions and events are in a log; no word of it is printed."""
    try:
        found = read_log(options.file)
    except BoardProblem as problem:
        raise CommandProblem(f"{options.file.name}: {problem}") from problem
    summary = {
        "sessions": found.sessions,
        "events": dict(found.events),
        "anonymous": found.anonymous,
        "mended": [str(note) for note in found.mended],
        "lost": [str(note) for note in found.lost],
    }
    print_result(summary, as_json=options.json)
    return 0


def _is_private(said: str, boards: BoardSet) -> bool:
    """Whether a private board says it (G56), in a phrase with a gap what stands before the gap.

    History holds none of them; but a board may have become private since.
    """
    said = _plain(said)
    for board in boards.boards.values():
        if not board.private:
            continue
        for cell in board.cells():
            match cell.action:
                case SayPhrase(text) if _plain(text) == said:
                    return True
                case Template(text) if said.startswith(_plain(text.partition("{")[0]) or "\n"):
                    return True
                case _:
                    continue
    return False


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".!?… ")
