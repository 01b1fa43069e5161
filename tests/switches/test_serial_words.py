"""Promises of what a microcontroller sends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.switches.serial_words import LONGEST, Movement, SerialWords, Word

PRESS, RELEASE, TAP = Movement.PRESS, Movement.RELEASE, Movement.TAP


@pytest.mark.parametrize(
    ("received", "words"),
    [
        (b"+foot\n-foot\r\n", [("foot", PRESS), ("foot", RELEASE)]),
        (b"foot\n\n  \r\nhand\n", [("foot", TAP), ("hand", TAP)]),
        (b"foot", []),
        (b"+\n", []),
        (b"\xff\xfe\n", [("\ufffd\ufffd", TAP)]),
    ],
)
def test_lines_are_words(received: bytes, words: list[Word]) -> None:
    assert SerialWords(by_letter=False).feed(received) == words


def test_a_line_that_comes_in_pieces_is_one_word() -> None:
    serial = SerialWords(by_letter=False)
    assert [word for byte in b"+foot\n" for word in serial.feed(bytes([byte]))] == [("foot", PRESS)]


def test_a_line_that_never_ends_is_thrown_away_and_the_next_one_counts() -> None:
    serial = SerialWords(by_letter=False)
    assert serial.feed(b"x" * (LONGEST + 1)) == []
    assert serial.feed(b"foot\nfoot\n") == [("foot", TAP)]
    assert serial.feed(b"y" * 1000 + b"\nfoot\n") == [("foot", TAP)]


def test_another_device_does_not_go_on_with_the_word_of_the_last_one() -> None:
    serial = SerialWords(by_letter=False)
    serial.feed(b"+fo")
    serial.forget()
    assert serial.feed(b"foot\n") == [("foot", TAP)]


def test_letters_need_no_new_line() -> None:
    serial = SerialWords(by_letter=True)
    assert serial.feed(b"a+b-b \n\x01c") == [
        ("a", TAP), ("b", PRESS), ("b", RELEASE), ("01", TAP), ("c", TAP),
    ]  # fmt: skip
    assert serial.feed(b"+") == []
    assert serial.feed(b"a") == [("a", PRESS)]


@given(st.lists(st.binary(max_size=60)), st.booleans())
def test_whatever_comes_words_are_short_and_pieces_do_not_matter(
    pieces: list[bytes], by_letter: bool
) -> None:
    apart, whole = SerialWords(by_letter=by_letter), SerialWords(by_letter=by_letter)
    words = [word for piece in pieces for word in apart.feed(piece)]
    assert all(0 < len(name) <= LONGEST for name, _ in words)
    if not any(len(line) > LONGEST for line in b"".join(pieces).split(b"\n")):
        assert words == whole.feed(b"".join(pieces))
