"""All that calls for help or watches what a call depends on: bell, another bell, battery."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from aac.model.cue_events import RingEnded
from aac.model.events import Event
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.powering import Powering, battery_of_this_computer
from aac.relaying import Relaying
from aac.sound.bell import Bell

NEEDED = ("chime", "alarm", "B02")


class Calling(QObject):
    """``sounds``: the folder of the bell's sounds; ``own``: those in the person's language.
    ``post``: to the session.  ``log``: gets plain lines about trouble.
    """

    def __init__(
        self,
        sounds: Path,
        own: Path,
        post: Callable[[Event], None],
        tell: Callable[[Notice], None],
        log: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._tell = tell
        self._told: NoticeKind | None = None
        self.bell = Bell(sounds, log, own=own, needed=NEEDED)
        self._relay = Relaying(tell)
        self._powering = Powering(battery_of_this_computer, tell)
        self.bell.ended.connect(lambda: post(RingEnded()))
        self.bell.ready.connect(self._ready)
        self.bell.failed.connect(lambda why: self._tell(Notice(NoticeKind.BELL_FAILED)))

    def start(self) -> None:
        """The bell loads its sounds and tries its output; the battery is looked at."""
        self.bell.start()
        self._powering.start()

    def use(self, settings: Settings) -> None:
        """Take the other bell from the settings, and whether the system may be turned up."""
        self.bell.turns_up = settings.raise_volume
        self._relay.use(settings)

    def ring(self, sounds: tuple[str, ...], volume: float) -> None:
        """Here, and wherever else somebody may hear it."""
        self.bell.ring(sounds, volume)
        self._relay.call()

    def over(self) -> None:
        """The call has been answered, or was a mistake."""
        self._relay.end()

    def stop(self) -> None:
        """Let go of processes."""
        self.bell.close()
        self._powering.stop()
        self._relay.stop()

    def _ready(self, output: str) -> None:
        """The bell has its sounds and an output, or has none (G43); a new start is not told."""
        kind = NoticeKind.BELL_READY if output else NoticeKind.BELL_FAILED
        if kind is not self._told:
            self._told = kind
            self._tell(Notice(kind, output))
