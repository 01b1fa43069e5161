"""The one room that lives in time: events into the session, its view and effects out.

Presses may come from any thread, stamped where they arrive; a queued signal brings them to the
thread of the screen, which owns everything else.  One timer stands at the session's deadline.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from aac.core.session import Session
from aac.model.events import (
    CellTouched,
    Click,
    DeadlineReached,
    Effect,
    Event,
    Forget,
    ForgetWords,
    Learn,
    Movement,
    Noticed,
    Quit,
    Ring,
    Save,
    SaveSettings,
    Speak,
    StopRinging,
    StopSpeaking,
    Suggest,
    Suggested,
)
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind, View, Work
from aac.ports import Predictor, SpeechEngine, Utterance

CALL_CELL = "strip-call"


@dataclass(frozen=True)
class Hands:
    """All that the runtime can do to the world.

    ``save`` and ``save_settings`` raise `OSError` where the disk does not take it.
    """

    show: Callable[[View], None]
    ring: Callable[[tuple[str, ...], float], None]
    stop_ringing: Callable[[], None]
    click: Callable[[str], None]
    save: Callable[[Work], None]
    save_settings: Callable[[Settings], None]
    forget: Callable[[], None]
    quit: Callable[[], None]
    log_fault: Callable[[BaseException], None]


class Runtime(QObject):
    """Feeds one session.

    ``begin``: makes a session from settings and work; the last argument is private mode.
    """

    _arrived = Signal(object)

    def __init__(
        self,
        begin: Callable[[Settings, Work, bool], Session],
        settings: Settings,
        work: Work,
        *,
        hands: Hands,
        speech: SpeechEngine,
        predictor: Predictor,
    ) -> None:
        super().__init__()
        self._begin = begin
        self._session = begin(settings, work, False)
        self._hands = hands
        self._speech = speech
        self._predictor = predictor
        self._unsaved: set[str] = set()
        self._used: Settings | None = None
        self._now = 0.0
        self._asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # A coarse timer may fire 5 % early or late.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._take(DeadlineReached()))
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def view(self) -> View:
        return self._session.view

    def start(self) -> None:
        """Begin to scan."""
        self._predictor.start(self._suggested)
        self._now = monotonic()
        self._carry_out(self._session.start(self._now))

    def stop(self) -> None:
        """No more time, no more words."""
        self._timer.stop()
        self._predictor.stop()

    def on_switch(self, event: Movement, when: float) -> None:
        """A movement of a switch, stamped ``when``; from any thread."""
        self._arrived.emit(replace(event, at=when))

    def post(self, event: Event) -> None:
        """Anything else that happened; from any thread."""
        self._arrived.emit(event)

    def _take(self, event: Event) -> None:
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
        view, work = self._session.view, self._session.work
        self._session = self._begin(view.settings, work, view.private)
        effects = self._session.start(self._now)
        effects += self._session.handle(Noticed(Notice(NoticeKind.RECOVERED)), self._now)
        if view.alert is not None:
            effects += self._session.handle(CellTouched(CALL_CELL), self._now)
        return effects

    def _carry_out(self, effects: list[Effect]) -> None:
        """First what is heard, then the screen, then the disk, which may take 10 ms and more."""
        self._use_settings()
        for effect in effects:
            self._sound(effect)
        self._hands.show(self._session.view)
        self._arm()
        for effect in effects:
            self._keep(effect)

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
            case Speak(speech_id, text):
                self._speech.speak(
                    Utterance(
                        speech_id,
                        text,
                        voice=settings.voice,
                        rate=settings.speech_rate,
                        pitch=settings.speech_pitch,
                        volume=settings.speech_volume,
                    )
                )
            case StopSpeaking():
                self._speech.hush()
            case Ring(sounds):
                self._hands.ring(sounds, settings.bell_volume / 100)
            case StopRinging():
                self._hands.stop_ringing()
            case Click(kind):
                self._hands.click(kind.value)
            case Suggest():
                self._asking = True
                self._predictor.suggest(effect)
                self._asking = False

    def _suggested(self, answer: Suggested) -> None:
        """Words that came while the question was being asked are taken at the same moment.

        So they are on the screen before the first item is lit, and nothing moves.
        """
        if self._asking:
            self._session.handle(answer, self._now)
        else:
            self.post(answer)

    def _keep(self, effect: Effect) -> None:
        match effect:
            case Learn(said):
                self._to_disk("words", lambda: self._predictor.learn(said))
            case ForgetWords():
                self._to_disk("words", self._predictor.forget)
            case Forget():
                self._to_disk("words", self._predictor.forget)
                self._to_disk("work", self._hands.forget)
            case Save(work):
                self._to_disk("work", lambda: self._hands.save(work))
            case SaveSettings(settings):
                self._to_disk("settings", lambda: self._hands.save_settings(settings))
            case Quit():
                self._hands.quit()

    def _to_disk(self, what: str, write: Callable[[], None]) -> None:
        """Write; tell once when the disk stops taking it, and once when it takes all again."""
        worked = not self._unsaved
        try:
            write()
            self._unsaved.discard(what)
        except OSError:
            self._unsaved.add(what)
        if worked != (not self._unsaved):
            kind = NoticeKind.SAVE_FAILED if worked else NoticeKind.SAVED_AGAIN
            self.post(Noticed(Notice(kind)))
