"""Whether a value is one that a setting may have."""

from __future__ import annotations

from aac.model.declared import (
    Choice,
    Declaration,
    KeptValues,
    Number,
    Plain,
    Switch,
    Text,
    Texts,
)

MOST_TEXTS = 1000  # entries of a list; a person's own words are many
LONGEST_TEXT = 200


def checked_value(
    declared: Declaration | KeptValues, value: object, length: int | None = None
) -> Plain:
    """``value``, if it is one of the declared setting's.  Raises `ValueError`.

    ``length``: the number of entries of a list that has a fixed one.
    """
    match declared:
        case Number():
            return _number(declared, value)
        case Choice():
            if isinstance(value, str) and value in declared.options:
                return value
        case Switch():
            if isinstance(value, bool):
                return value
        case Text():
            if isinstance(value, str) and len(value) < LONGEST_TEXT:
                return value
        case Texts():
            return _texts(declared, value, length)
    raise ValueError(declared.key)


def _number(declared: Number, value: object) -> Plain:
    if value is None and declared.follows:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(declared.key)
    if not declared.low <= value <= declared.high:  # also refuses NaN
        raise ValueError(declared.key)
    if declared.whole and value != int(value):
        raise ValueError(declared.key)
    return int(value) if declared.whole else float(value)


def _texts(declared: Texts, value: object, length: int | None) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_TEXTS:
        raise ValueError(declared.key)
    # In a fixed list an empty entry is one that is not used.
    if not all(
        isinstance(entry, str) and (entry or declared.fixed) and len(entry) < LONGEST_TEXT
        for entry in value
    ):
        raise ValueError(declared.key)
    if length is not None and len(value) != length:
        raise ValueError(declared.key)
    return tuple(value)
