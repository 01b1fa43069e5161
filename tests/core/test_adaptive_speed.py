"""The scan time in use: by hand, by Wren within bounds, and back (guidance G11, G12)."""

from __future__ import annotations

import pytest

from aac.core.recorder import Press, Settled
from aac.core.scan_tree import Group, Leaf
from aac.core.speed import SpeedWindow, base_time, speed_undone, with_speed
from aac.model.declared import Value
from aac.model.events import SettingsChanged
from aac.model.notice import NoticeKind
from aac.model.settings import Settings, with_values
from tests.scan_script import Played, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+a +b +_", ":undo_speed :slower :undo", spelling=True),
    strip=(),
)
ROW = Group((Leaf("a"), Leaf("b")))


def settled(*, right: bool = True, missed: bool = False, delay: float = 0.6) -> Settled:
    return Settled((Press(ROW, Leaf("b"), 0.0, delay, missed=missed),), right)


def window(wrong: int = 0, missed: int = 0, delay: float = 0.6, count: int = 20) -> SpeedWindow:
    found = SpeedWindow()
    for n in range(count):
        found.add(settled(right=n >= wrong, missed=n >= count - missed, delay=delay))
    return found


@pytest.mark.parametrize(
    ("wrong", "missed", "delay", "wanted"),
    [
        (0, 0, 0.6, None),
        (1, 2, 0.6, None),  # 5 % and 10 % are still well
        (2, 0, 0.6, 1.1),
        (0, 3, 0.6, 1.1),
        (0, 0, 0.49, 0.95),
        (0, 1, 0.49, 0.95),
        (0, 2, 0.49, None),
        (1, 0, 0.49, None),
        (0, 0, 0.5, None),
    ],
)
def test_the_rule_says_when_to_be_slower_or_faster(
    wrong: int, missed: int, delay: float, wanted: float | None
) -> None:
    assert window(wrong, missed, delay).wanted(Settings(scan_time=1.0)) == wanted


def test_fewer_than_twenty_selections_say_nothing() -> None:
    assert window(missed=10, count=19).wanted(Settings(scan_time=1.0)) is None


def test_it_stays_between_the_bounds_around_what_was_set_by_hand() -> None:
    settings = Settings(scan_time=1.0)
    for _ in range(10):
        wanted = window(missed=6).wanted(settings)
        settings = with_speed(settings, wanted or settings.scan_time, by_wren=True)
    assert (settings.scan_time, base_time(settings)) == (1.5, 1.0)
    for _ in range(30):
        wanted = window(delay=0.1).wanted(settings)
        settings = with_speed(settings, wanted or settings.scan_time, by_wren=True)
    assert (settings.scan_time, base_time(settings)) == (0.8, 1.0)


def test_a_person_who_took_a_change_back_is_left_alone_for_a_while() -> None:
    found = window(missed=6)
    found.leave_alone()
    for _ in range(99):
        found.add(settled(missed=True))
    assert found.wanted(Settings(scan_time=1.0)) is None
    found.add(settled(missed=True))
    assert found.wanted(Settings(scan_time=1.0)) == 1.1


def test_the_change_before_is_gone_back_to_once() -> None:
    settings = with_speed(Settings(scan_time=1.0), 1.1)
    back = speed_undone(settings)
    assert back is not None
    assert back.scan_time == 1.0
    assert speed_undone(back) is None


def test_of_wrens_own_changes_all_can_be_taken_back() -> None:
    settings = Settings(scan_time=1.0)
    for scan_time in (1.1, 1.21):
        settings = with_speed(settings, scan_time, by_wren=True)
    back = speed_undone(settings)
    assert back is not None
    assert (back.scan_time, back.scan_time_by_hand) == (1.1, 1.0)
    again = speed_undone(back)
    assert again is not None
    assert (again.scan_time, again.scan_time_by_hand) == (1.0, 0.0)


# -------------------------------------------------------------------------- in the session


def choose(played: Played, row: int, place: int, *, missed: bool = False) -> None:
    """Choose a cell of the board above; ``missed``: one round of the row is let pass."""
    for steps in (row, place + 3 * missed):
        for _ in range(steps):
            assert played.session.deadline is not None
            played.play(f"{played.session.deadline} -")
        played.play(f"{played.now + 0.3} tap")


def write(played: Played, count: int, *, every: int = 0) -> list[float]:
    """So many letters and then a space, again and again; the scan time after each.

    ``every``: each so manieth choice is missed first.
    """
    times = []
    for n in range(count):
        choose(played, 0, 2 if n % 5 == 4 else n % 2, missed=bool(every) and n % every == 0)
        times.append(played.view.settings.scan_time)
    return times


AUTOMATIC: dict[str, Value] = {
    "adaptive_speed": "automatic", "prediction_on": False, "loops_in_row": 5,
}  # fmt: skip


def test_with_a_third_missed_the_scan_becomes_a_tenth_slower_after_twenty_and_stops() -> None:
    played = started(HOME, **AUTOMATIC)
    times = write(played, 25, every=3)
    # Two more have to be made before one is settled, and the word has to be ended.
    assert times == [*[1.0] * 24, 1.1]
    notice = played.view.notice
    assert notice is not None
    assert (notice.kind, notice.detail) == (NoticeKind.MADE_SLOWER, "1.10")
    times += write(played, 200, every=3)
    changes = [
        n for n, pair in enumerate(zip(times, times[1:], strict=False)) if len(set(pair)) > 1
    ]
    assert all(later - earlier >= 20 for earlier, later in zip(changes, changes[1:], strict=False))
    assert max(times) == times[-1] == 1.5
    assert played.view.settings.scan_time_by_hand == 1.0
    assert played.session.measures.days[-1].tally.speed_changes == len(changes)


def test_it_never_changes_within_a_word() -> None:
    played = started(HOME, **AUTOMATIC)
    for n in range(40):
        choose(played, 0, n % 2, missed=n % 3 == 0)
    assert played.view.settings.scan_time == 1.0
    choose(played, 0, 2)
    assert played.view.settings.scan_time == 1.1


@pytest.mark.parametrize("setting", ["off", "suggest"])
def test_it_changes_nothing_by_itself_unless_it_may(setting: str) -> None:
    played = started(HOME, **{**AUTOMATIC, "adaptive_speed": setting})
    assert set(write(played, 40, every=3)) == {1.0}


def test_a_cell_takes_the_change_back_and_undo_does_not_touch_it() -> None:
    played = started(HOME, **AUTOMATIC)
    write(played, 25, every=3)
    assert played.view.settings.scan_time == 1.1
    before = played.view.message
    choose(played, 1, 2)
    assert played.view.settings.scan_time == 1.1
    assert played.view.message != before, "undo takes back what was written"
    choose(played, 1, 0)
    settings = played.view.settings
    assert (settings.scan_time, settings.scan_time_by_hand) == (1.0, 0.0)
    assert set(write(played, 60, every=3)) == {1.0}, "it is left alone"


def test_where_nothing_was_changed_the_cell_says_so() -> None:
    played = started(HOME)
    played.play("0.1 touch :undo_speed | +a +b +_   notice speed_as_set")


def test_slower_and_a_helper_set_the_time_to_count_from_anew() -> None:
    played = started(HOME, **AUTOMATIC)
    write(played, 25, every=3)
    played.touch(":slower")
    settings = played.view.settings
    assert (settings.scan_time, settings.scan_time_by_hand) == (1.21, 0.0)
    played = started(HOME, **AUTOMATIC)
    write(played, 25, every=3)
    new = with_values(played.view.settings, {"scan_time": 2.0})
    played.do(SettingsChanged(new))
    assert base_time(played.view.settings) == 2.0


def test_slower_and_faster_are_two_choices_from_the_letters() -> None:
    every = boards(board("letters", "+a >tools"), board("tools", ":slower"), strip=STRIP)
    played = started(every).touch(">tools", ":slower")
    assert played.view.settings.scan_time == 1.1
