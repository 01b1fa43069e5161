"""The two worker processes, talked to without Qt."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound.tones import sound_folder

ROOT = Path(__file__).parents[2]
ENDS_WITHIN = 5.0


class Talk:
    """A worker and the lines to and from it."""

    def __init__(self, *command: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", *command],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def say(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def hear(self) -> dict[str, object]:
        assert self.process.stdout is not None
        return json.loads(self.process.stdout.readline())

    def end(self) -> bytes:
        """Close its stdin and wait; what it wrote to stderr."""
        _, errors = self.process.communicate(timeout=ENDS_WITHIN)
        return errors


@pytest.fixture
def voice(no_sound) -> Iterator[Talk]:
    talk = Talk("aac.speech.worker")
    assert talk.hear()["ready"]
    yield talk
    talk.process.kill()
    talk.process.communicate()


def test_the_voice_answers_whatever_it_is_told(voice):
    for line in b"", b"nonsense", b"[]", b"{}", b'{"say": "x"}', b'{"say": 1}', b"\xff":
        voice.say(line)
    voice.say(b'{"ping": 5}')
    assert voice.hear() == {"pong": 5}


def test_the_voice_lists_its_voices_again(voice):
    voice.say(b'{"voices": true}')
    assert len(voice.hear()["voices"]) > 100


def test_the_voice_writes_a_file_without_any_sound_server(voice, tmp_path):
    path = tmp_path / "a.wav"
    voice.say(json.dumps({"wav": str(path), "text": "Hello"}).encode())
    assert voice.hear() == {"saved": str(path)}
    assert path.stat().st_size > 10_000


def test_the_voice_says_when_it_cannot_be_heard_and_never_what_it_should_say(voice):
    voice.say(b'{"say": 3, "text": "xylophone"}')
    assert voice.hear() == {"failed": 3, "why": "no-device"}
    assert b"xylophone" not in voice.end()


def test_the_voice_ends_when_its_parent_has_gone(voice):
    voice.end()
    assert voice.process.returncode == 0


def test_the_bell_ends_when_its_parent_has_gone(no_sound, tmp_path):
    bell = Talk("aac.sound.bell_worker", str(sound_folder(tmp_path, chime=0.1)))
    assert bell.hear() == {"ready": True, "sounds": ["chime"]}
    bell.end()
    assert bell.process.returncode == 0


def test_the_voice_ends_when_its_parent_is_killed():
    program = """
        import subprocess, sys, time
        child = subprocess.Popen(
            [sys.executable, "-m", "aac.speech.worker"], stdin=subprocess.PIPE
        )
        print(child.pid, flush=True)
        time.sleep(60)
    """
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert parent.stdout is not None
    assert int(parent.stdout.readline()) > 0
    parent.send_signal(signal.SIGKILL)
    # The pipe closes when the last process that holds it has gone: the worker.
    parent.communicate(timeout=ENDS_WITHIN)


@pytest.mark.parametrize("module", ["aac.speech.worker", "aac.sound.bell_worker", "aac.speech.say"])
def test_no_worker_loads_qt(module):
    program = f"import sys, {module}; sys.exit(any('PySide6' in name for name in sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-c", program], env=environment).returncode == 0
