"""Every method, every pattern, every filter: every word can be said, and no press counts twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.session import Session
from aac.model.declared import Choice, Value
from aac.model.events import Speak, SpeechEnded, SwitchPressed, SwitchReleased
from aac.model.pointer_settings import POINTERS
from aac.model.settings import BY_KEY, Settings, with_values
from aac.model.view import Work
from tests.one_switch import Person
from tests.scan_script import PLAIN, Played, started
from tests.small_boards import STRIP, board, boards

WORDS = boards(board("home", "A B C", "D . E", "F (G) :clear"), strip=STRIP)
METHOD = BY_KEY["scan_method"]
assert isinstance(METHOD, Choice)
METHODS = tuple(key for key in METHOD.options if key not in POINTERS)
PATTERNS = ("linear", "row_column", "column_row", "block_row_column")
FILTERS: dict[str, dict[str, Value]] = {
    "none": {},
    "debounce": {"debounce": 0.1},
    "lock-out": {"lock_out": 0.3},
    "acceptance": {"acceptance": 0.05},
    "ignore-repeat": {"ignore_repeat": 0.4},
    "long press": {"long_press": True},
    "all": {"debounce": 0.05, "lock_out": 0.3, "acceptance": 0.05, "ignore_repeat": 0.4,
            "long_press": True, "repeat_held": True, "back_cells": True},
}  # fmt: skip


def person(**changes: Value) -> Person:
    settings = with_values(Settings(), {**PLAIN, **changes})
    one = Person(Session(WORDS, settings, Work(text="Hi", caret=2)))
    one.effects += one.session.start(0.0)
    return one


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("method", METHODS)
def test_every_word_can_be_said(method: str, pattern: str, filters: str) -> None:
    for word in ("A", "B", "C", "D", "E", "F", "Yes"):
        one = person(scan_method=method, scan_pattern=pattern, **FILTERS[filters])
        one.choose(word)
        said = [effect.text for effect in one.effects if isinstance(effect, Speak)]
        assert said == ["Yes." if word == "Yes" else word]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("method", METHODS)
def test_what_asks_first_can_be_confirmed(method: str, filters: str) -> None:
    """Guidance G25."""
    one = person(scan_method=method, **FILTERS[filters])
    one.choose(":clear")
    assert one.view.message == ""


@pytest.mark.parametrize("method", METHODS)
def test_what_asks_first_is_not_confirmed_by_waiting(method: str) -> None:
    one = person(scan_method=method, one_switch_after=10.0)
    one.choose("A")
    one.let_speak()
    played = Played(one.session, one.now)
    played.touch(":clear")
    one.wait(120.0)
    assert one.view.message == "Hi"


@pytest.mark.parametrize("method", METHODS)
def test_a_lit_way_out_of_a_question_is_in_the_group_so_that_it_can_be_shown(method: str) -> None:
    played = started(WORDS, Work(text="Hi", caret=2), scan_method=method).touch(":clear")
    view = played.view
    assert view.group == {":clear"} or "" in view.parts[1]


# ---------------------------------------------------------- each press counts once, exactly

GRID = boards(board("home", "A B C D", "E F G H", "I J K L", "M N O P"), strip=())
CELLS = "ABCDEFGHIJKLMNOP"
BOUNCY: dict[str, Value] = {"debounce": 0.05, "lock_out": 0.1, "one_switch_after": 300.0}
taps = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.floats(0.25, 3.0),  # since the press before
        st.floats(0.0, 0.1),  # how late it is heard of
        st.booleans(),  # whether the contact bounces
    ),
    max_size=25,
)


def pressed(method: str, moves: list[tuple[int, float, float, bool]]) -> Played:
    """Short presses, some of them bouncing, heard of a little late and in order."""
    played = started(GRID, scan_method=method, scan_pattern="linear", **BOUNCY)
    now = 0.0
    for switch, wait, late, bounces in moves:
        now += wait
        events = [SwitchPressed(switch, now), SwitchReleased(switch, now + 0.08)]
        if bounces:
            events[1:1] = [SwitchReleased(switch, now + 0.01), SwitchPressed(switch, now + 0.02)]
        for event in events:
            assert event.at is not None
            played.do(event, max(played.now, event.at + late))
            if played.view.phase == "speaking":
                played.effects += played.session.handle(
                    SpeechEnded(played.every(Speak)[-1].id), played.now
                )
    return played


@given(taps)
def test_each_press_of_a_direction_moves_the_light_by_one(
    moves: list[tuple[int, float, float, bool]],
) -> None:
    moves = [(min(switch, 4), *rest) for switch, *rest in moves]  # type: ignore[misc]
    played = pressed("directed_5", moves)
    row = sum({3: -1, 4: 1}.get(switch, 0) for switch, *_ in moves) % 4
    column = sum({1: -1, 2: 1}.get(switch, 0) for switch, *_ in moves) % 4
    assert played.view.lit == {CELLS[row * 4 + column]}


@given(taps)
def test_each_press_of_one_of_four_keeps_a_quarter(
    moves: list[tuple[int, float, float, bool]],
) -> None:
    moves = [(min(switch, 4), wait + 0.1, *rest) for switch, wait, *rest in moves]  # type: ignore[misc]
    said = pressed("elimination_4", moves).said
    codes = [switch - 1 for switch, *_ in moves]
    pairs = zip(codes[::2], codes[1::2], strict=False)
    assert said == [CELLS[4 * first + second] for first, second in pairs]


@given(taps)
def test_each_press_of_the_moving_switch_is_a_step_and_of_the_other_a_choice(
    moves: list[tuple[int, float, float, bool]],
) -> None:
    moves = [(2 - switch % 2, wait + 0.1, *rest) for switch, wait, *rest in moves]  # type: ignore[misc]
    played, place, said = pressed("two_switch", moves), 0, []
    for switch, *_ in moves:
        if switch == 1:
            place = (place + 1) % len(CELLS)
        else:
            said.append(CELLS[place])
            place = 0
    assert played.said == said
    assert played.view.lit == {CELLS[place]}
