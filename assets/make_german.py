"""Make the German word list: ``python make_german.py DICTIONARY``.

Needs the package wordfreq (3.1.1).  ``DICTIONARY`` is ``/usr/share/dict/ngerman`` of Debian's
package wngerman: German words with all their forms, one a line, as they are written.  Writes
``language/de.frequencies.tsv`` (word, tab, how often in a thousand million words, the commonest
first) and ``language/de.capitals.txt``.  The same sources give the same bytes.

The counts know no capitals and no ß, and come from the web too.  So the dictionary mends the
spelling (`mended`), tells English words from German ones (`is_german`) and gives the capitals.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

HERE = Path(__file__).resolve().parent / "language"
KEPT = 30_000
READ = 45_000  # so many that enough are left
LONGEST = 20  # letters; few words are longer, and the longest one makes the tables wide
# A word that is ten times as common in English is English, if no German dictionary has it.
ENGLISH = 10
PER = 1_000_000_000

_WORD = re.compile(r"[a-zäöüß]+(?:['-][a-zäöüß]+)*")
_VOWEL = re.compile(r"[aeiouyäöü]")
_SPELLED_OUT = re.compile(r"(ss|ae|oe|ue)")
_SHORT = {"ss": "ß", "ae": "ä", "oe": "ö", "ue": "ü"}


def mended(word: str, known: frozenset[str]) -> str:
    """The word with ß and umlauts, where the dictionary knows it only so ("strasse", "fuer")."""
    if word in known:
        return word
    parts = _SPELLED_OUT.split(word)
    choices = [(part, _SHORT[part]) if part in _SHORT else (part,) for part in parts]
    return next((form for form in map("".join, product(*choices)) if form in known), word)


def is_german(word: str, count: float, english: float, known: frozenset[str]) -> bool:
    """Neither an English word, a single letter, nor one without vowels, as parts of addresses.

    What the dictionary has is German in any case ("Not", "km").
    """
    if not _WORD.fullmatch(word) or not 2 <= len(word) <= LONGEST:
        return False
    return word in known or (english < ENGLISH * count and bool(_VOWEL.search(word)))


def chosen(
    german: Mapping[str, float],
    english: Mapping[str, float],
    known: frozenset[str],
    left_out: frozenset[str],
) -> list[tuple[str, int]]:
    """The commonest words and their counts; words of equal count in the order of the alphabet."""
    total: Counter[str] = Counter()
    for raw, share in german.items():
        word = mended(raw, known)
        if word not in left_out and is_german(word, share, english.get(raw, 0.0), known):
            total[word] += round(share * PER)
    return sorted(total.items(), key=lambda entry: (-entry[1], entry[0]))[:KEPT]


def capitals(words: Iterable[str], dictionary: Iterable[str]) -> Iterator[str]:
    """Those words that the dictionary never writes in small letters alone, as it writes them.

    Of several forms the one in which only the first letter is a capital comes first.
    """
    forms: dict[str, list[str]] = {}
    for form in dictionary:
        forms.setdefault(form.lower(), []).append(form)
    for word in sorted(words):
        written = forms.get(word, [word])
        if word not in written:
            yield min(written, key=lambda form: (form != word.capitalize(), form))


def lines_of(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit("Usage: python make_german.py DICTIONARY")
    from wordfreq import get_frequency_dict, top_n_list

    dictionary = lines_of(Path(sys.argv[1]))
    known = frozenset(form.lower() for form in dictionary)
    shares = get_frequency_dict("de")
    german = {word: shares[word] for word in top_n_list("de", READ)}
    left_out = frozenset(lines_of(HERE / "de.never-offered.txt"))
    words = chosen(german, get_frequency_dict("en"), known, left_out)
    _write("de.frequencies.tsv", (f"{word}\t{count}" for word, count in words))
    _write("de.capitals.txt", capitals((word for word, _ in words), dictionary))


def _write(name: str, lines: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    (HERE / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
