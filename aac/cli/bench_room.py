"""A screen and a sound server of the benchmark's own, and an ear in them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

RATE = 44_100
BLOCK = 2 * RATE // 500  # bytes of 2 ms: the precision of an onset
AUDIBLE = 300  # of 32,767: well above silence, well below the quietest phoneme
STARTS_WITHIN = 20.0  # seconds


class RigProblem(Exception):
    """Something needed for measuring is not on this machine; the message says what."""


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
            loud = self.heard(after)
            if loud is not None:
                return loud
            time.sleep(0.002)
        return None

    def heard(self, after: float) -> float | None:
        """When it first sounded since a time, if it did."""
        at = bisect_left(self._loud_at, after)
        return self._loud_at[at] if at < len(self._loud_at) else None

    def silent_since(self, seconds: float) -> float | None:
        """When it last sounded, once that is so many seconds ago."""
        last = self._loud_at[-1] if self._loud_at else 0.0
        return last if time.monotonic() - last >= seconds else None

    def wait_for_silence(self, seconds: float = 0.3) -> None:
        """Return once it has been silent this long."""
        while self._loud_at and time.monotonic() - self._loud_at[-1] < seconds:
            time.sleep(0.01)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join(1.0)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while block := self._process.stdout.read(BLOCK):
            samples = array("h", block[: len(block) // 2 * 2])
            if samples and max(samples) > AUDIBLE:
                self._loud_at.append(time.monotonic())


def _wait_until(done: Callable[[], bool], problem: str) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while not done():
        if time.monotonic() > until:
            raise RigProblem(problem)
        time.sleep(0.01)
