"""Text to sound, through a pyttsx3 engine, in pieces short enough to begin at once.

On Linux the engine runs on our own driver (``espeak_driver.py``).  On Windows and macOS it runs on
pyttsx3's own drivers, by ``save_to_file`` alone, and on ours where those cannot start; this part
has not been tried on a real Windows or macOS yet.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from pyttsx3.engine import Engine

from aac.model.voices import language_of, natural_of
from aac.ports import Utterance, Voice
from aac.sound.player import Pcm
from aac.sound.wav import WavProblem, read_wav
from aac.speech import espeak_driver
from aac.speech.natural import Naturals
from aac.speech.scripts import script_of
from aac.speech.spoken import (
    Spoken,
    WordTime,
    at_rate,
    moved,
    trimmed,
    whole_words,
    with_pause,
    with_words_of,
)

_LONGEST = 300
"""Characters rendered at once; about 20 s of speech in about 10 ms."""

_SENTENCE_ENDS = re.compile(r"(?:[.!?…]+[\"”’»)]*(?=\s)|[。！？])\s*|\n\s*")

PAUSE = 0.15
"""Seconds of silence between two pieces of a long text."""


class RenderProblem(Exception):
    """The text could not be turned into sound.  The message never holds the text."""


class Renderer:
    """The engine and its voices.  Raises `RenderProblem` where there is none at all."""

    def __init__(self, naturals: Naturals | None = None) -> None:
        self._engine, self._is_ours = _engine()
        self._naturals = naturals or Naturals()
        self._problem: Exception | None = None
        self._engine.connect("error", self._note)
        self._engine.connect("started-word", self._note_word)
        self._words: list[WordTime] = []
        self._rate = self._engine.getProperty("rate")
        self._own_voice = str(self._engine.getProperty("voice"))
        self.voices: Sequence[Voice] = tuple(
            Voice(str(v.id), str(v.name), tuple(str(x) for x in v.languages or ()))
            for v in self._engine.getProperty("voices")
        )

    def pieces(
        self, utterance: Utterance, *, exactly: bool = False, at_once: bool = False
    ) -> Iterator[Spoken]:
        """The sound of the text, piece by piece, all of one rate.

        Raises `RenderProblem`; with ``exactly`` also where a natural voice fails, which eSpeak
        stands in for otherwise.  Gives nothing for a text without anything to say.  ``at_once``:
        pieces without any sound may come between, where the next one is not ready yet.
        """
        natural = self._naturals.reads(utterance.text, utterance.voice)
        rate = 0
        for place, text in placed(utterance.text, each_sentence=natural):
            sound = None
            for found in self._naturally(text, utterance, rate == 0) if natural else ():
                if found is not None:
                    sound = found
                elif at_once:
                    yield Spoken(b"", rate)
            if natural and exactly and sound is None:
                raise RenderProblem("the voice that was asked for cannot say it")
            natural = sound is not None  # all that follows is said by the voice that speaks now
            if sound is None:
                sound = self._usual(text, utterance)
            if rate == 0:
                rate = sound.rate
                yield moved(trimmed(sound), place)
            else:
                yield moved(with_pause(at_rate(sound, rate), PAUSE), place)

    def prepare(self, voice: str) -> None:
        """Load a natural voice before it is needed; returns at once."""
        self._naturals.prepare(voice)

    def _naturally(self, text: str, utterance: Utterance, first: bool) -> Iterator[Spoken | None]:
        """The sound of a natural voice, with eSpeak's words, where it can now; None before it."""
        looks = (utterance.rate, utterance.pitch, utterance.volume)
        sound = yield from self._naturals.render(text, utterance.voice, looks, first=first)
        if sound is not None and self._is_ours:
            sound = with_words_of(sound, trimmed(self._usual(text, utterance), end=True))
        yield sound

    def _usual(self, text: str, utterance: Utterance) -> Spoken:
        wanted = language_of(utterance.voice) or utterance.voice
        properties = {
            "voice": self.voice_for(utterance.text, wanted),
            "rate": self._rate * utterance.rate,
            "volume": utterance.volume,
        }
        if self._is_ours:
            properties["pitch"] = 50 * utterance.pitch
            properties["gap"] = utterance.gap
        return self._render(text, properties)

    def named(self, utterance: Utterance) -> str:
        """The engine and the voice that render it: other names, other sounds."""
        if self._naturals.reads(utterance.text, utterance.voice):
            return utterance.voice
        engine = espeak_driver.NAME if self._is_ours else sys.platform
        return f"{engine} {self.voice_for(utterance.text, utterance.voice)} {self._rate}"

    def has_voice(self, wanted: str) -> bool:
        """Whether there is a voice of this id, language or name."""
        return self._find(wanted) is not None or natural_of(wanted) is not None

    def voice_for(self, text: str, wanted: str) -> str:
        """The id of a voice: the wanted one (id, language or name), unless it cannot read this."""
        chosen = self._find(wanted) or self._find(self._own_voice)
        script = script_of(text)
        if script is None or (chosen and _speaks(chosen, script.languages)):
            return chosen.id if chosen else self._own_voice
        fitting = next(filter(None, map(self._find_language, script.languages)), chosen)
        return fitting.id if fitting else self._own_voice

    def _find(self, wanted: str) -> Voice | None:
        by_id = next((v for v in self.voices if v.id == wanted), None)
        by_name = next((v for v in self.voices if v.name == wanted), None)
        return by_id or self._find_language(wanted) or by_name

    def _find_language(self, wanted: str) -> Voice | None:
        """The voice that is called after the language, else the first that knows it."""
        tag = wanted.lower().replace("_", "-")
        knowing = [v for v in self.voices if tag in map(str.lower, v.languages)]
        named = (v for v in knowing if v.id.lower().rpartition("/")[2] == tag)
        return next(named, next(iter(knowing), None))

    def _render(self, text: str, properties: dict[str, Any]) -> Spoken:
        self._problem, self._words = None, []
        for name, value in properties.items():
            self._engine.setProperty(name, value)
        sound = self._in_memory(text) if self._is_ours else self._by_file(text)
        if self._problem is not None:
            raise RenderProblem(type(self._problem).__name__)
        return Spoken(sound.samples, sound.rate, whole_words(self._words, text))

    def _in_memory(self, text: str) -> Pcm:
        memory = io.BytesIO()
        self._engine.save_to_file(text, memory)
        self._engine.runAndWait()
        memory.seek(0)
        return self._read(memory)

    def _by_file(self, text: str) -> Pcm:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "speech.wav"
            self._engine.save_to_file(text, str(path))
            self._engine.runAndWait()
            return self._read(path)

    def _read(self, source: Path | io.BytesIO) -> Pcm:
        try:
            return read_wav(source)
        except WavProblem:
            raise RenderProblem(
                type(self._problem).__name__ if self._problem else "no sound"
            ) from None

    def _note(self, name: str | None, exception: Exception) -> None:
        self._problem = exception

    def _note_word(
        self, name: str | None, location: int, length: int, at: float | None = None
    ) -> None:
        """Drivers other than ours tell of words before anything is heard, and of no times."""
        if at is not None:
            self._words.append(WordTime(at, location, location + length))


def split(text: str, longest: int = _LONGEST) -> Iterator[str]:
    """The text in pieces of at most ``longest`` characters, cut after sentences if that can be."""
    rest = text.strip()
    while len(rest) > longest:
        ends = [m.end() for m in re.finditer(r"[.!?…。！？]+\s|\n", rest[:longest])]
        at = ends[-1] if ends else rest.rfind(" ", 1, longest) + 1 or longest
        piece, rest = rest[:at].strip(), rest[at:].strip()
        if piece:
            yield piece
    if rest:
        yield rest


def placed(text: str, *, each_sentence: bool = False) -> Iterator[tuple[int, str]]:
    """The pieces of `split` with the place of each in the text.

    ``each_sentence``: each is a piece of its own, for voices that need longer to begin.
    """
    place = 0
    for piece in split(text):
        cuts = [m.end() for m in _SENTENCE_ENDS.finditer(piece)] if each_sentence else []
        for start, end in pairwise((0, *cuts, len(piece))):
            if part := piece[start:end].strip():
                place = text.index(part, place)
                yield place, part
                place += len(part)


def _engine() -> tuple[Any, bool]:
    """The pyttsx3 engine of this system, and whether it runs on our driver."""
    espeak_driver.register()
    if sys.platform != "linux":
        try:
            return Engine(), False
        except Exception as problem:  # pyttsx3's drivers raise what their systems raise
            print(f"no system voice: {type(problem).__name__}", file=sys.stderr)
    try:
        return Engine(espeak_driver.NAME), True
    except Exception as problem:  # so does the system's loader where the voice's library is damaged
        raise RenderProblem(f"no voice: {problem}") from problem


def _speaks(voice: Voice, languages: tuple[str, ...]) -> bool:
    return any(own.lower().split("-")[0] in languages for own in voice.languages)
