"""The sentences of stages and of sentences that are put together, ready for translation."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated

STARTER: Mapping[str, str] = {
    "change": "{label}: {new} (now {old})",
    "no_change": "All of it is set like this already.",
}


def starter_text(key: str, **parts: object) -> str:
    """A word or sentence of these."""
    return translated(STARTER[key]).format(**parts)
