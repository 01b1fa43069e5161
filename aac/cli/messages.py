"""The messages that a benchmark writes: one a line, in small letters, apostrophes and spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from aac.cli.commands import CommandProblem

OTHER_SIGNS = re.compile(r"[^\w']|[\d_]")


@dataclass(frozen=True)
class Messages:
    """``texts``: words with one space between them.  ``notes``: what was changed or left out."""

    texts: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """Letters, apostrophes and the spaces between words."""
        return sum(map(len, self.texts))

    @property
    def words(self) -> int:
        return sum(len(text.split()) for text in self.texts)


def read_messages(path: Path, limit: int | None = None) -> Messages:
    """The messages of a file; with ``limit`` so many of them, evenly spaced.

    Raises `CommandProblem` where it cannot be read or holds no words.
    """
    found = [line.lower().replace("’", "'").split() for line in _lines(path)]
    plain = [[word for raw in words if (word := OTHER_SIGNS.sub("", raw))] for words in found]
    changed = sum(before != after for before, after in zip(found, plain, strict=True))
    texts = tuple(" ".join(words) for words in plain if words)
    if not texts:
        raise CommandProblem(f"There are no messages in {path.name}.")
    notes: list[str] = []
    if changed:
        notes.append(f"{changed} messages hold digits or other signs, which were left out")
    if limit is not None and limit < len(texts):
        notes.append(f"only {limit} of the {len(texts)} messages, evenly spaced")
        texts = tuple(texts[n * len(texts) // limit] for n in range(limit))
    return Messages(texts, tuple(notes))


def check_there(path: Path) -> Path:
    """The path, if it is that of a file.  Raises `CommandProblem`."""
    if not path.is_file():
        raise CommandProblem(f"There is no file {path}.")
    return path.resolve()


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as problem:
        raise CommandProblem(f"{path.name} is not a text file.") from problem
    except OSError as problem:
        raise CommandProblem(f"{path.name} cannot be read: {problem.strerror}.") from problem
