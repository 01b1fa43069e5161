"""Work beside the window leaves the window's things alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from aac.beside import Beside

LIMIT = 10_000  # milliseconds


@pytest.fixture
def beside(qtbot: QtBot) -> Iterator[Beside]:
    one = Beside()
    yield one
    one.stop()
    assert gc.isenabled()


class Node:
    """Something that only the collector can destroy."""

    def __init__(self) -> None:
        self.me = self


def make_garbage(gone_in: list[str]) -> None:
    node = Node()
    weakref.finalize(node, lambda: gone_in.append(threading.current_thread().name))


def churn() -> None:
    """Many times what makes the collector run, all generations of it."""
    kept = [[number] for number in range(300_000)]
    assert kept


def names() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_no_thread_destroys_what_the_window_left(beside: Beside, qtbot: QtBot) -> None:
    gone_in: list[str] = []
    make_garbage(gone_in)
    beside.start(churn, "work")
    qtbot.waitUntil(gc.isenabled, timeout=LIMIT)
    churn()
    gc.collect()
    assert gone_in == ["MainThread"]


def test_the_collector_rests_until_the_last_has_ended(beside: Beside, qtbot: QtBot) -> None:
    first, second = threading.Event(), threading.Event()
    beside.start(lambda: first.wait() and None, "first")
    beside.start(lambda: second.wait() and None, "second")
    first.set()
    qtbot.waitUntil(lambda: "first" not in names(), timeout=LIMIT)
    qtbot.wait(50)  # what it told has come
    assert not gc.isenabled()
    second.set()
    qtbot.waitUntil(gc.isenabled, timeout=LIMIT)


def test_who_closes_waits_only_so_long(beside: Beside) -> None:
    door = threading.Event()
    beside.start(lambda: door.wait() and None, "work")
    beside.stop(0.01)
    assert gc.isenabled()
    door.set()
