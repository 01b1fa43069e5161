"""The way of scanning that the settings ask for, and the cells as it wants them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aac.core.access import switch_method
from aac.core.directed import Directed
from aac.core.elimination import Elimination, parts_tree
from aac.core.one_left import OneLeft
from aac.core.overscan import Overscan
from aac.core.scan import Repeat, Scan
from aac.core.scan_method import METHODS, Pace
from aac.core.scan_tree import Group, Offered, build
from aac.core.scanner import Scanner
from aac.core.screen_tree import screen_tree
from aac.core.two_switch import TwoSwitch
from aac.model.board import Board, Cell
from aac.model.measures import PressTiming
from aac.model.roles import DIRECTED, ELIMINATION
from aac.model.settings import Settings

# G8: nothing is known of how this person presses when the light moves by itself.
SAFE_SCAN_TIME = 1.5


def scan_of(settings: Settings, timing: PressTiming, former: Scan | None = None) -> OneLeft:
    """The scan for these settings; ``former``: what stood there until now."""
    kept = former if isinstance(former, OneLeft) else None
    alone = Scanner("automatic", Pace.of(for_one_switch(settings)))
    usual = _usual(settings, pace_of(settings, timing), kept.usual if kept else None)
    return OneLeft(usual, alone, settings.one_switch_after, kept)


def pace_of(settings: Settings, timing: PressTiming) -> Pace:
    """The pace; what is learned of presses fits only a light that moves at the scan time."""
    method = switch_method(settings)
    return Pace.of(settings, timing) if method in METHODS else Pace.of(settings)


def for_one_switch(settings: Settings) -> Settings:
    """The settings with a time in which a light that moves by itself can be caught.

    With several switches the scan time is only that of repeats, and may be very short.
    """
    return replace(settings, scan_time=max(settings.scan_time, SAFE_SCAN_TIME))


def tree_of(board: Board, strip: Sequence[Cell], offered: Offered, settings: Settings) -> Group:
    """The cells, in the order and the groups of the method."""
    method = switch_method(settings)
    if method in DIRECTED:
        return screen_tree(board, strip, offered, settings)
    if method in ELIMINATION:
        return parts_tree(board, strip, offered, settings)
    return build(board, strip, offered, settings)


def _usual(settings: Settings, pace: Pace, former: Scan | None) -> Scan:
    method, repeat = switch_method(settings), Repeat.of(settings)
    if method == "overscan":
        return Overscan(pace, settings.fast_time)
    if method == "two_switch":
        kept = former if isinstance(former, TwoSwitch) else None
        return TwoSwitch(pace, repeat, settings.swap_every, kept)
    if method in DIRECTED:
        return Directed(method, pace, repeat)
    if method in ELIMINATION:
        return Elimination(method, settings.narrow_wait)
    return Scanner(method, pace)
