"""Whole phrases that fit what is written: one at a time, found by their words or initials (G39).

In the order of preference: what is written begins the phrase; it is the initials of the phrase
("iwtgo"), or begins them; its words begin words of the phrase ("wat gla").  Among phrases that
fit in the same way the person's own come first, then earlier messages, then those of the boards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from aac.core.message import Message, add_space, split_word
from aac.core.moment import Moment
from aac.model.board import BoardSet, SayPhrase, Template

FROM_LETTERS = 3  # fewer fit too many phrases
SENTENCE_ENDS = re.compile(r"[.?!…][\"')\]]*\s+")
NO_SIGN = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True)
class Whole:
    """An offered phrase, and the message that choosing it makes."""

    text: str
    message: Message


class Phrases:
    """``boards``: their phrases are read once; none of a private board is ever offered (G56)."""

    def __init__(self, boards: BoardSet) -> None:
        private = [board for board in boards.looked_through() if board.private]
        wishes = {cell.action for board in private for cell in board.cells()}
        self._wishes = {plain(wish.text) for wish in wishes if isinstance(wish, SayPhrase)}
        # A wish with a gap is known by what stands before the gap.
        self._begun_wishes = tuple(
            start
            for wish in wishes
            if isinstance(wish, Template) and (start := plain(wish.text.partition("{")[0]))
        )
        self._boards = boards
        self._of: tuple[tuple[str, ...], ...] = ()
        self._own = _Index(())

    def fitting(self, message: Message, moment: Moment) -> Whole | None:
        """The phrase to offer while ``message`` is being written, if any."""
        if message.after.strip():
            return None  # in the middle of a message no whole one is meant
        before, word = split_word(message)
        long = _long_form(word, moment.settings.abbreviations)
        if long:
            return _whole(message, before, long)
        if not moment.settings.phrase_offer:
            return None
        return self._of_sentence(message, moment)

    def _of_sentence(self, message: Message, moment: Moment) -> Whole | None:
        """A phrase for all that is written, or else for the sentence being written."""
        ends = [found.end() for found in SENTENCE_ENDS.finditer(message.before)]
        for start in dict.fromkeys((0, *ends[-1:])):
            before, written = message.before[:start], message.before[start:]
            enough = sum(map(str.isalpha, written)) >= FROM_LETTERS
            phrase = _found(written, self._indexes(moment)) if enough else ""
            if phrase:
                return _whole(message, before, phrase)
        return None

    def _indexes(self, moment: Moment) -> tuple[_Index, ...]:
        work = moment.work
        own = (work.phrases, work.history, work.wishes)
        if own != self._of:
            every = [text for text in dict.fromkeys(own[0] + own[1]) if text not in work.wishes]
            self._of, self._own = own, _Index(filter(self._may_offer, every))
        return self._own, self._on_boards

    @cached_property
    def _on_boards(self) -> _Index:
        """Those of the boards: not before one is wanted, for it takes some milliseconds."""
        said = {
            cell.action.text
            for board in self._boards.looked_through()
            for cell in board.cells()
            if isinstance(cell.action, SayPhrase) and self._may_offer(cell.action.text)
        }
        return _Index(sorted(said, key=lambda text: (len(text), text)))

    def _may_offer(self, text: str) -> bool:
        simple = plain(text)
        return simple not in self._wishes and not simple.startswith(self._begun_wishes)


class _Index:
    """Phrases of two words and more, to be looked up.

    What is found are their numbers, the most preferred first.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        every = ((phrase, tuple(plain(phrase).split())) for phrase in phrases)
        self.phrases = [(phrase, words) for phrase, words in every if len(words) > 1]
        self._spaced = [" " + " ".join(words) for _, words in self.phrases]
        self._starts = sorted((" ".join(words), n) for n, (_, words) in enumerate(self.phrases))
        self._initials = sorted(
            ("".join(word[0] for word in words), n) for n, (_, words) in enumerate(self.phrases)
        )
        self._with_letter: defaultdict[str, list[int]] = defaultdict(list)
        for n, (_, words) in enumerate(self.phrases):
            for letter in {word[0] for word in words}:
                self._with_letter[letter].append(n)

    def begun(self, start: str) -> Iterable[int]:
        """The phrases that begin with this."""
        return _run(self._starts, start)

    def initials(self, letters: str) -> Iterable[int]:
        """The phrases whose words begin with these letters, and no others."""
        return (n for n in self.initials_begun(letters) if len(self.phrases[n][1]) == len(letters))

    def initials_begun(self, letters: str) -> Iterable[int]:
        """The phrases whose first words begin with these letters."""
        return _run(self._initials, letters)

    def in_order(self, words: Sequence[str]) -> Iterable[int]:
        """The phrases in which each of these words begins a word, in this order."""
        few = min((self._with_letter.get(word[0], []) for word in words), key=len)
        starts = [f" {word}" for word in words]
        return (n for n in few if _in_order(starts, self._spaced[n]))


def plain(text: str) -> str:
    """Small letters and single blanks, without signs."""
    return " ".join(NO_SIGN.sub("", text.casefold()).split())


def _found(written: str, indexes: Sequence[_Index]) -> str:
    """The best phrase that is not what stands there already, or nothing."""
    words = tuple(plain(written).split())
    open_end = written[-1:].isalnum()  # the last word may go on
    start = " ".join(words) + ("" if open_end else " ")
    ways: list[Callable[[_Index], Iterable[int]]] = [lambda index: index.begun(start)]
    if len(words) == 1 and open_end:
        ways.append(lambda index: index.initials(words[0]))
        ways.append(lambda index: index.initials_begun(words[0]))
    ways.append(lambda index: index.in_order(words))
    for way in ways:
        for index in indexes:
            for n in way(index):
                if index.phrases[n][1] != words:
                    return index.phrases[n][0]
    return ""


def _run(keys: list[tuple[str, int]], start: str) -> list[int]:
    first = bisect_left(keys, (start, -1))
    # The sign after all letters ends the run of keys with this start.
    last = bisect_left(keys, (start + "\U0010ffff", -1))
    return sorted(n for _, n in keys[first:last])


def _in_order(starts: Sequence[str], words: str) -> bool:
    """Whether words begin so, in this order.  ``starts``, ``words``: a blank before each word."""
    place = 0
    for start in starts:
        place = words.find(start, place)
        if place < 0:
            return False
        place += len(start)
    return True


def _whole(message: Message, before: str, phrase: str) -> Whole:
    return Whole(phrase, add_space(message.put(before + phrase)))


def _long_form(word: str, abbreviations: Iterable[str]) -> str:
    """What the person's own abbreviation stands for, or nothing."""
    for entry in abbreviations:
        short, _, long = entry.partition("=")
        if word and short.strip().casefold() == word.casefold():
            return long.strip()
    return ""
