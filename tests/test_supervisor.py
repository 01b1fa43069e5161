"""Promises of `aac.supervisor`: what dies or hangs is started again, what is ended stays ended."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac import supervisor

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the heart-beat is a POSIX pipe")


@pytest.fixture
def lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A stand-in for the window's process: a script, and the file where it writes its lives."""
    package = tmp_path / "aac"
    package.mkdir()
    (package / "__init__.py").write_text("")
    monkeypatch.setattr(supervisor, "HERE", str(tmp_path))
    monkeypatch.setenv("LIVES", str(tmp_path / "lives"))
    monkeypatch.setattr(supervisor, "PAUSES", (0.0,))
    yield tmp_path


def program(lives: Path, body: str) -> None:
    (lives / "aac" / "window.py").write_text(
        "import os, signal, sys, time\n"
        "path = os.environ['LIVES']\n"
        "with open(path, 'a') as file: file.write(' '.join(sys.argv[1:]) + '\\n')\n"
        "life = len(open(path).readlines())\n" + body
    )


def told(lives: Path) -> list[str]:
    return (lives / "lives").read_text().splitlines()


def test_a_killed_window_is_started_again_and_told_so(lives: Path) -> None:
    program(lives, "os.kill(os.getpid(), signal.SIGKILL) if life < 3 else sys.exit(0)")
    assert supervisor.run(["--profile", "p"]) == supervisor.ENDED
    assert told(lives) == ["--profile p", "--profile p --restarted", "--profile p --restarted"]


def test_a_window_that_somebody_terminates_is_started_again(lives: Path) -> None:
    program(lives, "os.kill(os.getpid(), signal.SIGTERM) if life < 2 else sys.exit(0)")
    assert supervisor.run([]) == supervisor.ENDED
    assert len(told(lives)) == 2


@pytest.mark.parametrize("code", [supervisor.ENDED, supervisor.ALREADY_RUNNING])
def test_an_end_on_purpose_is_an_end(lives: Path, code: int) -> None:
    program(lives, f"sys.exit({code})")
    assert supervisor.run([]) == code
    assert len(told(lives)) == 1


def test_a_window_whose_heart_stands_still_is_started_again(
    lives: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "HANGS", 0.5)
    program(lives, "time.sleep(600) if life < 2 else sys.exit(0)")
    assert supervisor.run([]) == supervisor.ENDED
    assert len(told(lives)) == 2


def test_a_beating_heart_is_left_alone(lives: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "HANGS", 0.5)
    program(
        lives,
        "beat = int(os.environ['WREN_HEARTBEAT'])\n"
        "for _ in range(10): os.write(beat, b'.'); time.sleep(0.1)\n",
    )
    assert supervisor.run([]) == supervisor.ENDED
    assert len(told(lives)) == 1


def test_the_pause_before_a_new_life_grows_while_lives_are_short(
    lives: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(supervisor, "PAUSES", (0.0, 0.01, 0.02))
    monkeypatch.setattr(supervisor.time, "sleep", pauses.append)
    program(lives, "sys.exit(1) if life < 5 else sys.exit(0)")
    assert supervisor.run([]) == supervisor.ENDED
    assert pauses == [0.01, 0.02, 0.02, 0.02]


def test_a_file_where_wren_is_started_does_not_stand_in_for_a_part_of_it(
    lives: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = lives / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "aac.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(elsewhere)
    program(lives, "sys.exit(0)")
    assert supervisor.run([]) == supervisor.ENDED


def test_a_window_that_cannot_stay_open_is_told_once_where_a_helper_can_read_it(
    lives: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(supervisor, "PAUSES", (0.0, 0.0))
    program(lives, "sys.exit(1) if life < 6 else sys.exit(0)")
    assert supervisor.run([]) == supervisor.ENDED
    assert capsys.readouterr().err.splitlines() == [supervisor.CANNOT_STAY]
