"""Opening a board file: a lone board or a zip of boards, within limits.

Nothing is unpacked to the disk and no name in the archive is ever used as a path there, so an
archive cannot reach out of itself.  Boards and pictures are read one by one when they are asked
for: a package of ten thousand boards opens as quickly as its list of boards can be read.
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from aac.files.notes import Notes
from aac.files.obf.actions import text_id
from aac.files.obf.content import key_of
from aac.files.obf.raw import Raw, board_from, json_from, plain_path
from aac.files.obf.zip_end import DIRECTORY_LIMIT, directory_size
from aac.ports import BoardProblem

MEMBER_LIMIT = 64 * 2**20
PACKAGE_LIMIT = 512 * 2**20
MEMBERS_LIMIT = 20_000

_LOCKED = 0x1  # flag bit of a zip member with a password
_BAD_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a compression that Python lacks
    RuntimeError,
    ValueError,
    OSError,
)


@dataclass
class Package:
    """The boards of a file, the start board first; read when they are asked for.

    ``order``: the paths where boards should be.  ``listed``: the manifest's board id -> path.
    ``media``: the manifest's paths of pictures and sounds, by ``images`` and ``sounds``.
    ``read``: the bytes of a member by its full path, ``None`` where there is none such; it raises
    `BoardProblem`.  ``size``: how many they are.  ``folder``: where the manifest stands.
    ``packed``: a zip, not a lone board.
    """

    order: Sequence[str]
    read: Callable[[str], bytes | None]
    listed: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    size: Callable[[str], int] = lambda path: 0
    manifest_extra: Raw = field(default_factory=dict)
    folder: str = ""
    packed: bool = True
    _digests: dict[str, str] = field(default_factory=dict)
    _last: tuple[str, Raw | None] = ("", None)

    def board(self, path: str) -> Raw | None:
        """The board as it stands there.  Raises `BoardProblem`."""
        before, self._last = self._last, ("", None)
        if before[0] == path:
            return before[1]  # asked for its id a moment ago
        data = self.read(path)
        raw = None if data is None else board_from(data)
        if not self.packed:
            self._last = path, raw
        return raw

    def member(self, path: str) -> bytes | None:
        """A picture or sound, by a path as the boards write it; ``None`` where it is none or
        cannot be read."""
        for name in dict.fromkeys((path, self.folder + path)):
            try:
                if found := self.read(name):
                    return found
            except BoardProblem:
                continue
        return None

    def digest(self, path: str) -> str:
        """The SHA-256 of `member`, "" where there is none; counted once."""
        if path not in self._digests:
            self._digests[path] = key_of(self.member(path))
        return self._digests[path]

    @cached_property
    def own_names(self) -> Mapping[str, str]:
        """What the boards call themselves, id and addresses -> path: all of them are read."""
        names: dict[str, str] = {}
        for path in self.order:
            try:
                raw = self.board(path) or {}
            except BoardProblem:
                continue
            for key in ("id", "url", "data_url"):
                if name := text_id(raw.get(key)):
                    names.setdefault(name, path)
        return names


def open_package(path: Path, notes: Notes) -> Package:
    """Raises `BoardProblem` where it is neither a package nor a board."""
    try:
        size = path.stat().st_size
        is_zip = zipfile.is_zipfile(path)
        if size > (PACKAGE_LIMIT if is_zip else MEMBER_LIMIT):
            raise BoardProblem("The file is too large.")
        if is_zip:
            return _Archive(_opened(path, size), notes).package()
        data = path.read_bytes()
    except FileNotFoundError:
        raise BoardProblem("The file is not there.") from None
    except _BAD_ZIP:
        raise BoardProblem("The file is damaged or cannot be opened.") from None
    if data.startswith(b"PK"):
        raise BoardProblem("The file is damaged: a part of it is missing.")
    return Package([path.name], lambda name: data if name == path.name else None, packed=False)


def _opened(path: Path, size: int) -> zipfile.ZipFile:
    """In memory where it is not too large: the file may then be replaced while it is in use."""
    file: BinaryIO = BytesIO(path.read_bytes()) if size <= MEMBER_LIMIT else path.open("rb")
    if directory_size(file, size) > DIRECTORY_LIMIT:
        file.close()
        raise BoardProblem("The package holds too many files.")
    return zipfile.ZipFile(file)


class _Archive:
    """One zip being read."""

    def __init__(self, archive: zipfile.ZipFile, notes: Notes) -> None:
        self._archive = archive
        self._notes = notes
        infos = archive.infolist()
        if len(infos) > MEMBERS_LIMIT:
            raise BoardProblem("The package holds too many files.")
        self._files: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            name = plain_path(info.filename)
            if info.is_dir() or not name or _is_junk(name):
                continue
            if name in self._files:
                notes.mend("Two files of one name: the later one is used.", name)
            self._files[name] = info
        sizes = [info.file_size for info in self._files.values()]
        if sum(size for size in sizes if size <= MEMBER_LIMIT) > PACKAGE_LIMIT:
            raise BoardProblem("The package is too large when unpacked.")

    def package(self) -> Package:
        manifest, folder = self._manifest()
        paths = _mapping(manifest.get("paths"))
        listed = _paths(paths.get("boards"), folder)
        root = manifest.get("root")
        order = [plain_path(folder + root)] if isinstance(root, str) else []
        if manifest and not (order and order[0] in self._files):
            self._notes.mend("The start board is missing: the first board is used.")
        order += listed.values()
        order += [name for name in self._files if name.lower().endswith(".obf")]
        media = {kind: _paths(paths.get(kind), folder) for kind in ("images", "sounds")}
        extra = {key: manifest[key] for key in manifest if key not in ("format", "root", "paths")}
        order = [path for path in dict.fromkeys(order) if path]
        return Package(order, self.read, listed, media, self.size, extra, folder)

    def _manifest(self) -> tuple[Raw, str]:
        """The manifest and its folder: a zip made of a folder has it one level down."""
        places = [name for name in self._files if name.rsplit("/", 1)[-1] == "manifest.json"]
        places = [name for name in places if name.count("/") <= 1]
        for name in sorted(places, key=lambda name: name.count("/")):
            data = self.read(name)
            try:
                raw = json_from(data) if data is not None else None
            except BoardProblem:
                raw = None
            if isinstance(raw, dict):
                return raw, name.removesuffix("manifest.json")
        self._notes.mend("The package has no list of its boards that can be read.")
        return {}, ""

    def size(self, name: str) -> int:
        """Bytes of a member, as the archive says; no more than so many are read."""
        info = self._files.get(name)
        return info.file_size if info else 0

    def read(self, name: str) -> bytes | None:
        """Raises `BoardProblem` where the member is there but cannot be read."""
        info = self._files.get(name)
        if info is None:
            return None
        if info.flag_bits & _LOCKED:
            raise BoardProblem("The package is locked with a password.")
        if info.file_size > MEMBER_LIMIT:
            raise BoardProblem("A file in the package is too large.")
        try:
            with self._archive.open(info) as member:
                return member.read(MEMBER_LIMIT)
        except _BAD_ZIP:
            raise BoardProblem("The package is damaged.") from None


def media_places(path: str) -> tuple[str, ...]:
    """Where a picture may lie that a board calls ``path``: as said, or below ``images``."""
    plain = plain_path(path)
    return (plain, f"images/{plain}") if plain else ()


def _is_junk(name: str) -> bool:
    first, last = name.split("/", 1)[0], name.rsplit("/", 1)[-1]
    return first == "__MACOSX" or last == ".DS_Store" or last.startswith("._")


def _mapping(raw: object) -> Mapping[str, object]:
    return raw if isinstance(raw, dict) else {}


def _paths(raw: object, folder: str) -> dict[str, str]:
    return {
        key: plain_path(folder + path.lstrip("/\\"))
        for key, path in _mapping(raw).items()
        if isinstance(path, str) and plain_path(path)
    }
