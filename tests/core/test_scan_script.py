"""The little language itself: a script that is wrong fails."""

from __future__ import annotations

import pytest

from tests.scan_script import ScriptError, play
from tests.small_boards import board, boards

HOUSE = boards(board("home", "A B", "C hello"), strip=())


def test_a_script_is_played_on_a_real_session() -> None:
    played = play(
        """
        0.0   press    | A
        0.2   release  | A
        1.0   -        | B
        2.0   -        | A
        3.0   -        | B
        4.0   -        | A B
        5.0   -        | C hello
        5.5   tap      | C
        6.5   -        | hello
        6.9   tap      |         says hello   phase speaking
        """,
        HOUSE,
    )
    assert played.said == ["hello"]


@pytest.mark.parametrize(
    "line",
    [
        "0.5 - | C hello",  # not the moment that was asked for
        "1.0 - | A B",  # another item is lit
        "1.0 - | C hello   says hello",  # nothing is said
        "1.5 press | A B",  # a deadline was passed over
        "1.0 - | C hello   phase resting",
        "1.0 - | C hello   colour red",
        "what is this",
    ],
)
def test_a_script_that_tells_something_else_fails(line: str) -> None:
    with pytest.raises(ScriptError):
        play(line, HOUSE)


def test_a_script_fails_where_something_is_said_that_it_does_not_tell() -> None:
    with pytest.raises(ScriptError, match="says hello"):
        play("0.5 touch hello |", HOUSE)


def test_a_script_fails_where_a_notice_is_shown_that_it_does_not_tell() -> None:
    with pytest.raises(ScriptError, match="nothing_to_undo"):
        play("0.5 touch :undo | A :undo", boards(board("home", "A :undo"), strip=()))
