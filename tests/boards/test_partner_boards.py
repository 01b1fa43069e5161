"""The boards of the partner's side, in both languages, and their cells in files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aac.files.obf.partner import partner_fields, read_for_partner
from aac.model.partner import ForPartner, Shows
from aac.model.partner_settings import CARD

BOARDS = Path(__file__).parents[2] / "boards"
LETTERS = {"en": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "de": "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ"}


def shown_on(code: str, board: str) -> list[ForPartner]:
    buttons = json.loads((BOARDS / code / f"{board}.obf").read_text("utf-8"))["buttons"]
    read = (read_for_partner(button.get("ext_wren_partner")) for button in buttons)
    return [found[0] for found in read if found]


@pytest.mark.parametrize("code", LETTERS)
def test_every_letter_can_be_shown_below_a_row_of_eight_topics(code: str) -> None:
    shown = shown_on(code, "first-letters")
    assert [one.shows for one in shown[:8]] == [Shows.TOPIC] * 8  # G59
    letters = [one.text for one in shown if one.shows is Shows.LETTER]
    assert "".join(letters) == LETTERS[code]
    kinds = [one.shows for one in shown]
    assert (kinds.count(Shows.AFRESH), kinds.count(Shows.REMARK)) == (2, 3)  # G58


@pytest.mark.parametrize("code", LETTERS)
def test_all_of_the_card_is_answered_with_the_switch(code: str) -> None:
    shown = shown_on(code, "how-i-talk")
    assert {one.text for one in shown if one.shows is Shows.CARD} == set(CARD)
    assert {Shows.DRAFT, Shows.WINDOW} <= {one.shows for one in shown}


@pytest.mark.parametrize("shows", Shows)
def test_a_cell_for_the_partner_comes_back_from_its_file(shows: Shows) -> None:
    action = ForPartner(shows, "A")
    fields = partner_fields(action)
    assert read_for_partner(fields["ext_wren_partner"]) == (action, {"ext_wren_partner"})


@pytest.mark.parametrize(
    "bad", [None, 3, [], {}, {"shows": "nothing"}, {"shows": "letter", "text": 3}, {"shows": []}]
)
def test_what_is_no_such_cell_is_left_alone(bad: object) -> None:
    assert read_for_partner(bad) is None


def test_a_text_that_is_too_long_or_cannot_be_shown_is_cut() -> None:
    found = read_for_partner({"shows": "remark", "text": "a\x00\n" + "b" * 500})
    assert found is not None
    assert found[0].text == "a" + "b" * 97
