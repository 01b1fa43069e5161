"""What of a board stands on paper: the screen's order, and nothing a partner cannot do."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

import pytest

from aac.model.board import AddText, Board, Cell, Do, Nth, OpenBoard, SayPhrase, Template
from aac.model.commands import Command, ListKind
from aac.model.paper_words import body_parts, said_text
from aac.model.settings import Settings
from aac.paper.boards import aeiou_sheet, board_sheet, letters
from aac.paper.body import BACK, FRONT
from aac.paper.cards import answer_card, eye_sheet, pain_page, passport
from aac.paper.contents import Rows
from aac.paper.frame import Press
from aac.paper.grid import lay_rows
from aac.paper.sheets import QUICK, Shelf, all_names, sheet
from tests.paper.conftest import shipped
from tests.paper.on_paper import assert_sound
from tests.small_boards import board, boards

ALPHABETS = ("frequency", "abc-space-first", "abc", "eardu", "qwerty", "aeiou")


def texts(rows: Rows) -> list[str]:
    return [entry.text for row in rows.rows for entry in row if entry]


@pytest.mark.parametrize("name", ALPHABETS)
def test_the_alphabet_has_the_screens_order_and_places(shelf: Shelf, name: str) -> None:
    screen = shelf.boards.boards[f"alphabet-{name}"]
    paper = board_sheet(screen, shelf.boards, [], {})
    for on_screen, on_paper in zip(screen.grid, paper.rows, strict=False):
        for cell, entry in zip_longest(on_screen, on_paper):
            kept = cell is not None and (
                isinstance(cell.action, AddText) or cell.action == Do(Command.SPACE)
            )
            assert (entry.text if entry else None) == (cell.label if cell and kept else None)
    assert sum(1 for text in texts(paper) if len(text) == 1) == 26


def test_the_alphabet_is_the_board_that_the_person_spells_with() -> None:
    mine = shipped(Settings(spelling_board="alphabet-eardu"))
    content = sheet(mine, "alphabet", ()).content
    assert isinstance(content, Rows)
    assert texts(content)[:6] == ["space", "E", "A", "R", "D", "U"]


def test_aeiou_rows_are_those_of_the_shipped_board(shelf: Shelf) -> None:
    rows = aeiou_sheet(shelf.boards.boards["alphabet-frequency"], shelf.boards).rows
    assert ["".join(entry.text for entry in row if entry) for row in rows] == [
        "ABCD", "EFGH", "IJKLMN", "OPQRST", "UVWXYZ", "space",
    ]  # fmt: skip


def test_aeiou_rows_of_another_alphabet_keep_letters_with_accents_beside_the_plain_ones() -> None:
    german = board("letters", "+z +ä +a +o", "+ö +b +u +ü", spelling=True)
    rows = aeiou_sheet(german, boards(german)).rows
    assert [[entry.text for entry in row if entry] for row in rows] == [
        ["a", "ä", "b"], ["o", "ö"], ["u", "ü", "z"], ["space"],
    ]  # fmt: skip
    assert letters(german) == ("a", "ä", "b", "o", "ö", "u", "ü", "z")


def test_a_link_is_printed_only_where_its_board_is_on_paper(shelf: Shelf) -> None:
    digits = Cell("digits", "123", OpenBoard("digits"))
    screen = replace(board("home", "A", "B"), grid=((digits,),))
    assert texts(board_sheet(screen, shelf.boards, [], {})) == []
    (row,) = board_sheet(screen, shelf.boards, ["digits"], {}).rows
    assert row[0] and row[0].leads and row[0].text == "123"


def test_a_high_cell_keeps_the_rows_it_covers(shelf: Shelf, press: Press) -> None:
    high = replace(Cell("high", "High", SayPhrase("High.")), height=2)
    rows = ((high, None), (None, None), (None, None), *board("home", "A B").grid)
    content = board_sheet(Board("home", "Home", rows), shelf.boards, [], {})
    assert [[entry.text if entry else "" for entry in row] for row in content.rows] == [
        ["High", ""], ["", ""], ["A", "B"],
    ]  # fmt: skip
    assert_sound(lay_rows(content, press), press.widths)


def test_hidden_cells_and_commands_are_not_printed(shelf: Shelf) -> None:
    screen = board("home", "A (B) C", ":back :call .")
    assert texts(board_sheet(screen, shelf.boards, [], {})) == ["A", "C"]


def test_the_persons_own_lists_are_printed_but_never_what_was_said(shelf: Shelf) -> None:
    cells = tuple(
        Cell(kind.value, "", Nth(kind, 0)) for kind in (ListKind.PERSON, ListKind.HISTORY)
    )
    screen = Board("own", "Own", (cells,))
    own = {ListKind.PERSON: ("Anna",)}
    assert texts(board_sheet(screen, shelf.boards, [], own)) == ["Anna"]
    assert set(shelf.own) == {ListKind.PERSON, ListKind.PHRASE}


def test_an_emergency_is_marked_by_more_than_colour(shelf: Shelf) -> None:
    content = sheet(shelf, QUICK, ()).content
    assert isinstance(content, Rows)
    strong = [entry.text for row in content.rows for entry in row if entry and entry.strong]
    assert strong == ["Can't breathe"]


def test_the_pack_has_every_sheet_and_the_signs(shelf: Shelf) -> None:
    assert all_names(shelf) == [
        "yes-no", "quick", "pain", "alphabet", "board:digits", "aeiou", "etran", "scanning",
        "passport",
    ]  # fmt: skip


def test_every_letter_is_once_on_the_eye_pointing_sheet(shelf: Shelf) -> None:
    found = eye_sheet(shelf.boards.boards["alphabet-qwerty"], shelf.boards)
    flat = [entry for group in found.groups for entry in group]
    assert flat[:27] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "space"]
    assert flat[27:] == ["?", "Yes", "No", "Wrong", "End"]
    assert [len(group) for group in found.groups] == [4] * 8


def test_yes_and_no_are_those_of_the_strip(shelf: Shelf) -> None:
    assert (answer_card(shelf.boards).yes, answer_card(shelf.boards).no) == ("Yes", "No")


def test_every_part_of_the_body_that_is_named_is_on_the_figure() -> None:
    assert set(body_parts().values()) <= FRONT.keys() | BACK.keys()


def test_the_pain_page_says_what_the_pain_board_can_be_filled_with(shelf: Shelf) -> None:
    page = pain_page(shelf.boards)
    body = shelf.boards.boards["list-body-part"]
    assert [text for text, _ in page.places] == [
        cell.label for cell in body.cells() if not isinstance(cell.action, Do)
    ][: len(page.places)]
    assert page.scale == tuple(str(number) for number in range(11))
    said = texts(page.more)
    assert {"left side", "burning", "It is getting worse."} <= set(said)
    templates = {
        cell.label
        for cell in shelf.boards.boards["category-e"].cells()
        if isinstance(cell.action, Template)
    }
    assert not templates & set(said)


def test_without_a_pain_board_there_is_a_pain_page_all_the_same() -> None:
    page = pain_page(boards(board("home", "A")))
    assert [text for text, _ in page.places] == list(body_parts())
    assert page.scale[0] == "0" and page.more.rows == ()


def test_the_passport_is_filled_from_the_settings_and_leaves_lines_for_the_rest(
    shelf: Shelf,
) -> None:
    settings = Settings(passport_name=" Anna  Weber ", passport_fails="Ring my son.")
    parts = {part.heading: part for part in passport(shelf.boards, settings).parts}
    assert parts["I am"].texts == ("Anna Weber",) and parts["I am"].blank == 0
    assert parts["My yes"].texts == () and parts["My yes"].blank == 2
    assert "1.5 seconds" in parts["How I press my switch"].texts[0]
    assert parts["How I press my switch"].blank == 1
    assert "I can't breathe well." in parts["Urgent for me"].texts[0]
    assert parts["If my device fails"].texts == ("Ring my son.", said_text("not_alarm"))


def test_who_points_has_no_scan_time_in_the_passport(shelf: Shelf) -> None:
    parts = passport(shelf.boards, Settings(scan_method="dwell")).parts
    assert not any("seconds" in text for part in parts for text in part.texts)


def test_the_passport_says_what_the_device_is_not(shelf: Shelf) -> None:
    for own in "", "Ring the bell twice.":
        parts = passport(shelf.boards, Settings(passport_fails=own)).parts
        assert said_text("not_alarm") in parts[-1].texts
        assert not own or own in parts[-1].texts
