"""``wren bench rate``: words per minute of simulated persons who err, mend and tire."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib.util import find_spec
from multiprocessing import get_context

from aac.cli.commands import CommandProblem
from aac.cli.contenders import Contender, shipped_list
from aac.cli.layouts import Values
from aac.cli.messages import read_messages
from aac.cli.output import machine, print_result, progress
from aac.cli.rate.measures import Figures, figures, of_each_message, rare_ones
from aac.cli.rate.person import PEOPLE, TERMS, Person, without
from aac.cli.rate.record import Written
from aac.cli.rate.rows import ON_TIME, PEERS, UNTUNED, WREN, Row, differing, levers, missing_levers
from aac.cli.rate.task import Done, Task, write
from aac.files.word_list import read_words
from aac.model.declared import Number, Switch, Texts, Value
from aac.model.settings import BY_KEY, Settings, checked

PROCESSES = 2
MESSAGES = 200  # unless more or fewer are asked for
NO_FIGURES = tuple(figures([[Written()]], 1.0, frozenset()))  # their names
COMMON = 5000  # words; a message with another one counts as one with a rare word
ABOUT = (
    "simulated users SU-1 write each message at the real session in invented time, mend what goes "
    "wrong and choose Speak; one person, one seed, writes all messages in a row",
    "wpm: five characters a word, from the first light to the press that speaks, without the "
    "voice; low and high: 95 % where persons and messages are drawn anew",
    "errors are always seen and mended, so what is left are only messages that were given up; of "
    "those the characters that stood there right count as written",
    "worst_tenth_wpm: nine in ten messages are written faster; rare_words_wpm: messages with a "
    f"word that is not among the {COMMON} commonest of the shipped list",
    "share_of_limit: of what such presses could carry at 1.5 bits for each character",
    "rests come between messages, after 30 minutes of writing",
)


def rate(options: argparse.Namespace) -> int:
    """One result for Wren as it is after calibration and rows for whatever else is asked for."""
    messages = read_messages(options.messages, options.limit or MESSAGES)
    person = PEOPLE[options.user]
    if options.search is not None:
        person = replace(person, search=options.search)
    own = own_settings(options.settings)
    seeds = tuple(str(seed) for seed in range(1, options.seeds + 1))
    notes = [*ABOUT, *messages.notes]
    rare = rare_ones(messages.texts, dict(read_words(shipped_list())[:COMMON]))
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as processes:
        people = People(processes, messages.texts, seeds, rare, notes)
        wren = replace(WREN, pace=options.pace)
        result = people.figures(wren, own, person, each_message=options.per_message)
        rows = [people.row(row, {}, person) for row in PEERS] if options.peers else []
        if options.levers:
            rows += [people.row(row, own, person) for row in (UNTUNED, ON_TIME, *levers(wren))]
            notes += [f"this Wren has no setting for: {name}" for name in missing_levers()]
        terms = people.terms(wren, own, person) if options.terms else []
    head = {"user": options.user, "search_s": person.search, "messages": len(messages.texts)}
    whole = {**machine(), **head, "seeds": list(seeds), **result}
    print_result({**whole, "rows": rows, "terms": terms, "notes": notes}, as_json=options.json)
    return 0


class People:
    """Has the messages written by simulated persons, some in each process.

    ``rare``: the messages with a rare word.  ``notes``: what is to be told.
    """

    def __init__(
        self,
        processes: ProcessPoolExecutor,
        texts: tuple[str, ...],
        seeds: Sequence[str],
        rare: frozenset[str],
        notes: list[str],
    ) -> None:
        self._processes = processes
        self._texts = texts
        self._seeds = seeds
        self._rare = rare
        self._notes = notes

    def row(self, row: Row, own: Values, person: Person) -> Figures:
        """One row of the result, under its name."""
        return {"row": row.name, "user": person.name, **self.figures(row, own, person)}

    def terms(self, row: Row, own: Values, person: Person) -> list[Figures]:
        """The results where the person has all but one term of the model, and none of them."""
        taken = {**{term: (term,) for term in TERMS}, "all of these": tuple(TERMS)}
        return [
            {
                "without": name,
                **self.figures(row, own, without(person, *terms), what=f"without {name}"),
            }
            for name, terms in taken.items()
        ]

    def figures(
        self, row: Row, own: Values, person: Person, *, what: str = "", each_message: bool = False
    ) -> Figures:
        """The settings and the measures; null where the row cannot be measured here."""
        done = self._written(row, own, person, what or row.name)
        problems = [part.problem for part in done if part.problem]
        if problems:
            self._notes.append(f"{what or row.name}: the figures are null: {problems[0]}")
            return {"tuning": row.tuning.value, "settings": None, **dict.fromkeys(NO_FIGURES)}
        people = [written for part in done for written in part.written]
        used = [settings for part in done for settings in part.settings]
        found: Figures = {"tuning": row.tuning.value, "settings": _shown(used)}
        found |= figures(people, person.limit, self._rare)
        return found | ({"per_message": of_each_message(people)} if each_message else {})

    def _written(self, row: Row, own: Values, person: Person, what: str) -> list[Done]:
        listed = listed_words() if row.listed else Contender("wren", "wren")
        parts = [self._seeds[n::PROCESSES] for n in range(PROCESSES)]
        tasks = [Task(row, own, person, listed, self._texts, tuple(part)) for part in parts if part]
        done: list[Done] = []
        progress(0, len(tasks), what)
        for part in self._processes.map(write, tasks):
            done.append(part)
            progress(len(done), len(tasks), what)
        return done


def own_settings(given: Sequence[str]) -> Values:
    """Settings as ``KEY=VALUE``.  Raises `CommandProblem`."""
    values: dict[str, Value] = {}
    for each in given:
        key, equals, text = each.partition("=")
        if not equals or key not in BY_KEY:
            raise CommandProblem(f"There is no setting {key}; one is given as KEY=VALUE.")
        try:
            values[key] = checked(key, _value(key, text))
        except ValueError:
            raise CommandProblem(f"{text} is no value of the setting {key}.") from None
    if values.get("scan_method", "automatic") != "automatic":
        raise CommandProblem("The simulated users press one switch under automatic scanning.")
    return values


def _value(key: str, text: str) -> Value:
    """What is written, as this kind of setting has it.  Raises `ValueError`."""
    match BY_KEY[key]:
        case Number():
            return None if text == "none" else float(text)
        case Switch():
            return {"true": True, "false": False}.get(text, text)
        case Texts():
            return tuple(part for part in text.split(",") if part)
    return text


def _shown(used: Sequence[Settings]) -> dict[str, object]:
    """What differs from the shipped settings; where persons differ, the values of all of them."""
    every = [differing(settings) for settings in used]
    keys = sorted({key for settings in every for key in settings})
    shown: dict[str, object] = {}
    for key in keys:
        values = [getattr(settings, key) for settings in used]
        shown[key] = values[0] if all(value == values[0] for value in values) else values
    return shown


def listed_words() -> Contender:
    """The plain list of the peers: wordfreq's, or the shipped one."""
    if find_spec("wordfreq") is not None:
        return Contender("wordfreq", "wordfreq")
    return Contender("the list that Wren ships", "list", shipped_list())
