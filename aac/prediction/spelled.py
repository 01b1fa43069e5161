"""Likely letters: from the words that fit, and letter by letter for words that nobody listed."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from aac.prediction.tables import Bytes, Floats, from_bytes

# How likely a word is one that the vocabulary lacks, before any letter of it is known.  So often
# words of the training text are; more makes each letter of a listed word harder to reach.
UNLISTED = 0.02
CONTEXT = 3


class Spelling:
    """The letter model.  A letter's number is its place in ``letters``, from 1."""

    def __init__(self, letters: str, table: Bytes) -> None:
        self.letters = letters
        self._number = {letter: place for place, letter in enumerate(letters, start=1)}
        self._table = table
        self._value = from_bytes()

    def next(self, prefix: str) -> tuple[float, Floats] | None:
        """How likely an unlisted word begins so, and the chances of its end and next letters.

        None where the prefix has a sign that is no letter of the language.
        """
        numbers = [self._number.get(letter, 0) for letter in prefix]
        if not all(numbers):
            return None
        row = [0] * CONTEXT + numbers
        begins = 1.0
        for place in range(CONTEXT, len(row)):
            begins *= float(self._after(row[place - CONTEXT : place])[row[place]])
            if not begins:  # so long that it is no word, and takes long to look through
                break
        after = self._after(row[-CONTEXT:]).copy()
        if not prefix:
            after[0] = 0.0
        return begins, after / after.sum()

    def _after(self, signs: list[int]) -> Floats:
        return self._value[self._table[tuple(signs)]]


def letters_of(
    fitting: Floats,
    signs: Bytes,
    strangers: Mapping[str, float],
    prefix: str,
    spelling: Spelling,
) -> Floats | None:
    """The chances of the word's end (place 0) and of each letter; they add up to one.

    ``fitting``: the weights of the words that begin with the prefix; ``signs``: their letters, by
    number, in one row each.  None where the prefix is no beginning of a word.
    """
    unlisted = spelling.next(prefix)
    if unlisted is None:
        return None
    begins, after = unlisted
    size = len(spelling.letters) + 1
    sums = np.zeros(size)
    if len(prefix) < signs.shape[1]:
        sums += np.bincount(signs[:, len(prefix)], weights=fitting, minlength=size)
    for word, chance in strangers.items():
        rest = word[len(prefix) : len(prefix) + 1]
        place = spelling.letters.find(rest) + 1 if rest else 0
        sums[place] += chance
    sums = sums * (1 - UNLISTED) + UNLISTED * begins * after
    if not sums.any():
        return after
    return (sums / sums.sum()).astype(np.float32)
