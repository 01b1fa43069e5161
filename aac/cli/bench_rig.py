"""A screen and a sound server of the benchmark's own, and the real program in them.

Keys are sent as X events and the sound is read from a null sink, so that what is measured is the
program that is shipped, from the switch to the ear.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
BLOCK = 2 * RATE // 500  # bytes of 2 ms: the precision of an onset
AUDIBLE = 300  # of 32,767: well above silence, well below the quietest phoneme
PATIENCE = 20.0
BETWEEN_PRESSES = 0.35  # seconds: more than the lock-out


class RigProblem(Exception):
    """Something needed for measuring is not on this machine; the message says what."""


@dataclass(frozen=True)
class Shown:
    """One line of the trace: what was on the screen from ``at`` (monotonic seconds) on."""

    at: float
    lit: tuple[str, ...]
    state: str


class Wren:
    """The real program, followed by its trace."""

    def __init__(self, process: subprocess.Popen[bytes], trace: Path, began: float) -> None:
        self.process = process
        self.began = began
        self._trace = trace
        self._read = 0

    def shown(self) -> list[Shown]:
        """What was shown since the last call."""
        with suppress(FileNotFoundError), self._trace.open("rb") as file:
            file.seek(self._read)
            found = file.read()
            whole = found[: found.rfind(b"\n") + 1]
            self._read += len(whole)
            lines = [json.loads(line) for line in whole.splitlines()]
            return [
                Shown(line["t"], tuple(line["lit"]), line["state"])
                for line in lines
                if "lit" in line
            ]
        return []

    def wait_for(
        self, right: Callable[[Shown], bool], after: float = 0.0, within: float = PATIENCE
    ) -> Shown:
        """The first thing shown from ``after`` on that is right.

        Raises `RigProblem` when it does not come within so many seconds.
        """
        until = time.monotonic() + within
        while time.monotonic() < until:
            for shown in self.shown():
                if shown.at >= after and right(shown):
                    return shown
            time.sleep(0.001)
        raise RigProblem("Wren did not get to where it was to be measured")

    def lit(self, right: Callable[[Shown], bool], within: float = PATIENCE) -> Shown:
        """Wait until what is lit is right and has been for a while: a switch user's moment.

        Raises `RigProblem`.
        """
        while True:
            shown = self.wait_for(right, within=within)
            time.sleep(BETWEEN_PRESSES + random.uniform(0, 0.1))
            if not self.shown():
                return shown


@contextmanager
def screen() -> Iterator[str]:
    """A screen of our own; gives its name.  Raises `RigProblem`."""
    if shutil.which("Xvfb") is None:
        raise RigProblem("Xvfb is not installed")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        number = os.read(reader, 16).decode().strip()
        if not number:
            raise RigProblem("Xvfb did not start")
        with _window_manager(f":{number}"):
            yield f":{number}"
    finally:
        os.close(reader)
        server.terminate()
        server.wait()


@contextmanager
def _window_manager(display: str) -> Iterator[None]:
    """openbox, where it is installed: without one nothing makes a window full screen."""
    if shutil.which("openbox") is None:
        yield
        return
    manager = subprocess.Popen(
        ["openbox"],
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()


@contextmanager
def sound_server() -> Iterator[Mapping[str, str]]:
    """A sound server with one null sink; gives the environment that leads to it."""
    if shutil.which("pulseaudio") is None or shutil.which("parec") is None:
        raise RigProblem("pulseaudio is not installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        socket = Path(folder, "native")
        environment = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_RUNTIME_PATH": folder,
            "XDG_RUNTIME_DIR": folder,
            "HOME": folder,
        }
        command = [
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=1",
            "--use-pid-file=no",
            "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1",
            "-L", f"module-null-sink sink_name=speaker rate={RATE}",
        ]  # fmt: skip
        server = subprocess.Popen(
            command, env={**os.environ, **environment}, stderr=subprocess.DEVNULL
        )
        try:
            _wait_until(socket.exists, "pulseaudio did not start")
            yield environment
        finally:
            server.terminate()
            server.wait()


class Ear:
    """Listens at the null sink and tells when it begins to sound and when it is silent again."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [
            "parec", "-d", "speaker.monitor", "--format=s16le", "--channels=1",
            f"--rate={RATE}", "--latency-msec=5",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, env={**os.environ, **environment}
        )
        self._loud_at: list[float] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def first_sound(self, after: float, within: float = 5.0) -> float | None:
        """When it first sounded after a time, or None."""
        until = time.monotonic() + within
        while time.monotonic() < until:
            loud = next((at for at in self._loud_at if at >= after), None)
            if loud is not None:
                return loud
            time.sleep(0.002)
        return None

    def wait_for_silence(self, seconds: float = 0.3) -> None:
        """Return once it has been silent this long."""
        while self._loud_at and time.monotonic() - self._loud_at[-1] < seconds:
            time.sleep(0.01)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join(1.0)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while block := self._process.stdout.read(BLOCK):
            samples = array("h", block[: len(block) // 2 * 2])
            if samples and max(samples) > AUDIBLE:
                self._loud_at.append(time.monotonic())


class Switch:
    """Presses the space bar as a switch would."""

    def __init__(self, display: str) -> None:
        try:
            from Xlib import XK, X
            from Xlib.display import Display
            from Xlib.ext import xtest
        except ImportError as problem:
            raise RigProblem("python-xlib is not installed") from problem
        self._display = Display(display)
        self._key = self._display.keysym_to_keycode(XK.string_to_keysym("space"))
        self._fake, self._down, self._up = xtest.fake_input, X.KeyPress, X.KeyRelease
        self._pointer_root = X.PointerRoot

    def focus(self) -> None:
        """Without a window manager the window under the pointer gets the keys."""
        self._display.screen().root.warp_pointer(50, 50)
        self._display.set_input_focus(self._pointer_root, self._pointer_root, 0)
        self._display.sync()

    def press(self) -> float:
        """Press and let go; gives the time just before the press."""
        at = time.monotonic()
        self._send(self._down)
        time.sleep(0.05)
        self._send(self._up)
        return at

    def _send(self, kind: int) -> None:
        self._fake(self._display, kind, self._key)
        self._display.sync()

    def close(self) -> None:
        self._display.close()


@contextmanager
def running(
    display: str, sound: Mapping[str, str], settings: Mapping[str, object]
) -> Iterator[Wren]:
    """The real program in a profile of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        text = json.dumps({"version": 1, "settings": dict(settings)})
        (folder / "settings.json").write_text(text, encoding="utf-8")
        trace = folder / "trace.jsonl"
        environment = {**os.environ, **sound, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "aac", "--profile", str(folder), "--trace", str(trace)]
        began = time.monotonic()
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            yield Wren(process, trace, began)
        finally:
            process.terminate()
            process.wait()


def _wait_until(done: Callable[[], bool], problem: str) -> None:
    until = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > until:
            raise RigProblem(problem)
        time.sleep(0.01)
