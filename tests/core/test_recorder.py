"""What became of each press (guidance G21), told by scan scripts and by any sequence at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.chosen import Chosen
from aac.core.recorder import Fact, Meant, Press, Recorder, RowLeft, Settled, Stray
from aac.core.scan_tree import BACK, Group, GroupKind, Leaf, Spot
from aac.core.tallying import counted
from aac.model.measures import Tally
from tests.scan_script import Played, play, started
from tests.small_boards import board, boards

HOME = boards(board("home", "+a +b +c", "+d +e +f"), strip=())
UNDO = boards(board("home", "+a +b +c", ":undo :delete_letter +f"), strip=())


def tally(played: Played) -> Tally:
    return played.session.measures.tally


def choose(played: Played, row: int, place: int, *, after: float = 0.3, rounds: int = 0) -> None:
    """Choose a cell of a board of two rows of three, each item lit for 1 s.

    ``after``: the press comes so long after the item lit up.  ``rounds``: so many are let pass.
    """
    for steps, items in ((row, 2), (place, 3)):
        for _ in range(steps + rounds * items):
            assert played.session.deadline is not None
            played.play(f"{played.session.deadline} -")
        rounds = 0
        played.play(f"{played.now + after} tap")


def write(played: Played, *letters: str) -> None:
    for letter in letters:
        choose(played, *divmod("abcdef".index(letter), 3))


def test_a_selection_counts_as_correct_when_two_more_were_made() -> None:
    played = started(HOME)
    write(played, "a", "e")
    assert tally(played).correct == 0
    write(played, "f")
    assert tally(played).correct == 1
    write(played, "c", "c")
    assert tally(played) == Tally(correct=3, active=tally(played).active)


def test_what_is_undone_at_once_or_after_one_more_is_wrong() -> None:
    played = started(UNDO)
    write(played, "a", "b", "c")
    choose(played, 1, 0)
    choose(played, 1, 0)
    assert (tally(played).correct, tally(played).wrong) == (1, 2)


def test_deleting_the_letter_just_written_is_undoing_it() -> None:
    played = started(UNDO)
    write(played, "a")
    choose(played, 1, 1)
    assert tally(played).wrong == 1
    choose(played, 1, 1)
    assert tally(played).wrong == 1, "a letter written before may have been meant"


def test_a_round_let_pass_is_missed_where_something_is_being_written() -> None:
    played = started(HOME)
    choose(played, 0, 0, rounds=1)
    write(played, "a", "a")
    assert tally(played).missed == 0, "before a message it is a pause"
    choose(played, 0, 0, rounds=1)
    write(played, "a", "a")
    assert (tally(played).missed, tally(played).missed_first_row) == (1, 1)


def test_a_round_let_pass_inside_a_row_is_always_missed() -> None:
    played = play("0.3 tap | +a", HOME)
    for _ in range(4):
        played.play(f"{played.session.deadline} -")
    played.play(f"{played.now + 0.3} tap")
    assert played.view.message == "B"
    write(played, "a", "a")
    assert (tally(played).missed, tally(played).missed_first_row) == (1, 0)


@pytest.mark.parametrize(("grace", "message", "late"), [(0.0, "B", 1), (0.2, "A", 0)])
def test_a_press_just_after_the_light_moved_on_is_late_unless_it_counts_for_what_was_meant(
    grace: float, message: str, late: int
) -> None:
    played = started(HOME, late_press_grace=grace)
    played.play("0.3 tap | +a").play("1.3 - | +b").play("1.42 tap")
    assert played.view.message == message
    write(played, "a", "a")
    assert (tally(played).late_first, tally(played).late_next) == (0, late)


def test_a_late_press_that_is_undone_is_told_as_late_and_not_as_wrong_too() -> None:
    played = started(UNDO)
    played.play("0.3 tap | +a").play("1.3 - | +b").play("1.42 tap")
    choose(played, 1, 0)
    assert (tally(played).late_next, tally(played).wrong, tally(played).correct) == (1, 0, 0)


def test_a_late_press_for_the_last_of_a_row_has_missed_no_round() -> None:
    played = started(HOME, late_press_grace=0.2)
    played.play("0.3 tap | +a").play("1.3 - | +b").play("2.3 - | +c").play("3.3 - | +a")
    played.play("3.4 tap")
    assert played.view.message == "C"
    write(played, "a", "a")
    assert (tally(played).late_next, tally(played).missed) == (0, 0)


@pytest.mark.parametrize("back", [True, False])
def test_a_row_left_without_a_selection_is_a_row_error(back: bool) -> None:
    played = started(HOME, back_cells=back, loops_in_row=1).play("0.3 tap | +a")
    played.play("1.3 - | +b").play("2.3 - | +c")
    if back:
        played.play("3.3 - | <").play("3.5 tap | +a +b +c")
    else:
        played.play("3.3 - | +a +b +c")
    for _ in range(3):
        played.play(f"{played.session.deadline} -")
    assert tally(played) == Tally(row_errors=1)


@pytest.mark.parametrize("what", ["open", "touch +f"])
def test_a_row_left_because_of_a_helper_is_no_error(what: str) -> None:
    played = started(HOME).play("0.3 tap | +a").play(f"0.5 {what}")
    assert tally(played) == Tally()


def test_a_row_left_because_the_switch_is_stuck_is_no_error() -> None:
    played = started(HOME, held_limit=3.0).play("0.3 press | +a")
    while played.view.phase != "held":
        played.play(f"{played.session.deadline} -")
    assert tally(played) == Tally()


def test_the_delay_of_a_late_press_is_counted_from_the_item_it_was_given_to() -> None:
    played = started(HOME, late_press_grace=0.2)
    played.play("0.3 tap | +a").play("1.3 - | +b").play("2.3 - | +c").play("2.42 tap")
    assert played.view.message == "B"
    write(played, "a", "a")
    assert [time.delay for time in played.session.measures.times] == [pytest.approx(1.12)]


def test_presses_in_the_lock_out_time_are_stray_and_bounces_are_not() -> None:
    played = started(HOME, debounce=0.1, lock_out=0.5)
    played.play("0.3 tap | +a").play("0.35 tap | +a").play("0.4 - | +a")
    assert tally(played).stray == 0
    played.play("0.6 tap | +a")
    assert tally(played).stray == 1
    played = started(HOME, debounce=0.1, lock_out=0.5)
    played.play("0.3 press | +a").play("0.5 release | +a").play("0.55 tap | +a")
    assert tally(played).stray == 0, "so soon after letting go it may be a bounce"


def test_a_press_that_wakes_the_scan_is_stray_only_where_nothing_follows() -> None:
    played = started(HOME, loops_of_board=1)
    played.play("1 - | +d +e +f").play("2 - |").play("3 tap | +a +b +c")
    write(played, "a")
    played.play(f"{played.session.deadline} -").play(f"{played.session.deadline} -")
    assert tally(played).stray == 0
    played.play(f"{played.now + 1} tap | +a +b +c")
    played.play(f"{played.session.deadline} -").play(f"{played.session.deadline} -")
    assert tally(played).stray == 1


def test_what_a_helper_touches_is_nobodys_press() -> None:
    played = started(HOME).play("0.3 tap | +a")
    played.touch("+e", "+f", "+d", "+a")
    assert tally(played) == Tally()
    write(played, "a")
    played.touch("+a", "+a", "+a")
    assert tally(played).correct == 0


def test_nothing_is_counted_in_private_mode_or_where_it_is_off() -> None:
    every = boards(board("home", "+a +b +c", ":private_mode +e +f"), strip=())
    played = started(every)
    played.touch(":private_mode")
    write(played, "a", "a", "a", "a")
    assert tally(played) == Tally()
    played.touch(":private_mode")
    write(played, "a", "a", "a", "a")
    assert tally(played).correct == 2
    off = started(HOME, measure_presses=False)
    write(off, "a", "a", "a", "a")
    assert off.session.measures == type(off.session.measures)()


def test_a_wish_about_care_is_not_even_counted() -> None:
    every = boards(board("home", "A B C", "D E F", private=True), strip=())
    played = started(every, speak_mode="silent")
    write(played, "a", "b", "c", "d", "e")
    assert tally(played) == Tally()


# ------------------------------------------------------- what an undone press was meant for

ROW = Group((Leaf("a"), Leaf("b"), Leaf("c")))
OTHER = Group((Leaf("d"), Leaf("e")))
TOP = Group((ROW, OTHER), GroupKind.TOP)


def given_to(
    recorder: Recorder, groups: tuple[Group, ...], place: int, at: float, delay: float = 0.1
) -> None:
    recorder.pressed(Chosen(Spot(groups, place), delay, None, 0, False, place == 0), at)


def select(recorder: Recorder, place: int, at: float, lit_for: float = 1.0) -> None:
    """Into the first row, and there the n-th cell ``at`` this time, 0.1 s after it lit up."""
    start = at - 0.1 - place * lit_for
    recorder.lit(Spot((TOP,), 0), False, start - 0.5)
    given_to(recorder, (TOP,), 0, start - 0.1, 0.4)
    for n in range(place + 1):
        recorder.lit(Spot((TOP, ROW), n), False, start + n * lit_for)
    given_to(recorder, (TOP, ROW), place, at)
    assert recorder.acted(ROW.items[place].cell_id, writing=True, counts=True)  # type: ignore[union-attr]


def meant(recorder: Recorder) -> list[float]:
    return [round(fact.delay, 6) for fact in recorder.facts() if isinstance(fact, Meant)]


def test_a_choice_undone_and_made_one_cell_earlier_tells_how_late_the_press_was() -> None:
    recorder = Recorder()
    select(recorder, 2, 10.0)
    recorder.undone()
    for place, at in ((1, 20.0), (0, 30.0), (0, 40.0)):
        assert meant(recorder) == [], "the new choice may be undone too"
        select(recorder, place, at)
    assert meant(recorder) == [1.1]


def test_what_lit_up_long_before_tells_nothing() -> None:
    recorder = Recorder()
    select(recorder, 2, 10.0, lit_for=1.45)
    recorder.undone()
    for place, at in ((1, 20.0), (0, 30.0), (0, 40.0)):
        select(recorder, place, at)
    assert meant(recorder) == []


def test_the_same_choice_again_or_one_that_is_undone_too_tells_nothing() -> None:
    recorder = Recorder()
    select(recorder, 1, 10.0)
    recorder.undone()
    for at in (20.0, 30.0, 40.0):
        select(recorder, 1, at)
    assert meant(recorder) == []
    recorder = Recorder()
    select(recorder, 2, 10.0)
    recorder.undone()
    select(recorder, 1, 20.0)
    recorder.undone()
    for at in (30.0, 40.0, 50.0):
        select(recorder, 1, at)
    assert meant(recorder) == []


def test_offered_words_tell_nothing_because_they_change() -> None:
    words = replace(ROW, kind=GroupKind.WORDS)
    recorder = Recorder()
    for place, at in ((2, 10.0), (1, 20.0), (0, 30.0), (0, 40.0)):
        for n in range(place + 1):
            recorder.lit(Spot((words,), n), False, at - 0.1 - place + n)
        given_to(recorder, (words,), place, at)
        recorder.acted(ROW.items[place].cell_id, writing=True, counts=True)  # type: ignore[union-attr]
        if at == 10.0:
            recorder.undone()
    assert meant(recorder) == []


def test_it_is_learned_in_the_session_too() -> None:
    played = started(UNDO)
    played.play("0.3 tap | +a").play("1.3 - | +b").play("1.42 tap")
    choose(played, 1, 0)
    before = played.session.measures.timing.weight
    write(played, "a", "b", "b", "f")
    # The press was made 1.12 s after the light came to "a", which was meant; two presses of "b"
    # and "f" are not settled yet.
    assert before == 0
    assert played.session.measures.timing.weight > 1
    delays = [time.delay for time in played.session.measures.times]
    assert all(delay == pytest.approx(0.3) for delay in delays)
    assert played.session.measures.timing.offset > 0.3


# ------------------------------------------------------------------------ any sequence

spots = st.sampled_from(
    [
        Spot((TOP,), 0),
        Spot((TOP,), 1),
        *(Spot((TOP, ROW), n) for n in range(3)),
        Spot((TOP, Group((Leaf("a"), BACK))), 1),
        Spot((Group((Leaf("a"), BACK), GroupKind.ASKING),), 0),
    ]
)
chosen = st.builds(
    Chosen,
    spot=spots,
    delay=st.floats(-5, 5),
    after_step=st.none() | st.floats(-1, 5),
    rounds=st.integers(0, 5),
    by_time=st.booleans(),
)
steps = st.one_of(
    st.tuples(st.just("lit"), st.none() | spots, st.booleans()),
    st.tuples(st.just("pressed"), chosen),
    st.tuples(st.just("acted"), st.sampled_from("abcd"), st.booleans(), st.booleans()),
    st.tuples(st.sampled_from(["undone", "interrupted", "stray"])),
)


@given(st.lists(steps, max_size=60))
def test_whatever_happens_each_selection_is_settled_once(happened: list[tuple]) -> None:  # type: ignore[type-arg]
    recorder, facts, made = Recorder(), list[Fact](), 0
    for now, (what, *parts) in enumerate(happened):
        match what:
            case "lit":
                recorder.lit(parts[0], parts[1] and parts[0] is None, float(now))
            case "pressed":
                recorder.pressed(parts[0], float(now))
            case "acted":
                cell, writing, counts = parts
                by_switch = recorder.acted(cell, writing=writing, counts=counts)
                made += by_switch and counts
            case _:
                getattr(recorder, what)()
        facts += recorder.facts()
    settled = [fact for fact in facts if isinstance(fact, Settled)]
    assert made - 2 <= len(settled) <= made
    total = Tally()
    for fact in facts:
        total = counted(total, fact)
    undone_late = sum(
        not fact.right and any(press.late for press in fact.presses) for fact in settled
    )
    assert total.correct + total.wrong + undone_late == len(settled)
    assert total.stray == sum(isinstance(fact, Stray) for fact in facts)
    assert total.row_errors == sum(isinstance(fact, RowLeft) for fact in facts)
    every: list[Press] = [press for fact in settled for press in fact.presses]
    assert total.late == sum(press.late for press in every)
    assert total.missed == sum(press.missed for press in every)
