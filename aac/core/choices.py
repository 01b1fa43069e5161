"""What a choice does to all but the light: writing, voice, bell, pages, questions, undo.

What a cell does to the work in hand is in `deeds`.  Every change of the work in hand passes
`_become`, so that undo and saving miss nothing.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core import again, pages
from aac.core.bell import Bell
from aac.core.deeds import asks_first, perform
from aac.core.measuring import Measuring
from aac.core.moment import Deed, Moment, as_found, is_private, without_wishes
from aac.core.new_boards import reworded
from aac.core.notices import Notices
from aac.core.offer_use import counted
from aac.core.proposing import Proposing
from aac.core.saying import say
from aac.core.scan_tree import BACK, Leaf
from aac.core.showing import view_of
from aac.core.stage import Stage
from aac.core.stages import changed, together
from aac.core.undo import Undo
from aac.core.voice import SpokenNow
from aac.model.board import BoardSet, Cell, Do
from aac.model.commands import Command
from aac.model.events import Effect, Forget, ForgetWords, Quit, Save, SaveSettings
from aac.model.measures import Measures
from aac.model.notice import Notice, NoticeKind
from aac.model.parts import Alarm
from aac.model.settings import Settings
from aac.model.view import OfferUse, Page, View
from aac.model.words import screen_text

CALL_SOUND = "B02"  # "Please come. I need help."


class Choices:
    """``stage``: the scan and the screen.  ``voice`` and ``bell``: what is heard.

    ``measuring``: what is learned of the person's presses; ``proposing``: what follows from it.
    """

    def __init__(self, boards: BoardSet, moment: Moment, measures: Measures) -> None:
        settings = moment.settings
        self.boards = boards
        self.moment = replace(moment, work=as_found(moment.work, boards, settings))
        self.measuring = Measuring(measures, settings, private=is_private(self.moment, boards))
        self.proposing = Proposing(self.measuring)
        self.stage = Stage(boards, self.moment, measures.timing)
        self.voice, self.undo, self.notices = SpokenNow(), Undo(), Notices()
        self.bell = Bell(settings.bell_repeat, screen_text("alert_call"), CALL_SOUND)
        self._asked: Settings | None = None

    def view(self) -> View:
        """All that is true now."""
        return view_of(self.stage, self.voice, self.bell.alert, self.notices.current)

    def go_on(self, now: float) -> None:
        """Scan on, once the voice has ended."""
        if self.voice.waiting:
            self.stage.wait()
        else:
            self.stage.scan_on(now)

    # --------------------------------------------------------------------- choosing

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
        return self.act(cell, now)

    def decline(self, now: float) -> list[Effect]:
        """A question was left unanswered: nothing happens."""
        self._asked = None
        self.stage.scan(now)
        return []

    def act(self, cell: Cell, now: float) -> list[Effect]:
        """Do what the cell does, whatever is lit, said or asked just now."""
        self.stage.asking = None
        self.voice.text = ""
        self.notices.choice(now)
        self.proposing.acted(cell, self.moment, now)
        match cell.action:
            case Alarm(sound, text):
                ringing = self.bell.alarm(sound, text, now)
                return [*self.voice.hush(), *ringing, *self.turn_to(Page.ALERT, now)]
            case Do(Command.CALL):
                return self.call(now)
            case Do(Command.UNDO):
                return self.undo_last(now)
            case Do(Command.ANSWERED):
                return self.bell.answered() + self.turn_to(Page.BOARD, now)
            case Do(command) if command in pages.PAGE_OF:
                return self.turn_to(pages.PAGE_OF[command], now)
            case Do(Command.REST):
                self.voice.let_be()
                self.stage.rest()
                return []
            case Do(Command.HUSH):
                return self.hush(now)
            case Do(Command.SAY_AGAIN):
                return again.say_again(self, now)
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
            case Do(command) if command in pages.ADVICE_ANSWERS:
                self.stage.close_advice()
        use = counted(self.moment.work.use, cell, self.moment, self.stage.offers)
        return self.done(perform(cell, self.moment, self.boards, self.stage.offers), use, now)

    def done(self, deed: Deed, use: OfferUse, now: float) -> list[Effect]:
        """A deed was done: remember, speak, count, save, and scan on."""
        if deed.moment != self.moment or deed.say:
            self.undo.remember(self.moment, deed.moment)
        if deed.notice:
            self.notices.tell(deed.notice, now)
        moment, proposed = self.proposing.after(deed.moment, use, now)
        for notice in proposed:
            self.notices.add(notice, now)
        return self._say(deed, now) + self._become(moment, now)

    def done_again(self, now: float) -> list[Effect]:
        """All stays as it is, and the scan goes on."""
        return self._become(self.moment, now)

    def _become(self, moment: Moment, now: float) -> list[Effect]:
        """The one way in which the work in hand and the settings change."""
        moment = self.proposing.becoming(self.moment, moment, self.stage.page, now)
        moment = replace(moment, voices=self.moment.voices, halted=self.voice.halted)
        before, self.moment = self.moment, moment
        private = is_private(moment, self.boards)
        self.measuring.use(moment.settings, private=private, now=now)
        effects: list[Effect] = reworded(self, before, moment)
        if moment.work != before.work:
            effects.append(Save(moment.work))
        if moment.settings != before.settings:
            self.stage.use_settings(moment.settings)
            self.bell.repeat = moment.settings.bell_repeat
            effects.append(SaveSettings(moment.settings))
        if not self.voice.kept and not private:
            self.voice.forget()
        effects += self.stage.show(moment)
        self.go_on(now)
        return effects

    def undo_last(self, now: float) -> list[Effect]:
        """Undo the last choice; a call that is sounding is the last choice."""
        if self.bell.alert is not None:
            return self.bell.answered() + self.turn_to(Page.BOARD, now)
        moment = self.undo.undone(self.moment)
        if moment is None:
            self.notices.tell(Notice(NoticeKind.NOTHING_TO_UNDO), now)
        else:
            self.measuring.undone()
        return [*self.voice.hush(), *self._become(moment or self.moment, now)]

    # --------------------------------------------------------------- voice and bell

    def hush(self, now: float) -> list[Effect]:
        """Stop the voice and scan on."""
        effects = self.voice.hush() + again.offered(self)
        self.stage.scan_on(now)
        return effects

    def _say(self, deed: Deed, now: float) -> list[Effect]:
        return say(deed, self.voice, self.stage.offers.talk, now)

    def call(self, now: float) -> list[Effect]:
        """Ring the bell."""
        return [*self.voice.hush(), *self.bell.call(now), *self.turn_to(Page.ALERT, now)]

    # ---------------------------------------------------- pages, settings, privacy

    def turn_page(self, page: Page, now: float) -> list[Effect]:
        """The settings page was opened or closed by hand; a call for help stays in front."""
        there = self.stage.page in (Page.ALERT, page)
        return [] if there else self.turn_to(page, now)

    def turn_to(self, page: Page, now: float) -> list[Effect]:
        """This page, whatever stands in front."""
        self.stage.page = page
        self._asked = None
        self.moment = self.proposing.becoming(self.moment, self.moment, page, now)
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
        before = self.moment
        settings = together(before.settings, settings)
        allowed = replace(settings, wishes_board=before.settings.wishes_board)
        self._asked = None
        moment, notice = changed(before, allowed, self.boards)
        if notice:
            self.undo.remember(before, moment)
            self.notices.tell(notice, now)
        effects = self._become(moment, now)
        if settings.wishes_board != allowed.wishes_board and self.stage.page is not Page.ALERT:
            effects += self.turn_to(Page.BOARD, now)
            self._asked = settings
            self.stage.ask(pages.wishes_question(settings.wishes_board), now)
        return effects

    def _agreed(self, now: float) -> list[Effect]:
        settings, self._asked = self._asked or self.moment.settings, None
        work = self.moment.work
        if not settings.wishes_board:
            work = without_wishes(work, self.boards, settings)
        moment = replace(self.moment, work=work, settings=settings)
        self.undo.remember(self.moment, moment)
        return self._become(moment, now)

    def _erase_history(self, now: float) -> list[Effect]:
        """What was erased does not come back: not by undo, and not by saying it again."""
        self.undo.forget_history()
        self.voice.forget()
        self.stage.offers.talk.forget()
        self.notices.tell(Notice(NoticeKind.HISTORY_ERASED), now)
        work = replace(self.moment.work, history=())
        return [*self._become(replace(self.moment, work=work), now), Forget()]
