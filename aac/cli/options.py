"""Options that many commands have, and how a command's module is found."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def profile_option(parser: argparse.ArgumentParser) -> None:
    """``--profile DIR``, before or after the command."""
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="keep everything in this folder",
    )


def json_option(parser: argparse.ArgumentParser) -> None:
    """``--json``: one JSON object and nothing else."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def calls(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """The function, imported only when it is wanted: a command should start at once."""

    def call(options: argparse.Namespace) -> int:
        return int(getattr(import_module(f"aac.cli.{module}"), function)(options))

    return call
