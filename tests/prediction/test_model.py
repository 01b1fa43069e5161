"""One distribution over the next word, remembered, and read in time."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.prediction.model import NET_SHARE, READ_AGAIN, REMEMBERED, Model, likeliest
from aac.prediction.net import Net, State
from aac.prediction.reading import Before
from aac.prediction.tables import open_language
from tests.prediction.small_net import PlainNet, write_net
from tests.small_language import small_languages, small_lexicon, small_model

WORDS = small_lexicon().words
sentences = st.lists(st.sampled_from([*WORDS, "zzz", "5"]), max_size=6).map(tuple)
befores = st.builds(Before, sentences, st.lists(sentences, max_size=3).map(tuple))


@pytest.fixture(scope="module")
def with_net(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("net") / "en"
    shutil.copytree(small_languages() / "en", folder)
    write_net(folder)
    return folder


@pytest.fixture(scope="module")
def models(with_net: Path) -> tuple[Model, Model]:
    return tuple(Model(open_language(each)) for each in (small_languages() / "en", with_net))  # type: ignore[return-value]


@given(befores)
def test_the_chances_add_up_to_one_and_nothing_starts_twice(
    models: tuple[Model, Model], before: Before
) -> None:
    for model in models:
        found = model.chances(before)
        assert len(found) == len(WORDS) + 3
        assert float(found.sum()) == pytest.approx(1, abs=1e-4)
        assert found.min() >= 0
        assert found[model.start] == 0
        assert found[model.end] > 0


@given(befores)
def test_what_is_remembered_is_what_would_be_reckoned(
    models: tuple[Model, Model], with_net: Path, before: Before
) -> None:
    model = models[1]
    first = model.chances(before)
    assert model.chances(before) is first
    if len(before.sentence) + sum(len(each) + 1 for each in before.earlier) < READ_AGAIN:
        fresh = Model(open_language(with_net))
        assert fresh.chances(before) == pytest.approx(first, abs=1e-6)


def test_not_more_than_a_few_are_remembered(models: tuple[Model, Model]) -> None:
    model = models[1]
    first = Before(("i",))
    kept = model.chances(first)
    for word in WORDS[: REMEMBERED + 2]:
        model.chances(Before(("the", word)))
    assert model.chances(first) is not kept
    assert model.chances(first) == pytest.approx(kept, abs=1e-6)


def test_the_whole_sentence_and_those_before_it_reach_the_sentence_model(with_net: Path) -> None:
    language = open_language(with_net)
    model, plain = Model(language), PlainNet(language.net)
    ngrams = Model(open_language(small_languages() / "en"))
    before = Before(("i", "want"), (("thank", "you"),))
    number = {word: n for n, word in enumerate(WORDS)}
    end = len(WORDS)
    row = [end, number["thank"], number["you"], end, number["i"], number["want"]]
    chances = ngrams.chances(before)
    expected = np.array(plain.reranked(row, chances.tolist(), NET_SHARE, len(WORDS)))
    weighed = chances > np.sort(chances)[4]  # of the least, any may be the one that is not
    assert model.chances(before)[weighed] == pytest.approx(expected[weighed], abs=1e-4)


class Counting(Net):
    """A sentence model that counts the words it reads."""

    reads = 0

    def read(self, state: State, word: int) -> State:
        Counting.reads += 1
        return super().read(state, word)


def test_only_new_words_are_read_and_never_more_than_can_be_in_time(
    with_net: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aac.prediction.model.Net", Counting)
    model = Model(open_language(with_net))
    words = tuple(WORDS[:30])

    def read_for(sentence: tuple[str, ...]) -> int:
        Counting.reads = 0
        model.chances(Before(sentence))
        return Counting.reads

    assert read_for(words[:3]) == 4  # the end of the sentence before is read too
    assert read_for(words[:3]) == 0
    assert read_for(words[:4]) == 1
    assert read_for(words) == READ_AGAIN
    assert read_for((*words, "i")) == 1
    assert read_for(tuple(WORDS[20:50])) == READ_AGAIN


def test_the_end_after_a_word_is_that_of_the_ngrams(models: tuple[Model, Model]) -> None:
    lexicon, model = small_lexicon(), models[0]
    number = {word: n for n, word in enumerate(WORDS)}
    for before, word in (((), "no"), (("thank",), "you"), (("i", "am"), "cold")):
        row = [lexicon.start, *(number[each] for each in before), number[word], lexicon.end]
        keys = [0, 0]
        for each in row[-3:]:
            keys = [keys[0] * 65536 + each]
        true = small_model().of_triples(np.array(keys))
        assert model.end_after(Before(before), number[word]) == pytest.approx(
            float(true[0]), rel=0.07
        )


@given(st.lists(st.sampled_from([0.0, 0.1, 0.2, 0.5]), max_size=12), st.integers(0, 15))
def test_the_likeliest_come_first_and_the_impossible_never(
    weights: list[float], count: int
) -> None:
    places = likeliest(np.array(weights, np.float32), count)
    found = [weights[place] for place in places]
    assert found == sorted((each for each in weights if each), reverse=True)[:count]
    assert len(set(places.tolist())) == len(places)
