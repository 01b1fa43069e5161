"""The measures of a person's presses: numbers only, in a file of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from math import isfinite
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from aac.files.json_file import put_aside, read_json, write_json
from aac.model.measures import Measures
from aac.model.notice import Notice, NoticeKind

VERSION = 1


def read_measures(path: Path) -> tuple[Measures, list[Notice]]:
    """What is known, and what has to be told about it.

    Numbers that make no sense are measured anew: none of them is worth a stop.
    """
    plain, damaged = read_json(path)
    values = {key: value for key, value in plain.items() if key != "version"}
    try:
        measures = _from_plain(Measures, values)
    except (TypeError, ValueError):
        put_aside(path)
        return Measures(), [Notice(NoticeKind.MEASURES_DAMAGED)]
    return measures, [Notice(NoticeKind.MEASURES_DAMAGED)] if damaged else []


def write_measures(path: Path, measures: Measures) -> None:
    """Raises `OSError` where the disk does not take it."""
    write_json(path, {"version": VERSION, **asdict(measures)})


def _from_plain(kind: Any, value: object) -> Any:
    """``value`` as ``kind``.  Raises `ValueError` where it is none."""
    if get_origin(kind) is UnionType:
        inner, _ = get_args(kind)  # only "something or None" is used
        return None if value is None else _from_plain(inner, value)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise ValueError(kind)
        return tuple(_from_plain(get_args(kind)[0], each) for each in value)
    if is_dataclass(kind):
        return _record(kind, value)
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind or (isinstance(value, float) and not isfinite(value)):
        raise ValueError(kind)
    return value


def _record(kind: Any, value: object) -> Any:
    """A frozen record; fields that are missing are as usual, unknown ones are left out."""
    if not isinstance(value, Mapping):
        raise ValueError(kind)
    types = get_type_hints(kind)
    known = {field.name for field in fields(kind)} & value.keys()
    return kind(**{name: _from_plain(types[name], value[name]) for name in known})
