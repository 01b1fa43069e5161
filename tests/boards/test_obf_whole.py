"""Everything that the Open Board Format can say: in, through Wren, and out again.

One package that says all of it, compared part by part; then real ones, where they are at hand.
"""

from __future__ import annotations

import csv
import io
import json
import struct
import wave
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aac.cli.boards import check
from aac.files.board_media import board_media
from aac.files.obf import ObfFormat
from aac.files.obf.content import Kind, kind_of
from aac.files.obf.media import FILES
from aac.model.board import Board, Cell, OpenBoard, SayPhrase

OBF = ObfFormat()
DEV = Path(__file__).resolve().parents[3] / "shared" / "data" / "boards" / "dev"


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body))
        )

    rows = zlib.compress(b"".join(b"\x00" + b"\xff" * 3 * width for _ in range(height)))
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def wav(seconds: float) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"\x00\x00" * int(8000 * seconds))
    return buffer.getvalue()


JPEG_HEAD = b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x11\x08\x00\x07\x00\x09"
PICTURE, INLINE, SOUND = png(4, 3), png(2, 2), wav(1.2)
LICENCE = {
    "type": "CC By",
    "copyright_notice_url": "https://creativecommons.org/licenses/by/4.0/",
    "source_url": "https://example.org/source",
    "author_name": "Ann",
    "author_url": "https://example.org/ann",
    "author_email": "ann@example.org",
}
MEDIA = {"content_type": "image/png", "license": LICENCE, "ext_other_a": {"b": [1, None, "c"]}}

HOME: dict[str, Any] = {
    "format": "open-board-0.1",
    "id": "home",
    "locale": "en",
    "name": "Home",
    "description_html": "<b>All of it</b>",
    "url": "https://example.org/boards/home",
    "data_url": "https://example.org/api/boards/home",
    "license": LICENCE,
    "strings": {"es": {"happy": "contento", ":time": "hora"}, "de": {"Home": "Start"}},
    "background": {"color": "rgb(1, 2, 3)", "prompt": "Hello"},
    "default_layout": "landscape",
    "default_locale": "en",
    "label_locale": "en",
    "vocalization_locale": "en",
    "protected_content_user_identifier": "someone",
    "ext_other_board": {"kept": [1, 2.5, True]},
    "ext_wren_kind": "phrases",
    "buttons": [
        {
            "id": "1",
            "label": "happy",
            "vocalization": "I am happy",
            "image_id": "packed",
            "sound_id": "sound",
            "background_color": "rgb(10, 20, 30)",
            "border_color": "rgba(255, 0, 0, 0.5)",
            "left": 0.1,
            "top": 0.2,
            "width": 0.3,
            "height": 0.4,
            "translations": {
                "es": {"label": "feliz", "vocalization": "Estoy feliz", "inflections": {"n": "x"}}
            },
            "ext_coughdrop_part_of_speech": "adjective",
            "ext_wren_span": {"columns": 2, "rows": 2},
        },
        {"id": "2", "label": "secret", "hidden": True, "image_id": "inline"},
        {"id": "3", "label": "web", "url": "https://example.org", "image_id": "web"},
        {
            "id": "4",
            "label": "more",
            "load_board": {
                "id": "more",
                "path": "boards/more.obf",
                "name": "More",
                "url": "https://example.org/boards/more",
                "data_url": "https://example.org/api/boards/more",
            },
            "image_id": "set",
        },
        {"id": "5", "label": "a", "action": "+a", "actions": ["+a"]},
        {"id": "6", "label": "battery", "action": ":battery-level", "actions": [":battery-level"]},
        {"id": "7", "label": "both", "action": ":clear", "actions": [":clear", ":home"]},
        {
            "id": "8",
            "label": "elsewhere",
            "load_board": {"url": "https://example.org/boards/x", "name": "X"},
        },
        {"id": "9", "label": "type", "action": ":native-keyboard", "actions": [":native-keyboard"]},
        {"id": "10", "label": "say", "action": ":say(Hello)", "actions": [":say(Hello)"]},
    ],
    "images": [
        {"id": "packed", "path": "images/packed.png", "width": 4, "height": 3, **MEDIA},
        {
            "id": "inline",
            "data": "data:image/png;base64," + b64encode(INLINE).decode(),
            "width": 2,
            "height": 2,
            **MEDIA,
        },
        {"id": "web", "url": "https://example.org/a.png", "width": 9, "height": 9, **MEDIA},
        {"id": "set", "symbol": {"set": "pcs", "filename": "hat.png"}, **MEDIA},
    ],
    "sounds": [
        {
            "id": "sound",
            "path": "sounds/sound.wav",
            "content_type": "audio/wav",
            "duration": 1,
            "license": LICENCE,
        }
    ],
    "grid": {
        "rows": 3,
        "columns": 5,
        "order": [
            ["1", None, "2", "3", None],
            [None, None, "4", "5", "6"],
            ["7", "8", "9", "10", None],
        ],
    },
}
MORE: dict[str, Any] = {
    "format": "open-board-0.1",
    "id": "more",
    "locale": "pt-BR",
    "name": "Mais",
    "ext_wren_kind": "phrases",
    "buttons": [
        {"id": "1", "label": "casa", "load_board": {"id": "home", "path": "boards/home.obf"}}
    ],
    "images": [],
    "sounds": [],
    "grid": {"rows": 1, "columns": 1, "order": [["1"]]},
}
MANIFEST: dict[str, Any] = {
    "format": "open-board-0.1",
    "root": "boards/home.obf",
    "paths": {
        "boards": {"home": "boards/home.obf", "more": "boards/more.obf"},
        "images": {"packed": "images/packed.png"},
        "sounds": {"sound": "sounds/sound.wav"},
    },
    "ext_other_manifest": {"kept": True},
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "whole.obz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps(MANIFEST))
        archive.writestr("boards/home.obf", json.dumps(HOME))
        archive.writestr("boards/more.obf", json.dumps(MORE))
        archive.writestr("images/packed.png", PICTURE)
        archive.writestr("sounds/sound.wav", SOUND)
    return path


def members(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        found: dict[str, Any] = {}
        for name in archive.namelist():
            raw = archive.read(name)
            found[name] = json.loads(raw) if name.endswith((".obf", ".json")) else raw
        return found


def differences(was: object, now: object, at: str = "") -> Iterator[str]:
    """Every place where the second is not what the first was."""
    if isinstance(was, dict) and isinstance(now, dict):
        for key in was.keys() | now.keys():
            if key not in was or key not in now:
                yield f"{at}/{key} is {'new' if key in now else 'lost'}"
            else:
                yield from differences(was[key], now[key], f"{at}/{key}")
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for n, (one, other) in enumerate(zip(was, now, strict=True)):
            yield from differences(one, other, f"{at}[{n}]")
    elif was != now:
        yield f"{at}: {was!r} became {now!r}"


def test_nothing_that_the_format_can_say_is_lost(package: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.obz"
    OBF.write(OBF.read(package), out)
    assert list(differences(members(package), members(out))) == []


def test_writing_again_gives_the_same_bytes(package: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1.obz", tmp_path / "2.obz"
    OBF.write(OBF.read(package), first)
    OBF.write(OBF.read(first), second)
    assert first.read_bytes() == second.read_bytes()


def test_a_cell_has_what_its_button_says(package: Path) -> None:
    home, more = OBF.read(package)
    happy = home.cell("1")
    assert happy is not None
    assert (happy.width, happy.height) == (2, 2)
    assert (happy.colour, happy.border) == ("#0a141e", "#ff8080")
    assert home.grid[0][1] is None and home.grid[1][0] is None
    media = board_media((home, more))
    assert media.content(happy.picture) == PICTURE
    assert media.content(happy.sound) == SOUND
    secret = home.cell("2")
    assert secret is not None and secret.hidden
    assert media.content(secret.picture) == INLINE
    assert home.cell("4") is not None and home.cell("4").action == OpenBoard("more")  # type: ignore[union-attr]
    assert home.cell("10").action == SayPhrase("Hello")  # type: ignore[union-attr]
    assert more.locale == "pt-BR"


def test_the_list_says_what_was_lost_and_where(package: Path) -> None:
    reading = OBF.examine(package)
    lines = reading.numbered()
    assert [line.split(".")[0] for line in lines] == [str(n + 1) for n in range(len(lines))]
    told = "\n".join(lines)
    assert "(:battery-level)" in told and "Home, cell “battery”" in told
    assert "does several things" in told and "Home, cell “both”" in told
    assert "only on the internet" in told
    assert "page on the internet" in told and "cell “elsewhere”" in told


def test_a_span_that_would_cover_another_button_is_told_and_not_done(tmp_path: Path) -> None:
    board = {
        "id": "b", "format": "open-board-0.1", "locale": "en",
        "buttons": [
            {"id": "1", "label": "wide", "ext_wren_span": {"columns": 2, "rows": 1}},
            {"id": "2", "label": "there"},
            {"id": "3", "label": "out", "ext_wren_span": {"columns": 9, "rows": 10**9}},
        ],
        "grid": {"rows": 1, "columns": 3, "order": [["1", "2", "3"]]},
    }  # fmt: skip
    path = tmp_path / "b.obf"
    path.write_text(json.dumps(board))
    reading = OBF.examine(path)
    assert [(cell.width, cell.height) for cell in reading.boards[0].cells()] == [(1, 1)] * 3
    assert [note.times for note in reading.mended if "cover" in note.says] == [2]


def test_buttons_with_positions_only_stand_as_they_do_on_the_screen(tmp_path: Path) -> None:
    def at(name: str, left: float, top: float) -> dict[str, object]:
        return {"id": name, "label": name, "left": left, "top": top, "width": 0.4, "height": 0.4}

    buttons = [at("d", 0.51, 0.5), at("a", 0.0, 0.01), at("b", 0.5, 0.0), at("over", 0.02, 0.0)]
    path = tmp_path / "b.obf"
    path.write_text(json.dumps({"id": "b", "buttons": buttons, "grid": {}}))
    (board,) = OBF.read(path)
    shown = [[cell.label if cell else "" for cell in row] for row in board.grid]
    assert shown == [["a", "b"], ["", "d"], ["over", ""]]
    OBF.write([board], path)
    kept = {button["id"]: button for button in json.loads(path.read_text())["buttons"]}
    assert kept["d"]["left"] == 0.51 and kept["d"]["height"] == 0.4


def test_several_actions_in_one_are_taken_apart(tmp_path: Path) -> None:
    path = tmp_path / "b.obf"
    path.write_text(
        json.dumps({"id": "b", "buttons": [{"id": "1", "label": "x", "action": "+a && b"},
                                           {"id": "2", "label": "y", "action": ":x&&:clear"}],
                    "grid": {"order": [["1", "2"]]}})
    )  # fmt: skip
    first, second = OBF.read(path)[0].cells()
    assert first.action.text == "a && b"  # type: ignore[union-attr]
    assert second.action.command == "clear"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PICTURE, Kind("image/png", 4, 3)),
        (b"GIF89a\x05\x00\x06\x00rest", Kind("image/gif", 5, 6)),
        (JPEG_HEAD, Kind("image/jpeg", 9, 7)),
        (b"<?xml version='1.0'?><svg xmlns='x'/>", Kind("image/svg+xml")),
        (b'<svg viewBox="0 0 72 48.4" id="a">', Kind("image/svg+xml", 72, 48)),
        (b"<svg\n viewBox = '-1,-2, 9 8' >", Kind("image/svg+xml", 9, 8)),
        (b'<svg viewBox="0 0 999999 1e9"/>', Kind("image/svg+xml")),
        (b'<svg viewBox="0 0 0 0.2"/>', Kind("image/svg+xml")),
        (b'<svg><a viewBox="0 0 9 9"/>', Kind("image/svg+xml")),
        (SOUND, Kind("audio/wav", seconds=1.2)),
        (SOUND[:40] + b"\xff\xff\xff\xff" + SOUND[44:], Kind("audio/wav", seconds=1.2)),
        (b"OggS....", Kind("audio/ogg")),
        (b"ID3\x04", Kind("audio/mpeg")),
        (b"MZ\x90", Kind()),
        (b"", Kind()),
        (b"\xff\xd8\xff", Kind("image/jpeg")),
        (b"RIFF....WAVEjunk", Kind("audio/wav")),
    ],
)  # fmt: skip
def test_the_first_bytes_say_what_a_picture_or_sound_is(data: bytes, kind: Kind) -> None:
    assert kind_of(data) == kind


def test_what_is_written_of_a_picture_is_true(tmp_path: Path) -> None:
    cell = Cell("1", "x", SayPhrase("x"), extra={"image_id": "p"})
    record = {"id": "p", "path": "wrong.gif", "content_type": "image/gif", "width": 300}
    extra = {"images": [record], FILES: {"wrong.gif": PICTURE}}
    board = Board("b", "B", ((cell,),), extra=extra)
    OBF.write([board], tmp_path / "b.obz")
    (again,) = OBF.read(tmp_path / "b.obz")
    (written,) = again.extra["images"]  # type: ignore[misc]
    assert written["content_type"] == "image/png"
    assert (written["width"], written["height"]) == (4, 3)


# ------------------------------------------------------------------------------- real files


def real() -> list[dict[str, str]]:
    index = DEV / "INDEX.tsv"
    if not index.is_file():
        return []
    with index.open(encoding="utf-8") as lines:
        return [
            row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] in ("obf", "obz")
        ]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["file"]) for row in real()])
def test_what_is_found_in_a_real_file_is_what_the_index_says(
    row: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = DEV / row["file"]
    options = type("Options", (), {"files": [path], "json": True})
    assert check(options) == 0  # type: ignore[arg-type]
    (found,) = json.loads(capsys.readouterr().out)["files"].values()
    got = [found[key] for key in ("boards", "cells", "images", "images_here", "links")]
    wanted = [row[key] for key in ("boards", "buttons", "images", "images_embedded", "links")]
    assert got == [int(number) for number in wanted]
    assert found["links"] - found["broken_links"] == int(row["links_resolved"])


def test_the_real_files_are_there_or_it_is_said_that_they_are_not() -> None:
    if not DEV.is_dir():
        pytest.skip("the shared board files are not here: 17 files not compared with their index")
    assert len(real()) == 17
