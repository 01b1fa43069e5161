"""The pages that lead through a measurement, between the guides and all that they need.

Such a page is scanned like any other where it offers choices: by the person's own method, at a slow
and safe pace.  Where it measures, every press of switch 1 goes to the guide; no lock-out hides it.
Settings are adopted only by a choice of the person.  The page says its sentences with the voice
and waits for its end; a press cuts a sentence off, and a silent voice is not waited for.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.adopting import Adopting
from aac.core.choices import Choices
from aac.core.guide import Guide, Outcome, settings_for, target
from aac.core.guides import GUIDES, TURNS, guide_of
from aac.core.press_rules import unmeasured
from aac.core.scan_tree import Leaf
from aac.core.signals import LongPressed, Pressed, Released, Signal
from aac.model.board import Do
from aac.model.board_events import PrintPaper
from aac.model.commands import Command
from aac.model.events import Effect, SaveSettings
from aac.model.panel import TARGET
from aac.model.settings import Settings
from aac.model.sounds import Click, ClickKind
from aac.model.view import Page, Phase, View

# Who has just pressed quickly may press once more: that is not meant for the choices.
CALM_AFTER_MEASURING = 1.0


class Guiding:
    """``adopting``: what becomes of a guide's results."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._stage, self._voice = choices.stage, choices.voice
        self._guide: Guide | None = None
        self._page = Page.BOARD
        self._settings = choices.moment.settings  # those that the page began with, or has changed
        self._used: Settings | None = None  # those that filter and scanner have now
        self._shown = ""
        self._told = self._begun = False
        self._depth = 0  # of undo, when the page was opened
        self._calm_from = 0.0
        self._paper = False  # somebody new has not been asked yet whether to print
        self.adopting = Adopting(choices)

    @property
    def deadline(self) -> float | None:
        """When the guide wants to be woken."""
        return self._guide.deadline if self._guide is not None and self._runs else None

    @property
    def _runs(self) -> bool:
        """Whether the screen is past its sentence."""
        return self._begun and not self._voice.waiting

    @property
    def _measuring(self) -> bool:
        return self._guide is not None and not self._guide.screen.cells

    def shown(self, view: View) -> View:
        """The view with what the page adds to it."""
        check = self._choices.measuring.measures.check
        view = replace(view, unmeasured=unmeasured(view.settings, check))
        if self._guide is None:
            return view
        screen, lit, phase = self._guide.screen, view.lit, view.phase
        if self._measuring:
            lit = frozenset({TARGET}) if screen.lit else frozenset()
            if phase not in (Phase.HELD, Phase.SPEAKING):
                phase = Phase.SCANNING if screen.lit else Phase.MEASURING
        return replace(view, lit=lit, phase=phase, panel=screen.panel)

    # ------------------------------------------------------------------ what is done to it

    def takes(self, signal: Signal) -> bool:
        """Whether this movement of the switch is the guide's, and nobody else's."""
        if self._guide is None or not isinstance(signal, Pressed | Released | LongPressed):
            return False
        if isinstance(signal, Pressed) and signal.at < self._calm_from:
            return True
        return self._measuring and self._runs

    def take(self, signal: Signal, now: float) -> list[Effect]:
        """A movement that the guide `takes`."""
        guide = self._guide
        if guide is None or not self._measuring:
            return []
        match signal:
            case Pressed(switch=1, at=at):
                guide.press(at, now)
                if guide.screen.cells:
                    self._calm_from = at + CALM_AFTER_MEASURING
                return [Click(ClickKind.ACCEPT)] if self._settings.accept_sound else []
            case Released(switch=1, at=at):
                guide.release(at, now)
            case LongPressed():
                guide.pause()
        return []

    def wake(self, now: float) -> list[Effect]:
        """The guide's deadline may have come."""
        if self._guide is None or not self._runs:
            return []
        silent = self._guide.screen.lit or not self._settings.step_sound
        self._guide.wake(now)
        return [Click(ClickKind.STEP)] if self._guide.screen.lit and not silent else []

    def touch(self, cell_id: str, now: float) -> list[Effect]:
        """A cell was chosen directly, if it is there."""
        return self.choose(Leaf(cell_id), now) if self._stage.find(cell_id) else []

    def choose(self, chosen: Leaf, now: float) -> list[Effect]:
        """A cell was chosen: the guide's own, or one of all the others."""
        cell = self._stage.find(chosen.cell_id)
        guide = self._guide
        if guide is None or cell is None:
            return self._choices.choose(chosen, now)
        if cell.action == Do(Command.UNDO):
            return self.undo(now)
        if cell in guide.screen.cells:
            effects = self._do(guide, guide.answer(cell.id), now)
            # Whoever has chosen here is not asked again when Wren starts the next time.
            if self._page is Page.WELCOME:
                effects.append(SaveSettings(self._settings))
            return effects
        if cell.id == TARGET:
            return []  # it is the switch that is measured, and not a finger
        if self._measuring:
            guide.pause()
        return self._choices.choose(chosen, now)

    def undo(self, now: float) -> list[Effect]:
        """Undo the last choice; the first one on such a page was to come here."""
        if self._guide is None or self._choices.bell.alert is not None:
            return self._choices.undo_last(now)
        if self._choices.undo.depth <= self._depth:
            return self._choices.turn_page(Page.BOARD, now)
        effects = self._choices.undo_last(now)
        self._settings_changed(self._guide)
        return effects

    # ------------------------------------------------------------------------ keeping in step

    def follow(self, now: float) -> list[Effect]:
        """After any event: open or leave the page, show its screen, say its sentence.

        Voice, bell and a helper's hand all change what is to be done here, so it is looked at
        once after each event and not wherever one of them may change something.
        """
        stage, effects = self._stage, self.adopting.taken_back()
        if self._guide is not None and self._is_over():
            effects += self._leave(self._guide, now)
        if self._guide is None and stage.page in GUIDES:
            self._enter(now)
        guide = self._guide
        if guide is None:
            return effects
        if stage.filter.held and self._measuring:
            guide.pause()
        if stage.scanner.resting and not stage.filter.held and self._runs and not self._measuring:
            effects += self._do(guide, guide.unanswered(), now)
            if self._is_over():
                return effects + self._leave(guide, now)
        return effects + self._show(guide, now)

    def _is_over(self) -> bool:
        other_settings = self._choices.moment.settings != self._settings
        return other_settings or self._stage.page is not self._page

    def _enter(self, now: float) -> None:
        self._page = self._stage.page
        self._settings = self._choices.moment.settings
        self._guide = guide_of(self._page, paper=self._paper)(self._settings, now)
        self._paper = self._page is Page.WELCOME
        self._shown, self._used, self._depth = "", None, self._choices.undo.depth

    def _leave(self, guide: Guide, now: float) -> list[Effect]:
        effects = self.adopting.keep(guide, now)
        if self._voice.prompting:
            effects += self._voice.hush()
        self._guide = None
        stage = self._stage
        stage.own_cells = ()
        stage.page = Page.BOARD if stage.page is self._page else stage.page
        stage.use_settings(self._choices.moment.settings)
        if stage.asking is not None:
            stage.ask(stage.asking, now)
        else:
            self._choices.go_on(now)
        return effects

    def _show(self, guide: Guide, now: float) -> list[Effect]:
        screen, effects = guide.screen, list[Effect]()
        if screen.key != self._shown:
            self._shown, self._told, self._begun = screen.key, False, False
            effects += self.adopting.keep(guide, now)
        self._stage.own_cells = screen.cells or (target(),)
        self._use_pace(guide)
        if not self._told and (self._voice.prompting or not self._voice.waiting):
            self._told = True
            if screen.say and self._settings.speak_mode != "silent":
                effects += [*self._voice.hush(), *self._voice.prompt(screen.say, now)]
        if self._told and not self._begun and not self._voice.waiting:
            self._begun = True
            guide.go(now)
            self._stage.scan(now)
        if self._measuring or not self._begun:
            self._stage.wait()
        return effects

    def _use_pace(self, guide: Guide) -> None:
        """Filter and scanner as this screen needs them."""
        wanted = settings_for(guide, self._settings)
        if wanted != self._used:
            self._used = wanted
            self._stage.use_settings(wanted)
            self._begun = self._begun and self._measuring

    # ------------------------------------------------------------------------ what is chosen

    def _do(self, guide: Guide, outcome: Outcome, now: float) -> list[Effect]:
        effects: list[Effect] = []
        if outcome in (Outcome.ADOPT, Outcome.ADOPT_AND_LEAVE):
            effects = self.adopting.adopt(guide, now)
            self._settings_changed(guide)
        if outcome in (Outcome.PRINT, Outcome.PRINT_AND_LEAVE):
            effects.append(PrintPaper())
            self._paper = False
        if outcome in TURNS:
            effects += self._choices.turn_page(TURNS[outcome], now)
        return effects

    def _settings_changed(self, guide: Guide) -> None:
        """They were changed from this page."""
        self._settings, self._used = self._choices.moment.settings, None
        guide.use(self._settings)
