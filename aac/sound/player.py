"""Play sound that is in memory, now, and be silent at once.

Each sound opens the output anew and closes it again: that takes 3 ms, starts without a wait,
throws away at once what the sound server still holds, finds today's devices and today's sound
server, and costs nothing between sounds.  (A device that is stopped and started again first plays
what was left over; one that runs all the time answers 10 to 30 ms later and is never at rest.)

When a sound has ended is judged by our own clock, because sound servers report it up to two
seconds late, or never.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

import miniaudio
from miniaudio import Backend, MiniaudioError, PlaybackDevice, SampleFormat

_BACKENDS = {
    "linux": (Backend.PULSEAUDIO, Backend.ALSA),
    "win32": (Backend.WASAPI, Backend.DSOUND, Backend.WINMM),
    "darwin": (Backend.COREAUDIO,),
}
"""What may play or listen.  The library's "null" device is in none: it would swallow sound in
silence."""

_OTHER_BACKENDS = (Backend.SNDIO, Backend.AUDIO4, Backend.OSS)

_PERIOD_MS, _PERIODS = 200, 3
"""The buffer.  Long, so that a busy interpreter leaves no gap; it delays neither start nor stop."""

_UNASKED = 0.45
"""Seconds.  A healthy output asks for sound every 200 ms; one that has not is looked at."""

_STALLED = 1.5
"""Seconds without being asked after which an output counts as gone though it is still listed."""

_TAIL = 1.0
"""Seconds the output stays open after a sound's end: Bluetooth plays that much later."""


class NoDevice(Exception):
    """No output can be opened, or not the one asked for."""


@dataclass(frozen=True)
class Pcm:
    """Sound: 16-bit mono samples in the machine's byte order, ``rate`` of them a second."""

    samples: bytes
    rate: int

    @property
    def seconds(self) -> float:
        return len(self.samples) / 2 / self.rate


def outputs() -> tuple[str, ...]:
    """The names of the outputs there are now; none where there is no sound at all."""
    return tuple(_find_outputs())


def outputs_by_id() -> dict[str, str]:
    """The outputs there are now, id -> name.

    An id stays with its device while others come and go; the names of equal ones change then.
    """
    return {_id_text(device): name for name, device in _find_outputs().items()}


class Player:
    """Plays one sound at a time.  For one thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._output: Output | None = None
        self._device = ""
        self._store = bytearray()
        self._rate = 0
        self.ends_at: float | None = None
        """When the sound ends (``clock`` seconds); ``None`` at rest."""

    def play(self, sound: Pcm, device: str = "", *, exactly: bool = False) -> None:
        """Silence what plays and play this, on the output of that id or name, or the usual one.

        ``exactly``: by its id alone, which no other output can have.  Raises `NoDevice`.
        """
        self.stop()
        self._store = bytearray(sound.samples)
        self._rate, self._device = sound.rate, device
        self._output = Output(sound.rate, output_id(device, exactly), _feed(self._store))
        self.ends_at = self._clock() + sound.seconds

    def more(self, sound: Pcm) -> None:
        """Play this after what plays; of the same rate.  Does nothing after ``stop``."""
        if self.ends_at is None:
            return
        assert sound.rate == self._rate
        self._store += sound.samples
        self.ends_at = max(self.ends_at, self._clock()) + sound.seconds

    def has_lost_output(self, *, surely: bool = False) -> bool:
        """Whether what plays goes nowhere: its output was pulled out, or has stopped asking.

        ``surely``: look even where nothing points to it; takes some milliseconds.

        Nobody else says so.  The sound server ends what plays on an output that was chosen, and the
        library goes on as if nothing had happened.  (What plays on the usual output is moved to
        another one by most sound servers.)
        """
        if self._output is None or self.ends_at is None:
            return False
        unasked = time.monotonic() - self._output.asked_at
        if unasked < _UNASKED and not (surely and self._device):
            return False
        found = _find_outputs()
        if self._device:
            is_there = self._device in found or self._device in map(_id_text, found.values())
        else:
            is_there = bool(found)
        return not is_there or unasked > _STALLED

    @property
    def closes_at(self) -> float | None:
        """When `stop` should be called, so that the output is not held open for nothing."""
        return None if self.ends_at is None else self.ends_at + _TAIL

    def stop(self) -> None:
        """Silence at once.  May be called at any time."""
        if self._output is not None:
            self._output.close()
        self._output = None
        self.ends_at = None


def _feed(store: bytearray) -> Generator[bytes, int, None]:
    """What the output asks for, from a store that may grow; silence where it has none."""
    done = 0
    wanted = yield b""
    while True:
        piece = bytes(store[done : done + 2 * wanted])
        done += len(piece)
        wanted = yield piece.ljust(2 * wanted, b"\0")


class Output(PlaybackDevice):
    """An output that also gives its connection to the sound server back when it closes.

    The library keeps that until the process ends, and a sound server takes only 64 of them.
    """

    def __init__(self, rate: int, device: object, source: Generator[bytes, int, None]) -> None:
        self._context = None
        self.asked_at = time.monotonic()
        """When the sound server last wanted more."""
        next(source)
        try:
            super().__init__(
                output_format=SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=rate,
                buffersize_msec=_PERIOD_MS,
                callback_periods=_PERIODS,
                device_id=device,
                backends=list(backends()),
                app_name="Wren",
            )
            self.start(source)
        except MiniaudioError as problem:
            self.close()
            raise NoDevice(str(problem)) from None

    def _data_callback(self, device: object, output: object, given: object, count: int) -> None:
        self.asked_at = time.monotonic()
        super()._data_callback(device, output, given, count)

    def close(self) -> None:
        super().close()
        context, self._context = self._context, None
        if context:
            miniaudio.lib.ma_context_uninit(context)


def backends() -> tuple[Backend, ...]:
    """The sound systems that are asked, in this order."""
    return _BACKENDS.get(sys.platform, _OTHER_BACKENDS)


def _find_outputs() -> dict[str, object]:
    """Outputs by name; of several with one name, the second is called "name (2)"."""
    found: dict[str, object] = {}
    with contextlib.suppress(MiniaudioError):
        for entry in miniaudio.Devices(list(backends())).get_playbacks():
            name, number = entry["name"], 1
            while name in found:
                number += 1
                name = f"{entry['name']} ({number})"
            found[name] = entry["id"]
    return found


def output_id(wanted: str, exactly: bool = False) -> object:
    """The library's own for the output of that id or name; `None` is the usual one.

    Raises `NoDevice`.
    """
    if not wanted:
        return None
    by_name = _find_outputs()
    by_id = {_id_text(device): device for device in by_name.values()}
    found = by_id if exactly else {**by_name, **by_id}
    try:
        return found[wanted]
    except KeyError:
        raise NoDevice("the chosen output is not there") from None


def _id_text(device: object) -> str:
    """The sound system's own id as text: its letters, where it is made of letters."""
    raw = bytes(miniaudio.ffi.buffer(device))
    coding = "utf-16-le" if sys.platform == "win32" else "utf-8"
    text = raw.decode(coding, "replace").partition("\0")[0]
    return text if text.isprintable() and text else raw.rstrip(b"\0").hex()
