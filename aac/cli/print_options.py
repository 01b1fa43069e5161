"""The options of ``wren print``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from aac.cli.options import calls, json_option, profile_option


def add_print(parser: ArgumentParser) -> None:
    """Add them; without any of the first two the whole pack is printed."""
    parser.add_argument("sheets", nargs="*", metavar="SHEET", help="all, or names of sheets")
    parser.add_argument("--board", action="append", default=[], metavar="ID",
                        help="this board too; may be given again")  # fmt: skip
    parser.add_argument("--paper", choices=("a4", "letter"), help="else as set")
    parser.add_argument("--out", type=Path, metavar="DIR", help="else as set")
    parser.add_argument("--pack", action="store_true", help="all in one file")
    parser.add_argument("--check", action="store_true",
                        help="only say which paper copies are out of date")  # fmt: skip
    json_option(parser)
    profile_option(parser)
    parser.set_defaults(run=calls("paper", "print_paper"))
