"""Promises of buttons, crosses and axes as contacts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.switches.pad_state import LET_GO, PUSHED, PadState


def test_one_button_on_two_pads_is_one_contact() -> None:
    pads = PadState()
    assert pads.button(1, 0, True) == [("0", True)]
    assert pads.button(2, 0, True) == []
    assert pads.button(1, 0, False) == []
    assert pads.pulled_out(2) == [("0", False)]


def test_a_cross_in_a_corner_is_two_contacts() -> None:
    pads = PadState()
    assert pads.cross(1, 0, 1 | 2) == [("up", True), ("right", True)]
    assert pads.cross(1, 0, 2) == [("up", False)]
    assert pads.pulled_out(1) == [("right", False)]


def test_a_stick_that_trembles_at_the_edge_presses_once() -> None:
    pads = PadState()
    moves = [
        move
        for value in (0, PUSHED + 1, PUSHED - 1, PUSHED + 1, LET_GO + 1, LET_GO - 1)
        for move in pads.axis(1, 0, value)
    ]
    assert moves == [("axis0+", True), ("axis0+", False)]


def test_a_trigger_that_rests_at_one_end_is_pushed_only_from_there() -> None:
    pads = PadState()
    pads.plugged_in(1, [0, -32768])
    moves = [move for value in (-32768, 0, 32767, -32768) for move in pads.axis(1, 1, value)]
    assert moves == [("axis1+", True), ("axis1+", False)]
    assert pads.axis(1, 0, -32768) == [("axis0-", True)]
    pads.pulled_out(1)
    pads.plugged_in(1, [0, 0])
    assert pads.axis(1, 1, -32768) == [("axis1-", True)]


raw = st.one_of(
    st.tuples(st.just("button"), st.integers(1, 2), st.integers(0, 2), st.booleans()),
    st.tuples(st.just("cross"), st.integers(1, 2), st.integers(0, 1), st.integers(0, 15)),
    st.tuples(st.just("axis"), st.integers(1, 2), st.integers(0, 1), st.integers(-32768, 32767)),
)


@given(st.lists(raw))
def test_every_press_ends_and_none_is_told_twice(happens: list[tuple[str, int, int, int]]) -> None:
    pads = PadState()
    down: set[str] = set()
    moves = [move for kind, *rest in happens for move in getattr(pads, kind)(*rest)]
    moves += pads.pulled_out(1) + pads.pulled_out(2)
    for contact, is_down in moves:
        assert (contact in down) != is_down
        (down.add if is_down else down.discard)(contact)
    assert not down
