"""The English tables that are shipped, with the sentence model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from aac.files.paths import languages_folder
from aac.model.settings import Settings
from aac.prediction.model import Model
from aac.prediction.net import Net
from aac.prediction.reading import Before
from aac.prediction.tables import Language, open_language
from aac.prediction.words_model import WordsModel
from tests.prediction.asked import Asked
from tests.small_language import OTHERS, OURS

LANGUAGES = languages_folder()
EN = LANGUAGES / "en"


@pytest.fixture(scope="module")
def english() -> Language:
    return open_language(EN)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    made = Asked(tmp_path_factory.mktemp("learned"), Settings(), LANGUAGES)
    yield made
    made.predictor.stop()


def lines(name: str) -> list[str]:
    found = (LANGUAGES / name).read_text("utf-8").splitlines()
    return [line for line in found if not line.startswith("#")]


def test_they_are_complete_and_no_larger_than_they_should_be(english: Language) -> None:
    assert 30_000 < len(english.words) < 60_000
    assert len(english.net) == 10
    assert sum(path.stat().st_size for path in EN.iterdir()) < 11e6


def test_the_words_are_sorted_and_of_the_letters_of_the_language(english: Language) -> None:
    keys = [word.lower() for word in english.words]
    assert keys == sorted(set(keys))
    assert set("".join(keys)) <= set(english.letters)
    assert {"I", "I'm", "water", "don't", "London"} <= set(english.words)


def test_no_pair_or_triple_lies_beyond_what_a_byte_can_hold(english: Language) -> None:
    """At both ends a byte stands for all that is more or less, so that the chances are wrong."""
    tables = english.tables
    for stored in (tables.two, tables.three, tables.weight_one, tables.weight_two):
        assert int(stored.min()) > 0
        assert int(stored.max()) < 255


def test_chances_add_up_to_about_one_before_they_are_made_to(english: Language) -> None:
    words = WordsModel(english.tables)
    chance = np.random.default_rng(1)
    size = len(english.words) + 3
    number = {word.lower(): place for place, word in enumerate(english.words)}
    contexts = [tuple(map(int, chance.integers(0, size, 2))) for _ in range(20)]
    contexts += [(number["i"], number["want"]), (size - 2, number["i"]), (size - 2,)]
    for context in contexts:
        assert float(words.chances(context).sum()) == pytest.approx(1, abs=0.03)


def test_the_sentence_model_knows_the_commonest_words(english: Language) -> None:
    numbers = english.net["net_words"]
    size = len(english.words)
    assert numbers[:2].tolist() == [size, size + 2]
    assert len(set(numbers.tolist())) == len(numbers) > 10_000
    assert int(numbers[2:].max()) < size
    often = np.argsort(-english.tables.one[:size])[:5_000]
    assert np.isin(often, numbers).mean() > 0.99


def test_the_sentence_model_agrees_with_the_pairs_about_what_is_plain(english: Language) -> None:
    """Rows that stand for other words than they say would make it guess."""
    size = len(english.words) + 3
    net = Net(english.net, size)
    number = {word.lower(): place for place, word in enumerate(english.words)}
    for line in ("thank you", "how are you", "nice to meet you", "i want to"):
        *before, word = line.split()
        state = net.read(net.begin(), len(english.words))
        for known in before:
            state = net.read(state, number[known])
        alone = net.reranked(state, np.full(size, 1e-5, np.float32), 1.0, size)
        assert number[word] in np.argsort(-alone)[:10]


def test_it_offers_what_people_expect(asked: Asked) -> None:
    assert "you" in asked.words("thank ", "", 3)
    assert "to" in asked.words("I want ", "", 3)
    assert "water" in asked.words("I want some ", "wa", 3)
    assert "I'm" in asked.words("", "i", 6)
    assert asked.ask("", "q").letters[0][0] == "u"
    assert asked.ask("thank you so ", "much").end > asked.ask("can ", "you").end


def test_what_was_said_before_changes_what_is_offered(asked: Asked) -> None:
    alone = asked.ask("I ", "", 8, letters=False)
    after = asked.ask("I ", "", 8, letters=False, talk=("do you want tea or coffee",))
    assert alone.words != after.words or alone.letters != after.letters


def test_no_slur_is_offered_and_each_can_be_spelled(asked: Asked) -> None:
    never = set(lines("en.never-offered.txt"))
    assert never
    for word in never:
        offered = asked.words("you ", word[:-1], 50)
        assert not never & set(map(str.lower, offered))
        letters = [sign for sign, _ in asked.ask("you ", word[:-1]).letters]
        assert word[-1] in letters


def test_letters_and_the_end_add_up_to_one(asked: Asked) -> None:
    for line in OURS + OTHERS:
        *before, last = line.split()
        for end in range(len(last) + 1):
            answer = asked.ask(" ".join(before) + " ", last[:end])
            total = sum(chance for _, chance in answer.letters) + answer.end
            assert total == pytest.approx(1, abs=1e-4)


def test_a_text_of_five_thousand_letters_is_answered(asked: Asked) -> None:
    answer = asked.ask("I would like some more of the tea. " * 143, "p", 8)
    assert all(word.startswith(("p", "P")) for word in answer.words) and answer.words


def test_the_chances_are_those_of_the_tables_and_the_network(english: Language) -> None:
    model = Model(english)
    for sentence in ((), ("i",), ("thank", "you"), ("zzzz", "5")):
        chances = model.chances(Before(sentence))
        assert float(chances.sum()) == pytest.approx(1, abs=1e-3)
        assert np.isfinite(chances).all()


def test_nothing_beside_the_tables_is_read_or_written(tmp_path: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in EN.iterdir()}
    asked = Asked(tmp_path / "learned", Settings(learning=False), LANGUAGES)
    asked.ask("I want ", "w")
    assert {path.name: path.stat().st_mtime_ns for path in EN.iterdir()} == before
    assert list(tmp_path.iterdir()) == []
