"""Symbols of open sets that come with Wren, found by word.

``assets/symbols`` holds the sets as zips of SVG and ``index.tsv``: id, then label and words in each
language.  A word that begins with ``=`` was put there by us for the bedside, and weighs most.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("en", "de")

LICENCES: Mapping[str, Mapping[str, str]] = {
    "openmoji": {
        "type": "CC BY-SA 4.0",
        "copyright_notice_url": "https://creativecommons.org/licenses/by-sa/4.0/",
        "source_url": "https://openmoji.org/",
        "author_name": "OpenMoji",
        "author_url": "https://openmoji.org/",
    },
    "healthicons": {
        "type": "MIT",
        "copyright_notice_url": "https://opensource.org/license/mit/",
        "source_url": "https://healthicons.org/",
        "author_name": "Resolve to Save Lives",
        "author_url": "https://resolvetosavelives.org/",
    },
}
"""By the name of a set: what an exported board says of a symbol (the fields are those of Open Board
Format)."""

# Weights of what a word of the query may meet.
_OUR_PHRASE, _LABEL, _OUR_WORD, _IN_LABEL, _TAG, _BEGINNING = 12.0, 9.0, 6.0, 4.0, 2.0, 0.7
_SHORTEST_BEGINNING = 3  # letters
_WORD = re.compile(r"[^\W_]+")
# Words that say nothing about the picture of a phrase.
_EMPTY: Mapping[str, str] = {
    "en": "a an the i me my am is are be to of in on at it do you your please would like want need "
    "can could have and or with for too this that",
    "de": "ein eine einen der die das ich mich mir mein meine meinen bin ist sind zu in im an am "
    "auf es du dein bitte möchte will brauche kann habe und oder mit für dies",
}


@dataclass(frozen=True)
class Symbol:
    """``id``: begins with the name of its set.  ``label`` and ``words`` are in one language."""

    id: str
    label: str
    words: tuple[str, ...] = ()

    @property
    def set_name(self) -> str:
        return self.id.partition("-")[0]

    @property
    def licence(self) -> Mapping[str, str]:
        """For the ``license`` field of a picture in Open Board Format."""
        return LICENCES[self.set_name]


class SymbolShelf:
    """The symbols in a folder; without the folder there are none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[Symbol, ...]] = {}

    def find(self, words: str, language: str = "en", limit: int = 24) -> list[Symbol]:
        """The symbols that fit a word or a phrase, the best first."""
        return find(self.all(language), words, language, limit)

    def all(self, language: str = "en") -> tuple[Symbol, ...]:
        """Every symbol, with its words in this language (English where there are no others)."""
        wanted = language.replace("_", "-").split("-")[0].lower()
        if wanted not in self._read:
            self._read[wanted] = tuple(_symbols(self._folder / "index.tsv", wanted))
        return self._read[wanted]

    def drawing(self, symbol_id: str) -> bytes:
        """The SVG of a symbol.  Raises `OSError` or `KeyError` where there is none."""
        set_name = symbol_id.partition("-")[0]
        if set_name not in LICENCES:
            raise KeyError(symbol_id)
        with zipfile.ZipFile(self._folder / f"{set_name}.zip") as archive:
            return archive.read(f"{symbol_id}.svg")


def find(symbols: Iterable[Symbol], words: str, language: str, limit: int = 24) -> list[Symbol]:
    """The symbols that fit ``words``, the best first; equal ones by their label."""
    phrase = " ".join(_parts(words))
    parts = _parts(words)
    empty = _EMPTY.get(language, "").split()
    telling = [part for part in parts if part not in empty] or parts
    if not telling:
        return []
    stems = [_stem(part) for part in telling]
    near = (symbol for symbol in symbols if _may_fit(symbol, stems))
    weighed = ((_weight(symbol, phrase, telling), symbol) for symbol in near)
    found = sorted(
        ((weight, symbol) for weight, symbol in weighed if weight > 0),
        key=lambda pair: (-pair[0], len(pair[1].label), pair[1].id),
    )
    return [symbol for _, symbol in found[:limit]]


def _may_fit(symbol: Symbol, stems: Sequence[str]) -> bool:
    """Whether it can weigh anything at all: most cannot, and weighing takes a hundred times as
    long."""
    text = "\n".join((symbol.label, *symbol.words)).casefold()
    return any(stem in text for stem in stems)


def _stem(part: str) -> str:
    """What every word that counts as the same begins with."""
    for ending in ("es", "s"):
        if part.endswith(ending) and len(part) - len(ending) >= _SHORTEST_BEGINNING:
            return part.removesuffix(ending)
    return part


def _weight(symbol: Symbol, phrase: str, parts: Sequence[str]) -> float:
    """How well a symbol fits: a whole phrase, then each word by the best that it meets."""
    label = _parts(symbol.label)
    ours = [_parts(word[1:]) for word in symbol.words if word.startswith("=")]
    tags = [_parts(word) for word in symbol.words if not word.startswith("=")]
    whole = 0.0
    if phrase in (" ".join(words) for words in ours):
        whole = _OUR_PHRASE
    elif phrase == " ".join(label):
        whole = _LABEL
    met = sum(
        max(
            _OUR_WORD * any(_same(part, words[0]) for words in ours if len(words) == 1),
            _IN_LABEL * any(_same(part, word) for word in label),
            _TAG * any(_same(part, word) for words in (*tags, *ours) for word in words),
            _BEGINNING * _begins(part, label),
        )
        for part in parts
    )
    return whole + met / len(parts)


def _begins(part: str, words: Sequence[str]) -> bool:
    return len(part) >= _SHORTEST_BEGINNING and any(word.startswith(part) for word in words)


def _same(one: str, other: str) -> bool:
    """The same word, or one of them with the ending of several."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_BEGINNING and long in (f"{short}s", f"{short}es")


def _parts(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _symbols(path: Path, language: str) -> Iterable[Symbol]:
    wanted = language if language in LANGUAGES else "en"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except OSError:
        return
    for row in rows:
        told = wanted if row[wanted] or row[f"{wanted}_words"] else "en"
        words = tuple(filter(None, row[f"{told}_words"].split(";")))
        yield Symbol(row["id"], row[told] or row["en"], words)
