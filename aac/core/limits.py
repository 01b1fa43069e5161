"""Values of number settings, kept within their limits."""

from __future__ import annotations

from aac.model.declared import Number
from aac.model.settings import BY_KEY


def within(key: str, value: float) -> float:
    """``value`` within the limits of this setting, to a hundredth."""
    declared = BY_KEY[key]
    assert isinstance(declared, Number)
    return round(min(max(value, declared.low), declared.high), 2)
