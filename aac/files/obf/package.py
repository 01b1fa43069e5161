"""Opening a board file: a lone board or a zip of boards, within limits.

Nothing is unpacked to the disk and no name in the archive is ever used as a path there, so an
archive cannot reach out of itself.
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aac.files.obf.raw import Notes, Raw, board_from, json_from, plain_path, records
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


@dataclass(frozen=True)
class Package:
    """The boards of a file, as they stand in it, the start board first.

    ``boards``: path in the package -> board.  ``ids``: the manifest's board id -> path.
    ``media``: the manifest's paths of pictures and sounds, by ``images`` and ``sounds``.
    ``member``: the bytes of a file in the package, ``None`` where it has none such.
    """

    boards: Mapping[str, Raw]
    ids: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    manifest_extra: Raw = field(default_factory=dict)
    member: Callable[[str], bytes | None] = lambda path: None


def open_package(path: Path, notes: Notes) -> Package:
    """Raises `BoardProblem` where there is not one board that can be read."""
    try:
        size = path.stat().st_size
        archive = zipfile.ZipFile(path) if zipfile.is_zipfile(path) else None
        data = path.read_bytes() if archive is None and size <= MEMBER_LIMIT else b""
    except FileNotFoundError:
        raise BoardProblem("The file is not there.") from None
    except _BAD_ZIP:
        raise BoardProblem("The file is damaged or cannot be opened.") from None
    if size > (PACKAGE_LIMIT if archive else MEMBER_LIMIT):
        raise BoardProblem("The file is too large.")
    if archive:
        with archive:
            return _Archive(archive, notes).package()
    if data.startswith(b"PK"):
        raise BoardProblem("The file is damaged: a part of it is missing.")
    return Package({path.name: board_from(data)})


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
                notes.mend("Two files of one name: the later one is used.")
            self._files[name] = info
        sizes = [info.file_size for info in self._files.values()]
        if sum(size for size in sizes if size <= MEMBER_LIMIT) > PACKAGE_LIMIT:
            raise BoardProblem("The package is too large when unpacked.")
        self._kept: dict[str, bytes | None] = {}

    def package(self) -> Package:
        manifest, folder = self._manifest()
        paths = _mapping(manifest.get("paths"))
        listed = _paths(paths.get("boards"), folder)
        root = manifest.get("root")
        order = [plain_path(folder + root)] if isinstance(root, str) else []
        order += listed.values()
        order += [name for name in self._files if name.lower().endswith(".obf")]
        boards, problem = self._boards(dict.fromkeys(order))
        if not boards:
            raise problem or BoardProblem("The package holds no board.")
        if manifest and next(iter(boards)) != order[0]:
            self._notes.mend("The start board is missing: the first board is used.")
        media = {kind: _paths(paths.get(kind), folder) for kind in ("images", "sounds")}
        # Read now: the archive is closed before the boards are looked at.
        self._read_media(boards, media, folder)
        extra = {key: manifest[key] for key in manifest if key not in ("format", "root", "paths")}
        return Package(boards, listed, media, extra, self._kept_member(folder))

    def _manifest(self) -> tuple[Raw, str]:
        """The manifest and its folder: a zip made of a folder has it one level down."""
        places = [name for name in self._files if name.rsplit("/", 1)[-1] == "manifest.json"]
        places = [name for name in places if name.count("/") <= 1]
        for name in sorted(places, key=lambda name: name.count("/")):
            data = self._read(name)
            try:
                raw = json_from(data) if data is not None else None
            except BoardProblem:
                raw = None
            if isinstance(raw, dict):
                return raw, name.removesuffix("manifest.json")
        self._notes.mend("The package has no list of its boards that can be read.")
        return {}, ""

    def _boards(self, paths: Mapping[str, object]) -> tuple[dict[str, Raw], BoardProblem | None]:
        boards: dict[str, Raw] = {}
        problem: BoardProblem | None = None
        for path in paths:
            try:
                data = self._read(path)
                if data is None:
                    self._notes.lose("A board is listed but missing.")
                    continue
                boards[path] = board_from(data)
            except BoardProblem as found:
                problem = problem or found
                self._notes.lose(f"A board could not be read. {found}")
        return boards, problem

    def _read(self, name: str) -> bytes | None:
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

    def _read_media(
        self, boards: Mapping[str, Raw], media: Mapping[str, Mapping[str, str]], folder: str
    ) -> None:
        for listed in media.values():
            for path in listed.values():
                self._keep(path)
        for board in boards.values():
            for record in [*records(board.get("images")), *records(board.get("sounds"))]:
                if isinstance(written := record.get("path"), str):
                    for place in media_places(written):
                        self._keep(folder + place)

    def _keep(self, name: str) -> None:
        if name in self._files and name not in self._kept:
            try:
                self._kept[name] = self._read(name)
            except BoardProblem:
                self._kept[name] = None
                self._notes.lose("A picture or sound could not be read.")

    def _kept_member(self, folder: str) -> Callable[[str], bytes | None]:
        kept = self._kept
        return lambda path: kept.get(path) or kept.get(folder + path)


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
