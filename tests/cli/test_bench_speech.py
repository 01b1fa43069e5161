"""``wren bench speech``: its keys, and null with a reason where nothing can be heard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aac.__main__ import main
from tests.sound.null_sink import missing

PATHS = ["engine", "cache", "recording", "bell"]
FIGURES = ["utterances", "lost", "memory_growth_mb", "handles_growth"]


def result(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, object]:
    assert main(["bench", "speech", "--json", *more]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_every_path_is_heard_and_silenced(qapp: object, capsys: pytest.CaptureFixture[str]) -> None:
    found = result(capsys, "--utterances", "10")
    assert (found["utterances"], found["lost"]) == (10, 0)
    assert [row["path"] for row in found["rows"]] == PATHS
    for row, times in zip(found["rows"], [4, 4, 2, 10], strict=True):
        assert row["first_sound_ms"].keys() == {"median", "p99", "n"}
        assert row["first_sound_ms"]["n"] == row["silence_ms"]["n"] == times
        assert row["first_sound_ms"]["median"] > 0
    assert all(isinstance(found[key], int | float) for key in FIGURES)


def test_without_a_sound_server_nothing_is_made_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = result(capsys)
    assert [row["path"] for row in found["rows"]] == PATHS
    assert all(row["first_sound_ms"] is row["silence_ms"] is None for row in found["rows"])
    assert all(found[key] is None for key in FIGURES)
    assert found["notes"]
