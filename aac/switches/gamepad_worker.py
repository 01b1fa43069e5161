"""The process that reads gamepads: ``gamepad_worker -- CONTACT…``, one JSON object a line.

Out: ``ready``, ``down``/``up`` with ``at``, ``there`` with ``why``.  In: ``ping``, ``seek``.
"""

from __future__ import annotations

import queue
import sys

from aac.sound.pipe import Pipe
from aac.switches.contacts import Contacts
from aac.switches.pads import NoPads, Pads, may_not_read

LISTENING = 0.008
"""Seconds between two looks: USB devices report 125 times a second."""

WAITING = 0.25
"""The same while no device is plugged in."""


def run(pipe: Pipe, pads: Pads, wanted: list[str]) -> int:
    """Until the parent has gone."""
    contacts = Contacts(pipe.send, wanted)
    pipe.send(ready=True)
    while True:
        look(pads, contacts)
        try:
            message = pipe.take(LISTENING if pads.names else WAITING)
        except queue.Empty:
            continue
        match message:
            case None:
                return 0
            case {"ping": number}:
                pipe.send(pong=number)
            case {"seek": bool(seeking)}:
                contacts.seeking = seeking


def look(pads: Pads, contacts: Contacts) -> None:
    """Tell what has happened since the last look."""
    for name, down in pads.poll():
        contacts.move(name, down)
    there = bool(pads.names)
    contacts.there(there, "no-permission" if not there and may_not_read() else "")


def main(arguments: list[str]) -> int:
    pipe = Pipe()
    try:
        pads = Pads()
    except NoPads:
        pipe.send(ready=True)
        pipe.send(problem="not-installed")
        return _idle(pipe)
    return run(pipe, pads, arguments[arguments.index("--") + 1 :])


def _idle(pipe: Pipe) -> int:
    """Without the library there is nothing to do; ending would only start it anew."""
    while (message := pipe.take(None)) is not None:
        if "ping" in message:
            pipe.send(pong=message["ping"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
