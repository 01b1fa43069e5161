"""A file is of the format that knows it, whatever it is called; notes say what and where."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from aac.files.formats import examine, format_of, open_or_read
from aac.files.notes import PLACES_SHOWN, SENTENCES_KEPT, Notes, Reading, place
from aac.files.obf import ObfFormat
from aac.model.board import Board, Cell, SayPhrase
from aac.ports import BoardFormat, BoardProblem
from tests.boards.fake_format import FakeFormat

BOARD = Board("b", "B", ((Cell("1", "x", SayPhrase("x")),),))


class Foreign:
    """A format that knows its files by their first bytes."""

    suffixes: tuple[str, ...] = (".foreign",)

    def recognises(self, path: Path, head: bytes) -> bool:
        return head.startswith(b"FOREIGN")

    def read(self, path: Path) -> tuple[Board, ...]:
        raise KeyError("a fault of the reader")

    def write(self, boards: Sequence[Board], path: Path) -> None:
        raise BoardProblem("It cannot be written.")


OBF, FAKE, FOREIGN = ObfFormat(), FakeFormat(), Foreign()
FORMATS: list[BoardFormat] = [OBF, FAKE, FOREIGN]


@pytest.mark.parametrize("name", ["a.obf", "a.obz", "a.json", "a.zip", "a.foreign", "a"])
@pytest.mark.parametrize("suffix", [".obf", ".obz"])
def test_a_board_file_is_known_under_any_name(tmp_path: Path, name: str, suffix: str) -> None:
    OBF.write([BOARD], tmp_path / f"made{suffix}")
    path = (tmp_path / f"made{suffix}").rename(tmp_path / name)
    assert format_of(FORMATS, path) is OBF
    assert examine(FORMATS, path).boards == (BOARD,)


def test_a_name_counts_where_the_content_says_nothing(tmp_path: Path) -> None:
    FAKE.write([BOARD], tmp_path / "a.fake")
    assert format_of(FORMATS, tmp_path / "a.fake") is FAKE
    assert open_or_read(FORMATS, tmp_path / "a.fake", 1) == (BOARD,)


def test_content_counts_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "a.obf"
    path.write_bytes(b"FOREIGN")
    assert format_of(FORMATS, path) is FOREIGN


@pytest.mark.parametrize(
    "content",
    [
        {"grids": [{"gridElements": [{"buttons": 1}]}]},
        {"boards": [{"tiles": [], "buttons": []}]},
        [{"buttons": []}],
        {"format": "open-board-log-0.1", "sessions": [{"events": [{"buttons": []}]}]},
    ],
)
def test_json_of_others_is_not_taken_for_a_board(tmp_path: Path, content: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content))
    with pytest.raises(BoardProblem, match="not known"):
        format_of([OBF], path)


def test_a_zip_of_something_else_is_not_taken_for_a_package(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("Settings0/settings.xml", "<x/>")
    with pytest.raises(BoardProblem, match="not known"):
        format_of([OBF], tmp_path / "a.zip")


def test_a_fault_of_a_reader_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.foreign"
    path.write_bytes(b"FOREIGN")
    with pytest.raises(BoardProblem, match=r"^[A-Z][^\n]*\.$"):
        examine(FORMATS, path)
    with pytest.raises(BoardProblem, match=r"^[A-Z][^\n]*\.$"):
        open_or_read(FORMATS, path, 1)


def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(BoardProblem, match="not there"):
        format_of(FORMATS, tmp_path / "none.obf")
    with pytest.raises(BoardProblem, match="cannot be opened"):
        format_of(FORMATS, tmp_path)


# ----------------------------------------------------------------------------------- notes


def test_the_list_is_numbered_with_the_lost_things_first_and_their_places() -> None:
    notes = Notes()
    notes.mend("A colour was odd.", place("Home", "Drink"))
    notes.mend("A colour was odd.", place("Home", "Eat"))
    notes.lose("A picture is missing.")
    assert Reading((), notes.mended, notes.lost).numbered() == (
        "1. Lost: A picture is missing.",
        "2. Mended: A colour was odd. (Home, cell “Drink”; Home, cell “Eat”)",
    )


def test_of_many_places_some_are_shown_and_all_are_counted() -> None:
    notes = Notes()
    for n in range(1000):
        notes.lose("Odd.", place("Home", f"{n}"))
    (note,) = notes.lost
    assert note.times == 1000
    assert str(note).endswith(f"and {1000 - PLACES_SHOWN} more)")
    assert str(note).count("cell") == PLACES_SHOWN


def test_a_file_cannot_fill_the_memory_with_sentences_of_its_own() -> None:
    notes = Notes()
    for n in range(10_000):
        notes.lose(f"Odd thing {n}.")
    assert len(notes.lost) == SENTENCES_KEPT + 1
    assert sum(note.times for note in notes.lost) == 10_000


def test_long_names_are_cut_in_places() -> None:
    assert len(place("b" * 500, "c" * 500)) < 100
