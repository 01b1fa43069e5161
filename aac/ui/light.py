"""What a `View` says about the light, and the measures that follow from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from aac.model.roles import ELIMINATION, WITHOUT_ROWS
from aac.model.settings import Settings
from aac.model.view import Phase, View
from aac.ui.theme import THEMES, Theme

POINTS_PER_INCH = 72
# On more lines than these a screen is dense and not scaled, or large and far away: measures grow.
USUAL_LINES = 1080


class State(Enum):
    """How a cell is drawn now."""

    NORMAL = auto()
    DIM = auto()
    GROUP = auto()
    LIT = auto()
    ACCEPTING = auto()
    PART = auto()  # one of the switches keeps it (elimination scanning)
    ASKED = auto()  # wants a second press; the light is on Back
    ASKING = auto()  # wants a second press, and is lit


LIT_STATES = frozenset({State.LIT, State.ACCEPTING, State.ASKING})


@dataclass(frozen=True)
class Light:
    """The part of a `View` that changes at every step of the scan."""

    lit: frozenset[str] = frozenset()
    group: frozenset[str] = frozenset()
    back_lit: bool = False
    accepting: bool = False
    asking: str = ""
    dim: bool = False
    wake: str = ""
    parts: tuple[frozenset[str], ...] = ()

    @classmethod
    def of(cls, view: View) -> Light:
        shown = not view.light_hidden
        return cls(
            lit=view.lit if shown else frozenset(),
            group=view.group if shown else frozenset(),
            back_lit=view.back_lit and shown,
            accepting=view.accepting,
            asking=view.asking.id if view.asking else "",
            dim=view.phase is Phase.RESTING,
            wake=view.wake.id if view.wake else "",
            parts=view.parts,
        )

    def state(self, cell_id: str) -> State:
        """How the cell of this id is drawn."""
        lit = cell_id in self.lit
        if lit and self.accepting:
            return State.ACCEPTING
        if cell_id == self.asking:
            return State.ASKING if lit or self.part(cell_id) else State.ASKED
        if lit:
            return State.LIT
        if cell_id in self.group:
            return State.GROUP
        if self.parts:
            return State.PART if self.part(cell_id) else State.DIM
        return State.DIM if self.dim and cell_id != self.wake else State.NORMAL

    def part(self, cell_id: str) -> int:
        """The number of the switch that keeps this cell (``""`` the Back mark), or 0."""
        places = (n for n, part in enumerate(self.parts, start=1) if cell_id in part)
        return next(places, 0)

    def changed(self, before: Light) -> frozenset[str] | None:
        """The ids of the cells that may look different than before; None: all of them."""
        if self.dim != before.dim or self.parts != before.parts:
            return None
        ids = (self.lit ^ before.lit) | (self.group ^ before.group)
        if self.accepting != before.accepting:
            ids |= self.lit | before.lit
        if self.asking != before.asking:
            ids |= {self.asking, before.asking}
        return ids


@dataclass(frozen=True)
class Style:
    """How everything is drawn: colours, and measures in pixels, already times ``scale``.

    ``bar``: the width of the mark that tells a cell's part, 0 where there are no parts.
    ``singly``: the light never goes into a row.  ``pictures``: where they stand, a value of the
    setting.
    """

    theme: Theme
    scale: float
    text: int
    frame: int
    gap: int
    back: bool
    family: str
    bar: int = 0
    singly: bool = False
    pictures: str = "above"

    def bar_in(self, width: float) -> float:
        """The width of that mark in a cell of this width: narrow cells need it for their label."""
        return min(self.bar, max(12.0, width * 0.13))

    @classmethod
    def of(cls, settings: Settings, dots_per_inch: float, lines: int, family: str) -> Style:
        """``lines``: the height of the window in pixels."""
        scale = max(1.0, lines / USUAL_LINES)
        text = round(settings.text_size * dots_per_inch / POINTS_PER_INCH * scale)
        method = settings.scan_method
        return cls(
            theme=THEMES[settings.theme],
            scale=scale,
            text=text,
            frame=round(settings.highlight_width * scale),
            gap=round(settings.cell_gap * scale),
            back=settings.back_cells and not settings.pointing,
            family=family,
            bar=max(18, round(text * 0.62)) if method in ELIMINATION else 0,
            singly=method in WITHOUT_ROWS,
            pictures=settings.pictures,
        )
