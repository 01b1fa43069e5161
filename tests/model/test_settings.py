"""Every setting is declared once, with limits that hold (guidance, table of settings)."""

from __future__ import annotations

import json
from dataclasses import fields
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.model.checking import MOST_TEXTS
from aac.model.declared import Choice, KeptValues, Number, Switch, Text, Texts, Value
from aac.model.kept import KEPT
from aac.model.plain_settings import from_plain, to_plain
from aac.model.settings import BY_KEY, GROUPS, Settings, checked, with_values
from aac.model.tuning_settings import UNSEEN

NUMBERS = [declared for declared in BY_KEY.values() if isinstance(declared, Number)]


def test_every_setting_has_one_declaration() -> None:
    keys = [declared.key for group in (*GROUPS.values(), KEPT, UNSEEN) for declared in group]
    assert sorted(keys) == sorted(field.name for field in fields(Settings))


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_the_default_of_every_setting_is_one_of_its_values(key: str) -> None:
    default = getattr(Settings(), key)
    assert checked(key, default) == default


@pytest.mark.parametrize("key", sorted(BY_KEY))
def test_every_setting_has_a_label_that_ends_without_a_stop(key: str) -> None:
    label = BY_KEY[key].label
    assert label and not label.endswith(".")


@pytest.mark.parametrize(
    ("key", "default", "low", "high"),
    [
        ("scan_time", 1.5, 0.1, 20.0),
        ("first_row_extra", None, 0.0, 3.0),
        ("first_cell_extra", None, 0.0, 3.0),
        ("loops_in_row", 2, 1, 5),
        ("loops_of_board", 3, 1, 10),
        ("debounce", 0.10, 0.0, 1.0),
        ("lock_out", 0.30, 0.0, 3.0),
        ("acceptance", 0.0, 0.0, 2.0),
        ("held_limit", 10.0, 3.0, 60.0),
        ("long_press_time", 1.5, 0.8, 8.0),
        ("long_press_call_time", 4.0, 0.8, 8.0),
        ("predictions", 6, 0, 8),
        ("likely_letters", 6, 0, 6),
        ("speech_rate", 0.9, 0.5, 1.5),
        ("bell_volume", 90.0, 30, 100),
        ("bell_repeat", 10.0, 5.0, 60.0),
        ("text_size", 28, 18, 96),
        ("highlight_width", 6, 2, 16),
    ],
)
def test_defaults_and_limits_are_those_of_the_guidance(
    key: str, default: float | None, low: float, high: float
) -> None:
    declared = BY_KEY[key]
    assert isinstance(declared, Number)
    assert (getattr(Settings(), key), declared.low, declared.high) == (default, low, high)


def test_other_defaults_are_those_of_the_guidance() -> None:
    usual = Settings()
    assert usual.scan_method == "automatic"
    assert usual.scan_start == "automatic"
    assert not usual.long_press
    assert not usual.three_presses_call
    assert usual.pause_while_speaking
    assert usual.back_cells
    assert not usual.loops_endless
    assert not usual.step_sound
    assert usual.accept_sound
    assert usual.speak_mode == "message"
    assert usual.prediction_after == 0
    assert usual.offer_scan == "rows"
    assert not usual.phrase_offer
    assert usual.learning
    assert usual.first_row_delay == usual.first_cell_delay == pytest.approx(0.75)
    assert not usual.strip_last_on_spelling


@pytest.mark.parametrize("declared", NUMBERS, ids=lambda declared: declared.key)
def test_a_number_keeps_within_its_limits(declared: Number) -> None:
    for good in (declared.low, declared.high):
        value = checked(declared.key, good)
        assert value == good
        assert isinstance(value, int if declared.whole else float)
    for bad in (declared.low - 0.01, declared.high + 0.01, nan, inf, True, "1", [], {}):
        with pytest.raises(ValueError):
            checked(declared.key, bad)
    if not declared.follows:
        with pytest.raises(ValueError):
            checked(declared.key, None)


@pytest.mark.parametrize(
    ("key", "bad"),
    [
        ("loops_in_row", 1.5),
        ("scan_method", "eyes"),
        ("scan_method", 1),
        ("back_cells", 1),
        ("back_cells", "yes"),
        ("voice", 3),
        ("voice", "v" * 200),
        ("people", "Ann"),
        ("people", ["Ann", 3]),
        ("people", [""]),
        ("people", ["A" * 200]),
        ("people", ["A"] * (MOST_TEXTS + 1)),
        ("switch_keys", ["space"]),
        ("switch_keys", None),
    ],
)
def test_bad_values_are_refused(key: str, bad: object) -> None:
    with pytest.raises(ValueError):
        checked(key, bad)


def test_a_switch_that_is_not_used_has_an_empty_key() -> None:
    keys = ["space", "", "", "f1", ""]
    assert checked("switch_keys", keys) == tuple(keys)


def test_keys_of_an_older_wren_are_kept_and_the_new_switches_are_unused() -> None:
    """It had two switches; nothing is replaced and nothing is told."""
    found, bad = from_plain({"switch_keys": ["f1", "mouse_left"]})
    assert found.switch_keys == ("f1", "mouse_left", "", "", "")
    assert bad == ()


@pytest.mark.parametrize("keys", [[], ["a"] * 6, [3], "space"])
def test_keys_that_are_no_list_of_switches_are_replaced(keys: object) -> None:
    found, bad = from_plain({"switch_keys": keys})
    assert found.switch_keys == Settings().switch_keys
    assert bad == ("switch_keys",)


def test_extra_times_follow_the_scan_time_up_to_their_limit() -> None:
    slow = Settings(scan_time=20.0)
    assert slow.first_row_delay == 3.0
    assert slow.grace == 1.0
    assert Settings(first_row_extra=0.2, late_press_grace=0.0).first_row_delay == 0.2
    assert Settings(late_press_grace=0.0).grace == 0.0


def test_the_strip_is_last_only_with_another_way_to_call() -> None:
    last = Settings(strip_on_spelling="last")
    assert not last.strip_last_on_spelling
    assert with_values(last, {"second_call_route": True}).strip_last_on_spelling
    assert not Settings(second_call_route=True).strip_last_on_spelling


def test_with_values_checks_each() -> None:
    assert with_values(Settings(), {"scan_time": 2}).scan_time == 2.0
    with pytest.raises(ValueError):
        with_values(Settings(), {"scan_time": 0})


def test_settings_come_back_from_disk_as_they_were() -> None:
    mine = with_values(Settings(), {"scan_time": 2.5, "people": ("Ann",), "first_row_extra": 1.0})
    assert from_plain(json.loads(json.dumps(to_plain(mine)))) == (mine, ())


def test_a_bad_value_is_replaced_by_the_default_and_told() -> None:
    plain = {"scan_time": -1, "theme": "pink", "scan_method": "step", "of_a_newer_wren": 1}
    found, bad = from_plain(plain)
    assert bad == ("scan_time", "theme")
    assert (found.scan_time, found.theme, found.scan_method) == (1.5, "dark", "step")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(sorted(BY_KEY)), anything))
def test_no_file_can_make_settings_that_are_not_valid(plain: dict[str, object]) -> None:
    found, bad = from_plain(plain)
    assert from_plain(to_plain(found)) == (found, ())
    usual = to_plain(Settings())
    assert all(to_plain(found)[key] == usual[key] for key in bad)


def test_every_kind_of_declaration_is_used() -> None:
    kinds: set[type] = {type(declared) for declared in BY_KEY.values()}
    assert kinds == {Number, Choice, Switch, Text, Texts, KeptValues}
    values: list[Value] = [getattr(Settings(), key) for key in BY_KEY]
    assert len(values) == len(fields(Settings))
