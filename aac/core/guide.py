"""A page that leads through a measurement: what all such pages have in common.

A guide is a course of *screens*.  A screen first has its sentence said.  Then either its choices
are scanned like those of any page, or, where it has none, presses are measured while one large
cell is dark or lit.  A guide is told presses and the time; voice, scan and settings are
`guiding`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from aac.model.board import Cell, Do, Look
from aac.model.commands import Command
from aac.model.declared import Value
from aac.model.guide_words import guide_text
from aac.model.measures import Measures
from aac.model.panel import TARGET, Panel
from aac.model.settings import Settings, with_values

SAFE_PACE = 1.5  # G8: slow and forgiving, until more is known
NO_PRESS = 10.0  # G9: a light without a press so long was missed
SHORTEST_WAIT, LONGEST_WAIT = 1.5, 4.0  # G9
ROUNDS = 2
GOLDEN = 0.6180339887498949


class Outcome(Enum):
    """What a choice on such a page leads to."""

    STAY = auto()
    LEAVE = auto()
    ADOPT = auto()  # `Guide.changes` become settings; the page stays
    ADOPT_AND_LEAVE = auto()
    FIND_SPEED = auto()
    PRINT = auto()  # the pages for paper are made; the page stays
    PRINT_AND_LEAVE = auto()


@dataclass(frozen=True)
class Screen:
    """``key``: another one is another screen.  ``say``: said before anything begins.

    ``cells``: what can be chosen; none: presses are measured.  ``lit``: the large cell is lit.
    """

    key: str
    panel: Panel
    say: str = ""
    cells: tuple[Cell, ...] = ()
    lit: bool = False


class Waits:
    """Times to wait for the light, from 1.5 to 4 s, that nobody can foresee.

    The core knows no chance.  Its place is taken by the moment at which the guide began, whose
    parts of a second are nobody's choice, and the golden ratio's multiples from there on: they
    fill the span evenly, so ten waits are as mixed as ten can be, and follow no rhythm that a
    person could fall into.
    """

    def __init__(self, begun: float) -> None:
        self._part = begun % 1.0

    def next(self, low: float = SHORTEST_WAIT, high: float = LONGEST_WAIT) -> float:
        """Seconds to wait."""
        self._part = (self._part + GOLDEN) % 1.0
        return low + (high - low) * self._part


class Guide:
    """``title``: the key of its words.  ``deadline``: when to be woken.

    ``changes``: the settings that a choice would adopt.
    """

    title = ""
    measures_long_presses = False

    def __init__(self, settings: Settings, now: float) -> None:
        self.settings = settings
        self.deadline: float | None = None
        self.changes: Mapping[str, Value] = {}
        self.waits = Waits(now)
        self.screen = Screen("", Panel("", ""))

    @property
    def pace(self) -> float:
        """Seconds that each choice is lit: slow, and never quicker than what is set."""
        return max(SAFE_PACE, self.settings.scan_time)

    def use(self, settings: Settings) -> None:
        """The settings were changed from this page."""
        self.settings = settings

    def go(self, now: float) -> None:
        """The sentence of the screen is over."""

    def press(self, at: float, now: float) -> None:
        """A press made at ``at``, while presses are measured."""

    def release(self, at: float, now: float) -> None:
        """The end of such a press."""

    def wake(self, now: float) -> None:
        """The deadline may have come."""

    def pause(self) -> None:
        """Rest, with a way on, a way out and the strip."""

    def unanswered(self) -> Outcome:
        """The choices went round and none was taken."""
        return Outcome.STAY

    def answer(self, cell_id: str) -> Outcome:
        """One of the choices was taken."""
        return Outcome.STAY

    def learned(self, measures: Measures, at: float) -> Measures:
        """The measures with what is known now; ``at``: seconds since 1970."""
        return measures

    # -------------------------------------------------------------- for those that are made of it

    def show(self, key: str, say: str, *cells: Cell, text: str = "", **more: object) -> None:
        """Another screen; ``more``: of its panel.  ``text``: shown, where not what is said."""
        title = guide_text(self.title) if self.title else ""
        panel = Panel(title, text or say, **more)  # type: ignore[arg-type]  # fields of Panel
        self.screen = Screen(key, panel, say, cells)
        self.deadline = None

    def light(self, lit: bool, *, progress: str | None = None) -> None:
        """Light the large cell up, or let it go dark."""
        panel = self.screen.panel
        if progress is not None:
            panel = replace(panel, progress=progress)
        self.screen = replace(self.screen, lit=lit, panel=panel)

    def due(self, now: float) -> bool:
        return self.deadline is not None and now >= self.deadline


def settings_for(guide: Guide, settings: Settings) -> Settings:
    """The settings that filter and scanner work with on the guide's screen.

    Where presses are measured no lock-out hides any.  Choices are scanned slowly, for two rounds.
    """
    if not guide.screen.cells:
        quick: dict[str, Value] = {"lock_out": 0.0}
        if guide.measures_long_presses:
            quick["long_press"] = False  # it has to see when each press begins and ends
        return with_values(settings, quick)
    slow: dict[str, Value] = {
        "scan_time": guide.pace,
        "first_row_extra": None,
        "first_cell_extra": None,
        "loops_in_row": ROUNDS,
        "loops_of_board": ROUNDS,
        "loops_endless": False,
    }
    return with_values(settings, slow)


def choice(key: str, label: str = "") -> Cell:
    """A cell of such a page; its id is ``guide-`` and the key."""
    text = guide_text(label or key)
    return Cell(f"guide-{key}", text, Do(Command.PAGE_CHOICE), Look.CONTROL)


def target() -> Cell:
    """The large cell that lights up."""
    return Cell(TARGET, guide_text("target"), Do(Command.PAGE_CHOICE), Look.PHRASE)


def seconds(value: float) -> str:
    return guide_text("seconds", value=value)
