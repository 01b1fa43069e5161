"""The four sockets: what a switch source, a voice, a board format and a predictor must do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from aac.model.board import Board
from aac.model.events import (
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    Suggest,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.settings import Settings
from aac.model.voice_events import WordSpoken


class SourceProblem(Exception):
    """A switch source cannot exist here; the message is a code from ``model/words.py``."""


class BoardProblem(Exception):
    """A board file cannot be used; the message is one plain sentence for a person."""


class PredictorProblem(Exception):
    """A predictor cannot be used here; the message is for the log and names no word."""


@dataclass(frozen=True)
class Setup:
    """What a switch source may need to know.

    ``folder``: the person's own, for a secret.  ``log``: gets plain lines about trouble, which
    never hold what was said or which switch was pressed.
    """

    settings: Settings = Settings()
    folder: Path = Path()
    log: Callable[[str], None] = lambda line: None


Emit = Callable[[SwitchPressed | SwitchReleased, float], None]


class SwitchSource(Protocol):
    """A place that presses come from.

    Made by ``make(contacts, on_news, setup=…)``: contact i of `model.switch_map` is told as switch
    i + 1, whatever it does in the end; ``on_news`` takes a code of ``model/switch_words.py``,
    and after a colon what fills its gap, when something is wrong, and when it is well again.
    """

    def start(self, emit: Emit) -> None:
        """Begin to listen.  ``emit(event, when)`` may be called from any thread.

        ``when`` is the monotonic time in seconds, taken where the press arrives.
        Raises `SourceProblem` where the source cannot exist.
        """

    def stop(self) -> None:
        """Let go of the device; the end of a press that is still on is told.

        May be called twice, and without ``start``.
        """


@runtime_checkable
class FindsContacts(Protocol):
    """A switch source that can say which of its contacts moves, for a helper who asks."""

    def seek(self, found: Callable[[str], None] | None) -> None:
        """Tell the name of every contact that goes down, mapped or not; ``None``: no longer."""


@runtime_checkable
class HearsSound(Protocol):
    """A switch source that a loudspeaker could press."""

    def deafen(self, deaf: bool) -> None:
        """While deaf no sound is a press."""

    def meter(self, show: Callable[[float], None] | None) -> None:
        """Tell ten times a second how loud it is, in dB below the loudest; ``None``: no longer."""


@dataclass(frozen=True)
class Voice:
    id: str
    name: str
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Utterance:
    """One thing to say.  ``rate``, ``pitch`` and ``volume`` are factors; 1.0 is the voice's own.

    ``device``: the id or name of an output, empty for the usual one.  ``only``: on the output
    of that id or not at all; without it another one is better than silence.  ``recording``: a
    sound file that is played instead, or its bytes, where it can be; else the text is said.
    ``gap``: seconds between words besides the voice's own, where the voice can do it.
    """

    id: int
    text: str
    voice: str = ""
    rate: float = 0.9
    pitch: float = 1.0
    volume: float = 1.0
    device: str = ""
    only: bool = False
    recording: bytes | Path = field(default=b"", repr=False)
    gap: float = 0.0


@dataclass(frozen=True)
class SoundUse:
    """How a voice is to use sound.

    ``folder``: where it may keep phrases of boards as sound, ``most`` bytes of them, and no other
    text.  ``awake``: never let the loudspeaker ``device`` fall asleep.
    """

    folder: Path
    most: int = 0
    awake: bool = False
    device: str = ""


SpeechEvent = SpeechStarted | WordSpoken | SpeechEnded | SpeechFailed


class SpeechEngine(Protocol):
    """A voice.  Answers by events; never blocks; a new utterance silences the old."""

    def start(self, emit: Callable[[SpeechEvent], None]) -> None: ...

    def voices(self) -> Sequence[Voice]: ...

    def speak(self, utterance: Utterance) -> None: ...

    def hush(self) -> None: ...

    def stop(self) -> None: ...


@runtime_checkable
class RendersAhead(Protocol):
    """A voice that can make phrases ready before they are wanted."""

    def use(self, sound: SoundUse, told: Callable[[str], None]) -> None:
        """``told`` gets ``"away"`` when the chosen output has gone, and ``"back"``."""

    def render_ahead(self, texts: Sequence[str], like: Utterance) -> None:
        """These phrases, in the manner of ``like``; the first ones first.

        Replaces an older order, also one that is being carried out.
        """

    def forget(self) -> None:
        """Lose every phrase that is kept.  Raises `OSError`."""


class BoardFormat(Protocol):
    """A file format that boards can be read from and written to."""

    suffixes: tuple[str, ...]

    def read(self, path: Path) -> tuple[Board, ...]:
        """The boards in the file, the start board first.  Raises `BoardProblem`."""

    def write(self, boards: Sequence[Board], path: Path) -> None:
        """Write the boards, the start board first.  Raises `OSError` or `BoardProblem`."""


@runtime_checkable
class RecognisesContent(Protocol):
    """A board format that knows its own files by what is in them, whatever they are called."""

    def recognises(self, path: Path, head: bytes) -> bool:
        """Whether it is such a file.  ``head``: the first 64 KiB; raises nothing."""


class Predictor(Protocol):
    """A source of likely words and letters."""

    def start(self, emit: Callable[[Suggested], None]) -> None: ...

    def suggest(self, wanted: Suggest) -> None:
        """Answer by ``emit(Suggested(wanted.id, words, letters, end))``.

        May answer before returning only if that takes less than 5 ms.
        """

    def use(self, settings: Settings) -> None:
        """Take the person's own words, removed words and whether to learn from the settings."""

    def learn(self, said: str) -> None:
        """A message was said.  Raises `OSError` where what was learned cannot be kept."""

    def forget(self) -> None:
        """Lose all that was learned.  Raises `OSError`."""

    def stop(self) -> None: ...


class MediaProblem(Exception):
    """A picture or recording cannot be used; the message is a code of ``model/editor_words.py``."""


class Pictures(Protocol):
    """Where the board editor takes pictures from."""

    def find(self, word: str) -> Sequence[tuple[str, str]]:
        """Name and key of the pictures for a word, the best first."""

    def take(self, path: Path, done: Callable[[str], None], failed: Callable[[str], None]) -> None:
        """Read the picture in a file: ``done`` gets its key, or ``failed`` a code of
        ``model/editor_words.py``; at once or later, from the event loop."""

    def content(self, key: str) -> bytes | None:
        """The bytes of a picture that was found or taken; None where there is none."""

    def licence(self, key: str) -> Mapping[str, str] | None:
        """The fields of Open Board Format, where a picture has a licence of its own."""
