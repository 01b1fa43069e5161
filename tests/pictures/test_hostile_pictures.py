"""The pictures of real and hostile board files, drawn as the program draws them.

The files are read in place where they are at hand: they are not ours to keep.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
import os
import random
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.pictures.draw_now import draw_now
from aac.pictures.frames import HEAD_SIZE, REFUSED, TASK, framed, read_head
from aac.pictures.kinds import PictureProblem, kind_of
from aac.pictures.process import TIME_LIMIT
from tests.pictures.drawings import GOOD, encoded, image, middle

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "boards"
HOSTILE = sorted((FOLDER / "hostile" / "image").glob("*.ob[fz]"))
EXPECTED = 20
LIMIT = 10.0  # seconds, of the issue
PORT = 47123  # the hostile files point there
RED = Path("/tmp/obf_red.png")  # and one of them there

needs_files = pytest.mark.skipif(
    not HOSTILE, reason=f"the shared board files are not here: {EXPECTED} files not tried"
)


def pictures_of(path: Path) -> Iterator[bytes]:
    """The bytes of the pictures in a board file, without any of our own readers."""
    if path.suffix == ".obz":
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if not name.endswith((".obf", ".json", "/")):
                    yield package.read(name)
        return
    for record in json.loads(path.read_bytes()).get("images", ()):
        data = record.get("data")
        if isinstance(data, str) and "," in data:
            with contextlib.suppress(binascii.Error):
                yield base64.b64decode(data.partition(",")[2] + "==")


def drawn(content: bytes) -> bytes | None:
    """The PNG, or None where it was refused in one sentence in time."""
    began = time.monotonic()
    try:
        return draw_now(content)
    except PictureProblem as problem:
        assert str(problem).endswith(".") and "\n" not in str(problem)
        return None
    finally:
        assert time.monotonic() - began < LIMIT


@needs_files
def test_all_hostile_files_are_tried() -> None:
    assert len(HOSTILE) == EXPECTED


@needs_files
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_a_hostile_picture_is_drawn_or_refused_and_nothing_else_is_touched(path: Path) -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", PORT))
        listener.listen()
        listener.setblocking(False)
        for content in pictures_of(path):
            drawn(content)
        with pytest.raises(BlockingIOError):
            listener.accept()


@needs_files
@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("svg_illustrator_entities", "#00ff00"),
        ("svg_1e9_wide", "#000000"),
        ("svg_script", "#000000"),
        ("svg_use_bomb", None),
        ("svg_use_self", None),
        ("svg_100k_deep", None),
        ("png_20000x20000_real", None),
        ("gif_65535x65535", None),
        ("bmp_huge", None),
    ],
)
def test_what_is_seen_of_it(name: str, colour: str | None) -> None:
    (content,) = pictures_of(FOLDER / "hostile" / "image" / f"{name}.obf")
    png = drawn(content)
    assert (middle(png) if png else None) == colour


@needs_files
def test_a_file_on_the_disk_is_never_drawn() -> None:
    there_before = RED.exists()
    if not there_before:
        RED.write_bytes(encoded("png", image(colour="#ff0000")))
    try:
        (content,) = pictures_of(FOLDER / "hostile" / "image" / "svg_local_path.obf")
        assert drawn(content) is None
    finally:
        if not there_before:
            RED.unlink()


@needs_files
def test_the_pictures_of_real_boards_are_drawn() -> None:
    """A sample of them, one process each; the soak takes all."""
    found = [
        content
        for path in sorted((FOLDER / "dev").glob("**/*.obz"))
        for content in pictures_of(path)
        if kind_of(content) is not None
    ]
    chosen = random.Random(5).sample(found, min(12, len(found)))
    assert chosen and all(drawn(content) for content in chosen)


# ------------------------------------------------------------------------------- fuzzing


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The same with some bytes changed, cut, doubled or put in."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        if not made:
            break
        place = chance.randrange(len(made))
        match chance.randrange(5):
            case 0:
                made[place] = chance.randrange(256)
            case 1:
                made[place] ^= 1 << chance.randrange(8)
            case 2:
                del made[place : place + chance.randint(1, 30)]
            case 3:
                made[place:place] = made[place : place + chance.randint(1, 60)]
            case 4:
                number = chance.choice((0, 1, 255, 2**15, 2**31 - 1, 2**32 - 1))
                made[place : place + 4] = number.to_bytes(4, chance.choice(("big", "little")))
    return bytes(made)


@pytest.mark.parametrize("kind", GOOD)
def test_a_damaged_picture_is_drawn_or_refused(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(3):
        drawn(spoiled(GOOD[kind], chance))


class Worker:
    """One drawing process for many pictures, started again when a picture has ended it."""

    def __init__(self) -> None:
        self.ended = self.too_long = 0
        self._process: subprocess.Popen[bytes] | None = None

    def draw(self, content: bytes) -> bool:
        """Whether it was answered; it is killed after the time that a picture may take."""
        if self._process is None:
            root = str(Path(__file__).parents[2])
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "aac.pictures.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": root},
            )
        process = self._process
        killer = threading.Timer(TIME_LIMIT, process.kill)
        killer.start()
        try:
            process.stdin.write(framed(TASK, content))
            process.stdin.flush()
            head = process.stdout.read(HEAD_SIZE)
            answered = len(head) == HEAD_SIZE
            sign, length = read_head(head) if answered else (b"", 0)
            told = process.stdout.read(length)
            assert sign != REFUSED or told.decode("utf-8").endswith(".")
        except BrokenPipeError:
            answered = False
        killer.cancel()
        if not answered:
            code = process.wait()
            self.too_long += code == -signal.SIGKILL
            self.ended += code != -signal.SIGKILL
            self.close()
        return answered

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
        self._process = None


@pytest.mark.soak
def test_pictures_damaged_for_an_hour_are_drawn_or_refused() -> None:
    """Seconds by WREN_FUZZ_SECONDS, an hour without; the numbers are shown with ``-s``."""
    until = time.monotonic() + float(os.environ.get("WREN_FUZZ_SECONDS", "3600"))
    seeds = [*GOOD.values()]
    for path in sorted(FOLDER.glob("*/**/*.ob[fz]")):
        if path.parent.name in ("image", "obf"):
            seeds += [content for content in pictures_of(path) if 0 < len(content) < 200_000]
    chance = random.Random(2026)
    worker = Worker()
    tried = 0
    while time.monotonic() < until:
        tried += 1
        worker.draw(spoiled(chance.choice(seeds), chance))
    worker.close()
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\n{tried} pictures made of {len(seeds)}; {worker.too_long} took too long, "
          f"{worker.ended} ended the process; at most {most} MB")  # fmt: skip
    assert tried and most < 500
