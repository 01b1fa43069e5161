"""Sound that knows its words: when each is spoken, and where it stands in the text."""

from __future__ import annotations

import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

import miniaudio

from aac.sound.player import Pcm

QUIET, FAINT = 150, 1 / 60
"""Samples below this (of 32767), and below this part of the loudest at the beginning (-36 dB), are
silence at the beginning and the end: Pico hums softly before it speaks …"""

LEAD, TAIL = 0.005, 0.06
"""… and all but so many seconds of it are left out."""


@dataclass(frozen=True)
class WordTime:
    """The word ``text[start:end]`` is spoken from ``at`` on, in seconds from the beginning."""

    at: float
    start: int
    end: int


@dataclass(frozen=True)
class Spoken(Pcm):
    """The sound of a text.  ``words``: in the order of time, none where nothing is known."""

    words: tuple[WordTime, ...] = ()


def trimmed(sound: Pcm, *, end: bool = False) -> Spoken:
    """The sound without the silence it begins with, so that it is heard at once.

    ``end``: without the silence it ends with, too.
    """
    samples = array.array("h", sound.samples)
    begin = samples[: sound.rate]
    quiet = max(QUIET, FAINT * max(begin, default=0), -FAINT * min(begin, default=0))
    first = next((i for i, x in enumerate(samples) if abs(x) > quiet), 0)
    first = max(0, first - int(LEAD * sound.rate))
    last = len(samples)
    if end:
        loud = next((i for i in range(last - 1, first, -1) if abs(samples[i]) > quiet), last)
        last = min(last, loud + int(TAIL * sound.rate))
    words = _shifted(words_of(sound), -first / sound.rate)
    return Spoken(sound.samples[2 * first : 2 * last], sound.rate, words)


def with_pause(sound: Pcm, seconds: float) -> Spoken:
    """The sound after a short silence."""
    silence = bytes(2 * int(seconds * sound.rate))
    words = _shifted(words_of(sound), len(silence) / 2 / sound.rate)
    return Spoken(silence + sound.samples, sound.rate, words)


def with_words_of(sound: Pcm, other: Pcm) -> Spoken:
    """``sound`` with the words of ``other``, which says the same: their times are scaled to it.

    Both are without silence at their ends.  The words were 58 ms off in the mean for a neural
    voice, 150 ms at most (speech.md, 5).
    """
    if not other.seconds:
        return Spoken(sound.samples, sound.rate)
    factor = sound.seconds / other.seconds
    words = tuple(replace(word, at=word.at * factor) for word in words_of(other))
    return Spoken(sound.samples, sound.rate, words)


def at_rate(sound: Spoken, rate: int) -> Spoken:
    """The same sound with so many samples a second."""
    if sound.rate == rate or not sound.samples:
        return replace(sound, rate=rate)
    form = miniaudio.SampleFormat.SIGNED16
    samples = miniaudio.convert_frames(form, 1, sound.rate, sound.samples, form, 1, rate)
    return replace(sound, samples=bytes(samples), rate=rate)


def moved(sound: Spoken, letters: int) -> Spoken:
    """The same sound as part of a longer text that has so many letters before it."""
    words = tuple(
        replace(word, start=word.start + letters, end=word.end + letters) for word in sound.words
    )
    return replace(sound, words=words)


def joined(pieces: Sequence[Spoken]) -> Spoken:
    """One sound of several, all of one rate; there is at least one."""
    words: list[WordTime] = []
    seconds = 0.0
    for piece in pieces:
        words += _shifted(piece.words, seconds)
        seconds += piece.seconds
    samples = b"".join(piece.samples for piece in pieces)
    return Spoken(samples, pieces[0].rate, tuple(words))


def whole_words(found: Sequence[WordTime], text: str) -> tuple[WordTime, ...]:
    """What a voice told of its words, without fragments (parts of numbers, spelled signs).

    A word is as long as it is in the text, whatever the voice says.
    """
    words: list[WordTime] = []
    for word in found:
        if word.start < 0 or word.end <= word.start or word.start >= len(text):
            continue
        if words and word.start < words[-1].end:
            continue
        start, end = word.start, word.end
        while start < end and text[start].isspace():
            start += 1
        while end < len(text) and not text[end].isspace():
            end += 1
        words.append(WordTime(word.at, start, end))
    return tuple(words)


def words_of(sound: Pcm) -> tuple[WordTime, ...]:
    """Its words; none where nothing is known of them."""
    return sound.words if isinstance(sound, Spoken) else ()


def _shifted(words: Sequence[WordTime], seconds: float) -> tuple[WordTime, ...]:
    return tuple(replace(word, at=max(0.0, word.at + seconds)) for word in words)
