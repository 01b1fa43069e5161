"""Packages of boards (``.obz``): links, pictures, limits."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from aac.files.obf import ObfFormat
from aac.files.obf.media import content_of
from aac.model.board import Board, Cell, Do, OpenBoard
from aac.model.commands import Command
from aac.ports import BoardProblem

OBF = ObfFormat()


def zipped(path: Path, members: Mapping[str, object]) -> Path:
    """A package; what is not bytes becomes JSON."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            raw = content if isinstance(content, bytes) else json.dumps(content)
            archive.writestr(name, raw)
    return path


def raw_board(board_id: str, *links: Mapping[str, str]) -> dict[str, object]:
    buttons = [
        {"id": str(n), "label": f"go {n}", "load_board": dict(link)} for n, link in enumerate(links)
    ]
    return {"id": board_id, "buttons": buttons, "grid": {"order": [[b["id"] for b in buttons]]}}


def test_a_link_is_followed_by_its_path_then_its_id_then_the_list_of_boards(
    tmp_path: Path,
) -> None:
    start = raw_board(
        "start",
        {"path": "boards/b.obf", "id": "c"},
        {"path": "/boards/b.obf"},
        {"path": "gone.obf", "id": "c"},
        {"id": "listed as b"},
        {"id": "gone"},
    )
    paths = {"s": "boards/s.obf", "listed as b": "boards/b.obf", "c": "boards/b.obf"}
    manifest = {"root": "boards/s.obf", "paths": {"boards": paths}}
    members = {
        "manifest.json": manifest,
        "boards/b.obf": raw_board("b"),
        "boards/c.obf": raw_board("c"),
        "boards/s.obf": start,
    }
    boards = OBF.read(zipped(tmp_path / "in.obz", members))
    assert boards[0].id == "s"  # as the list of boards calls it
    leads = [cell.action for cell in boards[0].cells()]
    b = "listed as b"
    assert leads == [OpenBoard(board_id) for board_id in (b, b, "c", b, "gone")]


def test_a_package_made_of_a_folder_on_a_mac_is_read(tmp_path: Path) -> None:
    board = raw_board("start", {"path": "start.obf"})
    members = {
        "__MACOSX/set/._start.obf": b"junk",
        "set/.DS_Store": b"junk",
        "set/manifest.json": {"root": "start.obf", "paths": {"boards": {"start": "start.obf"}}},
        "set/start.obf": board,
    }
    reading = OBF.examine(zipped(tmp_path / "in.obz", members))
    assert [board.id for board in reading.boards] == ["start"]
    assert not reading.lost


def test_a_damaged_board_of_a_package_is_left_out_and_told(tmp_path: Path) -> None:
    members = {"a.obf": raw_board("a"), "b.obf": b"{ damaged"}
    reading = OBF.examine(zipped(tmp_path / "in.obz", members))
    assert [board.id for board in reading.boards] == ["a"]
    assert len(reading.lost) == 1


def test_fields_of_the_manifest_that_we_do_not_know_come_back(tmp_path: Path) -> None:
    manifest = {"root": "a.obf", "paths": {"boards": {"a": "a.obf"}}, "ext_other": {"kept": 1}}
    path = zipped(tmp_path / "in.obz", {"manifest.json": manifest, "a.obf": raw_board("a")})
    OBF.write(OBF.read(path), path)
    with zipfile.ZipFile(path) as archive:
        assert json.loads(archive.read("manifest.json"))["ext_other"] == {"kept": 1}


def test_a_package_with_a_password_is_refused_with_the_reason(tmp_path: Path) -> None:
    path = zipped(tmp_path / "in.obz", {"a.obf": raw_board("a")})
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    path.write_bytes(data)
    with pytest.raises(BoardProblem, match="locked with a password"):
        OBF.read(path)


def test_a_package_that_says_it_is_huge_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    members = {f"{n}.png": b"x" for n in range(9)}
    path = zipped(tmp_path / "in.obz", {"a.obf": raw_board("a"), **members})
    data = bytearray(path.read_bytes())
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:
        struct.pack_into("<L", data, start + 24, 60 * 2**20)
        start += 4
    path.write_bytes(data)
    with pytest.raises(BoardProblem, match="too large when unpacked"):
        OBF.read(path)


def test_a_package_is_written_as_every_program_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "out.obz"
    link = Cell("1", "Go", OpenBoard("odd / id"), colour="#010203")
    back = Cell("1", "Back", Do(Command.BACK))
    OBF.write([Board("root", "One", ((link,),)), Board("odd / id", "Two", ((back,),))], path)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        boards = {
            key: json.loads(archive.read(at)) for key, at in manifest["paths"]["boards"].items()
        }
    assert set(manifest["paths"]) == {"boards", "images", "sounds"}
    assert "root" not in boards  # a name that one program skips
    assert all(board["id"] == key for key, board in boards.items())
    start, other = boards.values()
    assert manifest["root"] == f"boards/{start['id']}.obf"
    button = start["buttons"][0]
    assert button["load_board"] == {"id": other["id"], "path": f"boards/{other['id']}.obf"}
    assert button["background_color"] == "rgb(1, 2, 3)"
    (control,) = other["buttons"]
    assert control["action"] == ":back" and control["actions"] == [":back"]


def test_pictures_of_a_package_come_back_byte_for_byte_each_board_its_own(tmp_path: Path) -> None:
    path = tmp_path / "in.obz"
    board = {
        "buttons": [{"id": "1", "label": "a", "image_id": 7}],
        "grid": {"order": [["1"]]},
        "images": [{"id": "7", "path": "/one.png", "url": "https://example.org/one.png"}],
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("images/one.png", b"first")
        archive.writestr("two.png", b"second")
        archive.writestr("a.obf", json.dumps({"id": "a", **board}))
        two = [{"id": 7, "path": "two.png"}]
        archive.writestr("b.obf", json.dumps({"id": "b", **board, "images": two}))
    out = tmp_path / "out.obz"
    OBF.write(OBF.read(path), out)
    with zipfile.ZipFile(out) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        held = []
        for place in manifest["paths"]["boards"].values():
            made = json.loads(archive.read(place))
            (record,) = made["images"]
            assert made["buttons"][0]["image_id"] == record["id"]
            assert "url" not in record  # others would go online for it
            assert manifest["paths"]["images"][record["id"]] == record["path"]
            held.append(archive.read(record["path"]))
    assert held == [b"first", b"second"]


def test_of_pictures_with_one_id_the_first_that_is_there_is_shown_and_kept(tmp_path: Path) -> None:
    board = {
        "id": "a",
        "buttons": [{"id": "1", "label": "a", "image_id": "7"}],
        "grid": {"order": [["1"]]},
        "images": [
            {"id": "7", "path": "gone.png"},
            {"id": "7", "url": "https://example.org/one.png", "data": 0},
            {"id": "7", "path": "one.png"},
            {"id": "7", "path": "two.png"},
        ],
    }
    members = {"a.obf": board, "one.png": b"one", "two.png": b"two"}
    (read,) = OBF.read(zipped(tmp_path / "in.obz", members))
    OBF.write((read,), tmp_path / "out.obz")
    (again,) = OBF.read(tmp_path / "out.obz")
    wanted = hashlib.sha256(b"one").hexdigest()
    for one in (read, again):
        (cell,) = one.cells()
        assert cell.picture == wanted
        assert content_of(one)[wanted]() == b"one"


def test_pictures_go_into_a_lone_board_and_have_one_source_there(tmp_path: Path) -> None:
    records = [
        {"id": "file", "path": "one.png"},
        {"id": "data", "data": "data:image/png;base64,QQ", "url": "https://example.org/a.png"},
        {"id": "web", "url": "https://example.org/b.svg", "content_type": "image/svg"},
        {"id": "gone", "path": "gone.png"},
    ]
    buttons = [{"id": one["id"], "label": one["id"], "image_id": one["id"]} for one in records]
    sounds = [{"id": "s", "path": "one.png", "content_type": "audio/wav", "duration": 1.4}]
    order = [[one["id"] for one in buttons]]
    board = {"buttons": buttons, "images": records, "sounds": sounds, "grid": {"order": order}}
    path = zipped(tmp_path / "in.obz", {"one.png": b"bytes", "a.obf": {"id": "a", **board}})
    out = tmp_path / "out.obf"
    OBF.write(OBF.read(path), out)
    made = json.loads(out.read_text("utf-8"))
    png = {"content_type": "image/png"}
    assert made["images"] == [
        {"id": "file", "data": "data:image/png;base64,Ynl0ZXM=", **png},
        {
            "id": "data",
            "data": "data:image/png;base64,QQ==",
            "ext_wren_url": "https://example.org/a.png",  # where nobody follows it by mistake
            **png,
        },
        {"id": "web", "url": "https://example.org/b.svg", "content_type": "image/svg+xml"},
    ]
    assert made["sounds"][0]["duration"] == 1
    assert [button.get("image_id") for button in made["buttons"]] == ["file", "data", "web", None]
