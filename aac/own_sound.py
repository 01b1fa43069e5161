"""What Wren itself sounds, so that no microphone takes its voice or its bell for a switch."""

from __future__ import annotations

from collections.abc import Callable

from aac.model.events import SpeechStarted
from aac.model.voice_events import WordSpoken
from aac.ports import SpeechEvent
from aac.sound.bell import Bell
from aac.sources import Sources


class OwnSound:
    """Stands between voice and bell and those that they tell.  ``post``: takes the voice's
    events."""

    def __init__(self, sources: Sources, bell: Bell, post: Callable[[SpeechEvent], None]) -> None:
        self._sources = sources
        self._bell = bell
        self._post = post
        bell.rang.connect(lambda: self._rings(True))
        bell.ended.connect(lambda: self._rings(False))
        bell.failed.connect(lambda why: self._rings(False))

    def voice_tells(self, event: SpeechEvent) -> None:
        """The voice has begun or ended, or says a word."""
        if isinstance(event, WordSpoken):
            self._post(event)
            return
        self._sources.sounding("voice", isinstance(event, SpeechStarted))
        self._post(event)

    def stop_ringing(self) -> None:
        """The bell is silent at once, and tells nobody."""
        self._bell.stop_ringing()
        self._rings(False)

    def _rings(self, on: bool) -> None:
        self._sources.sounding("bell", on)
