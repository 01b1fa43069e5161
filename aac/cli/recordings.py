"""``wren recordings``: phrases in the person's own voice, taken in, given out and listed.

The window uses these commands too, so that files of unknown people are decoded in a process that
may die.
"""

from __future__ import annotations

import argparse

from aac.banking.folders import bring_in as take_folder
from aac.banking.folders import export as give_out
from aac.banking.store import RecordingStore
from aac.cli.commands import CommandProblem
from aac.cli.output import print_result
from aac.files.languages import own_language
from aac.files.paths import ProfilePaths, profile_paths
from aac.files.store import Store
from aac.model import language
from aac.model.banked import still_to_record
from aac.model.banking_words import banking_text
from aac.ports import BoardProblem
from aac.shelf import open_shelf
from aac.sounding import phrases


def export(options: argparse.Namespace) -> int:
    """Write every recording as WAV, and a CSV."""
    paths = _paths(options)
    _speak(paths)
    try:
        done = give_out(RecordingStore(paths.recordings), options.folder)
    except OSError as problem:
        raise CommandProblem(banking_text("not_exported", folder=options.folder)) from problem
    result = {"folder": str(done.folder), "written": done.count, "lost": list(done.lost)}
    print_result(result, as_json=options.json)
    return 0


def bring_in(options: argparse.Namespace) -> int:
    """Take in a folder."""
    paths = _paths(options)
    _speak(paths)
    if not options.folder.is_dir():
        raise CommandProblem(banking_text("no_folder", folder=options.folder))
    try:
        done = take_folder(options.folder, RecordingStore(paths.recordings), _phrases(paths))
    except OSError as problem:
        raise CommandProblem(banking_text("not_imported", folder=options.folder)) from problem
    result = {
        "attached": done.attached,
        "others": done.others,
        "same": done.same,
        "unread": done.unread,
    }
    print_result(result, as_json=options.json)
    return 0


def show(options: argparse.Namespace) -> int:
    """Which words have a recording, or which phrases of the boards have none."""
    paths = _paths(options)
    store = RecordingStore(paths.recordings)
    store.load()
    missing = still_to_record(_phrases(paths), store.recordings())
    result: dict[str, object] = {"recorded": len(store.all), "missing": len(missing)}
    listed = missing if options.missing else [one.phrase for one in store.all]
    print_result({**result, "phrases": list(listed)}, as_json=options.json)
    return 0


def _paths(options: argparse.Namespace) -> ProfilePaths:
    return profile_paths(getattr(options, "profile", None))


def _speak(paths: ProfilePaths) -> None:
    """It speaks as Wren does."""
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    language.use(own_language(settings.wren_language))


def _phrases(paths: ProfilePaths) -> tuple[str, ...]:
    """What the boards in use say, never those that are private."""
    store = Store(paths.settings, paths.work, paths.measures)
    settings, _ = store.read_settings()
    work, _ = store.read_work()
    try:
        return tuple(phrases(open_shelf(paths.boards, settings).boards, work, settings))
    except BoardProblem as problem:
        raise CommandProblem(str(problem)) from problem
