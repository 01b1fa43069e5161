"""The first offer to a new person: find my speed, or later.  Doing nothing leads to the letters.

It is said once and never again; its choices go round twice at the safe pace.  Once somebody has
chosen, it does not come back.
"""

from __future__ import annotations

from aac.core.guide import Guide, Outcome, choice
from aac.model.guide_words import guide_text
from aac.model.settings import Settings


class Welcome(Guide):
    title = "welcome_title"

    def __init__(self, settings: Settings, now: float) -> None:
        super().__init__(settings, now)
        self.show("welcome", guide_text("welcome"), choice("find_speed"), choice("later"))

    def unanswered(self) -> Outcome:
        return Outcome.LEAVE

    def answer(self, cell_id: str) -> Outcome:
        return Outcome.FIND_SPEED if cell_id == "guide-find_speed" else Outcome.LEAVE
