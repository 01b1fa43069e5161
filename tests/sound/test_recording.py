"""Recorded sounds of cells: what can be played, and what is refused."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.sound import recording
from aac.sound.player import Pcm
from aac.sound.recording import RecordingProblem, recorded
from aac.sound.wav import write_wav
from tests.sound.tones import tone

DATA = Path(__file__).parents[1] / "data"


def wav(seconds: float) -> bytes:
    file = io.BytesIO()
    write_wav(file, tone(seconds))
    return file.getvalue()


def loudest(pieces: list[Pcm]) -> int:
    return max(abs(sample) for piece in pieces for sample in memoryview(piece.samples).cast("h"))


GOOD = {
    "wav": wav(0.3),
    "mp3": (DATA / "tone.mp3").read_bytes(),
    "ogg": (DATA / "tone.ogg").read_bytes(),
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_recording_is_heard(kind: str) -> None:
    pieces = list(recorded(GOOD[kind]))
    assert sum(piece.seconds for piece in pieces) == pytest.approx(0.3, abs=0.1)
    assert loudest(pieces) > 8000


def test_it_is_as_loud_as_the_voice_is_set() -> None:
    full, half = (loudest(list(recorded(GOOD["wav"], volume))) for volume in (1.0, 0.5))
    assert half == pytest.approx(full / 2, rel=0.02)


def test_a_very_long_one_ends_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "LONGEST", 1.2)
    pieces = list(recorded(wav(5.0)))
    assert sum(piece.seconds for piece in pieces) == pytest.approx(1.2)


@pytest.mark.parametrize(
    "content",
    [b"", b"no sound", b"RIFF\xff\xff\xff\xffWAVEfmt ", wav(0.1)[:30]],
    ids=["empty", "text", "4 GB claimed", "cut"],
)
def test_what_is_no_sound_is_refused(content: bytes) -> None:
    with pytest.raises(RecordingProblem):
        recorded(content)


def test_a_recording_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "MOST_BYTES", 1000)
    with pytest.raises(RecordingProblem):
        recorded(GOOD["wav"])


def test_a_wav_that_claims_4_gb_plays_only_what_there_is() -> None:
    content = bytearray(wav(0.2))
    content[40:44] = b"\xff\xff\xff\xff"
    assert sum(piece.seconds for piece in recorded(bytes(content))) < 0.3


@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=20),
    st.floats(0, 1),
)
def test_a_damaged_one_is_played_in_part_or_refused(
    kind: str, changes: list[tuple[float, int]], end: float
) -> None:
    content = bytearray(GOOD[kind])
    for place, value in changes:
        content[int(place * len(content))] = value
    try:
        pieces = list(recorded(bytes(content[: int(end * len(content)) + 1])))
    except RecordingProblem:
        return
    assert sum(piece.seconds for piece in pieces) <= recording.LONGEST


HOSTILE = Path(__file__).resolve().parents[3] / "shared/data/boards/hostile/sound/wrong_types.obz"


@pytest.mark.skipif(
    not HOSTILE.is_file(), reason="the shared board files are not here: 1 not tried"
)
def test_the_sounds_of_the_hostile_file_play_in_part_or_are_refused() -> None:
    with zipfile.ZipFile(HOSTILE) as package:
        names = [name for name in package.namelist() if not name.endswith((".obf", ".json"))]
        contents = [package.read(name) for name in names]
    assert contents
    for content in contents:
        with contextlib.suppress(RecordingProblem):
            assert sum(piece.seconds for piece in recorded(content)) <= recording.LONGEST
