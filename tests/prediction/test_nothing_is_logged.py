"""No word that the predictor reads, offers or keeps is logged or printed, whatever goes wrong."""

from __future__ import annotations

import ast
import logging
import shutil
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aac.files import log
from aac.model.settings import Settings
from aac.prediction import predictor
from aac.prediction.learned import Learned, LearnedProblem
from aac.prediction.tables import TablesProblem
from tests.prediction.asked import Asked
from tests.small_language import small_languages

SECRET = "kwyjibo"
ROOM = sorted(Path(predictor.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", ROOM, ids=lambda path: path.name)
def test_the_room_has_nothing_to_log_or_print_with(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = {
        name.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert not imported & {"logging", "warnings", "syslog", "sys", "traceback"}
    called = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "print" not in called


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Of a log that takes everything, also what Wren itself would leave out."""
    handlers, level = log.LOG.handlers, log.LOG.level
    logging.getLogger().setLevel(logging.DEBUG)
    log.LOG.handlers = [logging.FileHandler(tmp_path / "wren.log", encoding="utf-8")]
    log.LOG.setLevel(logging.DEBUG)
    yield tmp_path
    log.LOG.handlers[0].close()
    log.LOG.handlers = handlers
    log.LOG.setLevel(level)
    logging.getLogger().setLevel(logging.WARNING)


def test_a_day_of_use_writes_nothing_down(
    folder: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    asked = Asked(folder / "learned", Settings(own_words=("Zzwanda",)))
    for before, prefix in (("", ""), (f"{SECRET} ", "w"), ("", SECRET), ("\ud800", "🙂")):
        asked.ask(before, prefix, talk=(SECRET,), passed=(SECRET,))
    asked.learn(f"Tell {SECRET.title()} {SECRET}")
    asked.use(removed_words=(SECRET,), language="xx").use(language="de")
    asked.predictor.forget()
    asked.predictor.stop()
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert (folder / "wren.log").read_text("utf-8") == ""


def broken_tables(folder: Path) -> None:
    shutil.copytree(small_languages() / "en", folder / "en")
    words = folder / "en" / "words.txt"
    words.write_text(f"{SECRET}\n" + words.read_text("utf-8"), "utf-8")
    Asked(folder / "learned", languages=folder)


def unwritable_folder(folder: Path) -> None:
    (folder / "file").write_text("")
    Asked(folder / "file" / "learned").learn(f"tell {SECRET}")


def held_file(folder: Path) -> None:
    (folder / "learned-en.sqlite3").mkdir()
    Asked(folder).learn(f"tell {SECRET}")


def wrong_import(folder: Path) -> None:
    Learned(folder / "learned").add_plain({"counts": {SECRET: "many"}, "written": {}})


def wrong_writing(folder: Path) -> None:
    Learned(folder / "learned").add_plain({"counts": {}, "written": {SECRET: 5}})


@pytest.mark.parametrize(
    "fails", [broken_tables, unwritable_folder, held_file, wrong_import, wrong_writing]
)
def test_no_fault_names_a_word(folder: Path, fails: Callable[[Path], None]) -> None:
    with pytest.raises((TablesProblem, OSError, LearnedProblem)) as fault:
        fails(folder)
    log.log_fault(fault.value)
    log.LOG.handlers[0].flush()
    written = (folder / "wren.log").read_text("utf-8")
    assert type(fault.value).__name__ in written
    assert SECRET not in written
    assert SECRET not in str(fault.value)
    assert SECRET not in "".join(traceback.format_exception_only(fault.value))
