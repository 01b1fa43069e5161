"""``wren bench steps``: what writing costs under each layout, in scan steps and presses."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import reduce
from importlib.util import find_spec
from multiprocessing import get_context
from operator import add
from typing import TypeVar

from aac.cli.commands import CommandProblem
from aac.cli.contenders import Contender, shipped_list
from aac.cli.ideal_user import Effort
from aac.cli.layouts import LAYOUTS, Layout
from aac.cli.messages import Messages, check_there, read_messages
from aac.cli.output import machine, print_result, progress
from aac.cli.steps_task import Task, read, write

PROCESSES = 2
TOGETHER = 60  # messages in a task
WREN = Contender("wren", "wren")
ABOUT = (
    "an ideal user writes and speaks each message at the real session; each is begun anew, "
    "without a talk before it, and nothing is learned",
    "a step is one item lit until the press, the one pressed on included; the steps and presses "
    "of Speak count; per char: by letters, apostrophes and the spaces between words",
    "overlooked_percent: the chance that a listed word is missed, each time that it is shown; "
    "words_chosen_percent: of all words, those chosen from the list",
)

Result = TypeVar("Result")


def steps(options: argparse.Namespace) -> int:
    """Rows for layouts, and the bound."""
    messages = read_messages(options.messages, options.limit)
    wanted = _wanted(options)
    notes = [*ABOUT, *messages.notes]
    listed = WREN
    if any(layout.listed for layout, _ in wanted):
        listed = _listed(options)
        notes.append(f"listed words are those of: {listed.name}")
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as processes:
        writing = Writing(processes, messages, notes)
        rows = [
            writing.row(layout, percent, listed if layout.listed else WREN)
            for layout, percent in wanted
        ]
        bound = writing.bound()
    result = {"messages": len(messages.texts), "rows": rows, "bound": bound, "notes": notes}
    print_result({**machine(), **result}, as_json=options.json)
    return 0


def _wanted(options: argparse.Namespace) -> list[tuple[Layout, int]]:
    """The layouts, each with percents of words overlooked."""
    known = {layout.name: layout for layout in LAYOUTS}
    unknown = [name for name in options.layout if name not in known]
    if unknown:
        raise CommandProblem(f"There is no layout {unknown[0]}. There are: {', '.join(known)}.")
    layouts = [known[name] for name in options.layout] or [
        layout for layout in LAYOUTS if layout.usual or options.all
    ]
    return [
        (layout, percent)
        for layout in layouts
        for percent in options.overlooked or (0, *layout.also_overlooked)
    ]


def _listed(options: argparse.Namespace) -> Contender:
    """The plain list for the peers' layouts: the one given, wordfreq's, or the shipped one."""
    if options.words is not None:
        return Contender(options.words.name, "list", check_there(options.words))
    if find_spec("wordfreq") is not None:
        return Contender("wordfreq", "wordfreq")
    return Contender("the list that Wren ships", "list", shipped_list())


class Writing:
    """Has the messages written, a part at a time on both cores.  ``notes``: what is to be told."""

    def __init__(
        self, processes: ProcessPoolExecutor, messages: Messages, notes: list[str]
    ) -> None:
        self._processes = processes
        self._messages = messages
        self._notes = notes

    def row(self, layout: Layout, percent: int, words: Contender) -> dict[str, object]:
        """One row of the result; figures that could not be taken are null."""
        name = layout.name if percent == 0 else f"{layout.name}, {percent} % overlooked"
        results = self._by_parts(write, layout, percent, words, name)
        problems = [one for one in results if isinstance(one, str)]
        done = reduce(add, (one for one in results if isinstance(one, Effort)), Effort())
        if problems:
            self._notes.append(f"{name}: the figures are null: {problems[0]}")
        characters = self._messages.characters
        return {
            "layout": layout.name,
            "words": layout.words,
            "letters": layout.letters,
            "overlooked_percent": percent,
            "steps_per_char": None if problems else round(done.steps / characters, 3),
            "presses_per_char": None if problems else round(done.presses / characters, 3),
            "words_chosen_percent": None
            if problems
            else round(100 * done.chosen / self._messages.words, 1),
        }

    def bound(self) -> float | None:
        """The fewest steps per char that any layout could need, at one bit a step."""
        parts = self._by_parts(read, LAYOUTS[0], 0, WREN, "bound")
        if not all(bits.given and bits.sound for bits in parts):
            self._notes.append("bound is null: the predictor gives no letters, or no sound ones")
            return None
        floored = sum(bits.floored for bits in parts)
        self._notes.append(
            "bound: bits of the messages and their ends by Wren's predictor, one bit a step; "
            f"{floored} signs that it left out count as one in a million"
        )
        return round(sum(bits.total for bits in parts) / self._messages.characters, 3)

    def _by_parts(
        self,
        work: Callable[[Task], Result],
        layout: Layout,
        percent: int,
        words: Contender,
        what: str,
    ) -> list[Result]:
        texts = self._messages.texts
        tasks = [
            Task(layout, words, percent, texts[first : first + TOGETHER], first)
            for first in range(0, len(texts), TOGETHER)
        ]
        results: list[Result] = []
        for result in self._processes.map(work, tasks):
            results.append(result)
            progress(len(results), len(tasks), what)
        return results
