"""Draw one picture and wait for it: for commands, paper and the tests; never in the window."""

from __future__ import annotations

import subprocess
import sys

from aac.pictures.drawing import MOST_BYTES
from aac.pictures.frames import DRAWN, TASK, first_frame, framed
from aac.pictures.kinds import TOO_LARGE, TOO_MUCH, PictureProblem
from aac.sound.child import worker_arguments, worker_environment

TIME_LIMIT = 8.0
"""Seconds for the start of the process and one picture."""


def draw_now(content: bytes, time_limit: float = TIME_LIMIT) -> bytes:
    """The picture as a small PNG, drawn in a process of its own.  Raises `PictureProblem`."""
    if len(content) > MOST_BYTES:
        raise PictureProblem(TOO_LARGE)
    environment = worker_environment()
    try:
        done = subprocess.run(
            [sys.executable, *worker_arguments("aac.pictures.worker")],
            input=framed(TASK, content),
            capture_output=True,
            timeout=time_limit,
            env={key: environment.value(key) for key in environment.keys()},  # noqa: SIM118
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PictureProblem(TOO_MUCH) from None
    answer = first_frame(done.stdout)
    if answer is None:
        raise PictureProblem(TOO_MUCH)
    sign, answered = answer
    if sign != DRAWN:
        raise PictureProblem(answered.decode("utf-8"))
    return answered
