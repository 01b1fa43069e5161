"""``wren print``: files without a screen, JSON, and plain answers to bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from aac.__main__ import main
from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.model import language
from aac.model.language import ENGLISH
from aac.model.settings import Settings
from aac.supervisor import surroundings
from tests.cli.test_commands import refused, result


def profile(folder: Path) -> str:
    return f"--profile={folder / 'profile'}"


def test_all_is_printed_without_a_screen(tmp_path: Path) -> None:
    """In a process of its own, as from a text console."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "aac", "print", profile(tmp_path), "--out", str(tmp_path),
         "--pack", "--json"],
        env={key: value for key, value in surroundings().items() if key not in screens},
        capture_output=True,
        check=True,
        timeout=60,
    )  # fmt: skip
    told = json.loads(done.stdout)
    (file,) = told["files"]
    assert (
        len(PdfReader(file).pages)
        == told["pages"]
        == sum(sheet["pages"] for sheet in told["sheets"])
    )
    assert [sheet["name"] for sheet in told["sheets"]] == [
        "yes-no", "quick", "pain", "alphabet", "board:digits", "aeiou", "etran", "scanning",
        "passport",
    ]  # fmt: skip


def test_single_sheets_and_boards_are_printed_on_the_paper_that_is_asked_for(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = result(
        capsys, "print", "etran", "--board", "category-q", "--board=category-q",
        "--paper", "letter", "--out", str(tmp_path), profile(tmp_path), "--json",
    )  # fmt: skip
    files = told["files"]
    assert isinstance(files, list)
    assert [Path(file).name for file in files] == [
        "wren-etran-letter.pdf", "wren-board-category-q-letter.pdf",
    ]  # fmt: skip
    assert "Putting it right" in " ".join(PdfReader(files[1]).pages[0].extract_text().split())


def test_only_the_board_is_printed_where_only_a_board_is_asked_for(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = result(
        capsys, "print", "--board=digits", "--out", str(tmp_path), profile(tmp_path), "--json"
    )
    assert [sheet["name"] for sheet in told["sheets"]] == ["board:digits"]  # type: ignore[attr-defined]


def test_a_check_tells_what_is_out_of_date_by_its_exit_code(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "profile" / "boards"
    assert result(capsys, "print", "--check", profile(tmp_path), "--json") == {"out_of_date": []}
    result(
        capsys, "print", "quick", "alphabet", "--out", str(tmp_path), profile(tmp_path), "--json"
    )
    assert result(capsys, "print", "--check", profile(tmp_path), "--json") == {"out_of_date": []}
    shipped = Path(__file__).parents[2] / "boards" / "en" / "quick.obf"
    mine.mkdir(parents=True)
    edited = shipped.read_text("utf-8").replace('"Suction"', '"Clear my throat"')
    (mine / "quick.obf").write_text(edited, "utf-8")
    assert main(["print", "--check", profile(tmp_path), "--json"]) == 1
    (old,) = json.loads(capsys.readouterr().out)["out_of_date"]
    assert (old["name"], old["title"]) == ("quick", "Quick phrases")
    assert main(["print", "--check", profile(tmp_path)]) == 1
    assert "Quick phrases" in capsys.readouterr().out


def test_unknown_sheets_and_boards_are_answered_with_a_sentence(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "nothing" in refused(capsys, "print", "nothing", profile(tmp_path))
    assert "no-board" in refused(capsys, "print", "--board=no-board", profile(tmp_path))
    assert "a4" in refused(capsys, "print", "--paper=a3", profile(tmp_path))


def test_a_folder_that_cannot_be_written_is_answered_with_a_sentence(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    said = refused(capsys, "print", "yes-no", "--out", str(tmp_path / "file"), profile(tmp_path))
    assert str(tmp_path / "file") in said


def test_the_sheets_are_in_the_language_that_wren_speaks(
    qapp: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = profile_paths(tmp_path / "profile")
    Store(paths.settings, paths.work, paths.measures).write_settings(Settings(wren_language="de"))
    try:
        result(capsys, "print", "--pack", "--out", str(tmp_path), profile(tmp_path), "--json")
    finally:
        language.use(ENGLISH)
    pages = PdfReader(tmp_path / "wren-paper-a4.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for german in ("Wo tut es weh?", "1 Kopf", "Halten Sie bei meinem Ja an", "Ich verstehe Sie."):
        assert german in text
    # Each of these would be a sentence that was forgotten.
    assert not {"the", "my", "with", "page", "row"} & set(text.casefold().split())
