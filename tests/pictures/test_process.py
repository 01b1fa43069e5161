"""The drawing process, kept pictures, and pictures by key."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QImage

from aac.pictures import process as process_module
from aac.pictures.gallery import Gallery
from aac.pictures.kept import KeptPictures
from aac.pictures.process import PictureProcess
from tests.pictures.drawings import GOOD, encoded, image, middle, size

ANSWERS = 10_000  # milliseconds


def key_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Answers:
    """What the process has answered."""

    def __init__(self, process: PictureProcess) -> None:
        self.drawn: dict[str, bytes] = {}
        self.refused: dict[str, tuple[str, bool]] = {}
        process.drawn.connect(self.drawn.__setitem__)
        process.refused.connect(lambda key, why, sure: self.refused.update({key: (why, sure)}))


@pytest.fixture
def drawing(qtbot) -> Iterator[PictureProcess]:
    drawing = PictureProcess()
    yield drawing
    drawing.stop()


def test_every_picture_is_answered_once(drawing, qtbot) -> None:
    answers = Answers(drawing)
    for kind, content in GOOD.items():
        drawing.draw(kind, content)
    drawing.draw("junk", b"junk")
    qtbot.waitUntil(
        lambda: len(answers.drawn) == len(GOOD) and bool(answers.refused), timeout=ANSWERS
    )
    assert answers.drawn.keys() == GOOD.keys()
    assert answers.refused == {"junk": ("The file holds no picture that Wren can show.", True)}


def test_one_that_kills_the_process_is_left_out_and_the_next_is_drawn(drawing, qtbot) -> None:
    answers = Answers(drawing)
    drawing.draw("one", GOOD["png"])
    drawing.draw("two", GOOD["svg"])
    qtbot.waitUntil(lambda: drawing.pid > 0, timeout=ANSWERS)
    os.kill(drawing.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: len(answers.drawn) == 1, timeout=ANSWERS)
    assert [sure for _, sure in answers.refused.values()] == [False]


def test_one_that_takes_too_long_is_left_out(drawing, qtbot, monkeypatch) -> None:
    answers = Answers(drawing)
    drawing.draw("first", GOOD["png"])
    qtbot.waitUntil(lambda: "first" in answers.drawn, timeout=ANSWERS)
    monkeypatch.setattr(process_module, "TIME_LIMIT", 0.2)
    stopped = drawing.pid
    os.kill(stopped, signal.SIGSTOP)
    drawing.draw("slow", GOOD["jpeg"])
    qtbot.waitUntil(lambda: "slow" in answers.refused, timeout=ANSWERS)
    assert not psutil.pid_exists(stopped)
    drawing.draw("next", GOOD["gif"])
    qtbot.waitUntil(lambda: "next" in answers.drawn, timeout=ANSWERS)


def test_without_work_there_is_no_process(drawing, qtbot, monkeypatch) -> None:
    assert drawing.pid == 0
    drawing._rest.setInterval(50)
    answers = Answers(drawing)
    drawing.draw("one", GOOD["png"])
    qtbot.waitUntil(lambda: "one" in answers.drawn, timeout=ANSWERS)
    qtbot.waitUntil(lambda: drawing.pid == 0, timeout=ANSWERS)


def test_the_largest_picture_allowed_takes_less_than_500_mb(drawing, qtbot) -> None:
    answers = Answers(drawing)
    drawing.draw("large", encoded("png", image(7000, 7000)))
    most = 0

    def looked() -> bool:
        nonlocal most
        if drawing.pid and psutil.pid_exists(drawing.pid):
            most = max(most, psutil.Process(drawing.pid).memory_info().rss)
        return bool(answers.drawn)

    qtbot.waitUntil(looked, timeout=ANSWERS)
    assert size(answers.drawn["large"]) == (512, 512)
    assert 0 < most < 500_000_000


def test_a_stopped_one_answers_nothing_and_may_be_stopped_twice(drawing, qtbot) -> None:
    answers = Answers(drawing)
    drawing.draw("one", GOOD["png"])
    qtbot.waitUntil(lambda: drawing.pid > 0, timeout=ANSWERS)
    pid = drawing.pid
    drawing.stop()
    drawing.stop()
    assert not psutil.pid_exists(pid)
    assert not answers.drawn


# ----------------------------------------------------------------------- kept on the disk


KEY = "0" * 64


def test_a_kept_picture_comes_back(tmp_path) -> None:
    kept = KeptPictures(tmp_path / "new")
    assert kept.get(KEY) is None
    kept.put(KEY, GOOD["png"])
    kept.put("1" * 64, b"")
    assert KeptPictures(tmp_path / "new").get(KEY) == GOOD["png"]
    assert kept.get("1" * 64) == b"", "that it cannot be drawn is kept too"


@pytest.mark.parametrize(
    "spoiled",
    [GOOD["png"][:-1], b"junk", encoded("png", image(600, 4)), GOOD["jpeg"]],
    ids=["cut", "junk", "large", "jpeg"],
)
def test_a_spoiled_file_counts_as_none(tmp_path: Path, spoiled: bytes) -> None:
    kept = KeptPictures(tmp_path)
    kept.put(KEY, spoiled)
    assert kept.get(KEY) is None


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_a_key_is_no_path(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError):
        KeptPictures(tmp_path).put(key, b"")
    assert list(tmp_path.iterdir()) == []


def test_those_used_longest_ago_make_room(tmp_path: Path) -> None:
    kept = KeptPictures(tmp_path, limit=3 * len(GOOD["png"]))
    keys = [f"{n:064d}" for n in range(6)]
    for n, key in enumerate(keys):
        KeptPictures(tmp_path).put(key, GOOD["png"])
        os.utime(next(tmp_path.glob(f"{key}*")), (n, n))
    assert kept.get(keys[0]) is not None, "and so it is the one used last"
    kept.put("f" * 64, GOOD["png"])
    left = {path.name[:64] for path in tmp_path.glob("*.png")}
    assert left == {keys[0], keys[5], "f" * 64}


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = KeptPictures(tmp_path / "file" / "folder")
    kept.put(KEY, GOOD["png"])
    assert kept.get(KEY) is None


# --------------------------------------------------------------------------------- by key


@pytest.fixture
def came(qtbot, tmp_path) -> Iterator[tuple[Gallery, dict[str, QImage | None], list[str]]]:
    asked: list[str] = []
    contents = {key_of(content): content for content in [*GOOD.values(), b"junk"]}

    def content_of(key: str) -> bytes | None:
        asked.append(key)
        return contents.get(key)

    gallery = Gallery(tmp_path / "pictures", content_of)
    found: dict[str, QImage | None] = {}
    gallery.came.connect(found.__setitem__)
    yield gallery, found, asked
    gallery.stop()


def test_a_picture_comes_and_comes_again_without_being_drawn(came, qtbot) -> None:
    gallery, found, asked = came
    key = key_of(GOOD["svg"])
    gallery.want(key)
    assert not found, "nothing is done while somebody paints"
    qtbot.waitUntil(lambda: key in found, timeout=ANSWERS)
    assert found.pop(key).width() == 512
    gallery.want(key)
    qtbot.waitUntil(lambda: key in found, timeout=ANSWERS)
    assert asked == [key]


def test_one_that_cannot_be_shown_is_told_and_remembered(came, qtbot) -> None:
    gallery, found, asked = came
    junk, absent = key_of(b"junk"), key_of(b"absent")
    for _ in range(2):
        gallery.want(junk)
        gallery.want(absent)
        qtbot.waitUntil(lambda: found.keys() == {junk, absent}, timeout=ANSWERS)
        assert set(found.values()) == {None}
        found.clear()
    assert asked == [junk, absent, absent]


def test_the_same_bytes_are_the_same_picture(came, qtbot) -> None:
    gallery, found, _ = came
    for content in GOOD.values():
        gallery.want(key_of(content))
    qtbot.waitUntil(lambda: len(found) == len(GOOD), timeout=ANSWERS)
    assert all(picture is not None for picture in found.values())
    assert found[key_of(GOOD["png"])].pixelColor(5, 5).name() == middle(GOOD["png"])
