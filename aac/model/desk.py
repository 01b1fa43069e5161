"""What the board editor shows, and what is asked of it besides edits.

The window knows no rule of editing: it shows a `DeskView` and sends an `Asked`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aac.model.board import Board, Cell
from aac.model.edits import Edit, Place

# -------------------------------------------------------------------------- what is shown


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A board in the list.  ``changed``: it is another than it came; ``made_here``: it never
    came from a file."""

    id: str
    name: str
    changed: bool = False
    made_here: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A cell, or a board where ``place`` is None, with the words to show for it."""

    board: str
    name: str
    place: Place | None
    text: str


@dataclass(frozen=True, slots=True)
class StepCost:
    """Means may be broken numbers; None where the method has no such figure."""

    steps: float | None
    presses: float
    seconds: float | None


@dataclass(frozen=True)
class Walked:
    """``numbers``: the place of each cell in the walk, “2·3”, by its id.  ``groups``: the cells
    that are lit together, each group before those within it.  ``pattern``: rows, columns and
    so on, empty where the method has none.  ``mean``: of one cell of the board.
    ``per_letter``: steps for a letter of general text, where the board has the letters."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[frozenset[str], ...] = ()
    costs: Mapping[str, StepCost] = field(default_factory=dict)
    pattern: str = ""
    mean: StepCost | None = None
    per_letter: float | None = None


@dataclass(frozen=True)
class Walking:
    """The light of the preview.  ``chosen``: the label of the cell that a press chose, with the
    steps and seconds that it took."""

    on: bool = False
    lit: frozenset[str] = frozenset()
    group: frozenset[str] = frozenset()
    back_lit: bool = False
    strip_lit: bool = False
    chosen: str = ""
    steps: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class DeskView:
    """``boards``: those of the list.  ``place``: of the cell that is chosen, or of an empty
    place.  ``moved``: cells that stand elsewhere than the person knows (G33).  ``found``: the
    answer to `Find` or `CheckLinks`, None where nothing was asked; ``looking``: it is not whole
    yet.  ``note``: one sentence on what was not possible.  ``pictures``: name and key, the answer
    to `FindPicture`.  ``alarms``: sound and text of those that are recorded.  ``slots``: the
    places of parts in the sentences there are.  ``saved``: all changes are on the disk.
    """

    board: Board
    boards: tuple[BoardLine, ...] = ()
    place: Place | None = None
    walked: Walked = field(default_factory=Walked)
    walking: Walking = field(default_factory=Walking)
    moved: int = 0
    can_undo: bool = False
    can_redo: bool = False
    found: tuple[Found, ...] | None = None
    looking: bool = False
    note: str = ""
    pictures: tuple[tuple[str, str], ...] | None = None
    alarms: tuple[tuple[str, str], ...] = ()
    slots: tuple[str, ...] = ()
    saved: bool = True

    @property
    def line(self) -> BoardLine | None:
        """The chosen board in the list."""
        return next((line for line in self.boards if line.id == self.board.id), None)

    @property
    def cell(self) -> Cell | None:
        """The cell whose first place is the chosen one."""
        if self.place is None:
            return None
        row, column = self.place
        inside = 0 <= row < self.board.rows and 0 <= column < self.board.columns
        return self.board.grid[row][column] if inside else None


# ----------------------------------------------------------------------- what is asked


@dataclass(frozen=True, slots=True)
class Choose:
    """Show this board, with this place chosen."""

    board: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class UndoEdit:
    pass


@dataclass(frozen=True, slots=True)
class RedoEdit:
    pass


@dataclass(frozen=True, slots=True)
class NewBoard:
    name: str


@dataclass(frozen=True, slots=True)
class AsItCame:
    """The board as it came, with all changes taken back; this can be undone too."""

    board: str


@dataclass(frozen=True, slots=True)
class Find:
    text: str


@dataclass(frozen=True, slots=True)
class CheckLinks:
    pass


@dataclass(frozen=True, slots=True)
class WalkLight:
    on: bool


@dataclass(frozen=True, slots=True)
class PressLight:
    """The switch of the preview goes down, or up."""

    down: bool = True


@dataclass(frozen=True, slots=True)
class FindPicture:
    word: str


@dataclass(frozen=True, slots=True)
class UsePicture:
    """The picture of this key; an empty one takes the picture away."""

    key: str


@dataclass(frozen=True, slots=True)
class TakeFile:
    """A picture, or a recording, from a file."""

    path: str
    sound: bool = False


@dataclass(frozen=True, slots=True)
class NoSound:
    pass


Asked = (
    Edit
    | Choose
    | UndoEdit
    | RedoEdit
    | NewBoard
    | AsItCame
    | Find
    | CheckLinks
    | WalkLight
    | PressLight
    | FindPicture
    | UsePicture
    | TakeFile
    | NoSound
)
