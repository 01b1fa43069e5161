"""Other people's predictors behind Wren's socket, so that one harness measures them all.

They are no part of Wren: each is imported only when it is asked for.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from configparser import ConfigParser
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from aac.core.prediction import FrequencyPredictor
from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings
from aac.ports import Predictor

WORDFREQ_WORDS = 50_000
LONGEST = 3  # words in a row that pressagio counts


class PeerProblem(Exception):
    """A peer cannot be measured here; the message says why."""


def word_list(path: Path) -> Predictor:
    """A file with one word a line, and its count behind a tab or a space, or the commonest first.

    Raises `PeerProblem`.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise PeerProblem(f"{path.name} cannot be read as a list of words") from problem
    words: list[tuple[str, int]] = []
    for place, line in enumerate(lines):
        word, *count = line.split()[:2] or [""]
        given = count[0] if count else ""
        words.append((word.lower(), int(given) if given.isdigit() else len(lines) - place))
    return _list([(word, count) for word, count in words if word])


def wordfreq(language: str) -> Predictor:
    """The commonest words of the package wordfreq.  Raises `PeerProblem`."""
    ranked = _imported("wordfreq").top_n_list(language, WORDFREQ_WORDS)
    words = [word for word in ranked if word.replace("'", "").isalpha()]
    return _list([(word, len(words) - place) for place, word in enumerate(words)])


def _list(words: Iterable[tuple[str, int]]) -> Predictor:
    predictor: Predictor = FrequencyPredictor(words)
    return predictor


class Pressagio:
    """The package pressagio (Apache-2.0), with a database counted from a text of ours.

    It asks its database with the words as they are, so an apostrophe ends in an error there: then
    it offers nothing.
    """

    def __init__(self, database: Path) -> None:
        """``database``: made by `count_words`.  Raises `PeerProblem`."""
        engine = _imported("pressagio")
        self._stream = ""
        self._emit: Callable[[Suggested], None] | None = None
        self._engine = engine.Pressagio(self, _pressagio_settings(database))

    def past_stream(self) -> str:
        """Asked for by pressagio: what is written."""
        return self._stream

    def future_stream(self) -> str:
        """Asked for by pressagio: what stands behind the caret."""
        return ""

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def suggest(self, wanted: Suggest) -> None:
        self._stream = wanted.before + wanted.prefix
        try:
            words = tuple(self._engine.predict()[: wanted.count])
        except sqlite3.Error:
            words = ()
        if self._emit is not None:
            self._emit(Suggested(wanted.id, words))

    def use(self, settings: Settings) -> None:
        """It has no settings that we change."""

    def learn(self, said: str) -> None:
        """It does not learn here."""

    def forget(self) -> None:
        """It has learned nothing."""

    def stop(self) -> None:
        self._emit = None
        self._engine.close_database()


def count_words(text: Path, database: Path) -> None:
    """Runs of one, two and three words of each line into a database of pressagio's own form.

    Raises `PeerProblem`.
    """
    tables = _imported("pressagio.dbconnector")
    counts = [Counter[tuple[str, ...]]() for _ in range(LONGEST)]
    try:
        lines = text.read_text(encoding="utf-8").lower().splitlines()
    except UnicodeDecodeError as problem:
        raise PeerProblem(f"{text.name} is not a text file") from problem
    for words in map(str.split, lines):
        for length, count in enumerate(counts, start=1):
            count.update(zip(*(words[n:] for n in range(length)), strict=False))
    connector = tables.SqliteDatabaseConnector(str(database), LONGEST)
    with closing(connector.con):
        for length, count in enumerate(counts, start=1):
            connector.create_ngram_table(length)
            places = ", ".join("?" * (length + 1))
            rows = ((*words, times) for words, times in count.items())
            connector.con.executemany(f"INSERT INTO _{length}_gram VALUES ({places})", rows)
            connector.create_index(length)
        connector.con.commit()


def _imported(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as problem:
        raise PeerProblem(f"the package {module.split('.')[0]} is not installed") from problem


def _pressagio_settings(database: Path) -> ConfigParser:
    """Its usual settings, and lists of 8."""
    settings = ConfigParser()
    settings.read_dict(
        {
            "Database": {"class": "SqliteDatabaseConnector", "database": str(database)},
            "PredictorRegistry": {"predictors": "Ngrams"},
            "Ngrams": {
                "predictor_class": "SmoothedNgramPredictor",
                "deltas": "0.01 0.1 0.89",
                "learn": "false",
            },
            "Selector": {"suggestions": "8", "greedy_suggestion_threshold": "0"},
            "ContextTracker": {"sliding_window_size": "80", "lowercase_mode": "true"},
        }
    )
    return settings
