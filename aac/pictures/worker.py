"""The drawing process: ``python -m aac.pictures.worker``.  Draws one picture after the other.

It talks as `aac.pictures.frames` says, ends when stdin closes, and has so little memory that a
picture which wants more ends it and not the computer.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from PySide6.QtGui import QGuiApplication

from aac.pictures.drawing import MOST_BYTES, small_png
from aac.pictures.frames import DRAWN, HEAD_SIZE, REFUSED, framed, read_head
from aac.pictures.kinds import PictureProblem
from aac.sound.pipe import die_with_parent

if sys.platform != "win32":
    import resource

MEMORY = 420 * 1024 * 1024
"""Bytes the process may hold: the largest picture allowed, its copy, and Qt."""


def main() -> None:
    # What libraries print must not get among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    die_with_parent()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])  # texts in drawings need its fonts
    _take_little()
    _serve(sys.stdin.buffer, answers)
    del application


def _serve(tasks: BinaryIO, answers: BinaryIO) -> None:
    while len(head := tasks.read(HEAD_SIZE)) == HEAD_SIZE:
        _, length = read_head(head)
        if length > MOST_BYTES:
            return  # no picture of ours: the parent looks first
        answers.write(_answer(tasks.read(length)))
        answers.flush()


def _answer(content: bytes) -> bytes:
    try:
        return framed(DRAWN, small_png(content))
    except PictureProblem as problem:
        return framed(REFUSED, str(problem).encode("utf-8"))


def _take_little() -> None:
    """Little memory, no files written, nothing left behind by a crash."""
    if sys.platform != "win32":
        kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
        resource.setrlimit(kind, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
