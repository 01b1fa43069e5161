"""A switch that fails traps nobody: one that works reaches everything."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from aac.core.session import Session
from aac.model.events import (
    CellTouched,
    DeadlineReached,
    SettingsChanged,
    Speak,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.roles import ROLES, Role
from aac.model.settings import Settings, with_values
from aac.model.view import Page, Work
from tests.one_switch import Person
from tests.scan_script import PLAIN, play, started
from tests.small_boards import STRIP, board, boards

LINE = boards(board("home", "A B C"), strip=())
TWO = {"scan_method": "two_switch", "scan_pattern": "linear", "one_switch_after": 20.0}
LEFT = """
    0.0   tap      | B
    1.0   tap      | C
    21.0  -        |        phase resting
    30.0  tap      | A      phase scanning
    """


def test_where_only_one_switch_was_pressed_it_scans_alone_after_a_rest() -> None:
    played = play(LEFT, LINE, **TWO)
    assert played.view.roles == (Role.ALONE, Role.BRINGS_BACK)
    played.play("31.5 - | B\n32.0 tap |   says B\n33.0 spoken | A\n34.5 - | B")


def test_alone_it_may_be_any_switch() -> None:
    played = play(
        """
        0.0   tap 2    |        says A
        1.0   spoken   | A
        21.0  -        |        phase resting
        30.0  tap 2    | A
        31.5  -        | B
        32.0  tap 2    |        says B
        """,
        LINE,
        **TWO,
    )
    assert played.view.roles == (Role.BRINGS_BACK, Role.ALONE)


def test_another_switch_brings_the_method_back_and_chooses_nothing() -> None:
    for rest in ("", "30.5 tap | \n"):
        played = play(LEFT.rpartition("\n    30.0")[0] if rest else LEFT, LINE, **TWO)
        played.play("31.0 tap 2 | A\n31.4 tap | B\n31.8 tap 2 |   says B")
        assert played.view.roles == (Role.MOVES, Role.CHOOSES)


def test_where_two_switches_were_pressed_the_light_waits_for_ever() -> None:
    played = play("0.0 tap | B\n1.0 tap 2 |   says B\n2.0 spoken | A\n9.0 tap | B\n9.5 tap 2 |   "
                  "says B\n10.0 spoken | A\n30.0 - | A", LINE, **TWO)  # fmt: skip
    assert played.session.deadline is None
    assert started(LINE, **TWO).session.deadline is None


def test_a_choice_that_changes_a_setting_leaves_the_switch_alone() -> None:
    every = boards(board("home", ":faster B"), strip=())
    left = LEFT.replace("| C", "| A").replace("| A", "| :faster")
    played = play(left, every, **TWO)
    played.play("30.9 tap | :faster   notice speed 0.91\n32.4 - | B\n33.9 - | :faster")
    assert played.view.roles == (Role.ALONE, Role.BRINGS_BACK)


def test_alone_the_light_is_slow_enough_whatever_the_time_of_repeats() -> None:
    play(LEFT + "31.5 - | B\n", LINE, **{**TWO, "scan_time": 0.2})
    slow = play(LEFT + "34.0 - | B\n", LINE, **{**TWO, "scan_time": 4.0})
    assert slow.view.settings.scan_time == 4.0


def test_the_method_cell_leads_to_a_scan_that_can_be_caught_and_undo_back() -> None:
    every = boards(board("home", ":method B"), strip=STRIP)
    played = started(every, **{**TWO, "scan_time": 0.2}).touch(":method")
    assert played.view.settings.scan_method == "automatic"
    assert played.view.settings.scan_time == 1.5
    played.touch("Undo")
    assert played.view.settings.scan_method == "two_switch"
    assert played.view.settings.scan_time == 0.2


def test_a_question_is_dropped_when_the_switch_is_left_alone() -> None:
    every = boards(board("home", "+a :clear", "B C"), strip=())
    played = started(every, **TWO).touch("+a", ":clear")
    played.play("1.0 tap | <\n21.0 - |   text A^   phase resting\n22.0 tap | +a")
    played.touch(":clear").play("23.0 tap | +a   text ^")


def test_the_other_switch_takes_a_question_over() -> None:
    every = boards(board("home", "+a :clear", "B C"), strip=())
    played = started(every, **TWO).touch("+a")
    played.play("1.0 tap | :clear\n21.0 - |\n22.0 tap | +a")
    played.touch(":clear").play("23.0 tap 2 | :clear   asks :clear\n24.0 tap 2 | +a   text ^")


def test_a_long_press_wakes_the_one_switch() -> None:
    played = play(LEFT.rpartition("\n    30.0")[0], LINE, long_press=True, **TWO)
    played.play("30.0 press |\n31.8 release | A\n33.3 - | B")


# -------------------------------------------------------------------------- no state is a trap

BOARDS = boards(
    board("home", "A +a :method", ":clear >more :rest", spelling=True),
    board("more", ":method :back", "C :faster :quit"),
    strip=STRIP,
)
METHODS = [*ROLES, "automatic", "inverse", "step", "overscan"]


def catchable(settings: Settings) -> Settings:
    """With one switch nobody could catch a light of 0.1 s; with several that only repeats."""
    if settings.scan_method in ROLES:
        return settings
    return replace(settings, scan_time=max(1.0, settings.scan_time))


some_settings = st.fixed_dictionaries(
    {"scan_method": st.sampled_from(METHODS)},
    optional={
        "scan_pattern": st.sampled_from(["linear", "row_column", "block_row_column"]),
        "scan_time": st.sampled_from([0.1, 1.0, 3.0]),
        "repeat_held": st.booleans(),
        "swap_every": st.integers(0, 3),
        "scan_start": st.sampled_from(["automatic", "manual"]),
        "after_selection": st.sampled_from(["first_row", "same_row"]),
        "loops_endless": st.booleans(),
        "back_cells": st.booleans(),
        "long_press": st.booleans(),
        "one_switch_after": st.sampled_from([10.0, 30.0]),
        "held_limit": st.sampled_from([3.0, 10.0]),
        "lock_out": st.sampled_from([0.0, 0.3]),
        "debounce": st.sampled_from([0.0, 0.1]),
        "ignore_repeat": st.sampled_from([0.0, 0.4]),
    },
).map(lambda changes: catchable(with_values(Settings(), {**PLAIN, **changes})))
moved = st.lists(
    st.one_of(
        st.tuples(st.just("press"), st.integers(1, 5)),
        st.tuples(st.just("release"), st.integers(1, 5)),
        st.tuples(st.just("tap"), st.integers(1, 5)),
        st.tuples(st.just("wait"), st.floats(0.0, 40.0)),
        st.tuples(st.just("touch"), st.sampled_from(["A", "+a", ":clear", ">more", ":rest", "Call",
                                                     "page-coming"])),
        st.tuples(st.just("settings"), some_settings),
    ),
    max_size=30,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(some_settings, moved, st.integers(1, 5), st.sets(st.integers(1, 5)))
def test_from_anywhere_one_switch_speaks_and_changes_the_method(
    chosen: Settings, moves: list[tuple[str, object]], works: int, stuck: set[int]
) -> None:
    """The other switches are dead, or stuck where they are."""
    person = Person(Session(BOARDS, chosen, Work()))
    person.effects += person.session.start(0.0)
    for kind, what in moves:
        match kind, what:
            case "wait", float(seconds):
                person.wait(seconds)
            case "touch", str(cell_id):
                person.do(CellTouched(cell_id))
            case "settings", Settings() as other:
                person.do(SettingsChanged(other))
            case "tap", int(switch):
                person.tap(switch)
            case "press", int(switch):
                person.do(SwitchPressed(switch))
            case "release", int(switch):
                person.do(SwitchReleased(switch))
    for switch in {1, 2, 3, 4, 5} - stuck | {works}:
        person.do(SwitchReleased(switch))
    for switch in stuck - {works}:
        person.do(SwitchPressed(switch))
    person.wait(15.0)  # what is stuck has been told of
    person.let_speak()
    spoken = len(said(person))
    alone(person, works, "Yes")
    assert said(person)[spoken:][-1:] == ["Yes."]
    person.let_speak()
    method = person.view.settings.scan_method
    alone(person, works, ":method")
    assert person.view.settings.scan_method != method or method not in ROLES
    person.let_speak()
    spoken = len(said(person))
    alone(person, works, "No")
    assert said(person)[spoken:][-1:] == ["No."], "in the other method too"


def alone(person: Person, switch: int, cell_id: str) -> None:
    """With this switch and waiting only, choose a cell."""
    for _ in range(8):
        roles = person.view.roles
        if len(roles) >= switch and roles[switch - 1] is Role.ALONE:
            break
        if switch == 1 and not roles:
            break  # a method for one switch
        person.tap(switch)
        person.let_speak()
        person.wait(2 * person.view.settings.one_switch_after + 1.0)  # the voice may speak first
    if person.view.page is Page.ALERT and cell_id not in ("Yes", "Call"):
        person.choose("page-keep_ringing")
    person.choose(cell_id)


def said(person: Person) -> list[str]:
    return [effect.text for effect in person.effects if isinstance(effect, Speak)]


def test_the_time_without_a_press_does_not_run_while_the_voice_speaks() -> None:
    quiet = {**TWO, "one_switch_after": 10.0}
    played = started(LINE, **quiet).play("0.0 tap 2 |   says A\n0.5 started |")
    played.do(DeadlineReached(), 12.0)  # the voice is overdue, and the scan goes on
    played.play("22.0 - |   phase resting")
    played = started(LINE, **quiet).play("0.0 tap 2 |   says A\n0.5 spoken | A\n10.5 - |")
    assert played.view.phase == "resting"
