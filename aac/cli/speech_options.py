"""The options of ``wren bench speech``."""

from __future__ import annotations

import argparse
from typing import Any

from aac.cli.options import calls, json_option, profile_option

MOST = 100_000


def add_speech(kinds: Any) -> Any:
    """``kinds``: what `argparse` makes of the verbs of ``wren bench``; gives it back."""
    parser = kinds.add_parser("speech", help="first sound, silence, hundreds of utterances")
    parser.add_argument(
        "--voice", default="", metavar="V", help="as in the settings, such as hibari:heart"
    )
    parser.add_argument("--utterances", type=_number, default=500, metavar="N")
    json_option(parser)
    profile_option(parser)
    parser.set_defaults(run=calls("bench_speech", "speech"))
    return kinds


def _number(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"it must be from 1 to {MOST}")
    return number
