"""Each item is said while it is lit, and its time begins when it has been said (guidance G71).

Looks at what is lit after each event and says it, once, as soon as nothing else sounds: a cue
never overlaps a message or the bell, and these cut it off.  The light leaves an item only when
its cue is over, or has not come; so no voice can stop the scan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from aac.core.cue_labels import cue_text
from aac.core.notices import Notices
from aac.core.scan_tree import Spot
from aac.core.stage import Stage
from aac.core.voice import SECONDS_PER_LETTER
from aac.core.voice import START_LIMIT as SPEECH_START_LIMIT
from aac.model.cue_events import Cue, CueEnded, CueFailed, CueStarted, RingEnded, StopCue
from aac.model.cue_words import cue_problem_text, cue_words
from aac.model.events import (
    Effect,
    Event,
    Speak,
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    StopSpeaking,
)
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.sounds import Ring, StopRinging
from aac.model.view import View

# Seconds.  A cue that has not begun by then does not come in time.
START_LIMIT = 1.0
# The same where cues have not been heard lately: the scan is not to be slow for nothing.
SILENT_START_LIMIT = 0.3
# The longest ring is an alarm and a phrase: 4.7 s.
RING_LIMIT = 6.0
# Cues in a row that did not begin, until it is said that they cannot be heard.
UNHEARD = 3


class Cues:
    """``deadline``: when to be asked again.  ``silent``: cues cannot be heard now."""

    def __init__(self, stage: Stage, notices: Notices) -> None:
        self.deadline: float | None = None
        self.silent = False
        self._stage = stage
        self._notices = notices
        self._id = 0
        self._text = ""
        self._spot: Spot | None = None
        self._since = 0.0
        self._resting = False
        self._due = False  # what is lit has still to be said
        self._playing = False
        self._until = inf  # of the cue that plays, at the latest
        self._minimum = 0.0
        self._unheard = 0
        self._speech_id, self._speech_length = 0, 0.0
        self._voice_until = self._ring_until = -inf

    def heard(self, event: Event, now: float) -> None:
        """Whatever happened; here it matters what sounds."""
        match event:
            case CueStarted(cue_id) if self._plays(cue_id):
                self._until = now + START_LIMIT + SECONDS_PER_LETTER * len(self._text)
                self._allow_from(now + self._minimum)
                self._are_heard(now)
            case CueEnded(cue_id) if self._plays(cue_id):
                self._playing = False
                self._allow_from(min(now, self._stage.scanner.time.chosen_from))
            case CueFailed(cue_id, why) if self._plays(cue_id):
                self._playing = False
                self._allow_from(-inf)
                self._are_silent(why, now)
            case SpeechStarted(speech_id) if speech_id == self._speech_id:
                self._voice_until = now + self._speech_length
            case SpeechEnded(speech_id) | SpeechFailed(speech_id) if speech_id == self._speech_id:
                self._voice_until = -inf
            case RingEnded():
                self._ring_until = -inf

    def follow(self, effects: Sequence[Effect], settings: Settings, now: float) -> list[Effect]:
        """``effects``, and before them what is to be done about cues."""
        self._listen(effects, now)
        played = self._playing
        self._look(settings, now)
        begun: list[Effect] = []
        others = max(self._voice_until, self._ring_until)
        if now < others and self._playing:
            self._say_soon()  # again, from its beginning
        elif now >= others and self._due:
            begun = [self._begin(now)]
        elif self._playing and now >= self._until:
            self._give_up(now)
        self.deadline = others if self._due else self._until if self._playing else None
        self._hold(settings, now)
        if played and not self._playing:
            return [StopCue(), *effects]
        return [*begun, *effects]

    def shown(self, view: View) -> View:
        """The view, with the light hidden where the person wants to hear it only."""
        hidden = view.settings.cues and view.settings.cues_only and not self.silent
        return replace(view, light_hidden=True) if hidden else view

    # ------------------------------------------------------------------- what is lit

    def _look(self, settings: Settings, now: float) -> None:
        """Is something lit that was not lit before?"""
        scanner = self._stage.scanner
        # Where there are parts, no single item is lit.
        spot = scanner.spot if settings.cues and not scanner.parts else None
        resting = settings.cues and scanner.resting
        same = self._is_same(spot, scanner.time.since) and resting == self._resting
        self._spot, self._since, self._resting = spot, scanner.time.since, resting
        # Words that come at this very moment stand in cells that were lit already.
        if same and not (self._playing and self._since == now and self._words() != self._text):
            return
        # Where letting go chooses, a release that chose nothing would leave the light running.
        self._minimum = 0.0 if settings.scan_method == "inverse" else settings.cue_minimum
        self._due = self._playing = False
        if spot is not None or resting:
            self._say_soon()

    def _is_same(self, spot: Spot | None, since: float) -> bool:
        """Whether it is still lit, and not lit anew.

        Holding a switch makes the time of the very same spot run anew; another tree has other
        spots for what stays lit.
        """
        if spot is None or self._spot is None or spot is self._spot:
            return spot is self._spot
        return spot.item == self._spot.item and since == self._since

    def _say_soon(self) -> None:
        """What is lit is to be said as soon as nothing else sounds, and not chosen unheard."""
        self._due, self._playing = True, False
        self._allow_from(inf if self._minimum and not self.silent else -inf)

    def _begin(self, now: float) -> Effect:
        self._id += 1
        self._text = self._words()
        self._due, self._playing = False, True
        self._until = now + (SILENT_START_LIMIT if self.silent else START_LIMIT)
        if not self.silent:
            self._allow_from(now + self._minimum)
        return Cue(self._id, self._text)

    def _words(self) -> str:
        if self._spot is None:
            return cue_words("resting")
        return cue_text(self._spot, self._stage.board, self._stage.find)

    def _hold(self, settings: Settings, now: float) -> None:
        """The time of the item waits for the end of its cue."""
        time = self._stage.scanner.time
        if self.deadline is None:
            time.begin(now)
            if self._stage.filter.judging:
                time.freeze(now)
            return
        time.hold()
        if time.held and settings.scan_method == "inverse":
            self._stage.filter.useful_until = self.deadline  # the switch is held for the light

    def _allow_from(self, when: float) -> None:
        self._stage.scanner.time.chosen_from = when

    # ----------------------------------------------------------------- what is heard

    def _listen(self, effects: Sequence[Effect], now: float) -> None:
        """What else begins to sound, or stops; each ends at some time, even if nobody says so."""
        for effect in effects:
            match effect:
                case Speak(speech_id, text):
                    self._speech_id, self._voice_until = speech_id, now + SPEECH_START_LIMIT
                    self._speech_length = SPEECH_START_LIMIT + SECONDS_PER_LETTER * len(text)
                case StopSpeaking():
                    self._voice_until = -inf
                case Ring():
                    self._ring_until = now + RING_LIMIT
                case StopRinging():
                    self._ring_until = -inf

    def _plays(self, cue_id: int) -> bool:
        return self._playing and cue_id == self._id

    def _give_up(self, now: float) -> None:
        """The cue did not come, or does not end: the light goes on."""
        self._playing = False
        self._allow_from(-inf)
        self._unheard += 1
        if self._unheard == UNHEARD:
            self._are_silent("", now)

    def _are_silent(self, why: str, now: float) -> None:
        if not self.silent:
            self.silent = True
            self._notices.add(Notice(NoticeKind.CUES_SILENT, cue_problem_text(why)), now)

    def _are_heard(self, now: float) -> None:
        self._unheard = 0
        if self.silent:
            self.silent = False
            self._notices.add(Notice(NoticeKind.CUES_BACK), now)
