"""The boards that come with Wren hold what the guidance asks for."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from aac.files.board_library import load_library, targets
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder
from aac.model.board import (
    Board,
    BoardKind,
    Cell,
    Do,
    Fill,
    Look,
    Nth,
    OpenBoard,
    SayPhrase,
    Template,
)
from aac.model.commands import Command, ListKind
from aac.model.parts import Alarm

FOLDER = boards_folder("en")
LIBRARY = load_library([ObfFormat()], FOLDER)
BOARDS = LIBRARY.boards.boards
CATEGORIES = {board_id for board_id in BOARDS if board_id.startswith("category-")}
with (FOLDER / "phrases.csv").open(encoding="utf-8", newline="") as file:
    PHRASES = {row["id"]: row for row in csv.DictReader(file)}


def flagged(flag: str) -> list[str]:
    return [phrase for phrase, row in PHRASES.items() if flag in row["flags"].split()]


def category_cell(phrase_id: str) -> Cell:
    cell = BOARDS[f"category-{phrase_id[0].lower()}"].cell(phrase_id)
    assert cell is not None
    return cell


def place(board: Board, cell_id: str) -> tuple[int, int]:
    """Row and column, from 1."""
    return next(
        (row, column)
        for row, cells in enumerate(board.grid, 1)
        for column, cell in enumerate(cells, 1)
        if cell and cell.id == cell_id
    )


def has(board: Board, command: Command) -> bool:
    return any(cell.action == Do(command) for cell in board.cells())


def test_all_boards_load_and_every_link_holds() -> None:
    assert LIBRARY.faults == () and LIBRARY.dead_links == ()


def test_every_phrase_is_on_its_category_board_once_and_in_order() -> None:
    for board_id in CATEGORIES - {"category-s"}:
        found = [cell.id for cell in BOARDS[board_id].cells() if cell.id in PHRASES]
        assert found == [phrase for phrase in PHRASES if phrase[0] == board_id[-1].upper()]
    everywhere = [cell.id for name in CATEGORIES for cell in BOARDS[name].cells()]
    assert sorted(cell for cell in everywhere if cell in PHRASES) == sorted(PHRASES)
    assert len(PHRASES) == 249 and len(CATEGORIES) == 19


def test_a_phrase_says_itself_and_shows_its_words() -> None:
    for phrase, row in PHRASES.items():
        cell = category_cell(phrase)
        if not {"E", "T"} & set(row["flags"].split()):
            assert cell.action == SayPhrase(row["phrase"])
            assert cell.label == row["phrase"]


def test_emergency_phrases_sound_at_once_from_a_file_and_never_ask() -> None:
    for phrase in flagged("E"):
        cell = category_cell(phrase)
        assert cell.action == Alarm(phrase, PHRASES[phrase]["phrase"])
        assert cell.look == Look.EMERGENCY and not cell.confirm


def test_a_template_has_a_list_or_the_letters_for_every_slot() -> None:
    for phrase in flagged("T"):
        action = category_cell(phrase).action
        assert isinstance(action, Template)
        assert action.text.count("{") == action.text.count("}") == len(action.lists) > 0
        for board_id in filter(None, action.lists):
            fills = [cell.action for cell in BOARDS[board_id].cells()]
            assert any(isinstance(fill, Fill) or fill == Nth(ListKind.PERSON, 0) for fill in fills)
            assert Do(Command.SPELL_SLOT) in fills


def test_a_choice_written_in_a_phrase_is_what_its_list_offers() -> None:
    for phrase in flagged("T"):
        action = category_cell(phrase).action
        assert isinstance(action, Template)
        slot = action.text.split("{")[1].split("}")[0]
        if " / " in slot:
            cells = BOARDS[action.lists[0]].cells()
            fills = [cell.action.text for cell in cells if isinstance(cell.action, Fill)]
            assert [fill.lower() for fill in fills] == slot.lower().split(" / ")


def test_the_quick_board_has_its_twenty_phrases_in_their_places() -> None:
    board = BOARDS["quick"]
    for phrase, row in PHRASES.items():
        for flag in row["flags"].split():
            if flag.startswith("Q"):
                n = int(flag[1:]) - 1
                assert place(board, phrase) == (n // 5 + 1, n % 5 + 1)
                cell = board.cell(phrase)
                assert cell is not None and len(cell.label) <= 24
                assert isinstance(cell.action, SayPhrase | Alarm)
                assert cell.action.text == row["phrase"]
    leading = {cell.id: cell.opens for cell in board.cells() if cell.opens}
    assert leading == {
        "E01": "pain",  # G54
        "G01": "category-g",
        "Q05": "alphabet-frequency",
        "Q11": "all-boards",
    }


def test_wishes_about_care_are_private_asked_once_and_balanced() -> None:
    board = BOARDS["category-s"]
    assert board.private
    wishes = [cell for cell in board.cells() if cell.id in PHRASES]
    assert len(wishes) == 21 and all(cell.confirm for cell in wishes)
    for one, other in (("S05", "S06"), ("S08", "S09"), ("S10", "S11"), ("S13", "S14")):
        (row, column), (row_other, column_other) = place(board, one), place(board, other)
        assert row == row_other and column_other == column + 1
    last = max(place(board, cell.id)[0] for cell in wishes)
    assert place(board, "S20")[0] == place(board, "S21")[0] == last
    elsewhere = [
        cell.id for name in BOARDS if name != "category-s" for cell in BOARDS[name].cells()
    ]
    assert not [cell for cell in elsewhere if cell in PHRASES and cell.startswith("S")]
    assert [name for name in BOARDS if BOARDS[name].private] == ["category-s"]


def test_only_what_cannot_be_taken_back_asks_once_more() -> None:
    asking = {
        cell.id for board in BOARDS.values() for cell in board.cells() if cell.confirm
    } - PHRASES.keys()
    forgetting = {"erase-history", "forget-words", "forget-measures", "remove-word"}
    assert asking == {"clear", "quit", *forgetting}


def test_the_page_of_all_boards_leads_to_each_with_wishes_last_of_the_phrases() -> None:
    board = BOARDS["all-boards"]
    links = [cell.action.board_id for cell in board.cells() if isinstance(cell.action, OpenBoard)]
    assert links[:19] == sorted(CATEGORIES)
    more = {"quick", "digits", "my-phrases", "history", "drafts", "tools"}
    assert more <= set(links) and has(board, Command.SPELL)


def test_the_lists_of_the_persons_own_have_their_places() -> None:
    for board_id, kind, count in (
        ("history", ListKind.HISTORY, 20),
        ("drafts", ListKind.DRAFT, 12),
        ("my-phrases", ListKind.PHRASE, 24),
        ("list-people", ListKind.PERSON, 12),
    ):
        actions = [cell.action for cell in BOARDS[board_id].cells()]
        assert actions[:count] == [Nth(kind, n) for n in range(count)]


def test_the_tools_have_every_setting_that_a_person_changes_by_switch() -> None:
    done = {cell.action.command for cell in BOARDS["tools"].cells() if isinstance(cell.action, Do)}
    wanted = {Command.SLOWER, Command.FASTER, Command.LOUDER, Command.SOFTER, Command.REST}
    wanted |= {Command.SPEAK_MODE, Command.PREDICTION, Command.PRIVATE_MODE, Command.METHOD}
    wanted |= {Command.UNDO_SPEED, Command.TIRED, Command.ADVICE, Command.FORGET_MEASURES}
    wanted |= {Command.SLOW_DOWN, Command.NOT_SLOWER}
    assert done >= wanted | {Command.THEME, Command.SETTINGS, Command.QUIT}
    assert done >= {Command.FIND_SPEED, Command.CHECK_SWITCH}


def test_the_speed_is_two_choices_away_from_where_people_write() -> None:
    near = {name for name in BOARDS if BOARDS[name].kind is BoardKind.SPELLING} - {"digits"}
    for name in near | {"quick", "all-boards"}:
        leads_to = {to for cell in BOARDS[name].cells() for to in targets(cell)}
        assert any(has(BOARDS[to], Command.SLOWER) for to in leads_to), name


def test_every_board_is_reached_from_home_and_leads_back() -> None:
    def seen_from(board_id: str) -> Iterator[str]:
        for cell in BOARDS[board_id].cells():
            yield from targets(cell)
            if cell.action == Do(Command.SPELL):
                yield LIBRARY.boards.spelling

    reached, new = {LIBRARY.boards.home}, {LIBRARY.boards.home}
    while new:
        new = {target for board_id in new for target in seen_from(board_id)} - reached
        reached |= new
    assert reached == BOARDS.keys()
    # The letters and the quick board are where people start; "All boards" is on them.
    for board_id, board in BOARDS.items():
        if not board_id.startswith("alphabet-"):
            # In simple mode there is one board, and the way on from it is to put things right.
            assert has(board, Command.BACK) or board_id == "simple"
            starts = {"quick", "yes-no", "simple"}
            assert board_id in starts or has(board, Command.HOME)
        else:
            assert board.cell("open-all") is not None


def test_labels_are_short_enough_to_be_read_and_none_is_empty() -> None:
    for board in BOARDS.values():
        assert board.locale == "en"
        for cell in board.cells():
            assert 0 < len(cell.label) <= 60 and len(cell.symbol) <= 1
