"""What the voice is given in place of what is shown: own pronunciations, then plain words.

The voices read numbers well by themselves; `said_plainly` holds what they read wrongly.  Every
letter of the spoken text knows which part of the shown text it stands for, so that the shown
words can be lit while they are spoken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aac.model.said_plainly import rules_of

Span = tuple[int, int]


@dataclass(frozen=True)
class SpokenForm:
    """``text``: for the voice.  ``spans``: for each letter of it the part of the shown text it
    stands for, from and up to; None where both texts are the same."""

    text: str
    spans: tuple[Span, ...] | None = None

    def shown(self, start: int, end: int) -> Span:
        """The part of the shown text that ``text[start:end]`` stands for."""
        end = max(0, min(end, len(self.text)))
        start = max(0, min(start, end))
        if self.spans is None or start == end:
            return (start, end) if self.spans is None else (0, 0)
        return self.spans[start][0], max(self.spans[start][1], self.spans[end - 1][1])


def spoken_form(
    text: str, language: str, entries: Sequence[str] = (), *, plain: bool = True
) -> SpokenForm:
    """The text as it is to be spoken.

    ``language``: the code of the language it is in.  ``entries``: lines "word = spoken as".
    ``plain``: times, units and abbreviations become words.
    """
    form = SpokenForm(text)
    if found := _entries(tuple(entries)):
        pattern, spoken = found
        form = _replaced(form, pattern, lambda match: _spoken_for(match[0], spoken))
    if plain:
        for rule in rules_of(language):
            form = _replaced(form, rule.pattern, rule.spoken)
    return form


def entry_of(line: str) -> tuple[str, str] | None:
    """The word and what is spoken for it; None where the line is no such entry."""
    word, sign, spoken = (part.strip() for part in line.partition("="))
    return (word, spoken) if word and sign and spoken else None


def faulty_entries(lines: Iterable[str]) -> tuple[int, ...]:
    """The numbers of the lines that are no entries, the first is 1."""
    return tuple(n for n, line in enumerate(lines, start=1) if entry_of(line) is None)


@lru_cache(maxsize=4)
def _entries(lines: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """One pattern for all words, the longest first, so that no replacement is replaced again."""
    spoken = dict(filter(None, map(entry_of, lines)))
    if not spoken:
        return None
    words = sorted(spoken, key=lambda word: (-len(word), word))
    whole = "|".join(_case_smart(word) for word in words)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)"), spoken


def _case_smart(word: str) -> str:
    """A word written small is meant in every case; one with capitals only as it is ("US")."""
    exact = re.escape(word)
    return f"(?i:{exact})" if word == word.lower() else exact


def _spoken_for(found: str, spoken: dict[str, str]) -> str:
    return spoken[found] if found in spoken else spoken[found.lower()]


def _replaced(
    form: SpokenForm, pattern: re.Pattern[str], spoken: Callable[[re.Match[str]], str]
) -> SpokenForm:
    """The form with each match replaced; its letters stand for all that the match stood for."""
    matches = [match for match in pattern.finditer(form.text) if match[0]]
    if not matches:
        return form
    old = form.spans or tuple((place, place + 1) for place in range(len(form.text)))
    text: list[str] = []
    spans: list[Span] = []
    done = 0
    for match in matches:
        new = spoken(match)
        text += [form.text[done : match.start()], new]
        whole = (old[match.start()][0], old[match.end() - 1][1])
        spans += [*old[done : match.start()], *[whole] * len(new)]
        done = match.end()
    return SpokenForm("".join(text) + form.text[done:], (*spans, *old[done:]))
