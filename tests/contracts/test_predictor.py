"""What every predictor promises, for every predictor and for the fake."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aac.core.prediction import FrequencyPredictor
from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings
from aac.ports import Predictor
from tests.fakes import FakePredictor
from tests.small_language import counted_predictor

WORDS = [("water", 900), ("want", 500), ("was", 800), ("i", 950), ("don't", 100)]
MAKERS: dict[str, Callable[[], Predictor]] = {
    "frequency": lambda: FrequencyPredictor(WORDS),
    "ngram": lambda: counted_predictor(WORDS),
    "fake": lambda: FakePredictor({"w": ("water", "was", "want")}, {"w": (("a", 0.8), ("h", 0.2))}),
}


@pytest.fixture(params=MAKERS)
def predictor(request: pytest.FixtureRequest) -> Predictor:
    return MAKERS[request.param]()


@pytest.fixture
def answers(predictor: Predictor) -> list[Suggested]:
    found: list[Suggested] = []
    predictor.start(found.append)
    return found


class TestPredictor:
    def test_it_answers_with_the_number_of_the_question(
        self, predictor: Predictor, answers: list[Suggested]
    ) -> None:
        predictor.suggest(Suggest(7, "I ", "w", 3))
        predictor.suggest(Suggest(8, "I ", "w", 3))
        assert [answer.id for answer in answers] == [7, 8]

    @pytest.mark.parametrize("count", [0, 1, 2, 8])
    def test_it_offers_no_more_than_it_was_asked_for_and_no_word_twice(
        self, predictor: Predictor, answers: list[Suggested], count: int
    ) -> None:
        predictor.suggest(Suggest(1, "", "w", count))
        words = answers[-1].words
        assert len(words) <= count
        assert len(set(words)) == len(words)

    def test_it_offers_the_likeliest_first(
        self, predictor: Predictor, answers: list[Suggested]
    ) -> None:
        predictor.suggest(Suggest(1, "", "w", 3))
        assert answers[-1].words == ("water", "was", "want")

    def test_capitals_do_not_matter(self, predictor: Predictor, answers: list[Suggested]) -> None:
        predictor.suggest(Suggest(1, "", "W", 3))
        assert answers[-1].words == ("water", "was", "want")

    @pytest.mark.parametrize(
        "before", ["", "I want ", "…", "\ud800", "x" * 10_000, "line\nline", "שלום "]
    )
    @pytest.mark.parametrize("prefix", ["", "zzz", "'", "-", "w" * 1_000, "ß", "\U0010ffff"])
    def test_strange_questions_are_answered(
        self, predictor: Predictor, answers: list[Suggested], before: str, prefix: str
    ) -> None:
        predictor.suggest(Suggest(3, before, prefix, 5))
        assert answers[-1].id == 3
        assert all(answers[-1].words)

    @pytest.mark.parametrize("said", ["", "   ", "I want water.", "1,000 € …", "\ud800", "a\nb"])
    def test_it_can_learn_anything(
        self, predictor: Predictor, answers: list[Suggested], said: str
    ) -> None:
        predictor.learn(said)
        predictor.suggest(Suggest(1, "", "w", 3))
        assert answers

    def test_own_words_are_offered_as_they_are_written_and_removed_words_never(
        self, predictor: Predictor, answers: list[Suggested]
    ) -> None:
        predictor.use(Settings(own_words=("Wanda",), removed_words=("WAS",)))
        predictor.learn("was was was")
        for prefix in ("w", "W"):
            predictor.suggest(Suggest(1, "", prefix, 8))
            assert "Wanda" in answers[-1].words
            assert "was" not in answers[-1].words
        predictor.use(Settings())
        predictor.suggest(Suggest(2, "", "w", 8))
        assert "was" in answers[-1].words
        assert "Wanda" not in answers[-1].words

    def test_it_may_be_told_the_settings_before_it_is_started(self, predictor: Predictor) -> None:
        predictor.use(Settings(learning=False))
        predictor.learn("water")

    def test_letters_come_with_probabilities_and_only_where_they_were_asked_for(
        self, predictor: Predictor, answers: list[Suggested]
    ) -> None:
        predictor.suggest(Suggest(1, "I want ", "w", 3, letters=True))
        letters = [letter for letter, _ in answers[-1].letters]
        assert all(len(letter) == 1 for letter in letters)
        assert len(set(letters)) == len(letters)
        assert all(0 <= chance <= 1 for _, chance in answers[-1].letters)
        assert 0 <= answers[-1].end <= 1
        predictor.suggest(Suggest(2, "I want ", "w", 3))
        assert answers[-1].letters == ()

    def test_the_talk_and_passed_words_may_be_anything(
        self, predictor: Predictor, answers: list[Suggested]
    ) -> None:
        passed, talk = ("water", "water", "zzz", ""), ("", "Tea?", "x" * 5_000, "שלום")
        predictor.suggest(Suggest(4, "", "w", 3, letters=True, passed=passed, talk=talk))
        assert answers[-1].id == 4

    def test_it_can_forget_what_it_never_learned(self, predictor: Predictor) -> None:
        predictor.forget()

    def test_it_may_be_told_to_learn_before_it_is_started(self, predictor: Predictor) -> None:
        predictor.learn("I want water.")

    def test_once_stopped_it_answers_no_more(
        self, predictor: Predictor, answers: list[Suggested]
    ) -> None:
        predictor.stop()
        predictor.stop()
        predictor.suggest(Suggest(1, "", "w", 3))
        assert answers == []


def test_a_slow_predictor_answers_when_it_can() -> None:
    slow = FakePredictor({"w": ("water",)}, waits=True)
    answers: list[Suggested] = []
    slow.start(answers.append)
    slow.suggest(Suggest(1, "", "w", 3))
    assert answers == []
    slow.answer()
    assert answers == [Suggested(1, ("water",))]
