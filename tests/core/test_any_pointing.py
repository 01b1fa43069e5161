"""Whatever a finger or a gaze does: no choice is lost and none is made twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aac.core.dwell import FLICKER, Dwell, DwellTiming
from aac.core.touch_filter import TouchFilter, TouchTiming

CELLS = ["", "A", "B"]
PAUSES = st.floats(0.0, 0.3) | st.floats(0.0, 3.0)
TINY = 1e-6  # what sums of times may lose


@given(
    st.builds(TouchTiming, st.sampled_from([0.0, 0.5]), st.sampled_from([0.0, 0.7]), st.booleans(),
              st.booleans()),
    st.lists(st.tuples(PAUSES, st.lists(st.tuples(PAUSES, st.sampled_from(CELLS)), max_size=4),
                       PAUSES, st.sampled_from(CELLS)), max_size=8),
)  # fmt: skip
def test_a_contact_chooses_once_or_not_and_as_it_was_meant(
    timing: TouchTiming, contacts: list[tuple[float, list[tuple[float, str]], float, str]]
) -> None:
    """The rules told once more, plainly: for each contact what it should choose, and when."""
    touch, now, last = TouchFilter(timing), 0.0, float("-inf")
    for pause, slides, hold, first in contacts:
        now += pause
        began = now
        got = [(touch.down(first, now), now)]
        path = [(first, now)]
        for seconds, cell in slides:
            got += woken(touch, now + seconds)
            now += seconds
            got.append((touch.over(cell, now), now))
            path.append((cell, now))
        got += woken(touch, now + hold)
        now += hold
        got.append((touch.up(now), now))
        chosen = [(cell, at) for cell, at in got if cell]
        wanted = meant(timing, path, now) if began >= last + timing.repeat else None
        assert [cell for cell, _ in chosen] == ([wanted[0]] if wanted else [])
        if wanted:
            assert abs(chosen[0][1] - wanted[1]) < TINY
            last = chosen[0][1]


def woken(touch: TouchFilter, until: float) -> list[tuple[str, float]]:
    deadline = touch.deadline
    return [(touch.wake(deadline), deadline)] if deadline is not None and deadline <= until else []


def meant(
    timing: TouchTiming, path: list[tuple[str, float]], end: float
) -> tuple[str, float] | None:
    """The cell and the moment that a contact along ``path`` chooses."""
    first = path[0][0]
    stays: list[tuple[str, float]] = []  # where it counts as being, and since when
    for cell, at in path:
        counted = cell if timing.slides or cell == first else ""
        if not stays or stays[-1][0] != counted:
            stays.append((counted, at))
    ends = [at for _, at in stays[1:]] + [end]
    if timing.on_press:
        for (cell, since), until in zip(stays, ends, strict=True):
            if cell and since + timing.hold <= until:
                return cell, since + timing.hold
        return None
    cell, since = stays[-1]
    return (cell, end) if cell and end - since >= timing.hold - TINY / 2 else None


@given(
    st.sampled_from([0.3, 1.0]),
    st.sampled_from([0.0, 0.5]),
    st.lists(st.tuples(PAUSES, st.sampled_from(CELLS)), max_size=20),
)
def test_a_dwell_chooses_what_was_rested_on_and_once(
    time: float, repeat: float, moves: list[tuple[float, str]]
) -> None:
    dwell, now, here = Dwell(DwellTiming(time, repeat)), 0.0, ""
    since = 0.0
    chosen: list[tuple[str, float]] = []
    left: dict[str, float] = {}  # when a cell was last left for longer than a flicker
    rested = {cell: 0.0 for cell in CELLS}
    for pause, cell in [*moves, (5.0, "")]:
        until = now + pause
        while (deadline := dwell.deadline) is not None and deadline <= until:
            assert deadline >= now - TINY, "woken for what is long past"
            now = max(now, deadline)
            if found := dwell.wake(now):
                assert found == here, "only what the pointer is on is chosen"
                total = rested[found] + now - since
                assert total >= time - TINY
                chosen.append((found, now))
        # Uninterrupted rest for the dwell time is never lost.
        if here and until - since >= time + TINY:
            assert any(one == here and at >= since - FLICKER - repeat for one, at in chosen) or (
                here in {one for one, _ in chosen} and since - left.get(here, 0.0) <= FLICKER + TINY
            )
        now = until
        if cell != here:
            rested[here] += now - since
            left[here] = now
            since, here = now, cell
        dwell.over(cell, now)
    for (one, at), (other, later) in zip(chosen, chosen[1:], strict=False):
        assert later - at >= time - FLICKER - TINY or one != other
    if not repeat:
        for one in ("A", "B"):
            times = [at for cell, at in chosen if cell == one]
            for at, later in zip(times, times[1:], strict=False):
                assert away(moves, one, at, later) > FLICKER - TINY, "it was never left"


def away(moves: list[tuple[float, str]], cell: str, start: float, end: float) -> float:
    """The longest time between the two moments that the pointer was not on the cell."""
    spans: list[tuple[float, float]] = []
    now, here, since = 0.0, "", 0.0
    for pause, following in moves:
        now += pause
        if following != here:
            if here != cell:
                spans.append((since, now))
            here, since = following, now
    if here != cell:
        spans.append((since, end))
    merged: list[tuple[float, float]] = []
    for begin, stop in spans:
        if merged and begin - merged[-1][1] <= 1e-12:
            merged[-1] = (merged[-1][0], stop)
        else:
            merged.append((begin, stop))
    inside = [min(stop, end) - max(begin, start) for begin, stop in merged]
    return max(inside, default=0.0)
