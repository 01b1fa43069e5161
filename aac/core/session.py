"""The core's one door: an event and the time in, effects out, a view to read.

A movement of a switch goes through the filter; what counts goes to the scanner, or, while the
voice speaks or the scan rests, does what these need.  What the scanner chooses is `choices`'
business.
"""

from __future__ import annotations

from aac.core.choices import Choices
from aac.core.cues import Cues
from aac.core.looping import loop_tone
from aac.core.moment import Moment
from aac.core.signals import (
    CallPressed,
    HeldTooLong,
    LongPressed,
    Pressed,
    Released,
    Signal,
)
from aac.model.board import BoardSet
from aac.model.cue_events import CueEnded, CueFailed, CueStarted, RingEnded
from aac.model.events import (
    CellTouched,
    Click,
    ClickKind,
    ClockTold,
    DeadlineReached,
    Effect,
    Event,
    Noticed,
    PageTurned,
    PartnerSaid,
    SettingsChanged,
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.measures import Measures
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind, View, Work

THREE_PRESSES_WITHIN = 4.0  # G28
NOTHING_MEASURED = Measures()


class Session:
    """``deadline``: when to be called with `DeadlineReached`.  ``view``: all that is true now.

    ``private``: begin in private mode, as when a session takes over from one that failed.
    ``measures``: what is known of this person's presses.
    """

    def __init__(
        self,
        boards: BoardSet,
        settings: Settings,
        work: Work,
        *,
        private: bool = False,
        measures: Measures = NOTHING_MEASURED,
    ) -> None:
        self._choices = Choices(boards, Moment(work, settings, private), measures)
        self._stage = self._choices.stage
        self._voice = self._choices.voice
        self._bell = self._choices.bell
        self._cues = Cues(self._stage, self._choices.notices)
        self._rest_presses: list[float] = []
        self.view: View = self._choices.view()

    @property
    def work(self) -> Work:
        return self._choices.moment.work

    @property
    def measures(self) -> Measures:
        return self._choices.measuring.measures

    @property
    def deadline(self) -> float | None:
        times = (
            self._stage.filter.deadline,
            self._stage.scanner.time.deadline,
            self._voice.deadline,
            self._bell.deadline,
            self._choices.notices.deadline,
            self._cues.deadline,
        )
        return min((time for time in times if time is not None), default=None)

    def start(self, now: float) -> list[Effect]:
        """Light the first item.  Called once."""
        effects = self._stage.show(self._choices.moment)
        self._stage.scan(now)
        return self._with_cues(effects, now)

    def handle(self, event: Event, now: float) -> list[Effect]:
        """Take what happened at ``now``; answer with what is to be done."""
        self._cues.heard(event, now)
        effects = self._take(event, now)
        self._stage.judge(now)
        self._stage.take_offers(now)
        return self._with_cues(effects, now)

    def _with_cues(self, effects: list[Effect], now: float) -> list[Effect]:
        effects = self._cues.follow(effects, self._choices.moment.settings, now)
        self.view = self._cues.shown(self._choices.view())
        return effects

    def _take(self, event: Event, now: float) -> list[Effect]:
        match event:
            case SwitchPressed(at=at) | SwitchReleased(at=at):
                when = now if at is None else at
                return self._signals(self._stage.filter.handle(event, when), now)
            case DeadlineReached():
                return self._time_passes(now)
            case SpeechStarted(speech_id):
                self._voice.started(speech_id, now)
            case SpeechEnded(speech_id) | SpeechFailed(speech_id):
                if self._voice.ended(speech_id) and self._stage.asking is None:
                    self._stage.scan_on(now)
            case Suggested():
                self._stage.offers.answered(event)
            case PartnerSaid(text):
                return self._stage.heard(text)
            case Noticed(notice):
                self._choices.notices.add(notice, now)
            case ClockTold(wall):
                self._choices.measuring.told(wall, now)
            case CueStarted() | CueEnded() | CueFailed() | RingEnded():
                pass  # `_cues` has heard of it
            case _:
                return self._by_hand(event, now)
        return []

    def _by_hand(
        self, event: CellTouched | SettingsChanged | PageTurned, now: float
    ) -> list[Effect]:
        """What was done with a finger, a mouse or a keyboard."""
        if isinstance(event, CellTouched):
            return self._choices.touch(event.cell_id, now)
        if isinstance(event, SettingsChanged):
            return self._choices.change_settings(event.settings, now)
        return self._choices.turn_page(event.page, now)

    def _time_passes(self, now: float) -> list[Effect]:
        effects = self._signals(self._stage.filter.wake(now), now)
        effects += self._bell.wake(now)
        self._choices.notices.wake(now)
        if self._voice.overdue(now) and self._stage.asking is None:
            self._stage.scan_on(now)
        lit = self._stage.scanner.spot
        chosen = self._stage.scanner.wake(now)
        if chosen is not None:
            return effects + self._choices.choose(chosen, now)
        settings = self._choices.moment.settings
        ticks = settings.step_sound or settings.paced_cue == "beat"
        if ticks and self._stage.scanner.spot != lit:
            effects.append(Click(ClickKind.STEP))
        return effects + loop_tone(settings, lit, self._stage.scanner.spot)

    # ---------------------------------------------------------- what a movement means

    def _signals(self, signals: list[Signal], now: float) -> list[Effect]:
        return [effect for signal in signals for effect in self._signal(signal, now)]

    def _signal(self, signal: Signal, now: float) -> list[Effect]:
        match signal:
            case Pressed(switch, at):
                return self._pressed(switch, at, now)
            case Released(switch, at):
                chosen = self._stage.scanner.release(switch, at, now)
                return self._choices.choose(chosen, now) if chosen else []
            case LongPressed():
                return self._long_pressed(now)
            case CallPressed():
                return self._choices.call(now)
            case HeldTooLong():
                self._stage.rest()
                self._choices.notices.tell(Notice(NoticeKind.SWITCH_HELD), now)
                return [Click(ClickKind.HELD)]
            case _:  # it is held no longer
                self._choices.go_on(now)
                return []

    def _pressed(self, switch: int, at: float, now: float) -> list[Effect]:
        accepted = self._choices.moment.settings.accept_sound
        clicks: list[Effect] = [Click(ClickKind.ACCEPT)] if accepted else []
        if self._third_press_in_rest(at):
            return clicks + self._choices.call(now)
        if self._voice.waiting:  # G15: the first press stops the voice and chooses nothing
            return self._choices.hush(now)
        if self._stage.filter.held:
            return []  # another switch is stuck
        scanner = self._stage.scanner
        before = scanner.spot, scanner.time.since
        chosen = scanner.press(switch, at, now)
        if chosen is None and (scanner.spot, scanner.time.since) == before:
            return []  # it did not count
        return clicks + (self._choices.choose(chosen, now) if chosen else [])

    def _long_pressed(self, now: float) -> list[Effect]:
        """Back, or where there is no way back undo (G20, G24); it too only wakes or stops."""
        if self._voice.waiting:
            return self._choices.hush(now)
        if self._stage.asking is not None:
            return self._choices.decline(now)
        if self._stage.filter.held:
            return []
        if self._stage.scanner.resting:
            self._stage.scanner.wake_up(now)
            return []
        if self._stage.scanner.go_back(now):
            return []
        return self._choices.undo_last(now)

    def _third_press_in_rest(self, at: float) -> bool:
        """Whether this is the third press of three that began in rest (G28)."""
        if not self._choices.moment.settings.three_presses_call:
            return False
        if self._stage.scanner.resting and self._stage.scanner.spot is None:
            self._rest_presses = [at]
        elif self._rest_presses and at - self._rest_presses[0] <= THREE_PRESSES_WITHIN:
            self._rest_presses.append(at)
        else:
            self._rest_presses = []
        return len(self._rest_presses) == 3
