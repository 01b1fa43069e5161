"""What every way of scanning offers to the rest of the core.

`Session`, `Choices` and `Stage` know this and never which one it is; `scan_choice` makes the one
that the settings ask for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from aac.core.chosen import Chosen
from aac.core.item_time import ItemTime
from aac.core.scan_method import Pace
from aac.core.scan_tree import Group, Item, Leaf, Spot
from aac.model.roles import Role
from aac.model.settings import Settings


class Scan(Protocol):
    """The light.  `Scanner` says what its methods do; here is what others may do differently.

    ``spot``: where the scan is, None where nothing can be chosen.  ``parts``: the cells that each
    switch would keep, by the switch's number, ``""`` the Back mark; where there are parts no
    single item is lit.  ``roles``: what switches 1, 2, … do now, empty where only one is needed.
    ``holding``: switches whose being held moves the light, so that a long press on them means
    nothing.  ``held_on``: one of them is being held and will move it.  ``time``: of the
    lit item.  ``beat``: the same where the light moves by itself.  ``counted``: the item that a
    press counted for where it was not the lit one.  ``last``: what was chosen last, for measuring.
    """

    @property
    def spot(self) -> Spot | None: ...
    @property
    def resting(self) -> bool: ...
    @property
    def deadline(self) -> float | None: ...
    @property
    def groups(self) -> tuple[Group, ...]: ...
    @property
    def parts(self) -> tuple[frozenset[str], ...]: ...
    @property
    def roles(self) -> tuple[Role, ...]: ...
    @property
    def holding(self) -> frozenset[int]: ...
    @property
    def held_on(self) -> bool: ...
    @property
    def time(self) -> ItemTime: ...
    @property
    def beat(self) -> ItemTime | None: ...
    @property
    def counted(self) -> Item | None: ...
    @property
    def last(self) -> Chosen | None: ...

    def wait(self, tree: Group, stay: tuple[Group, ...] = ()) -> None: ...
    def ask(self, cell_id: str, now: float) -> None: ...
    def begin(
        self, tree: Group, now: float, *, manual: bool = False, stay: tuple[Group, ...] = ()
    ) -> None: ...
    def skip(self, items: frozenset[Item]) -> None: ...
    def use_pace(self, pace: Pace) -> None: ...
    def rest(self) -> None: ...
    def wake_up(self, now: float) -> None: ...
    def replace_tree(self, tree: Group, now: float) -> None: ...
    def may_change(self, cells: frozenset[str], now: float) -> bool: ...
    def press(self, switch: int, at: float, now: float) -> Leaf | None: ...
    def release(self, switch: int, at: float, now: float) -> Leaf | None: ...
    def wake(self, now: float) -> Leaf | None: ...
    def go_back(self, now: float) -> bool: ...
    def freeze(self, now: float) -> None: ...
    def thaw(self, now: float) -> None: ...


class ByHand:
    """What a light that does not move by itself has none of."""

    beat: ItemTime | None = None
    counted: Item | None = None
    last: Chosen | None = None

    def __init__(self) -> None:
        self.time = ItemTime()

    def skip(self, items: frozenset[Item]) -> None:
        """There are no rounds."""

    def use_pace(self, pace: Pace) -> None:
        """Nothing of it is learned from presses."""


class Timed:
    """A light that moves by itself."""

    parts: tuple[frozenset[str], ...] = ()
    roles: tuple[Role, ...] = ()  # one switch is enough, and needs no explaining
    holding: frozenset[int] = frozenset()

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.time = ItemTime()
        self.counted: Item | None = None
        self.last: Chosen | None = None

    @property
    def deadline(self) -> float | None:
        return self.time.deadline

    @property
    def beat(self) -> ItemTime | None:
        return self.time if self.time.deadline is not None else None

    def use_pace(self, pace: Pace) -> None:
        self.pace = pace

    def freeze(self, now: float) -> None:
        self.time.freeze(now)

    def thaw(self, now: float) -> None:
        self.time.thaw(now)


@dataclass(frozen=True)
class Arranged(Group):
    """The cells as directed or elimination scanning has them.

    ``plain``: the same cells in the rows of one-switch scanning.
    """

    plain: Group = Group(())


@dataclass(frozen=True)
class Repeat:
    """Whether holding a switch moves the light again: first after, then every (seconds; G5)."""

    on: bool
    first: float
    every: float

    @classmethod
    def of(cls, settings: Settings) -> Repeat:
        return cls(settings.repeat_held, settings.repeat_after, settings.scan_time)


class Countdown:
    """One deadline that can stand still.  ``deadline``: None where no time runs."""

    def __init__(self) -> None:
        self.deadline: float | None = None
        self._left: float | None = None

    def stop(self) -> None:
        self.deadline = self._left = None

    def run_to(self, deadline: float) -> None:
        self.deadline, self._left = deadline, None

    def is_due(self, now: float) -> bool:
        return self.deadline is not None and now >= self.deadline

    def freeze(self, now: float) -> None:
        """Stand still while a press is being judged."""
        if self.deadline is not None and self._left is None:
            self._left = max(0.0, self.deadline - now)
            self.deadline = None

    def thaw(self, now: float) -> None:
        """Go on with the time that was left."""
        if self._left is not None:
            self.deadline, self._left = now + self._left, None
