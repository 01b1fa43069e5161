"""The process that listens for a sound: ``sound_worker LOW HIGH LIMIT HOLD -- CONTACT…``.

Out: ``ready``, ``down``/``up`` with ``at``, ``there`` with ``why``, ``level``.  In: ``ping``,
``seek``, ``meter``.  No sound is kept, and none leaves this process.
"""

from __future__ import annotations

import queue
import sys
from collections.abc import Callable
from time import monotonic

from aac.sound.pipe import Message, Pipe
from aac.switches.contacts import Contacts
from aac.switches.microphone import Block, Microphone
from aac.switches.sound_press import SILENCE, SoundPress

LOOK = 0.01
"""Seconds between two looks at what the microphone has heard."""

METER = 0.1
"""Seconds between two levels shown."""

NEVER_HEARD = 1.5
"""Seconds after which a microphone that has given nothing is none."""

CONTACT = ""


class Ear:
    """Sound in; movements and levels out."""

    def __init__(self, judge: SoundPress, contacts: Contacts, tell: Callable[..., None]) -> None:
        self.metering = False
        self._judge = judge
        self._contacts = contacts
        self._tell = tell
        self._loudest = SILENCE
        self._shown_at = 0.0

    def hear(self, block: Block) -> None:
        """A block of sound, with the moment at which its end came."""
        samples, came = block
        edges = self._judge.feed(samples)
        began = came - self._judge.heard
        for edge in edges:
            self._contacts.move(CONTACT, edge.down, began + edge.at)
        self._loudest = max(self._loudest, self._judge.level)
        if self.metering and came - self._shown_at >= METER:
            self._tell(level=self._loudest)
            self._shown_at, self._loudest = came, SILENCE


def run(pipe: Pipe, microphone: Microphone, ear: Ear, contacts: Contacts) -> int:
    """Until the parent has gone."""
    pipe.send(ready=True)
    began = monotonic()
    while True:
        for block in microphone.listen():
            ear.hear(block)
        if microphone.hears or monotonic() - began > NEVER_HEARD:
            contacts.there(microphone.hears)
        try:
            message = pipe.take(LOOK)
        except queue.Empty:
            continue
        if message is None:
            return 0
        _obey(message, pipe, ear, contacts)


def _obey(message: Message, pipe: Pipe, ear: Ear, contacts: Contacts) -> None:
    match message:
        case {"ping": number}:
            pipe.send(pong=number)
        case {"seek": bool(seeking)}:
            contacts.seeking = seeking
        case {"meter": bool(metering)}:
            ear.metering = metering


def main(arguments: list[str]) -> int:
    low, high, limit, hold = map(float, arguments[:4])
    pipe = Pipe()
    contacts = Contacts(pipe.send, arguments[5:])
    judge = SoundPress(low, high, limit, hold)
    return run(pipe, Microphone(), Ear(judge, contacts, pipe.send), contacts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
