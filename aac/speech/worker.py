"""The speech process: ``python -m aac.speech.worker``.  Renders and plays; never says what.

In: ``{"say": id, "text": …, "voice": …, "rate": 0.9, "pitch": 1.0, "volume": 0.8, "gap": 0,
"device": …, "only": false, "recording": base64, "recording_file": path}`` (replaces what is said),
``{"hush": true}``, ``{"ping": n}``, ``{"prepare": voice}``, ``{"voices": true}``, ``{"outputs":
true}``, ``{"wav": path, "text": …}``, ``{"use": {"folder": …, "most": bytes, "awake": false,
"device": …}}``, ``{"ahead": [text, …], "voice": …}`` (these phrases of boards are rendered for
later).
Out: ``{"ready": true, "voices": [[id, name, [language, …]], …]}``, ``{"started": id}``, ``{"words":
id, "times": [[seconds, from, to], …]}`` where the voice tells of words, ``{"ended": id}`` (also
when hushed or replaced), ``{"failed": id, "why": …}``, ``{"pong": n}``, ``{"voices": […]}``,
``{"outputs": [[id, name], …]}``, ``{"saved": path}``, ``{"output": "away"}`` (the chosen output has
gone, or the usual one in mid-word), ``{"output": "back"}``.
``why`` is ``"no-device"`` or ``"no-sound"``. Ends itself when stdin closes.
"""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from aac.ports import Utterance
from aac.sound.level import levelled
from aac.sound.pipe import Message, Pipe
from aac.sound.player import NoDevice, Pcm, Player, outputs_by_id
from aac.sound.recording import RecordingProblem, recorded
from aac.speech.ahead import Ahead, Stored
from aac.speech.outlet import LOOK, Outlet
from aac.speech.renderer import Renderer, RenderProblem
from aac.speech.say import save
from aac.speech.spoken import words_of
from aac.speech.wire import utterance_of

if TYPE_CHECKING:
    from aac.sound.awake import Awake

_AHEAD = 10.0
"""Seconds of sound rendered in advance; a very long text shall not fill the memory."""

_LOOKED_AT = 3.0
"""Seconds of a recording that tell how loud it is."""


class SpeechWorker:
    """Says one utterance at a time; a new one replaces it."""

    def __init__(self, pipe: Pipe, renderer: Renderer, player: Player) -> None:
        self._pipe = pipe
        self._renderer = renderer
        self._player = player
        self._outlet = Outlet(player, lambda what: pipe.send(output=what))
        self._ahead = Ahead(renderer.named)
        self._awake: Awake | None = None
        self._saying: int | None = None
        self._utterance = Utterance(0, "")
        self._started = False
        self._seconds = 0.0
        self._pieces: Iterator[Pcm] | None = None

    def run(self) -> None:
        """Do as told until the parent has gone."""
        self._pipe.send(ready=True, voices=self._voices())
        while True:
            try:
                message = self._pipe.take(self._patience())
            except queue.Empty:
                self._go_on()
                continue
            if message is None:
                self._player.stop()
                self._ahead.stop()
                return
            self._obey(message)

    def _obey(self, message: Message) -> None:
        match message:
            case {"ping": number}:
                self._pipe.send(pong=number)
                if self._awake is not None:
                    self._awake.look()
            case {"say": int(number), "text": str(text)}:
                self._hush()
                self._saying, self._started = number, False
                self._outlet.choose(str(message.get("device", "")), bool(message.get("only")))
                self._utterance = utterance_of(number, text, message)
                self._pieces = self._pieces_of(self._utterance)
            case {"hush": _}:
                self._hush()
            case {"prepare": str(voice)}:
                self._renderer.prepare(voice)
            case {"voices": _}:
                self._pipe.send(voices=self._voices())
            case {"outputs": _}:
                self._pipe.send(outputs=list(outputs_by_id().items()))
            case {"use": {"folder": str(folder), "most": int(most), **rest}}:
                self._ahead.use(Stored(Path(folder), most))
                self._keep_awake(bool(rest.get("awake")), str(rest.get("device", "")))
            case {"ahead": list(texts)}:
                self._ahead.order(map(str, texts), utterance_of(0, "", message))
            case {"wav": str(path), "text": str(text)}:
                self._save(path, utterance_of(0, text, message))

    def _pieces_of(self, utterance: Utterance) -> Iterator[Pcm]:
        """The recording, where there is one that can be played, else the text; equally loud."""
        volume = utterance.volume
        if utterance.recording:
            with contextlib.suppress(RecordingProblem):
                return levelled(recorded(utterance.recording), volume, _LOOKED_AT)
        stored = self._ahead.find(utterance)
        if stored is not None:
            return levelled([stored], volume)
        return levelled(self._renderer.pieces(replace(utterance, volume=1.0), at_once=True), volume)

    def _patience(self) -> float | None:
        """Seconds until there is something to do; ``None`` at rest."""
        now = time.monotonic()
        if self._pieces is not None:
            ahead = (self._player.ends_at or now) - now
            return min(LOOK, max(0.0, ahead - _AHEAD))
        until = self._player.ends_at if self._saying is not None else self._player.closes_at
        if until is None:
            return None
        return max(0.0, until - now if self._saying is None else min(LOOK, until - now))

    def _go_on(self) -> None:
        """The moment of `_patience` has come: render on, report the end, or close the output."""
        ends_at, now = self._player.ends_at, time.monotonic()
        over = self._pieces is None and ends_at is not None and now >= ends_at
        if self._saying is None:
            self._player.stop()
        elif self._started and self._outlet.lost(at_end=over):
            self._say_again()
        elif self._pieces is not None:
            if ends_at is None or ends_at - now <= _AHEAD:
                self._render_on()
        elif over:
            self._end()

    def _say_again(self) -> None:
        """The output has gone in mid-word: say it from its beginning on what is left."""
        if not self._outlet.avoid():
            self._fail("no-device")
            return
        self._started = False
        self._pieces = self._pieces_of(self._utterance)

    def _render_on(self) -> None:
        assert self._pieces is not None
        try:
            sound = next(self._pieces, None)
            if sound is None:
                self._pieces = None
                if self._player.ends_at is None:
                    self._report_start()
                    self._end()  # a text with nothing to say
            elif not sound.samples:
                return  # not ready yet; there may be something to obey
            elif self._started:
                self._player.more(sound)
                self._report_words(sound)
            else:
                self._play(sound)
                self._report_start()
                self._report_words(sound)
        except NoDevice:
            self._fail("no-device")
        except RenderProblem:
            self._fail("no-sound")

    def _play(self, sound: Pcm) -> None:
        """Where the sound system lends an output only once, what keeps it awake has to let go."""
        try:
            self._outlet.play(sound)
        except NoDevice:
            if self._awake is None:
                raise
            self._awake.stop()
            self._outlet.play(sound)

    def _report_start(self) -> None:
        self._started, self._seconds = True, 0.0
        self._pipe.send(started=self._saying)

    def _report_words(self, sound: Pcm) -> None:
        """When each word is heard, in seconds from the first sound of the utterance."""
        before, self._seconds = self._seconds, self._seconds + sound.seconds
        if words := words_of(sound):
            times = [(before + word.at, word.start, word.end) for word in words]
            self._pipe.send(words=self._saying, times=times)

    def _fail(self, why: str) -> None:
        self._pipe.send(failed=self._saying, why=why)
        self._pieces = self._saying = None
        self._player.stop()

    def _hush(self) -> None:
        self._player.stop()
        self._pieces = None
        if self._saying is not None:
            self._end()

    def _end(self) -> None:
        self._pipe.send(ended=self._saying)
        self._saying = None

    def _keep_awake(self, wanted: bool, device: str) -> None:
        if self._awake is not None:
            self._awake.stop()
        self._awake = None
        if wanted:
            from aac.sound.awake import Awake  # what is off takes no memory

            self._awake = Awake(device)

    def _save(self, path: str, utterance: Utterance) -> None:
        try:
            save(self._renderer, utterance, Path(path))
        except (OSError, RenderProblem):
            self._pipe.send(failed=0, why="no-sound")
        else:
            self._pipe.send(saved=path)

    def _voices(self) -> list[tuple[str, str, tuple[str, ...]]]:
        return [(v.id, v.name, v.languages) for v in self._renderer.voices]


def main() -> None:
    SpeechWorker(Pipe(), Renderer(), Player()).run()


if __name__ == "__main__":
    main()
