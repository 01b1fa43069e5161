"""The recordings of a person's own voice, in the person's own folder.

``originals`` holds each recording as it came, under the words it says, and nothing ever changes or
deletes one: what is removed or recorded anew goes to ``removed``.  ``played`` holds copies without
the silence at both ends; they can be made again at any time.  ``index.json`` says which is which.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from aac.banking.naming import free_name, phrase_of
from aac.banking.recording import Arrival, Recording, as_plain, read_recording
from aac.files.json_file import read_json, write_json
from aac.model.banked import Recordings, same_words

LARGEST = 8 * 2**20  # bytes that can be played
WAIT = 500  # milliseconds for another program that writes here


class RecordingStore:
    """``gone``: called with the words of a recording that could not be read.  Nothing is read
    before `load`; writing raises `OSError`.
    """

    def __init__(self, folder: Path, gone: Callable[[str], None] | None = None) -> None:
        self.folder = folder
        self.gone = gone or (lambda phrase: None)
        self.all: tuple[Recording, ...] = ()
        self._removed: list[object] = []
        self._moves: list[tuple[Recording, Path]] = []
        self._stamp = 0

    # --------------------------------------------------------------------------- reading

    def load(self) -> bool:
        """Read the index; whether it was damaged.

        Without any index the originals are known by their names.
        """
        if not self.folder.is_dir():
            self.all = ()
            return False
        found, damaged = read_json(self.index)
        listed = found.get("recordings")
        removed = found.get("removed")
        self._removed = list(removed) if isinstance(removed, list) else []
        read = [read_recording(one) for one in listed] if isinstance(listed, list) else []
        whole = {one.id: one for one in read if one is not None}
        damaged = damaged or len(whole) != len(read)
        if damaged or not self.index.is_file():
            known = {one.file for one in whole.values()}
            whole |= {adopted.id: adopted for adopted in self._unlisted(known)}
        self.all = tuple(whole.values())
        self._stamp = self._stamped()
        return damaged

    def changed_elsewhere(self) -> bool:
        """Whether the index is another one than was read."""
        return self._stamped() != self._stamp

    def recordings(self) -> Recordings:
        """Which words have a recording; of two the later one."""
        return Recordings({same_words(one.phrase): one.key for one in self.all})

    def find(self, phrase: str) -> Recording | None:
        """The recording that says this."""
        words = same_words(phrase)
        return next((one for one in reversed(self.all) if same_words(one.phrase) == words), None)

    def missing(self) -> tuple[Recording, ...]:
        """Those whose original is not there."""
        return tuple(one for one in self.all if not self.original(one).is_file())

    def original(self, recording: Recording) -> Path:
        return self.originals / recording.file

    @property
    def index(self) -> Path:
        return self.folder / "index.json"

    @property
    def originals(self) -> Path:
        return self.folder / "originals"

    @property
    def removed(self) -> Path:
        return self.folder / "removed"

    def sound(self, key: str) -> Path | None:
        """The file to be played; ``None`` where there is none for this key, or it is gone."""
        recording = next((one for one in self.all if one.key == key), None)
        if recording is None:
            return None
        for path in self.played(recording), self.original(recording):
            with suppress(OSError):
                if 0 < path.stat().st_size <= LARGEST:
                    return path
        self.gone(recording.phrase)
        return None

    # --------------------------------------------------------------------------- writing

    def add(self, arrivals: Sequence[Arrival]) -> None:
        """Take these in; what said the same words before goes to the removed ones."""
        with self._writing():
            for arrival in arrivals:
                self._take(arrival)

    def remove(self, recording_id: str) -> None:
        """The words are said by the voice again; the original is kept among the removed."""
        with self._writing():
            self._put_aside(one for one in self.all if one.id == recording_id)

    def attach(self, recording_id: str, phrase: str) -> None:
        """The recording says other words from now on."""
        words = same_words(phrase)
        with self._writing():
            others = [one for one in self.all if one.id != recording_id]
            self._put_aside([one for one in others if same_words(one.phrase) == words])
            self.all = tuple(
                replace(one, phrase=phrase.strip()) if one.id == recording_id else one
                for one in self.all
            )

    def _take(self, arrival: Arrival) -> None:
        words = same_words(arrival.phrase)
        made = datetime.now().date().isoformat()
        name = free_name(self.originals, arrival.phrase, arrival.source.suffix.lower() or ".wav")
        new = Recording(
            os.urandom(8).hex(), arrival.phrase.strip(), name, made,
            round(arrival.start, 3), round(arrival.end, 3),
            round(arrival.level, 1), round(arrival.peak, 1),
        )  # fmt: skip
        _write(self.played(new), arrival.played)
        _copy(arrival.source, self.originals / name)
        self._put_aside([one for one in self.all if same_words(one.phrase) == words])
        self.all = (*self.all, new)

    def _put_aside(self, recordings: Iterable[Recording]) -> None:
        for one in tuple(recordings):
            self.removed.mkdir(parents=True, exist_ok=True, mode=0o700)
            taken = {to.name for _, to in self._moves}
            path = self.original(one)
            name = free_name(self.removed, phrase_of(path), path.suffix, taken)
            self._moves.append((one, self.removed / name))
            self._removed.append({"phrase": one.phrase, "file": name, "made": one.made})
            self.all = tuple(other for other in self.all if other.id != one.id)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Alone with the index as it is now on the disk; afterwards it is written."""
        for folder in (self.folder, self.originals):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = QLockFile(str(self.folder / "lock"))
        if not lock.tryLock(WAIT):
            raise OSError("another program writes recordings now")
        try:
            self.load()
            self._moves = []
            yield
            plain = [as_plain(one) for one in self.all]
            write_json(self.index, {"version": 1, "recordings": plain, "removed": self._removed})
            # Afterwards: an original that nobody names is no loss, one that is missing would be.
            for one, to in self._moves:
                self.played(one).unlink(missing_ok=True)
                with suppress(FileNotFoundError):
                    self.original(one).replace(to)
            self._stamp = self._stamped()
        except OSError:
            self.load()
            raise
        finally:
            lock.unlock()

    def _unlisted(self, known: set[str]) -> Iterator[Recording]:
        """Originals that a damaged index does not name."""
        with suppress(OSError):
            for path in sorted(self.originals.iterdir()):
                if path.is_file() and path.name not in known and path.suffix != ".new":
                    number = f"{zlib.crc32(path.name.encode()):08x}"
                    yield Recording(number, phrase_of(path), path.name)

    def played(self, recording: Recording) -> Path:
        """Its copy that is heard."""
        return self.folder / "played" / f"{recording.id}.wav"

    def _stamped(self) -> int:
        try:
            return self.index.stat().st_mtime_ns
        except OSError:
            return 0


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("wb") as file:
        file.write(content)


def _copy(source: Path, target: Path) -> None:
    """Byte for byte, on the disk before it has its name."""
    fresh = target.with_name(target.name + ".new")
    shutil.copyfile(source, fresh)
    fresh.chmod(0o600)
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
