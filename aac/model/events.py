"""What happens (events), and what is to be done once (effects).

Times are monotonic seconds; the core never asks for them, it is told.
"""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.board_events import BoardEffect, BoardEvent
from aac.model.cue_events import CueEffect, CueEvent
from aac.model.measures import Measures
from aac.model.notice import Notice
from aac.model.outward import OutwardEffect, TextTyped
from aac.model.partner import PartnerEvent
from aac.model.pointing import Pointed
from aac.model.settings import Settings
from aac.model.sounds import Click, Ring, StopRinging
from aac.model.switch_map import Direct
from aac.model.view import Page, Work
from aac.model.voice_events import VoiceEvent

# --------------------------------------------------------------------------- events


@dataclass(frozen=True)
class SwitchPressed:
    """Switch ``switch`` (1, 2, …) went down.

    ``at``: when that was, where it was stamped before now (the screen's thread may be late).
    """

    switch: int = 1
    at: float | None = None


@dataclass(frozen=True)
class SwitchReleased:
    switch: int = 1
    at: float | None = None


@dataclass(frozen=True)
class CommandPressed:
    """A switch with a direct command went down; it works in every state."""

    command: Direct
    at: float | None = None


@dataclass(frozen=True)
class CommandReleased:
    command: Direct
    at: float | None = None


@dataclass(frozen=True)
class DeadlineReached:
    """The moment named by ``session.deadline`` has come (or came a little early)."""


@dataclass(frozen=True)
class CellTouched:
    """A cell was chosen directly: touch, mouse or a screen reader."""

    cell_id: str


@dataclass(frozen=True)
class SpeechStarted:
    id: int


@dataclass(frozen=True)
class SpeechEnded:
    id: int


@dataclass(frozen=True)
class SpeechFailed:
    """``why``: a short code such as ``"no-device"``, never the text."""

    id: int
    why: str = ""


@dataclass(frozen=True)
class Suggested:
    """The answer to the question ``id``, likeliest first.

    ``letters``: what may be written next and its probability; ``" "`` ends the word.  ``end``: the
    probability that the message ends here.  Words bring their capitals along ("London").
    """

    id: int
    words: tuple[str, ...]
    letters: tuple[tuple[str, float], ...] = ()
    end: float = 0.0


@dataclass(frozen=True)
class PartnerSaid:
    """A partner typed or chose these words; they are context for prediction, and never kept."""

    text: str


@dataclass(frozen=True)
class SettingsChanged:
    settings: Settings


@dataclass(frozen=True)
class Noticed:
    """Something outside the core has to be told to the person."""

    notice: Notice


@dataclass(frozen=True)
class ClockTold:
    """The computer's clock shows ``wall`` (seconds since 1970); told at the start and hourly.
    ``hour``: of the local day, 13.5 is half past one; None where it is not known."""

    wall: float
    hour: float | None = None


@dataclass(frozen=True)
class PageTurned:
    """A page was opened or closed from outside the scan (by mouse or keyboard)."""

    page: Page


Movement = SwitchPressed | SwitchReleased | CommandPressed | CommandReleased

Event = (
    Movement
    | DeadlineReached
    | CellTouched
    | Pointed
    | SpeechStarted
    | SpeechEnded
    | SpeechFailed
    | Suggested
    | PartnerSaid
    | SettingsChanged
    | Noticed
    | ClockTold
    | PageTurned
    | BoardEvent
    | PartnerEvent
    | TextTyped
    | CueEvent
    | VoiceEvent
)

# -------------------------------------------------------------------------- effects


@dataclass(frozen=True)
class Speak:
    """Say ``text``.  ``sound``: the recording that is played for it where it can be."""

    id: int
    text: str
    sound: str = ""


@dataclass(frozen=True)
class StopSpeaking:
    pass


@dataclass(frozen=True)
class Suggest:
    """Ask the predictor: ``before`` is the text before the word, ``prefix`` its letters so far.

    ``count``: words wanted.  ``letters``: whether letters are wanted too.  ``passed``: the words
    that were shown while this word was begun and were not chosen, once for each time.  ``talk``:
    the last messages of this talk, the newest last.
    """

    id: int
    before: str
    prefix: str
    count: int
    letters: bool = False
    passed: tuple[str, ...] = ()
    talk: tuple[str, ...] = ()


@dataclass(frozen=True)
class Learn:
    """A message was spoken; the predictor may learn from it."""

    said: str


@dataclass(frozen=True)
class Forget:
    """The person erased what they said: nothing outside the work may keep it either."""


@dataclass(frozen=True)
class ForgetWords:
    """The person wants the words that were learned from them to be forgotten."""


@dataclass(frozen=True)
class Save:
    work: Work


@dataclass(frozen=True)
class SaveSettings:
    settings: Settings


@dataclass(frozen=True)
class SaveMeasures:
    measures: Measures


@dataclass(frozen=True)
class Quit:
    pass


Effect = (
    Speak
    | StopSpeaking
    | Ring
    | StopRinging
    | Click
    | Suggest
    | Learn
    | Forget
    | ForgetWords
    | Save
    | SaveSettings
    | SaveMeasures
    | BoardEffect
    | OutwardEffect
    | Quit
    | CueEffect
)
