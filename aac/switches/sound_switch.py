"""A sound as a switch: a hum, a click of the tongue, heard by a microphone.

While Wren itself can be heard no sound is a press, nor for a moment after: the room goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from time import monotonic
from typing import Any

from aac.model.source_settings import SOUND_BANDS
from aac.ports import Setup
from aac.switches.worker_source import WorkerSource

WORKER = "aac.switches.sound_worker"

ECHO = 0.3
"""Seconds after Wren's own sound in which the loudspeaker and the room may still be heard."""


class SoundSwitch(WorkerSource):
    """See `aac.ports.SwitchSource` and `HearsSound`; its one contact has no name."""

    def __init__(
        self,
        contacts: Sequence[str],
        on_news: Callable[[str], None],
        setup: Setup | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        setup = setup or Setup()
        settings = setup.settings
        low, high = SOUND_BANDS[settings.sound_band]
        arguments = map(str, (low, high, settings.sound_level, settings.sound_hold))
        super().__init__(
            "sound", WORKER, contacts, on_news, arguments=tuple(arguments), needs="miniaudio",
            setup=setup,
        )  # fmt: skip
        self._clock = clock
        self._may_hear_wren = settings.sound_while_speaking
        self._show: Callable[[float], None] | None = None
        self._deaf_until = -inf

    def deafen(self, deaf: bool) -> None:
        """While deaf no sound is a press."""
        if self._may_hear_wren:
            return
        if deaf:
            self._deaf_until = inf
        elif self._deaf_until == inf:
            self._deaf_until = self._clock() + ECHO

    def meter(self, show: Callable[[float], None] | None) -> None:
        """Tell ten times a second how loud it is, in dB below the loudest; ``None``: no longer."""
        self._show = show
        self.tell_worker(meter=show is not None)

    def worker_is_up(self) -> None:
        self.tell_worker(meter=self._show is not None)

    def take(self, message: dict[str, Any]) -> None:
        match message:
            case {"level": float(level)}:
                if self._show is not None:
                    self._show(level)
            case _:
                super().take(message)

    def move(self, name: str, down: bool, at: float) -> None:
        """A sound that began while Wren could be heard is left out, with its end."""
        if down and at < self._deaf_until:
            return
        super().move(name, down, at)
