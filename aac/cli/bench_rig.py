"""The real program for benchmarks: started as ever, worked by X events, followed by its trace."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from aac.cli.bench_room import RigProblem

PATIENCE = 20.0
BETWEEN_PRESSES = 0.35  # seconds: more than the lock-out


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

    def focus(self, x: int = 50, y: int = 50) -> None:
        """Without a window manager the window under the pointer gets the keys."""
        self._display.screen().root.warp_pointer(x, y)
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
    display: str,
    sound: Mapping[str, str],
    settings: Mapping[str, object],
    prepare: Callable[[Path], object] = lambda folder: None,
) -> Iterator[Wren]:
    """The real program in a profile of its own.  ``prepare`` may put files into its folder."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        text = json.dumps({"version": 1, "settings": dict(settings)})
        (folder / "settings.json").write_text(text, encoding="utf-8")
        prepare(folder)
        trace = folder / "trace.jsonl"
        environment = {**os.environ, **sound, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])  # this Wren and no other
        command = [sys.executable, "-P", "-m", "aac", "--profile", str(folder)]
        command += ["--trace", str(trace)]
        began = time.monotonic()
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            yield Wren(process, trace, began)
        finally:
            process.terminate()
            process.wait()
