"""Interpolated modified Kneser-Ney smoothing, mixing and pruning of word n-grams.

Sources: Chen & Goodman, "An empirical study of smoothing techniques for language modeling"
(1998), for the smoothing; Stolcke, "Entropy-based pruning of backoff language models" (1998).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from aac.training.counts import BASE, Counts, Keys, Numbers, among

TINY = 1e-12


@dataclass(frozen=True)
class NGrams:
    """Probabilities of n-grams with back-off.

    ``one``: probability of each word, by number.  ``weight_one``: back-off weight of each word as
    a history of one.  ``pairs``/``two``: sorted keys and the probability of the newest word.
    ``contexts``/``weight_two``: pairs that are a history, and their back-off weights.
    ``triples``/``three``: as for pairs.
    """

    one: Numbers
    weight_one: Numbers
    pairs: Keys
    two: Numbers
    contexts: Keys
    weight_two: Numbers
    triples: Keys
    three: Numbers

    def of_pairs(self, keys: Keys) -> Numbers:
        """P(b | a) for keys (a, b), listed or not."""
        found, places = among(self.pairs, keys)
        backed = self.weight_one[keys // BASE] * self.one[keys % BASE]
        return np.where(found, self.two[places] if len(self.two) else 0.0, backed)

    def of_triples(self, keys: Keys) -> Numbers:
        """P(c | a, b) for keys (a, b, c), listed or not."""
        found, places = among(self.triples, keys)
        backed = self.context_weight(keys // BASE) * self.of_pairs(keys % (BASE * BASE))
        return np.where(found, self.three[places] if len(self.three) else 0.0, backed)

    def context_weight(self, contexts: Keys) -> Numbers:
        found, places = among(self.contexts, contexts)
        return np.where(found, self.weight_two[places] if len(self.contexts) else 1.0, 1.0)


def smoothed(pairs: Counts, triples: Counts, size: int, start: int) -> NGrams:
    """A Kneser-Ney model of counted pairs and triples; ``size``: how many words there are."""
    heads = np.bincount(pairs.keys % BASE, minlength=size).astype(np.float64)
    one = heads * (1 - 0.5 * (heads > 0))
    one += (heads.sum() - one.sum()) / size
    one[start] = 0.0
    one /= one.sum()
    # A pair counts by how many words stand before it; at the start of a sentence none can.
    kinds, before = np.unique(triples.keys % (BASE * BASE), return_counts=True)
    found, places = among(kinds, pairs.keys)
    first = pairs.keys // BASE == start
    continued = np.where(first | ~found, pairs.seen, before[places].astype(np.float64))
    two, weight_one = _interpolated(pairs.keys, continued, pairs.keys // BASE, size)
    two += weight_one[pairs.keys // BASE] * one[pairs.keys % BASE]
    contexts, places = np.unique(triples.keys // BASE, return_inverse=True)
    three, weight_two = _interpolated(triples.keys, triples.seen, places, len(contexts))
    model = NGrams(one, weight_one, pairs.keys, two, contexts, weight_two, triples.keys, three)
    lower = model.of_pairs(triples.keys % (BASE * BASE))
    return replace(model, three=three + weight_two[places] * lower)


def mixed(parts: Sequence[tuple[NGrams, float]]) -> NGrams:
    """The weighted mean of models over all n-grams that any of them lists."""
    pairs = np.unique(np.concatenate([part.pairs for part, _ in parts]))
    triples = np.unique(np.concatenate([part.triples for part, _ in parts]))
    one = sum((part.one * weight for part, weight in parts), np.zeros(len(parts[0][0].one)))
    two = sum((part.of_pairs(pairs) * weight for part, weight in parts), np.zeros(len(pairs)))
    three = sum(
        (part.of_triples(triples) * weight for part, weight in parts), np.zeros(len(triples))
    )
    return backed_off(one, pairs, two, triples, three)


def backed_off(one: Numbers, pairs: Keys, two: Numbers, triples: Keys, three: Numbers) -> NGrams:
    """The model of these probabilities, its back-off weights such that all sums are one."""
    size = len(one)
    history = pairs // BASE
    listed = np.bincount(history, weights=two, minlength=size)
    below = np.bincount(history, weights=one[pairs % BASE], minlength=size)
    weight_one = np.maximum(1 - listed, TINY) / np.maximum(1 - below, TINY)
    contexts, places = np.unique(triples // BASE, return_inverse=True)
    model = NGrams(one, weight_one, pairs, two, contexts, np.ones(len(contexts)), triples, three)
    lower = model.of_pairs(triples % (BASE * BASE))
    listed = np.bincount(places, weights=three, minlength=len(contexts))
    below = np.bincount(places, weights=lower, minlength=len(contexts))
    return replace(model, weight_two=np.maximum(1 - listed, TINY) / np.maximum(1 - below, TINY))


def pruned(model: NGrams, pairs: Counts, theta: float) -> NGrams:
    """Without the n-grams whose loss changes the perplexity by less than the share ``theta``.

    ``pairs``: counted pairs, for how likely each history is.
    """
    total = pairs.seen.sum()
    found, places = among(pairs.keys, model.contexts)
    of_context = np.where(found, pairs.seen[places], 0.5) / total
    by_context = np.searchsorted(model.contexts, model.triples // BASE)
    lower = model.of_pairs(model.triples % (BASE * BASE))
    loss = _loss(model.three, lower, by_context, model.weight_two, of_context)
    keep = loss >= theta
    triples, three = model.triples[keep], model.three[keep]
    of_word = np.bincount(pairs.keys // BASE, weights=pairs.seen, minlength=len(model.one)) / total
    history = model.pairs // BASE
    loss = _loss(model.two, model.one[model.pairs % BASE], history, model.weight_one, of_word)
    # A pair that is the history of a triple has to stay: it is how the triple is found.
    keep = (loss >= theta) | among(np.unique(triples // BASE), model.pairs)[0]
    return backed_off(model.one, model.pairs[keep], model.two[keep], triples, three)


def without(model: NGrams, pairs: Keys, triples: Keys) -> NGrams:
    """The model without these n-grams, except pairs that are a history."""
    keep_three = ~among(triples, model.triples)[0]
    rest, three = model.triples[keep_three], model.three[keep_three]
    keep_two = ~among(pairs, model.pairs)[0] | among(np.unique(rest // BASE), model.pairs)[0]
    return backed_off(model.one, model.pairs[keep_two], model.two[keep_two], rest, three)


def _interpolated(
    keys: Keys, seen: Numbers, history: NDArray[np.int64], histories: int
) -> tuple[Numbers, Numbers]:
    """Discounted probabilities, and the mass that each history leaves for the lower order."""
    cut = _discounts(seen)[np.minimum(np.ceil(seen), 3).astype(np.int64)]
    cut = np.minimum(cut, seen)
    total = np.bincount(history, weights=seen, minlength=histories)
    left = np.bincount(history, weights=cut, minlength=histories)
    safe = np.maximum(total, TINY)
    return (seen - cut) / safe[history], np.where(total > 0, left / safe, 1.0)


def _discounts(seen: Numbers) -> Numbers:
    """The modified Kneser-Ney discounts for n-grams seen 0, 1, 2, and 3 or more times."""
    n1, n2, n3, n4 = (max(float((seen == n).sum()), 1.0) for n in (1, 2, 3, 4))
    y = n1 / (n1 + 2 * n2)
    cuts = [0.0, 1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3]
    return np.array([min(max(cut, 0.1 * n), n * 0.95) for n, cut in enumerate(cuts)])


def _loss(
    listed: Numbers,
    lower: Numbers,
    history: NDArray[np.int64],
    weight: Numbers,
    share: Numbers,
) -> Numbers:
    """How much each n-gram's loss would change the perplexity (Stolcke 1998, equation 7)."""
    left = np.maximum(1 - np.bincount(history, weights=listed, minlength=len(weight)), TINY)
    below = np.maximum(1 - np.bincount(history, weights=lower, minlength=len(weight)), TINY)
    new_weight = (left[history] + listed) / (below[history] + lower)
    old = np.maximum(weight[history], TINY)
    change = listed * (np.log(lower * new_weight + TINY) - np.log(listed + TINY))
    change += left[history] * (np.log(new_weight) - np.log(old))
    # Below nothing it can only be by rounding.
    return np.maximum(np.expm1(-share[history] * change), 0.0)
