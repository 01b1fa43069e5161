"""Promises of the commands of the terminal: the printed keys, and plain answers to bad input."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest

from aac.__main__ import main

SPELLING = {
    "alphabet-frequency": 4.30,
    "alphabet-eardu": 4.31,
    "alphabet-abc-space-first": 5.18,
    "alphabet-abc": 6.00,
    "alphabet-aeiou": 6.18,
    "alphabet-qwerty": 6.35,
}


def result(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(list(arguments)) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence that bad input is answered with."""
    assert main(list(arguments)) != 0
    printed = capsys.readouterr()
    assert printed.out == ""
    (line,) = printed.err.strip().splitlines()
    assert "Traceback" not in line
    return line


@pytest.mark.parametrize(("board", "steps"), SPELLING.items())
def test_the_step_counter_gives_the_published_figures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, board: str, steps: float
) -> None:
    found = result(capsys, "boards", "cost", board, "--json", "--profile", str(tmp_path))
    assert found["steps_per_char"] == pytest.approx(steps, abs=0.02)
    assert found["presses_per_char"] == 2.0


def test_a_strip_lit_first_costs_a_step_for_each_letter(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found = result(
        capsys, "boards", "cost", "alphabet-frequency", "--json", "--profile", str(tmp_path)
    )
    assert found["steps_per_char_as_set"] == pytest.approx(5.30, abs=0.02)


def test_the_cost_of_a_text_is_that_of_its_letters(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Water ")
    found = result(
        capsys, "boards", "cost", "alphabet-frequency", "--text", str(text), "--json",
        "--profile", str(tmp_path),
    )  # fmt: skip
    assert found["steps_per_char"] == pytest.approx((7 + 4 + 3 + 3 + 5) / 5, abs=0.001)


def test_seconds_follow_the_persons_scan_time(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    settings = {"scan_time": 1.0, "first_row_extra": 0.0, "first_cell_extra": 0.0}
    (tmp_path / "settings.json").write_text(json.dumps({"settings": settings}))
    found = result(
        capsys, "boards", "cost", "alphabet-frequency", "--json", "--profile", str(tmp_path)
    )
    assert found["seconds_per_char"] == pytest.approx(4.30, abs=0.02)
    assert found["words_per_minute"] == pytest.approx(2.79, abs=0.02)


def test_a_board_without_letters_has_no_steps_per_character_and_says_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found = result(capsys, "boards", "cost", "quick", "--json", "--profile", str(tmp_path))
    assert found["steps_per_char"] is None
    assert any("steps_per_char" in str(note) for note in found["notes"])  # type: ignore[attr-defined]
    assert found["cells"]["E01"]["steps"] == 5  # type: ignore[index]


def test_check_tells_what_is_in_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    package = tmp_path / "out.obz"
    shipped = Path(__file__).parents[2] / "boards" / "en" / "quick.obf"
    assert main(["boards", "convert", str(shipped), str(package)]) == 0
    capsys.readouterr()
    found = result(capsys, "boards", "check", str(package), "--json")
    (one,) = found["files"].values()  # type: ignore[attr-defined]
    assert (one["boards"], one["images"], one["sounds"]) == (1, 17, 0)
    assert one["cells"] == 30
    assert {"links", "broken_links", "mended", "lost"} <= set(one)


def test_a_file_that_is_no_board_is_told_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bad, out = tmp_path / "bad.obf", tmp_path / "out.obz"
    bad.write_bytes(b"PK\x03\x04 broken")
    assert "bad.obf" in refused(capsys, "boards", "convert", str(bad), str(out))
    assert not out.exists()
    assert main(["boards", "check", str(bad), "--json"]) == 1
    assert "problem" in json.loads(capsys.readouterr().out)["files"][str(bad)]


def test_a_name_that_wren_does_not_write_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    assert ".obz" in refused(capsys, "boards", "convert", "whatever.obf", str(out))
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["boards"],
        ["boards", "cost", "no such board"],
        ["boards", "cost", "quick", "--text", "no such file"],
        ["bench", "everything-there-is"],
        ["say"],
        ["say", " "],
        ["say", "Hello", "--voice", "nobody"],
        ["say", "Hello", "--wav", "no such folder/hello.wav"],
        ["--profile"],
    ],
)
def test_bad_input_is_answered_with_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    refused(capsys, *arguments)


def test_help_and_version_are_no_errors(capsys: pytest.CaptureFixture[str]) -> None:
    for argument in ("--help", "--version"):
        with pytest.raises(SystemExit) as ended:
            main([argument])
        assert ended.value.code == 0
        assert "Wren" in capsys.readouterr().out


def test_say_writes_a_sound_in_the_wanted_voice(tmp_path: Path) -> None:
    file = tmp_path / "hello.wav"
    assert main(["say", "Hello", "--voice", "de", "--wav", str(file)]) == 0
    with wave.open(str(file)) as sound:
        assert sound.getnframes() / sound.getframerate() > 0.2
