"""``wren words``: what Wren has learned of a person's words, taken out, put in or erased."""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLockFile

from aac.cli.commands import CommandProblem
from aac.cli.output import print_result
from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.prediction.learned import Learned, LearnedProblem
from aac.prediction.reading import learnable, shapes_in
from aac.speech.phrase_files import erase as erase_phrases

MISREAD = "This file holds no learned words of Wren: {name}."


def export(options: argparse.Namespace) -> int:
    """Write what was learned to a file that people can read."""
    with _learned(options) as learned:
        plain = json.dumps(learned.to_plain(), ensure_ascii=False, indent=1, sort_keys=True)
    options.file.write_text(plain + "\n", "utf-8")
    return _told(learned, options)


def add(options: argparse.Namespace) -> int:
    """Add what was learned elsewhere to what was learned here."""
    try:
        plain = json.loads(options.file.read_text("utf-8"))
        with _learned(options) as learned:
            learned.add_plain(plain)
    except (ValueError, LearnedProblem) as problem:
        raise CommandProblem(MISREAD.format(name=options.file.name)) from problem
    return _told(learned, options)


def learn(options: argparse.Namespace) -> int:
    """Learn from old texts of the person's own, a message a line."""
    try:
        lines = options.file.read_text("utf-8").splitlines()
    except UnicodeDecodeError as problem:
        raise CommandProblem(f"This is no plain text: {options.file.name}.") from problem
    sentences = [words for line in lines for words in learnable(line)]
    shapes = {word: shape for line in lines for word, shape in shapes_in(line).items()}
    capitals = {word: shape for word, shape in shapes.items() if word != shape}
    with _learned(options) as learned:
        learned.learn(sentences, capitals)
    return _told(learned, options)


def erase(options: argparse.Namespace) -> int:
    """Erase all that was learned, in every language."""
    with _learned(options) as learned:
        learned.forget()
        for other in profile_paths(getattr(options, "profile", None)).learned.glob("learned-*"):
            other.unlink(missing_ok=True)
        erase_phrases(profile_paths(getattr(options, "profile", None)).phrases)
    return _told(learned, options)


@contextmanager
def _learned(options: argparse.Namespace) -> Iterator[Learned]:
    """What was learned in the person's language; not while Wren itself works with it."""
    paths = profile_paths(getattr(options, "profile", None))
    lock = QLockFile(str(paths.work.with_name("wren.lock")))
    lock.setStaleLockTime(0)
    paths.work.parent.mkdir(parents=True, exist_ok=True)
    if not lock.tryLock(0):
        raise CommandProblem("Wren is running. Please close it first.")
    try:
        settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
        yield Learned(paths.learned / f"learned-{settings.language}.sqlite3")
    except sqlite3.Error as problem:
        raise CommandProblem("The file of learned words cannot be used.") from problem
    finally:
        lock.unlock()


def _told(learned: Learned, options: argparse.Namespace) -> int:
    result = {"words_said": round(learned.personal.total), "different": len(learned.words())}
    print_result(result, as_json=options.json)
    return 0
