"""Promises of contacts that are joined: no press is lost, none is told twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.joining import Joining
from aac.model.events import (
    CommandPressed,
    CommandReleased,
    Movement,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.switch_map import DIRECT, Target

CALL = DIRECT["call"]


class Rig:
    def __init__(self) -> None:
        self.told: list[Movement] = []
        self.joining = Joining(lambda event, when: self.told.append(event))


def test_a_contact_does_what_its_line_says() -> None:
    rig = Rig()
    take = rig.joining.of("gamepad", (2, CALL))
    for event in (SwitchPressed(1), SwitchPressed(2), SwitchReleased(2), SwitchReleased(1)):
        take(event, 0.0)
    assert rig.told == [
        SwitchPressed(2), CommandPressed(CALL), CommandReleased(CALL), SwitchReleased(2),
    ]  # fmt: skip


def test_two_contacts_of_one_switch_are_one_press() -> None:
    rig = Rig()
    button = rig.joining.of("gamepad", (1,))
    key = rig.joining.of("window", (1,))
    button(SwitchPressed(1), 0.0)
    key(SwitchPressed(1), 0.1)
    button(SwitchReleased(1), 0.2)
    assert rig.told == [SwitchPressed(1)]
    key(SwitchReleased(1), 0.3)
    assert rig.told == [SwitchPressed(1), SwitchReleased(1)]


def test_a_contact_that_is_not_mapped_does_nothing() -> None:
    rig = Rig()
    take = rig.joining.of("gamepad", (1,))
    take(SwitchPressed(2), 0.0)
    take(SwitchPressed(0), 0.0)
    assert rig.told == []


def test_a_source_that_goes_lets_go_of_what_it_alone_held() -> None:
    rig = Rig()
    button = rig.joining.of("gamepad", (1, 2))
    rig.joining.of("window", (1,))(SwitchPressed(1), 0.0)
    button(SwitchPressed(1), 0.0)
    button(SwitchPressed(2), 0.0)
    rig.joining.let_go("gamepad")
    assert rig.told == [SwitchPressed(1), SwitchPressed(2), SwitchReleased(2)]


TARGETS: tuple[Target, ...] = (1, 1, 2, CALL)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 4), st.booleans())))
def test_presses_and_ends_always_take_turns(moves: list[tuple[str, int, bool]]) -> None:
    rig = Rig()
    takes = {source: rig.joining.of(source, TARGETS) for source in "ab"}
    for source, contact, down in moves:
        takes[source](SwitchPressed(contact) if down else SwitchReleased(contact), 0.0)
    for source in "ab":
        rig.joining.let_go(source)
    down_now: set[object] = set()
    for event in rig.told:
        what = (
            event.command if isinstance(event, CommandPressed | CommandReleased) else event.switch
        )
        pressed = isinstance(event, SwitchPressed | CommandPressed)
        assert (what in down_now) != pressed
        (down_now.add if pressed else down_now.discard)(what)
    assert not down_now
