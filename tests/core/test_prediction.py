"""Our own predictor: the most frequent words, and the person's own (guidance G38)."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from aac.core.prediction import FrequencyPredictor
from aac.files.word_list import read_words
from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings

WORDS = [("water", 900), ("want", 500), ("was", 800), ("wash", 10), ("it", 999)]


def offered(predictor: FrequencyPredictor, prefix: str, count: int = 3) -> tuple[str, ...]:
    answers: list[Suggested] = []
    predictor.start(answers.append)
    predictor.suggest(Suggest(1, "", prefix, count))
    return answers[0].words


def test_the_most_frequent_words_with_this_beginning_are_offered() -> None:
    assert offered(FrequencyPredictor(WORDS), "wa") == ("water", "was", "want")


def test_the_word_that_stands_there_already_is_not_offered() -> None:
    assert offered(FrequencyPredictor(WORDS), "was") == ("wash",)


def test_without_a_beginning_the_most_frequent_words_are_offered() -> None:
    assert offered(FrequencyPredictor(WORDS), "", 2) == ("it", "water")


def test_a_word_of_the_persons_own_comes_first_after_a_single_use() -> None:
    predictor = FrequencyPredictor(WORDS)
    predictor.learn("Please wash my (Waistcoat)!")
    assert offered(predictor, "wa") == ("wash", "waistcoat", "water")


def test_words_with_apostrophes_and_hyphens_are_learned_and_numbers_are_not() -> None:
    predictor = FrequencyPredictor([])
    predictor.learn("Don’t, don't well-known 3rd x2")
    assert offered(predictor, "d") == ("don't", "don’t")
    assert offered(predictor, "w") == ("well-known",)
    assert offered(predictor, "3") == offered(predictor, "x") == ()


def test_no_word_is_too_strong_to_be_learned() -> None:
    predictor = FrequencyPredictor([])
    predictor.learn("Damn!")
    assert offered(predictor, "da") == ("damn",)


def test_the_shipped_list_answers_within_five_milliseconds() -> None:
    lists = sorted(Path(__file__).parents[2].glob("assets/**/*.tsv"))
    words = [word for path in lists for word in read_words(path)] or [
        (f"w{n}", n) for n in range(50_000)
    ]
    predictor = FrequencyPredictor(words)
    for prefix in ("", "w", "th"):
        began = min(_seconds(predictor, prefix) for _ in range(5))
        assert began < 0.005, prefix


def _seconds(predictor: FrequencyPredictor, prefix: str) -> float:
    began = perf_counter()
    offered(predictor, prefix, 8)
    return perf_counter() - began


def test_without_a_beginning_a_learned_word_is_offered_too() -> None:
    predictor = FrequencyPredictor(WORDS)
    predictor.learn("Zebra")
    assert offered(predictor, "", 2) == ("zebra", "it")


def test_own_words_come_first_as_they_are_written() -> None:
    predictor = FrequencyPredictor(WORDS)
    predictor.use(Settings(own_words=("Waltraud", " ", "iPad")))
    assert offered(predictor, "wa") == ("Waltraud", "water", "was")
    assert offered(predictor, "ip") == ("iPad",)
    assert offered(predictor, "", 2) == ("iPad", "Waltraud")
    predictor.use(Settings())
    assert offered(predictor, "wa") == ("water", "was", "want")


def test_removed_words_are_never_offered_not_even_once_learned() -> None:
    predictor = FrequencyPredictor(WORDS)
    predictor.learn("water wart")
    predictor.use(Settings(removed_words=("Water", "wart")))
    predictor.learn("water wart")
    assert offered(predictor, "wa") == ("was", "want", "wash")
    assert "water" not in offered(predictor, "", 8)
    predictor.use(Settings())
    assert offered(predictor, "wa", 2) == ("water", "wart")


def test_where_learning_is_off_nothing_is_learned() -> None:
    predictor = FrequencyPredictor(WORDS)
    predictor.use(Settings(learning=False))
    predictor.learn("wash waistcoat")
    assert offered(predictor, "wa") == ("water", "was", "want")


def test_own_words_stay_where_what_was_learned_is_forgotten() -> None:
    predictor = FrequencyPredictor(WORDS)
    predictor.use(Settings(own_words=("Walt",)))
    predictor.learn("waistcoat")
    predictor.forget()
    assert offered(predictor, "wa", 2) == ("Walt", "water")


def test_it_knows_nothing_of_letters() -> None:
    answers: list[Suggested] = []
    predictor = FrequencyPredictor(WORDS)
    predictor.start(answers.append)
    predictor.suggest(Suggest(1, "", "w", 0, letters=True))
    assert answers == [Suggested(1, ())]
