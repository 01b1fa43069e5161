"""Which natural voices are installed; for who only lists them: nothing of them is imported."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from aac.model.voices import KINDS, NaturalKind
from aac.ports import Voice


def installed() -> tuple[NaturalKind, ...]:
    """The kinds whose package is there; imports none of them."""
    return tuple(kind for kind in KINDS.values() if find_spec(kind.package) is not None)


def installed_voices() -> Sequence[Voice]:
    """The voices that these bring along."""
    return tuple(
        Voice(f"{kind.name}:{name}", f"{kind.title}, {label}", (language,))
        for kind in installed()
        for name, (label, language) in kind.voices.items()
    )
