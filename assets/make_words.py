"""Count words for prediction: ``python make_words.py TRAIN_FOLDER SPELLING_LIST``.

``TRAIN_FOLDER`` holds the training texts named in NOTICE.md, lower case, a sentence a line;
``SPELLING_LIST`` is a list of words, one a line.  Writes ``words/en.tsv``: word, tab, count,
the commonest first.  The same texts give the same bytes.  Texts that are used to measure the
prediction must never be given here.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = 20_000
# Messages written for a communication aid are few but of the right kind: each counts as ten.
WEIGHTS = {"aac.txt": 10, "chit.txt": 1, "cv.txt": 1, "tat.txt": 1}
# A word that no spelling list has is taken only when several sources use it often.
OFTEN, SOURCES = 25, 2
ENDINGS = ("'s", "'d", "'ll", "'re", "'ve", "n't")

_WORD = re.compile(r"(?<![<\w'])[a-z]+(?:'[a-z]+)*(?![>\w'])")


def counted(path: Path) -> Counter[str]:
    words: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            words.update(_WORD.findall(line))
    return words


def chosen(folder: Path, spelling: set[str], left_out: set[str]) -> list[tuple[str, int]]:
    """The commonest words and their counts; words of equal count in the order of the alphabet."""
    by_source = {name: counted(folder / name) for name in WEIGHTS}
    total: Counter[str] = Counter()
    for name, words in by_source.items():
        for word, count in words.items():
            total[word] += WEIGHTS[name] * count

    def is_word(word: str) -> bool:
        if len(word) == 1:
            return word in "ai"
        if word in spelling or any(
            word.endswith(end) and word.removesuffix(end) in spelling for end in ENDINGS
        ):
            return True
        sources = sum(1 for words in by_source.values() if word in words)
        often = sum(words[word] for words in by_source.values())
        return often >= OFTEN and sources >= SOURCES

    kept = [(word, count) for word, count in total.items() if word not in left_out]
    kept = [(word, count) for word, count in kept if is_word(word)]
    return sorted(kept, key=lambda entry: (-entry[1], entry[0]))[:KEPT]


def lines_of(path: Path) -> set[str]:
    lines = path.read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def made(folder: Path, spelling: Path) -> bytes:
    """The file that is shipped, from these texts."""
    left_out = lines_of(HERE / "language" / "en.never-offered.txt")
    words = chosen(folder, lines_of(spelling), left_out)
    return "".join(f"{word}\t{count}\n" for word, count in words).encode("ascii")


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit("Usage: python make_words.py TRAIN_FOLDER SPELLING_LIST")
    (HERE / "words" / "en.tsv").write_bytes(made(Path(sys.argv[1]), Path(sys.argv[2])))


if __name__ == "__main__":
    main()
