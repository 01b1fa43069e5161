"""Own use decides: useful offers and those taken are counted, and rarely used ones named (G37)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core.offer_use import SELECTIONS, advised
from aac.model.events import Save
from aac.model.notice import NoticeKind
from aac.model.view import OfferUse, Work
from tests.scan_script import Played, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+t +h +e +o", "+_ +. :speak >food", ":delete_letter :prediction", spelling=True),
    board("food", "A B", "C :back"),
    strip=STRIP,
)
OFFERED: dict[str, Any] = {
    "prediction_after": 0, "likely_letters": 3, "pause_while_speaking": False
}  # fmt: skip


def begun(use: OfferUse | None = None, **changes: Any) -> Played:
    return started(HOME, Work(use=use or OfferUse()), **{**OFFERED, **changes})


def use(played: Played) -> tuple[int, ...]:
    """Selections; words useful, taken; letters useful, taken."""
    counts = played.session.work.use
    return tuple(getattr(counts, field.name) for field in fields(OfferUse))


def test_a_chosen_word_was_useful_and_taken() -> None:
    played = begun().touch("+t").play("0.0 words the to").touch("word-2")
    assert use(played) == (2, 1, 1, 0, 0)


@pytest.mark.parametrize("end", ["+_", "+.", ":speak"])
def test_a_word_that_was_spelled_though_it_stood_there_was_useful_and_not_taken(end: str) -> None:
    played = begun().play("0.0 words the").touch("+t").play("0.0 words to").touch("+h", "+e", end)
    assert use(played)[:3] == (4, 1, 0)


def test_a_word_that_never_stood_there_was_not_useful() -> None:
    played = begun().touch("+t").play("0.0 words to he").touch("+h", "+e", "+_")
    assert use(played)[:3] == (4, 0, 0)


def test_a_sign_that_ends_no_word_counts_no_word() -> None:
    played = begun().touch("+t").play("0.0 words t").touch("+_", "+.", ":speak", "+_")
    assert use(played)[1:3] == (1, 0)


def test_letters_count_where_they_stood_in_the_row() -> None:
    told = "0.0 words / o=0.6 e=0.3 end=0.05"
    assert use(begun().touch("+t").play(told).touch("likely-1")) == (2, 0, 0, 1, 1)
    assert use(begun().touch("+t").play(told).touch("+o")) == (2, 0, 0, 1, 0)
    assert use(begun().touch("+t").play(told).touch("+h")) == (2, 0, 0, 0, 0)


def test_space_and_speak_in_the_row_count_like_letters() -> None:
    told = "0.0 words / _=0.5 end=0.4"
    assert use(begun().touch("+t").play(told).touch("likely-1")) == (2, 0, 0, 1, 1)
    assert use(begun().touch("+t").play(told).touch(":speak")) == (2, 0, 0, 1, 0)


@pytest.mark.parametrize("cells", [(">food", "A", ":back"), ("Yes", ":delete_letter", ">food")])
def test_other_choices_and_other_boards_are_not_counted(cells: tuple[str, ...]) -> None:
    assert use(begun().touch(*cells)) == (0, 0, 0, 0, 0)


def test_where_nothing_is_offered_nothing_is_counted() -> None:
    played = begun(prediction_on=False).touch("+t", "+_", ":speak")
    assert use(played) == (0, 0, 0, 0, 0)


def test_the_counts_are_saved_and_hold_numbers_only() -> None:
    played = begun().touch("+t").play("0.0 words the").touch("word-1")
    saved = played.every(Save)[-1].work.use
    assert saved == played.session.work.use != OfferUse()
    assert all(type(getattr(saved, field.name)) is int for field in fields(OfferUse))


# --------------------------------------------------------------------------- the advice


def nearly(**counts: int) -> OfferUse:
    return OfferUse(selections=SELECTIONS - 1, **counts)


def kinds(use: OfferUse) -> list[NoticeKind]:
    played = begun(use).touch("+t")
    assert played.session.work.use == OfferUse(), "the counts start anew"
    return [played.view.notice.kind] if played.view.notice else []


def test_after_two_hundred_selections_what_is_rarely_used_is_named() -> None:
    assert kinds(nearly(words_useful=100, words_taken=29)) == [NoticeKind.OFFERS_UNUSED]
    assert kinds(nearly(letters_useful=100, letters_taken=29)) == [NoticeKind.LETTERS_UNUSED]


def test_one_piece_of_advice_at_a_time() -> None:
    both = nearly(words_useful=100, letters_useful=100)
    assert kinds(both) == [NoticeKind.OFFERS_UNUSED]


def test_no_advice_where_offers_are_used_or_too_few_to_tell() -> None:
    assert kinds(nearly(words_useful=100, words_taken=30)) == []
    assert kinds(nearly(words_useful=9, letters_useful=9)) == []
    assert kinds(nearly()) == []


def test_no_advice_before_there_is_enough_to_judge_by() -> None:
    played = begun(OfferUse(selections=SELECTIONS - 2, words_useful=100)).touch("+t")
    assert played.view.notice is None
    assert use(played)[:2] == (SELECTIONS - 1, 100)


def test_two_hundred_choices_lead_to_one_notice() -> None:
    played = begun()
    for _ in range(SELECTIONS // 2):
        played.play("0.0 words to").touch("+t").play("0.0 words to").touch("+o", "+_", ":speak")
        if played.view.notice:
            break
    assert played.view.notice is not None
    assert played.view.notice.kind is NoticeKind.OFFERS_UNUSED


counts = st.integers(0, 300)


@given(counts, counts, counts, counts, counts)
def test_advice_is_given_only_where_it_is_true(a: int, b: int, c: int, d: int, n: int) -> None:
    before = OfferUse(n, b, min(a, b), d, min(c, d))
    after, notices = advised(before)
    assert len(notices) <= 1
    if n < SELECTIONS:
        assert (after, notices) == (before, ())
    for notice in notices:
        words = notice.kind is NoticeKind.OFFERS_UNUSED
        useful, taken = (b, min(a, b)) if words else (d, min(c, d))
        assert taken / useful < 0.3
