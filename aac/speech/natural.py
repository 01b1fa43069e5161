"""Natural voices: optional packages that turn text into sound, each behind the same few lines.

Nothing of them is imported before a person chose such a voice; then it is loaded by a thread of its
own, so that a slow or hanging one delays nobody.  What is late, fails, or cannot read the text is
said by eSpeak instead.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from aac.model.voices import natural_of
from aac.sound.player import Pcm
from aac.speech.scripts import Script, script_of
from aac.speech.spoken import Spoken, trimmed

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

LIMIT = 0.4
"""Seconds that a listener shall wait at most for the first sound (speech.md, 5)."""

LIMIT_WHILE_SPEAKING = 2.0
"""The same for what follows while the piece before it is heard."""


LOOK = 0.005
"""Seconds after which somebody who waits may look for something else to do: to fall silent."""


class NaturalProblem(Exception):
    """The voice cannot be loaded or cannot say this; the message is a code."""


class NaturalVoice(Protocol):
    """One loaded voice, for one thread.  Raises whatever it likes."""

    def render(self, text: str, rate: float, pitch: float, volume: float) -> Pcm: ...


# By the name of a kind: makes the voice of the name behind the colon.
Makers = Mapping[str, Callable[[str], NaturalVoice]]


def make_natural(kind: str, name: str) -> NaturalVoice:
    """Load the voice.  Raises `NaturalProblem`."""
    try:
        # A worker that has no use for numpy is started without it.
        if "numpy" in sys.modules and sys.modules["numpy"] is None:
            del sys.modules["numpy"]
        voice: NaturalVoice = import_module(f"aac.speech.{kind}_voice").load(name)
    except Exception as problem:  # a damaged package raises what it likes
        raise NaturalProblem(type(problem).__name__) from problem
    return voice


class Naturals:
    """The natural voice in use, rendered by a thread of its own.

    ``make``: loads a voice by kind and name.  ``limit``: seconds a first piece may take.
    """

    def __init__(
        self,
        make: Callable[[str, str], NaturalVoice] = make_natural,
        limit: float = LIMIT,
        limit_speaking: float = LIMIT_WHILE_SPEAKING,
    ) -> None:
        self._make = make
        self._limits = (limit, limit_speaking)
        self._thread: ThreadPoolExecutor | None = None
        self._voice: NaturalVoice | None = None
        self._chosen = ""
        self._under_way: Future[Pcm] | None = None

    def prepare(self, voice: str) -> None:
        """Load it, so that its first message need not wait; returns at once."""
        if natural_of(voice) is not None and voice != self._chosen:
            self._submit(voice, "Yes.", (1.0, 1.0, 1.0))

    def reads(self, text: str, voice: str) -> bool:
        """Whether ``voice`` is natural and knows the letters of the text."""
        if natural_of(voice) is None:
            return False
        script: Script | None = script_of(text)
        return script is None and any(letter.isalnum() for letter in text)

    def render(
        self, text: str, voice: str, looks: tuple[float, float, float], *, first: bool
    ) -> Generator[None, None, Spoken | None]:
        """The sound; None where the voice fails or is late.  ``looks``: rate, pitch, volume.

        Yields every few milliseconds while what is said before is still heard, so that somebody
        who waits can do something else.  One that is late is left to finish what it does; what
        comes meanwhile is not given to it.
        """
        limit = self._limits[not first]
        if self._under_way is not None and not self._under_way.done():
            try:
                yield from _waited(self._under_way, limit, first)
            except TimeoutError:
                return None
            except Exception:  # of what was asked before; it was told then
                self._under_way = None
        try:
            sound = yield from _waited(self._submit(voice, text, looks), limit, first)
        except TimeoutError:
            print("natural voice: too late", file=sys.stderr)
            return None
        except Exception as problem:  # any package, any fault; the text is in none of our lines
            print(f"natural voice: {type(problem).__name__}", file=sys.stderr)
            self._chosen = ""
            return None
        spoken = trimmed(sound, end=True)
        return spoken if spoken.samples and sound.rate > 0 else None

    def _submit(self, voice: str, text: str, looks: tuple[float, float, float]) -> Future[Pcm]:
        from concurrent.futures import ThreadPoolExecutor  # 1 MB that the usual voice need not

        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "natural voice")
        self._under_way = self._thread.submit(self._work, voice, text, looks)
        return self._under_way

    def _work(self, voice: str, text: str, looks: tuple[float, float, float]) -> Pcm:
        if voice != self._chosen or self._voice is None:
            kind, _, name = voice.partition(":")
            self._voice, self._chosen = None, voice  # the old one gives its memory back first
            self._voice = self._make(kind, name)
        return self._voice.render(text, *looks)


def _waited(future: Future[Pcm], limit: float, first: bool) -> Generator[None, None, Pcm]:
    """What comes of it within so many seconds.  Raises `TimeoutError`, and what it raised."""
    until = time.monotonic() + limit
    while True:
        left = until - time.monotonic()
        try:
            return future.result(left if first else min(left, LOOK))
        except TimeoutError:
            if future.done() or left <= LOOK:
                raise
        yield
