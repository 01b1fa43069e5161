"""What is written down, and what never."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.files import log


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    hook, handlers = sys.excepthook, log.LOG.handlers
    yield tmp_path / "log"
    for handler in log.LOG.handlers:
        handler.close()
    sys.excepthook, log.LOG.handlers = hook, handlers
    log.faulthandler.disable()


def written(folder: Path) -> str:
    return (folder / "wren.log").read_text(encoding="utf-8")


def test_a_fault_is_logged_by_kind_and_place_without_its_message(folder: Path) -> None:
    log.start_log(folder)
    try:
        raise KeyError("I need water")
    except KeyError as fault:
        log.log_fault(fault)
    assert "fault KeyError at test_log.py" in written(folder)
    assert "water" not in written(folder)


def test_what_nobody_caught_is_logged_the_same_way(folder: Path) -> None:
    log.start_log(folder)
    sys.excepthook(ValueError, ValueError("I need water"), None)
    assert "fault ValueError" in written(folder)
    assert "water" not in written(folder)


def test_lines_of_our_processes_are_logged_and_alsas_sighs_are_not(folder: Path) -> None:
    log.start_log(folder)
    log.log_part("ALSA lib confmisc.c:855:(parse_card) cannot find card '0'")
    log.log_part("")
    log.log_part("the voice has ended with code 9")
    assert written(folder).count("\n") == 1


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file, not a folder")
    hook, handlers = sys.excepthook, log.LOG.handlers
    log.start_log(tmp_path / "log")
    assert [type(handler) for handler in log.LOG.handlers] == [logging.NullHandler]
    sys.excepthook, log.LOG.handlers = hook, handlers
