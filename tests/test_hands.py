"""What is erased is erased everywhere."""

from __future__ import annotations

from typing import Any

import pytest

from aac.__main__ import main
from aac.hands import Hands, Keeping
from aac.model.events import Effect, Forget, ForgetWords
from aac.model.notice import Notice, NoticeKind


class Words:
    """A predictor that only forgets."""

    forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1


def keeping(told: list[Notice], **own: Any) -> Keeping:
    names = ("show", "ring", "stop_ringing", "click", "cue", "stop_cue", "save", "save_settings",
             "save_measures", "save_board", "print_paper", "forget", "quit",
             "log_fault")  # fmt: skip
    others: dict[str, Any] = {name: lambda *_: None for name in names}
    return Keeping(Hands(**{**others, **own}), Words(), told.append)  # type: ignore[arg-type]


@pytest.mark.parametrize("effect", [Forget(), ForgetWords()], ids=["messages", "words"])
def test_phrases_as_sound_go_with_messages_and_with_words(effect: Effect) -> None:
    erased: list[str] = []
    keeping([], forget_sounds=lambda: erased.append("sounds")).keep(effect)
    assert erased == ["sounds"]


def test_a_disk_that_does_not_erase_is_told() -> None:
    def refuse() -> None:
        raise PermissionError

    told: list[Notice] = []
    keeping(told, forget_sounds=refuse).keep(ForgetWords())
    assert told == [Notice(NoticeKind.SAVE_FAILED)]


def test_the_command_that_erases_words_erases_them_too(tmp_path) -> None:
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases" / "0.phrase").write_bytes(b"WREN")
    assert main(["words", "erase", "--profile", str(tmp_path)]) == 0
    assert list((tmp_path / "phrases").iterdir()) == []
