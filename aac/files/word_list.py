"""The shipped list of words: one word and its count on a line, tab between them."""

from __future__ import annotations

from pathlib import Path


def read_words(path: Path) -> list[tuple[str, int]]:
    """Words and counts; none where the file is missing or damaged: Wren writes without offers."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    words: list[tuple[str, int]] = []
    for line in text.splitlines():
        word, _, count = line.partition("\t")
        if word and count.isdigit():
            words.append((word, int(count)))
    return words
