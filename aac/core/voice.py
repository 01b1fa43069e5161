"""What is being said, and whether the scan waits for it (guidance G15)."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.banked import NO_RECORDINGS
from aac.model.events import Effect, Speak, StopSpeaking

# The scan never waits for a voice that does not begin, or that does not say it has ended:
# the slowest speech is about a fifth of a second for each letter.
START_LIMIT = 3.0
SECONDS_PER_LETTER = 0.2


Parts = tuple[tuple[int, str], ...]  # sentences, each with its place in the text


@dataclass(frozen=True)
class _Halted:
    """A message that was stopped between its beginning and its end.  ``parts``: still to say."""

    text: str
    parts: Parts
    wait: bool


class SpokenNow:
    """``text``: what was said last, to be shown large.  ``waiting``: the scan waits for it.

    ``last``: what "say it again" says; ``kept``: it may be said again later too.  ``prompting``:
    what is being said is a sentence of the aid's own.  ``open``: what was said last, unless it is
    private; ``word``: the part of ``text`` that is heard now.  ``times``: how often something was
    said, shown or forgotten.  ``recordings``: those of the person's own voice.  Times in seconds.
    """

    def __init__(self) -> None:
        self.recordings = NO_RECORDINGS
        self.text = self.open = ""
        self.times = 0
        self.speaking = False
        self.last = ""
        self.kept = True
        self.waiting = False
        self.prompting = False
        self.deadline: float | None = None
        self.word: tuple[int, int] | None = None
        self._id = 0
        self._letters = 0
        self._place = 0  # of what is being said in ``text``; -1: it is not in it
        self._parts: Parts = ()  # what is being said of a long message, and what follows
        self._halted: _Halted | None = None

    @property
    def halted(self) -> bool:
        """Whether a long message was stopped and can go on."""
        return self._halted is not None

    def say(
        self,
        text: str,
        now: float,
        *,
        wait: bool,
        silent: bool,
        keep: bool,
        sound: str = "",
        parts: Parts = (),
    ) -> list[Effect]:
        """Begin to say ``text``, or to play its recording.  ``silent``: it is only shown.

        ``parts``: it is said part by part, each when the one before has ended.
        """
        self.text = self.last = text
        self.times += 1
        self.may_be_kept(keep)
        self._halted = None
        self._quiet()
        if silent:
            return []
        self.waiting = wait
        return self._begin(parts or ((0, text),), now, sound)

    def _begin(self, parts: Parts, now: float, sound: str = "") -> list[Effect]:
        self._parts = parts
        self._place, text = parts[0]
        self._id += 1
        self._letters = len(text)
        self.speaking, self.word = True, None
        self.deadline = now + START_LIMIT if self.waiting else None
        return [Speak(self._id, text, sound)]

    def may_be_kept(self, keep: bool) -> None:
        """Whether what was said last may be said again later, and be read by others now."""
        self.kept = keep
        self.open = self.text if keep else ""

    def follow(self, speech_id: int, now: float) -> list[Effect]:
        """Say the next part, where one has ended and another follows."""
        if speech_id != self._id or len(self._parts) < 2:
            return []
        return self._begin(self._parts[1:], now)

    def resume(self, now: float) -> list[Effect]:
        """Go on with the sentence that was stopped."""
        halted, self._halted = self._halted, None
        if halted is None:
            return []
        self.text, self.waiting, self.prompting = halted.text, halted.wait, False
        self.may_be_kept(self.kept)
        return self._begin(halted.parts, now)

    def heard(self, speech_id: int, start: int, end: int) -> None:
        """This part of what is being said is heard now."""
        if speech_id == self._id and self.speaking and self._place >= 0 and end > start:
            self.word = (self._place + start, self._place + end)

    def prompt(self, text: str, now: float) -> list[Effect]:
        """Say a sentence of the aid's own: all waits for it, and nothing is kept of it."""
        self._quiet()
        self._id += 1
        self._letters = len(text)
        self.speaking = self.waiting = self.prompting = True
        self.deadline = now + START_LIMIT
        return [Speak(self._id, text)]

    def echo(self, text: str, sound: str = "") -> list[Effect]:
        """Say a letter or word just written, or play its recording; nothing waits for it."""
        self._id += 1
        self.speaking = True
        self._parts, self._place, self.word = (), -1, None
        return [Speak(self._id, text, sound)]

    def started(self, speech_id: int, now: float) -> None:
        if speech_id == self._id and self.waiting:
            self.deadline = now + START_LIMIT + SECONDS_PER_LETTER * self._letters

    def ended(self, speech_id: int) -> bool:
        """Whether what the scan waited for is over."""
        if speech_id != self._id:
            return False
        waited = self.waiting
        self._quiet()
        return waited

    def overdue(self, now: float) -> bool:
        """Whether the voice has taken too long; the scan then goes on, and so may the voice."""
        if self.deadline is None or now < self.deadline:
            return False
        self.let_be()
        return True

    def let_be(self) -> None:
        """Nothing waits for what is being said any more; its end will not move the light."""
        self.waiting, self.deadline = False, None

    def forget(self) -> None:
        """Nothing is left to say again."""
        self.last, self.kept, self.open, self._halted = "", True, "", None
        self.times += 1

    def hush(self) -> list[Effect]:
        """Stop the voice, where it speaks."""
        if not self.speaking:
            return []
        if len(self._parts) > 1 or (self._parts and self._place > 0):
            self._halted = _Halted(self.last, self._parts, self.waiting)
        self._quiet()
        self._id += 1
        return [StopSpeaking()]

    def _quiet(self) -> None:
        self.speaking = self.waiting = self.prompting = False
        self.deadline = self.word = None
        self._parts, self._place = (), -1
