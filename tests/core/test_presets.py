"""Fresh and tired, the hours of the clock, and the offer to slow down (guidance G27, G29)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.day_course import Lately, TiredHours, is_tired_hour
from aac.core.presets import KEYS, other_preset
from aac.core.wall_clock import WallClock
from aac.model.events import ClockTold, DeadlineReached
from aac.model.measures import Day
from aac.model.notice import Notice, NoticeKind
from aac.model.plain_settings import from_plain, to_plain
from aac.model.settings import Settings, with_values
from aac.model.view import Work
from tests.scan_script import Played, started
from tests.small_boards import board, boards

HOME = boards(
    board("letters", "+a +b >tools", spelling=True),
    board("quick", "A B"),
    board("tools", ":tired :slower :undo", ":slow_down :not_slower"),
    strip=(),
)


def test_tired_is_slower_calmer_larger_and_leads_to_the_quick_board() -> None:
    tired = other_preset(Settings(scan_time=1.0, predictions=6, text_size=28))
    assert tired.preset == "tired"
    assert {key: getattr(tired, key) for key in KEYS} == {
        "scan_time": 1.4,
        "scan_time_by_hand": 0.0,
        "first_row_extra": 0.75,
        "first_cell_extra": 0.75,
        "predictions": 3,
        "text_size": 36,
        "home_board": "quick",
        "speech_rate": 0.9,
        "speech_volume": 0.8,
    }


def test_who_has_fewer_words_than_three_keeps_them() -> None:
    assert other_preset(Settings(predictions=2)).predictions == 2


def test_each_preset_keeps_what_was_changed_in_it() -> None:
    fresh = Settings(scan_time=1.0, scan_time_by_hand=0.9, first_row_extra=None)
    tired = with_values(other_preset(fresh), {"scan_time": 1.7, "predictions": 0})
    again = other_preset(tired)
    assert {key: getattr(again, key) for key in KEYS} == {
        key: getattr(fresh, key) for key in KEYS
    }  # fmt: skip
    later = other_preset(with_values(again, {"theme": "light"}))
    assert (later.scan_time, later.predictions, later.theme) == (1.7, 0, "light")


def test_the_factor_can_be_set() -> None:
    assert other_preset(Settings(scan_time=1.0, tired_factor=2.0)).scan_time == 2.0


def test_what_was_kept_for_another_method_is_made_anew() -> None:
    tired = other_preset(Settings(scan_time=1.0))
    step = with_values(tired, {"scan_method": "step", "scan_time": 2.8})
    assert other_preset(step).scan_time == 2.0


@pytest.mark.parametrize(
    "damaged",
    [(), ("nonsense",), ("scan_method=automatic",), ("scan_method=automatic", "scan_time=x")],
)
def test_a_kept_preset_that_is_damaged_is_made_anew(damaged: tuple[str, ...]) -> None:
    tired = with_values(other_preset(Settings(scan_time=1.0)), {"other_preset": damaged})
    assert other_preset(tired).scan_time == 1.0


@given(st.floats(0.1, 20.0), st.floats(1.1, 3.0), st.none() | st.floats(0, 3), st.integers(18, 96))
def test_going_there_and_back_changes_nothing_even_through_a_file(
    scan_time: float, factor: float, extra: float | None, size: int
) -> None:
    before = with_values(
        Settings(),
        {
            "scan_time": scan_time,
            "tired_factor": factor,
            "first_row_extra": extra,
            "text_size": size,
        },
    )
    saved, bad = from_plain(to_plain(other_preset(before)))
    assert not bad
    after = other_preset(saved)
    assert {key: getattr(after, key) for key in KEYS} == {key: getattr(before, key) for key in KEYS}
    assert after.preset == "fresh"


# ------------------------------------------------------------------------- in the session


def label(played: Played, cell_id: str) -> str:
    cell = played.view.board.cell(cell_id)
    assert cell is not None
    return cell.label


def test_one_cell_says_tired_and_leads_to_the_quick_board() -> None:
    played = started(HOME).touch(">tools")
    assert label(played, ":tired") == "tired"
    played.touch(":tired")
    assert played.view.notice == Notice(NoticeKind.TIRED, "1.40")
    assert (played.view.settings.preset, played.view.board.id) == ("tired", "quick")


def test_while_a_message_is_written_the_board_stays_and_the_cell_says_fresh() -> None:
    played = started(HOME, Work(text="Hi", caret=2)).touch(">tools", ":tired")
    assert (played.view.board.id, label(played, ":tired")) == ("tools", "I am fresh")
    played.touch(":undo")
    assert (played.view.settings.preset, played.view.settings.scan_time) == ("fresh", 1.0)
    played.touch(":tired", ":tired")
    assert (played.view.settings.preset, played.view.settings.scan_time) == ("fresh", 1.0)


def at(played: Played, hour: float, day: int = 100, now: float | None = None) -> None:
    played.do(ClockTold(day * 86_400.0 + hour * 3600, hour), now)


def test_the_tired_hours_begin_and_end_with_a_choice_between_messages() -> None:
    played = started(HOME, tired_hours=True).touch(">tools")
    seen = []
    for day, hour in ((100, 15.9), (100, 16.1), (101, 4.9), (101, 5.1)):
        at(played, hour, day)
        before = played.view.settings.preset
        played.touch(":slower")
        seen.append((before, played.view.settings.preset))
    assert seen == [("fresh", "fresh"), ("fresh", "tired"), ("tired", "tired"), ("tired", "fresh")]


def test_what_the_person_chose_stays_until_the_hours_change() -> None:
    played = started(HOME, Work(text="Hi.", caret=3, finished=True), tired_hours=True)
    at(played, 16.5)
    played.touch(">tools")
    assert played.view.settings.preset == "tired"
    played.touch(":tired", ">tools")
    for hour in (17.0, 23.0):
        at(played, hour)
        played.touch(":slower")
        assert played.view.settings.preset == "fresh"


def test_without_the_clock_nothing_changes_by_itself() -> None:
    hours = TiredHours()
    assert not hours.asks(Settings(), 17.0)
    tired = other_preset(Settings())
    assert not hours.asks(tired, 9.0)
    assert not hours.asks(Settings(tired_hours=True), None)


def test_not_while_a_message_is_written() -> None:
    played = started(HOME, Work(text="I wan", caret=5), tired_hours=True)
    at(played, 17.0)
    played.touch("+a", "+b")
    assert played.view.settings.preset == "fresh"


@pytest.mark.parametrize(
    ("start", "hour", "tired"),
    [(16.0, 15.99, False), (16.0, 16.0, True), (16.0, 3.0, True), (16.0, 5.0, False),
     (2.0, 1.0, False), (2.0, 3.0, True), (2.0, 20.0, False)],
)  # fmt: skip
def test_the_hours_go_on_over_midnight(start: float, hour: float, tired: bool) -> None:
    assert is_tired_hour(start, hour) is tired


@pytest.mark.parametrize("hour", [0.0, 5.5, 13.75, 23.9])
@pytest.mark.parametrize("offset", [-11.0, -5.0, 0.0, 5.5, 12.0])
def test_the_clock_of_the_place_tells_day_and_hour(hour: float, offset: float) -> None:
    clock = WallClock()
    local = 20_000 * 86_400.0 + hour * 3600
    clock.told(local - offset * 3600, hour, now=50.0)
    assert clock.hour(50.0) == pytest.approx(hour)
    assert clock.day(50.0 + 1) == 20_000
    assert clock.day(50.0 + 86_400) == 20_001
    assert clock.wall(60.0) == local - offset * 3600 + 10


# --------------------------------------------------------------------- the course of a day

MORNING = Day(1, began=1000.0, first_hour=(0.5,) * 10)
LATER = 1000.0 + 2 * 3600


def lately(delay: float, count: int = 10, wall: float = LATER) -> Lately:
    found = Lately()
    found.add((delay,) * count, wall)
    return found


def test_presses_more_than_a_quarter_slower_than_in_the_first_hour_are_noticed() -> None:
    assert lately(0.63).much_slower(MORNING, LATER)
    assert not lately(0.625).much_slower(MORNING, LATER)


def test_not_from_a_few_presses_nor_old_ones_nor_in_the_first_hour() -> None:
    assert not lately(0.9, count=9).much_slower(MORNING, LATER)
    assert not lately(0.9).much_slower(MORNING, LATER + 901)
    assert lately(0.9).much_slower(MORNING, LATER + 900)
    assert not lately(0.9, wall=2000.0).much_slower(MORNING, 2000.0)
    few = Day(1, began=1000.0, first_hour=(0.5,) * 9)
    assert not lately(0.9).much_slower(few, LATER)


DAY_BOARDS = boards(
    board("home", "+a +b +c", ":clear >tools +f"), HOME.boards["tools"], HOME.boards["quick"],
    strip=(),
)  # fmt: skip


def press_on(played: Played, count: int, after: float) -> None:
    """Write "b" so often, each press so long after the light."""
    for _ in range(count):
        played.play(f"{played.now + 0.3} tap")
        played.play(f"{played.session.deadline} -").play(f"{played.now + after} tap")
        assert played.view.message.lower().endswith("b")


def two_hours_later(played: Played) -> None:
    """The aid is woken on the way, and the scan is at its first row again."""
    until = played.now + 2 * 3600
    while played.now < until or "+a" not in played.view.lit:
        played.play(f"{played.session.deadline} -")


def offered(played: Played) -> list[bool]:
    cells = [played.view.board.cell(name) for name in (":slow_down", ":not_slower")]
    return [cell is not None and not cell.hidden for cell in cells]


def slower_than_in_the_morning() -> Played:
    """A person who has just ended a message, on the board of the tools."""
    played = started(DAY_BOARDS, loops_endless=True)
    played.do(ClockTold(9e8, 9.0))
    press_on(played, 15, after=0.3)
    played.touch(">tools")
    assert offered(played) == [False, False]
    played.touch(":undo")
    two_hours_later(played)
    press_on(played, 15, after=0.5)
    played.touch(">tools")
    assert offered(played) == [False, False], "not while a message is being written"
    played.touch(":undo", ":clear", ":clear", ">tools")
    return played


def test_slow_down_is_offered_as_a_cell_and_goes_with_no_for_two_hours() -> None:
    played = slower_than_in_the_morning()
    assert offered(played) == [True, True]
    assert NoticeKind.SLOW_DOWN in read(played)
    assert played.session.measures.days[-1].tired
    played.touch(":not_slower")
    assert offered(played) == [False, False]
    played.touch(":slower")
    assert offered(played) == [False, False]
    assert played.view.settings.preset == "fresh"


def test_taking_the_offer_is_being_tired() -> None:
    played = slower_than_in_the_morning().touch(":slow_down")
    assert played.view.settings.preset == "tired"
    played.touch(">tools")
    assert offered(played) == [False, False]


def test_an_offer_that_no_longer_holds_goes_by_itself() -> None:
    played = slower_than_in_the_morning()
    played.now += 1000
    played.touch(":slower")
    assert offered(played) == [False, False]


def read(played: Played) -> set[NoticeKind]:
    """All notices that are shown one after the other from now on."""
    kinds = set()
    for _ in range(10):
        if played.view.notice is not None:
            kinds.add(played.view.notice.kind)
        played.do(DeadlineReached(), played.now + 4)
    return kinds
