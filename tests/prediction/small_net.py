"""A sentence model drawn by chance, and what it should say, reckoned plainly."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[Any]]

ROW, HIDDEN = 6, 9


def small_arrays(words: Sequence[int], end: int, unknown: int, strength: float = 1.0) -> Arrays:
    """As `aac.training.net` writes them, for these words of the tables."""
    chance = np.random.default_rng(3)
    numbers = np.array([end, unknown, *words], dtype=np.uint16)
    drawn = {
        "net_rows": chance.normal(0, strength, (len(numbers), ROW)),
        "net_gates": chance.normal(0, strength, (4 * HIDDEN, ROW + HIDDEN)),
        "net_out": chance.normal(0, strength, (ROW, HIDDEN)),
    }
    arrays: Arrays = {
        "net_words": numbers,
        "net_gates_bias": chance.normal(0, strength, 4 * HIDDEN).astype(np.float32),
        "net_out_bias": chance.normal(0, strength, ROW).astype(np.float32),
        "net_bias": chance.normal(0, strength, len(numbers)).astype(np.float32),
    }
    for name, matrix in drawn.items():
        scale = np.abs(matrix).max(axis=1) / 127
        arrays[name] = np.rint(matrix / scale[:, None]).astype(np.int8)
        arrays[f"{name}_scale"] = scale.astype(np.float32)
    return arrays


def write_net(folder: Path) -> None:
    """Beside the tables of a language; every third word is none that it knows."""
    size = len((folder / "words.txt").read_text("utf-8").split())
    words = [word for word in range(size) if word % 3]
    for name, array in small_arrays(words, size, size + 2).items():
        np.save(folder / f"{name}.npy", array)


class PlainNet:
    """The same, word by word and gate by gate, with nothing saved or sorted."""

    def __init__(self, arrays: Arrays) -> None:
        def opened(name: str) -> NDArray[np.float64]:
            return arrays[name].astype(np.float64) * arrays[f"{name}_scale"][:, None]

        self.rows, self.gates, self.out = map(opened, ("net_rows", "net_gates", "net_out"))
        self.arrays = arrays
        self.place = {int(word): row for row, word in enumerate(arrays["net_words"])}

    def hidden(self, words: Sequence[int]) -> NDArray[np.float64]:
        hidden, cell = np.zeros(HIDDEN), np.zeros(HIDDEN)
        for word in words:
            row = self.rows[self.place.get(word, 1)]
            gates = []
            for gate in range(4):
                part = slice(gate * HIDDEN, (gate + 1) * HIDDEN)
                from_word = self.gates[part, :ROW] @ row
                from_before = self.gates[part, ROW:] @ hidden
                gates.append(from_word + from_before + self.arrays["net_gates_bias"][part])
            into, forget, new, out = gates
            cell = cell / (1 + np.exp(-forget)) + np.tanh(new) / (1 + np.exp(-into))
            hidden = np.tanh(cell) / (1 + np.exp(-out))
        return hidden

    def score(self, hidden: NDArray[np.float64], word: int) -> float:
        row = self.place[word]
        seen = self.out @ hidden + self.arrays["net_out_bias"]
        return float(self.rows[row] @ seen + self.arrays["net_bias"][row])

    def reranked(
        self, words: Sequence[int], chances: Sequence[float], share: float, most: int
    ) -> list[float]:
        best = sorted(range(len(chances)), key=lambda word: -chances[word])[:most]
        likely = [word for word in best if word in self.place]
        hidden = self.hidden(words)
        weights = {word: np.exp(self.score(hidden, word)) for word in likely}
        factor = sum(chances[word] for word in likely) / sum(weights.values())
        mixed = list(chances)
        for word in likely:
            mixed[word] = (1 - share) * chances[word] + share * weights[word] * factor
        return mixed
