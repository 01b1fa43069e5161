"""Promises of ``wren boards`` and ``wren log``: keys, exit codes, one sentence for bad input."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from aac.__main__ import main
from aac.cli.bench_boards import measure_boards
from aac.files.obf import ObfFormat
from aac.files.paths import boards_folder

OBF = ObfFormat()


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A board under a wrong name, with an action we lack and a picture that is elsewhere."""
    raw = {
        "id": "b",
        "name": "Odd",
        "license": {"type": "CC0"},
        "buttons": [
            {"id": "1", "label": "battery", "action": ":battery-level", "image_id": "p"},
            {"id": "2", "label": "x", "load_board": {"id": "none"}},
        ],
        "images": [{"id": "p", "url": "https://pictures.example/p.png"}],
        "strings": {"fr": {"x": "y"}},
        "grid": {"order": [["1", "2"]]},
    }
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(raw))
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, object]:
    assert main([str(one) for one in arguments]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main([str(one) for one in arguments]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "Traceback" not in err
    return err


def test_check_counts_and_names_what_was_lost_with_its_place(
    odd: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (found,) = printed(capsys, "boards", "check", odd, "--json")["files"].values()  # type: ignore[attr-defined]
    counted = {key: value for key, value in found.items() if isinstance(value, int)}
    assert counted == {
        "boards": 1, "cells": 2, "hidden": 0, "links": 1, "broken_links": 1, "images": 1,
        "images_here": 0, "sounds": 0, "sounds_here": 0, "only_on_the_internet": 1,
    }  # fmt: skip
    assert (found["licences"], found["languages"]) == (["CC0"], ["en", "fr"])
    assert any(":battery-level" in line and "“battery”" in line for line in found["lost"])
    assert found["mended"]


def test_several_files_are_checked_and_one_that_is_bad_is_told(
    odd: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = odd.with_name("missing.obf")
    assert main(["boards", "check", str(odd), str(missing), "--json"]) == 1
    files = json.loads(capsys.readouterr().out)["files"]
    assert "problem" in files[str(missing)] and "problem" not in files[str(odd)]
    assert main(["boards", "check", str(odd)]) == 0
    shown = capsys.readouterr().out
    assert "1. Lost:" in shown and "Odd, cell “battery”" in shown


def test_convert_writes_and_numbers_what_happened(
    odd: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = odd.with_name("out.obz")
    assert main(["boards", "convert", str(odd), str(out)]) == 0
    assert "1. Lost:" in capsys.readouterr().out
    assert OBF.read(out)[0].name == "Odd"


def test_convert_refuses_in_one_sentence_and_leaves_no_file(
    odd: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package, out = tmp_path / "two.obz", tmp_path / "out.obf"
    (first,) = OBF.read(odd)
    OBF.write([first, *OBF.read(boards_folder("en") / "quick.obf")], package)
    assert "2 boards" in refused(capsys, "boards", "convert", package, out)
    assert "not there" in refused(capsys, "boards", "convert", tmp_path / "none", out)
    assert "read or written" in refused(capsys, "boards", "convert", odd, tmp_path / "no" / "o.obf")
    odd.write_bytes(b"\x00\x01")
    assert "not a board file" in refused(capsys, "boards", "convert", odd, out)
    assert not out.exists()


def test_cost_of_a_file_under_any_name(odd: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "boards", "cost", odd, "--json", "--profile", odd.parent)
    assert found["steps_per_char"] is None and set(found["cells"]) == {"1", "2"}  # type: ignore[call-overload]


def test_fetch_says_the_hosts_and_goes_nowhere_without_a_yes(
    odd: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: pytest.fail("it went out"))
    before = odd.read_bytes()
    found = printed(capsys, "boards", "fetch", odd, "--json")
    assert found["hosts"] == {"pictures.example": 1}
    assert "--yes" in str(found["notes"])
    assert odd.read_bytes() == before


def test_fetch_with_a_yes_tells_what_did_not_come_and_leaves_the_file(
    odd: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nowhere(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert "--out" in refused(capsys, "boards", "fetch", odd, "--yes")
    out = odd.with_name("out.obz")
    found = printed(capsys, "boards", "fetch", odd, "--yes", "--out", out, "--json")
    assert found["fetched"] == 0 and found["notes"]
    assert not out.exists()


def test_a_log_is_written_when_asked_for_without_what_is_private(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    private = next(
        board
        for path in sorted(boards_folder("en").glob("*.obf"))
        for board in OBF.read(path)
        if board.private
    )
    wish = next(
        cell.action.text.partition("{")[0]  # type: ignore[union-attr]
        for cell in private.cells()
        if hasattr(cell.action, "text")
    )
    history = ["Hello Maria", wish + " x" if wish.endswith(" ") else wish, "Thank you"]
    (tmp_path / "work.json").write_text(json.dumps({"history": history}))
    log = tmp_path / "said.obl"
    found = printed(capsys, "log", "export", log, "--json", "--profile", tmp_path)
    assert found["messages"] == 2
    text = log.read_text("utf-8")
    assert text.index("Thank you") < text.index("Hello Maria")  # the oldest first
    assert wish.strip() not in text
    printed(capsys, "log", "export", log, "--anonymous", "--json", "--profile", tmp_path)
    assert "Maria" not in log.read_text("utf-8")
    checked = printed(capsys, "log", "check", log, "--json")
    assert (checked["events"], checked["anonymous"]) == ({"utterance": 2}, True)
    assert ".obl" in refused(capsys, "log", "export", tmp_path / "a.txt", "--profile", tmp_path)
    assert "no log" in refused(capsys, "log", "check", tmp_path / "work.json")


def test_the_benchmark_of_boards_prints_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aac.cli.bench_boards.STARTS", 0)
    found = measure_boards(300)
    assert found["boards"] == 300
    for key in ("first_page_s", "change_page_ms"):
        assert set(found[key]) == {"median", "p99", "n"}  # type: ignore[call-overload]
    assert found["notes"]
