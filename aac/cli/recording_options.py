"""The options of ``wren recordings``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from aac.cli.options import calls, json_option, profile_option


def add_recordings(parser: ArgumentParser) -> None:
    """Add its verbs."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    export = verbs.add_parser("export", help="write all of them as WAV, with a CSV")
    bring = verbs.add_parser("import", help="take in a folder; file names or a CSV say the words")
    for verb in (export, bring):
        verb.add_argument("folder", type=Path, metavar="FOLDER")
    listed = verbs.add_parser("list", help="which words have a recording")
    listed.add_argument("--missing", action="store_true",
                        help="which phrases of the boards have none")  # fmt: skip
    for verb, function in ((export, "export"), (bring, "bring_in"), (listed, "show")):
        json_option(verb)
        profile_option(verb)
        verb.set_defaults(run=calls("recordings", function))
