"""Switches on a serial port: a microcontroller that sends words, and contacts between lines.

A plain contact between RTS (or DTR), which are on, and CTS, DSR, DCD or RI needs no electronics:
contacts ``cts``, ``dsr``, ``dcd`` and ``ri``.  Any other contact is a word of `serial_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aac.ports import Setup
from aac.switches.worker_source import WorkerSource

WORKER = "aac.switches.serial_worker"


class SerialSwitch(WorkerSource):
    """See `aac.ports.SwitchSource`."""

    def __init__(
        self, contacts: Sequence[str], on_news: Callable[[str], None], setup: Setup | None = None
    ) -> None:
        setup = setup or Setup()
        settings = setup.settings
        arguments = (settings.serial_port, settings.serial_speed, settings.serial_sends)
        super().__init__(
            "serial", WORKER, contacts, on_news, arguments=arguments, needs="serial", setup=setup
        )
