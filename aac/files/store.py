"""Our own files: the settings, the work in hand and the measures, read and mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path

from aac.files.json_file import put_aside, read_json, write_json
from aac.files.measured import read_measures, write_measures
from aac.model.language import translated
from aac.model.measures import Measures
from aac.model.notice import Notice, NoticeKind
from aac.model.plain_settings import from_plain, to_plain
from aac.model.settings import BY_KEY, Settings
from aac.model.view import OfferUse, Work

VERSION = 1
USE = {field.name for field in fields(OfferUse)}


class Store:
    """Settings, work and measures of one profile; the folders are made when first written."""

    def __init__(self, settings_path: Path, work_path: Path, measures_path: Path) -> None:
        self._settings_path = settings_path
        self._work_path = work_path
        self._measures_path = measures_path
        self._foreign: dict[str, object] = {}

    def read_settings(self) -> tuple[Settings, list[Notice]]:
        """The settings, and what has to be told about them."""
        plain, damaged = read_json(self._settings_path)
        notices = [Notice(NoticeKind.SETTINGS_DAMAGED)] if damaged else []
        values = plain.get("settings", {})
        if not isinstance(values, dict):
            put_aside(self._settings_path)
            return Settings(), [Notice(NoticeKind.SETTINGS_DAMAGED)]
        settings, bad = from_plain(values)
        self._foreign = {key: value for key, value in values.items() if key not in BY_KEY}
        notices += [
            Notice(NoticeKind.SETTING_REPLACED, translated(BY_KEY[key].label)) for key in bad
        ]
        return settings, notices

    def write_settings(self, settings: Settings) -> None:
        """Raises `OSError` where the disk does not take it."""
        values = {**self._foreign, **to_plain(settings)}
        write_json(self._settings_path, {"version": VERSION, "settings": values})

    def read_work(self) -> tuple[Work, list[Notice]]:
        """The work in hand, and what has to be told about it."""
        plain, damaged = read_json(self._work_path)
        try:
            work = _work_from(plain)
        except ValueError:
            put_aside(self._work_path)
            work, damaged = Work(), True
        return work, [Notice(NoticeKind.WORK_DAMAGED)] if damaged else []

    def write_work(self, work: Work) -> None:
        """Raises `OSError` where the disk does not take it."""
        write_json(self._work_path, {"version": VERSION, **asdict(work)})

    def read_measures(self) -> tuple[Measures, list[Notice]]:
        """What is known of the person's presses, and what has to be told about it."""
        return read_measures(self._measures_path)

    def write_measures(self, measures: Measures) -> None:
        """Raises `OSError` where the disk does not take it."""
        write_measures(self._measures_path, measures)

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
