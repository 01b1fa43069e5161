"""The languages that Wren speaks, one JSON file each in ``assets/languages``; all read alike."""

from __future__ import annotations

import json
import locale
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from aac.files.paths import assets_folder
from aac.model import language
from aac.model.language import ENGLISH, Language
from aac.model.other_settings import LANGUAGES
from aac.model.settings import Settings


def own_language(wanted: str) -> Language:
    """The language of this code, or of this computer where ``wanted`` is empty.

    English where there is no such language, or its file is damaged.
    """
    code = wanted or (locale.getlocale()[0] or "").replace("-", "_").split("_")[0].lower()
    return read_language(assets_folder() / "languages" / f"{code}.json") or ENGLISH


def read_language(path: Path) -> Language | None:
    """The language in this file, or None where it cannot be read."""
    try:
        plain = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(plain, dict):
        return None
    lone = plain.get("lone_capitals")
    return Language(
        code=path.stem,
        voice=_text(plain.get("voice")),
        lone_capitals=frozenset(map(_text, lone)) - {""} if isinstance(lone, list) else frozenset(),
        letters=_shares(plain.get("letters")),
        sentences=_sentences(plain.get("sentences")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _shares(plain: object) -> Mapping[str, float]:
    if not isinstance(plain, dict):
        return {}
    return {letter: float(share) for letter, share in plain.items() if type(share) in (int, float)}


def _sentences(plain: object) -> Mapping[str, str]:
    """Those that can be used: a sentence with other gaps than the English one would fail."""
    if not isinstance(plain, dict):
        return {}
    return {
        english: own
        for english, own in plain.items()
        if isinstance(own, str) and own and _gaps(own) == _gaps(english)
    }


def _gaps(sentence: str) -> frozenset[str]:
    return frozenset(part.partition("}")[0] for part in sentence.split("{")[1:])


def speak_own(settings: Settings, *, new: bool) -> Settings:
    """Speak the person's language before anything is built; one who is new writes in it too."""
    language.use(own_language(settings.wren_language))
    code = language.in_use().code
    return replace(settings, language=code) if new and code in LANGUAGES else settings
