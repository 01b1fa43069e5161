"""Every sentence that Wren can say on screen is there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from aac.model import state_words, switch_words, words
from aac.model.notice import Notice, NoticeKind
from aac.model.view import Phase


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_is_one_plain_sentence(kind: NoticeKind) -> None:
    text = words.notice_text(Notice(kind, "3"))
    assert text
    assert "{" not in text


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_without_a_detail_leaves_no_blank_behind(kind: NoticeKind) -> None:
    assert words.notice_text(Notice(kind)) == words.notice_text(Notice(kind)).strip()


def test_every_phase_has_its_words() -> None:
    assert set(state_words.PHASES) == set(Phase)


def test_a_switch_source_that_gives_an_unknown_reason_gets_a_sentence_too() -> None:
    assert switch_words.source_problem_text("martian") == switch_words.source_problem_text(
        "not-installed"
    )
    assert "f13" in switch_words.source_problem_text("unknown-key", "f13")


def test_a_voice_without_a_known_reason_gives_none() -> None:
    assert words.voice_problem_text("no-device")
    assert words.voice_problem_text("martian") == ""


def test_words_of_the_screen_are_filled_in() -> None:
    assert words.screen_text("confirm", label="Clear") == "Press again: Clear"
    assert words.doctor_text("voices_ok", count=3) == "There are 3 voices."


def tables() -> list[tuple[str, Mapping[str, str]]]:
    return [
        (name, value)
        for module in (words, switch_words)
        for name, value in vars(module).items()
        if name.isupper()
    ]


@pytest.mark.parametrize(("name", "table"), tables(), ids=lambda value: str(value)[:20])
def test_no_sentence_is_empty_or_shouts(name: str, table: Mapping[str, str]) -> None:
    for key, text in table.items():
        assert (text or key == Phase.SCANNING) and "!" not in text, (name, key)
        assert not re.search(r"\s{2,}", text), (name, key)
