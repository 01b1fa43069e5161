"""Finding text and dead links; the walk of the scan and its preview."""

from __future__ import annotations

from dataclasses import replace

import pytest

from aac.core.cost import cell_costs
from aac.core.editing.looking import dead_ends, found_in
from aac.core.editing.preview import Preview
from aac.core.editing.walked import walked
from aac.model.board import Cell, SayPhrase, Template
from aac.model.settings import Settings
from tests.small_boards import STRIP, board

PLAIN = Settings(
    scan_time=1.0,
    first_row_extra=0.0,
    first_cell_extra=0.0,
    scan_pattern="row_column",
    back_cells=False,
    late_press_grace=0.0,
)
TEA = Cell("tea", "Tea", SayPhrase("A cup of tea, please."))
FOOD = board("food", "tea A", ". (Hidden)", cells={"tea": TEA})


def test_text_is_found_in_labels_in_what_is_said_and_in_the_names_of_boards() -> None:
    assert [found.place for found in found_in(FOOD, "CUP  of")] == [(0, 0)]
    assert [found.place for found in found_in(FOOD, "hid")] == [(1, 1)]
    assert [found.place for found in found_in(FOOD, "food")] == [None]
    assert list(found_in(FOOD, "  ")) == []
    assert list(found_in(FOOD, "coffee")) == []


def test_links_that_lead_nowhere_are_listed() -> None:
    tell = Cell("tell", "Tell", Template("{a} {b}", ("people", "")), opens="gone")
    one = board("one", ">food >lost", "tell", cells={"tell": tell})
    found = list(dead_ends(one, {"food", "people"}.__contains__))
    assert [(each.place, each.text) for each in found] == [
        ((0, 1), "lost › lost"), ((1, 0), "Tell › gone")]  # fmt: skip


def test_the_numbers_are_the_places_in_the_walk_and_the_strip_counts() -> None:
    seen = walked(board("home", "A B", "(X) C", "D E F"), STRIP, PLAIN)
    assert dict(seen.numbers) == {
        "A": "2·1", "B": "2·2", "C": "3", "D": "4·1", "E": "4·2", "F": "4·3"}  # fmt: skip
    assert seen.pattern == "row_column"
    assert (seen.costs["E"].steps, seen.costs["E"].presses, seen.costs["E"].seconds) == (6, 2, 6.0)
    assert seen.mean is not None and seen.mean.steps == pytest.approx((3 + 4 + 3 + 5 + 6 + 7) / 6)


def test_the_groups_are_what_is_lit_together_and_the_strip_is_none_of_them() -> None:
    one = board("home", "A B", "(X) C", "D E", "F G", "H I")
    rows = walked(one, STRIP, PLAIN).groups
    assert [set(group) for group in rows] == [set("AB"), set("DE"), set("FG"), set("HI")]
    blocks = walked(one, STRIP, replace(PLAIN, scan_pattern="block_row_column")).groups
    assert [set(group) for group in blocks] == [
        set("ABC"), set("AB"), set("DE"), set("FGHI"), set("FG"), set("HI")]  # fmt: skip
    assert walked(one, STRIP, replace(PLAIN, scan_pattern="linear")).groups == ()
    assert walked(one, STRIP, replace(PLAIN, scan_method="directed_4")).groups == ()


def test_a_method_without_a_walk_has_presses_only() -> None:
    seen = walked(board("home", "A B"), STRIP, replace(PLAIN, scan_method="directed_4"))
    assert dict(seen.numbers) == {} and seen.pattern == ""
    assert seen.costs["A"].steps is None and seen.costs["A"].presses > 0


def test_steps_of_a_letter_are_told_where_the_board_has_the_letters() -> None:
    letters = board("abc", "+_ +a +b +c +d +e +f +g +h", "+i +j +k +l +m +n +o +p +q",
                    "+r +s +t +u +v +w +x +y +z", spelling=True)  # fmt: skip
    assert walked(letters, STRIP, PLAIN).per_letter is not None
    assert walked(FOOD, STRIP, PLAIN).per_letter is None
    assert walked(board("none", "."), STRIP, PLAIN).mean is None


def test_the_light_of_the_preview_walks_as_the_scan_will() -> None:
    home = board("home", "A B", "C D")
    light = Preview(home, STRIP, PLAIN, 10.0)
    assert light.shown().strip_lit and light.deadline == 11.0
    light.wake(11.0)
    assert light.shown().lit == {"A", "B"}
    light.wake(12.0)
    light.press(12.5)
    assert light.shown().lit == {"C"} and light.shown().group == {"C", "D"}
    light.wake(13.5)
    light.press(14.0)
    shown = light.shown()
    assert (shown.chosen, shown.steps, shown.seconds) == ("D", 5, 4.0)
    assert shown.strip_lit  # and it begins anew
    assert cell_costs(home, PLAIN, STRIP)["D"].steps == 5


def test_the_preview_never_rests() -> None:
    light = Preview(board("home", "A B", "C D"), STRIP, PLAIN, 0.0)
    for _ in range(200):
        assert light.deadline is not None
        light.wake(light.deadline)
        assert light.shown().lit or light.shown().strip_lit


@pytest.mark.parametrize(
    "method",
    ["automatic", "inverse", "step", "overscan", "two_switch", "directed_3", "directed_4",
     "directed_5", "elimination_2", "elimination_4"],
)  # fmt: skip
def test_every_method_can_be_watched(method: str) -> None:
    light = Preview(FOOD, STRIP, replace(PLAIN, scan_method=method), 0.0)
    now = 0.0
    for _ in range(20):
        light.press(now)
        now += 0.2
        light.release(now)
        light.shown()
        if light.deadline is not None:
            now = max(now, light.deadline)
            light.wake(now)


def test_an_empty_board_has_nothing_to_light() -> None:
    light = Preview(board("none", "."), (), PLAIN, 0.0)
    assert light.deadline is None
    light.press(1.0)
    assert light.shown().lit == frozenset()
