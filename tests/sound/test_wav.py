from __future__ import annotations

import io
import wave

import pytest

from aac.sound.player import Pcm
from aac.sound.wav import WavProblem, read_wav, scaled, write_wav
from tests.sound.tones import tone


def test_what_is_written_is_read(tmp_path):
    sound = tone(0.1)
    write_wav(tmp_path / "a.wav", sound)
    assert read_wav(tmp_path / "a.wav") == sound


def test_of_two_channels_the_first_is_taken():
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(b"\1\0\2\0" * 3)
    file.seek(0)
    assert read_wav(file) == Pcm(b"\1\0" * 3, 8000)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"nothing of the kind" * 9])
def test_a_damaged_file_is_a_plain_problem(tmp_path, content):
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(WavProblem):
        read_wav(tmp_path / "a.wav")


def test_a_missing_file_is_a_plain_problem(tmp_path):
    with pytest.raises(WavProblem):
        read_wav(tmp_path / "a.wav")


def test_volume_makes_it_softer_and_never_louder():
    sound = tone(0.1)
    assert scaled(sound, 1.5) == sound
    assert max(scaled(sound, 0.5).samples) <= max(sound.samples)
    assert set(scaled(sound, -1).samples) == {0}
