"""Keystroke savings, hits and bits of one predictor.

A letter, the space after a word and the choice of a listed word cost 1 each; a chosen word brings
its space, so a word costs its letters and 1 without prediction.  The person is perfect: they
choose their word as soon as it is listed.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from queue import Empty, SimpleQueue
from time import perf_counter

from aac.model.events import Suggest, Suggested
from aac.ports import Predictor

SIZES = (3, 4, 5, 6, 7, 8)  # lengths of the list
USUAL = 6
HIT_LETTERS = (0, 1, 2)
FLOOR = 1e-6  # for a sign that the answer leaves out
PATIENCE = 30.0
DRAWS = 1000


class NoAnswer(Exception):
    """The predictor does not answer."""


class Asking:
    """Puts questions to a predictor.  ``seconds``: how long each answer took."""

    def __init__(self, predictor: Predictor) -> None:
        self.seconds: list[float] = []
        self._predictor = predictor
        self._answers: SimpleQueue[Suggested] = SimpleQueue()
        self._id = 0
        predictor.start(self._answers.put)

    def ask(
        self,
        before: str,
        prefix: str,
        count: int,
        *,
        letters: bool = False,
        passed: Sequence[str] = (),
    ) -> Suggested:
        """Raises `NoAnswer`."""
        self._id += 1
        wanted = Suggest(self._id, before, prefix, count, letters=letters, passed=tuple(passed))
        began = perf_counter()
        self._predictor.suggest(wanted)
        try:
            answer = self._answers.get(timeout=PATIENCE)
        except Empty as problem:
            raise NoAnswer from problem
        self.seconds.append(perf_counter() - began)
        return answer


# ------------------------------------------------------------------------------- words


@dataclass(frozen=True)
class Typed:
    """What one message costs: ``without`` prediction and with lists.

    ``hits``: words listed after at most so many letters.
    """

    words: int
    without: int
    cost: int
    hits: tuple[int, ...]


Ranks = list[list[int | None]]


def ranks(asking: Asking, text: str, sizes: Sequence[int], *, passed: bool) -> Ranks:
    """For each word the place it has in the list after 0, 1, 2… letters, None where it has none.

    The last list of a word is the first that is long enough for the shortest of ``sizes``.
    ``passed``: tell which words were shown and refused; then ``sizes`` should be one size, for
    what was shown depends on it.
    """
    words = text.split()
    found: Ranks = []
    for n, word in enumerate(words):
        before = "".join(f"{one} " for one in words[:n])
        refused: list[str] = []
        places: list[int | None] = []
        for typed in range(len(word)):
            answer = asking.ask(before, word[:typed], max(sizes), passed=refused)
            listed = [one.lower() for one in answer.words[: max(sizes)]]
            places.append(listed.index(word) if word in listed else None)
            if word in listed[: min(sizes)]:
                break
            if passed:
                fitting = word[: typed + 1]
                refused = [
                    one for one in (*refused, *answer.words) if one.lower().startswith(fitting)
                ]
        found.append(places)
    return found


def typed(text: str, found: Ranks, size: int) -> Typed:
    """The cost of a message with lists of this size."""
    words = text.split()
    letters = [
        next((n for n, place in enumerate(places) if place is not None and place < size), None)
        for places in found
    ]
    return Typed(
        words=len(words),
        without=sum(len(word) + 1 for word in words),
        cost=sum(
            len(word) + 1 if after is None else after + 1
            for word, after in zip(words, letters, strict=True)
        ),
        hits=tuple(
            sum(after is not None and after <= most for after in letters) for most in HIT_LETTERS
        ),
    )


def savings(messages: Sequence[Typed]) -> float:
    """Keystroke savings in percent."""
    without = sum(one.without for one in messages)
    return 100 * (1 - sum(one.cost for one in messages) / without)


def interval(messages: Sequence[Typed]) -> list[float]:
    """95 % of the savings of messages drawn anew from these; the same every time."""
    chance = random.Random(1)
    drawn = sorted(savings(chance.choices(messages, k=len(messages))) for _ in range(DRAWS))
    return [round(drawn[round(share * (DRAWS - 1))], 1) for share in (0.025, 0.975)]


def hit_shares(messages: Sequence[Typed]) -> dict[str, float]:
    """Percent of the words that were listed after at most 0, 1 and 2 letters."""
    words = sum(one.words for one in messages)
    return {
        str(most): round(100 * sum(one.hits[n] for one in messages) / words, 1)
        for n, most in enumerate(HIT_LETTERS)
    }


# -------------------------------------------------------------------------------- bits


@dataclass
class Bits:
    """``symbols``: letters, apostrophes, spaces and an end for each message.

    ``floored``: how many of them the answers left out.  ``given``: there were letters at all.
    ``sound``: no answer's probabilities add up to more than 1.
    """

    total: float = 0.0
    symbols: int = 0
    floored: int = 0
    given: bool = False
    sound: bool = True

    def add(self, answer: Suggested, sign: str, *, word_begun: bool) -> None:
        """``sign``: what was written next, empty at the end of the message."""
        chances = dict(answer.letters)
        self.given = self.given or bool(chances)
        self.sound = self.sound and sum(chances.values()) + answer.end <= 1.001
        chance = chances.get(sign, 0.0) if sign else answer.end
        if not word_begun and answer.end < 1:
            chance /= 1 - answer.end  # a message does not end before a word in this measure
        self.floored += chance < FLOOR
        self.total -= log2(min(max(chance, FLOOR), 1.0))
        self.symbols += 1


def read_signs(asking: Asking, text: str, bits: Bits) -> None:
    """Ask before every sign of a message, as the program does, and for its end."""
    for place in range(len(text) + 1):
        start = text.rfind(" ", 0, place) + 1
        answer = asking.ask(text[:start], text[start:place], USUAL, letters=True)
        bits.add(answer, text[place : place + 1], word_begun=place > start)
