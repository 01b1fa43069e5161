"""How likely a letter is after three others, for words that the vocabulary does not have.

Smoothing: interpolated Witten-Bell (Witten & Bell, "The zero-frequency problem", 1991), from
single letters up to runs of four.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

RUN = 4  # three letters before, one after


def signs_of(words: Sequence[str], letters: str) -> NDArray[np.uint8]:
    """Each word as numbers of its letters from 1, with 0 behind its end."""
    number = {letter: place for place, letter in enumerate(letters, start=1)}
    width = max(map(len, words), default=0) + 1
    rows = np.zeros((len(words), width), dtype=np.uint8)
    for row, word in zip(rows, words, strict=True):
        row[: len(word)] = [number[letter] for letter in word]
    return rows


def spelling_model(words: Iterable[str], letters: str) -> NDArray[np.float64]:
    """P(sign | three signs before) for every run of four signs; the sign 0 is a word's edge.

    Each word counts once, however common: unknown words look like rare ones.
    """
    size = len(letters) + 1
    seen = np.zeros((size,) * RUN)
    for row in signs_of(sorted(set(words)), letters):
        signs = [0] * (RUN - 1) + [int(sign) for sign in row[: int(np.argmin(row))]] + [0]
        for place in range(RUN - 1, len(signs)):
            seen[tuple(signs[place - RUN + 1 : place + 1])] += 1
    chances = np.full(size, 1 / size)
    for order in range(1, RUN + 1):
        counts = seen.sum(axis=tuple(range(RUN - order)))
        kinds = (counts > 0).sum(axis=-1, keepdims=True)
        total = counts.sum(axis=-1, keepdims=True)
        mixed = (counts + kinds * chances) / np.maximum(total + kinds, 1)
        chances = np.where(total > 0, mixed, np.broadcast_to(chances, counts.shape))
    return chances
