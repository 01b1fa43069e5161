"""The tables of a language on disk: memory-mapped, read-only, shared between processes.

A folder holds ``language.json``, ``words.txt`` and one ``.npy`` file for each array.  Probabilities
are stored as one byte, a sixteenth of a natural logarithm a step (an error of 3 % at most).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aac.ports import PredictorProblem

VERSION = 1
STEPS = 16.0  # byte steps in a factor of e
SIGNS = 3  # the end and the start of a sentence, and unknown words; their numbers follow
TOP = 2.0  # the largest logarithm that can be stored: back-off weights may pass one

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]


class TablesProblem(PredictorProblem):
    """The tables cannot be used."""


@dataclass(frozen=True)
class WordTables:
    """Word n-grams with back-off; a word's number is its place in the alphabetical list.

    ``one``: probability of each word.  ``weight_one``: its back-off weight.  The pairs that begin
    with word ``w`` are ``pair_word[pair_start[w]:pair_start[w + 1]]``, their probabilities stand
    in ``two``.  ``context``: the pairs (by place) that begin a triple, sorted; the triples of the
    n-th context are ``triple_word[triple_start[n]:triple_start[n + 1]]``.  ``signs``: the letters
    of each word as numbers from 1, 0 behind its end.  ``spelling``: the probability of a letter
    after three others, 0 standing for the edge of a word.
    """

    one: Floats
    weight_one: Bytes
    pair_start: NDArray[np.uint32]
    pair_word: NDArray[np.uint16]
    two: Bytes
    context: NDArray[np.uint32]
    weight_two: Bytes
    triple_start: NDArray[np.uint32]
    triple_word: NDArray[np.uint16]
    three: Bytes
    signs: Bytes
    spelling: Bytes


@dataclass(frozen=True)
class Language:
    """``words``: as they are written ("London").  ``letters``: the letters that words are made of.

    ``net``: the arrays of the sentence model, empty where the language has none.
    """

    words: list[str]
    letters: str
    tables: WordTables
    net: dict[str, NDArray[Any]]
    facts: dict[str, Any]


def to_bytes(values: NDArray[np.float64]) -> Bytes:
    """Probabilities or back-off weights as bytes."""
    steps = np.rint((TOP - np.log(np.maximum(values, 1e-30))) * STEPS)
    return np.clip(steps, 0, 255).astype(np.uint8)


def from_bytes() -> Floats:
    """What each byte stands for."""
    return np.exp(TOP - np.arange(256) / STEPS).astype(np.float32)


def open_language(folder: Path) -> Language:
    """Map the tables into memory.  Raises `TablesProblem`."""
    try:
        facts = json.loads((folder / "language.json").read_text("utf-8"))
        words = (folder / "words.txt").read_text("utf-8").split("\n")[:-1]
        arrays = {field.name: _mapped(folder / f"{field.name}.npy") for field in fields(WordTables)}
        net = {path.stem: _mapped(path) for path in sorted(folder.glob("net_*.npy"))}
        language = Language(words, facts["letters"], WordTables(**arrays), net, facts)
        if facts["version"] != VERSION or not (_tables_fit(language) and _net_fits(language)):
            raise TablesProblem("other version, or files that do not belong together")
        return language
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise TablesProblem(type(problem).__name__) from problem


def _mapped(path: Path) -> NDArray[Any]:
    try:
        # As a plain array: each slice of numpy's own kind for files takes several microseconds.
        return np.asarray(np.lib.format.open_memmap(path, mode="r"))
    # numpy reads the head of a file with Python's own parser, which fails in many ways.
    except Exception as problem:
        raise TablesProblem(type(problem).__name__) from problem


def _tables_fit(language: Language) -> bool:
    """Whether these were written together: not so after an update that was broken off."""
    tables = language.tables
    words, size = len(language.words), len(language.words) + SIGNS
    pairs, contexts, triples = len(tables.two), len(tables.context), len(tables.three)
    expected = {
        "one": ("f4", (size,)),
        "weight_one": ("u1", (size,)),
        "pair_start": ("u4", (size + 1,)),
        "pair_word": ("u2", (pairs,)),
        "two": ("u1", (pairs,)),
        "context": ("u4", (contexts,)),
        "weight_two": ("u1", (contexts,)),
        "triple_start": ("u4", (contexts + 1,)),
        "triple_word": ("u2", (triples,)),
        "three": ("u1", (triples,)),
        "signs": ("u1", (words, *tables.signs.shape[1:2])),
        "spelling": ("u1", (len(language.letters) + 1,) * 4),
    }
    return (
        all(
            getattr(tables, name).dtype == np.dtype(f"<{kind}")
            and getattr(tables, name).shape == shape
            for name, (kind, shape) in expected.items()
        )
        and tables.signs.ndim == 2
        and (tables.pair_start[-1], tables.triple_start[-1]) == (pairs, triples)
    )


def _net_fits(language: Language) -> bool:
    """The same of the sentence model, where there is one."""
    net = language.net
    if not net:
        return True
    rows, (row, hidden) = len(net["net_words"]), net["net_out"].shape
    expected = {
        "net_words": (rows,),
        "net_bias": (rows,),
        "net_rows": (rows, row),
        "net_rows_scale": (rows,),
        "net_gates": (4 * hidden, row + hidden),
        "net_gates_scale": (4 * hidden,),
        "net_gates_bias": (4 * hidden,),
        "net_out": (row, hidden),
        "net_out_scale": (row,),
        "net_out_bias": (row,),
    }
    return {name: part.shape for name, part in net.items()} == expected and bool(
        (net["net_words"] < len(language.words) + SIGNS).all()
    )
