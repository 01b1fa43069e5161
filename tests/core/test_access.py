"""One person, several methods, each with its own timing (guidance G1, G7)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.access import TIMING, as_wished, other_method, switch_method, with_method
from aac.core.kept_timing import bring_out, kept_under, put_away
from aac.files.store import Store
from aac.model.declared import Choice, Kept, Value
from aac.model.events import SaveSettings, SettingsChanged
from aac.model.notice import Notice, NoticeKind
from aac.model.plain_settings import from_plain, to_plain
from aac.model.pointer_settings import POINTERS
from aac.model.settings import BY_KEY, Settings, checked, with_values
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+i +w +a +n", "+_ :method :other_method :slower", ":faster +b", spelling=True),
    strip=STRIP,
)
declared = BY_KEY["scan_method"]
assert isinstance(declared, Choice)
METHODS = tuple(declared.options)
some_timing = st.fixed_dictionaries(
    {
        "scan_time": st.floats(0.1, 20.0),
        "first_row_extra": st.none() | st.floats(0.0, 3.0),
        "loops_in_row": st.integers(1, 5),
        "loops_endless": st.booleans(),
        "acceptance": st.floats(0.0, 2.0),
    }
)


def timing(settings: Settings) -> dict[str, Value]:
    return {key: getattr(settings, key) for key in TIMING}


# ------------------------------------------------------------------- the guidance's own test


def test_from_touch_to_one_switch_text_and_board_stay_and_the_scan_runs() -> None:
    """G1: type "I wan", change touch to one switch; text and board unchanged; scanning runs."""
    played = started(HOME, scan_method="touch")
    played.touch("+i", "+_", "+w", "+a", "+n")
    before = played.view
    played.play(
        """
        1.0 tap | Yes No Call Undo strip-other-method   notice method One switch, automatic
        2.0 -   | +i +w +a +n   text I wan^
        """
    )
    assert played.view.board == replace(before.board, grid=played.view.board.grid)
    assert played.view.settings.voice == before.settings.voice
    assert played.every(SaveSettings)[-1].settings.scan_method == "automatic"


# ------------------------------------------------------------------------- cells and presses


def test_one_cell_leads_from_switch_to_pointer_and_back() -> None:
    played = started(HOME, scan_method="step", pointer_method="dwell")
    seen = [played.touch(":other_method").view.settings.scan_method for _ in range(3)]
    assert seen == ["dwell", "step", "dwell"]
    assert started(HOME).touch(":other_method").view.settings.scan_method == "touch"


def test_the_method_cell_stays_among_pointers_or_among_switch_methods() -> None:
    played = started(HOME, scan_method="touch")
    seen = [played.touch(":method").view.settings.scan_method for _ in range(3)]
    assert seen == ["dwell", "touch", "dwell"]
    played = started(HOME)
    seen = [played.touch(":method").view.settings.scan_method for _ in range(3)]
    assert seen == ["inverse", "step", "automatic"]


def test_undo_takes_a_change_of_method_back_with_its_timing() -> None:
    played = started(HOME).touch(":slower")
    before = played.view.settings
    assert played.touch(":method", "Undo").view.settings == before
    assert played.touch(":other_method", "Undo").view.settings == before


def test_a_press_is_not_undone() -> None:
    played = started(HOME, scan_method="touch").touch("+i", "+w").play("1.0 tap").touch("Undo")
    assert played.view.message == "I"
    assert played.view.settings.scan_method == "automatic"


def test_slower_and_faster_change_the_time_of_the_method_in_use() -> None:
    lit = "Yes No Call Undo strip-other-method"
    play("0.1 touch :slower |   notice dwell_time 1.10", HOME, scan_method="dwell")
    play("0.1 touch :faster |   notice dwell_time 0.91", HOME, scan_method="dwell")
    played = play("0.1 touch :slower |   notice touch_hold 0.10", HOME, scan_method="touch")
    played.play("0.2 touch :faster |   notice touch_hold 0.00")
    played.play("0.3 touch :faster |   notice touch_hold 0.00")
    assert played.view.settings.scan_time == 1.0
    played.play(f"1.0 tap | {lit}   notice method One switch, automatic")
    played.play(f"1.5 touch :slower | {lit}   notice speed 1.10")


@pytest.mark.parametrize(("start", "cell", "end"), [(5.0, ":slower", 5.0), (0.3, ":faster", 0.3)])
def test_the_dwell_time_stays_within_its_limits(start: float, cell: str, end: float) -> None:
    played = started(HOME, scan_method="dwell", dwell_time=start).touch(cell)
    assert played.view.settings.dwell_time == end


# ---------------------------------------------------------------------- timing of one's own


def test_each_method_has_its_own_timing() -> None:
    played = started(HOME).touch(":slower", ":slower")  # automatic: 1.21
    played.touch(":method").touch(":faster")  # inverse begins with the same
    assert played.view.settings.scan_time == pytest.approx(1.1)
    played.touch(":method", ":method")
    assert (played.view.settings.scan_method, played.view.settings.scan_time) == ("automatic", 1.21)
    played.touch(":method")
    assert played.view.settings.scan_time == pytest.approx(1.1)


def test_a_pointer_leaves_the_timing_of_the_switch_alone() -> None:
    """What is set for the switch while pointing holds when it is pressed, and after."""
    settings = with_method(with_values(Settings(), {"scan_time": 2.0}), "dwell")
    settings = as_wished(settings, with_values(settings, {"acceptance": 0.3}))
    again = with_method(settings, switch_method(settings))
    assert (again.scan_time, again.acceptance) == (2.0, 0.3)
    assert with_method(with_method(again, "touch"), "automatic").acceptance == 0.3


@given(st.lists(st.tuples(st.sampled_from(METHODS), some_timing), max_size=12))
def test_whatever_the_order_of_methods_each_gets_its_timing_back(
    visits: list[tuple[str, dict[str, Value]]],
) -> None:
    settings, known = Settings(), {"automatic": timing(Settings())}
    for method, values in visits:
        settings = with_method(settings, method)
        if method in POINTERS:
            continue
        if method in known:
            assert timing(settings) == known[method]
        settings = as_wished(settings, with_values(settings, values))
        known[method] = timing(settings)
        assert switch_method(settings) == method
    for method in known:
        settings = with_method(settings, method)
        assert timing(settings) == known[method]
        found, bad = from_plain(to_plain(settings))
        assert (found, bad) == (settings, ())


@given(st.sampled_from(METHODS), st.sampled_from(METHODS))
def test_there_and_back_are_one_step_each(first: str, second: str) -> None:
    settings = with_method(with_method(Settings(), first), second)
    assert settings.scan_method == second
    there = with_method(settings, other_method(settings))
    assert there.pointing != settings.pointing
    assert with_method(there, other_method(there)).scan_method == second


def test_a_helper_who_changes_the_method_gets_its_timing_and_may_set_another() -> None:
    played = started(HOME, scan_time=1.0).touch(":slower")
    for method in ("step", "automatic"):
        wished = with_values(played.view.settings, {"scan_method": method})
        played.do(SettingsChanged(wished))
    assert played.view.settings.scan_time == 1.1
    wished = with_values(played.view.settings, {"scan_method": "step", "scan_time": 3.0})
    played.do(SettingsChanged(wished))
    assert (played.view.settings.scan_method, played.view.settings.scan_time) == ("step", 3.0)


def test_what_was_put_away_under_a_name_is_brought_out_alone() -> None:
    """For presets as for methods: other keys and other names stay."""
    fresh = put_away(
        with_values(Settings(), {"scan_time": 1.0}), "fresh", ["scan_time", "lock_out"]
    )
    tired = put_away(with_values(fresh, {"scan_time": 2.0}), "tired", ["scan_time"])
    out = bring_out(with_values(tired, {"lock_out": 1.0}), "fresh", ["scan_time"])
    assert (out.scan_time, out.lock_out) == (1.0, 1.0)
    assert kept_under(out, "tired") == {"scan_time": 2.0}
    assert bring_out(out, "nobody", ["scan_time"]) == out
    again = put_away(out, "tired", ["scan_time"])
    assert [kept.name for kept in again.kept_timing] == ["fresh", "tired"]
    assert kept_under(again, "tired") == {"scan_time": 1.0}


# ------------------------------------------------------------------------------- on the disk


def test_timing_survives_a_restart(tmp_path: Path) -> None:
    store = Store(*(tmp_path / name for name in ("settings.json", "work.json", "measures.json")))
    settings = with_method(with_values(Settings(), {"scan_time": 2.5}), "step")
    settings = with_method(with_values(settings, {"scan_time": 0.7}), "dwell")
    store.write_settings(settings)
    found, notices = store.read_settings()
    assert (found, notices) == (settings, [])
    assert with_method(found, "automatic").scan_time == 2.5


@pytest.mark.parametrize(
    "damaged",
    [
        {"name": "step", "values": [["scan_time", 99.0], ["lock_out", 1.0]]},
        {"name": "step", "values": [["no_such_key", 1.0], ["lock_out", 1.0]]},
        {"name": "step", "values": ["lock", 7, None, ["lock_out", 1.0]]},
        {"name": "step", "values": [["kept_timing", []], ["lock_out", 1.0]]},
        {"name": "step", "values": [[["lock_out"], 2.0], ["lock_out", 1.0]]},
    ],
)
def test_a_damaged_value_costs_itself_alone(damaged: dict[str, object]) -> None:
    good = {"name": "inverse", "values": [["scan_time", 2.0]]}
    found, bad = from_plain({"kept_timing": [damaged, good, damaged]})
    assert bad == ("kept_timing",)
    assert found.kept_timing == (
        Kept("step", (("lock_out", 1.0),)),
        Kept("inverse", (("scan_time", 2.0),)),
    )


@pytest.mark.parametrize("damaged", [None, 3, "x", [3], [None], [{"name": 1}], [{}], {"a": 1}])
def test_damaged_timing_is_replaced_and_told(damaged: object, tmp_path: Path) -> None:
    found, bad = from_plain({"kept_timing": damaged, "scan_time": 2.0})
    assert (found.kept_timing, found.scan_time, bad) == ((), 2.0, ("kept_timing",))
    path = tmp_path / "settings.json"
    path.write_text('{"settings": {"kept_timing": 3, "switch_method": "dwell"}}')
    _, notices = Store(path, tmp_path / "work.json", tmp_path / "measures.json").read_settings()
    assert notices == [
        Notice(NoticeKind.SETTING_REPLACED, BY_KEY[key].label)
        for key in ("kept_timing", "switch_method")
    ]


def test_too_many_names_are_no_timing_of_ours() -> None:
    many = [{"name": str(n), "values": []} for n in range(101)]
    with pytest.raises(ValueError, match="kept_timing"):
        checked("kept_timing", many)
    assert len(from_plain({"kept_timing": many})[0].kept_timing) == 100
