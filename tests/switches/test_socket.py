"""Promises of the local socket: who may press a switch there, how, and how often."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.ports import Setup, SourceProblem
from aac.switches import local_socket
from aac.switches.local_socket import ADDRESS, MOST_GUESTS, MOST_NEW, LocalSocket
from aac.switches.socket_talk import LONGEST, MOST, Ended, Talk
from aac.switches.token import FILE, token_in

TOKEN = "0123456789abcdef0123456789abcdef"

# ---------------------------------------------------------------------------- the talk


class Heard:
    def __init__(self) -> None:
        self.moves: list[tuple[str, bool]] = []
        self.talk = Talk(TOKEN, ("lamp", "foot"), lambda *move: self.moves.append(move))

    def say(self, *lines: str, now: float = 0.0) -> bytes:
        return b"".join(self.talk.hear(f"{line}\n".encode(), now) for line in lines)


@pytest.fixture
def known() -> Heard:
    heard = Heard()
    assert heard.say(f"hello {TOKEN}") == b"ok\n"
    return heard


def test_a_switch_is_pressed_and_let_go(known: Heard) -> None:
    assert known.say("down lamp", "down lamp", "up lamp", "up lamp", "press foot") == b"ok\n" * 5
    assert known.moves == [("lamp", True), ("lamp", False), ("foot", True), ("foot", False)]


def test_what_is_not_known_or_not_understood_is_answered_so(known: Heard) -> None:
    assert known.say("down nose", "jump", "", "down", "hello x") == (
        b"unknown\nwhat\nwhat\nunknown\nwhat\n"
    )
    assert known.moves == []


@pytest.mark.parametrize(
    "line",
    ["hello", "hello ", f"hello {TOKEN[:-1]}", f"hello {TOKEN}0", TOKEN, "down lamp", "",
     "GET / HTTP/1.1", "hello Ünïcode", f"Hello {TOKEN}"],
)  # fmt: skip
def test_a_wrong_secret_ends_the_talk(line: str) -> None:
    heard = Heard()
    with pytest.raises(Ended):
        heard.say(line)
    assert not heard.talk.is_known


def test_lines_may_come_in_pieces_and_together(known: Heard) -> None:
    assert known.talk.hear(b"down la", 0.0) == b""
    assert known.talk.hear(b"mp\r\nup lamp\nup", 0.0) == b"ok\nok\n"
    assert known.moves == [("lamp", True), ("lamp", False)]


def test_too_many_lines_in_a_second_end_the_talk(known: Heard) -> None:
    for _ in range(MOST - 1):
        known.say("jump", now=0.5)
    with pytest.raises(Ended):
        known.say("jump", now=0.9)


def test_as_many_lines_as_a_person_can_press_go_on_for_ever(known: Heard) -> None:
    for second in range(1, 5):
        for _ in range(MOST):
            known.say("jump", now=float(second))


@pytest.mark.parametrize("ending", [b"", b"\n"])
def test_a_line_that_is_too_long_ends_the_talk(known: Heard, ending: bytes) -> None:
    with pytest.raises(Ended):
        known.talk.hear(b"x" * (LONGEST + 1) + ending, 0.0)


def test_what_is_down_is_let_go_when_the_talk_ends(known: Heard) -> None:
    known.say("down lamp", "down foot", "up foot")
    known.talk.end()
    known.talk.end()
    assert known.moves[-1] == ("lamp", False)
    assert len(known.moves) == 4


@given(st.lists(st.binary(max_size=150) | st.sampled_from([b"down lamp\n", b"press foot\n"])))
def test_without_the_secret_nothing_moves(pieces: list[bytes]) -> None:
    heard = Heard()
    try:
        for piece in pieces:
            assert heard.talk.hear(piece, 0.0) == b""
    except Ended:
        pass
    assert heard.moves == []


# --------------------------------------------------------------------------- the secret


def test_the_secret_is_made_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    token = token_in(folder)
    assert len(token) == 32
    assert token_in(folder) == token
    assert token_in(tmp_path / "another") != token
    if os.name != "nt":
        assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bits")
def test_a_secret_that_others_could_read_is_made_anew(tmp_path: Path) -> None:
    token = token_in(tmp_path)
    (tmp_path / FILE).chmod(0o644)
    assert token_in(tmp_path) != token
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


@pytest.mark.parametrize("damaged", [b"", b"short\n", b"\xff\xfe" * 16])
def test_a_damaged_secret_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / FILE).write_bytes(damaged)
    (tmp_path / FILE).chmod(0o600)
    assert len(token_in(tmp_path)) == 32


# --------------------------------------------------------------------------- the socket


class Rig:
    def __init__(self, folder: Path) -> None:
        self.heard: list[SwitchPressed | SwitchReleased] = []
        self.folder = folder
        self.now = 0.0
        self.source = LocalSocket(
            ("lamp", "foot"),
            lambda code: None,
            setup=Setup(Settings(socket_port=0), folder),
            clock=lambda: self.now,
        )
        self.source.start(lambda event, when: self.heard.append(event))
        self._guests: list[socket.socket] = []

    def guest(self) -> socket.socket:
        guest = socket.create_connection((ADDRESS, self.source.port), timeout=10)
        guest.setblocking(False)
        self._guests.append(guest)
        return guest

    def close(self) -> None:
        for guest in self._guests:
            guest.close()
        self.source.stop()


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path) -> Iterator[Rig]:
    rig = Rig(tmp_path)
    yield rig
    rig.close()


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[[socket.socket, bytes], bytes | None]:
    """Says something; the answer, or None where the connection is closed for it."""

    def ask(guest: socket.socket, said: bytes) -> bytes | None:
        guest.send(said)
        answers: list[bytes | None] = []
        qtbot.waitUntil(lambda: _answered(guest, answers), timeout=10_000)
        return answers[0]

    return ask


def _answered(guest: socket.socket, answers: list[bytes | None]) -> bool:
    try:
        answers.append(guest.recv(1000) or None)
    except BlockingIOError:
        return False
    except ConnectionError:
        answers.append(None)
    return True


Ask = Callable[[socket.socket, bytes], bytes | None]


def hello(rig: Rig) -> bytes:
    return f"hello {token_in(rig.folder)}\n".encode()


def test_a_program_with_the_secret_presses_a_switch(rig: Rig, ask: Ask) -> None:
    guest = rig.guest()
    assert ask(guest, hello(rig)) == b"ok\n"
    assert ask(guest, b"press foot\n") == b"ok\n"
    assert rig.heard == [SwitchPressed(2), SwitchReleased(2)]


def test_a_program_without_it_is_shown_out(rig: Rig, ask: Ask) -> None:
    assert ask(rig.guest(), b"hello wrong\npress foot\n") is None
    assert rig.heard == []


def test_a_program_that_goes_lets_go(rig: Rig, ask: Ask, qtbot: QtBot) -> None:
    guest = rig.guest()
    ask(guest, hello(rig))
    ask(guest, b"down lamp\n")
    guest.close()
    qtbot.waitUntil(lambda: rig.heard == [SwitchPressed(1), SwitchReleased(1)], timeout=10_000)


def test_two_programs_on_one_switch_press_it_once(rig: Rig, ask: Ask) -> None:
    first, second = rig.guest(), rig.guest()
    for guest in (first, second):
        ask(guest, hello(rig))
        ask(guest, b"down lamp\n")
    assert ask(first, b"up lamp\n") == b"ok\n"
    assert rig.heard == [SwitchPressed(1)]
    ask(second, b"up lamp\n")
    assert rig.heard == [SwitchPressed(1), SwitchReleased(1)]


def test_one_guest_more_than_there_is_room_for_is_shown_out(rig: Rig, ask: Ask) -> None:
    guests = [rig.guest() for _ in range(MOST_GUESTS)]
    for guest in guests:
        assert ask(guest, hello(rig)) == b"ok\n"
    assert ask(rig.guest(), hello(rig)) is None
    assert ask(guests[0], b"press lamp\n") == b"ok\n"


def test_a_rush_of_guests_waits_a_second(rig: Rig, ask: Ask, qtbot: QtBot) -> None:
    for _ in range(MOST_NEW):
        assert ask(rig.guest(), b"hello wrong\n") is None
    late = rig.guest()
    late.send(hello(rig))
    qtbot.wait(50)
    with pytest.raises(BlockingIOError):
        late.recv(100)
    rig.now = 1.5
    answers: list[bytes | None] = []
    qtbot.waitUntil(lambda: _answered(late, answers), timeout=10_000)
    assert answers == [b"ok\n"]


def test_a_guest_who_says_nothing_is_shown_out(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(local_socket, "HELLO_WITHIN", 1)
    silent = rig.guest()
    answers: list[bytes | None] = []
    qtbot.waitUntil(lambda: _answered(silent, answers), timeout=10_000)
    assert answers == [None]


def test_it_listens_on_this_computer_only(rig: Rig) -> None:
    assert rig.source._listening is not None
    assert rig.source._listening.getsockname()[0] == "127.0.0.1"


def test_one_that_is_turned_off_with_a_guest_inside_takes_nothing_with_it(
    qtbot: QtBot, ask: Ask, tmp_path: Path
) -> None:
    """Guests go later than the socket that let them in; once that ended the program."""
    for _ in range(10):
        one = Rig(tmp_path)
        ask(one.guest(), hello(one))
        one.close()
        assert one.source.port == 0
        del one
        qtbot.wait(1)


def test_a_port_that_is_taken_is_told(rig: Rig, tmp_path: Path) -> None:
    settings = Settings(socket_port=rig.source.port)
    second = LocalSocket((), lambda code: None, setup=Setup(settings, tmp_path))
    with pytest.raises(SourceProblem, match="socket-taken"):
        second.start(lambda event, when: None)


def test_a_secret_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    setup = Setup(Settings(socket_port=0), tmp_path / "file" / "folder")
    source = LocalSocket((), lambda code: None, setup=setup)
    with pytest.raises(SourceProblem, match="socket-no-token"):
        source.start(lambda event, when: None)


def test_a_helper_who_asks_is_told_the_name(rig: Rig, ask: Ask) -> None:
    found: list[str] = []
    rig.source.seek(found.append)
    guest = rig.guest()
    ask(guest, hello(rig))
    ask(guest, b"press lamp\n")
    assert found == ["lamp"]
