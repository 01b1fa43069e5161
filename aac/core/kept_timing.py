"""Settings that are put away under a name and brought out again (guidance G1, G27).

For anything of which a person has several, each with its own values: methods here, presets
elsewhere.  Names of different matters must differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from aac.model.declared import Kept, Plain
from aac.model.settings import Settings, with_values


def put_away(settings: Settings, name: str, keys: Iterable[str]) -> Settings:
    """The settings with the values of ``keys`` kept under ``name``, in place of older ones."""
    others = tuple(kept for kept in settings.kept_timing if kept.name != name)
    values = tuple((key, getattr(settings, key)) for key in keys)
    return replace(settings, kept_timing=(*others, Kept(name, values)))


def kept_under(settings: Settings, name: str) -> Mapping[str, Plain]:
    """What is kept under ``name``; nothing where nothing was put away."""
    return {
        key: value
        for kept in settings.kept_timing
        if kept.name == name
        for key, value in kept.values
    }


def bring_out(settings: Settings, name: str, keys: Iterable[str]) -> Settings:
    """The settings with what is kept under ``name`` for ``keys``; all others stay as they are."""
    values = kept_under(settings, name)
    return with_values(settings, {key: values[key] for key in keys if key in values})
