"""Random movements of a switch: what counts is never doubled and never within the lock-out."""

from __future__ import annotations

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from aac.core.signals import (
    CallPressed,
    HeldEnded,
    HeldTooLong,
    LongPressed,
    Pressed,
    Released,
    Signal,
)
from aac.core.switch_filter import SwitchFilter
from aac.core.switch_timing import Timing
from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings, with_values

seconds = st.floats(0.0, 2.0)
parts = {
    "debounce": st.floats(0.0, 1.0),
    "lock_out": st.floats(0.0, 3.0),
    "acceptance": seconds,
}
timings = st.builds(Timing, **parts, held=st.floats(3.0, 60.0)) | st.builds(
    Timing, **parts, held=st.floats(9.0, 60.0), long=st.floats(0.8, 4.0), call=st.floats(5.0, 8.0)
)
# How long to wait before each movement: mostly the milliseconds of a bounce.
gaps = st.lists(st.one_of(st.floats(0.0, 0.03), seconds, st.floats(0.0, 90.0)), max_size=60)


def signals_of(timing: Timing, waits: list[float], *, woken: bool) -> list[tuple[float, Signal]]:
    """A contact that opens and closes; ``woken``: the timer is always on time, or never."""
    switch, now, down = SwitchFilter(timing), 0.0, False
    found: list[tuple[float, Signal]] = []
    for wait in waits:
        while woken and (deadline := switch.deadline) is not None and deadline <= now + wait:
            found += [(deadline, signal) for signal in switch.wake(deadline)]
            assert switch.deadline is None or switch.deadline > deadline
        now += wait
        down = not down
        event = SwitchPressed() if down else SwitchReleased()
        found += [(now, signal) for signal in switch.handle(event, now)]
    return found


@given(timings, gaps, st.booleans())
def test_no_press_counts_twice_without_a_release_between(
    timing: Timing, waits: list[float], woken: bool
) -> None:
    down = False
    for _, signal in signals_of(timing, waits, woken=woken):
        match signal:
            case Pressed():
                assert not down
                down = True
            case Released():
                assert down
                down = False
            case HeldTooLong():
                down = False


@given(timings, gaps, st.booleans())
def test_no_press_counts_within_the_lock_out_of_another(
    timing: Timing, waits: list[float], woken: bool
) -> None:
    began = [
        signal.at
        for _, signal in signals_of(timing, waits, woken=woken)
        if isinstance(signal, Pressed)
    ]
    for one, other in zip(began, began[1:], strict=False):
        assert other >= one + max(timing.lock_out, timing.debounce)


@given(timings, gaps, st.booleans())
def test_a_long_press_is_never_a_short_one_too(
    timing: Timing, waits: list[float], woken: bool
) -> None:
    found = [signal for _, signal in signals_of(timing, waits, woken=woken)]
    if timing.long == inf:
        assert not any(isinstance(signal, LongPressed) for signal in found)
    kinds = (Pressed, LongPressed, CallPressed)
    presses = [signal for signal in found if isinstance(signal, kinds)]
    assert len(presses) <= (len(waits) + 1) // 2


@given(timings, gaps)
def test_a_stuck_switch_is_told_once_and_its_end_too(timing: Timing, waits: list[float]) -> None:
    held = False
    for _, signal in signals_of(timing, waits, woken=True):
        if isinstance(signal, HeldTooLong):
            assert not held
            held = True
        if isinstance(signal, HeldEnded):
            assert held
            held = False


@given(timings, gaps)
def test_the_outcome_does_not_depend_on_the_timer_being_on_time(
    timing: Timing, waits: list[float]
) -> None:
    """Late news of the same movements mean the same presses."""
    woken = [s for _, s in signals_of(timing, waits, woken=True) if isinstance(s, Pressed)]
    late = [s for _, s in signals_of(timing, waits, woken=False) if isinstance(s, Pressed)]
    # Without a timer the last press may not have been told yet.
    assert late in (woken, woken[:-1])


@given(timings, gaps)
def test_at_rest_no_timer_runs(timing: Timing, waits: list[float]) -> None:
    switch, now = SwitchFilter(timing), 0.0
    for n, wait in enumerate(waits if len(waits) % 2 == 0 else waits[1:]):
        now += wait
        switch.handle(SwitchPressed() if n % 2 == 0 else SwitchReleased(), now)
    for _ in range(5):
        if switch.deadline is not None:
            switch.wake(switch.deadline)
    assert switch.deadline is None
    assert not switch.judging
    assert not switch.held


def test_a_release_that_was_never_pressed_is_nothing() -> None:
    switch = SwitchFilter(Timing(0.1, 0.3, 0.0, 10.0))
    assert switch.handle(SwitchReleased(), 1.0) == []
    assert switch.handle(SwitchPressed(), 1.01) == [Pressed(1, 1.01)]


def test_two_switches_do_not_lock_each_other_out() -> None:
    switch = SwitchFilter(Timing(0.1, 3.0, 0.0, 10.0))
    assert switch.handle(SwitchPressed(1), 1.0) == [Pressed(1, 1.0)]
    assert switch.handle(SwitchPressed(2), 1.01) == [Pressed(2, 1.01)]


def test_the_timing_comes_from_the_settings() -> None:
    settings = with_values(Settings(), {"long_press": True, "long_press_call_time": 2.0})
    assert Timing.of(Settings()) == Timing(0.10, 0.30, 0.0, 10.0)
    assert Timing.of(settings) == Timing(0.10, 0.30, 0.0, 10.0, 1.5, 2.5)


def test_a_switch_that_was_held_too_long_ends_without_a_release() -> None:
    switch = SwitchFilter(Timing(0.1, 0.3, 0.0, 3.0))
    signals = switch.handle(SwitchPressed(), 0.0) + switch.wake(3.0)
    signals += switch.handle(SwitchReleased(), 9.0)
    assert signals == [Pressed(1, 0.0), HeldTooLong(3.0), HeldEnded(9.0)]
