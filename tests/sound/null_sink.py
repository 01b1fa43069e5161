"""A private sound server with an output nobody hears, and a clock on what comes out of it.

Needs the PulseAudio programs ``pulseaudio``, ``parec`` and ``pactl``; works as root, without
D-Bus and without a sound card.  The recorder stays connected for the whole life of the sink,
because a null sink works in blocks of up to two seconds unless somebody asks for low latency.
"""

from __future__ import annotations

import array
import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

RATE = 8000
"""Samples per second of the recording: enough to see when sound begins and ends."""

STEP = RATE // 1000
"""Samples in one millisecond, the resolution of the levels kept."""

LOUD = 300
"""A millisecond whose peak is above this (of 32767) counts as sound."""

_DIE_WITH_US = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()

_PROGRAMS = ("pulseaudio", "parec", "pactl")


def missing() -> str:
    """Why no null sink can be made here, in plain words; "" where it can."""
    absent = [name for name in _PROGRAMS if shutil.which(name) is None]
    return f"PulseAudio programs not installed: {', '.join(absent)}" if absent else ""


class NullSink:
    """The sound server and its recorder.  Use as a context manager.

    ``env`` is an environment for programs that shall play here.  Times are ``time.monotonic()``
    seconds, right to about 5 ms.
    """

    def __init__(self, names: tuple[str, ...] = ("spk",)) -> None:
        self._names = names
        self._folder = tempfile.TemporaryDirectory(prefix="null-sink-", ignore_cleanup_errors=True)
        self._server: subprocess.Popen[bytes] | None = None
        self._ears: dict[str, _Ear] = {}
        root = Path(self._folder.name)
        self.env = {
            **os.environ,
            "PULSE_SERVER": f"unix:{root / 'native'}",
            "PULSE_RUNTIME_PATH": str(root),
            "XDG_RUNTIME_DIR": str(root),
            "HOME": str(root),
        }

    def __enter__(self) -> Self:
        sinks = [f"--load=module-null-sink sink_name={name} rate=48000" for name in self._names]
        socket = Path(self._folder.name) / "native"
        self._server = subprocess.Popen(
            [
                *_DIE_WITH_US,
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1"),
                *("--use-pid-file=no", "--disallow-exit", "--log-level=error"),
                f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}",
                *sinks,
            ],
            env=self.env,
            stdout=subprocess.DEVNULL,  # else it holds the test run's own output open
            stderr=subprocess.DEVNULL,
        )
        self._wait_for(lambda: self._pactl("info") == 0, "the sound server")
        # A sink that sleeps until its recorder has come does not begin with a block of 2 s.
        self._pactl("suspend-sink", "1")
        for name in self._names:
            self._ears[name] = _Ear(name, self.env)
        self._wait_for(self._is_recorded, "the recorder")
        self._pactl("suspend-sink", "0")
        self._wait_for(lambda: all(ear.hears for ear in self._ears.values()), "the recorder")
        return self

    def __exit__(self, *_: object) -> None:
        for ear in self._ears.values():
            ear.close()
        if self._server is not None:
            self._server.kill()
            self._server.wait()
        self._folder.cleanup()

    def freeze(self, frozen: bool) -> None:
        """Make the sound server hang (or go on)."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP if frozen else signal.SIGCONT)

    def unplug(self, name: str = "") -> None:
        """Take this sink away, or all of them, as if a loudspeaker were pulled out."""
        module = self._module_of(name) if name else "module-null-sink"
        subprocess.run(["pactl", "unload-module", module], env=self.env, check=True)

    def plug_in(self, name: str) -> None:
        """A sink of this name comes (back); what it plays is not listened to."""
        words = ("load-module", "module-null-sink", f"sink_name={name}", "rate=48000")
        subprocess.run(["pactl", *words], env=self.env, check=True, stdout=subprocess.DEVNULL)

    def moves_streams(self) -> None:
        """From now on what plays on a sink that goes is moved to another one, as on desktops."""
        words = ["pactl", "load-module", "module-rescue-streams"]
        subprocess.run(words, env=self.env, check=True, stdout=subprocess.DEVNULL)

    @contextlib.contextmanager
    def as_default(self) -> Iterator[None]:
        """Let programs that *this* process starts play here."""
        before = {key: os.environ.get(key) for key in self.env}
        os.environ.update(self.env)
        try:
            yield
        finally:
            for key, value in before.items():
                os.environ.pop(key, None) if value is None else os.environ.update({key: value})

    def onset(self, after: float, within: float = 5.0, sink: str = "spk") -> float | None:
        """When the first sound after ``after`` began; waits; ``None`` where there was none."""
        return self._ears[sink].first(after, after + within, loud=True)

    def silence(
        self, after: float, within: float = 5.0, sink: str = "spk", lasting: float = 0.25
    ) -> float | None:
        """When it became silent, for at least ``lasting`` seconds, at or after ``after``."""
        return self._ears[sink].quiet(after, after + within, lasting)

    def sound_time(self, since: float, until: float, sink: str = "spk") -> float:
        """Seconds with sound in them between two moments that have passed."""
        return self._ears[sink].loud_time(since, until)

    def _module_of(self, name: str) -> str:
        words = ["pactl", "list", "short", "modules"]
        listed = subprocess.run(words, env=self.env, capture_output=True, text=True, check=True)
        lines = (line.split("\t") for line in listed.stdout.splitlines())
        return next(line[0] for line in lines if f"sink_name={name} " in line[2])

    def _pactl(self, *words: str) -> int:
        return subprocess.run(["pactl", *words], env=self.env, capture_output=True).returncode

    def _is_recorded(self) -> bool:
        listed = subprocess.run(
            ["pactl", "list", "short", "source-outputs"], env=self.env, capture_output=True
        )
        return len(listed.stdout.splitlines()) == len(self._names)

    def _wait_for(self, ready: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + 10
        while not ready():
            if time.monotonic() > end:
                raise RuntimeError(f"{what} did not start")
            time.sleep(0.02)


class _Ear:
    """Listens to one sink: keeps the peak level of each millisecond."""

    def __init__(self, sink: str, env: dict[str, str]) -> None:
        self._levels = array.array("H")
        self._offset = float("inf")  # monotonic time of the recording's sample 0
        self._heard = threading.Condition()
        self._recorder = subprocess.Popen(
            [
                *("parec", "-d", f"{sink}.monitor", "--latency-msec=5", "--raw"),
                *("--format=s16le", f"--rate={RATE}", "--channels=1"),
            ],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def hears(self) -> bool:
        return len(self._levels) > 100

    def close(self) -> None:
        self._recorder.kill()
        self._recorder.wait()
        self._thread.join()
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        rest = b""
        pipe = self._recorder.stdout.fileno()
        while data := os.read(pipe, 65536):
            now = time.monotonic()
            rest += data
            whole = len(rest) // (2 * STEP) * 2 * STEP
            samples = array.array("h", rest[:whole])
            rest = rest[whole:]
            with self._heard:
                for i in range(0, len(samples), STEP):
                    step = samples[i : i + STEP]
                    self._levels.append(max(max(step), -min(step)))
                # The earliest arrival is the least delayed one: both clocks run at one speed.
                self._offset = min(self._offset, now - len(self._levels) / 1000)
                self._heard.notify_all()

    def _index(self, when: float) -> int:
        return max(0, int((when - self._offset) * 1000))

    def first(self, after: float, until: float, loud: bool) -> float | None:
        with self._heard:
            at = self._find(self._index(after), self._index(until), loud)
            return None if at is None else self._offset + at / 1000

    def quiet(self, after: float, until: float, lasting: float) -> float | None:
        with self._heard:
            at, end, span = self._index(after), self._index(until), int(lasting * 1000)
            while (start := self._find(at, end, loud=False)) is not None:
                again = self._find(start, start + span, loud=True)
                if again is None:
                    return self._offset + start / 1000
                at = again
            return None

    def _find(self, at: int, end: int, loud: bool) -> int | None:
        """The first millisecond of ``at`` … ``end`` that is loud (or not); waits for it."""
        while at < end:
            if at >= len(self._levels):
                if not self._heard.wait(0.5):
                    return None
            elif (self._levels[at] > LOUD) == loud:
                return at
            else:
                at += 1
        return None

    def loud_time(self, since: float, until: float) -> float:
        with self._heard:
            self._heard.wait_for(lambda: len(self._levels) >= self._index(until), timeout=2)
            span = self._levels[self._index(since) : self._index(until)]
            return sum(level > LOUD for level in span) / 1000
