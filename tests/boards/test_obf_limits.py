"""Limits of the reader, each with its sentence; links by what boards call themselves."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from aac.files.obf import ObfFormat, reader
from aac.files.obf.raw import PARTS_LIMIT, json_from
from aac.files.obf.zip_end import DIRECTORY_LIMIT, directory_size
from aac.model.board import OpenBoard
from aac.ports import BoardProblem

OBF = ObfFormat()


def package(path: Path, boards: dict[str, object], listed: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        manifest = {"root": next(iter(listed.values())), "paths": {"boards": listed}}
        archive.writestr("manifest.json", json.dumps(manifest))
        for name, raw in boards.items():
            archive.writestr(name, json.dumps(raw))
    return path


def test_a_file_of_too_many_parts_is_refused_before_it_is_read() -> None:
    with pytest.raises(BoardProblem, match="too many parts"):
        json_from(b"[" + b"1," * PARTS_LIMIT + b"1]")


def test_boards_too_large_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    boards = {f"{n}.obf": {"id": str(n), "buttons": [], "ext_x": "y" * 10_000} for n in range(9)}
    path = package(tmp_path / "a.obz", boards, {"0": "0.obf"})
    assert len(OBF.read(path)) == 9
    monkeypatch.setattr(reader, "FILE_LIMIT", 50_000)
    with pytest.raises(BoardProblem, match="too large together"):
        OBF.read(path)
    monkeypatch.setattr(reader, "FILE_LIMIT", 10**9)
    monkeypatch.setattr(reader, "READING_LIMIT", 50_000)
    with pytest.raises(BoardProblem, match="too large together"):
        OBF.read(path)


def test_a_list_of_files_that_is_too_long_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.obz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")
    content = bytearray(path.read_bytes())
    with path.open("rb") as file:
        size = directory_size(file, len(content))
    at = content.rindex(b"PK\x05\x06") + 12
    assert int.from_bytes(content[at : at + 4], "little") == size > 0
    content[at : at + 4] = (DIRECTORY_LIMIT + 1).to_bytes(4, "little")
    path.write_bytes(content)
    with pytest.raises(BoardProblem, match="too many files"):
        OBF.read(path)


def test_the_long_form_of_the_end_of_a_zip_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for n in range(0x10000):  # more than the short form can count
            archive.writestr(str(n), b"")
    with path.open("rb") as file:
        assert directory_size(file, path.stat().st_size) > 0x10000 * 46


def test_a_link_by_the_name_or_address_a_board_gives_itself_leads_there(tmp_path: Path) -> None:
    links = [{"id": "own"}, {"url": "https://example.org/b"}, {"data_url": "https://example.org/d"}]
    buttons = [{"id": str(n), "label": "x", "load_board": link} for n, link in enumerate(links)]
    boards: dict[str, object] = {
        "a.obf": {"id": "a", "buttons": buttons},
        "b.obf": {"id": "own", "url": "https://example.org/b", "data_url": "https://example.org/d",
                  "buttons": []},
    }  # fmt: skip
    found = OBF.read(package(tmp_path / "a.obz", boards, {"a": "a.obf", "listed": "b.obf"}))
    assert [cell.action for cell in found[0].cells()] == [OpenBoard("listed")] * 3


def test_of_two_buttons_that_would_cover_the_same_place_the_first_does(tmp_path: Path) -> None:
    span = {"columns": 2, "rows": 2}
    path = tmp_path / "a.obf"
    raw = {
        "id": "a",
        "buttons": [
            {"id": "1", "label": "x", "ext_wren_span": span},
            {"id": "2", "label": "y", "ext_wren_span": {"columns": 2, "rows": 1}},
        ],
        "grid": {"order": [["1", None, None], [None, None, None], ["2", None, None]]},
    }
    path.write_text(json.dumps(raw))
    assert [cell.width for cell in OBF.read(path)[0].cells()] == [2, 2]
    raw["grid"] = {"order": [[None, "1", None], ["2", None, None]]}
    path.write_text(json.dumps(raw))
    assert [(cell.label, cell.width) for cell in OBF.read(path)[0].cells()] == [("x", 2), ("y", 1)]
