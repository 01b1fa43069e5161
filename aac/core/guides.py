"""Which guide leads through which page, and where its outcomes lead."""

from __future__ import annotations

from collections.abc import Mapping

from aac.core.calibration import SpeedGuide
from aac.core.guide import Guide, Outcome, choice
from aac.core.switch_check import CheckGuide
from aac.core.welcome import Welcome
from aac.model.guide_words import guide_text
from aac.model.view import Page

TURNS: Mapping[Outcome, Page] = {
    Outcome.LEAVE: Page.BOARD,
    Outcome.ADOPT_AND_LEAVE: Page.BOARD,
    Outcome.PRINT_AND_LEAVE: Page.BOARD,
    Outcome.FIND_SPEED: Page.SPEED,
}


class FirstSpeed(SpeedGuide):
    """Find my speed as a part of setting up: it ends with the offer to print (guidance G61).

    Whoever stops early is left in peace; doing nothing leads to the letters.
    """

    def answer(self, cell_id: str) -> Outcome:
        if self.screen.key == "paper":
            return Outcome.PRINT_AND_LEAVE if cell_id == "guide-print" else Outcome.LEAVE
        outcome = super().answer(cell_id)
        leaves = outcome in (Outcome.LEAVE, Outcome.ADOPT_AND_LEAVE)
        if not leaves or cell_id == "guide-stop":
            return outcome
        self.show("paper", guide_text("paper"), choice("print"), choice("later"))
        return Outcome.STAY if outcome is Outcome.LEAVE else Outcome.ADOPT

    def unanswered(self) -> Outcome:
        return Outcome.LEAVE if self.screen.key == "paper" else super().unanswered()


GUIDES: Mapping[Page, type[Guide]] = {
    Page.WELCOME: Welcome,
    Page.SPEED: SpeedGuide,
    Page.CHECK: CheckGuide,
}


def guide_of(page: Page, *, paper: bool) -> type[Guide]:
    """``paper``: somebody new has not been asked yet whether to print."""
    return FirstSpeed if paper and page is Page.SPEED else GUIDES[page]
