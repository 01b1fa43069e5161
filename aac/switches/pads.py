"""The gamepads and joysticks that are plugged in, read through SDL 2.

For a process of its own: SDL opens whatever it finds, and its drivers are not ours.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from aac.switches.pad_state import Move, PadState

# Before SDL starts.  Presses count while another program is in front; signals are left to
# Python; and Windows sends what happens to a thread of SDL's own, since there is no window.
HINTS: Mapping[str, str] = {
    "SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS": "1",
    "SDL_NO_SIGNAL_HANDLERS": "1",
    "SDL_JOYSTICK_THREAD": "1",
}
INPUT = Path("/dev/input")


class NoPads(Exception):
    """SDL cannot be used here."""


class Pads:
    """Every device there is, and those that come and go."""

    def __init__(self) -> None:
        """Raises `NoPads`."""
        self._sdl = load_sdl()
        if self._sdl.SDL_Init(self._sdl.SDL_INIT_JOYSTICK) != 0:
            raise NoPads("SDL does not start")
        self._event = self._sdl.SDL_Event()
        self._open: dict[int, Any] = {}
        self._state = PadState()

    @property
    def names(self) -> tuple[str, ...]:
        """The devices, as they call themselves."""
        named = (self._sdl.SDL_JoystickName(pad) or b"" for pad in self._open.values())
        return tuple(name.decode("utf-8", "replace") for name in named)

    def poll(self) -> Iterator[Move]:
        """All that has moved since the last time."""
        sdl, event = self._sdl, self._event
        while sdl.SDL_PollEvent(event):
            match event.type:
                case sdl.SDL_JOYDEVICEADDED:
                    self._add(event.jdevice.which)
                case sdl.SDL_JOYDEVICEREMOVED:
                    yield from self._remove(event.jdevice.which)
                case sdl.SDL_JOYBUTTONDOWN | sdl.SDL_JOYBUTTONUP:
                    pad, button = event.jbutton.which, event.jbutton.button
                    down = event.type == sdl.SDL_JOYBUTTONDOWN
                    yield from self._state.button(pad, button, down)
                case sdl.SDL_JOYHATMOTION:
                    hat = event.jhat
                    yield from self._state.cross(hat.which, hat.hat, hat.value)
                case sdl.SDL_JOYAXISMOTION:
                    axis = event.jaxis
                    yield from self._state.axis(axis.which, axis.axis, axis.value)

    def close(self) -> None:
        """Let go of all devices."""
        for pad in self._open.values():
            self._sdl.SDL_JoystickClose(pad)
        self._open.clear()
        self._sdl.SDL_QuitSubSystem(self._sdl.SDL_INIT_JOYSTICK)

    def _add(self, place: int) -> None:
        pad = self._sdl.SDL_JoystickOpen(place)
        if not pad:
            return
        which = self._sdl.SDL_JoystickInstanceID(pad)
        self._open[which] = pad
        axes = range(self._sdl.SDL_JoystickNumAxes(pad))
        self._state.plugged_in(which, [self._sdl.SDL_JoystickGetAxis(pad, n) for n in axes])

    def _remove(self, which: int) -> list[Move]:
        pad = self._open.pop(which, None)
        if pad is not None:
            self._sdl.SDL_JoystickClose(pad)
        return self._state.pulled_out(which)


def load_sdl() -> Any:
    """The library.  Raises `NoPads`."""
    for hint, value in HINTS.items():
        os.environ.setdefault(hint, value)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns that it brings its own SDL
            import sdl2
    except (ImportError, OSError, RuntimeError) as problem:
        raise NoPads("SDL is not installed") from problem
    return sdl2


def may_not_read(folder: Path = INPUT) -> bool:
    """Whether a joystick is plugged in that this user may not read (Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    return any(not os.access(path, os.R_OK) for path in folder.glob("js*"))
