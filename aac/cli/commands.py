"""The commands of the terminal: read the arguments, call the one that is wanted.

Bad input is answered with one sentence on standard error and exit code 2, never a traceback.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from aac import __version__
from aac.cli.options import calls as _calls
from aac.cli.options import json_option as _json
from aac.cli.options import profile_option as _profile
from aac.cli.print_options import add_print
from aac.cli.recording_options import add_recordings
from aac.cli.speech_options import add_speech
from aac.model.other_settings import LANGUAGES

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
    _log(commands.add_parser("log", help="export what was said, for the person who asks for it"))
    _words(commands.add_parser("words", help="export, import or erase learned words"))
    add_print(commands.add_parser("print", help="letters, boards and cards as PDF"))
    add_recordings(commands.add_parser("recordings", help="phrases in the person's own voice"))
    _bench(commands.add_parser("bench", help="measure the program on this machine"))
    return parser


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
    fetch = verbs.add_parser("fetch", help="fetch pictures that are only on the internet")
    fetch.add_argument("file", type=Path, metavar="FILE")
    fetch.add_argument("--yes", action="store_true", help="fetch from the hosts that are listed")
    fetch.add_argument("--out", type=Path, metavar="OUT", help="write here, and leave FILE alone")
    for verb, module, function in (
        (cost, "boards", "cost"),
        (check, "boards", "check"),
        (convert, "boards", "convert"),
        (fetch, "board_fetch", "fetch"),
    ):
        _json(verb)
        _profile(verb)
        verb.set_defaults(run=_calls(module, function))


def _log(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    export = verbs.add_parser("export", help="write the last messages to an .obl file")
    export.add_argument("--anonymous", action="store_true", help="hide times and telling words")
    check = verbs.add_parser("check", help="what is in an .obl file, without showing any of it")
    for verb, function in ((export, "export"), (check, "check")):
        verb.add_argument("file", type=Path, metavar="FILE")
        _json(verb)
        _profile(verb)
        verb.set_defaults(run=_calls("log", function))


def _words(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    export = verbs.add_parser("export", help="write what was learned to a file")
    add = verbs.add_parser("import", help="add what was learned elsewhere")
    learn = verbs.add_parser("learn", help="learn from old messages, one a line")
    for verb in (export, add, learn):
        verb.add_argument("file", type=Path, metavar="FILE")
    erase = verbs.add_parser("erase", help="erase all that was learned")
    functions = {"export": export, "add": add, "learn": learn, "erase": erase}
    for function, verb in functions.items():
        _json(verb)
        _profile(verb)
        verb.set_defaults(run=_calls("words", function))


def _bench(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="bench", required=True, metavar="WHAT")
    latency = kinds.add_parser("latency", help="press to repaint, press to first sound")
    latency.add_argument("--presses", type=int, default=100)
    latency.add_argument("--sentences", type=int, default=30)
    start = kinds.add_parser("start", help="cold start, memory, idle processor time")
    start.add_argument("--starts", type=int, default=5)
    start.add_argument("--seconds", type=float, default=60.0, help="length of the idle scan")
    predict = kinds.add_parser("predict", help="keystrokes saved and bits for each letter")
    _bench_predict(predict)
    steps = kinds.add_parser("steps", help="scan steps and presses for each letter, by layout")
    _bench_steps(steps)
    rate = kinds.add_parser("rate", help="words per minute of simulated users who err and mend")
    _bench_rate(rate)
    boards = add_speech(kinds).add_parser("boards", help="ten thousand boards: to their first page")
    boards.add_argument("--boards", type=_at_least_one, default=10_000, metavar="N")
    every = kinds.add_parser("all", help="every benchmark that needs no argument")
    for kind, module, function in (
        (latency, "bench", "latency"),
        (start, "bench", "start"),
        (predict, "bench_predict", "predict"),
        (steps, "bench_steps", "steps"),
        (rate, "bench_rate", "rate"),
        (boards, "bench_boards", "boards"),
        (every, "bench", "everything"),
    ):
        _json(kind)
        _profile(kind)
        kind.set_defaults(run=_calls(module, function))


def _bench_predict(parser: argparse.ArgumentParser) -> None:
    _messages(parser)
    parser.add_argument("--words", type=Path, action="append", default=[], metavar="FILE",
                        help="measure this list of words too; may be given again")  # fmt: skip
    parser.add_argument("--peer-text", type=Path, metavar="FILE",
                        help="a text, one sentence a line, for peers that count words")  # fmt: skip
    parser.add_argument("--learn", action="store_true", help="also learn from message to message")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of the words")
    parser.add_argument("--tables", type=Path, metavar="FOLDER",
                        help="other tables, made by aac.training")  # fmt: skip


def _bench_steps(parser: argparse.ArgumentParser) -> None:
    _messages(parser)
    parser.add_argument("--layout", action="append", default=[], metavar="NAME",
                        help="only this layout; may be given again")  # fmt: skip
    parser.add_argument("--all", action="store_true", help="every layout there is")
    parser.add_argument("--overlooked", type=_percents, default=(), metavar="0,15,30,50",
                        help="percent of the listed words that are missed")  # fmt: skip
    parser.add_argument("--words", type=Path, metavar="FILE",
                        help="the list of words for the layouts of peers")  # fmt: skip


def _bench_rate(parser: argparse.ArgumentParser) -> None:
    _messages(parser)
    parser.add_argument("--user", choices=("fast", "typical", "noisy"), required=True,
                        help="which of the simulated users writes")  # fmt: skip
    parser.add_argument("--search", type=_seconds, metavar="S",
                        help="seconds to find and decide, where words are offered")  # fmt: skip
    parser.add_argument("--seeds", type=_at_least_one, default=8, metavar="N",
                        help="so many persons, each with other random numbers")  # fmt: skip
    parser.add_argument("--settings", action="append", default=[], metavar="KEY=VALUE",
                        help="another value of a setting; may be given again")  # fmt: skip
    parser.add_argument("--pace", type=_pace, default=1.0, metavar="X",
                        help="times the scan time that calibration gave")  # fmt: skip
    parser.add_argument("--peers", action="store_true", help="also set up as others are")
    parser.add_argument("--levers", action="store_true",
                        help="also with what can be switched on, one after the other")  # fmt: skip
    parser.add_argument("--terms", action="store_true",
                        help="also without each of the person's faults in turn")  # fmt: skip
    parser.add_argument("--per-message", action="store_true", help="also for each message")


def _messages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--messages", type=Path, required=True, metavar="FILE",
                        help="what is written, one message a line")  # fmt: skip
    parser.add_argument("--limit", type=_at_least_one, metavar="N",
                        help="only so many of the messages")  # fmt: skip


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("it must be at least 1")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 60:
        raise argparse.ArgumentTypeError("it must be from 0 to 60 seconds")
    return number


def _pace(text: str) -> float:
    number = float(text)
    if not 0.1 <= number <= 10:
        raise argparse.ArgumentTypeError("it must be from 0.1 to 10")
    return number


def _percents(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.split(","))
    if not all(0 <= number <= 100 for number in numbers):
        raise argparse.ArgumentTypeError("they must be from 0 to 100")
    return numbers
