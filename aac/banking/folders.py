"""Recordings taken in from a folder, and all of them given out as a folder.

A folder holds sound files whose names are the words, or a CSV that says ``file`` and ``phrase``.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from filecmp import cmp
from pathlib import Path

from aac.banking.naming import free_name, phrase_of
from aac.banking.reading import arrival, read_sound
from aac.banking.recording import Arrival, Recording
from aac.banking.store import RecordingStore
from aac.model.banked import same_words
from aac.sound.player import Pcm
from aac.sound.recording import RecordingProblem
from aac.sound.wav import write_wav

ENDINGS = (".wav", ".mp3", ".flac", ".ogg")
MOST = 5000  # files that are looked at
CSV = "recordings.csv"
AS_THEY_CAME = "as they came"
COLUMNS = ("file", "phrase", "made", "start", "end", "level", "peak")
_LARGEST_CSV = 2 * 2**20  # bytes
_LETTERS = re.compile(r"[^\w]+|_")


@dataclass
class Imported:
    """``attached``: phrases of the boards that have a recording now.  ``others``: words that no
    board says; their recordings are heard when they are written.  ``same``: were there already.
    ``unread``: files that hold no sound, or are not there."""

    attached: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Exported:
    """``folder``: where they are.  ``lost``: words whose file was not there any more."""

    folder: Path
    count: int
    lost: tuple[str, ...]


def bring_in(folder: Path, store: RecordingStore, phrases: Iterable[str]) -> Imported:
    """Take in all sound files of the folder.  ``phrases``: of the boards.  Raises `OSError`."""
    store.load()
    told = Imported()
    exactly = {same_words(phrase): phrase for phrase in phrases}
    loosely = {_letters(phrase): phrase for phrase in exactly.values()}
    arrivals: dict[str, Arrival] = {}
    for name, said in _listed(folder):
        phrase = exactly.get(same_words(said)) or loosely.get(_letters(said)) or said
        path = folder / name
        if not _is_inside(path, folder) or not same_words(said):
            told.unread.append(name)
            continue
        before = store.find(phrase)
        if before is not None and _are_same(path, store.original(before)):
            told.same.append(phrase)
            continue
        try:
            arrivals[same_words(phrase)] = arrival(path, phrase)
        except (OSError, RecordingProblem):
            told.unread.append(name)
    for words, one in arrivals.items():
        (told.attached if words in exactly else told.others).append(one.phrase)
    if arrivals:
        store.add(tuple(arrivals.values()))
    return told


def export(store: RecordingStore, folder: Path) -> Exported:
    """Write every recording as WAV, and a CSV.  Raises `OSError`.

    A WAV is the original, byte for byte.  Of anything else what can be played is written as WAV,
    and the original goes along.  What is in the folder already stays as it is: then the
    recordings go to a folder in it.
    """
    store.load()
    folder = _empty(folder)
    rows: list[Mapping[str, object]] = []
    lost: list[str] = []
    for one in store.all:
        name = free_name(folder, one.phrase, ".wav")
        if not _give_out(store, one, folder / name):
            lost.append(one.phrase)
            continue
        values = {column: getattr(one, column) for column in COLUMNS}
        rows.append({**values, "file": name})
    with (folder / CSV).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return Exported(folder, len(rows), tuple(lost))


def _give_out(store: RecordingStore, one: Recording, target: Path) -> bool:
    original = store.original(one)
    if original.suffix.lower() == ".wav" and original.is_file():
        shutil.copyfile(original, target)
        return True
    if original.is_file():
        beside = target.parent / AS_THEY_CAME
        beside.mkdir(exist_ok=True)
        shutil.copyfile(original, beside / f"{target.stem}{original.suffix}")
        with suppress(RecordingProblem):
            samples, rate = read_sound(original)
            write_wav(target, Pcm(samples.tobytes(), rate))
            return True
    played = store.played(one)
    if played.is_file():
        shutil.copyfile(played, target)
        return True
    return False


def _listed(folder: Path) -> list[tuple[str, str]]:
    """The files and what each says: as the table says, else by their names."""
    every = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
    said: dict[str, str] = {}
    for table in (path for path in every if path.suffix.lower() == ".csv"):
        said.update(_from_table(table))
    sounds = (path for path in every if path.suffix.lower() in ENDINGS and path.is_file())
    for path in sounds:
        said.setdefault(path.name, phrase_of(path))
    return list(said.items())[:MOST]


def _from_table(path: Path) -> dict[str, str]:
    """File -> words, of a table with these two columns, in any order where it names them."""
    with path.open("rb") as file:
        raw = file.read(_LARGEST_CSV)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # of an old spreadsheet
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = [row for row in csv.reader(text.splitlines(), delimiter=delimiter) if len(row) > 1]
    if not rows:
        return {}
    names = [cell.strip().casefold() for cell in rows[0]]
    if "file" in names and "phrase" in names:
        at, words = names.index("file"), names.index("phrase")
        rows = [row for row in rows[1:] if len(row) > max(at, words)]
    else:
        at, words = 0, 1
    return {row[at].strip(): row[words].strip() for row in rows if row[at].strip()}


def _empty(folder: Path) -> Path:
    """This folder, or where there is something in it a new one in it."""
    folder.mkdir(parents=True, exist_ok=True)
    if not any(folder.iterdir()):
        return folder
    inside = folder / free_name(folder, f"Wren {datetime.now().date().isoformat()}", "")
    inside.mkdir()
    return inside


def _is_inside(path: Path, folder: Path) -> bool:
    """A table could name any file of this computer."""
    return path.resolve().is_relative_to(folder.resolve())


def _are_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        return cmp(one, other, shallow=False)
    return False


def _letters(text: str) -> str:
    """No file can be called after a question mark, and few are called after a comma."""
    return " ".join(_LETTERS.sub(" ", text.replace("'", "").replace("’", "")).casefold().split())
