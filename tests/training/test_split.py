"""Nothing that the prediction is measured with was learned from.

Held against `aac.training.texts` by other means: two sentences that differ in one word have one
half in common, so that few pairs of sentences need to be compared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path

import pytest

from aac.files.paths import languages_folder
from aac.prediction.tables import open_language
from aac.training.counts import Lexicon
from aac.training.recipe import read_recipe
from aac.training.texts import (
    COPY_FROM,
    Copies,
    Sentence,
    read_text,
    vocabulary,
    without_copies,
)
from aac.training.words import words_model
from tests.small_language import SHARED, write_small

Texts = dict[str, list[Sentence]]


@pytest.fixture(scope="module")
def held() -> list[Sentence]:
    if not SHARED.exists():
        pytest.skip("the shared texts are not here: the split of the texts was not tried")
    return [sentence for path in (SHARED / "dev").glob("*.txt") for sentence in read_text(path)]


@pytest.fixture(scope="module")
def whole(held: list[Sentence]) -> Texts:
    return {path.stem: read_text(path) for path in sorted((SHARED / "train").glob("*.txt"))}


@pytest.fixture(scope="module")
def left(whole: Texts, held: list[Sentence]) -> Texts:
    copies = Copies(held)
    return {name: without_copies(text, copies) for name, text in whole.items()}


def differ_in_one(one: Sentence, other: Sentence) -> bool:
    """By at most one word added, left out or put in the place of another."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (n for n, (a, b) in enumerate(zip_longest(one, other)) if a != b), max(len(one), len(other))
    )
    rests = {(1, 1), (0, 1), (1, 0)}
    return one == other or any(one[same + a :] == other[same + b :] for a, b in rests)


class Near:
    """Finds the sentences that differ in one word from a given one."""

    def __init__(self, held: Iterable[Sentence]) -> None:
        self._by_half: dict[tuple[bool, Sentence], list[Sentence]] = defaultdict(list)
        for sentence in {each for each in held if len(each) >= COPY_FROM}:
            middle = len(sentence) // 2
            self._by_half[(True, sentence[:middle])].append(sentence)
            self._by_half[(False, sentence[middle:])].append(sentence)

    def to(self, sentence: Sentence) -> bool:
        size = len(sentence)
        if size < COPY_FROM:
            return False
        # Half of a sentence that is a word shorter, as long, or a word longer.
        heads = ((True, sentence[:n]) for n in range((size - 1) // 2, (size + 1) // 2 + 1))
        tails = ((False, sentence[size - n :]) for n in range(size // 2, size // 2 + 2))
        return any(
            differ_in_one(sentence, one)
            for half in (*heads, *tails)
            for one in self._by_half.get(half, ())
        )


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("a b c d e", True),
        ("x b c d e", True),
        ("a b c d x", True),
        ("a b x c d e", True),
        ("a b c d e x", True),
        ("x a b c d e", True),
        ("a b d e f", False),
        ("a b x d x", False),
        ("b c d e", False),
        ("a x b c x d e", False),
    ],
)
def test_the_other_means_find_what_differs_in_one_word(line: str, near: bool) -> None:
    assert Near([tuple("abcde")]).to(tuple(line.split())) is near


def test_the_other_means_find_copies_where_they_are(whole: Texts, held: list[Sentence]) -> None:
    near = Near(held)
    assert sum(map(near.to, whole["aac"])) > 50


def test_no_evaluation_message_and_no_near_copy_of_one_is_learned_from(
    left: Texts, held: list[Sentence]
) -> None:
    near, long = Near(held), {sentence for sentence in held if len(sentence) >= COPY_FROM}
    assert len(long) > 500
    for name, text in left.items():
        # No message is shown where this fails: a count is enough.
        assert (name, sum(sentence in long for sentence in text)) == (name, 0)
        assert (name, sum(map(near.to, text))) == (name, 0)


def test_nearly_all_of_the_texts_is_left(whole: Texts, left: Texts) -> None:
    assert sum(map(len, left.values())) > 0.99 * sum(map(len, whole.values()))


def test_the_shipped_tables_were_made_of_what_the_split_leaves(whole: Texts, left: Texts) -> None:
    facts = json.loads((languages_folder() / "en" / "language.json").read_text("utf-8"))
    assert facts["sentences"] == {name: len(text) for name, text in left.items()}
    assert facts["left_out_as_copies_of_evaluation_text"] == sentences(whole) - sentences(left) > 0


def sentences(texts: Texts) -> int:
    return sum(map(len, texts.values()))


def test_the_shipped_pairs_and_triples_are_what_the_texts_give_to_the_byte(
    left: Texts, tmp_path: Path
) -> None:
    shipped = languages_folder() / "en"
    recipe = read_recipe(languages_folder() / "en.recipe.json")
    known = frozenset((SHARED / "words" / "american_words.txt").read_text("utf-8").split())
    letters = set(recipe.letters)
    lexicon = Lexicon([word for word in vocabulary(left, known) if set(word) <= letters])
    write_small(tmp_path, words_model(left, lexicon, recipe), lexicon.words)
    assert [word.lower() for word in open_language(shipped).words] == lexicon.words
    names = {path.name for path in tmp_path.glob("*.npy")} - {"spelling.npy"}
    assert len(names) == 11
    for name in names:
        assert (tmp_path / name).read_bytes() == (shipped / name).read_bytes(), name
