"""Sentences for the person: each is shown long enough, and none is lost."""

from __future__ import annotations

from aac.core.notices import MOST, STAYS, Notices
from aac.core.prediction import FrequencyPredictor
from aac.model.events import Suggest
from aac.model.notice import Notice, NoticeKind

DAMAGED = Notice(NoticeKind.SETTINGS_DAMAGED)
RESTARTED = Notice(NoticeKind.RESTARTED)
SLOW, SLOWER = Notice(NoticeKind.SPEED, "1.65"), Notice(NoticeKind.SPEED, "1.82")


def test_two_sentences_are_shown_one_after_the_other() -> None:
    notices = Notices()
    notices.add(DAMAGED, 0.0)
    assert notices.deadline is None
    notices.add(RESTARTED, 1.0)
    assert (notices.current, notices.deadline) == (DAMAGED, STAYS)
    notices.wake(STAYS - 0.1)
    assert notices.current is DAMAGED
    notices.wake(STAYS)
    assert (notices.current, notices.deadline) == (RESTARTED, None)


def test_what_a_choice_did_is_told_at_once_and_the_other_sentence_comes_back() -> None:
    notices = Notices()
    notices.add(DAMAGED, 0.0)
    notices.tell(SLOW, 1.0)
    notices.tell(SLOWER, 2.0)
    assert notices.current is SLOWER
    notices.wake(2.0 + STAYS)
    assert notices.current is DAMAGED


def test_a_choice_takes_away_only_what_could_be_read() -> None:
    notices = Notices()
    notices.add(DAMAGED, 0.0)
    notices.choice(STAYS - 0.1)
    assert notices.current is DAMAGED
    notices.choice(STAYS)
    assert notices.current is None
    notices.choice(STAYS + 1)


def test_the_same_sentence_waits_only_once_and_the_newest_stay() -> None:
    notices = Notices()
    for n in range(MOST + 5):
        notices.add(Notice(NoticeKind.BOARD_DAMAGED, str(n)), 0.0)
        notices.add(Notice(NoticeKind.BOARD_DAMAGED, str(n)), 0.0)
    seen = []
    while notices.current:
        seen.append(notices.current.detail)
        notices.choice(STAYS * (len(seen) + 1))
    assert seen == [str(n) for n in range(5, MOST + 5)]


def test_the_predictor_forgets_what_it_learned_and_not_what_it_was_given() -> None:
    answers: list[tuple[str, ...]] = []
    predictor = FrequencyPredictor([("water", 5), ("was", 9)])
    predictor.start(lambda event: answers.append(event.words))
    predictor.learn("Wassily")
    predictor.suggest(Suggest(1, "", "w", 5))
    predictor.forget()
    predictor.suggest(Suggest(2, "", "w", 5))
    assert "wassily" in answers[0]
    assert answers[1] == ("was", "water")
