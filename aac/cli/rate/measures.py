"""Figures from what was written: pooled over persons and messages, and for each message."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

from aac.cli.output import spread
from aac.cli.rate.record import Written
from aac.core.cost import LETTERS_PER_WORD

DRAWS = 400  # times that persons and messages are drawn anew
Figures = dict[str, object]


def figures(people: Sequence[Sequence[Written]], limit: float, rare: frozenset[str]) -> Figures:
    """``people``: what each wrote, the same messages in the same order.

    ``limit``: words per minute that such presses could carry.  ``rare``: messages with a rare word.
    """
    every = [written for person in people for written in person]
    minutes = sum(one.seconds for one in every) / 60
    characters = sum(one.characters for one in every)
    selections = sum(one.selections for one in every)
    low, high = _between(people)
    wpm = _wpm(every)
    firsts = [one.first_word for one in every if one.first_word is not None]
    return {
        "wpm": {"mean": round(wpm, 2), "low": round(low, 2), "high": round(high, 2)},
        "uncorrected_error_percent": _percent(
            sum(one.wrong_characters for one in every), sum(len(one.text) for one in every)
        ),
        "steps_per_char": _ratio(sum(one.steps for one in every), characters),
        "presses_per_char": _ratio(sum(one.presses for one in every), characters),
        "presses_per_minute": _ratio(sum(one.presses for one in every), minutes, 1),
        "wrong_percent": _percent(sum(one.wrong for one in every), selections),
        "off_target_percent": _percent(
            sum(one.off_target for one in every), sum(one.meant for one in every)
        ),
        "undone_percent": _percent(sum(one.undone for one in every), selections),
        "given_up_percent": _percent(sum(one.given_up for one in every), len(every)),
        "worst_tenth_wpm": _worst_tenth(every),
        "first_word_s": spread(firsts, 1),
        "share_of_limit": round(wpm / limit, 3),
        "rare_words_wpm": _of(every, rare, True),
        "no_rare_words_wpm": _of(every, rare, False),
        "hours_written": round(minutes / 60, 1),
    }


def of_each_message(people: Sequence[Sequence[Written]]) -> list[Figures]:
    """The figures of each message, over all persons; by its number, for no text is printed."""
    return [
        {
            "message": number,
            "characters": len(writings[0].text),
            "wpm": round(_wpm(writings), 2),
            "presses_per_char": _ratio(
                sum(one.presses for one in writings), sum(one.characters for one in writings)
            ),
            "wrong": sum(one.wrong for one in writings),
            "given_up": sum(one.given_up for one in writings),
        }
        for number, writings in enumerate(zip(*people, strict=True), start=1)
    ]


def rare_ones(texts: Iterable[str], common: Mapping[str, int]) -> frozenset[str]:
    """The messages that have a word which is not among the common ones."""
    return frozenset(text for text in texts if not all(word in common for word in text.split()))


def _wpm(written: Iterable[Written]) -> float:
    """Words of five characters, in all the minutes that they took."""
    every = list(written)
    seconds = sum(one.seconds for one in every)
    characters = sum(one.characters for one in every)
    return characters / LETTERS_PER_WORD / (seconds / 60) if seconds else 0.0


def _between(people: Sequence[Sequence[Written]]) -> tuple[float, float]:
    """Where 95 in 100 rates fall, if persons and messages are both drawn anew."""
    chance = random.Random(1)
    messages = range(len(people[0]))
    rates: list[float] = []
    for _ in range(DRAWS):
        drawn = chance.choices(messages, k=len(messages))
        persons = chance.choices(people, k=len(people))
        characters = sum(person[n].characters for person in persons for n in drawn)
        seconds = sum(person[n].seconds for person in persons for n in drawn)
        rates.append(characters / LETTERS_PER_WORD / (seconds / 60) if seconds else 0.0)
    rates.sort()
    return rates[round(0.025 * (DRAWS - 1))], rates[round(0.975 * (DRAWS - 1))]


def _worst_tenth(every: Sequence[Written]) -> float:
    """The rate that nine in ten messages exceed."""
    rates = sorted(_wpm([one]) for one in every)
    return round(rates[len(rates) // 10], 2)


def _of(every: Sequence[Written], rare: frozenset[str], wanted: bool) -> float | None:
    found = [one for one in every if (one.text in rare) is wanted]
    return round(_wpm(found), 2) if found else None


def _ratio(part: float, whole: float, digits: int = 3) -> float | None:
    return round(part / whole, digits) if whole else None


def _percent(part: float, whole: float) -> float | None:
    return round(100 * part / whole, 2) if whole else None
