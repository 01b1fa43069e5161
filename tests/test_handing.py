"""Text to other programs: it is on the clipboard whatever happens, and nothing waits for it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from aac.handing import Handing
from aac.model.events import Event, Noticed
from aac.model.outward import CopyText, OutwardEffect, TextTyped, TypeText
from aac.model.outward_words import OUTWARD, why_not_typed
from aac.model.settings import Settings
from aac.outward.worker import CannotType, carry_out

WORKER = "tests.fake_typist"
LIMIT = 15_000  # milliseconds


class Desk:
    def __init__(self, patience: float = 8.0) -> None:
        self.told: list[Event] = []
        self.typing: list[bool] = []
        self.lines: list[str] = []
        self.handing = Handing(
            Settings, self.told.append, self.lines.append, WORKER, patience=patience
        )
        self.handing.typing.connect(self.typing.append)

    @property
    def notices(self) -> list[str]:
        return [event.notice.detail for event in self.told if isinstance(event, Noticed)]

    def order(self, effect: OutwardEffect, qtbot: QtBot) -> str:
        """Have it done; gives the notice that follows."""
        before = len(self.notices)
        self.handing.hand_over(effect)
        qtbot.waitUntil(lambda: len(self.notices) > before, timeout=LIMIT)
        return self.notices[-1]


@pytest.fixture(autouse=True)
def x11(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a desktop that can be typed into."""
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.handing.stop()
    QGuiApplication.clipboard().clear()


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_a_copy_is_on_the_clipboard_letter_by_letter(desk: Desk, qtbot: QtBot) -> None:
    text = "Zoë, 日本, 👍🏽, שלום\tand\nmore"
    assert desk.order(CopyText(text), qtbot) == OUTWARD["copied"]
    assert copied() == text
    assert desk.typing == []


def test_what_was_typed_is_told_and_is_a_finished_message(desk: Desk, qtbot: QtBot) -> None:
    assert desk.order(TypeText("Hello"), qtbot) == "Written into: a letter"
    assert TextTyped("Hello") in desk.told
    assert copied() == "Hello"


def test_the_text_is_no_word_of_a_command(desk: Desk, qtbot: QtBot) -> None:
    desk.order(TypeText("Hello", enter=True), qtbot)
    order = json.loads(" ".join(desk.lines))
    assert (order["text"], order["enter"]) == ("Hello", True)
    assert not any("Hello" in word for word in order["argv"])


@pytest.mark.parametrize("text", ["refuse", "crash", "garbage"])
def test_where_it_fails_the_message_is_on_the_clipboard(
    text: str, desk: Desk, qtbot: QtBot
) -> None:
    assert "clipboard" in desk.order(TypeText(text), qtbot)
    assert copied() == text
    assert not any(isinstance(event, TextTyped) for event in desk.told)


def test_a_process_that_hangs_is_killed_and_told(qtbot: QtBot) -> None:
    desk = Desk(patience=0.5)
    assert "clipboard" in desk.order(TypeText("hang"), qtbot)
    assert desk.order(TypeText("Hello"), qtbot).startswith("Written into")


def test_keys_are_no_switch_from_the_first_to_a_little_after_the_last(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.order(TypeText("Hello"), qtbot)
    assert desk.typing == [True]
    qtbot.waitUntil(lambda: desk.typing == [True, False], timeout=LIMIT)


def test_two_orders_are_done_one_after_the_other(desk: Desk, qtbot: QtBot) -> None:
    desk.handing.hand_over(TypeText("one"))
    desk.handing.hand_over(TypeText("two"))
    qtbot.waitUntil(lambda: len(desk.notices) == 2, timeout=LIMIT)
    typed = [event.text for event in desk.told if isinstance(event, TextTyped)]
    assert typed == ["one", "two"]


def test_a_private_text_leaves_the_clipboard_again_and_keeps_out_of_histories(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.order(TypeText("between us", private=True), qtbot)
    content = QGuiApplication.clipboard().mimeData()
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"
    qtbot.waitUntil(lambda: copied() == "", timeout=LIMIT)


def test_what_another_copied_meanwhile_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.order(TypeText("between us", private=True), qtbot)
    desk.order(CopyText("for all"), qtbot)
    qtbot.wait(3200)
    assert copied() == "for all"


def test_what_another_program_copied_meanwhile_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.order(TypeText("between us", private=True), qtbot)
    QGuiApplication.clipboard().setText("of another")
    qtbot.wait(3200)
    assert copied() == "of another"


def test_enter_alone_leaves_the_clipboard_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    desk.order(CopyText("before"), qtbot)
    assert desk.order(TypeText("", enter=True), qtbot) == "Enter was pressed in: a letter"
    assert copied() == "before"
    assert not any(isinstance(event, TextTyped) for event in desk.told)


@pytest.mark.parametrize(
    ("name", "value", "key"),
    [("WAYLAND_DISPLAY", "wayland-0", "wayland"), ("DISPLAY", "", "no-display")],
)
def test_a_desktop_that_takes_no_keys_is_told_and_has_the_message_to_paste(
    name: str, value: str, key: str, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert desk.order(TypeText("Hello"), qtbot).startswith(OUTWARD[key])
    assert copied() == "Hello"
    assert desk.typing == [] or desk.typing == [False]


def test_a_mac_that_forbids_keys_says_where_to_allow_them(monkeypatch: pytest.MonkeyPatch) -> None:
    forbidden = SimpleNamespace(Keyboard=object, is_allowed=lambda: False)
    monkeypatch.setitem(sys.modules, "aac.outward.keyboard", forbidden)
    with pytest.raises(CannotType) as refused:
        carry_out({"text": "Hello"})
    assert why_not_typed(str(refused.value)) == OUTWARD["no-permission"]


def test_nothing_of_a_text_is_in_what_a_log_may_print() -> None:
    for effect in (CopyText("secret"), TypeText("secret"), TextTyped("secret")):
        assert "secret" not in repr(effect)
