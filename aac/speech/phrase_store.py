"""Phrases of the boards as sound, on the disk: rendered once, heard at once ever after.

One file for each, named by a hash, so that names tell nothing.  The process that speaks only
reads; only the one that renders ahead writes, and it is told phrases of boards alone.  So what
somebody composes cannot come here.  A damaged file is removed and rendered anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from aac.ports import Utterance
from aac.sound.player import Pcm
from aac.speech.phrase_files import SUFFIX
from aac.speech.spoken import Spoken, WordTime, words_of

_VERSION = 3
"""Changes when the same text and voice shall sound different, such as after better trimming."""

_HEAD = struct.Struct("<4sHIII")
"""Mark, version, samples a second, bytes of sound, checksum of all that follows: the sound, and
when each word is heard."""

_MARK = b"WREN"

# Of an utterance; the rest changes how it sounds, whatever that is.
_NO_MATTER = frozenset({"id", "volume", "device", "only", "recording"})

_MOST_SECONDS = 30.0
"""Longer ones are rendered as they are spoken: the first sentence comes as quickly."""


def name_of(engine: str, utterance: Utterance) -> str:
    """The name of the file for this sound.

    ``engine``: what renders, with its version.  Everything about the utterance counts that can be
    heard, so voice, rate, pitch and text; the volume does not, it is made while playing.
    """
    heard = {key: value for key, value in asdict(utterance).items() if key not in _NO_MATTER}
    told = json.dumps([_VERSION, engine, heard], sort_keys=True, default=str)
    return hashlib.blake2b(told.encode("ascii"), digest_size=20).hexdigest() + SUFFIX


class PhraseStore:
    """``most``: bytes that the files may take together.

    The folder need not exist.  Nothing here raises: without a disk there is no store.
    """

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder
        self._most = most

    def get(self, name: str) -> Spoken | None:
        """The sound; `None` where there is none or it is damaged."""
        path = self._folder / name
        try:
            content = path.read_bytes()
        except OSError:
            return None
        sound = _sound_from(content)
        with contextlib.suppress(OSError):
            if sound is None:
                path.unlink()
            else:
                os.utime(path)  # the last use, by which the oldest are found
        return sound

    def has(self, name: str) -> bool:
        """Whether there is a file of this name; it counts as used now."""
        try:
            os.utime(self._folder / name)
        except OSError:
            return False
        return True

    def put(self, name: str, sound: Pcm) -> bool:
        """Keep the sound; says whether it fits, and the disk took it."""
        words = [(word.at, word.start, word.end) for word in words_of(sound)]
        rest = sound.samples + json.dumps(words).encode("ascii")
        size = len(sound.samples)
        content = _HEAD.pack(_MARK, _VERSION, sound.rate, size, zlib.crc32(rest)) + rest
        if len(content) > self._most or sound.seconds > _MOST_SECONDS:
            return False
        path = self._folder / name
        part = path.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            part.write_bytes(content)
            part.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            return False
        return True

    def shrink(self) -> None:
        """Remove what was used longest ago, and what is half-written, until the rest fits."""
        files = sorted(self._files(), reverse=True)
        room = self._most
        for _, size, path in files:
            room -= size
            if room < 0 or path.suffix != SUFFIX:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[tuple[int, int, Path]]:
        """When last used, size and path of each."""
        with contextlib.suppress(OSError):
            for entry in os.scandir(self._folder):
                with contextlib.suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    yield found.st_mtime_ns, found.st_size, Path(entry.path)


def _sound_from(content: bytes) -> Spoken | None:
    if len(content) < _HEAD.size:
        return None
    mark, version, rate, size, check = _HEAD.unpack_from(content)
    rest = content[_HEAD.size :]
    ours = (mark, version) == (_MARK, _VERSION) and size % 2 == 0 and 4000 <= rate <= 192_000
    if not ours or zlib.crc32(rest) != check:
        return None
    with contextlib.suppress(ValueError, TypeError):
        words = tuple(WordTime(*word) for word in json.loads(rest[size:]))
        return Spoken(rest[:size], rate, words)
    return None
