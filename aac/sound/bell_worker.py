"""The bell's own process: ``python -m aac.sound.bell_worker FOLDER…``.

It shares nothing with the voice, so that a call for help sounds whatever happens to speech.  All
``*.wav`` files of the folders are in memory before the first ring; those of a later folder take
the place of earlier ones of the same name.

In: ``{"play": "chime", "volume": 0.9, "then": ["B01"], "ring": 5, "turn_up": true}``,
``{"click": "step"}``, ``{"stop": true}``, ``{"ping": 1}``.
Out: ``{"ready": true, "sounds": […]}``, ``{"tried": name of the output or null}`` (opened once, and
silent), ``{"playing": name, "ring": 5}``,
``{"ended": name, "ring": 5}``, ``{"failed": why, "sound": name, "ring": 5}``, ``{"pong": 1}``.
``ring`` is any number; it comes back, so that the events of an older ring can be told apart.
``why`` is ``"no-device"`` or ``"no-sound"``.  Ends itself when stdin closes.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from aac.sound.commands import SystemVolume, play_file
from aac.sound.pipe import Message, Pipe
from aac.sound.player import NoDevice, Pcm, Player, outputs
from aac.sound.wav import WavProblem, read_wav, scaled

_LOOK = 0.05
"""Seconds between two looks at a player program that is at work."""

_TRIED, _TRIED_RATE = 480, 48_000
"""Samples of silence, and their rate, with which the output is tried."""


class BellWorker:
    """Plays named sounds, one after the other."""

    def __init__(self, folders: Sequence[Path], pipe: Pipe, player: Player) -> None:
        self._pipe = pipe
        self._player = player
        self._paths = {path.stem: path for at in folders for path in sorted(at.glob("*.wav"))}
        self._sounds = _load(self._paths)
        self._waiting: list[str] = []
        self._volume = 1.0
        self._playing = ""
        self._ring: object = None
        self._program: subprocess.Popen[bytes] | None = None
        self._system = SystemVolume()

    def run(self) -> None:
        """Say what there is, then do as told until the parent has gone."""
        self._pipe.send(ready=True, sounds=sorted(self._sounds))
        self._pipe.send(tried=self._try_output())
        while True:
            try:
                message = self._pipe.take(self._patience())
            except queue.Empty:
                self._look()
                continue
            if message is None:
                self._silence()
                return
            self._obey(message)

    def _try_output(self) -> str | None:
        """The usual output, once it has taken a moment of silence: a name alone proves nothing."""
        found = outputs()
        try:
            self._player.play(Pcm(bytes(2 * _TRIED), _TRIED_RATE))
        except NoDevice:
            return None
        return found[0] if found else None

    def _obey(self, message: Message) -> None:
        match message:
            case {"ping": number}:
                self._pipe.send(pong=number)
            case {"play": str(name)}:
                then = message.get("then") or []
                self._silence()
                self._ring = message.get("ring")
                self._volume = float(message.get("volume", 1.0))
                self._waiting = [name, *([then] if isinstance(then, str) else then)]
                self._next()
                if message.get("turn_up", True):
                    self._system.raise_to(self._volume)
            case {"click": str(name)}:
                self._click(name, float(message.get("volume", 1.0)))
            case {"stop": _}:
                self._silence()
                self._system.put_back()

    def _click(self, name: str, volume: float) -> None:
        """Play a sound that nobody waits for, and that leaves the system's volume alone."""
        sound = self._sounds.get(name)
        if sound is not None and not self._playing:
            with contextlib.suppress(NoDevice):
                self._player.play(scaled(sound, volume))

    def _next(self) -> None:
        """Begin the next sound that can be played, if one waits."""
        self._playing = ""
        while self._waiting and not self._playing:
            name = self._waiting.pop(0)
            sound = self._sounds.get(name)
            if sound is None:
                self._tell(failed="no-sound", sound=name)
            elif self._begin(name, sound):
                self._playing = name
                self._tell(playing=name)
            else:
                self._tell(failed="no-device", sound=name)

    def _begin(self, name: str, sound: Pcm) -> bool:
        try:
            self._player.play(scaled(sound, self._volume))
        except NoDevice:
            self._program = play_file(self._paths[name])
            return self._program is not None
        return True

    def _patience(self) -> float | None:
        """Seconds until there is something to look at; ``None`` at rest."""
        if self._program is not None:
            return _LOOK
        until = self._player.ends_at if self._playing else self._player.closes_at
        return None if until is None else max(0.0, until - time.monotonic())

    def _look(self) -> None:
        """A moment to look at has come: has the sound ended?"""
        name = self._playing
        if not name:
            self._player.stop()
            return
        if self._program is None:
            self._tell(ended=name)
        else:
            code = self._program.poll()
            if code is None:
                return
            self._program = None
            if code == 0:
                self._tell(ended=name)
            else:
                self._tell(failed="no-device", sound=name)
        self._next()

    def _tell(self, **message: object) -> None:
        self._pipe.send(**message, ring=self._ring)

    def _silence(self) -> None:
        self._waiting.clear()
        self._playing = ""
        self._player.stop()
        if self._program is not None:
            self._program.kill()
            self._program.wait()
            self._program = None


def _load(paths: Mapping[str, Path]) -> dict[str, Pcm]:
    """All sounds by name; a damaged file is left out and named on stderr."""
    sounds = {}
    for name, path in paths.items():
        try:
            sounds[name] = read_wav(path)
        except WavProblem as problem:
            print(f"{path.name}: {problem}", file=sys.stderr)
    return sounds


def main() -> None:
    BellWorker([Path(folder) for folder in sys.argv[1:]], Pipe(), Player()).run()


if __name__ == "__main__":
    main()
