"""How a language is made: read from ``LANGUAGE.recipe.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class LanguageRecipe:
    """``letters``: what words are made of, in the order of their numbers.

    ``register``: the text that is most like what will be written; its own model has the share
    ``register_share``, and in the model of all texts each counts ``weights`` times, in the
    sentence model ``net_weights`` times.  ``not_kept_once``: texts of which no n-gram seen only
    once is kept, because real people wrote them to each other.  ``dialogues``: texts whose lines
    answer each other.  ``theta``: how much an n-gram must matter to be kept (`kneser_ney.pruned`).
    """

    name: str
    letters: str
    register: str = ""
    register_share: float = 0.0
    weights: Mapping[str, int] = field(default_factory=dict)
    net_weights: Mapping[str, int] = field(default_factory=dict)
    not_kept_once: tuple[str, ...] = ()
    dialogues: tuple[str, ...] = ()
    theta: float = 1e-7


def read_recipe(path: Path) -> LanguageRecipe:
    """Raises `OSError`, `ValueError`, `TypeError`."""
    plain: dict[str, Any] = json.loads(path.read_text("utf-8"))
    for key in ("not_kept_once", "dialogues"):
        plain[key] = tuple(plain.get(key, ()))
    return LanguageRecipe(**plain)
