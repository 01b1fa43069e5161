"""Promises of `aac.runtime`: presses from any thread, one timer, sound first, nothing stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot

from aac.core.session import Session
from aac.hands import Hands
from aac.model import language
from aac.model.board import AddText, Board, BoardKind, BoardSet, Cell, Do, Look, SayPhrase
from aac.model.commands import Command
from aac.model.events import (
    CellTouched,
    Effect,
    Event,
    PageTurned,
    Suggest,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.language import ENGLISH, Language
from aac.model.measures import Measures
from aac.model.notice import NoticeKind
from aac.model.settings import Settings
from aac.model.view import Page, View, Work
from aac.ports import SpeechEvent, Utterance, Voice
from aac.runtime import Runtime

SETTINGS = Settings(scan_time=0.1, prediction_after=0, accept_sound=False)
WITH_CUES = replace(SETTINGS, cues=True, strip_on_spelling="last", second_call_route=True)


class Listed:
    """Writes down what is done, in order."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.views: list[View] = []
        self.faults: list[str] = []
        self.disk_full = False
        self.window_broken = False
        self.shown_on: set[int] = set()

    def hands(self) -> Hands:
        return Hands(
            show=self.show,
            ring=lambda sounds, volume: self.done.append(f"ring {'+'.join(sounds)} {volume}"),
            stop_ringing=lambda: self.done.append("stop ringing"),
            click=lambda kind, volume: self.done.append(f"click {kind} {volume}"),
            cue=lambda cue, settings: self.done.append(f"cue {cue.text}"),
            stop_cue=lambda: self.done.append("stop cue"),
            save=self.save,
            save_settings=lambda settings: self.done.append("save settings"),
            save_measures=lambda measures: self.done.append("save measures"),
            save_board=lambda board: self.done.append("save board"),
            print_paper=lambda: self.done.append("print"),
            forget=lambda: self.done.append("forget"),
            quit=lambda: self.done.append("quit"),
            log_fault=lambda fault: self.faults.append(type(fault).__name__),
        )

    def show(self, view: View) -> None:
        self.views.append(view)
        self.shown_on.add(threading.get_ident())
        self.done.append("show")
        if self.window_broken:
            raise RuntimeError

    def save(self, work: Work) -> None:
        if self.disk_full:
            raise OSError(28, "No space left on device")
        self.done.append(f"save {work.text}")


class Voiced:
    def __init__(self, listed: Listed) -> None:
        self._done = listed.done

    def start(self, emit: Callable[[SpeechEvent], None]) -> None:
        pass

    def voices(self) -> tuple[Voice, ...]:
        return ()

    def speak(self, utterance: Utterance) -> None:
        voice = f" by {utterance.voice}" if utterance.voice else ""
        self._done.append(f"speak {utterance.text}{voice}")

    def hush(self) -> None:
        self._done.append("hush")

    def stop(self) -> None:
        pass


class Words:
    """Answers at once, or later, with the same words."""

    def __init__(self, *, at_once: bool) -> None:
        self._at_once = at_once
        self._emit: Callable[[Suggested], None] | None = None
        self.asked: list[Suggest] = []
        self.forgot = False
        self.used: list[Settings] = []
        self.cannot_keep = False

    def use(self, settings: Settings) -> None:
        assert len(self.asked) == 0 or settings != self.used[-1], "told only what is new"
        self.used.append(settings)

    def start(self, emit: Callable[[Suggested], None]) -> None:
        self._emit = emit

    def suggest(self, wanted: Suggest) -> None:
        assert self.used, "the settings come before the first question"
        self.asked.append(wanted)
        if self._at_once:
            self.answer()

    def answer(self) -> None:
        assert self._emit is not None
        self._emit(Suggested(self.asked[-1].id, ("water",)))

    def learn(self, said: str) -> None:
        if self.cannot_keep:
            raise PermissionError(13, "Permission denied")

    def forget(self) -> None:
        self.learn("")
        self.forgot = True

    def stop(self) -> None:
        pass


def cell(cell_id: str, action: object, look: Look = Look.LETTER) -> Cell:
    return Cell(cell_id, cell_id, action, look)  # type: ignore[arg-type]


BOARD = Board(
    "letters",
    "Letters",
    (
        (cell("a", AddText("a")), cell("b", AddText("b"))),
        (cell("hello", SayPhrase("Hello.")), cell("quit", Do(Command.QUIT))),
        (cell("private", Do(Command.PRIVATE_MODE)), cell("erase", Do(Command.ERASE_HISTORY))),
        (cell("forget", Do(Command.FORGET_WORDS)), cell("words", Do(Command.PREDICTION))),
    ),
    BoardKind.SPELLING,
)
STRIP = (cell("strip-call", Do(Command.CALL), Look.STRIP),)
BOARDS = BoardSet({"letters": BOARD}, "letters", "letters", STRIP)


def _begin(settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
    return Session(BOARDS, settings, work, private=private, measures=measures)


class Rig:
    def __init__(
        self,
        *,
        at_once: bool = True,
        begin: Callable[..., Session] | None = None,
        settings: Settings = SETTINGS,
    ) -> None:
        self.listed = Listed()
        self.words = Words(at_once=at_once)
        self.runtime = Runtime(
            begin or _begin,
            settings,
            Work(board="letters"),
            Measures(),
            hands=self.listed.hands(),
            speech=Voiced(self.listed),
            predictor=self.words,
        )


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    rig = Rig()
    rig.runtime.start()
    yield rig
    rig.runtime.stop()


def test_the_scan_moves_by_itself(rig: Rig, qtbot: QtBot) -> None:
    first = rig.runtime.view.lit
    qtbot.waitUntil(lambda: rig.runtime.view.lit not in (first, frozenset()))


def test_a_press_from_another_thread_is_taken_on_the_thread_of_the_screen(
    rig: Rig, qtbot: QtBot
) -> None:
    before = rig.runtime.view.lit
    pressing = threading.Thread(target=rig.runtime.on_switch, args=(SwitchPressed(1), monotonic()))
    pressing.start()
    pressing.join()
    assert rig.runtime.view.lit == before, "handled in the pressing thread"
    qtbot.waitUntil(lambda: len(rig.runtime.view.lit) == 1)
    assert rig.listed.shown_on == {threading.get_ident()}


def test_words_that_come_at_once_are_shown_with_the_letter_that_asked(
    rig: Rig, qtbot: QtBot
) -> None:
    rig.runtime.post(CellTouched("a"))
    qtbot.waitUntil(lambda: rig.runtime.view.message == "A")
    assert [view.words[0] is not None for view in rig.listed.views if view.message == "A"][0]


def test_what_is_said_first_are_the_words_that_came_at_once(qtbot: QtBot) -> None:
    """And no cue for what was lit until they came."""
    rig = Rig(settings=WITH_CUES)
    rig.runtime.start()
    assert [done for done in rig.listed.done if "cue" in done] == ["cue Water"]
    rig.runtime.stop()


def test_a_cue_comes_before_the_screen_and_is_cut_before_a_message(qtbot: QtBot) -> None:
    rig = Rig(settings=WITH_CUES)
    rig.runtime.start()
    assert rig.listed.done[:2] == ["cue Water", "show"]
    del rig.listed.done[:]
    rig.runtime.post(CellTouched("hello"))
    qtbot.waitUntil(lambda: "speak Hello." in rig.listed.done)
    assert rig.listed.done[:3] == ["stop cue", "speak Hello.", "show"]
    rig.runtime.stop()


def test_short_sounds_are_as_loud_as_set(qtbot: QtBot) -> None:
    rig = Rig(settings=replace(SETTINGS, step_sound=True, scan_sound_volume=0.3))
    rig.runtime.start()
    qtbot.waitUntil(lambda: "click step 0.3" in rig.listed.done)
    rig.runtime.stop()


def test_words_that_come_later_are_shown_then(qtbot: QtBot) -> None:
    rig = Rig(at_once=False)
    rig.runtime.start()
    assert rig.runtime.view.words[0] is None
    rig.words.answer()
    qtbot.waitUntil(lambda: rig.runtime.view.words[0] is not None)
    rig.runtime.stop()


def test_the_voice_begins_before_the_screen_and_the_disk(rig: Rig, qtbot: QtBot) -> None:
    del rig.listed.done[:]
    rig.runtime.post(CellTouched("hello"))
    qtbot.waitUntil(lambda: "save " in rig.listed.done)
    assert rig.listed.done[:3] == ["speak Hello.", "show", "save "]


@pytest.mark.parametrize(("chosen", "voice"), [("", "de"), ("anna", "anna")])
def test_the_voice_is_the_chosen_one_or_that_of_the_language(
    chosen: str, voice: str, qtbot: QtBot
) -> None:
    language.use(Language("de", voice="de"))
    try:
        rig = Rig(settings=replace(SETTINGS, voice=chosen))
        rig.runtime.start()
        rig.runtime.post(CellTouched("hello"))
        qtbot.waitUntil(lambda: f"speak Hello. by {voice}" in rig.listed.done)
        rig.runtime.stop()
    finally:
        language.use(ENGLISH)


def test_a_full_disk_is_told_once_and_so_is_its_end(rig: Rig, qtbot: QtBot) -> None:
    rig.listed.disk_full = True
    rig.runtime.post(CellTouched("a"))
    rig.runtime.post(CellTouched("b"))
    qtbot.waitUntil(lambda: rig.runtime.view.message == "Ab")
    qtbot.waitUntil(lambda: _notice(rig) is NoticeKind.SAVE_FAILED)
    rig.listed.disk_full = False
    rig.runtime.post(CellTouched("a"))
    qtbot.waitUntil(lambda: _notice(rig) is NoticeKind.SAVED_AGAIN)
    assert "save Aba" in rig.listed.done


class Faulty(Session):
    """Fails at one cell, as a programming error would."""

    def handle(self, event: Event, now: float) -> list[Effect]:
        if event == CellTouched("b"):
            raise KeyError("what was written")
        return super().handle(event, now)


def _begin_faulty(settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
    return Faulty(BOARDS, settings, work, private=private, measures=measures)


def test_a_fault_inside_loses_no_text_and_the_scan_goes_on(qtbot: QtBot) -> None:
    rig = Rig(begin=_begin_faulty)
    rig.runtime.start()
    rig.runtime.post(CellTouched("a"))
    rig.runtime.post(CellTouched("b"))
    qtbot.waitUntil(lambda: rig.listed.faults == ["KeyError"])
    assert (rig.runtime.view.message, _notice(rig)) == ("A", NoticeKind.RECOVERED)
    lit = rig.runtime.view.lit
    qtbot.waitUntil(lambda: rig.runtime.view.lit != lit)
    rig.runtime.stop()


def test_other_boards_come_without_losing_text_page_or_call(qtbot: QtBot) -> None:
    there = [BOARDS]

    def begin(settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
        return Session(there[0], settings, work, private=private, measures=measures)

    rig = Rig(begin=begin)
    rig.runtime.start()
    rig.runtime.post(CellTouched("a"))
    rig.runtime.post(PageTurned(Page.SETTINGS))
    qtbot.waitUntil(lambda: rig.runtime.view.page is Page.SETTINGS)
    there[0] = replace(BOARDS, boards={"letters": replace(BOARD, name="Others")})
    rig.runtime.renew()
    view = rig.runtime.view
    assert (view.board.name, view.message, view.page) == ("Others", "A", Page.SETTINGS)
    rig.runtime.post(CellTouched("strip-call"))
    qtbot.waitUntil(lambda: rig.runtime.view.alert is not None)
    rig.runtime.renew()
    assert rig.runtime.view.alert is not None
    lit = rig.runtime.view.lit
    qtbot.waitUntil(lambda: rig.runtime.view.lit != lit)
    rig.runtime.stop()


def test_a_fault_ends_neither_private_mode_nor_a_call_for_help(qtbot: QtBot) -> None:
    rig = Rig(begin=_begin_faulty)
    rig.runtime.start()
    for touched in ("private", "strip-call"):
        rig.runtime.post(CellTouched(touched))
    qtbot.waitUntil(lambda: rig.runtime.view.alert is not None)
    del rig.listed.done[:]
    rig.runtime.post(CellTouched("b"))
    qtbot.waitUntil(lambda: rig.listed.faults == ["KeyError"])
    assert rig.runtime.view.private
    assert rig.runtime.view.alert is not None
    assert any(done.startswith("ring ") for done in rig.listed.done)
    rig.runtime.stop()


def test_what_is_erased_is_forgotten_by_predictor_and_disk(rig: Rig, qtbot: QtBot) -> None:
    rig.runtime.post(CellTouched("erase"))
    qtbot.waitUntil(lambda: "forget" in rig.listed.done)
    assert rig.words.forgot


def test_learned_words_alone_can_be_forgotten(rig: Rig, qtbot: QtBot) -> None:
    rig.runtime.post(CellTouched("forget"))
    qtbot.waitUntil(lambda: rig.words.forgot)
    assert "forget" not in rig.listed.done


def test_the_predictor_is_told_the_settings_first_and_whenever_they_change(
    rig: Rig, qtbot: QtBot
) -> None:
    assert rig.words.used == [SETTINGS]
    rig.runtime.post(CellTouched("a"))
    rig.runtime.post(CellTouched("words"))
    qtbot.waitUntil(lambda: len(rig.words.used) == 2)
    assert rig.words.used[1] == rig.runtime.view.settings
    assert not rig.words.used[1].prediction_on


def test_words_that_cannot_be_kept_are_told_once_though_the_rest_is_saved(
    rig: Rig, qtbot: QtBot
) -> None:
    told: list[NoticeKind] = []
    rig.words.cannot_keep = True
    for _ in range(3):
        del rig.listed.done[:]
        rig.runtime.post(CellTouched("hello"))
        qtbot.waitUntil(lambda: "speak Hello." in rig.listed.done)
    qtbot.waitUntil(lambda: _notice(rig) is NoticeKind.SAVE_FAILED)
    rig.runtime.post(CellTouched("a"))
    qtbot.waitUntil(lambda: "save A" in rig.listed.done)
    told = [view.notice.kind for view in rig.listed.views if view.notice]
    assert NoticeKind.SAVED_AGAIN not in told
    rig.words.cannot_keep = False
    rig.runtime.post(CellTouched("forget"))
    qtbot.waitUntil(lambda: rig.words.forgot)
    qtbot.waitUntil(
        lambda: (
            NoticeKind.SAVED_AGAIN in [view.notice.kind for view in rig.listed.views if view.notice]
        ),
        timeout=9000,
    )
    assert rig.listed.faults == []


def test_a_window_that_fails_does_not_stop_the_scan(rig: Rig, qtbot: QtBot) -> None:
    rig.listed.window_broken = True
    seen = len(rig.listed.views)
    qtbot.waitUntil(lambda: len(rig.listed.views) > seen + 2)
    assert "RuntimeError" in rig.listed.faults


def test_quit_is_passed_on_once_it_is_confirmed(rig: Rig, qtbot: QtBot) -> None:
    rig.runtime.post(CellTouched("quit"))
    qtbot.waitUntil(lambda: rig.runtime.view.asking is not None)
    assert "quit" not in rig.listed.done
    rig.runtime.post(CellTouched("quit"))
    qtbot.waitUntil(lambda: "quit" in rig.listed.done)


def test_a_release_is_stamped_where_it_happened(rig: Rig, qtbot: QtBot) -> None:
    rig.runtime.on_switch(SwitchPressed(1), monotonic())
    rig.runtime.on_switch(SwitchReleased(1), monotonic())
    qtbot.waitUntil(lambda: len(rig.runtime.view.lit) == 1)


def _notice(rig: Rig) -> NoticeKind | None:
    notice = rig.runtime.view.notice
    return notice.kind if notice else None


def test_the_bytes_of_a_recording_go_to_the_voice_with_its_text(qtbot: QtBot) -> None:
    sounds = replace(cell("bark", SayPhrase("Wuff.")), sound="ab" * 32)
    boards = BoardSet({"letters": replace(BOARD, grid=((sounds,), *BOARD.grid))}, "letters")
    listed, heard = Listed(), []
    voice = Voiced(listed)
    voice.speak = heard.append  # type: ignore[method-assign]
    runtime = Runtime(
        lambda settings, work, private, measures: Session(boards, settings, work),
        SETTINGS,
        Work(board="letters"),
        Measures(),
        hands=replace(listed.hands(), recording=lambda key: f"bytes of {key[:2]}".encode()),
        speech=voice,
        predictor=Words(at_once=True),
    )
    runtime.start()
    runtime.post(CellTouched("bark"))
    runtime.post(CellTouched("hello"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    runtime.stop()
    assert [(said.text, said.recording) for said in heard] == [
        ("Wuff.", b"bytes of ab"),
        ("Hello.", b""),
    ]
