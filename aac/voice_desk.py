"""The voices that can be chosen: found, tried for their speed, offered, and loaded in time.

Natural voices are tried when the page of the settings or the board of the voice is opened for the
first time: each in a process of its own, one after the other, so that nobody waits.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QProcess

from aac.model.language import in_use
from aac.model.settings import Settings
from aac.model.view import Page, View
from aac.model.voice_events import VoicesKnown
from aac.model.voice_words import choice_text, voice_text
from aac.model.voices import PIPER, VoiceChoice, natural_of
from aac.ports import SpeechEngine
from aac.sound.child import worker_environment
from aac.speech.installed import installed, installed_voices

BOARD = "voice"
MODULE = "aac.speech.trial"


@runtime_checkable
class LoadsVoices(Protocol):
    """A voice that can load another one before it is needed."""

    def prepare(self, voice: str) -> None: ...


class VoiceDesk(QObject):
    """``engine``: the voice of the messages.  ``offer``: takes a setting's key
    and what it can name now; ``post``: takes events; ``start``: begins a trial of a voice
    in a process."""

    def __init__(
        self,
        engine: SpeechEngine,
        offer: Callable[[str, Mapping[str, str]], None],
        post: Callable[[VoicesKnown], None],
        start: Callable[[QProcess, str], None] | None = None,
    ) -> None:
        super().__init__()
        self._engine = engine
        self._offer, self._post, self._start = offer, post, start or start_trial
        self._settings = Settings()
        self._open = False
        self._tried: dict[str, VoiceChoice] = {}
        self._trial: QProcess | None = None
        self._trying: VoiceChoice | None = None

    def follow(self, view: View) -> None:
        """The chosen voice is loaded in time; a list is shown where one is looked for."""
        before, self._settings = self._settings, view.settings
        natural = natural_of(view.settings.voice) is not None
        if view.settings.voice != before.voice and isinstance(self._engine, LoadsVoices):
            self._engine.prepare(view.settings.voice if natural else "")
        was_open, self._open = self._open, _looks(view)
        if self._open and (not was_open or view.settings.piper_voice != before.piper_voice):
            self._tell()
            self._try_next()

    def stop(self) -> None:
        """End a trial that is under way."""
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.blockSignals(True)
            trial.kill()
            trial.waitForFinished(1000)

    def choices(self) -> tuple[VoiceChoice, ...]:
        """All voices there are, natural ones first, then those of the language in use."""
        usual = self._engine.voices()
        found = [VoiceChoice(v.id, v.name, v.languages) for v in (*installed_voices(), *usual)]
        path = self._settings.piper_voice
        if path and any(kind.name == PIPER for kind in installed()):
            found.insert(0, VoiceChoice(f"{PIPER}:{path}", f"Piper, {Path(path).stem}"))
        code = in_use().code
        found.sort(key=lambda voice: (not voice.natural, not _speaks(voice, code)))
        return tuple(self._tried.get(voice.id, voice) for voice in found)

    def _tell(self) -> None:
        choices = self.choices()
        names = {"": voice_text("usual")} | {one.id: choice_text(one) for one in choices}
        chosen = self._settings.voice
        if chosen not in names:
            names[chosen] = voice_text("absent", name=chosen)
        self._offer("voice", names)
        self._post(VoicesKnown(choices))

    def _try_next(self) -> None:
        if self._trial is not None:
            return
        wanted = (one for one in self.choices() if one.natural and one.id not in self._tried)
        self._trying = next(wanted, None)
        if self._trying is None:
            return
        self._trial = QProcess(self)
        self._trial.finished.connect(self._tried_one)
        self._trial.errorOccurred.connect(self._tried_one)
        self._start(self._trial, self._trying.id)

    def _tried_one(self) -> None:
        trial, voice = self._trial, self._trying
        if trial is None or voice is None or trial.state() != QProcess.ProcessState.NotRunning:
            return
        self._trial = self._trying = None
        lines = bytes(trial.readAllStandardOutput().data()).splitlines()
        trial.deleteLater()
        self._tried[voice.id] = _result(voice, lines[-1] if lines else b"")
        self._tell()
        self._try_next()


def start_trial(process: QProcess, voice: str) -> None:
    """Begin a trial of the voice in this process."""
    process.setProcessEnvironment(worker_environment())
    process.start(sys.executable, ["-P", "-m", MODULE, voice])


def _result(voice: VoiceChoice, line: bytes) -> VoiceChoice:
    try:
        told = json.loads(line)
        return replace(voice, seconds=float(told["seconds"]))
    except (ValueError, KeyError, TypeError):
        return replace(voice, broken=True)


def _looks(view: View) -> bool:
    return view.page is Page.SETTINGS or (view.page is Page.BOARD and view.board.id == BOARD)


def _speaks(voice: VoiceChoice, code: str) -> bool:
    return any(tag.lower().split("-")[0] == code for tag in voice.languages)
