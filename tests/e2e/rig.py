"""The real program as somebody with one switch meets it: on a screen, with a key, in a room.

The screen is an Xvfb with openbox, the key is sent by xdotool from outside the program, the room
is a null sink.  What is lit is read from the program's own trace (``wren --trace``), which says
cell ids and never a text; what was written is read from the saved work.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from tests.sound import null_sink

WREN = Path(sys.executable).with_name("wren")

PATIENCE = 60.0
"""Seconds after which something that should come by itself is not coming."""

SETTINGS: Mapping[str, object] = {
    "scan_time": 0.6,
    "loops_endless": True,
    "accept_sound": False,  # only voice and bell shall be heard
    "switch_keys": ["space", ""],
}

_PRESS = 0.12  # how long the key is down: more than the debounce
_BETWEEN = 0.4  # from press to press: more than the lock-out
_LATE = 0.1  # from light to press: more than the late-press grace

_PROGRAMS = ("Xvfb", "openbox", "xdotool")


def missing() -> str:
    """Why nothing can be tried from end to end here, in plain words; "" where it can."""
    absent = [name for name in _PROGRAMS if shutil.which(name) is None]
    if absent:
        return f"not installed: {', '.join(absent)}"
    if not WREN.exists():
        return "Wren is not installed beside this Python"
    return null_sink.missing()


def wait_for(found: Callable[[], Any], what: str, within: float = PATIENCE) -> Any:
    """What ``found`` gives as soon as it gives something."""
    until = time.monotonic() + within
    while not (result := found()):
        if time.monotonic() > until:
            raise AssertionError(f"{what} did not come within {within:g} s")
        time.sleep(0.005)
    return result


@contextmanager
def screen() -> Iterator[str]:
    """A screen with a window manager; gives the name of the display."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        display = f":{int(pipe.readline())}"
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield display
    finally:
        for process in (manager, server):
            process.kill()
            process.wait()


class Room:
    """A screen to look at and a loudspeaker to listen to."""

    def __init__(self, display: str, sink: null_sink.NullSink) -> None:
        self.sink = sink
        self.env = {**sink.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.env.pop("WAYLAND_DISPLAY", None)

    def spoken_span(self, after: float, within: float = 5.0) -> float:
        """Seconds from the first sound after this moment to the last one before a second of
        silence; 0 where nothing is heard."""
        began = self.sink.onset(after, within)
        if began is None:
            return 0.0
        ended = self.sink.silence(began, within=60.0, lasting=1.0)
        assert ended is not None, "it did not become silent again"
        return ended - began


@contextmanager
def room() -> Iterator[Room]:
    with screen() as display, null_sink.NullSink() as sink:
        yield Room(display, sink)


def command(room: Room, *words: str | Path, within: float = PATIENCE, ends: int = 0) -> str:
    """What one of the commands prints on standard output; it has to end with this code."""
    done = subprocess.run(
        [WREN, *map(str, words)], env=room.env, capture_output=True, text=True, timeout=within
    )
    assert done.returncode == ends, done.stderr
    return done.stdout


class Wren:
    """The program, running; and the one finger that works it."""

    def __init__(self, room: Room, profile: Path, *, new: bool = False) -> None:
        """``new``: somebody who has never used it, and so has no settings."""
        self._room = room
        self._profile = profile
        self._trace = profile.with_suffix(".trace")
        self._errors = profile.with_suffix(".errors").open("ab")
        self._last_press = 0.0
        profile.mkdir(exist_ok=True)
        settings = profile / "settings.json"
        if not (new or settings.exists()):
            settings.write_text(json.dumps({"version": 1, "settings": dict(SETTINGS)}))
        self._process = psutil.Popen(
            [WREN, "--profile", profile, "--trace", self._trace],
            env=room.env,
            stderr=self._errors,
        )

    def close(self) -> None:
        """End it as the system would at shutdown; what does not end is killed."""
        family = self._process.children(recursive=True)
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
            wait_for(lambda: not any(map(_lives, family)), "the end of its processes", within=10)
        finally:
            for process in filter(_lives, [self._process, *family]):
                process.kill()
            self._process.wait()
            self._errors.close()

    # What it shows

    def lines(self) -> list[dict[str, Any]]:
        """All that was traced, the oldest first."""
        if not self._trace.exists():
            return []
        *whole, _ = self._trace.read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in whole]

    def window_pids(self) -> list[int]:
        """The processes that had the window, the present one last."""
        return [line["pid"] for line in self.lines() if "pid" in line]

    def shown(self) -> dict[str, Any]:
        """What the window that runs now shows; empty before it shows anything."""
        lines = self.lines()
        return lines[-1] if lines and "lit" in lines[-1] else {}

    def wait_until(self, right: Callable[[dict[str, Any]], bool], what: str) -> dict[str, Any]:
        def now_right() -> dict[str, Any] | None:
            shown = self.shown()
            return shown if shown and right(shown) else None

        return wait_for(now_right, what)

    def wait_for_scan(self) -> None:
        """Until something is lit and the scan is going on."""
        self.wait_until(lambda now: bool(now["state"] == "scanning" and now["lit"]), "the scan")

    # What was written

    def work(self) -> dict[str, Any]:
        return self.saved("work")

    def saved(self, name: str) -> dict[str, Any]:
        path = self._profile / f"{name}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def wait_for_text(self, text: str) -> None:
        """Until this is saved; capitals are Wren's business."""
        try:
            wait_for(lambda: self.work().get("text", "").casefold() == text, text, within=10)
        except AssertionError:
            raise AssertionError(f"{self.work().get('text')!r} is saved, not {text!r}") from None

    def written_down(self) -> str:
        """All that Wren wrote beside the work: log, trace and standard error."""
        files = [self._trace, self._profile.with_suffix(".errors")]
        files += (self._profile / "log").iterdir()
        return "\n".join(file.read_text(encoding="utf-8") for file in files)

    # The switch

    def press(self) -> float:
        """Press the key and let go; gives the moment just before it went down."""
        while (wait := self._last_press + _BETWEEN - time.monotonic()) > 0:
            time.sleep(wait)
        self._last_press = time.monotonic()
        self._key("keydown")
        time.sleep(_PRESS)
        self._key("keyup")
        return self._last_press

    def _key(self, verb: str) -> None:
        subprocess.run(["xdotool", verb, "space"], env=self._room.env, check=True)

    def select(self, cell: str) -> float:
        """Choose this cell of the board or the strip; gives the moment of the choosing press."""
        while True:
            lit = self.wait_until(
                lambda now: bool(now["state"] == "scanning" and cell in now["lit"]), cell
            )
            time.sleep(_LATE)
            if time.monotonic() < self._last_press + _BETWEEN or self.shown() != lit:
                continue  # too soon for a second press, or it has moved on
            moment = self.press()
            if lit["lit"] == [cell]:
                return moment
            self.wait_until(lambda now, before=lit: bool(now["t"] > before["t"]), "the next light")

    def spell(self, text: str) -> None:
        for letter in text:
            self.select("space" if letter == " " else f"letter-{letter}")

    # What goes wrong

    def kill_window(self) -> None:
        psutil.Process(self.window_pids()[-1]).kill()

    def speech_worker(self) -> psutil.Process | None:
        for process in self._process.children(recursive=True):
            try:
                if "aac.speech.worker" in " ".join(process.cmdline()):
                    return process
            except psutil.Error:
                continue  # it ended while we looked
        return None


def _lives(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


@contextmanager
def running(room: Room, profile: Path, *, new: bool = False) -> Iterator[Wren]:
    wren = Wren(room, profile, new=new)
    try:
        wren.wait_for_scan()
        yield wren
    finally:
        wren.close()


OTHER = """
from PySide6.QtWidgets import QApplication, QPlainTextEdit
application = QApplication([])
window = QPlainTextEdit()
window.setWindowTitle("another program")
window.show()
window.activateWindow()
application.exec()
"""


@contextmanager
def another_program(room: Room) -> Iterator[None]:
    """Another program has the keyboard."""
    process = subprocess.Popen([sys.executable, "-c", OTHER], env=room.env)
    try:
        wait_for(lambda: _active_window(room) == "another program", "the other window")
        yield
        assert _active_window(room) == "another program"
    finally:
        process.kill()
        process.wait()


def _active_window(room: Room) -> str:
    words = ["xdotool", "getactivewindow", "getwindowname"]
    found = subprocess.run(words, env=room.env, capture_output=True, text=True, check=False)
    return found.stdout.strip()
