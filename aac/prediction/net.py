"""The sentence model: a small recurrent network (LSTM) that sees the whole message so far.

It re-ranks the words that the n-grams find likely.  Weights are stored as signed bytes, each row
with a scale of its own.  Source of the cell: Hochreiter & Schmidhuber, "Long short-term memory"
(1997); of the tied input and output rows: Press & Wolf, "Using the output embedding" (2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aac.prediction.largest import largest
from aac.prediction.tables import Floats

State = tuple[Floats, Floats]


class Net:
    """``arrays``: the files ``net_*.npy``.  Words are meant by their numbers in the tables.

    ``net_words`` tells the number of the word that each row stands for; rows 0 and 1 are the end
    of a sentence and all unknown words.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], size: int) -> None:
        self._rows = arrays["net_rows"]
        self._scales = arrays["net_rows_scale"]
        self._bias = arrays["net_bias"]
        words = arrays["net_words"]
        self._row_of = np.ones(size, dtype=np.int64)  # unknown words share a row
        self._row_of[words] = np.arange(len(words))
        self._known = np.zeros(size, dtype=bool)
        self._known[words] = True
        self._gates = _opened(arrays, "net_gates")
        self._gates_bias = np.asarray(arrays["net_gates_bias"])
        self._out = _opened(arrays, "net_out")
        self._out_bias = np.asarray(arrays["net_out_bias"])
        self._hidden = self._out.shape[1]

    def begin(self) -> State:
        """Before any word."""
        return np.zeros(self._hidden, np.float32), np.zeros(self._hidden, np.float32)

    def read(self, state: State, word: int) -> State:
        """The state after one more word."""
        hidden, cell = state
        row = int(self._row_of[word])
        seen = self._rows[row].astype(np.float32) * self._scales[row]
        gates = self._gates @ np.concatenate((seen, hidden)) + self._gates_bias
        take, keep, new, show = gates.reshape(4, -1)
        cell = _sigmoid(keep) * cell + _sigmoid(take) * np.tanh(new)
        return _sigmoid(show) * np.tanh(cell), cell

    def reranked(self, state: State, chances: Floats, share: float, most: int) -> Floats:
        """The likeliest ``most`` words weighed anew, ``share`` of each from the network.

        Their sum stays what it was, so that words outside are neither gained nor lost.
        """
        likely = largest(chances, most)
        likely = likely[self._known[likely]]
        if not len(likely):
            return chances
        rows = self._row_of[likely]
        seen = self._out @ state[0] + self._out_bias
        scores = (self._rows[rows].astype(np.float32) @ seen) * self._scales[rows]
        scores += self._bias[rows]
        weights = np.exp(scores - scores.max())
        before = chances[likely]
        weights *= before.sum() / weights.sum()
        mixed = chances.copy()
        mixed[likely] = (1 - share) * before + share * weights
        return mixed


def _opened(arrays: Mapping[str, NDArray[Any]], name: str) -> Floats:
    """Bytes as numbers again; small, and read at every word, so kept in memory."""
    return arrays[name].astype(np.float32) * arrays[f"{name}_scale"][:, None]


def _sigmoid(values: Floats) -> Floats:
    # By the tangent, which overflows nowhere.
    return np.float32(0.5) + np.float32(0.5) * np.tanh(np.float32(0.5) * values)
