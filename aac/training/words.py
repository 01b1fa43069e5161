"""Makes the word n-grams of a language from its texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from aac.training.counts import Counts, Lexicon, count, merged
from aac.training.kneser_ney import NGrams, mixed, pruned, smoothed, without
from aac.training.recipe import LanguageRecipe
from aac.training.texts import Sentence

Pair = tuple[Counts, Counts]

END_SHARE = 1 / 6
UNKNOWN_SHARE = 0.02


def words_model(
    texts: Mapping[str, Sequence[Sentence]], lexicon: Lexicon, recipe: LanguageRecipe
) -> NGrams:
    """The model of all texts, pruned, without what only one person wrote once."""
    counts = {name: count(lexicon.numbered(text), lexicon) for name, text in texts.items()}
    every = _merged(counts, {name: recipe.weights.get(name, 1) for name in counts})
    model = smoothed(*every, lexicon.size, lexicon.start)
    if recipe.register in counts:
        own = smoothed(*counts[recipe.register], lexicon.size, lexicon.start)
        share = recipe.register_share
        model = mixed([(own, share), (model, 1 - share)])
    model = pruned(model, every[0], recipe.theta)
    private = _merged(counts, {name: 1 for name in recipe.not_kept_once if name in counts})
    others = _merged(counts, {name: 1 for name in counts if name not in recipe.not_kept_once})
    pairs, triples = (_once(one, other) for one, other in zip(private, others, strict=True))
    return without(model, pairs, triples)


def frequency_model(frequencies: Mapping[str, float], lexicon: Lexicon) -> NGrams:
    """A model of single words, for a language that there is no text of.

    A message ends after a word with the chance 1 to 6: messages of this kind have five words on
    average (Vertanen & Kristensson 2011).
    """
    one = np.zeros(lexicon.size)
    one[: len(lexicon.words)] = [frequencies[word] for word in lexicon.words]
    one *= (1 - END_SHARE - UNKNOWN_SHARE) / one.sum()
    one[lexicon.end], one[lexicon.unknown] = END_SHARE, UNKNOWN_SHARE
    none = np.zeros(0, np.int64)
    return NGrams(
        one, np.ones(lexicon.size), none, np.zeros(0), none, np.zeros(0), none, np.zeros(0)
    )


def _merged(counts: Mapping[str, Pair], weights: Mapping[str, int]) -> Pair:
    if not weights:
        nothing = Counts(np.zeros(0, np.int64), np.zeros(0))
        return nothing, nothing
    parts = [(counts[name], float(weights.get(name, 1))) for name in counts if name in weights]
    return (
        merged([(pairs, weight) for (pairs, _), weight in parts]),
        merged([(triples, weight) for (_, triples), weight in parts]),
    )


def _once(counts: Counts, others: Counts) -> np.ndarray:
    """N-grams seen once here and nowhere else."""
    return np.setdiff1d(counts.keys[counts.seen == 1], others.keys, assume_unique=True)
