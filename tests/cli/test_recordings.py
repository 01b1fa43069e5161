"""``wren recordings``: taken in, listed and given out from a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aac.cli import commands
from aac.model.board import SayPhrase
from aac.model.settings import Settings
from aac.shelf import open_shelf
from tests.banking.conftest import sound


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, object]:
    assert commands.run([*map(str, words), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_in_listed_and_out_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = tmp_path / "profile"
    sound(tmp_path / "in", "I am thirsty.wav")
    sound(tmp_path / "in", "A loud laugh.wav")
    of = ("--profile", profile)
    before = run(capsys, "recordings", "list", "--missing", *of)
    told = run(capsys, "recordings", "import", tmp_path / "in", *of)
    assert (told["attached"], told["others"]) == (["I am thirsty."], ["A loud laugh"])
    after = run(capsys, "recordings", "list", "--missing", *of)
    assert isinstance(before["phrases"], list) and isinstance(after["phrases"], list)
    assert set(before["phrases"]) - set(after["phrases"]) == {"I am thirsty."}
    listed = run(capsys, "recordings", "list", *of)
    assert (listed["recorded"], listed["phrases"]) == (2, ["A loud laugh", "I am thirsty."])
    out = run(capsys, "recordings", "export", tmp_path / "out", *of)
    assert (out["written"], out["lost"]) == (2, [])
    assert (tmp_path / "out" / "A loud laugh.wav").is_file()


def test_wishes_about_care_are_never_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    boards = open_shelf(tmp_path / "boards", Settings()).boards
    private = [board for board in boards.looked_through() if board.private]
    actions = (cell.action for board in private for cell in board.cells())
    wishes = {action.text for action in actions if isinstance(action, SayPhrase)}
    listed = run(capsys, "recordings", "list", "--missing", "--profile", tmp_path)
    assert wishes and isinstance(listed["phrases"], list)
    assert not wishes & set(listed["phrases"])


@pytest.mark.parametrize("verb", ["import", "export"])
def test_a_folder_that_is_none_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    (tmp_path / "file").touch()
    words = ["recordings", verb, str(tmp_path / "file"), "--profile", str(tmp_path / "p")]
    assert commands.run(words) == commands.BAD_INPUT
    told = capsys.readouterr().err
    assert len(told.strip().splitlines()) == 1 and "file" in told
