"""Sounds and a store for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from aac.banking.reading import arrival
from aac.banking.store import RecordingStore
from aac.sound.wav import write_wav
from tests.sound.tones import tone


@pytest.fixture
def store(tmp_path: Path) -> RecordingStore:
    return RecordingStore(tmp_path / "recordings")


def sound(folder: Path, name: str, seconds: float = 0.3, hertz: float = 440.0) -> Path:
    """A WAV of this name."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    write_wav(path, tone(seconds, hertz))
    return path


def add(store: RecordingStore, folder: Path, phrase: str, hertz: float = 440.0) -> bytes:
    """Record this phrase; gives the bytes of the original."""
    path = sound(folder / "came", "take.wav", hertz=hertz)
    store.add((arrival(path, phrase),))
    return path.read_bytes()
