"""The gamepad's process with a device that exists only there: SDL's own virtual joystick.

Beside what the parent says to a real one, it takes ``{"plug": true}`` and ``false``, ``{"button":
n, "is": down}``, ``{"hat": value}`` and ``{"axis": n, "at": value}``.
"""

from __future__ import annotations

import sys
from typing import Any

from aac.sound.pipe import Message, Pipe
from aac.switches import gamepad_worker
from aac.switches.pads import Pads, load_sdl


class VirtualPad:
    """A pad with four axes, the third a trigger; eight buttons and a cross."""

    def __init__(self, sdl: Any) -> None:
        self._sdl = sdl
        self._pad: Any = None
        self._place = -1

    def do(self, message: Message) -> None:
        sdl = self._sdl
        match message:
            case {"plug": True}:
                kind = sdl.SDL_JOYSTICK_TYPE_GAMECONTROLLER
                self._place = sdl.SDL_JoystickAttachVirtual(kind, 4, 8, 1)
                self._pad = sdl.SDL_JoystickOpen(self._place)
                sdl.SDL_JoystickSetVirtualAxis(self._pad, 2, -32768)
                sdl.SDL_JoystickUpdate()
            case {"plug": False}:
                sdl.SDL_JoystickClose(self._pad)
                sdl.SDL_JoystickDetachVirtual(self._place)
            case {"button": number, "is": down}:
                sdl.SDL_JoystickSetVirtualButton(self._pad, number, int(down))
            case {"hat": value}:
                sdl.SDL_JoystickSetVirtualHat(self._pad, 0, value)
            case {"axis": number, "at": value}:
                sdl.SDL_JoystickSetVirtualAxis(self._pad, number, value)


class _PipeWithPad(Pipe):
    """Takes out what is meant for the pad."""

    def __init__(self, pad: VirtualPad) -> None:
        super().__init__()
        self._pad = pad

    def take(self, timeout: float | None) -> Message | None:
        message = super().take(timeout)
        if message is not None:
            self._pad.do(message)
        return message


if __name__ == "__main__":
    pads = Pads()
    pad = VirtualPad(load_sdl())
    if sys.argv[1] == "plugged":
        pad.do({"plug": True})
    wanted = sys.argv[sys.argv.index("--") + 1 :]
    sys.exit(gamepad_worker.run(_PipeWithPad(pad), pads, wanted))
