"""The process that reads a serial port: ``serial_worker PORT SPEED SENDS -- CONTACT…``.

Out: ``ready``, ``down``/``up`` with ``at``, ``there`` with ``why``, ``problem``.  In: ``ping``,
``seek``.
"""

from __future__ import annotations

import queue
import sys
from typing import Any

from aac.sound.pipe import Pipe
from aac.switches.contacts import Contacts
from aac.switches.serial_line import AGAIN, SerialLine
from aac.switches.serial_words import SerialWords


def usb_ports() -> list[str]:
    """The serial ports that are plugged in, and not built in: those hardly ever are a switch."""
    from serial.tools import list_ports

    return sorted(port.device for port in list_ports.comports() if port.vid is not None)


def open_port(name: str, speed: int) -> Any:
    """The port of that name, or the first USB one; None where there is none.

    Raises `OSError` where it cannot be opened.  RTS and DTR are on: they feed the contacts.
    """
    import serial

    if not name:
        found = usb_ports()
        if not found:
            return None
        name = found[0]
    return serial.Serial(name, speed, exclusive=None if sys.platform == "win32" else True)


def run(pipe: Pipe, line: SerialLine, contacts: Contacts) -> int:
    """Until the parent has gone."""
    pipe.send(ready=True)
    while True:
        line.turn()
        try:
            message = pipe.take(0.0 if line.is_open else AGAIN)
        except queue.Empty:
            continue
        match message:
            case None:
                return 0
            case {"ping": number}:
                pipe.send(pong=number)
            case {"seek": bool(seeking)}:
                contacts.seeking = seeking


def main(arguments: list[str]) -> int:
    name, speed, sends, _, *wanted = arguments
    pipe = Pipe()
    contacts = Contacts(pipe.send, wanted)
    line = SerialLine(
        contacts,
        SerialWords(by_letter=sends == "letters"),
        wanted,
        open_port=lambda: open_port(name, int(speed)),
        problem=lambda code: pipe.send(problem=code),
    )
    return run(pipe, line, contacts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
