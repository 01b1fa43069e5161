"""The commands of the terminal: read the arguments, call the one that is wanted.

Bad input is answered with one sentence on standard error and exit code 2, never a traceback.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from aac import __version__

BAD_INPUT = 2


class CommandProblem(Exception):
    """The command cannot be done; the message is one plain sentence."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]  # ours does not exit here
        raise CommandProblem(f"This command was not understood: {message}. Try: {self.prog} --help")


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; gives the exit code."""
    try:
        options = _parser().parse_args(arguments)
        return int(options.run(options) or 0)
    except CommandProblem as problem:
        print(problem, file=sys.stderr)
    except BrokenPipeError:
        return 1  # the reader of the output has gone
    except KeyboardInterrupt:
        return 130
    except OSError as problem:
        print(f"A file could not be read or written: {problem.strerror}.", file=sys.stderr)
    return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="wren",
        description="Wren, a communication aid worked with one switch. Without a command it "
        "starts the aid.",
    )
    parser.add_argument("--version", action="version", version=f"Wren {__version__}")
    parser.add_argument("--window", action="store_true", help="in a window, not full screen")
    parser.add_argument("--trace", type=Path, help="write what is lit, never what is said")
    _profile(parser)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _say(commands.add_parser("say", help="speak a text, or write it as sound"))
    _doctor(commands.add_parser("doctor", help="check voice, sound, switch, screen and folders"))
    _boards(commands.add_parser("boards", help="check, convert or count boards"))
    _bench(commands.add_parser("bench", help="measure the program on this machine"))
    return parser


def _profile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="keep everything in this folder",
    )


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _calls(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """The function, imported only when it is wanted: a command should start at once."""

    def call(options: argparse.Namespace) -> int:
        return int(getattr(import_module(f"aac.cli.{module}"), function)(options))

    return call


def _say(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("--voice", default="", help="the id of a voice; see wren doctor")
    parser.add_argument("--wav", type=Path, metavar="FILE", help="write the sound to this file")
    _profile(parser)
    parser.set_defaults(run=_calls("say", "say"))


def _doctor(parser: argparse.ArgumentParser) -> None:
    _json(parser)
    _profile(parser)
    parser.set_defaults(run=_calls("doctor", "doctor"))


def _boards(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    cost = verbs.add_parser("cost", help="steps, seconds and presses of a board")
    cost.add_argument("board", metavar="BOARD", help="a file, or the id of a board of Wren")
    cost.add_argument("--text", type=Path, metavar="FILE", help="count for this text")
    check = verbs.add_parser("check", help="what is in board files, and what is wrong")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    convert = verbs.add_parser("convert", help="write a board file as .obf or .obz")
    convert.add_argument("source", type=Path, metavar="IN")
    convert.add_argument("target", type=Path, metavar="OUT")
    for verb, function in ((cost, "cost"), (check, "check"), (convert, "convert")):
        _json(verb)
        _profile(verb)
        verb.set_defaults(run=_calls("boards", function))


def _bench(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="bench", required=True, metavar="WHAT")
    latency = kinds.add_parser("latency", help="press to repaint, press to first sound")
    latency.add_argument("--presses", type=int, default=100)
    latency.add_argument("--sentences", type=int, default=30)
    start = kinds.add_parser("start", help="cold start, memory, idle processor time")
    start.add_argument("--starts", type=int, default=5)
    start.add_argument("--seconds", type=float, default=60.0, help="length of the idle scan")
    every = kinds.add_parser("all", help="every benchmark that needs no argument")
    for kind, function in ((latency, "latency"), (start, "start"), (every, "everything")):
        _json(kind)
        _profile(kind)
        kind.set_defaults(run=_calls("bench", function))
