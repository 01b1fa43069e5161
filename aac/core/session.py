"""The core's one door: an event and the time in, effects out, a view to read.

A movement of a switch goes through the filter; what counts goes to the scanner; what the scanner
chooses is done in `deeds`, or here where it concerns the scan itself.  Every change of the work in
hand passes `_become`, so that undo and saving miss nothing.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core import pages
from aac.core.bell import Bell
from aac.core.deeds import perform
from aac.core.moment import Deed, Moment, home_board
from aac.core.scan_tree import BACK, Leaf
from aac.core.stage import Stage
from aac.core.switch_filter import (
    CallPressed,
    HeldEnded,
    HeldTooLong,
    LongPressed,
    Pressed,
    Released,
    Signal,
)
from aac.core.undo import Undo
from aac.core.voice import SpokenNow
from aac.model.board import Alarm, BoardSet, Cell, Command, Do
from aac.model.events import (
    CellTouched,
    Click,
    ClickKind,
    DeadlineReached,
    Effect,
    Event,
    Learn,
    Notice,
    Noticed,
    NoticeKind,
    Page,
    PageClosed,
    Quit,
    Save,
    SaveSettings,
    SettingsChanged,
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    Suggested,
    SwitchPressed,
    SwitchReleased,
    View,
    Work,
)
from aac.model.settings import Settings
from aac.model.words import screen_text

CALL_SOUND = "B02"  # "Please come. I need help."
THREE_PRESSES_WITHIN = 4.0  # G28
NOTICE_STAYS = 4.0  # long enough to be read before the next choice takes it away


class Session:
    """``deadline``: when to be called with `DeadlineReached`.  ``view``: all that is true now.

    It is long for a class because it is the one place that knows both the scan and the deeds.
    """

    def __init__(self, boards: BoardSet, settings: Settings, work: Work) -> None:
        if work.board not in boards.boards:
            work = replace(work, board=home_board(boards, settings), trail=())
        self._boards = boards
        self._moment = Moment(work, settings)
        self._stage = Stage(boards, self._moment)
        self._undo = Undo()
        self._voice = SpokenNow()
        self._bell = Bell(settings.bell_repeat, screen_text("alert_call"), CALL_SOUND)
        self._asked: Settings | None = None
        self._notice: tuple[Notice, float] | None = None
        self._rest_presses: list[float] = []
        self.view: View = self._look()

    @property
    def work(self) -> Work:
        return self._moment.work

    @property
    def deadline(self) -> float | None:
        times = (
            self._stage.filter.deadline,
            self._stage.scanner.deadline,
            self._voice.deadline,
            self._bell.deadline,
        )
        return min((time for time in times if time is not None), default=None)

    def start(self, now: float) -> list[Effect]:
        """Light the first item.  Called once."""
        effects = self._stage.show(self._moment)
        self._stage.scan(now)
        self.view = self._look()
        return effects

    def handle(self, event: Event, now: float) -> list[Effect]:
        """Take what happened at ``now``; answer with what is to be done."""
        effects = self._take(event, now)
        self._stage.judge(now)
        self._stage.take_offers(now)
        self.view = self._look()
        return effects

    def _take(self, event: Event, now: float) -> list[Effect]:
        match event:
            case SwitchPressed(at=at) | SwitchReleased(at=at):
                when = now if at is None else at
                return self._signals(self._stage.filter.handle(event, when), now)
            case DeadlineReached():
                return self._time_passes(now)
            case CellTouched(cell_id):
                touched = self._stage.find(cell_id) is not None
                return self._choose(Leaf(cell_id), now) if touched else []
            case SpeechStarted(speech_id):
                self._voice.started(speech_id, now)
            case SpeechEnded(speech_id) | SpeechFailed(speech_id):
                if self._voice.ended(speech_id):
                    self._stage.scan(now)
            case Suggested():
                self._stage.answered(event)
            case SettingsChanged(settings):
                return self._settings_changed(settings, now)
            case Noticed(notice):
                self._notice = (notice, now)
            case PageClosed():
                return self._turn_to(Page.BOARD, now)
        return []

    def _time_passes(self, now: float) -> list[Effect]:
        effects = self._signals(self._stage.filter.wake(now), now)
        effects += self._bell.wake(now)
        if self._voice.overdue(now):
            self._stage.scan(now)
        lit = self._stage.scanner.spot
        chosen = self._stage.scanner.wake(now)
        if chosen is not None:
            return effects + self._choose(chosen, now)
        if self._stage.scanner.spot != lit and self._moment.settings.step_sound:
            effects.append(Click(ClickKind.STEP))
        return effects

    # --------------------------------------------------------------------- the switch

    def _signals(self, signals: list[Signal], now: float) -> list[Effect]:
        return [effect for signal in signals for effect in self._signal(signal, now)]

    def _signal(self, signal: Signal, now: float) -> list[Effect]:
        match signal:
            case Pressed(switch, at):
                return self._pressed(switch, at, now)
            case Released(switch, at):
                chosen = self._stage.scanner.release(switch, at, now)
                return self._choose(chosen, now) if chosen else []
            case LongPressed():
                return [] if self._stage.scanner.go_back(now) else self._undo_last(now)
            case CallPressed():
                return self._call(now)
            case HeldTooLong():
                self._stage.held = True
                self._stage.scanner.rest()
                self._notice = (Notice(NoticeKind.SWITCH_HELD), now)
                return [Click(ClickKind.HELD)]
            case HeldEnded():
                self._stage.held = False
                self._stage.scan(now)
                return []

    def _pressed(self, switch: int, at: float, now: float) -> list[Effect]:
        if self._voice.waiting:  # G15: the first press stops the voice and chooses nothing
            effects = self._voice.hush()
            self._stage.scan(now)
            return effects
        accepted = self._moment.settings.accept_sound
        clicks: list[Effect] = [Click(ClickKind.ACCEPT)] if accepted else []
        if self._third_press_in_rest(at):
            return clicks + self._call(now)
        chosen = self._stage.scanner.press(switch, at, now)
        return clicks + (self._choose(chosen, now) if chosen else [])

    def _third_press_in_rest(self, at: float) -> bool:
        """Whether this is the third press of three that began in rest (G28)."""
        if not self._moment.settings.three_presses_call:
            return False
        if self._stage.scanner.resting and self._stage.scanner.spot is None:
            self._rest_presses = [at]
        elif self._rest_presses and at - self._rest_presses[0] <= THREE_PRESSES_WITHIN:
            self._rest_presses.append(at)
        else:
            self._rest_presses = []
        return len(self._rest_presses) == 3

    # --------------------------------------------------------------------- choosing

    def _choose(self, chosen: Leaf, now: float) -> list[Effect]:
        """A cell was chosen; some ask once before they act (G25)."""
        asking = self._stage.asking
        cell = self._stage.find(chosen.cell_id)
        if chosen == BACK or cell is None:
            self._asked = None
            self._stage.scan(now)
            return []
        if cell.confirm and (asking is None or asking.id != cell.id):
            self._stage.ask(cell, now)
            return []
        self._stage.asking = None
        self._voice.text = ""
        if self._notice is not None and now - self._notice[1] >= NOTICE_STAYS:
            self._notice = None
        return self._act(cell, now)

    def _act(self, cell: Cell, now: float) -> list[Effect]:
        match cell.action:
            case Alarm(sound, text):
                self._rest_presses = []
                ringing = self._bell.alarm(sound, text, now)
                return [*self._voice.hush(), *ringing, *self._turn_to(Page.ALERT, now)]
            case Do(Command.CALL):
                return self._call(now)
            case Do(Command.UNDO):
                return self._undo_last(now)
            case Do(Command.ANSWERED):
                return self._bell.answered() + self._turn_to(Page.BOARD, now)
            case Do(Command.SHOW_BOARD | Command.CLOSE_PAGE):
                return self._turn_to(Page.BOARD, now)
            case Do(Command.SETTINGS):
                return self._turn_to(Page.SETTINGS, now)
            case Do(Command.REST):
                self._stage.scanner.rest()
                return []
            case Do(Command.HUSH):
                self._stage.scan_on(now)
                return self._voice.hush()
            case Do(Command.SAY_AGAIN):
                return self._say_again(now)
            case Do(Command.CONFIRM):
                return self._agreed(now)
            case Do(Command.QUIT):
                return [Save(self.work), Quit()]
        return self._done(perform(cell, self._moment, self._boards, self._stage.words), now)

    def _done(self, deed: Deed, now: float) -> list[Effect]:
        """A deed was done: remember, speak, save, and scan on."""
        if deed.moment != self._moment or deed.say:
            self._undo.remember(self._moment, deed.moment)
        if deed.notice:
            self._notice = (deed.notice, now)
        return self._say(deed, now) + self._become(deed.moment, now)

    def _say(self, deed: Deed, now: float) -> list[Effect]:
        settings = deed.moment.settings
        if not deed.say:
            return self._voice.echo(deed.echo) if deed.echo else []
        keep = deed.keep and not deed.moment.private
        wait = settings.pause_while_speaking
        silent = settings.speak_mode == "silent"
        effects = self._voice.say(deed.say, now, wait=wait, silent=silent, keep=keep)
        return [*effects, Learn(deed.say)] if keep else effects

    def _say_again(self, now: float) -> list[Effect]:
        last = self._voice.last or next(iter(self.work.history), "")
        notice = None if last else Notice(NoticeKind.NOTHING_TO_SAY)
        return self._done(Deed(self._moment, say=last, keep=False, notice=notice), now)

    def _become(self, moment: Moment, now: float) -> list[Effect]:
        """The one way in which the work in hand and the settings change."""
        before, self._moment = self._moment, moment
        effects: list[Effect] = []
        if moment.work != before.work:
            effects.append(Save(moment.work))
        if moment.settings != before.settings:
            self._stage.use_settings(moment.settings)
            self._bell.repeat = moment.settings.bell_repeat
            effects.append(SaveSettings(moment.settings))
        effects += self._stage.show(moment)
        if self._voice.waiting:
            self._stage.wait()
        else:
            self._stage.scan_on(now)
        return effects

    def _undo_last(self, now: float) -> list[Effect]:
        """Undo the last choice; a call that is sounding is the last choice."""
        if self._bell.alert is not None:
            return self._bell.answered() + self._turn_to(Page.BOARD, now)
        moment = self._undo.undone(self._moment)
        if moment is None:
            self._notice = (Notice(NoticeKind.NOTHING_TO_UNDO), now)
        return [*self._voice.hush(), *self._become(moment or self._moment, now)]

    # --------------------------------------------------------- bell, pages, settings

    def _call(self, now: float) -> list[Effect]:
        self._rest_presses = []
        return [*self._voice.hush(), *self._bell.call(now), *self._turn_to(Page.ALERT, now)]

    def _turn_to(self, page: Page, now: float) -> list[Effect]:
        self._stage.page = page
        self._asked = None
        effects = self._stage.show(self._moment)
        self._stage.scan(now)
        return effects

    def _settings_changed(self, settings: Settings, now: float) -> list[Effect]:
        """A helper changed settings; hiding or showing the wishes board asks the person (G56)."""
        shown = self._moment.settings.wishes_board
        allowed = replace(settings, wishes_board=shown)
        effects = self._become(replace(self._moment, settings=allowed), now)
        if settings.wishes_board != shown:
            effects += self._turn_to(Page.BOARD, now)
            self._asked = settings
            self._stage.ask(pages.wishes_question(settings.wishes_board), now)
        return effects

    def _agreed(self, now: float) -> list[Effect]:
        asked, self._asked = self._asked, None
        moment = replace(self._moment, settings=asked or self._moment.settings)
        return self._become(moment, now)

    def _look(self) -> View:
        return self._stage.view(
            spoken=self._voice.text,
            speaking=self._voice.waiting,
            alert=self._bell.alert,
            notice=self._notice[0] if self._notice else None,
        )
