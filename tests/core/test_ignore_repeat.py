"""The ignore-repeat filter, and what it is not (guidance G17, G19)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.core.signals import Pressed
from aac.core.switch_filter import SwitchFilter
from aac.core.switch_timing import Timing
from aac.model.events import SwitchPressed, SwitchReleased
from tests.scan_script import play
from tests.small_boards import board, boards

LINE = boards(board("home", "A", "B", "C"), strip=())


def test_the_same_switch_again_too_soon_does_not_count_and_does_not_prolong_the_time() -> None:
    play(
        """
        0.0   tap      | B
        0.5   tap      | B
        0.9   tap      | B
        1.0   tap      | C
        """,
        LINE,
        scan_method="two_switch",
        ignore_repeat=1.0,
    )


def test_another_switch_in_between_ends_it_which_the_lock_out_does_not_know() -> None:
    script = "0.0 tap | B\n0.2 tap 2 |   says B\n0.3 spoken | A\n0.5 tap | {0}"
    play(script.format("B"), LINE, scan_method="two_switch", ignore_repeat=1.0)
    play(script.format("A"), LINE, scan_method="two_switch", lock_out=1.0)


def test_a_press_that_is_ignored_is_ignored_until_it_is_let_go() -> None:
    play("0.5 tap |   says A\n0.6 spoken | A\n1.4 press | A\n1.6 - | B\n2.0 release | B\n2.1 tap |"
         "   says B", LINE, ignore_repeat=1.0)  # fmt: skip


def test_a_choice_that_changes_a_setting_does_not_end_it() -> None:
    every = boards(board("home", ":faster", "B"), strip=())
    play("0.5 tap | :faster   notice speed 0.91\n1.0 tap | :faster\n1.41 - | B", every,
         ignore_repeat=1.0)  # fmt: skip


@given(st.lists(st.tuples(st.integers(1, 3), st.floats(0.01, 2.0)), max_size=40), st.floats(0, 3))
def test_of_one_switch_no_two_presses_in_a_row_count_within_the_time(
    moves: list[tuple[int, float]], repeat: float
) -> None:
    switches = SwitchFilter(Timing(0.0, 0.0, 0.0, 60.0, repeat=repeat))
    counted: list[Pressed] = []
    now = 0.0
    for switch, wait in moves:
        now += wait
        for signal in switches.handle(SwitchPressed(switch), now):
            assert isinstance(signal, Pressed)
            counted.append(signal)
        switches.handle(SwitchReleased(switch), now)
        alone = not counted or counted[-1].switch != switch or counted[-1].at == now
        assert alone or now < counted[-1].at + repeat, "nothing else is ignored"
    for one, other in zip(counted, counted[1:], strict=False):
        assert one.switch != other.switch or other.at >= one.at + repeat
