"""Settings that the person changes with a cell (guidance G1, G12, G37)."""

from __future__ import annotations

import pytest

from aac.model.checking import MOST_TEXTS
from aac.model.events import Forget, ForgetWords, Noticed, SaveSettings
from aac.model.notice import Notice, NoticeKind
from aac.model.view import Work
from tests.scan_script import play, started
from tests.small_boards import STRIP, board, boards

HOME = boards(
    board("home", "+a :slower :faster :louder", ":softer :method :theme :speak_mode",
          ":prediction :phrase_offer :remove_word :forget_words", "+. +_", spelling=True),
    strip=STRIP,
)  # fmt: skip


def label(played: object, cell_id: str) -> str:
    cell = played.view.board.cell(cell_id)  # type: ignore[attr-defined]
    return str(cell.label)


def test_slower_and_faster_change_the_scan_time_by_a_tenth() -> None:
    play(
        """
        0.1 touch :slower | Yes No Call Undo   notice speed 1.10
        1.2 -             | +a :slower :faster :louder
        """,
        HOME,
    )
    played = play("0.1 touch :faster | Yes No Call Undo   notice speed 0.91", HOME)
    assert [effect.settings.scan_time for effect in played.every(SaveSettings)] == [0.91]


@pytest.mark.parametrize(("start", "cell", "end"), [(0.1, ":faster", 0.1), (20.0, ":slower", 20.0)])
def test_the_scan_time_stays_within_its_limits(start: float, cell: str, end: float) -> None:
    assert started(HOME, scan_time=start).touch(cell).view.settings.scan_time == end


@pytest.mark.parametrize("start", [0.1, 0.12, 0.13, 0.5, 1.5])
def test_slower_always_makes_it_slower(start: float) -> None:
    assert started(HOME, scan_time=start).touch(":slower").view.settings.scan_time > start


def test_louder_and_softer_within_limits() -> None:
    played = started(HOME).touch(":softer")
    assert played.view.settings.speech_volume == 0.7
    assert played.view.notice is not None and played.view.notice.detail == "70%"
    assert played.touch(*[":louder"] * 9).view.settings.speech_volume == 1.0
    assert played.touch(*[":softer"] * 20).view.settings.speech_volume == 0.1


def test_the_method_changes_with_one_cell_and_never_to_two_switches() -> None:
    played = started(HOME).touch("+a")
    seen = [played.touch(":method").view.settings.scan_method for _ in range(4)]
    assert seen == ["inverse", "step", "automatic", "inverse"]
    assert played.view.message == "A"
    assert started(HOME, scan_method="two_switch").touch(":method").view.settings.scan_method == (
        "automatic")  # fmt: skip


def test_the_press_that_changed_the_method_counts_no_more() -> None:
    every = boards(board("home", ":method", "B"), strip=())
    play(
        """
        0.5   press    | :method   notice method One switch, hold to move
        0.9   release  | :method
        """,
        every,
    )


def test_colours_and_speaking_go_round() -> None:
    played = started(HOME)
    assert [played.touch(":theme").view.settings.theme for _ in range(3)] == [
        "light", "yellow", "dark"]  # fmt: skip
    assert [played.touch(":speak_mode").view.settings.speak_mode for _ in range(4)] == [
        "word", "letter", "silent", "message"]  # fmt: skip


def test_cells_show_the_state_that_they_change() -> None:
    played = started(HOME)
    assert label(played, ":method") == "method: One switch, automatic"
    assert label(played, ":prediction") == "prediction: on"
    assert label(played.touch(":prediction"), ":prediction") == "prediction: off"


def test_words_are_switched_off_and_on_with_one_cell() -> None:
    played = started(HOME).touch("+a").play("0.1 words and all")
    assert played.view.words[0] is not None
    played.play("0.2 touch :prediction | Yes No Call Undo   notice prediction_off")
    assert played.view.words == ()
    played.play("0.3 touch :prediction | Yes No Call Undo   notice prediction_on   words . . . . .")


def test_whole_phrases_are_offered_and_not_with_one_cell() -> None:
    played = started(HOME)
    assert label(played, ":phrase_offer") == "phrase_offer: off"
    played.play("0.1 touch :phrase_offer | Yes No Call Undo   notice phrase_offer_on")
    assert played.view.settings.phrase_offer
    assert label(played, ":phrase_offer") == "phrase_offer: on"
    played.play("0.2 touch :phrase_offer | Yes No Call Undo   notice phrase_offer_off")
    assert not played.view.settings.phrase_offer


@pytest.mark.parametrize(
    ("written", "caret", "removed"),
    [
        ("I want Watre", 12, "watre"),
        ("I want watre. ", 14, "watre"),
        ("I want, it", 8, "want"),  # the word before the caret
        ("Don't", 5, "don't"),
        ("3 o’clock!", 10, "o’clock"),
    ],
)
def test_the_last_word_is_never_offered_again(written: str, caret: int, removed: str) -> None:
    work = Work(text=written, caret=caret)
    played = started(HOME, work, removed_words=("xyz",), own_words=("Ann", removed.title()))
    played.play("0.1 touch :remove_word | Yes No Call Undo   notice word_removed")
    settings = played.view.settings
    assert (settings.removed_words, settings.own_words) == (("xyz", removed), ("Ann",))
    assert played.every(SaveSettings)[-1].settings == settings
    assert played.view.notice is not None and not played.view.notice.detail
    assert played.view.message == written, "it can still be written"
    played.touch("Undo")
    assert played.view.settings.removed_words == ("xyz",)
    assert played.view.settings.own_words == ("Ann", removed.title())


def test_a_word_is_removed_once_and_the_list_has_an_end() -> None:
    hi = Work(text="Hi", caret=2)
    played = started(HOME, hi, removed_words=("HI", "a")).touch(":remove_word")
    assert played.view.settings.removed_words == ("a", "hi")
    full = tuple(f"w{n}" for n in range(MOST_TEXTS))
    played = started(HOME, hi, removed_words=full).touch(":remove_word")
    assert played.view.settings.removed_words == (*full[1:], "hi")


@pytest.mark.parametrize("written", ["", "  ", "…", "w" * 200])
def test_where_there_is_no_word_none_is_removed(written: str) -> None:
    played = started(HOME, Work(text=written, caret=len(written)))
    played.play("0.1 touch :remove_word | Yes No Call Undo   notice no_word")
    assert played.view.settings.removed_words == ()
    played.play("0.2 touch Undo | Yes No Call Undo   notice nothing_to_undo")


def test_learned_words_are_forgotten_and_the_messages_stay() -> None:
    played = started(HOME, Work(history=("Hi.",), phrases=("My phrase",)))
    played.play("0.1 touch :forget_words | Yes No Call Undo   notice words_forgotten")
    assert len(played.every(ForgetWords)) == 1
    assert played.every(Forget) == []
    assert (played.session.work.history, played.session.work.phrases) == (("Hi.",), ("My phrase",))


def test_a_notice_is_there_for_a_while_and_goes_with_a_later_choice() -> None:
    played = play("0.1 touch :theme | Yes No Call Undo   notice theme Light", HOME)
    played.play("0.5 touch +a")
    assert played.view.notice is not None
    played.now = 5.0
    played.touch("+a")
    assert played.view.notice is None


def test_a_notice_from_outside_is_shown() -> None:
    played = started(HOME)
    played.do(Noticed(Notice(NoticeKind.VOICE_BACK)))
    assert played.view.notice == Notice(NoticeKind.VOICE_BACK)
