"""Settings as plain values, as a file holds them, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from aac.model.declared import KeptValues, Texts, Value
from aac.model.kept import read_kept
from aac.model.settings import BY_KEY, Settings, checked, checked_plain


def from_plain(plain: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """Settings from plain values, and the keys whose value was bad and was replaced.

    Keys that are not ours are left alone: a newer Wren may have written them.
    """
    good: dict[str, Value] = {}
    bad: list[str] = []
    for key in BY_KEY.keys() & plain.keys():
        try:
            good[key] = checked(key, _grown(key, plain[key]))
        except ValueError:
            bad.append(key)
            if isinstance(BY_KEY[key], KeptValues):
                good[key], _ = read_kept(plain[key], checked_plain)
    return Settings(**good), tuple(sorted(bad))  # type: ignore[arg-type]  # checked above


def _grown(key: str, value: object) -> object:
    """A fixed list of an older Wren, which had fewer entries, with the rest left unused."""
    declared = BY_KEY[key]
    if isinstance(declared, Texts) and declared.fixed and isinstance(value, list) and value:
        return [*value, *[""] * (len(getattr(Settings(), key)) - len(value))]
    return value


def to_plain(settings: Settings) -> dict[str, object]:
    """All values, as JSON can hold them."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(settings).items()
    }
