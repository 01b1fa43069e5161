"""The bell: a chime, an alarm at the second call or in an emergency, repeated until answered.

Rules G42 and G43 of the guidance.  Says only what to play and when; a path that does not touch
the voice plays it.
"""

from __future__ import annotations

from aac.model.events import Effect
from aac.model.sounds import Ring, StopRinging
from aac.model.view import Alert

ESCALATE_WITHIN = 10.0  # G42: a second call this soon is an alarm
HURRY_FOR = 600.0  # G43: after ten minutes …
SLOW_REPEAT = 60.0  # … it repeats once a minute

CHIME = "chime"
ALARM = "alarm"


class Bell:
    """``alert``: what is being called, until somebody answers.  Times in seconds."""

    def __init__(self, repeat: float, call_text: str, call_sound: str) -> None:
        self.repeat = repeat
        self.alert: Alert | None = None
        self.deadline: float | None = None
        self._call_text = call_text
        self._call_sound = call_sound
        self._sounds: tuple[str, ...] = ()
        self._since = 0.0
        self._called_at: float | None = None

    def call(self, now: float) -> list[Effect]:
        """Ask for attention: politely at first, urgently when it is asked again.

        Again is within ten seconds, and at any time before somebody has answered: with a slow
        scan ten seconds are too short for a second call.
        """
        again = self._called_at is not None and now - self._called_at <= ESCALATE_WITHIN
        self._called_at = now
        if self.alert is not None and self.alert.emergency:
            return self._ring(now)
        tone = ALARM if again or self.alert is not None else CHIME
        return self._begin(Alert(self._call_text, tone == ALARM), (tone, self._call_sound), now)

    def alarm(self, sound: str, text: str, now: float) -> list[Effect]:
        """Sound an emergency phrase."""
        return self._begin(Alert(text, True), (ALARM, sound), now)

    def wake(self, now: float) -> list[Effect]:
        """Ring again when it is time."""
        if self.deadline is None or now < self.deadline:
            return []
        return self._ring(now)

    def answered(self) -> list[Effect]:
        """Somebody is coming, or the call was a mistake."""
        if self.alert is None:
            return []
        self.alert = self.deadline = None
        return [StopRinging()]

    def _begin(self, alert: Alert, sounds: tuple[str, ...], now: float) -> list[Effect]:
        self.alert, self._sounds, self._since = alert, sounds, now
        return self._ring(now)

    def _ring(self, now: float) -> list[Effect]:
        slow = now - self._since >= HURRY_FOR
        self.deadline = now + (SLOW_REPEAT if slow else self.repeat)
        return [Ring(self._sounds)]
