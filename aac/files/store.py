"""Our own files: the settings and the work in hand, as JSON, written atomically and mended.

A file is written beside its place, forced to the disk and renamed into place; the one before is
kept as ``.bak``.  A file that cannot be read is kept aside and the ``.bak`` is used, else the
usual values.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path

from aac.model.settings import BY_KEY, Settings, from_plain, to_plain
from aac.model.view import Notice, NoticeKind, OfferUse, Work

VERSION = 1
USE = {field.name for field in fields(OfferUse)}
# A message is a few hundred letters; anything far beyond is no file of ours.
LARGEST = 16 * 1024 * 1024


class Store:
    """Settings and work of one profile, in ``folder`` (made when it is first written)."""

    def __init__(self, settings_path: Path, work_path: Path) -> None:
        self._settings_path = settings_path
        self._work_path = work_path
        self._foreign: dict[str, object] = {}

    def read_settings(self) -> tuple[Settings, list[Notice]]:
        """The settings, and what has to be told about them."""
        plain, damaged = _read(self._settings_path)
        notices = [Notice(NoticeKind.SETTINGS_DAMAGED)] if damaged else []
        values = plain.get("settings", {})
        if not isinstance(values, dict):
            _put_aside(self._settings_path)
            return Settings(), [Notice(NoticeKind.SETTINGS_DAMAGED)]
        settings, bad = from_plain(values)
        self._foreign = {key: value for key, value in values.items() if key not in BY_KEY}
        notices += [Notice(NoticeKind.SETTING_REPLACED, BY_KEY[key].label) for key in bad]
        return settings, notices

    def write_settings(self, settings: Settings) -> None:
        """Raises `OSError` where the disk does not take it."""
        values = {**self._foreign, **to_plain(settings)}
        _write(self._settings_path, {"version": VERSION, "settings": values})

    def read_work(self) -> tuple[Work, list[Notice]]:
        """The work in hand, and what has to be told about it."""
        plain, damaged = _read(self._work_path)
        try:
            work = _work_from(plain)
        except ValueError:
            _put_aside(self._work_path)
            work, damaged = Work(), True
        return work, [Notice(NoticeKind.WORK_DAMAGED)] if damaged else []

    def write_work(self, work: Work) -> None:
        """Raises `OSError` where the disk does not take it."""
        _write(self._work_path, {"version": VERSION, **asdict(work)})

    def forget(self) -> None:
        """Remove older copies of the work: the person erased what stands in them.

        Raises `OSError`.
        """
        name = self._work_path.name
        for path in self._work_path.parent.glob(f"{name}.*"):
            path.unlink(missing_ok=True)


def _work_from(plain: Mapping[str, object]) -> Work:
    """Raises `ValueError` where a value is none of ours."""
    values: dict[str, object] = {}
    for field in fields(Work):
        if field.name not in plain:
            continue
        value = plain[field.name]
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            value = tuple(value)
        if field.name == "use":
            value = _use_from(value)
        if type(value) is not type(getattr(Work(), field.name)):
            raise ValueError(field.name)
        values[field.name] = value
    work = Work(**values)  # type: ignore[arg-type]  # each was checked against its field
    if not 0 <= work.caret <= len(work.text):
        raise ValueError("caret")
    return work


def _use_from(value: object) -> OfferUse:
    """Counts that make no sense are counted anew: the message matters more than they do."""
    counts = value if isinstance(value, dict) else {}
    right = all(type(count) is int and count >= 0 for count in counts.values())
    return OfferUse(**counts) if right and set(counts) == USE else OfferUse()


def _read(path: Path) -> tuple[dict[str, object], bool]:
    """The object in the file, or in the one before it, and whether the file was damaged."""
    found, damaged = _parsed(path)
    if damaged:
        _put_aside(path)
    if found is None:
        found, _ = _parsed(_backup(path))
        damaged = damaged or found is not None
    return found or {}, damaged


def _parsed(path: Path) -> tuple[dict[str, object] | None, bool]:
    """None and False where there is no file, None and True where it makes no sense."""
    try:
        if path.stat().st_size > LARGEST:
            return None, True
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None, False
    except (OSError, ValueError, RecursionError):
        return None, True
    return (found, False) if isinstance(found, dict) else (None, True)


def _write(path: Path, value: Mapping[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    # What somebody said is not for the other users of this computer.
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        path.replace(_backup(path))
    fresh.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """A rename survives a power cut only once the folder is on the disk."""
    if os.name == "nt":
        return  # Windows cannot open a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _backup(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def _put_aside(path: Path) -> None:
    """Keep a damaged file beside its place for whoever can mend it."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    with suppress(OSError):
        path.replace(path.with_name(f"{path.name}.damaged-{stamp}"))
