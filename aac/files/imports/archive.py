"""A zip of another program: its files by name, within limits, nothing unpacked to the disk."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from aac.files.imports.limits import MEDIA_LIMIT, MEMBER_LIMIT, MEMBERS_LIMIT, TEXT_LIMIT
from aac.files.obf.raw import plain_path
from aac.ports import BoardProblem

_LOCKED = 0x1  # flag bit of a zip member with a password
BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a compression that Python lacks
    RuntimeError,
    ValueError,
    OSError,
)


class Archive:
    """Names are found whatever their slashes and big or small letters; the later file counts."""

    def __init__(self, path: Path, what: str) -> None:
        """``what``: the kind of file for a sentence, as "a Grid 3 set".  Raises `BoardProblem`."""
        self._what = what
        try:
            self._zip = zipfile.ZipFile(path)
        except FileNotFoundError:
            raise BoardProblem("The file is not there.") from None
        except BAD_ZIP:
            raise BoardProblem(f"The file is not {what}, or it is damaged.") from None
        infos = self._zip.infolist()
        if len(infos) > MEMBERS_LIMIT:
            self._zip.close()
            raise BoardProblem("The file holds too many parts.")
        self._infos = {name.lower(): (name, info) for name, info in _plain(infos)}
        self._left = {"text": TEXT_LIMIT, "media": MEDIA_LIMIT}

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *reason: object) -> None:
        self._zip.close()

    def names(self) -> Iterator[str]:
        """The files, as they are written, with slashes."""
        return (name for name, _ in self._infos.values())

    def has(self, name: str) -> bool:
        return name.lower() in self._infos

    def read(self, name: str, kind: str = "text") -> bytes | None:
        """The bytes; ``None`` where there is no such file.  ``kind``: "text" or "media", each of
        which may take so much together.  Raises `BoardProblem`."""
        found = self._infos.get(name.lower())
        if found is None:
            return None
        info = found[1]
        if info.flag_bits & _LOCKED:
            raise BoardProblem("The file is locked with a password, so Wren cannot open it.")
        room = min(self._left[kind], MEMBER_LIMIT)
        if info.file_size > room:
            raise BoardProblem("A part of the file is too large.")
        try:
            with self._zip.open(info) as member:
                # A part that says it is smaller than it is ends here.
                data = member.read(room + 1)
        except BAD_ZIP:
            raise BoardProblem(f"The file is damaged, or it is not {self._what}.") from None
        if len(data) > room:
            raise BoardProblem("A part of the file is too large.")
        self._left[kind] -= len(data)
        return data


def _plain(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The files by plain names, without folders and what a Mac adds."""
    for info in infos:
        name = plain_path(info.filename)
        first, last = name.split("/", 1)[0], name.rsplit("/", 1)[-1]
        junk = first == "__MACOSX" or last == ".DS_Store" or last.startswith("._")
        if name and not junk and not info.is_dir():
            yield name, info
