"""Pictures on the internet: nothing goes out before a yes, and then only where it was agreed."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from aac.files import fetch
from aac.files.fetch import FetchProblem, fetched, get_https, hosts
from aac.files.notes import Notes
from aac.files.obf import ObfFormat
from aac.files.obf.content import key_of
from aac.model.board import Board

OBF = ObfFormat()
GIF = b"GIF89a\x05\x00\x06\x00rest"
URLS = {
    "a": "https://one.example/a.gif",
    "b": "https://one.example/b.gif",
    "c": "https://two.example/c.gif",
    "d": "http://plain.example/d.gif",
    "e": "https://user:secret@one.example/e.gif",
    "f": "https://one.example:8443/f.gif",
    "g": "file:///etc/passwd",
    "h": "https://[broken",
}


def boards(folder: Path, urls: Mapping[str, str] = URLS) -> tuple[Board, ...]:
    raw = {
        "id": "m",
        "name": "Mine",
        "buttons": [{"id": one, "label": one, "image_id": one} for one in urls],
        "images": [{"id": one, "url": url, "license": {"type": "X"}} for one, url in urls.items()],
        "grid": {"order": [list(urls)]},
    }
    path = folder / "m.obf"
    path.write_text(json.dumps(raw))
    return OBF.read(path)


def test_the_hosts_are_listed_with_how_much_lies_there(tmp_path: Path) -> None:
    assert hosts(boards(tmp_path)) == {"": 5, "one.example": 2, "two.example": 1}


def test_what_comes_is_in_the_board_and_in_its_file(tmp_path: Path) -> None:
    notes = Notes()
    asked: list[str] = []

    def get(url: str) -> bytes:
        asked.append(url)
        if "one.example/a" in url or "two" in url:
            return GIF
        raise FetchProblem("It cannot be fetched.")

    (board,) = fetched(boards(tmp_path), notes, get)
    keys = {cell.id: cell.picture for cell in board.cells()}
    assert keys["a"] == keys["c"] == key_of(GIF) and not keys["b"]
    assert len(asked) == len(set(asked)) == len(URLS)
    assert [note.times for note in notes.lost] == [len(URLS) - 2]
    OBF.write([board], tmp_path / "out.obf")
    (again,) = OBF.read(tmp_path / "out.obf")
    assert {cell.id: cell.picture for cell in again.cells()} == keys
    assert hosts([again])["one.example"] == 1
    assert again.extra["images"][0]["license"] == {"type": "X"}  # type: ignore[index]


def test_what_is_no_picture_is_not_kept(tmp_path: Path) -> None:
    notes = Notes()
    (board,) = fetched(boards(tmp_path), notes, lambda url: b"<html>Please log in</html>")
    assert not any(cell.picture for cell in board.cells())
    assert notes.lost


def test_there_is_an_end_in_time_and_in_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    times = iter([0.0, 1.0, 2.0] + [fetch.ALL_SECONDS + 1] * 99)
    given = boards(tmp_path)
    fetched(given, Notes(), lambda url: asked.append(url) or GIF, clock=lambda: next(times))  # type: ignore[func-returns-value]
    assert len(asked) == 2
    monkeypatch.setattr(fetch, "ALL_LIMIT", len(GIF))
    asked.clear()
    fetched(given, Notes(), lambda url: asked.append(url) or GIF)  # type: ignore[func-returns-value]
    assert len(asked) == 1


@pytest.mark.parametrize("url", [*(URLS[one] for one in "cdefgh"), "https://ONE.example.evil/x"])
def test_nothing_is_asked_for_but_https_from_the_hosts_that_were_agreed_to(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("it looked for the host"))
    with pytest.raises(FetchProblem, match=r"\.$"):
        get_https(["one.example", ""])(url)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.1.1", "::1"])
def test_a_host_inside_the_house_is_not_asked(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(2, 1, 6, "", (address, 443))])
    with pytest.raises(FetchProblem, match="no public one"):
        get_https(["one.example"])(URLS["a"])
