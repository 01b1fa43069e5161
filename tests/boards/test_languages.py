"""What the boards of every language hold: the same places, every phrase, none of them empty."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.core.cost import cell_costs, character_cost, characters
from aac.files.board_library import targets
from aac.files.languages import read_language
from aac.files.paths import assets_folder, boards_folder
from aac.model.board import AddText, Board, Cell, Do, Fill, OpenBoard, SayPhrase, Template
from aac.model.commands import Command
from aac.model.language import Language
from aac.model.parts import Alarm
from aac.model.settings import Settings
from tests.boards.both import LANGUAGES, boards, library, phrases

SHARED = Path(__file__).resolve().parents[3] / "shared" / "docs" / "phrases.csv"
PLACES = Path(__file__).with_name("places.tsv")

# G47: what puts a misunderstanding right; G48: what partners are told.  Both of each pair.
REPAIR = ("Q01", "Q02", "Q03", "Q05", "Q07", "Q08", "Q11", "Q12", "A09")
PARTNER = ("R01", "R03", "R04", "R05", "R06", "R07", "R08", "R14")


def language_of(code: str) -> Language:
    found = read_language(assets_folder() / "languages" / f"{code}.json")
    assert found is not None
    return found


def text_of(cell: Cell) -> str:
    match cell.action:
        case SayPhrase(text) | Alarm(_, text) | Template(text, _) | Fill(text):
            return text
    return ""


def led_to(cell: Cell, code: str) -> Iterator[Board]:
    """The boards that one choice of this cell opens."""
    found = boards(code)
    yield from (found[target] for target in targets(cell))
    match cell.action:
        case Do(Command.SPELL | Command.SPELL_SLOT):
            yield found[library(code).boards.spelling]
        case Do(Command.HOME):
            yield found[library(code).boards.home]


def test_there_are_two_languages_and_the_same_boards_in_each() -> None:
    assert LANGUAGES == ["de", "en"]
    assert boards("de").keys() == boards("en").keys()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_boards_say_their_language_and_every_link_holds(code: str) -> None:
    assert library(code).faults == () and library(code).dead_links == ()
    assert {board.locale for board in boards(code).values()} == {code}
    assert len(library(code).boards.strip) == 4


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_stands_once_on_the_board_of_its_category(code: str) -> None:
    names = [name for name in boards(code) if name.startswith("category-")]
    cells = [cell for name in names for cell in boards(code)[name].cells()]
    found = Counter(cell.id for cell in cells if cell.id in phrases(code))
    assert found == Counter(phrases(code).keys())
    for name in names:
        for cell in boards(code)[name].cells():
            if cell.id in phrases(code):
                assert name == f"category-{cell.id[0].lower()}"
                row = phrases(code)[cell.id]
                if "T" not in row["flags"].split():
                    assert text_of(cell) == row["phrase"]


def test_the_table_is_the_one_of_the_guidance() -> None:
    if not SHARED.exists():
        pytest.skip("needs the shared table of phrases")
    with SHARED.open(encoding="utf-8", newline="") as file:
        given = {row["id"]: row for row in csv.DictReader(file)}
    assert given.keys() == phrases("en").keys() == phrases("de").keys()
    for phrase, row in given.items():
        assert {**phrases("en")[phrase], **row} == phrases("en")[phrase]
        assert phrases("de")[phrase]["flags"] == row["flags"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_names_a_picture_by_an_english_word(code: str) -> None:
    words = {phrase: row["symbol"] for phrase, row in phrases(code).items()}
    assert words == {phrase: row["symbol"] for phrase, row in phrases("en").items()}
    assert all(word and word == word.strip().lower() and word.isascii() for word in words.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_phrase_is_longer_than_twelve_words(code: str) -> None:
    for phrase, row in phrases(code).items():
        if "{" not in row["phrase"]:
            assert len(row["phrase"].split()) <= 12, phrase


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_cell_is_empty_and_none_is_in_another_language_by_mistake(code: str) -> None:
    for name, board in boards(code).items():
        assert board.name
        for cell in board.cells():
            assert cell.label.strip() and len(cell.label) <= 75, (name, cell.id)
            assert len(cell.symbol) <= 1
    if code == "en":
        return
    same = {
        cell.label
        for name, board in boards(code).items()
        for cell in board.cells()
        if (twin := boards("en")[name].cell(cell.id))
        and twin.label == cell.label
        and any(map(str.isalpha, cell.label))
        and len(cell.label) > 1
    }
    # Words that are the same in both languages.
    assert same <= {"Person 1", "Humor", "Arm", "Hand", *(f"Person {n}" for n in range(13))}


@pytest.mark.parametrize("code", LANGUAGES)
def test_repair_and_partner_phrases_are_at_most_two_choices_away_from_every_board(
    code: str,
) -> None:
    """G47, G48: choosing the cell that says it is the last choice of the two."""

    def said_on(board: Board) -> set[str]:
        return {text_of(cell) for cell in board.cells() if not cell.hidden}

    wanted = {}
    for phrase in (*REPAIR, *PARTNER):
        cell = boards(code)[f"category-{phrase[0].lower()}"].cell(phrase)
        assert cell is not None
        wanted[phrase] = text_of(cell)
    for name, board in boards(code).items():
        near = said_on(board)
        for cell in board.cells():
            for there in led_to(cell, code):
                near |= said_on(there)
        missing = [phrase for phrase, text in wanted.items() if text not in near]
        assert not missing, (name, missing)


@pytest.mark.parametrize("code", LANGUAGES)
def test_please_wait_is_never_put_in_the_message(code: str) -> None:
    """G49."""
    waiting = phrases(code)["R01"]["phrase"]
    cells = [
        cell
        for board in boards(code).values()
        for cell in board.cells()
        if cell.action == SayPhrase(waiting)
    ]
    assert len(cells) > 20 and all(cell.at_once for cell in cells)


@pytest.mark.parametrize("code", LANGUAGES)
def test_spelling_is_one_choice_away_from_the_page_of_pain(code: str) -> None:
    for name in ("pain", "pain-where", "category-e"):
        commands = {cell.action for cell in boards(code)[name].cells()}
        assert commands & {Do(Command.SPELL), Do(Command.SPELL_SLOT)}, name


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_simple_board_has_nine_cells_at_most(code: str) -> None:
    """G57."""
    board = boards(code)["simple"]
    assert len(list(board.cells())) == 9
    assert (board.rows, board.columns) == (3, 3)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_list_fits_the_choices_written_in_its_phrase(code: str) -> None:
    for phrase, row in phrases(code).items():
        slot = row["phrase"].partition("{")[2].partition("}")[0]
        if " / " not in slot:
            continue
        cell = boards(code)[f"category-{phrase[0].lower()}"].cell(phrase)
        assert cell is not None and isinstance(cell.action, Template)
        cells = boards(code)[cell.action.lists[0]].cells()
        fills = [cell.action.text for cell in cells if isinstance(cell.action, Fill)]
        assert [fill.lower() for fill in fills] == slot.lower().split(" / ")


def test_every_cell_of_a_known_board_has_kept_its_place() -> None:
    """G33: ``places.tsv`` holds where each cell stood before this set was completed."""
    lines = [line.split("\t") for line in PLACES.read_text("utf-8").splitlines()]
    assert len(lines) > 800
    for name, cell_id, row, column in lines:
        grid = library("en").boards.strip if name == "strip" else None
        if grid is not None:
            assert grid[int(column) - 1].id == cell_id
            continue
        found = boards("en")[name].grid[int(row) - 1][int(column) - 1]
        assert found is not None and found.id == cell_id, (name, cell_id)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_letter_of_the_language_stands_on_every_letter_board(code: str) -> None:
    letters = {letter for letter in language_of(code).letters if letter != " "}
    for name, board in boards(code).items():
        if name.startswith("alphabet-"):
            typed = [cell.action.text for cell in board.cells() if isinstance(cell.action, AddText)]
            assert sorted(typed) == sorted(letters), name


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_board_of_frequent_letters_costs_the_fewest_steps(code: str) -> None:
    """The order of letters follows from the table of the language and from nothing else."""
    shares = language_of(code).letters
    costs = {}
    for name, board in boards(code).items():
        if name.startswith("alphabet-"):
            found = character_cost(board, cell_costs(board, Settings()), shares)
            assert found is not None and not found.missing
            costs[name] = found.steps
    print(code, {name: round(steps, 2) for name, steps in sorted(costs.items())})
    assert min(costs, key=lambda name: costs[name]) == "alphabet-frequency"
    assert costs["alphabet-frequency"] < 4.35


def test_the_german_board_has_no_cheaper_order_of_its_letters() -> None:
    """No two letters could change places and make the light's way shorter."""
    board, shares = boards("de")["alphabet-frequency"], language_of("de").letters
    steps = cell_costs(board, Settings())
    cells = characters(board)
    placed = sorted(shares, key=lambda letter: -shares[letter])
    ways = [steps[cells[letter].id].steps for letter in placed]
    for n, way in enumerate(ways):
        for later in range(n + 1, len(ways)):
            assert way <= ways[later] or shares[placed[n]] == shares[placed[later]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_emergency_phrase_has_its_sound(code: str) -> None:
    sounds = assets_folder() / "sounds"
    folder = sounds if code == "en" else sounds / code
    alarms = {
        cell.action.sound
        for board in boards(code).values()
        for cell in board.cells()
        if isinstance(cell.action, Alarm)
    }
    assert alarms | {"B02"} <= {path.stem for path in folder.glob("*.wav")}
    assert len(alarms) == 11


def test_links_of_both_languages_are_the_same() -> None:
    for name, board in boards("en").items():
        links = {cell.id: targets(cell) for cell in board.cells() if targets(cell)}
        german = boards("de")[name].cells()
        assert {cell.id: targets(cell) for cell in german if targets(cell)} == links, name


def test_every_folder_of_boards_is_found_by_its_code() -> None:
    for code in LANGUAGES:
        assert boards_folder(code).name == code
    assert boards_folder("xx").name == "en"
    assert OpenBoard("pain") in {cell.action for cell in boards("de")["category-e"].cells()}
