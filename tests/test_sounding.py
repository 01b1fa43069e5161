"""What the voice is told to make ready: phrases of boards, and nothing that is private."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac import sounding
from aac.model.board import AddText, Board, BoardSet, Cell, OpenBoard, SayPhrase
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.sound_words import sound_words
from aac.model.view import View, Work
from aac.ports import SoundUse, Utterance
from aac.sounding import MEGABYTE, Sounding, phrases


def board(name: str, *texts: str, private: bool = False) -> Board:
    cells = tuple(Cell(f"{name}-{text}", text, SayPhrase(text)) for text in texts)
    return Board(name, name, (cells,), private=private)


LETTER = Cell("a", "a", AddText("a"))
LETTERS = Board("letters", "Letters", ((LETTER, Cell("q", "Quick", OpenBoard("quick"))),))
BOARDS = BoardSet(
    {
        "other": board("other", "See you.", "Hello.", "No more."),
        "wishes": board("wishes", "No more.", "Let me go.", private=True),
        "letters": LETTERS,
        "home": board("home", "Hello.", "Water."),
    },
    home="home",
    spelling="letters",
    strip=(Cell("yes", "Yes", SayPhrase("Yes.")),),
)
WORK = Work(text="Composed", history=("Said",), drafts=("Draft",), phrases=("My own.", "A wish."),
            wishes=("A wish.",))  # fmt: skip


USUAL = Settings()


class Voice:
    """A voice that remembers what it was to make ready."""

    def __init__(self) -> None:
        self.used: list[SoundUse] = []
        self.ordered: list[tuple[tuple[str, ...], Utterance]] = []
        self.told: Callable[[str], None] = lambda what: None

    def use(self, sound: SoundUse, told: Callable[[str], None]) -> None:
        self.used.append(sound)
        self.told = told

    def render_ahead(self, texts: Sequence[str], like: Utterance) -> None:
        self.ordered.append((tuple(texts), like))

    def forget(self) -> None:
        raise NotImplementedError


class Rig:
    def __init__(self) -> None:
        self.voice = Voice()
        self.boards = BOARDS
        self.told: list[Notice] = []
        self.sounding = Sounding(
            self.voice, Path("phrases"), lambda: self.boards, lambda: WORK, self.told.append
        )

    def show(self, settings: Settings = USUAL, *, private: bool = False) -> None:
        self.sounding.follow(View(LETTERS, settings=settings, private=private))


@pytest.fixture
def rig(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Rig:
    monkeypatch.setattr(sounding, "AFTER_START", 0.005)
    monkeypatch.setattr(sounding, "AFTER_CHANGE", 0.005)
    return Rig()


def test_the_nearest_come_first_and_each_once() -> None:
    found = list(phrases(BOARDS, WORK, Settings()))
    assert found == ["Yes.", "Hello.", "Water.", "My own.", "See you."]


def test_nothing_composed_or_private_is_among_them() -> None:
    found = set(phrases(BOARDS, WORK, Settings(speak_mode="letter")))
    assert not found & {"Composed", "Said", "Draft", "A wish.", "Let me go.", "No more."}


def test_letters_are_made_ready_where_letters_are_spoken() -> None:
    assert "a" in set(phrases(BOARDS, WORK, Settings(speak_mode="letter")))
    assert "a" not in set(phrases(BOARDS, WORK, Settings()))


def test_what_has_a_recording_needs_no_voice() -> None:
    cell = Cell("laugh", "Ha", SayPhrase("Ha"), sound="0" * 64)
    home = replace(BOARDS, boards={"home": Board("home", "", ((cell,),))}, strip=())
    assert list(phrases(home, Work(), Settings())) == []


def test_they_are_ordered_once_until_something_changes(rig: Rig, qtbot: QtBot) -> None:
    for _ in range(3):
        rig.show()
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 1)
    rig.show(Settings(scan_time=2.0, speech_volume=0.3))
    qtbot.wait(30)
    assert len(rig.voice.ordered) == 1
    rig.show(Settings(speech_rate=1.2))
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 2)
    assert rig.voice.ordered[-1][1].rate == 1.2
    rig.boards = replace(BOARDS, strip=())
    rig.show(Settings(speech_rate=1.2))
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 3)
    assert "Yes." not in rig.voice.ordered[-1][0]


@pytest.mark.parametrize("private", [True, False])
def test_in_private_or_without_room_nothing_is(private: bool, rig: Rig, qtbot: QtBot) -> None:
    rig.show()
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 1)
    rig.show(Settings(phrase_space=100 if private else 0), private=private)
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 2)
    assert rig.voice.ordered[-1][0] == ()


def test_the_voice_is_told_how_to_use_sound_when_that_changes(rig: Rig) -> None:
    rig.show()
    rig.show(Settings(scan_time=2.0))
    rig.show(Settings(keep_awake=True, speech_device="usb", phrase_space=20))
    assert rig.voice.used == [
        SoundUse(Path("phrases"), 100 * MEGABYTE),
        SoundUse(Path("phrases"), 20 * MEGABYTE, awake=True, device="usb"),
    ]


def test_a_loudspeaker_that_goes_or_comes_back_is_told_in_a_sentence(rig: Rig) -> None:
    rig.show()
    for what in "away", "back", "nonsense":
        rig.voice.told(what)
    assert rig.told == [Notice(NoticeKind.OUTPUT, sound_words(what)) for what in ("away", "back")]


def test_what_was_erased_is_made_again(rig: Rig, qtbot: QtBot) -> None:
    rig.show()
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 1)
    rig.sounding.forget()
    rig.show()
    qtbot.waitUntil(lambda: len(rig.voice.ordered) == 2)
    rig.sounding.stop()
