"""What a `View` says about the light, and the measures that follow from the settings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

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
        )

    def state(self, cell_id: str) -> State:
        """How the cell of this id is drawn."""
        lit = cell_id in self.lit
        if lit and self.accepting:
            return State.ACCEPTING
        if cell_id == self.asking:
            return State.ASKING if lit else State.ASKED
        if lit:
            return State.LIT
        if cell_id in self.group:
            return State.GROUP
        return State.DIM if self.dim else State.NORMAL

    def changed(self, before: Light) -> frozenset[str] | None:
        """The ids of the cells that may look different than before; None: all of them."""
        if self.dim != before.dim:
            return None
        ids = (self.lit ^ before.lit) | (self.group ^ before.group)
        if self.accepting != before.accepting:
            ids |= self.lit | before.lit
        if self.asking != before.asking:
            ids |= {self.asking, before.asking}
        return ids


@dataclass(frozen=True)
class Style:
    """How everything is drawn: colours, and measures in pixels, already times ``scale``."""

    theme: Theme
    scale: float
    text: int
    frame: int
    gap: int
    back: bool
    family: str

    @classmethod
    def of(cls, settings: Settings, dots_per_inch: float, lines: int, family: str) -> Style:
        """``lines``: the height of the window in pixels."""
        scale = max(1.0, lines / USUAL_LINES)
        return cls(
            theme=THEMES[settings.theme],
            scale=scale,
            text=round(settings.text_size * dots_per_inch / POINTS_PER_INCH * scale),
            frame=round(settings.highlight_width * scale),
            gap=round(settings.cell_gap * scale),
            back=settings.back_cells,
            family=family,
        )
