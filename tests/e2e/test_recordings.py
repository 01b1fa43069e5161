"""The person's own voice, from a press to what can be heard in the room."""

from __future__ import annotations

import array
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aac.sound.wav import write_wav
from tests.e2e import rig
from tests.e2e.test_speech_faults import SPEAK, prepare, press
from tests.sound.tones import tone

pytestmark = pytest.mark.x11

HERTZ, SECONDS = 440.0, 2.5
RATE = 8000


class Ear:
    """Keeps what comes out of the loudspeaker."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def pitch(self) -> float:
        """Of what was loud, in hertz; 0 where nothing was."""
        raw = self._file.read_bytes()
        samples = array.array("h", raw[: len(raw) // 2 * 2])
        block = RATE // 20
        rates = []
        for start in range(0, len(samples) - block, block):
            some = samples[start : start + block]
            if max(some) > 1000:
                turns = sum((a < 0) != (b < 0) for a, b in zip(some, some[1:], strict=False))
                rates.append(turns / 2 * RATE / block)
        return sorted(rates)[len(rates) // 2] if rates else 0.0


@contextmanager
def listening(room: rig.Room, file: Path) -> Iterator[Ear]:
    command = ["parec", "-d", "spk.monitor", "--raw", "--format=s16le", f"--rate={RATE}",
               "--channels=1", "--latency-msec=50"]  # fmt: skip
    with file.open("wb") as into:
        process = subprocess.Popen(command, env=room.env, stdout=into)
        try:
            yield Ear(file)
        finally:
            process.terminate()
            process.wait()


@pytest.fixture
def recorded(room: rig.Room, profile: Path, tmp_path: Path) -> None:
    """A profile in which "I love you" is recorded, as a tone, and stands written."""
    prepare(profile, "i love you")
    (tmp_path / "came").mkdir()
    write_wav(tmp_path / "came" / "I love you.wav", tone(SECONDS, HERTZ))
    told = json.loads(
        rig.command(room, "recordings", "import", tmp_path / "came", "--profile", profile, "--json")
    )
    assert told["attached"] + told["others"]


@pytest.mark.usefixtures("recorded")
def test_what_is_written_is_heard_as_it_was_recorded(
    room: rig.Room, profile: Path, tmp_path: Path
) -> None:
    with rig.running(room, profile), listening(room, tmp_path / "heard") as ear:
        span = room.spoken_span(press(room, SPEAK))
        assert span == pytest.approx(SECONDS, abs=0.4)
        assert ear.pitch() == pytest.approx(HERTZ, rel=0.05)


@pytest.mark.usefixtures("recorded")
def test_a_phrase_that_is_chosen_is_heard_as_it_was_recorded(
    room: rig.Room, profile: Path, tmp_path: Path
) -> None:
    (tmp_path / "came" / "I love you.wav").rename(tmp_path / "came" / "Yes.wav")
    rig.command(room, "recordings", "import", tmp_path / "came", "--profile", profile)
    with rig.running(room, profile) as wren, listening(room, tmp_path / "heard") as ear:
        span = room.spoken_span(wren.select("strip-yes"))
        assert span == pytest.approx(SECONDS, abs=0.4)
        assert ear.pitch() == pytest.approx(HERTZ, rel=0.05)
        wren.wait_for_scan()


@pytest.mark.usefixtures("recorded")
def test_a_recording_whose_files_are_gone_is_said_by_the_voice(
    room: rig.Room, profile: Path, tmp_path: Path
) -> None:
    for folder in "originals", "played":
        for file in (profile / "recordings" / folder).iterdir():
            file.unlink()
    with rig.running(room, profile) as wren, listening(room, tmp_path / "heard") as ear:
        span = room.spoken_span(press(room, SPEAK))
        assert 0.3 < span < SECONDS - 0.6
        assert abs(ear.pitch() - HERTZ) > 0.05 * HERTZ
        wren.wait_for_scan()
        assert "love" not in wren.written_down()


@pytest.mark.usefixtures("recorded")
def test_a_recording_that_is_damaged_is_said_by_the_voice(
    room: rig.Room, profile: Path, tmp_path: Path
) -> None:
    for folder in "originals", "played":
        for file in (profile / "recordings" / folder).iterdir():
            file.write_bytes(b"RIFF\xff\xff\xff\xffWAVEjunk")
    with rig.running(room, profile), listening(room, tmp_path / "heard") as ear:
        span = room.spoken_span(press(room, SPEAK))
        assert 0.3 < span < SECONDS - 0.6
        assert abs(ear.pitch() - HERTZ) > 0.05 * HERTZ


@pytest.mark.usefixtures("recorded")
def test_turned_off_by_a_switch_the_voice_says_everything(
    room: rig.Room, profile: Path, tmp_path: Path
) -> None:
    work = json.loads((profile / "work.json").read_text())
    (profile / "work.json").write_text(json.dumps({**work, "board": "edit"}))
    with rig.running(room, profile) as wren:
        wren.select("recordings")
        rig.wait_for(
            lambda: wren.saved("settings")["settings"].get("use_recordings") is False, "the change"
        )
        assert 0.3 < room.spoken_span(press(room, SPEAK)) < SECONDS - 0.6
