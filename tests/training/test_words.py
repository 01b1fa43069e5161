"""The model of all texts: weights, the register, and what only one person wrote once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from aac.training.counts import BASE, Lexicon
from aac.training.kneser_ney import NGrams
from aac.training.recipe import LanguageRecipe, read_recipe
from aac.training.texts import Sentence, words_of
from aac.training.words import END_SHARE, frequency_model, words_model

TEXTS: dict[str, list[Sentence]] = {
    "ours": [words_of("i want water"), words_of("i want tea")] * 3,
    "chat": [words_of("my secret is blue"), words_of("i want water"), *[words_of("so what")] * 2],
}
LEXICON = Lexicon(sorted({word for text in TEXTS.values() for line in text for word in line}))
RECIPE = LanguageRecipe("Small", "", weights={"ours": 5, "chat": 1}, theta=0.0)


def key(line: str) -> int:
    total = 0
    for word in line.split():
        number = {"^": LEXICON.start, "$": LEXICON.end}.get(word)
        total = total * BASE + (LEXICON.words.index(word) if number is None else number)
    return total


def whole(model: NGrams) -> bool:
    last = np.arange(LEXICON.size)
    sums = [model.of_triples(int(pair) * BASE + last).sum() for pair in model.contexts]
    return bool(np.allclose(sums, 1) and np.isclose(model.one.sum(), 1))


def test_what_one_person_wrote_once_is_not_kept() -> None:
    open_, private = (
        words_model(TEXTS, LEXICON, replace(RECIPE, not_kept_once=names))
        for names in ((), ("chat",))
    )
    for line in ("my secret is", "secret is blue"):
        assert key(line) in open_.triples
        assert key(line) not in private.triples
    for line in ("my secret", "is blue", "secret is"):
        assert key(line) in open_.pairs
        assert key(line) not in private.pairs
    assert whole(private)


def test_what_was_written_twice_or_by_others_too_is_kept() -> None:
    private = words_model(TEXTS, LEXICON, replace(RECIPE, not_kept_once=("chat",)))
    assert {key("so what $"), key("i want water"), key("^ i want")} <= set(private.triples.tolist())


def test_no_ngram_that_is_kept_out_stays_as_the_history_of_another() -> None:
    recipe = replace(RECIPE, not_kept_once=("chat",))
    private = words_model(TEXTS, LEXICON, recipe)
    once = {key(line) for line in ("^ my", "my secret", "secret is", "is blue", "blue $")}
    assert not once & set(private.pairs.tolist())
    assert not once & set(private.contexts.tolist())


def test_a_text_of_more_weight_counts_more() -> None:
    heavy, light = (
        words_model(TEXTS, LEXICON, replace(RECIPE, weights={"ours": n, "chat": 3})) for n in (9, 1)
    )
    first = np.array([key("^ i"), key("^ my")])
    assert heavy.of_pairs(first)[0] > light.of_pairs(first)[0]
    assert heavy.of_pairs(first)[1] < light.of_pairs(first)[1]


def test_a_text_that_the_recipe_does_not_name_counts_once() -> None:
    silent = words_model(TEXTS, LEXICON, replace(RECIPE, weights={"ours": 5}))
    named = words_model(TEXTS, LEXICON, RECIPE)
    assert silent.triples.tolist() == named.triples.tolist()
    assert silent.three == pytest.approx(named.three)


def test_the_register_has_its_share() -> None:
    whole_share, none = (
        words_model(TEXTS, LEXICON, replace(RECIPE, register="ours", register_share=share))
        for share in (1.0, 0.0)
    )
    mine = words_model({"ours": TEXTS["ours"]}, LEXICON, replace(RECIPE, weights={"ours": 1}))
    tea = np.array([key("i want tea")])
    assert whole_share.of_triples(tea) == pytest.approx(mine.of_triples(tea))
    assert none.of_triples(tea) == pytest.approx(
        words_model(TEXTS, LEXICON, RECIPE).of_triples(tea)
    )


def test_a_list_of_counts_gives_single_words_and_an_end() -> None:
    lexicon = Lexicon(["ich", "und", "wasser"])
    model = frequency_model({"und": 30.0, "ich": 20.0, "wasser": 10.0}, lexicon)
    assert model.one.sum() == pytest.approx(1)
    assert model.one[lexicon.end] == pytest.approx(END_SHARE)
    assert model.one[1] == pytest.approx(3 * model.one[2])
    assert model.one[lexicon.start] == 0
    assert model.of_triples(np.array([(0 * BASE + 1) * BASE + 2])) == pytest.approx([model.one[2]])


def test_a_recipe_is_read(tmp_path: Path) -> None:
    path = tmp_path / "en.recipe.json"
    path.write_text('{"name": "N", "letters": "ab", "weights": {"a": 2}, "dialogues": ["a"]}')
    assert read_recipe(path) == LanguageRecipe("N", "ab", weights={"a": 2}, dialogues=("a",))
    path.write_text('{"name": "N", "letters": "ab", "lettres": ""}')
    with pytest.raises(TypeError, match="lettres"):
        read_recipe(path)
