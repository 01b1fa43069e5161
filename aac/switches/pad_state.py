"""What movements of buttons, crosses and axes on several devices mean as contacts.

Pure.  One contact stands for that button on all devices: it is down while any of them is down.
"""

from __future__ import annotations

from collections.abc import Iterable

# Of 32767.  More than halfway is meant; a hand that trembles near the edge presses but once.
PUSHED, LET_GO = 20000, 12000

# The bits of a cross, as SDL has them.
CROSS = {"up": 1, "right": 2, "down": 4, "left": 8}

Move = tuple[str, bool]


class PadState:
    """Raw movements of devices in; ``(contact, down)`` out, only where that changes."""

    def __init__(self) -> None:
        self._down: dict[str, set[tuple[int, int]]] = {}
        self._resting: set[tuple[int, str]] = set()

    def plugged_in(self, pad: int, axes: Iterable[int]) -> None:
        """A device came, with its axes where they rest.

        A trigger rests at one end of its way: in that direction it can never be pushed.
        """
        for axis, value in enumerate(axes):
            for contact, far in _pushes(axis, value):
                if far > LET_GO:
                    self._resting.add((pad, contact))

    def pulled_out(self, pad: int) -> list[Move]:
        """A device is gone, and with it what was down there."""
        self._resting = {one for one in self._resting if one[0] != pad}
        moves: list[Move] = []
        for contact in sorted(self._down):
            for which in sorted(self._down[contact]):
                if which[0] == pad:
                    moves += self._move(contact, which, False)
        return moves

    def button(self, pad: int, number: int, down: bool) -> list[Move]:
        return self._move(str(number), (pad, 0), down)

    def cross(self, pad: int, number: int, value: int) -> list[Move]:
        return [
            move
            for name, bit in CROSS.items()
            for move in self._move(name, (pad, number), bool(value & bit))
        ]

    def axis(self, pad: int, number: int, value: int) -> list[Move]:
        moves: list[Move] = []
        for contact, far in _pushes(number, value):
            if (pad, contact) in self._resting:
                continue
            if far > PUSHED:
                moves += self._move(contact, (pad, 0), True)
            elif far < LET_GO:
                moves += self._move(contact, (pad, 0), False)
        return moves

    def _move(self, contact: str, which: tuple[int, int], down: bool) -> list[Move]:
        holders = self._down.setdefault(contact, set())
        before = bool(holders)
        (holders.add if down else holders.discard)(which)
        return [(contact, down)] if before != bool(holders) else []


def _pushes(axis: int, value: int) -> tuple[tuple[str, int], tuple[str, int]]:
    """How far the axis is pushed in each direction."""
    return (f"axis{axis}+", value), (f"axis{axis}-", -value)
