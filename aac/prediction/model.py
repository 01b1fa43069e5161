"""One distribution over the next word, from the n-grams and the sentence model together."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

import numpy as np

from aac.prediction.largest import largest
from aac.prediction.net import Net, State
from aac.prediction.reading import Before
from aac.prediction.tables import Floats, Language
from aac.prediction.words_model import WordsModel

# Chosen between 0 and 0.7 on training text that was set aside while it was chosen.
NET_SHARE = 0.6
RERANKED = 2000  # words that the sentence model weighs anew; the rest hold 1 % of the chances
REMEMBERED = 64  # states; a state is small
REMEMBERED_CHANCES = 6  # a list of all chances is not: 160 kB
READ_AGAIN = 10  # words; more would take longer than 5 ms on an old computer

Value = TypeVar("Value")


class Places(Mapping[str, int]):
    """Where each word stands in a sorted list; a dictionary of them would take 4 MB.

    ``signs``: names for numbers that stand for no word.
    """

    def __init__(self, words: Sequence[str], signs: Mapping[str, int] | None = None) -> None:
        self._words = words
        self._signs = signs or {}

    def __getitem__(self, word: str) -> int:
        if word in self._signs:
            return self._signs[word]
        place = bisect_left(self._words, word)
        if place == len(self._words) or self._words[place] != word:
            raise KeyError
        return place

    def __iter__(self) -> Iterator[str]:
        yield from self._words
        yield from self._signs

    def __len__(self) -> int:
        return len(self._words) + len(self._signs)


class Model:
    """``keys``: the words in small letters; ``numbers``: their places.  ``start``, ``end``,
    ``unknown``: the numbers of the signs behind them.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        # Most words are in small letters as they are, and need not be kept twice.
        self.keys = [word if word.islower() else word.lower() for word in language.words]
        self.numbers = Places(self.keys)
        self.end = len(self.keys)
        self.start, self.unknown = self.end + 1, self.end + 2
        self._words = WordsModel(language.tables)
        self._net = Net(language.net, self.unknown + 1) if language.net else None
        self._states: OrderedDict[Hashable, State] = OrderedDict()
        self._chances: OrderedDict[Hashable, Floats] = OrderedDict()

    def number(self, word: str) -> int:
        return self.numbers.get(word, self.unknown)

    def chances(self, before: Before) -> Floats:
        """The chance of every word, of the end, of an unknown word; not to be changed."""
        found = _recall(self._chances, before)
        if found is None:
            found = self._reckoned(before)
            _remember(self._chances, before, found, REMEMBERED_CHANCES)
        return found

    def end_after(self, before: Before, word: int) -> float:
        """The chance that the sentence ends after one more word."""
        context = (*self._context(before), word)[-2:]
        return self._words.chance(context, self.end)

    def _reckoned(self, before: Before) -> Floats:
        chances = self._words.chances(self._context(before))
        chances[self.start] = 0.0
        chances /= chances.sum()
        if self._net is None:
            return chances
        state = self._state(self._net, self._numbers(before))
        return self._net.reranked(state, chances, NET_SHARE, min(RERANKED, len(self.keys)))

    def _context(self, before: Before) -> tuple[int, ...]:
        numbers = (self.start, *map(self.number, before.sentence[-2:]))
        return numbers[-2:]

    def _numbers(self, before: Before) -> tuple[int, ...]:
        """Everything before as one row, each sentence ended; a new one begins behind an end."""
        row = [self.end]
        for sentence in before.earlier:
            row += [*map(self.number, sentence), self.end]
        return (*row, *map(self.number, before.sentence))

    def _state(self, net: Net, numbers: tuple[int, ...]) -> State:
        """The state after these words, read on from the last place that is remembered.

        Where none is near (a draft opened, the caret moved) only the last words are read, so that
        the answer comes in time.
        """
        first = max(0, len(numbers) - READ_AGAIN)
        known = len(numbers)
        state = _recall(self._states, numbers)
        while state is None and known > first:
            known -= 1
            state = _recall(self._states, numbers[:known])
        # States on the way that know nothing of the first words would be taken for whole ones.
        is_whole = state is not None or first == 0
        if state is None:
            state = net.begin()
        for place in range(known, len(numbers)):
            state = net.read(state, numbers[place])
            if is_whole or place == len(numbers) - 1:
                _remember(self._states, numbers[: place + 1], state, REMEMBERED)
        return state


def _recall(kept: OrderedDict[Hashable, Value], key: Hashable) -> Value | None:
    if key in kept:
        kept.move_to_end(key)
    return kept.get(key)


def _remember(kept: OrderedDict[Hashable, Value], key: Hashable, value: Value, most: int) -> None:
    kept[key] = value
    if len(kept) > most:
        kept.popitem(last=False)


def likeliest(weights: Floats, count: int) -> np.ndarray:
    """The places of the largest weights above nothing, the largest first."""
    places = largest(weights, count)
    places = places[np.lexsort((places, -weights[places]))]
    return places[weights[places] > 0]
