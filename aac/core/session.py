"""The core's one door: an event and the time in, effects out, a view to read.

Movements of a switch are `by_switch`'s business, those of a pointer `by_pointer`'s; what is chosen
is `choices`', and on a page that measures `guiding`'s.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.by_command import ByCommand
from aac.core.by_pointer import ByPointer
from aac.core.by_switch import BySwitch
from aac.core.choices import Choices
from aac.core.cues import Cues
from aac.core.guiding import Guiding
from aac.core.looping import loop_tone
from aac.core.moment import Moment
from aac.core.new_boards import use_boards
from aac.core.partner import Seen, partner_view, somebody_comes
from aac.core.phone_replies import replied
from aac.core.scan import Scan
from aac.core.typed import text_typed
from aac.model.banked import NO_RECORDINGS, Recordings, RecordingsChanged
from aac.model.board import BoardSet
from aac.model.board_events import BoardsChanged
from aac.model.cue_events import CueEnded, CueFailed, CueStarted, RingEnded
from aac.model.events import (
    CellTouched,
    ClockTold,
    CommandPressed,
    CommandReleased,
    DeadlineReached,
    Effect,
    Event,
    Noticed,
    PageTurned,
    PartnerSaid,
    Quit,
    SettingsChanged,
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.measures import Measures
from aac.model.outward import TextTyped
from aac.model.partner import PhoneReplied, SomebodyComes
from aac.model.pointing import Pointed
from aac.model.settings import Settings
from aac.model.sounds import Click, ClickKind
from aac.model.view import Page, View, Work
from aac.model.voice_events import VoicesKnown, VoiceTried, WordSpoken
from aac.model.voice_words import voice_text

NOTHING_MEASURED = Measures()
BY_PEOPLE = (SwitchPressed, CommandPressed, CellTouched, Pointed, SettingsChanged, PageTurned)


class Session:
    """``deadline``: when to be called with `DeadlineReached`.  ``view``: all that is true now.

    ``private``: begin in private mode, as when a session takes over from one that failed.
    ``measures``: what is known of this person's presses.  ``first_run``: offer to find
    the speed first.  ``recordings``: those of the person's own voice.
    """

    def __init__(
        self,
        boards: BoardSet,
        settings: Settings,
        work: Work,
        *,
        private: bool = False,
        measures: Measures = NOTHING_MEASURED,
        first_run: bool = False,
        recordings: Recordings = NO_RECORDINGS,
    ) -> None:
        self._choices = Choices(boards, Moment(work, settings, private), measures)
        self._stage = self._choices.stage
        self._voice = self._choices.voice
        self._voice.recordings = recordings
        self._bell = self._choices.bell
        self._measuring = self._choices.measuring
        self._guiding = Guiding(self._choices)
        self._by_pointer = ByPointer(self._choices, self._guiding)
        self._by_switch = BySwitch(self._choices, self._guiding, self._by_pointer)
        self._by_command = ByCommand(self._choices)
        self._cues = Cues(self._stage, self._choices.notices)
        if first_run and settings.scan_method == "automatic":  # where the offer ends by itself
            self._stage.page = Page.WELCOME
        self._seen = Seen()
        self.view: View = self._guiding.shown(self._choices.view())

    @property
    def work(self) -> Work:
        return self._choices.moment.work

    @property
    def measures(self) -> Measures:
        return self._measuring.measures

    @property
    def scanner(self) -> Scan:
        """The light of the method that is set, for measuring; nobody moves it but the session."""
        return self._stage.scanner.usual

    @property
    def deadline(self) -> float | None:
        times = (
            self._stage.filter.deadline,
            self._by_command.deadline,
            self._stage.scanner.deadline,
            self._by_pointer.deadline,
            self._voice.deadline,
            self._bell.deadline,
            self._choices.notices.deadline,
            self._guiding.deadline,
            self._cues.deadline,
            self._by_switch.night.deadline,
        )
        return min((time for time in times if time is not None), default=None)

    def start(self, now: float) -> list[Effect]:
        """Light the first item.  Called once."""
        effects = self._stage.show(self._choices.moment)
        self._stage.scan(now)
        effects += self._by_switch.night.follow(now) + self._guiding.follow(now)
        return self._with_cues(effects, now)

    def handle(self, event: Event, now: float) -> list[Effect]:
        """Take what happened at ``now``; answer with what is to be done."""
        self._cues.heard(event, now)
        if isinstance(event, BY_PEOPLE):
            self._by_switch.night.hours.acted(now)
        effects = self._take(event, now) + self._by_switch.night.follow(now)
        effects += self._guiding.follow(now)
        self._stage.judge(now)
        self._stage.take_offers(now)
        before = self._measuring.measures.timing
        self._measuring.watch(self._stage.scanner, self._stage.filter, now)
        if (timing := self._measuring.measures.timing) is not before:
            self._stage.use_timing(timing)
        closing = any(isinstance(effect, Quit) for effect in effects)
        saving = self._measuring.saves(now, at_once=closing)
        return saving + self._with_cues(effects, now)

    def _with_cues(self, effects: list[Effect], now: float) -> list[Effect]:
        effects = self._cues.follow(effects, self._choices.moment.settings, now)
        view = self._cues.shown(self._guiding.shown(self._choices.view()))
        self._seen = partner_view(view, self._seen, now)
        self.view = replace(view, partner=self._seen.shown)
        return effects

    def _take(self, event: Event, now: float) -> list[Effect]:
        match event:
            case SwitchPressed() | SwitchReleased():
                return self._by_switch.moved(event, now)
            case CommandPressed() | CommandReleased():
                return self._by_command.moved(event, now)
            case DeadlineReached():
                return self._time_passes(now)
            case SpeechStarted(speech_id):
                self._voice.started(speech_id, now)
            case WordSpoken(speech_id, start, end):
                self._voice.heard(speech_id, start, end)
            case VoiceTried(text):
                tried = text or voice_text("sample")
                return [] if self._voice.waiting else self._voice.echo(tried)
            case VoicesKnown(voices):
                self._choices.moment = replace(self._choices.moment, voices=voices)
            case SpeechEnded(speech_id) | SpeechFailed(speech_id):
                if following := self._voice.follow(speech_id, now):
                    return following
                if self._voice.ended(speech_id):
                    self._scan_on(now)
            case Suggested():
                self._stage.offers.answered(event)
            case PartnerSaid(text):
                return self._stage.heard(text)
            case Noticed(notice):
                self._choices.notices.add(notice, now)
            case Pointed():
                return self._by_pointer.pointed(event, now)
            case CueStarted() | CueEnded() | CueFailed() | RingEnded():
                pass  # `_cues` has heard of it
            case SomebodyComes():
                return somebody_comes(self._choices, now)
            case PhoneReplied():
                return replied(self._choices, event, now)
            case TextTyped(text):
                return text_typed(self._choices, text)
            case RecordingsChanged(recordings):
                self._voice.recordings = recordings
            case BoardsChanged(boards):
                return use_boards(self._choices, boards)
            case ClockTold(wall, hour):
                self._measuring.told(wall, now, hour)
                self._by_switch.night.hours.told(hour, now)
            case _:
                return self._by_hand(event, now)
        return []

    def _by_hand(
        self, event: CellTouched | SettingsChanged | PageTurned, now: float
    ) -> list[Effect]:
        """What was done with a finger, a mouse or a keyboard."""
        self._measuring.interrupted()
        if isinstance(event, CellTouched):
            self._stage.pointer.spend(now)
            return self._guiding.touch(event.cell_id, now)
        if isinstance(event, SettingsChanged):
            wanted = self._guiding.adopting.allowed(event.settings, now)
            return self._choices.change_settings(wanted, now)
        return self._choices.turn_page(event.page, now)

    def _time_passes(self, now: float) -> list[Effect]:
        effects = self._by_switch.wake(now) + self._by_command.wake(now)
        effects += self._bell.wake(now)
        self._choices.notices.wake(now)
        if self._voice.overdue(now):
            self._scan_on(now)
        effects += self._by_pointer.wake(now) + self._guiding.wake(now)
        lit = self._stage.scanner.spot
        chosen = self._stage.scanner.wake(now)
        effects += self._by_switch.choose(chosen, now, now)
        settings = self._choices.moment.settings
        ticks = settings.step_sound or settings.paced_cue == "beat"
        if chosen is None and ticks and self._stage.scanner.spot != lit:
            effects.append(Click(ClickKind.STEP))
        return effects + loop_tone(settings, lit, self._stage.scanner.spot)

    def _scan_on(self, now: float) -> None:
        """The voice has ended: a question stays, and so does a pointer's rest."""
        if self._stage.asking is None and not self._stage.sleeping:
            self._stage.scan_on(now)
