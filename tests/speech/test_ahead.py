"""Phrases made ready by a process of its own, with the real voice; heard through the real one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SpeechEnded, SpeechStarted
from aac.ports import SoundUse, Utterance
from aac.speech.phrase_store import PhraseStore
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink
from tests.sound.tones import tone

PHRASES = ("Yes.", "No.", "I need water, please.")
LIKE = Utterance(0, "", voice="en-us")
MUCH = 10_000_000
LIMIT = 15_000  # milliseconds


class Rig:
    def __init__(self, folder: Path, most: int = MUCH) -> None:
        self.folder = folder
        self.events: list[object] = []
        self.log: list[str] = []
        self.voice = VoiceProcess(self.log.append)
        self.voice.use(SoundUse(folder, most), lambda what: None)
        self.voice.start(self.events.append)

    def files(self) -> list[Path]:
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted(path for path in found if path.suffix == ".phrase")


@pytest.fixture
def rig(qapp: object, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path / "phrases")
    yield rig
    rig.voice.stop()


@pytest.fixture
def full(rig: Rig, qtbot: QtBot) -> Rig:
    rig.voice.render_ahead(PHRASES, LIKE)  # before its process is ready
    qtbot.waitUntil(lambda: len(rig.files()) == 3, timeout=LIMIT)
    return rig


def say(rig: Rig, sink: NullSink, qtbot: QtBot, number: int, text: str) -> float:
    """Seconds of sound heard."""
    asked = time.monotonic()
    rig.voice.speak(Utterance(number, text, voice="en-us"))
    qtbot.waitUntil(lambda: SpeechEnded(number) in rig.events, timeout=LIMIT)
    return sink.sound_time(asked, time.monotonic())


def test_a_phrase_that_is_ready_is_what_is_heard(sink: NullSink, full: Rig, qtbot: QtBot) -> None:
    plain = say(full, sink, qtbot, 1, "No.")
    for path in full.files():
        PhraseStore(full.folder, MUCH).put(path.name, tone(1.5))
    assert say(full, sink, qtbot, 2, "No.") > plain + 0.8
    assert say(full, sink, qtbot, 3, "Now.") < 1.0


def test_a_damaged_file_is_rendered_anew(sink: NullSink, full: Rig, qtbot: QtBot) -> None:
    for path in full.files():
        path.write_bytes(path.read_bytes()[:-7])
    assert say(full, sink, qtbot, 1, "No.") > 0.1
    assert len(full.files()) == 2
    full.voice.render_ahead(PHRASES, LIKE)
    qtbot.waitUntil(lambda: len(full.files()) == 3, timeout=LIMIT)


def test_what_is_said_is_never_kept(sink: NullSink, full: Rig, qtbot: QtBot) -> None:
    before = full.files()
    say(full, sink, qtbot, 1, "Something composed.")
    assert full.files() == before


def test_speaking_does_not_wait_for_what_is_made_ready(
    sink: NullSink, rig: Rig, qtbot: QtBot
) -> None:
    many = tuple(f"This is phrase number {n} of very many." for n in range(3000))
    qtbot.waitUntil(lambda: bool(rig.voice.voices()), timeout=LIMIT)
    rig.voice.render_ahead(many, LIKE)
    qtbot.waitUntil(lambda: len(rig.files()) > 3, timeout=LIMIT)
    rig.voice.speak(Utterance(1, "Yes."))
    qtbot.waitUntil(lambda: SpeechStarted(1) in rig.events, timeout=1000)
    rig.voice.render_ahead((), LIKE)
    qtbot.waitUntil(lambda: SpeechEnded(1) in rig.events, timeout=LIMIT)
    made = len(rig.files())
    qtbot.wait(200)
    assert len(rig.files()) <= made + 1 < len(many)


def test_a_full_store_keeps_the_first_phrases(qapp: object, tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path / "phrases", most=60_000)  # about 1.4 s of speech
    try:
        rig.voice.render_ahead([*PHRASES, *(f"Phrase {n}" for n in range(40))], LIKE)
        qtbot.waitUntil(lambda: len(rig.files()) >= 2, timeout=LIMIT)
        qtbot.wait(500)
        assert sum(path.stat().st_size for path in rig.files()) <= 60_000
    finally:
        rig.voice.stop()


def test_it_can_be_forgotten(full: Rig) -> None:
    full.voice.forget()
    assert full.files() == []


def test_without_room_nothing_is_kept(qapp: object, tmp_path: Path, qtbot: QtBot) -> None:
    rig = Rig(tmp_path / "phrases", most=0)
    try:
        rig.voice.render_ahead(PHRASES, LIKE)
        qtbot.waitUntil(lambda: bool(rig.voice.voices()), timeout=LIMIT)
        qtbot.wait(700)
        assert rig.files() == []
    finally:
        rig.voice.stop()


def test_nothing_made_ready_is_logged_and_the_process_ends(full: Rig, qtbot: QtBot) -> None:
    assert not any("water" in line for line in full.log)
    worker = full.voice.worker_pid
    qtbot.waitUntil(lambda: _children(worker) == [], timeout=LIMIT)


def _children(pid: int) -> list[int]:
    """Linux keeps them in a file."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    assert path.exists() or os.name != "posix"
    return [int(child) for child in path.read_text().split()] if path.exists() else []
