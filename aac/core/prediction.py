"""Our own predictor: likely words from a list of words with their counts.

Pure and quick (well under 5 ms), so it answers at once; reached only through its socket.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from heapq import nlargest

from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings

# A word of the person's own counts as much as a quite common one, after a single use.
OWN_WORD = 2000
OFTEN = 50  # more than are ever offered at once


class FrequencyPredictor:
    """Offers the most frequent words that begin with the letters written so far.

    ``words``: word and count.  What is learned lasts until the program ends.  It knows nothing
    of letters.
    """

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        self._given = dict(words)
        self._emit: Callable[[Suggested], None] | None = None
        self._learns = True
        self._own: dict[str, str] = {}  # in small letters -> as the person writes it
        self._removed: frozenset[str] = frozenset()
        self.forget()

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def use(self, settings: Settings) -> None:
        self._learns = settings.learning
        own = {word.lower(): word for word in settings.own_words if word.strip()}
        removed = frozenset(word.lower() for word in settings.removed_words)
        if (own, removed) != (self._own, self._removed):  # most changes are of something else
            self._own, self._removed = own, removed
            self._gather()

    def suggest(self, wanted: Suggest) -> None:
        if self._emit is not None:
            words = self._likely(wanted.prefix, wanted.count)
            self._emit(Suggested(wanted.id, tuple(self._own.get(word, word) for word in words)))

    def learn(self, said: str) -> None:
        for raw in said.split() if self._learns else ():
            word = raw.strip('.,?!;:()"…').lower()
            if not word.replace("'", "").replace("’", "").replace("-", "").isalpha():
                continue
            self._learned[word] += OWN_WORD
            if word in self._removed:
                continue
            if word not in self._count:
                self._sorted.insert(bisect_left(self._sorted, word), word)
            self._count[word] = self._count.get(word, 0) + OWN_WORD
            self._often.add(word)

    def forget(self) -> None:
        """Only the words that were given are left, by the program and by hand."""
        self._learned: Counter[str] = Counter()
        self._gather()

    def stop(self) -> None:
        self._emit = None

    def _gather(self) -> None:
        counts = Counter(self._given)
        counts.update(self._learned)
        counts.update(dict.fromkeys(self._own, OWN_WORD))
        self._count = {word: n for word, n in counts.items() if word not in self._removed}
        self._sorted = sorted(self._count)
        # To look through all words for each new word would take too long.
        self._often = set(nlargest(OFTEN, self._count, key=self._count.__getitem__))

    def _likely(self, prefix: str, count: int) -> tuple[str, ...]:
        start = prefix.lower()
        if not start:
            return tuple(nlargest(count, sorted(self._often), key=self._count.__getitem__))
        first = bisect_left(self._sorted, start)
        # The sign after all letters that a word can hold ends the run of words with this start.
        last = bisect_left(self._sorted, start + "\U0010ffff")
        fitting = (word for word in self._sorted[first:last] if word != start)
        return tuple(nlargest(count, fitting, key=self._count.__getitem__))


def keep_slots(
    shown: tuple[str | None, ...], words: tuple[str, ...], count: int
) -> tuple[str | None, ...]:
    """``words`` in ``count`` slots; a word keeps its slot while it is offered (G36)."""
    wanted = tuple(dict.fromkeys(word for word in words if word))[:count]
    slots: list[str | None] = [
        shown[n] if n < len(shown) and shown[n] in wanted else None for n in range(count)
    ]
    rest = iter(word for word in wanted if word not in slots)
    return tuple(slot if slot is not None else next(rest, None) for slot in slots)
