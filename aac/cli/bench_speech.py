"""``wren bench speech``: how soon a voice is heard and silent again, and whether it lasts.

The voice's and the bell's own processes, worked as the window works them, play on a null sink whose
monitor is listened to.  Times begin where the window asks and end where the monitor hears, so what
the sound server and the recorder take is in them; a real loudspeaker adds its own.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle, islice
from pathlib import Path

import psutil
from PySide6.QtCore import QCoreApplication

from aac import plugins
from aac.cli.bench_room import Ear, RigProblem, sound_server
from aac.cli.output import print_result, progress, spread
from aac.files.paths import assets_folder
from aac.model.events import SpeechEnded
from aac.model.settings import Settings
from aac.model.view import Work
from aac.ports import SoundUse, Utterance
from aac.shelf import open_shelf
from aac.sound.bell import Bell
from aac.sounding import MEGABYTE, phrases
from aac.speaking import utterance
from aac.speech.phrase_files import SUFFIX
from aac.speech.say import say_to_file
from aac.speech.voice_process import VoiceProcess

ENGINE = "pyttsx3"  # the one that comes with Wren
STARTS_WITHIN = 20.0
MADE_WITHIN = 300.0
HEARD_WITHIN = 3.0
SOUNDS_FOR = 0.08  # seconds each is left sounding
SILENT_FOR = 0.06  # seconds without sound that count as silence
SETTLED = 20  # utterances after which a process has all it needs; of few, half of them
MOST_PHRASES = 200
RINGS = 30
RECORDED = "I would like to tell you something about this morning."

NOTE = (
    "from the window's call to the monitor of a null sink; a phrase of the cache was made ready "
    "before; memory and handles are those of the voice's process, from utterance "
    f"{SETTLED} to the last"
)


@dataclass
class Row:
    """Milliseconds to the first sound, and from stop to silence."""

    path: str
    first: list[float] = field(default_factory=list)
    silence: list[float] = field(default_factory=list)

    def shown(self) -> dict[str, object]:
        return {
            "path": self.path,
            "first_sound_ms": spread(self.first),
            "silence_ms": spread(self.silence),
        }


class Room:
    """A voice, a bell and an ear in one room."""

    def __init__(self, voice: VoiceProcess, bell: Bell, ear: Ear) -> None:
        self.voice, self.bell, self._ear = voice, bell, ear
        self.settled_after = SETTLED
        self.events: list[object] = []
        self.lost = 0
        self.said = 0
        self._settled: tuple[float, int] | None = None

    def measure(self, row: Row, begin: Callable[[], object], end: Callable[[], object]) -> None:
        """Begin a sound and end it again."""
        self._ear.wait_for_silence(SILENT_FOR)
        asked = time.monotonic()
        begin()
        wait_until(lambda: self._ear.heard(asked) is not None, HEARD_WITHIN)
        heard = self._ear.heard(asked)
        if heard is None:
            self.lost += 1
            end()
            return
        row.first.append((heard - asked) * 1000)
        until = time.monotonic() + SOUNDS_FOR
        wait_until(lambda: time.monotonic() >= until, HEARD_WITHIN)
        stopped = time.monotonic()
        end()
        wait_until(lambda: self._ear.silent_since(SILENT_FOR) is not None, HEARD_WITHIN)
        row.silence.append(max(0.0, (self._ear.silent_since(0.0) or stopped) - stopped) * 1000)

    def speak(self, row: Row, said: Utterance) -> None:
        """The same with an utterance, which has to end."""
        self.said += 1
        self.measure(row, lambda: self.voice.speak(said), self.voice.hush)
        if not wait_until(lambda: SpeechEnded(said.id) in self.events, HEARD_WITHIN):
            self.lost += 1
        self.events.clear()
        if self.said == self.settled_after:
            self._settled = self._held()

    def growth(self) -> tuple[float | None, int | None]:
        """Megabytes and handles that the voice's process holds more than in the beginning."""
        if self._settled is None:
            return None, None
        memory, handles = self._held()
        return round(memory - self._settled[0], 2), handles - self._settled[1]

    def _held(self) -> tuple[float, int]:
        process = psutil.Process(self.voice.worker_pid)
        handles = process.num_fds() if hasattr(process, "num_fds") else process.num_handles()
        return process.memory_info().rss / MEGABYTE, handles


def speech(options: argparse.Namespace) -> int:
    """First sound, silence, and hundreds of utterances in a row."""
    print_result(measure_speech(options.utterances, options.voice), as_json=options.json)
    return 0


def measure_speech(utterances: int, voice: str = "") -> dict[str, object]:
    """All that ``wren bench speech`` prints.  ``voice``: as in the settings; "": the usual one."""
    rows = {path: Row(path) for path in ("engine", "cache", "recording", "bell")}
    notes = [NOTE]
    result: dict[str, object] = dict.fromkeys(
        ("utterances", "lost", "memory_growth_mb", "handles_growth")
    )
    try:
        with ExitStack() as stack:
            room = stack.enter_context(_room(stack.enter_context(sound_server())))
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            _measure(room, rows, folder, utterances, Settings(voice=voice))
            memory, handles = room.growth()
            result = {
                "utterances": room.said,
                "lost": room.lost,
                "memory_growth_mb": memory,
                "handles_growth": handles,
            }
    except RigProblem as problem:
        notes = [f"not everything was measured: {problem}"]
    shown = [row.shown() for row in rows.values()]
    return {"voice": voice, "rows": shown, **result, "notes": notes}


def _measure(
    room: Room, rows: Mapping[str, Row], folder: Path, utterances: int, settings: Settings
) -> None:
    boards = open_shelf(folder / "boards", settings).boards
    known = list(islice(phrases(boards, Work(), settings), min(MOST_PHRASES, utterances)))
    like = utterance(0, "", settings)
    room.voice.prepare(settings.voice)
    _make_ready(room, folder / "phrases", known, like)
    say_to_file(RECORDED, folder / "recorded.wav")
    recording = (folder / "recorded.wav").read_bytes()
    room.settled_after = min(SETTLED, max(1, utterances // 2))
    kinds = cycle(("engine", "cache", "engine", "cache", "recording"))
    for number, text, kind in zip(range(1, utterances + 1), cycle(known), kinds, strict=False):
        said = replace(like, id=number, text=text)
        if kind == "engine":
            said = replace(said, text=f"{text} {number}")  # never said before
        elif kind == "recording":
            said = replace(said, recording=recording)
        room.speak(rows[kind], said)
        progress(number, utterances, "utterances")
    for number in range(min(RINGS, utterances)):
        room.measure(rows["bell"], lambda: room.bell.ring(("chime",)), room.bell.stop_ringing)
        progress(number + 1, min(RINGS, utterances), "rings")


def _make_ready(room: Room, folder: Path, texts: Sequence[str], like: Utterance) -> None:
    room.voice.use(SoundUse(folder, 1000 * MEGABYTE), lambda what: None)
    room.voice.render_ahead(texts, like)
    if not wait_until(lambda: len(list(folder.glob(f"*{SUFFIX}"))) >= len(texts), MADE_WITHIN):
        raise RigProblem("the phrases were not made ready in time")


@contextmanager
def _room(environment: Mapping[str, str]) -> Iterator[Room]:
    """Voice and bell as the program starts them, in that sound server."""
    before = {key: os.environ.get(key) for key in environment}
    os.environ.update(environment)
    application = QCoreApplication.instance() or QCoreApplication(["wren"])
    try:
        voice: VoiceProcess = plugins.load("aac.speech_engines", ENGINE)()
        bell, ear = Bell(assets_folder() / "sounds"), Ear(environment)
        room = Room(voice, bell, ear)
        ready: list[str] = []
        bell.ready.connect(ready.append)
        voice.start(room.events.append)
        bell.start()
        try:
            if not wait_until(lambda: bool(ready and voice.voices()), STARTS_WITHIN):
                raise RigProblem("voice or bell did not start")
            yield room
        finally:
            voice.stop()
            bell.close()
            ear.close()
    finally:
        del application
        for key, value in before.items():
            os.environ.pop(key, None) if value is None else os.environ.update({key: value})


def wait_until(done: Callable[[], bool], within: float) -> bool:
    """Let events happen until it is done; says whether it was in time."""
    until = time.monotonic() + within
    while not done():
        if time.monotonic() > until:
            return False
        QCoreApplication.processEvents()
        time.sleep(0.0005)
    return True
