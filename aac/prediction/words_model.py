"""How likely each word is after the two words before it."""

from __future__ import annotations

import numpy as np

from aac.prediction.tables import Floats, WordTables, from_bytes


class WordsModel:
    """Reads the n-gram tables.  A context is the numbers of the words before, the newest last."""

    def __init__(self, tables: WordTables) -> None:
        self._tables = tables
        self._value = from_bytes()

    def chances(self, context: tuple[int, ...]) -> Floats:
        """The probability of every word, and of the signs behind them; sums to about one."""
        tables = self._tables
        if not context:
            return tables.one.copy()
        last = context[-1]
        chances = tables.one * self._value[tables.weight_one[last]]
        pairs = self._pairs(last)
        chances[tables.pair_word[pairs]] = self._value[tables.two[pairs]]
        place = self._context(context)
        if place is not None:
            chances *= self._value[tables.weight_two[place]]
            triples = self._triples(place)
            chances[tables.triple_word[triples]] = self._value[tables.three[triples]]
        return chances

    def chance(self, context: tuple[int, ...], word: int) -> float:
        """The probability of one word."""
        tables = self._tables
        if not context:
            return float(tables.one[word])
        weight = 1.0
        place = self._context(context)
        if place is not None:
            triples = self._triples(place)
            found = _find(tables.triple_word[triples], word)
            if found is not None:
                return float(self._value[tables.three[triples.start + found]])
            weight = float(self._value[tables.weight_two[place]])
        pairs = self._pairs(context[-1])
        found = _find(tables.pair_word[pairs], word)
        if found is not None:
            return weight * float(self._value[tables.two[pairs.start + found]])
        back = float(self._value[tables.weight_one[context[-1]]])
        return weight * back * float(tables.one[word])

    def _pairs(self, word: int) -> slice:
        start = self._tables.pair_start
        return slice(int(start[word]), int(start[word + 1]))

    def _triples(self, place: int) -> slice:
        start = self._tables.triple_start
        return slice(int(start[place]), int(start[place + 1]))

    def _context(self, context: tuple[int, ...]) -> int | None:
        """Where the triples that begin with the two last words stand, if there are any."""
        if len(context) < 2:
            return None
        pairs = self._pairs(context[-2])
        found = _find(self._tables.pair_word[pairs], context[-1])
        return None if found is None else _find(self._tables.context, pairs.start + found)


def _find(row: np.ndarray, value: int) -> int | None:
    place = int(np.searchsorted(row, value))
    return place if place < len(row) and row[place] == value else None
