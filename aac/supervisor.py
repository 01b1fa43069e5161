"""Keeps Wren running: starts the window's process and starts it again when it dies or hangs.

Small on purpose: it imports nothing of Wren's, so that nothing of Wren's can bring it down.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time

ENDED = 0
ALREADY_RUNNING = 3
CANNOT_START = 4
TERMINATED = 128 + signal.SIGTERM
HEARTBEAT = "WREN_HEARTBEAT"

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH120, PTH100
"""Where the package is: pathlib would be one import more."""

CANNOT_STAY = "Wren cannot stay open; it tries on. To see why: wren doctor"

QUICK = 10.0  # a process that dies this soon (seconds) has not really run
PAUSES = (0.0, 0.2, 1.0, 2.0, 5.0, 10.0)  # before it is started again, longer each quick time
HANGS = 20.0  # without a heart-beat; starting up takes well under that


def run(arguments: list[str]) -> int:
    """Run the window with these arguments until it is ended on purpose; gives its exit code."""
    quick = 0
    extra: list[str] = []
    while True:
        began = time.monotonic()
        code = _one_life([*arguments, *extra])
        if code in (ENDED, ALREADY_RUNNING, CANNOT_START):
            return code
        quick = quick + 1 if time.monotonic() - began < QUICK else 0
        if quick == len(PAUSES):
            print(CANNOT_STAY, file=sys.stderr)
        time.sleep(PAUSES[min(quick, len(PAUSES) - 1)])
        extra = ["--restarted"]


def _one_life(arguments: list[str]) -> int:
    beat_in, beat_out = os.pipe()
    posix = os.name == "posix"
    environment = surroundings()
    if posix:
        environment[HEARTBEAT] = str(beat_out)
    child = subprocess.Popen(
        # -P: nothing in the folder where Wren is started may stand in for a part of it.
        [sys.executable, "-P", "-m", "aac.window", *arguments],
        env=environment,
        pass_fds=(beat_out,) if posix else (),
    )
    os.close(beat_out)
    asked: list[int] = []

    def end(number: int, frame: object) -> None:
        asked.append(number)
        child.terminate()

    handlers = {each: signal.signal(each, end) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        code = _watch(child, beat_in) if posix else child.wait()
        return ENDED if asked else code
    finally:
        os.close(beat_in)
        for each, handler in handlers.items():
            signal.signal(each, handler)


def surroundings() -> dict[str, str]:
    """The environment, and where to find the package when it runs from a source folder."""
    found = dict(os.environ)
    if os.path.basename(HERE) not in ("site-packages", "dist-packages"):  # noqa: PTH119
        found["PYTHONPATH"] = os.pathsep.join(filter(None, [HERE, found.get("PYTHONPATH")]))
    return found


def _watch(child: subprocess.Popen[bytes], beat: int) -> int:
    """Wait for the end of the child; kill it where its heart stands still."""
    while True:
        ready, _, _ = select.select([beat], [], [], HANGS)
        if not ready:
            child.kill()
        elif os.read(beat, 64):
            continue
        return child.wait()
