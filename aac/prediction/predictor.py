"""Wren's own predictor: words and letters from one distribution, and what the person taught it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np

from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings
from aac.prediction.learned import Learned
from aac.prediction.model import Model, Places, likeliest
from aac.prediction.personal import END, Mixture
from aac.prediction.reading import Before, learnable, read_before, shapes_in, small
from aac.prediction.spelled import Spelling, letters_of
from aac.prediction.tables import Floats, TablesProblem, open_language

# How likely a word that was shown and not chosen is still the one that is wanted.  Readers use 93.6
# in 100 good offers (Trnka & McCoy 2009); tired ones overlook more, and none may be lost to them.
OVERLOOKED = 0.3
OWN_WORD = 1e-3  # a word that a helper wrote down is as likely as a rather common one
OWN_WORDS = 0.05  # and all of them together no likelier than this
BEHIND_LETTERS = "\U0010ffff"


class NgramPredictor:
    """``languages``: the folder of all languages' tables.  ``learned``: the folder for the files
    that keep what is learned, one for each language.

    Raises `TablesProblem` where the language of ``settings`` cannot be used.
    """

    def __init__(self, languages: Path, learned: Path, settings: Settings) -> None:
        self._languages = languages
        self._folder = learned
        self._emit: Callable[[Suggested], None] | None = None
        self._open(settings.language)
        self.use(settings)

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def stop(self) -> None:
        self._emit = None

    def use(self, settings: Settings) -> None:
        """Take the settings; where another language cannot be used the one before stays."""
        if settings.language != self._language:
            with suppress(TablesProblem):
                self._open(settings.language)
        self._learning = settings.learning
        own = filter(None, map(_tidy, settings.own_words))
        self._own = {small(word): word for word in own}
        self._removed = frozenset(small(_tidy(word)) for word in settings.removed_words)
        if self._removed & self._learned.words():
            with suppress(OSError):  # they are hidden all the same
                self._learned.replace(self._learned.personal.without(self._removed))
        self._renew()

    @property
    def damaged(self) -> bool:
        """Whether the file of what was learned could not be read; it was kept aside."""
        return self._learned.damaged

    def _open(self, language: str) -> None:
        tables = open_language(self._languages / language)
        self._language = language
        self._model = Model(tables)
        self._signs = tables.tables.signs
        self._spelling = Spelling(tables.letters, tables.tables.spelling)
        self._numbers = self._model.numbers
        self._places = Places(self._model.keys, {END: self._model.end})
        self._never = _listed(self._languages / f"{language}.never-offered.txt")
        self._odd = _listed(self._languages / f"{language}.odd-spellings.txt")
        self._learned = Learned(self._folder / f"learned-{language}.sqlite3")

    def learn(self, said: str) -> None:
        """Count the words of what was said.  Raises `OSError`."""
        if not self._learning:
            return
        shapes = {
            word: shape
            for word, shape in shapes_in(said).items()
            if word not in self._numbers and word not in self._removed
        }
        try:
            self._learned.learn(learnable(said, self._removed), shapes)
        finally:
            self._renew()

    def forget(self) -> None:
        """In every language.  Raises `OSError`."""
        try:
            self._learned.forget()
            for other in self._folder.glob("learned-*.sqlite3*"):
                other.unlink(missing_ok=True)
        finally:
            self._renew()

    def suggest(self, wanted: Suggest) -> None:
        if self._emit is None:
            return
        before = read_before(wanted.before, wanted.talk)
        chances, strangers = self._chances(before)
        prefix = small(wanted.prefix)
        first = bisect_left(self._model.keys, prefix)
        last = bisect_left(self._model.keys, prefix + BEHIND_LETTERS)
        fitting = chances[first:last]
        others = {word: each for word, each in strangers.items() if word.startswith(prefix)}
        self._pass_over(wanted.passed, fitting, first, others)
        words = self._words(prefix, fitting, first, others, wanted.count)
        letters: tuple[tuple[str, float], ...] = ()
        end = 0.0
        if wanted.letters:
            end_here = self._end(before, prefix, chances)
            letters, end = self._letters(prefix, fitting, first, others, end_here)
        self._emit(Suggested(wanted.id, words, letters, end))

    def _renew(self) -> None:
        """After learning, forgetting or other settings."""
        self._mixture = Mixture(self._learned.personal, self._places)
        # An odd spelling that the person uses is theirs to use.
        odd = self._odd - self._learned.words() - self._own.keys()
        self._hidden = self._never | self._removed | odd
        places = [self._numbers[word] for word in self._hidden if word in self._numbers]
        self._hidden_places = np.array(sorted(places), dtype=np.int64)

    def _chances(self, before: Before) -> tuple[Floats, dict[str, float]]:
        """The chances of the words of the language and of the person's own, a fresh copy."""
        chances, strangers = self._mixture.mixed(self._model.chances(before), before.sentence)
        each = min(OWN_WORD, OWN_WORDS / max(1, len(self._own)))
        for word in self._own:
            place = self._numbers.get(word)
            if place is None:
                strangers[word] = strangers.get(word, 0.0) + each
            else:
                chances[place] += each
        return chances, strangers

    def _pass_over(
        self, passed: tuple[str, ...], fitting: Floats, first: int, others: dict[str, float]
    ) -> None:
        """Words that were shown and not chosen are less likely meant; the rest gains."""
        for word, times in Counter(map(small, passed)).items():
            place = self._numbers.get(word, -1) - first
            if 0 <= place < len(fitting):
                fitting[place] *= OVERLOOKED**times
            if word in others:
                others[word] *= OVERLOOKED**times

    def _words(
        self, prefix: str, fitting: Floats, first: int, others: Mapping[str, float], count: int
    ) -> tuple[str, ...]:
        """The likeliest words; one that is written already, or hidden, is not offered."""
        keys, hidden = self._model.keys, self._hidden_places
        offered = fitting.copy()
        inside = hidden[(hidden >= first) & (hidden < first + len(fitting))]
        offered[inside - first] = 0.0
        most = likeliest(offered, min(len(offered), count + 1))
        found = [(float(offered[place]), keys[first + int(place)]) for place in most]
        found += [each[::-1] for each in others.items() if each[0] not in self._hidden]
        found.sort(key=lambda each: (-each[0], each[1]))
        fit = (word for _, word in found if word != prefix)
        return tuple(self._written(word) for word, _ in zip(fit, range(count), strict=False))

    def _written(self, word: str) -> str:
        """The word with its capitals: as a helper wrote it, as the language or the person does."""
        if word in self._own:
            return self._own[word]
        place = self._numbers.get(word)
        if place is not None:
            return self._model.language.words[place]
        return self._learned.shapes.get(word, word)

    def _end(self, before: Before, prefix: str, chances: Floats) -> float:
        """The chance that the message ends: here, or once the word that stands here is a word."""
        if not prefix:
            return float(chances[self._model.end])
        chance = self._model.end_after(before, self._model.number(prefix))
        return min(1.0, self._mixture.end(chance, (*before.sentence, prefix)))

    def _letters(
        self,
        prefix: str,
        fitting: Floats,
        first: int,
        others: Mapping[str, float],
        end: float,
    ) -> tuple[tuple[tuple[str, float], ...], float]:
        """What may be written next, likeliest first, and the chance that the message ends."""
        signs = self._signs[first : first + len(fitting)]
        chances = letters_of(fitting, signs, others, prefix, self._spelling)
        if chances is None:
            return (), 0.0
        word_ends = float(chances[0])
        if prefix:
            end *= word_ends
        goes_on = 1 - end if not prefix else 1.0
        found = [(" ", word_ends - end if prefix else 0.0)]
        letters = zip(self._spelling.letters, chances[1:], strict=True)
        found += [(letter, float(chance) * goes_on) for letter, chance in letters]
        found.sort(key=lambda each: -each[1])
        return tuple((sign, chance) for sign, chance in found if chance > 0), end


def _listed(path: Path) -> frozenset[str]:
    """The words of a list, where there is one; lines that begin with # are remarks."""
    if not path.exists():
        return frozenset()
    lines = path.read_text("utf-8").splitlines()
    return frozenset(small(line.strip()) for line in lines if not line.startswith("#"))


def _tidy(word: str) -> str:
    return " ".join(word.split())
