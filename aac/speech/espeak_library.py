"""eSpeak NG, called directly: text in, samples out, nothing played.

The library and its voices come with the package ``espeakng-loader``.  Three of its habits decide
the shape of this file: it ends the whole process when it finds no data, unless told not to; it
cuts the path of its data at 160 bytes; and it has one state for the whole process.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import espeakng_loader

_SYNCHRONOUS = 2
_DO_NOT_EXIT = 0x8000
_UTF8 = 1
_BUFFER_MS = 50
_LONGEST_PATH = 159

RATE, VOLUME, PITCH, WORD_GAP = 1, 2, 3, 7
"""Parameters: words a minute; per cent; 0 … 99 with 50 as the voice's own; pause between words in
hundredths of a second at the usual rate."""

_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class EspeakProblem(Exception):
    """The library or its data cannot be used."""


class _Event(ctypes.Structure):
    """What the library tells beside the samples; text positions count letters from 1."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_END, _WORD = 0, 1  # types of events


class _VoiceRecord(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),
        ("identifier", ctypes.c_char_p),
        ("details", ctypes.c_ubyte * 4),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


@dataclass(frozen=True)
class EspeakVoice:
    identifier: str
    name: str
    languages: tuple[str, ...]


class Espeak:
    """The library, ready to speak.  At most one at work in a process.

    Raises `EspeakProblem` where it is not installed whole.  May change the current folder, when
    its data lie too deep for it.
    """

    def __init__(self) -> None:
        try:
            self._library = ctypes.CDLL(espeakng_loader.get_library_path())
            path = _data_path(Path(espeakng_loader.get_data_path()))
        except (OSError, RuntimeError) as problem:
            raise EspeakProblem(str(problem)) from problem
        self.rate = self._library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, path, _DO_NOT_EXIT)
        """Samples a second."""
        if self.rate <= 0:
            raise EspeakProblem("eSpeak NG cannot find its data")
        self._callback = _Callback(self._take)
        self._library.espeak_SetSynthCallback(self._callback)
        self._library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_VoiceRecord))
        self._heard: list[bytes] = []
        self.words: list[tuple[float, int, int]] = []
        """Of the last text: seconds from its beginning, place and length of each word."""
        self._stopped: Callable[[], bool] = lambda: False

    def render(self, text: str, stopped: Callable[[], bool] = lambda: False) -> bytes:
        """The samples of the text; fewer once ``stopped()`` says so.  Raises `EspeakProblem`."""
        data = cleaned(text).encode("utf-8") + b"\0"
        self._heard, self._stopped, self.words = [], stopped, []
        result = self._library.espeak_Synth(data, len(data), 0, 0, 0, _UTF8, None, None)
        if result != 0:
            raise EspeakProblem(f"eSpeak NG answers {result}")
        return b"".join(self._heard)

    def set(self, parameter: int, value: int) -> None:
        self._library.espeak_SetParameter(parameter, value, 0)

    def get(self, parameter: int) -> int:
        return int(self._library.espeak_GetParameter(parameter, 1))

    def choose(self, identifier: str) -> None:
        """Speak with this voice from now on.  Raises `EspeakProblem` where there is none such."""
        if self._library.espeak_SetVoiceByName(identifier.encode("utf-8")) != 0:
            raise EspeakProblem(f"no voice {identifier!r}")

    def voices(self) -> tuple[EspeakVoice, ...]:
        records = self._library.espeak_ListVoices(None)
        found: list[EspeakVoice] = []
        while records[len(found)]:
            record = records[len(found)].contents
            found.append(
                EspeakVoice(
                    record.identifier.decode("utf-8"),
                    record.name.decode("utf-8"),
                    _languages(record.languages),
                )
            )
        return tuple(found)

    def _take(self, samples: ctypes.Array[ctypes.c_short], count: int, events: int) -> int:
        """Called by the library for each piece of sound; 1 tells it to stop."""
        if samples and count > 0:
            self._heard.append(ctypes.string_at(samples, 2 * count))
        told = ctypes.cast(events, ctypes.POINTER(_Event))
        place = 0
        while (event := told[place]).type != _END:
            place += 1
            if event.type == _WORD:
                self.words.append((event.milliseconds / 1000, event.position - 1, event.length))
        return int(self._stopped())


def cleaned(text: str) -> str:
    """The same text without what the library cannot bear, each letter in its old place."""
    return "".join(_clean(letter) for letter in text)


def _clean(letter: str) -> str:
    if "\ud800" <= letter <= "\udfff":
        return "?"  # half a letter; cannot be written as UTF-8
    return " " if letter < " " or "\x7f" <= letter < "\xa0" else letter


def _data_path(data: Path) -> bytes:
    """The path for the library: short, and plain enough for any code page."""
    with contextlib.suppress(UnicodeEncodeError):
        path = str(data).encode("ascii")
        if len(path) <= _LONGEST_PATH:
            return path
    os.chdir(data.parent)
    return data.name.encode("ascii")


def _languages(at: int) -> tuple[str, ...]:
    """Names such as "en-gb"; in memory each is a byte of priority, then text, then a zero."""
    found = []
    while ctypes.string_at(at, 1) != b"\0":
        name = ctypes.string_at(at + 1)
        found.append(name.decode("utf-8"))
        at += 2 + len(name)
    return tuple(found)
