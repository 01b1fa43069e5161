"""The desk of the recordings: from a press on its page to a recording that counts."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.bank_desk import BankDesk
from aac.banking.naming import played_beside
from aac.banking.recorder import Take
from aac.banking.store import RecordingStore
from aac.model.banked import Recordings
from aac.model.banking_words import banking_text
from aac.model.board import Board, BoardSet, Cell, SayPhrase
from aac.model.notice import Notice
from aac.model.settings import Settings
from aac.model.view import Work
from aac.sound.player import Player
from aac.sound.trimming import Heard
from aac.ui.bank_panel import BankPanel
from tests.banking.conftest import add, sound
from tests.sound.null_sink import NullSink
from tests.sound.tones import tone

SLOW = 20_000  # milliseconds
GOOD = Heard(1.0, 0.1, 0.9, -18.0, -8.0, False)


def board(name: str, *texts: str, private: bool = False) -> Board:
    cells = tuple(Cell(f"{name}-{text}", text, SayPhrase(text)) for text in texts)
    return Board(name, name, (cells,), private=private)


BOARDS = BoardSet(
    {
        "home": board("home", "Yes.", "No.", "I love you."),
        "wishes": board("wishes", "Let me go.", private=True),
    },
    home="home",
)


@dataclass
class Room:
    """A desk, and what it told; nothing real records until `BankDesk` is asked to."""

    panel: BankPanel
    desk: BankDesk
    store: RecordingStore
    folder: Path
    changed: list[Recordings] = field(default_factory=list)
    told: list[Notice] = field(default_factory=list)

    def take(self, phrase: str, heard: Heard = GOOD) -> None:
        """As if the process had recorded this."""
        self.panel.chosen.emit(phrase)
        path = self.desk._takes.path(phrase)
        sound(path.parent, path.name)
        played_beside(path).write_bytes(path.read_bytes())
        self.desk._recording = phrase
        self.desk._recorder.took.emit(Take(path, heard))


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    panel = BankPanel()
    qtbot.addWidget(panel)
    store = RecordingStore(tmp_path / "recordings")
    desk = BankDesk(
        panel, store, tmp_path, lambda: BOARDS, Settings, lambda: Work(board="home"), print
    )
    room = Room(panel, desk, store, tmp_path)
    desk.changed.connect(room.changed.append)
    desk.told.connect(room.told.append)
    desk.start()
    panel.show()
    yield room
    desk.stop()


def listed(room: Room) -> list[str]:
    return [row.phrase for row in room.desk._view.rows]


def test_the_phrases_of_boards_in_use_are_listed_and_never_private_ones(room: Room) -> None:
    assert listed(room) == ["Yes.", "No.", "I love you."]
    assert not room.store.folder.exists() and room.changed == room.told == []


def test_a_take_that_is_kept_counts_at_once_and_the_next_phrase_follows(room: Room) -> None:
    room.take("Yes.")
    assert room.panel.keep.isVisible() and "0.8" in room.panel.told.text()
    assert room.changed == []
    room.panel.keep.click()
    assert room.changed[-1].key("yes")
    assert room.panel.phrase.text() == "No."
    assert banking_text("kept") in room.panel.told.text()
    (kept,) = room.store.all
    assert (kept.start, kept.end, kept.level) == (0.1, 0.9, -18.0)
    assert not list((room.store.folder / "takes").iterdir())


def test_a_take_waits_while_other_phrases_are_looked_at(room: Room) -> None:
    room.take("Yes.")
    room.panel.chosen.emit("No.")
    assert not room.panel.keep.isVisible()
    room.panel.chosen.emit("Yes.")
    assert room.panel.keep.isVisible()
    room.panel.hide()
    room.panel.show()
    room.panel.keep.click()
    assert room.store.find("Yes.") is not None


@pytest.mark.parametrize(
    ("heard", "key"),
    [
        (replace(GOOD, level=-40.0), "quiet"),
        (replace(GOOD, clipped=True), "clipped"),
    ],
)
def test_a_doubtful_take_is_told_and_can_be_kept(room: Room, heard: Heard, key: str) -> None:
    room.take("Yes.", heard)
    assert room.panel.told.text() == banking_text(key)
    room.panel.keep.click()
    assert room.store.find("Yes.") is not None


def test_where_nothing_was_heard_there_is_nothing_to_keep(room: Room) -> None:
    room.take("Yes.", replace(GOOD, level=-90.0))
    assert room.panel.told.text() == banking_text("nothing")
    assert not room.panel.keep.isVisible() and room.panel.record.isEnabled()


def test_a_laugh_has_a_name_of_its_own(room: Room) -> None:
    room.take("A loud laugh")
    room.panel.keep.click()
    assert listed(room)[-1] == "A loud laugh"
    assert room.changed[-1].key("a loud laugh")


def test_removed_and_given_other_words(room: Room) -> None:
    for phrase in ("Yes.", "take 1"):
        room.take(phrase)
        room.panel.keep.click()
    room.panel.chosen.emit("take 1")
    room.panel.move_asked.emit("I love you")
    assert room.changed[-1].key("I love you.") and not room.changed[-1].key("take 1")
    room.panel.chosen.emit("Yes.")
    room.panel.remove.click()
    assert not room.changed[-1].key("Yes.")
    assert str(room.store.removed) in room.panel.told.text()
    assert len(list(room.store.removed.iterdir())) == 1


def test_a_disk_that_takes_nothing_is_told_and_the_take_waits_on(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(room.store, "add", full)
    room.take("Yes.")
    room.panel.keep.click()
    assert room.panel.told.text() == banking_text("not_kept")
    assert room.panel.keep.isVisible() and room.changed == []


def test_a_damaged_index_and_missing_files_are_told_once(room: Room) -> None:
    add(room.store, room.folder, "Yes.")
    (kept,) = room.store.all
    room.store.original(kept).unlink()
    room.desk.start()
    assert room.told[-1].detail == banking_text("missing_files", count=1)
    room.store.index.write_text("{")
    (room.store.folder / "index.json.bak").unlink(missing_ok=True)
    room.desk.start()
    assert room.told[-1].detail == banking_text("damaged")
    assert len(room.told) == 2


def test_a_recording_that_cannot_be_read_is_told_once(room: Room) -> None:
    add(room.store, room.folder, "Yes.")
    (kept,) = room.store.all
    room.store.original(kept).unlink()
    room.store.played(kept).unlink()
    for _ in range(3):
        assert room.store.sound(kept.key) is None
    assert [notice.detail for notice in room.told] == [banking_text("cannot_play")]


def test_what_another_program_brought_counts_when_somebody_looks(room: Room) -> None:
    add(RecordingStore(room.store.folder), room.folder, "Yes.")
    room.panel.hide()
    room.panel.show()
    assert room.changed[-1].key("Yes.")


def test_a_folder_comes_in_and_goes_out_by_processes_of_their_own(room: Room, qtbot: QtBot) -> None:
    sound(room.folder / "in", "I love you.wav")
    sound(room.folder / "in", "Sigh.wav")
    room.panel.import_asked.emit(str(room.folder / "in"))
    assert not room.panel.folder.bring.isEnabled()
    qtbot.waitUntil(lambda: bool(room.changed), timeout=SLOW)
    assert room.changed[-1].key("i love you") and room.changed[-1].key("sigh")
    assert "Sigh" in room.panel.folder.told.text() and room.panel.folder.bring.isEnabled()
    room.panel.export_asked.emit(str(room.folder / "out"))
    qtbot.waitUntil(lambda: str(room.folder / "out") in room.panel.folder.told.text(), timeout=SLOW)
    assert (room.folder / "out" / "Sigh.wav").is_file()


@pytest.mark.parametrize("verb", ["import_asked", "export_asked"])
def test_a_folder_that_is_none_is_told_in_a_sentence(room: Room, qtbot: QtBot, verb: str) -> None:
    getattr(room.panel, verb).emit("")
    assert room.panel.folder.told.text() == banking_text("no_folder_named")
    (room.folder / "file").touch()
    getattr(room.panel, verb).emit(str(room.folder / "file"))
    qtbot.waitUntil(lambda: "file" in room.panel.folder.told.text(), timeout=SLOW)
    assert "Traceback" not in room.panel.folder.told.text()
    assert room.panel.folder.bring.isEnabled()


def test_recorded_listened_to_and_kept_with_the_real_process(
    room: Room, sink: NullSink, qtbot: QtBot
) -> None:
    room.panel.chosen.emit("I love you.")
    room.panel.record.click()
    assert room.panel.told.text() == banking_text("opening")
    qtbot.waitUntil(lambda: room.panel.told.text() == banking_text("speak_now"), timeout=SLOW)
    player = Player()
    player.play(tone(0.8))
    qtbot.waitUntil(lambda: (room.panel.meter.level or -99.0) > -20, timeout=SLOW)
    qtbot.waitUntil(lambda: (room.panel.meter.level or 0.0) < -60, timeout=SLOW)
    player.stop()
    room.panel.stop.click()
    qtbot.waitUntil(room.panel.keep.isVisible, timeout=SLOW)
    room.panel.listen.click()
    qtbot.waitUntil(lambda: room.panel.told.text() == banking_text("listening"), timeout=SLOW)
    qtbot.waitUntil(room.panel.keep.isVisible, timeout=SLOW)
    qtbot.waitUntil(room.panel.listen.isVisible, timeout=SLOW)
    room.panel.keep.click()
    assert room.changed[-1].key("I love you.")


def test_a_page_that_closes_keeps_what_was_recorded_and_lets_the_microphone_go(
    room: Room, sink: NullSink, qtbot: QtBot
) -> None:
    room.panel.chosen.emit("Yes.")
    room.panel.record.click()
    qtbot.waitUntil(lambda: room.panel.told.text() == banking_text("speak_now"), timeout=SLOW)
    player = Player()
    player.play(tone(5.0))
    qtbot.waitUntil(lambda: (room.panel.meter.level or -99.0) > -20, timeout=SLOW)
    room.panel.hide()
    qtbot.waitUntil(lambda: room.desk._recorder.pid == 0, timeout=SLOW)
    player.stop()
    room.panel.show()
    assert room.panel.keep.isVisible()


def test_a_process_that_dies_is_told_and_recording_can_begin_again(
    room: Room, sink: NullSink, qtbot: QtBot
) -> None:
    room.panel.chosen.emit("Yes.")
    room.panel.record.click()
    qtbot.waitUntil(lambda: room.panel.told.text() == banking_text("speak_now"), timeout=SLOW)
    os.kill(room.desk._recorder.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: room.panel.told.text() == banking_text("stopped"), timeout=SLOW)
    assert room.panel.record.isEnabled()


def test_without_a_microphone_the_page_says_so(room: Room, no_sound: None, qtbot: QtBot) -> None:
    room.panel.chosen.emit("Yes.")
    room.panel.record.click()
    qtbot.waitUntil(lambda: room.panel.told.text() == banking_text("no-microphone"), timeout=SLOW)
    assert room.panel.record.isEnabled()
