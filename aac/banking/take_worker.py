"""The process that records and plays takes: ``take_worker`` (see `sound.pipe`).

In: ``{"record": PATH}``, ``{"stop": true}``, ``{"listen": PATH}``, ``{"hush": true}``,
``{"ping": n}``.
Out: ``{"ready": true}``, ``{"recording": true}`` with the first sound that comes, ``{"level": dB}``
ten times a second, ``{"take": PATH, …}`` with the fields of `trimming.Heard` (beside it is then
what is to be played of it, see `played_beside`),
``{"listening": seconds}``, ``{"listened": true}``, ``{"failed": why, "doing": "record"}``; ``why``
is ``"no-microphone"``, ``"lost"``, ``"disk"``, ``"no-device"`` or ``"unreadable"``.
A microphone that hangs takes this process with it and not the window.
"""

from __future__ import annotations

import queue
import sys
from array import array
from collections.abc import Callable, Generator
from dataclasses import asdict
from pathlib import Path
from time import monotonic
from typing import Protocol

from miniaudio import MiniaudioError

from aac.banking.naming import played_beside
from aac.banking.reading import read_sound
from aac.sound.capture import Capture
from aac.sound.pipe import Message, Pipe
from aac.sound.player import NoDevice, Pcm, Player
from aac.sound.recording import LONGEST, RecordingProblem
from aac.sound.trimming import cut, heard, loudness
from aac.sound.wav import write_wav

RATE = 44_100
_PERIOD = 20  # milliseconds
_LOOK = 0.02
_METER = 0.1
"""Seconds between two levels shown."""

_NEVER_HEARD = 3.0
"""Seconds after which a microphone that has given nothing is none."""

_SILENT_FOR = 1.0
"""Seconds without any sound, not even silence, after which it is gone."""


class Opened(Protocol):
    def close(self) -> None: ...


Open = Callable[[Generator[None, bytes, None]], Opened]


def usual_microphone(taking: Generator[None, bytes, None]) -> Opened:
    """Raises `MiniaudioError`."""
    return Capture(RATE, _PERIOD, taking)


class Take:
    """What is being recorded."""

    def __init__(self, path: Path, open_it: Open) -> None:
        self.path = path
        self.samples = array("h")
        self.begun = self.heard_at = monotonic()
        self._came: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._device = open_it(self._taking())

    def collect(self) -> array[int]:
        """The sound that has come since the last time."""
        new = array("h")
        while not self._came.empty():
            new.frombytes(self._came.get())
        if new:
            self.heard_at = monotonic()
            self.samples.extend(new)
        return new

    @property
    def silent(self) -> bool:
        """Whether nothing comes any more, or ever came."""
        patience = _SILENT_FOR if self.samples else _NEVER_HEARD
        return monotonic() - self.heard_at > patience

    @property
    def full(self) -> bool:
        return len(self.samples) >= LONGEST * RATE

    def close(self) -> None:
        self._device.close()

    def _taking(self) -> Generator[None, bytes, None]:
        """Runs on a thread of the sound system."""
        while True:
            received = yield
            self._came.put(bytes(received))


class TakeWorker:
    """Does as told until the parent has gone."""

    def __init__(self, pipe: Pipe, player: Player, open_it: Open = usual_microphone) -> None:
        self._pipe = pipe
        self._player = player
        self._open = open_it
        self._take: Take | None = None
        self._metered = 0.0

    def run(self) -> int:
        self._pipe.send(ready=True)
        while True:
            try:
                message = self._pipe.take(self._patience())
            except queue.Empty:
                self.look()
                continue
            if message is None:
                self._drop()
                self._player.stop()
                return 0
            self.obey(message)

    def obey(self, message: Message) -> None:
        match message:
            case {"ping": number}:
                self._pipe.send(pong=number)
                self.look()
            case {"record": str(path)}:
                self._record(Path(path))
            case {"stop": _}:
                self._finish()
            case {"listen": str(path)}:
                self._listen(Path(path))
            case {"hush": _}:
                self._player.stop()
                self._pipe.send(listened=True)

    def look(self) -> None:
        """Take what has come; has the sound ended?"""
        if self._take is not None:
            self._hear(self._take)
        elif self._player.ends_at is not None and monotonic() >= self._player.ends_at:
            self._player.stop()
            self._pipe.send(listened=True)

    def _patience(self) -> float | None:
        if self._take is not None:
            return _LOOK
        until = self._player.ends_at
        return None if until is None else max(0.0, until - monotonic())

    def _record(self, path: Path) -> None:
        self._drop()
        self._player.stop()
        try:
            self._take = Take(path, self._open)
        except MiniaudioError:
            self._fail("no-microphone")

    def _hear(self, take: Take) -> None:
        first = not take.samples
        new = take.collect()
        if new and first:
            self._pipe.send(recording=True)
        if new and monotonic() - self._metered >= _METER:
            self._metered = monotonic()
            self._pipe.send(level=loudness(new))
        if take.full:
            self._finish()
        elif take.silent:
            if take.samples:
                self._finish()
                self._fail("lost")
            else:
                self._drop()
                self._fail("no-microphone")

    def _finish(self) -> None:
        take = self._take
        if take is None:
            return
        take.collect()
        self._drop()
        if not take.samples:
            self._fail("no-microphone")
            return
        samples = take.samples[: round(LONGEST * RATE)]
        try:
            take.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_wav(take.path, Pcm(samples.tobytes(), RATE))
            found = heard(samples, RATE)
            played = cut(samples, RATE, found.start, found.end)
            write_wav(played_beside(take.path), Pcm(played.tobytes(), RATE))
        except OSError:
            self._fail("disk")
            return
        self._pipe.send(take=str(take.path), **asdict(found))

    def _drop(self) -> None:
        take, self._take = self._take, None
        if take is not None:
            take.close()

    def _listen(self, path: Path) -> None:
        self._drop()
        try:
            samples, rate = read_sound(path)
            sound = Pcm(samples.tobytes(), rate)
            self._player.play(sound)
        except (OSError, RecordingProblem):
            self._fail("unreadable", "listen")
        except NoDevice:
            self._fail("no-device", "listen")
        else:
            self._pipe.send(listening=sound.seconds)

    def _fail(self, why: str, doing: str = "record") -> None:
        self._pipe.send(failed=why, doing=doing)


def main() -> int:
    return TakeWorker(Pipe(), Player()).run()


if __name__ == "__main__":
    sys.exit(main())
