"""Measures outlive a run; numbers that make no sense are measured anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aac.files.measured import read_measures, write_measures
from aac.model.measures import Calibration, Measures, PressTiming, SwitchCheck
from aac.model.notice import Notice, NoticeKind

ALL = Measures(
    PressTiming(0.82, 0.25, 31.5),
    Calibration(0.82, 0.25, 1.35, 10, 1.7e9),
    SwitchCheck(41, 0.2, 0.3, 0.9, 3, True, 1.7e9),
)
DAMAGED = [Notice(NoticeKind.MEASURES_DAMAGED)]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "measures.json"
    for measures in (ALL, Measures()):
        write_measures(path, measures)
        assert read_measures(path) == (measures, [])


def test_without_a_file_nothing_is_known_and_nothing_is_told(tmp_path: Path) -> None:
    assert read_measures(tmp_path / "measures.json") == (Measures(), [])


def test_a_newer_wren_may_have_written_more(tmp_path: Path) -> None:
    path = tmp_path / "measures.json"
    path.write_text(json.dumps({"version": 9, "timing": {"offset": 1, "mood": 3}, "moon": []}))
    assert read_measures(path) == (Measures(PressTiming(offset=1.0)), [])


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[1]",
        '{"timing": 3}',
        '{"timing": {"offset": "soon"}}',
        '{"timing": {"offset": NaN}}',
        '{"check": {"presses": 1.5}}',
        '{"check": {"three_presses": 1}}',
        '{"calibration": {"mean": 1.0}}',
    ],
)
def test_a_damaged_file_is_told_and_kept_aside(tmp_path: Path, content: str) -> None:
    path = tmp_path / "measures.json"
    path.write_text(content)
    assert read_measures(path) == (Measures(), DAMAGED)
    assert [kept.read_text() for kept in tmp_path.glob("*.damaged-*")] == [content]
