"""Promises of the lines that say what each switch does: none is silently left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.model.switch_map import (
    CONTACTS,
    EXAMPLES,
    Direct,
    DirectKind,
    FaultKind,
    Line,
    contact_name,
    understood,
)
from aac.model.switch_words import MAP_FAULTS, map_fault_text

SPEAK, CALL = Direct(DirectKind.SPEAK), Direct(DirectKind.CALL)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("gamepad:0 = 1", ("gamepad", "0", 1)),
        ("Gamepad:007=5", ("gamepad", "7", 5)),
        ("gamepad:left = 2", ("gamepad", "left", 2)),
        ("gamepad:axis2+ = 2", ("gamepad", "axis2+", 2)),
        ("serial:CTS = 2", ("serial", "cts", 2)),
        ("serial:Foot = 2", ("serial", "Foot", 2)),
        ("key:F9 = call", ("key", "f9", CALL)),
        ("key:f9 = Bell", ("key", "f9", CALL)),
        ("sound = 1", ("sound", "", 1)),
        ("socket:speak = speak", ("socket", "speak", SPEAK)),
        ("key:mouse_back = rest", ("key", "mouse_back", Direct(DirectKind.REST))),
        ("key:a = undo", ("key", "a", Direct(DirectKind.UNDO))),
        (
            "key:f8 = say:  I need  help = now ",
            ("key", "f8", Direct(DirectKind.SAY, "I need help = now")),
        ),
    ],
)
def test_a_line_is_understood(text: str, line: tuple[str, str, int | Direct]) -> None:
    assert understood([text]) == ((Line(1, *line),), ())


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("gamepad:0", FaultKind.NO_EQUALS, ""),
        ("eyes:left = 1", FaultKind.UNKNOWN_SOURCE, "eyes"),
        ("= 1", FaultKind.UNKNOWN_SOURCE, ""),
        ("gamepad:fire = 1", FaultKind.UNKNOWN_CONTACT, "gamepad:0"),
        ("gamepad = 1", FaultKind.UNKNOWN_CONTACT, "gamepad:0"),
        ("key: = 1", FaultKind.UNKNOWN_CONTACT, "key:f9"),
        ("serial:+a = 1", FaultKind.UNKNOWN_CONTACT, "serial:cts"),
        ("sound:loud = 1", FaultKind.UNKNOWN_CONTACT, "sound"),
        ("socket:a b = 1", FaultKind.UNKNOWN_CONTACT, "socket:speak"),
        ("sound = 6", FaultKind.UNKNOWN_TARGET, "6"),
        ("sound = 0", FaultKind.UNKNOWN_TARGET, "0"),
        ("sound =", FaultKind.UNKNOWN_TARGET, ""),
        ("sound = sing", FaultKind.UNKNOWN_TARGET, "sing"),
        ("sound = say", FaultKind.UNKNOWN_TARGET, "say"),
        ("sound = say: ", FaultKind.NOTHING_TO_SAY, ""),
    ],
)
def test_a_line_that_is_not_is_named_by_its_number_and_the_others_work(
    text: str, kind: FaultKind, detail: str
) -> None:
    lines, (fault,) = understood(["sound = 2", text, "key:a = 1"])
    assert [line.number for line in lines] == [1, 3]
    assert (fault.number, fault.kind, fault.detail) == (2, kind, detail)
    assert "Line 2" in map_fault_text(fault)


def test_one_switch_cannot_do_two_things() -> None:
    lines, (fault,) = understood(["sound = 1", "sound = call", "sound = 1"])
    assert [line.target for line in lines] == [1]
    assert (fault.number, fault.kind, fault.detail) == (2, FaultKind.TWICE, "1")


def test_a_key_of_the_usual_switches_cannot_do_something_else() -> None:
    keys = ("space", "enter", "", "", "")
    lines, faults = understood(["key:Return = call", "key:space = 1", "key:esc = 2"], keys=keys)
    assert [(fault.number, fault.kind, fault.detail) for fault in faults] == [
        (1, FaultKind.KEY_TAKEN, "2")
    ]
    assert [line.contact for line in lines] == ["space", "escape"]


def test_other_sources_may_be_named_where_they_are_installed() -> None:
    lines, faults = understood(["eyes:left = 1", "ears = 2"], others=("eyes",))
    assert lines == (Line(1, "eyes", "left", 1),)
    assert [fault.number for fault in faults] == [2]


def test_what_is_shown_as_the_name_of_a_switch_can_be_written_in_a_line() -> None:
    for source, example in EXAMPLES.items():
        ((line,), faults) = understood([f"{example} = 1"])
        assert not faults
        assert contact_name(line.source, line.contact) == example
        assert line.source == source
    assert EXAMPLES.keys() == CONTACTS.keys()


def test_every_fault_has_its_words() -> None:
    assert set(MAP_FAULTS) == set(FaultKind)


@given(st.lists(st.text(max_size=30) | st.sampled_from(["key:a = 1", "sound = call", "key:a = 2"])))
def test_every_line_is_used_or_named(texts: list[str]) -> None:
    lines, faults = understood(texts)
    told = {line.number for line in lines} | {fault.number for fault in faults}
    again = {
        number
        for number, text in enumerate(texts, start=1)
        if understood([text])[0]
        and any(
            (line.source, line.contact, line.target) == (one.source, one.contact, one.target)
            for line in lines
            for one in understood([text])[0]
        )
    }
    written = {number for number, text in enumerate(texts, start=1) if text.strip()}
    assert told | again == written
