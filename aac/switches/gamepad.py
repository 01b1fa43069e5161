"""Buttons of gamepads and joysticks; switch interfaces for players are such devices too.

Contacts: ``0``, ``1``, … for buttons; ``up``, ``down``, ``left``, ``right`` for the cross; and
``axis2+`` or ``axis0-`` for a trigger or stick that is pushed more than halfway.  A name means
that button on any device that is plugged in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aac.ports import Setup
from aac.switches.worker_source import WorkerSource

WORKER = "aac.switches.gamepad_worker"


class Gamepad(WorkerSource):
    """See `aac.ports.SwitchSource`."""

    def __init__(
        self, contacts: Sequence[str], on_news: Callable[[str], None], setup: Setup | None = None
    ) -> None:
        setup = setup or Setup()
        super().__init__("gamepad", WORKER, contacts, on_news, needs="sdl2", setup=setup)
