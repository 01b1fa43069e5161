"""``wren boards fetch``: lists the hosts of pictures elsewhere; with ``--yes`` gets them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from aac.cli.boards import ONE_BOARD, examined
from aac.cli.commands import CommandProblem
from aac.cli.output import print_result, progress
from aac.files.fetch import fetched, get_https, hosts
from aac.files.notes import Notes
from aac.files.obf import ObfFormat
from aac.model.board import Board
from aac.ports import BoardProblem


def fetch(options: argparse.Namespace) -> int:
    """Nothing goes out to the internet before somebody has seen the hosts and said yes."""
    target: Path = options.out or options.file
    reading = examined(options.file)
    found = hosts(reading.boards)
    refused = found.pop("", 0)
    summary: dict[str, object] = {"hosts": found, "not_https": refused}
    if not found:
        notes = ["There is nothing to fetch from the internet."]
    elif not options.yes:
        notes = [f"Nothing was fetched. To fetch from {', '.join(found)}, add --yes."]
    else:
        _can_write(reading.boards, target)
        told = Notes()
        total = sum(found.values())
        boards = fetched(
            reading.boards, told, get_https(found), lambda n: progress(n, total, "fetching")
        )
        left = sum(hosts(boards).values()) - refused
        summary["fetched"] = total - left
        if left < total:
            _write(boards, target)
        notes = [str(note) for note in told.lost]
    print_result({**summary, "notes": notes}, as_json=options.json)
    return 0


def _can_write(boards: Sequence[Board], target: Path) -> None:
    """Before anything is fetched.  Raises `CommandProblem`."""
    if target.suffix.lower() not in ObfFormat.suffixes:
        raise CommandProblem("Wren writes .obf and .obz. Please name such a file with --out.")
    if target.suffix.lower() == ONE_BOARD and len(boards) > 1:
        raise CommandProblem("There are several boards. Please name an .obz file with --out.")


def _write(boards: Sequence[Board], target: Path) -> None:
    try:
        ObfFormat().write(boards, target)
    except BoardProblem as problem:
        raise CommandProblem(f"{target.name}: {problem}") from problem
