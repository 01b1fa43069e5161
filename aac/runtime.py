"""The one room that lives in time: events into the session, its view and effects out.

Presses may come from any thread, stamped where they arrive; a queued signal brings them to the
thread of the screen, which owns everything else.  One timer stands at the session's deadline.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import localtime, monotonic, time

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from aac.core.session import Session
from aac.hands import Hands, Keeping
from aac.model.cue_events import Cue, StopCue
from aac.model.events import (
    CellTouched,
    ClockTold,
    DeadlineReached,
    Effect,
    Event,
    Movement,
    Noticed,
    PageTurned,
    Speak,
    StopSpeaking,
    Suggest,
    Suggested,
)
from aac.model.measures import Measures
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.sounds import Click, Ring, StopRinging
from aac.model.view import Page, View, Work
from aac.model.voice_events import WordSpoken
from aac.ports import Predictor, SpeechEngine
from aac.speaking import Speaking

CALL_CELL = "strip-call"
HOUR = 3_600_000  # milliseconds


class Runtime(QObject):
    """Feeds one session.

    ``begin``: makes a session from settings, work, whether it is private, and measures.
    """

    _arrived = Signal(object)

    def __init__(
        self,
        begin: Callable[[Settings, Work, bool, Measures], Session],
        settings: Settings,
        work: Work,
        measures: Measures,
        *,
        hands: Hands,
        speech: SpeechEngine,
        predictor: Predictor,
    ) -> None:
        super().__init__()
        self._begin = begin
        self._session = begin(settings, work, False, measures)
        self._hands = hands
        self._speech = speech
        self._speaking = Speaking()
        self._predictor = predictor
        self._keeping = Keeping(hands, predictor, lambda notice: self.post(Noticed(notice)))
        self._used: Settings | None = None
        self._now = 0.0
        self._asking = False
        self._cue: Cue | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse timer may fire 5 % early or late.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._take(DeadlineReached()))
        self._hourly = QTimer(self)
        self._hourly.timeout.connect(self._tell_clock)
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def view(self) -> View:
        return self._session.view

    def start(self) -> None:
        """Begin to scan."""
        self._predictor.start(self._suggested)
        self._now = monotonic()
        self._carry_out(self._session.start(self._now))
        self._tell_clock()
        self._hourly.start(HOUR)

    def stop(self) -> None:
        """No more time, no more words."""
        self._timer.stop()
        self._hourly.stop()
        self._predictor.stop()

    def on_switch(self, event: Movement, when: float) -> None:
        """A movement of a switch, stamped ``when``; from any thread."""
        self._arrived.emit(replace(event, at=when))

    def post(self, event: Event) -> None:
        """Anything else that happened; from any thread."""
        self._arrived.emit(event)

    def _tell_clock(self) -> None:
        """A computer that slept, or whose clock was set, goes on with the right day."""
        here = localtime()
        self._take(ClockTold(time(), here.tm_hour + here.tm_min / 60))

    def _take(self, event: Event) -> None:
        if isinstance(event, WordSpoken):
            word = self._speaking.shown(event)
            if word is None:
                return
            event = word
        self._now = monotonic()
        try:
            effects = self._session.handle(event, self._now)
        except Exception as fault:  # a person with one switch cannot click a crash away
            effects = self._recover(fault)
        try:
            self._carry_out(effects)
        except Exception as fault:  # a voice or a window that fails must not stop the scan
            self._hands.log_fault(fault)
            self._arm()

    def _recover(self, fault: BaseException) -> list[Effect]:
        """Go on from the last work; what was being chosen is lost, what was written is not.

        A call for help that nobody has answered is made again.
        """
        self._hands.log_fault(fault)
        effects = self._anew()
        return effects + self._session.handle(Noticed(Notice(NoticeKind.RECOVERED)), self._now)

    def renew(self) -> None:
        """Go on with what ``begin`` now makes, such as a session with other boards; on the same
        page, with the same message."""
        self._now = monotonic()
        page = self._session.view.page
        effects = self._anew()
        if page is Page.SETTINGS:
            effects += self._session.handle(PageTurned(page), self._now)
        self._carry_out(effects)

    def _anew(self) -> list[Effect]:
        view, work, measures = self._session.view, self._session.work, self._session.measures
        self._session = self._begin(view.settings, work, view.private, measures)
        effects = self._session.start(self._now)
        if view.alert is not None:
            effects += self._session.handle(CellTouched(CALL_CELL), self._now)
        return effects

    def _carry_out(self, effects: list[Effect]) -> None:
        """First what is heard, then the screen, then the disk, which may take 10 ms and more."""
        self._use_settings()
        for effect in effects:
            self._sound(effect)
        cue, self._cue = self._cue, None
        if cue is not None:
            self._hands.cue(cue, self._session.view.settings)
        self._hands.show(self._session.view)
        self._arm()
        for effect in effects:
            self._keeping.keep(effect)

    def _use_settings(self) -> None:
        """The predictor knows the settings before the next question."""
        settings = self._session.view.settings
        if settings != self._used:
            self._used = settings
            self._predictor.use(settings)

    def _arm(self) -> None:
        deadline = self._session.deadline
        if deadline is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, round((deadline - monotonic()) * 1000)))

    def _sound(self, effect: Effect) -> None:
        settings = self._session.view.settings
        match effect:
            case Speak(sound=sound):
                recording = self._hands.recording(sound) if sound else b""
                self._speech.speak(self._speaking.utterance(effect, settings, recording))
            case StopSpeaking():
                self._speech.hush()
            case Ring(sounds):
                loudness = settings.night_volume if settings.night else settings.bell_volume
                self._hands.ring(sounds, loudness / 100)
            case StopRinging():
                self._hands.stop_ringing()
            case Click(kind):
                self._hands.click(kind.value, settings.scan_sound_volume)
            case Cue():
                self._cue = effect  # said last: words that come at once may change what is lit
            case StopCue():
                self._hands.stop_cue()
            case Suggest():
                self._asking = True
                self._predictor.suggest(effect)
                self._asking = False

    def _suggested(self, answer: Suggested) -> None:
        """Words that came while the question was being asked are taken at the same moment.

        So they are on the screen before the first item is lit, and nothing moves.
        """
        if self._asking:
            for effect in self._session.handle(answer, self._now):
                self._sound(effect)
        else:
            self.post(answer)
