"""The first offer to a new person: find my speed, print on paper, or later.  Doing nothing leads to
the letters.

It is said once and never again; its choices go round twice at the safe pace.  Once somebody has
chosen, it does not come back.  Paper is a part of setting up (guidance G61): it is what is left
when the device fails.
"""

from __future__ import annotations

from aac.core.guide import Guide, Outcome, choice
from aac.model.guide_words import guide_text
from aac.model.settings import Settings


class Welcome(Guide):
    title = "welcome_title"

    def __init__(self, settings: Settings, now: float) -> None:
        super().__init__(settings, now)
        cells = (choice("find_speed"), choice("print"), choice("later"))
        self.show("welcome", guide_text("welcome"), *cells)

    def unanswered(self) -> Outcome:
        return Outcome.LEAVE

    def answer(self, cell_id: str) -> Outcome:
        if cell_id == "guide-print":
            self.show("printing", guide_text("printing"), choice("find_speed"), choice("later"))
            return Outcome.PRINT
        return Outcome.FIND_SPEED if cell_id == "guide-find_speed" else Outcome.LEAVE
