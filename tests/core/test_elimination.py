"""Elimination scanning with two and four switches (G33, G69)."""

from __future__ import annotations

import pytest

from aac.core.scan_choice import tree_of
from aac.core.scan_tree import Item, Leaf, Offered
from aac.core.session import Session
from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder
from aac.model.declared import Value
from aac.model.settings import Settings, with_values
from aac.model.view import Work
from tests.scan_script import Played, started
from tests.small_boards import board, boards

EIGHT = boards(board("home", "A B C D", "E F G H"), strip=())
TWO, FOUR = ({"scan_method": f"elimination_{n}"} for n in (2, 4))
COUNTS = [2, 4]


def parts(played: Played) -> list[str]:
    return [" ".join(sorted(cell or "<" for cell in part)) for part in played.view.parts]


def test_each_press_keeps_one_half_until_a_cell_is_left() -> None:
    played = started(EIGHT, **TWO)
    assert parts(played) == ["A B C D", "E F G H"]
    assert not played.view.lit and not played.view.group
    played.play("0.5 tap 2 |   phase scanning")
    assert parts(played) == ["E F", "G H"]
    played.play("1.0 tap 1")
    assert parts(played) == ["E", "F"]
    played.play("1.5 tap 2 |   says F\n2.0 spoken |   phase scanning")
    assert parts(played) == ["A B C D", "E F G H"]


def test_four_switches_keep_quarters() -> None:
    played = started(EIGHT, **FOUR)
    assert parts(played) == ["A B", "C D", "E F", "G H"]
    played.play("0.5 tap 3\n1.0 tap 1 |   says E")


def test_a_wrong_press_is_mended_by_waiting_by_another_switch_and_by_a_long_press() -> None:
    played = started(EIGHT, narrow_wait=5.0, **TWO).play("0.5 tap 2\n1.0 tap 1")
    played.play("6.0 - |")
    assert parts(played) == ["A B C D", "E F G H"]
    played.play("7.0 tap 2\n7.5 tap 1\n8.0 tap 3 |")
    assert parts(played) == ["E F", "G H"]
    played.play("8.5 tap 3 |\n9.0 tap 3 |")
    assert parts(played) == ["A B C D", "E F G H"]
    played = started(EIGHT, long_press=True, **TWO).play("0.5 tap 2\n1.0 press 1\n2.8 release 1 |")
    assert parts(played) == ["A B C D", "E F G H"]


def test_no_time_runs_while_nothing_was_kept() -> None:
    played = started(EIGHT, **FOUR)
    assert played.session.deadline is None


def test_an_offered_word_that_is_not_there_moves_nothing() -> None:
    every = boards(board("home", "A B C D", "+e +f +g +h", spelling=True), strip=())
    four = {"prediction_after": 0, "predictions": 4, "likely_letters": 0, **FOUR}
    full = started(every, **four).play("0.0 words and all are at")
    few = started(every, **four).play("0.0 words and")
    assert parts(full) == ["word-1 word-2 word-3", "A B word-4", "+e C D", "+f +g +h"]
    assert parts(few) == ["word-1", "A B", "+e C D", "+f +g +h"]
    for played in (full, few):
        played.play("0.5 tap 1\n1.0 tap 1")
        assert played.view.message == "And "


def test_the_number_of_a_part_that_is_empty_does_nothing() -> None:
    every = boards(board("home", "A B C D", "+e +f +g +h", spelling=True), strip=())
    four = {"prediction_after": 0, "predictions": 4, "likely_letters": 0, **FOUR}
    played = started(every, **four).play("0.0 words and\n0.5 tap 1")
    assert parts(played) == ["word-1", "", ""]
    played.play("1.0 tap 2 |\n1.5 tap 4 |")
    assert parts(played) == ["word-1", "", ""]
    assert played.view.message == ""


def test_words_do_not_change_once_a_part_was_kept() -> None:
    every = boards(board("home", "A B C D", "+e +f +g +h", spelling=True), strip=())
    played = started(every, prediction_after=0, **TWO).play("0.0 words and all\n0.5 tap 1")
    played.play("0.6 partner x\n0.7 words but bit")
    assert [word and word.label for word in played.view.words][:2] == ["And", "All"]
    played.play("1.0 tap 2\n11.0 -")
    assert [word and word.label for word in played.view.words][:2] == ["But", "Bit"]


def test_a_whole_phrase_has_its_number_from_the_beginning() -> None:
    every = boards(board("home", "A B C D", "+e +f +g +h", spelling=True), strip=())
    off = started(every, **FOUR)
    on = started(every, phrase_offer=True, **FOUR)
    assert parts(off) != parts(on)


def test_a_hidden_cell_keeps_its_number() -> None:
    filled = boards(board("home", "A history#1 C D", "E F G H"), strip=())
    full, none = (
        started(filled, Work(history=said), **TWO).play("0.5 tap 1") for said in (("Hi.",), ())
    )
    assert parts(full) == ["A history#1", "C D"]
    assert parts(none) == ["A", "C D"]


@pytest.mark.parametrize("count", COUNTS)
def test_a_question_is_confirmed_by_one_switch_refused_by_two_and_by_waiting(count: int) -> None:
    every = boards(board("home", "+a :clear", "B C"), strip=())
    method = {"scan_method": f"elimination_{count}"}
    played = started(every, **method).touch("+a", ":clear")
    assert parts(played) == [":clear", "<"]
    played.play("0.5 tap 2 |   text A^")
    assert played.view.asking is None
    started(every, **method).touch("+a", ":clear").play("10.0 - |   text A^")
    started(every, **method).touch("+a", ":clear").play("0.5 tap 1 |   text ^")
    started(every, **method).touch("+a", ":clear").play("0.5 tap 3 |   text A^   asks :clear")


def test_a_press_that_is_judged_lights_the_part_that_it_would_keep() -> None:
    played = started(EIGHT, acceptance=0.5, **FOUR).play("0.5 press 2 | C D")
    assert played.view.accepting
    played.play("0.8 release 2 |   phase scanning")
    assert not played.view.accepting and parts(played)[0] == "A B"


def test_presses_that_were_made_before_the_screen_was_there_keep_nothing() -> None:
    played = started(EIGHT, **FOUR).play("0.5 tap 1\n1.0 tap 1 |   says A\n2.0 spoken |")
    played.play("2.1 press 2 @1.9 |")
    assert parts(played) == ["A B", "C D", "E F", "G H"]


def test_two_quick_presses_both_count_though_they_were_heard_of_late() -> None:
    played = started(EIGHT, **FOUR)
    played.play("1.0 press 3 @0.5\n1.0 press 2 @0.7 |   says F")


def test_at_rest_a_press_only_wakes_and_an_empty_board_has_no_parts() -> None:
    every = boards(board("home", "A B", "C :rest"), strip=())
    played = started(every, **TWO).play("0.1 touch :rest |   phase resting\n1.0 tap 1 |")
    assert parts(played) == ["A B", ":rest C"]
    empty = started(boards(board("home", ". ."), strip=()), **TWO)
    assert parts(empty.play("0.5 tap 1 |   phase ready")) == []


def test_the_scan_may_wait_for_a_press() -> None:
    played = started(EIGHT, scan_start="manual", **TWO)
    assert parts(played) == []
    assert parts(played.play("0.5 tap 1 |")) == ["A B C D", "E F G H"]


# ------------------------------------------------------------------- the shipped boards

LIBRARY = load_library([ObfFormat()], boards_folder()).boards


def presses(board_id: str, method: dict[str, str], **settings: Value) -> dict[str, str]:
    """The code of each cell: the numbers on it, from the first press to the last."""
    every = with_values(Settings(), {**method, **settings})
    view = Session(LIBRARY, every, Work(board=board_id)).view
    found: dict[str, str] = {}

    def walk(item: Item, code: str) -> None:
        if isinstance(item, Leaf):
            found[item.cell_id] = code
            return
        for n, one in enumerate(item.items, start=1):
            walk(one, f"{code}{n}")

    walk(tree_of(view.board, view.strip, Offered((None,) * 6, (None,) * 6), every), "")
    return found


@pytest.mark.parametrize("method", [TWO, FOUR], ids=["two", "four"])
@pytest.mark.parametrize("board_id", sorted(LIBRARY.boards))
def test_every_cell_has_a_code_of_its_own_and_call_is_near(
    board_id: str, method: dict[str, str]
) -> None:
    found = presses(board_id, method)
    assert len(set(found.values())) == len(found)
    longest = max(map(len, found.values()))
    assert longest <= (7 if method is TWO else 4)
    for cell in LIBRARY.strip:
        assert len(found[cell.id]) <= 4, "G34"
