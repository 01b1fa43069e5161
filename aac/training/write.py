"""Writes the tables of a language; the same model gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aac.prediction.tables import VERSION, to_bytes
from aac.training.counts import BASE, Lexicon
from aac.training.kneser_ney import NGrams
from aac.training.spelling import signs_of


def write_language(
    folder: Path,
    model: NGrams,
    lexicon: Lexicon,
    *,
    written: Sequence[str],
    letters: str,
    spelling: NDArray[np.float64],
    facts: Mapping[str, Any],
) -> None:
    """Write all but the sentence model.  ``written``: the words with their capitals."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.npy"):
        old.unlink()
    words = "".join(f"{word}\n" for word in written)
    (folder / "words.txt").write_text(words, "utf-8", newline="\n")
    about = {"version": VERSION, "letters": letters, **facts}
    text = json.dumps(about, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / "language.json").write_text(text, "utf-8", newline="\n")
    arrays = {
        **_tables(model, lexicon),
        "signs": signs_of(lexicon.words, letters),
        "spelling": to_bytes(spelling),
    }
    for name, array in arrays.items():
        save(folder / f"{name}.npy", array)


def save(path: Path, array: NDArray[Any]) -> None:
    np.save(path, np.ascontiguousarray(array), allow_pickle=False)


def _tables(model: NGrams, lexicon: Lexicon) -> dict[str, NDArray[Any]]:
    history = model.pairs // BASE
    contexts = np.unique(model.triples // BASE)
    places = np.searchsorted(contexts, model.triples // BASE)
    return {
        "one": model.one.astype(np.float32),
        "weight_one": to_bytes(model.weight_one),
        "pair_start": _starts(history, lexicon.size),
        "pair_word": (model.pairs % BASE).astype(np.uint16),
        "two": to_bytes(model.two),
        "context": np.searchsorted(model.pairs, contexts).astype(np.uint32),
        "weight_two": to_bytes(model.context_weight(contexts)),
        "triple_start": _starts(places, len(contexts)),
        "triple_word": (model.triples % BASE).astype(np.uint16),
        "three": to_bytes(model.three),
    }


def _starts(sorted_groups: NDArray[np.int64], groups: int) -> NDArray[np.uint32]:
    """Where each group begins, and where the last one ends."""
    return np.searchsorted(sorted_groups, np.arange(groups + 1)).astype(np.uint32)
