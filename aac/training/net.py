"""Trains the sentence model (see `aac.prediction.net`) with PyTorch, on the processor.

The same texts, PyTorch and kind of processor give the same bytes; another processor may round
otherwise.  Everything drawn by chance comes from one seed.

Output scores are learned against a sample of words (Jean et al., "On using very large target
vocabulary for neural machine translation", 2015); with all words it would take five times as long.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from aac.training.counts import Lexicon
from aac.training.texts import Sentence

END, UNKNOWN = 0, 1


@dataclass(frozen=True)
class Recipe:
    """How the network is made.  Chosen on training text that was set aside, see NOTICE.md."""

    words: int = 16_000
    row: int = 192
    hidden: int = 512
    rounds: float = 3.0
    streams: int = 128
    run: int = 24
    sample: int = 2000
    rate: float = 2e-3
    drop: float = 0.3
    seed: int = 1


class Network(nn.Module):
    """Rows in, a recurrent layer, the same rows out."""

    def __init__(self, recipe: Recipe, frequency: NDArray[np.float64]) -> None:
        super().__init__()
        self.rows = nn.Embedding(recipe.words, recipe.row)
        nn.init.normal_(self.rows.weight, 0, 0.1)
        self.recurrent = nn.LSTM(recipe.row, recipe.hidden)
        self.out = nn.Linear(recipe.hidden, recipe.row)
        self.bias = nn.Parameter(torch.tensor(np.log(frequency)).float())
        self._drop = recipe.drop

    def forward(self, words: torch.Tensor, state: Any) -> tuple[torch.Tensor, Any]:
        seen = functional.dropout(self.rows(words), self._drop / 2, self.training)
        hidden, state = self.recurrent(seen, state)
        return self.out(functional.dropout(hidden, self._drop, self.training)), state


def train(
    texts: Mapping[str, Sequence[Sentence]],
    weights: Mapping[str, int],
    dialogues: frozenset[str],
    vocabulary: frozenset[str],
    recipe: Recipe,
) -> tuple[list[str], dict[str, NDArray[Any]]]:
    """The words of rows 2 and up, and the arrays of the network.

    ``weights``: how often each text is read in a round.  ``dialogues``: texts whose lines answer
    each other, and so stay together.
    """
    torch.set_num_threads(1)  # several threads may add up in another order
    torch.manual_seed(recipe.seed)
    chance = np.random.default_rng(recipe.seed)
    words = _commonest(texts, weights, vocabulary, recipe.words - 2)
    number = {word: place for place, word in enumerate(words, start=2)}
    blocks = list(_blocks(texts, weights, dialogues, number))
    counted = np.bincount(np.concatenate(blocks), minlength=recipe.words)
    seen = counted.astype(np.float64) + 1.0
    network = Network(recipe, seen / seen.sum())
    optimizer = torch.optim.AdamW(
        network.parameters(), recipe.rate, betas=(0.9, 0.99), weight_decay=0.01
    )
    a_round = sum(map(len, blocks)) // recipe.streams // recipe.run
    total, step = int(a_round * recipe.rounds), 0
    learner = _Learner(network, optimizer, seen, recipe, chance)
    began = time.monotonic()
    while step < total:
        for batch, is_first in _batches(blocks, recipe, chance):
            if step == total:
                break
            loss = learner.learn(batch, step / total, new_streams=is_first)
            step += 1
            if step % max(1, total // 100) == 0:
                spent = time.monotonic() - began
                print(f"{step}/{total} steps, {spent:.0f} s, loss {loss:.3f}", file=sys.stderr)
    return words, _arrays(network)


def rows_of(words: Sequence[str], lexicon: Lexicon) -> NDArray[np.uint16]:
    """The numbers, in the tables, of the words that the rows stand for."""
    number = {word: place for place, word in enumerate(lexicon.words)}
    signs = [lexicon.end, lexicon.unknown]
    return np.array([*signs, *(number[word] for word in words)], dtype=np.uint16)


class _Learner:
    """One step of learning after another."""

    def __init__(
        self,
        network: Network,
        optimizer: torch.optim.Optimizer,
        seen: NDArray[np.float64],
        recipe: Recipe,
        chance: np.random.Generator,
    ) -> None:
        self._network, self._optimizer = network, optimizer
        self._recipe, self._chance = recipe, chance
        share = seen**0.75  # rarer words are drawn more often than they occur
        share /= share.sum()
        self._ladder = np.cumsum(share)
        self._log_share = torch.tensor(np.log(share)).float()
        self._state: Any = None

    def learn(self, batch: torch.Tensor, done: float, *, new_streams: bool) -> float:
        """Learn from a run of all streams; ``done``: how much of the training lies behind."""
        self._set_rate(done)
        self._carry(new_streams)
        words, wanted = batch[:-1], batch[1:].reshape(-1)
        drawn = np.searchsorted(self._ladder, self._chance.random(self._recipe.sample))
        others = torch.tensor(drawn.clip(0, self._recipe.words - 1))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            seen, self._state = self._network(words, self._state)
            seen = seen.reshape(-1, self._recipe.row)
            wrong = (seen @ self._network.rows(others).t()).float()
        right = (seen.float() * self._network.rows(wanted)).sum(-1)
        right = right + self._network.bias[wanted] - self._log_share[wanted]
        wrong = wrong + self._network.bias[others] - self._log_share[others]
        wrong = wrong.masked_fill(others[None, :] == wanted[:, None], -1e4)
        loss = (torch.logsumexp(torch.cat([right[:, None], wrong], 1), 1) - right).mean()
        self._optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimizer.step()
        return float(loss.item())

    def _set_rate(self, done: float) -> None:
        """Up in the first twentieth, then down along a cosine."""
        rate = min(1.0, 20 * done + 1e-3) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * done)))
        for group in self._optimizer.param_groups:
            group["lr"] = self._recipe.rate * rate

    def _carry(self, new_streams: bool) -> None:
        """The state goes on from run to run; now and then from nothing, as a first message does."""
        if new_streams or self._state is None:
            self._state = None
            return
        kept = torch.tensor(self._chance.random((1, self._recipe.streams, 1)) > 0.05).float()
        self._state = tuple(part.detach().float() * kept for part in self._state)


def _commonest(
    texts: Mapping[str, Sequence[Sentence]],
    weights: Mapping[str, int],
    vocabulary: frozenset[str],
    count: int,
) -> list[str]:
    seen: Counter[str] = Counter()
    for name, text in texts.items():
        for word, times in Counter(word for line in text for word in line).items():
            if word in vocabulary:
                seen[word] += times * weights[name]
    return sorted(seen, key=lambda word: (-seen[word], word))[:count]


def _blocks(
    texts: Mapping[str, Sequence[Sentence]],
    weights: Mapping[str, int],
    dialogues: frozenset[str],
    number: Mapping[str, int],
) -> Iterator[NDArray[np.int64]]:
    """Stretches of text that stay together when the rest is shuffled."""
    for name, text in texts.items():
        lines = [[*(number.get(word, UNKNOWN) for word in line), END] for line in text]
        together = 40 if name in dialogues else 1
        for place in range(0, len(lines), together):
            block = [word for line in lines[place : place + together] for word in line]
            for _ in range(weights[name]):
                yield np.array(block, dtype=np.int64)


def _batches(
    blocks: Sequence[NDArray[np.int64]], recipe: Recipe, chance: np.random.Generator
) -> Iterator[tuple[torch.Tensor, bool]]:
    """One round through all blocks, in a new order, as streams side by side."""
    row = np.concatenate([blocks[place] for place in chance.permutation(len(blocks))])
    length = len(row) // recipe.streams
    streams = torch.tensor(row[: length * recipe.streams].reshape(recipe.streams, length).T.copy())
    for place in range(0, length - 1 - recipe.run, recipe.run):
        yield streams[place : place + recipe.run + 1], place == 0


def _arrays(network: Network) -> dict[str, NDArray[Any]]:
    """The network in bytes."""
    part = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    gates = np.concatenate([part["recurrent.weight_ih_l0"], part["recurrent.weight_hh_l0"]], axis=1)
    arrays: dict[str, NDArray[Any]] = {
        "net_gates_bias": part["recurrent.bias_ih_l0"] + part["recurrent.bias_hh_l0"],
        "net_out_bias": part["out.bias"],
        "net_bias": part["bias"],
    }
    for name, matrix in (
        ("net_rows", part["rows.weight"]),
        ("net_gates", gates),
        ("net_out", part["out.weight"]),
    ):
        scale = np.maximum(np.abs(matrix).max(axis=1), 1e-9) / 127
        arrays[name] = np.rint(matrix / scale[:, None]).astype(np.int8)
        arrays[f"{name}_scale"] = scale.astype(np.float32)
    return arrays
