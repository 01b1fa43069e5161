"""The voice: a speech process of its own, watched, and started again when it dies or hangs.

Every utterance gets at most one `SpeechStarted`, then a `WordSpoken` for each word where the voice
tells of words, then exactly one `SpeechEnded` (also when it was
hushed or replaced) or `SpeechFailed`.  What was not said to its end when the process died is said
again from its beginning.  All events come from the event loop, never from inside a call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.model.voice_events import WordSpoken
from aac.ports import SoundUse, SpeechEvent, Utterance, Voice
from aac.sound.child import Child
from aac.speech.phrase_files import erase
from aac.speech.wire import fields
from aac.speech.word_timer import WordTimer

_START_LIMIT = 2.0
"""Seconds an utterance may wait for its first sound."""

_MORE_TIME = 1.0
"""Added once when the process is being replaced just then."""

_POISON = 3
"""A text that so many processes died of is dropped."""


@dataclass
class _Pending:
    """The utterance that is being said."""

    utterance: Utterance
    started: bool = False
    sent: bool = False
    deaths: int = 0
    extended: bool = False


class VoiceProcess(QObject):
    """A `SpeechEngine` over a speech process.

    ``why`` of a failure: ``"no-device"``, ``"no-sound"``, ``"worker-died"``, ``"poison"`` or
    ``"too-late"``.  ``log`` gets plain lines, never the text.
    """

    def __init__(self, log: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._child = Child("aac.speech.worker", log=log)
        self._child.setParent(self)
        self._child.up.connect(self._came_up)
        self._child.message.connect(self._hear)
        self._child.down.connect(self._went_down)
        self._child.failing.connect(self._is_failing)
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._too_late)
        self._words = WordTimer(self._tell_word, self)
        self._preparing = ""
        self._tell_outputs: Callable[[dict[str, str]], None] | None = None
        self._use: SoundUse | None = None
        self._told: Callable[[str], None] = lambda what: None
        self._ahead: tuple[tuple[str, ...], Utterance] | None = None
        self._emit: Callable[[SpeechEvent], None] = lambda event: None
        self._voices: tuple[Voice, ...] = ()
        self._pending: _Pending | None = None
        self._is_hopeless = False  # the process keeps dying; it is tried again in the background

    @property
    def worker_pid(self) -> int:
        return self._child.pid

    def start(self, emit: Callable[[SpeechEvent], None]) -> None:
        self._emit = emit
        self._child.start()

    def voices(self) -> Sequence[Voice]:
        """The voices there are; none before the process is ready."""
        return self._voices

    def find_outputs(self, tell: Callable[[dict[str, str]], None]) -> None:
        """Ask for the outputs there are now; ``tell`` gets their ids and names, later."""
        self._tell_outputs = tell
        self._child.send(outputs=True)

    def use(self, sound: SoundUse, told: Callable[[str], None]) -> None:
        """Keep phrases there, and the loudspeaker awake; tell when the chosen output goes."""
        self._use, self._told = sound, told
        self._send_use()

    def render_ahead(self, texts: Sequence[str], like: Utterance) -> None:
        self._ahead = tuple(texts), like
        self._send_ahead()

    def forget(self) -> None:
        """Lose every phrase that is kept as sound.  Raises `OSError`."""
        self._ahead = None
        self._child.send(ahead=[])  # nothing more is written
        if self._use is not None:
            erase(self._use.folder)

    def prepare(self, voice: str) -> None:
        """Load this voice now and whenever the process is started again; ``""``: none."""
        if voice != self._preparing:
            self._preparing = voice
            self._child.send(prepare=voice)

    def speak(self, utterance: Utterance) -> None:
        self._let_go()
        if self._is_hopeless:
            self._tell_soon(SpeechFailed(utterance.id, "worker-died"))
            return
        self._pending = _Pending(utterance)
        self._limit.start(int(_START_LIMIT * 1000))
        self._send()

    def hush(self) -> None:
        if self._let_go():
            self._child.send(hush=True)

    def stop(self) -> None:
        """End the process, for certain.  Nothing is emitted any more."""
        self._emit = lambda event: None
        self._pending = None
        self._limit.stop()
        self._words.stop()
        self._child.stop()

    def _tell_word(self, start: int, end: int) -> None:
        if self._pending is not None:
            self._emit(WordSpoken(self._pending.utterance.id, start, end))

    def _let_go(self) -> bool:
        """Forget what is being said; says whether there was anything."""
        pending, self._pending = self._pending, None
        self._limit.stop()
        self._words.stop()
        if pending is not None:
            self._tell_soon(SpeechEnded(pending.utterance.id))
        return pending is not None

    def _tell_soon(self, event: SpeechEvent) -> None:
        QTimer.singleShot(0, self, lambda: self._emit(event))

    def _send_use(self) -> None:
        if self._use is not None:
            self._child.send(use={**asdict(self._use), "folder": str(self._use.folder)})

    def _send_ahead(self) -> None:
        if self._ahead is not None:
            texts, like = self._ahead
            self._child.send(ahead=texts, **{**fields(like), "text": ""})

    def _send(self) -> None:
        if self._pending is None or not self._child.is_up:
            return
        told = fields(self._pending.utterance)
        self._child.send(say=told.pop("id"), **told)
        self._pending.sent = True

    def _fail(self, why: str) -> None:
        pending, self._pending = self._pending, None
        self._limit.stop()
        self._words.stop()
        if pending is not None:
            self._emit(SpeechFailed(pending.utterance.id, why))

    def _came_up(self, message: dict[str, Any]) -> None:
        self._is_hopeless = False
        self._voices = tuple(Voice(i, name, tuple(tags)) for i, name, tags in message["voices"])
        if self._tell_outputs is not None:
            self._child.send(outputs=True)
        self._send_use()
        if self._preparing:
            self._child.send(prepare=self._preparing)
        self._send()
        self._send_ahead()

    def _went_down(self) -> None:
        pending = self._pending
        if pending is None or not pending.sent:
            return
        self._words.stop()
        pending.sent = False
        pending.deaths += 1
        # If it was the recording that killed the process, the text is still to be heard.
        pending.utterance = replace(pending.utterance, recording=b"")
        if pending.deaths >= _POISON:
            self._fail("poison")

    def _is_failing(self) -> None:
        self._is_hopeless = True
        self._fail("worker-died")

    def _too_late(self) -> None:
        pending = self._pending
        if pending is None or pending.started:
            return
        is_hanging = self._child.silent_for > 1.0
        if not pending.extended and (is_hanging or not self._child.is_up or pending.deaths):
            pending.extended = True
            self._limit.start(int(_MORE_TIME * 1000))
            if is_hanging and self._child.is_up:
                self._child.restart("no answer to an utterance")
            return
        self._child.send(hush=True)
        self._fail("too-late")

    def _hear(self, message: dict[str, Any]) -> None:
        """Events of an utterance that is no longer wanted have been answered for already."""
        if "outputs" in message and self._tell_outputs is not None:
            tell, self._tell_outputs = self._tell_outputs, None
            tell(dict(message["outputs"]))
        if "output" in message:
            self._told(str(message["output"]))
        pending = self._pending
        if pending is None:
            return
        match message:
            case {"started": number} if number == pending.utterance.id:
                self._limit.stop()
                self._words.begin()
                if not pending.started:
                    pending.started = True
                    self._emit(SpeechStarted(number))
            case {"words": number, "times": times} if number == pending.utterance.id:
                self._words.add([(at, start, end) for at, start, end in times])
            case {"ended": number} if number == pending.utterance.id:
                self._pending = None
                self._words.stop()
                self._emit(SpeechEnded(number))
            case {"failed": number, "why": why} if number == pending.utterance.id:
                self._fail(str(why))
