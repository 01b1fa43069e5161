"""What a choice does to all but the light: writing, voice, bell, pages, questions, undo.

What a cell does to the work in hand is in `deeds`.  Every change of the work in hand passes
`_become`, so that undo and saving miss nothing.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core import pages
from aac.core.bell import Bell
from aac.core.deeds import asks_first, perform
from aac.core.measuring import Measuring
from aac.core.moment import Deed, Moment, as_found, is_private, without_wishes
from aac.core.notices import Notices
from aac.core.offer_use import advised, counted
from aac.core.scan_tree import BACK, Leaf
from aac.core.stage import Stage
from aac.core.undo import Undo
from aac.core.voice import SpokenNow
from aac.model.board import Alarm, BoardSet, Cell, Command, Do
from aac.model.events import Effect, Forget, ForgetWords, Learn, Quit, Save, SaveSettings
from aac.model.measures import Measures
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind, OfferUse, Page, View
from aac.model.words import screen_text

CALL_SOUND = "B02"  # "Please come. I need help."


class Choices:
    """``stage``: the scan and the screen.  ``voice`` and ``bell``: what is heard.

    ``measuring``: what is learned of the person's presses.
    """

    def __init__(self, boards: BoardSet, moment: Moment, measures: Measures) -> None:
        settings = moment.settings
        self._boards = boards
        self.measuring = Measuring(measures)
        self.moment = replace(moment, work=as_found(moment.work, boards, settings))
        self.stage = Stage(boards, self.moment, measures.timing)
        self.voice = SpokenNow()
        self.bell = Bell(settings.bell_repeat, screen_text("alert_call"), CALL_SOUND)
        self._undo = Undo()
        self._asked: Settings | None = None
        self.notices = Notices()

    def view(self) -> View:
        """All that is true now."""
        return self.stage.view(
            spoken=self.voice.text,
            speaking=self.voice.waiting,
            alert=self.bell.alert,
            notice=self.notices.current,
        )

    def go_on(self, now: float) -> None:
        """Scan on, once the voice has ended."""
        if self.voice.waiting:
            self.stage.wait()
        else:
            self.stage.scan_on(now)

    # --------------------------------------------------------------------- choosing

    def touch(self, cell_id: str, now: float) -> list[Effect]:
        """A cell was chosen directly, if it is there."""
        return self.choose(Leaf(cell_id), now) if self.stage.find(cell_id) else []

    def choose(self, chosen: Leaf, now: float) -> list[Effect]:
        """A cell was chosen; some ask once before they act (G25)."""
        asking = self.stage.asking
        cell = self.stage.find(chosen.cell_id)
        if chosen == BACK or cell is None:
            return self.decline(now)
        if asks_first(cell) and (asking is None or asking.id != cell.id):
            self._asked = None
            self.stage.ask(cell, now)
            return []
        self.stage.asking = None
        self.voice.text = ""
        self.notices.choice(now)
        return self._act(cell, now)

    def decline(self, now: float) -> list[Effect]:
        """A question was left unanswered: nothing happens."""
        self._asked = None
        self.stage.scan(now)
        return []

    def _act(self, cell: Cell, now: float) -> list[Effect]:
        match cell.action:
            case Alarm(sound, text):
                ringing = self.bell.alarm(sound, text, now)
                return [*self.voice.hush(), *ringing, *self._turn_to(Page.ALERT, now)]
            case Do(Command.CALL):
                return self.call(now)
            case Do(Command.UNDO):
                return self.undo_last(now)
            case Do(Command.ANSWERED):
                return self.bell.answered() + self._turn_to(Page.BOARD, now)
            case Do(Command.SHOW_BOARD | Command.CLOSE_PAGE):
                return self._turn_to(Page.BOARD, now)
            case Do(Command.SETTINGS):
                return self._turn_to(Page.SETTINGS, now)
            case Do(Command.REST):
                self.stage.rest()
                return []
            case Do(Command.HUSH):
                return self.hush(now)
            case Do(Command.SAY_AGAIN):
                return self._say_again(now)
            case Do(Command.ERASE_HISTORY):
                return self._erase_history(now)
            case Do(Command.FORGET_WORDS):
                self.notices.tell(Notice(NoticeKind.WORDS_FORGOTTEN), now)
                return [*self._become(self.moment, now), ForgetWords()]
            case Do(Command.CONFIRM):
                return self._agreed(now)
            case Do(Command.QUIT):
                self.stage.scan(now)
                return [Save(self.moment.work), Quit()]
        use = counted(self.moment.work.use, cell, self.moment, self.stage.offers)
        return self._done(perform(cell, self.moment, self._boards, self.stage.offers), use, now)

    def _done(self, deed: Deed, use: OfferUse, now: float) -> list[Effect]:
        """A deed was done: remember, speak, count, save, and scan on."""
        if deed.moment != self.moment or deed.say:
            self._undo.remember(self.moment, deed.moment)
        if deed.notice:
            self.notices.tell(deed.notice, now)
        use, advice = advised(use)
        for notice in advice:
            self.notices.add(notice, now)
        moment = replace(deed.moment, work=replace(deed.moment.work, use=use))
        return self._say(deed, now) + self._become(moment, now)

    def _become(self, moment: Moment, now: float) -> list[Effect]:
        """The one way in which the work in hand and the settings change."""
        before, self.moment = self.moment, moment
        effects: list[Effect] = []
        if moment.work != before.work:
            effects.append(Save(moment.work))
        if moment.settings != before.settings:
            self.stage.use_settings(moment.settings)
            self.bell.repeat = moment.settings.bell_repeat
            effects.append(SaveSettings(moment.settings))
        if not self.voice.kept and not is_private(self.moment, self._boards):
            self.voice.forget()
        effects += self.stage.show(moment)
        self.go_on(now)
        return effects

    def undo_last(self, now: float) -> list[Effect]:
        """Undo the last choice; a call that is sounding is the last choice."""
        if self.bell.alert is not None:
            return self.bell.answered() + self._turn_to(Page.BOARD, now)
        moment = self._undo.undone(self.moment)
        if moment is None:
            self.notices.tell(Notice(NoticeKind.NOTHING_TO_UNDO), now)
        return [*self.voice.hush(), *self._become(moment or self.moment, now)]

    # --------------------------------------------------------------- voice and bell

    def hush(self, now: float) -> list[Effect]:
        """Stop the voice and scan on."""
        effects = self.voice.hush()
        self.stage.scan_on(now)
        return effects

    def _say(self, deed: Deed, now: float) -> list[Effect]:
        settings = deed.moment.settings
        if not deed.say:
            return self.voice.echo(deed.echo) if deed.echo else []
        keep = deed.keep and not deed.moment.private
        wait = settings.pause_while_speaking or settings.cues  # both at once are not understood
        silent = settings.speak_mode == "silent"
        effects = self.voice.say(deed.say, now, wait=wait, silent=silent, keep=keep)
        if not keep:
            return effects
        self.stage.offers.talk.said(deed.say)
        return [*effects, Learn(deed.say)]

    def _say_again(self, now: float) -> list[Effect]:
        last = self.voice.last or next(iter(self.moment.work.history), "")
        if not last:
            self.notices.tell(Notice(NoticeKind.NOTHING_TO_SAY), now)
            return self._become(self.moment, now)
        kept = self.voice.kept
        effects = self._say(Deed(self.moment, say=last, keep=False), now)  # learned already
        self.voice.kept = kept
        self._undo.remember(self.moment, self.moment)
        return effects + self._become(self.moment, now)

    def call(self, now: float) -> list[Effect]:
        """Ring the bell."""
        return [*self.voice.hush(), *self.bell.call(now), *self._turn_to(Page.ALERT, now)]

    # ---------------------------------------------------- pages, settings, privacy

    def turn_page(self, page: Page, now: float) -> list[Effect]:
        """The settings page was opened or closed by hand; a call for help stays in front."""
        there = self.stage.page in (Page.ALERT, page)
        return [] if there else self._turn_to(page, now)

    def _turn_to(self, page: Page, now: float) -> list[Effect]:
        self.stage.page = page
        self._asked = None
        effects = self.stage.show(self.moment)
        if self.voice.waiting:
            self.stage.wait()
        else:
            self.stage.scan(now)
        return effects

    def change_settings(self, settings: Settings, now: float) -> list[Effect]:
        """A helper changed settings; hiding or showing the wishes board asks the person (G56).

        Not while a call for help is on the screen: then that setting stays as it is.
        """
        shown = self.moment.settings.wishes_board
        allowed = replace(settings, wishes_board=shown)
        self._asked = None
        effects = self._become(replace(self.moment, settings=allowed), now)
        if settings.wishes_board != shown and self.stage.page is not Page.ALERT:
            effects += self._turn_to(Page.BOARD, now)
            self._asked = settings
            self.stage.ask(pages.wishes_question(settings.wishes_board), now)
        return effects

    def _agreed(self, now: float) -> list[Effect]:
        settings, self._asked = self._asked or self.moment.settings, None
        work = self.moment.work
        if not settings.wishes_board:
            work = without_wishes(work, self._boards, settings)
        moment = replace(self.moment, work=work, settings=settings)
        self._undo.remember(self.moment, moment)
        return self._become(moment, now)

    def _erase_history(self, now: float) -> list[Effect]:
        """What was erased does not come back: not by undo, and not by saying it again."""
        self._undo.forget_history()
        self.voice.forget()
        self.stage.offers.talk.forget()
        self.notices.tell(Notice(NoticeKind.HISTORY_ERASED), now)
        work = replace(self.moment.work, history=())
        return [*self._become(replace(self.moment, work=work), now), Forget()]
