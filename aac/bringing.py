"""Bringing in boards of another program while Wren runs.

The file is read by a process of its own, which can be killed; then the boards are loaded in a
thread.  The scan goes on all the time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from aac.beside import Beside
from aac.files.log import LOG
from aac.model.import_words import import_text
from aac.ports import BoardProblem
from aac.supervisor import surroundings

PATIENCE = 60.0  # seconds; the largest real sets take one or two
_PART = ".coming.obz"  # a name that the library passes over


class Bringing(QObject):
    """``told``: words for the helper.  ``loaded``: what ``load`` gave, once boards were added, and
    the id of the board that the others begin with.

    ``folder``: the person's boards.  ``load``: reads all boards there are; may raise
    `BoardProblem`, and runs in a thread of its own.
    """

    told = Signal(str)
    loaded = Signal(object, str)

    def __init__(self, folder: Path, load: Callable[[], object]) -> None:
        super().__init__()
        self._folder = folder
        self._load = load
        self._child: QProcess | None = None
        self._beside = Beside(self)
        self._file = Path()
        self._impatient = QTimer(self)
        self._impatient.setSingleShot(True)
        self._impatient.timeout.connect(self._give_up)

    def bring(self, name: str) -> None:
        """Read this file; one at a time."""
        if self._child is not None:
            return
        if not name.strip():
            self.told.emit(import_text("no_file"))
            return
        self._file = Path(name.strip()).expanduser()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.told.emit(import_text("not_saved"))
            return
        self.told.emit(import_text("reading", name=self._file.name))
        child = QProcess(self)
        environment = QProcessEnvironment()
        for key, value in surroundings().items():
            environment.insert(key, value)
        child.setProcessEnvironment(environment)
        child.finished.connect(self._ended)
        child.errorOccurred.connect(self._cannot_start)
        self._child = child
        self._impatient.start(round(PATIENCE * 1000))
        verb = ["-P", "-m", "aac", "boards", "convert", "--json"]
        child.start(sys.executable, [*verb, str(self._file), str(self._folder / _PART)])

    def stop(self) -> None:
        """Nothing more is told."""
        self._impatient.stop()
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.waitForFinished(1_000)
        self._beside.stop()  # it must not speak to what has gone; reading ends by itself
        (self._folder / _PART).unlink(missing_ok=True)

    def _give_up(self) -> None:
        if self._child is not None:
            self._child.kill()

    def _cannot_start(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:
            self._ended(1)

    def _ended(self, code: int) -> None:
        child, self._child = self._child, None
        self._impatient.stop()
        if child is None:
            return
        output = bytes(child.readAllStandardOutput().data())
        trouble = bytes(child.readAllStandardError().data())
        killed = child.exitStatus() is QProcess.ExitStatus.CrashExit
        child.deleteLater()
        try:
            found = json.loads(output) if code == 0 and not killed else None
        except ValueError:
            found = None
        if not isinstance(found, dict):
            (self._folder / _PART).unlink(missing_ok=True)
            self.told.emit(import_text("too_slow") if killed else _sentence(trouble))
            return
        self._keep(found)

    def _keep(self, found: Mapping[str, object]) -> None:
        target = self._folder / f"{_stem(self._file)}.obz"
        try:
            aside = _put_aside(target)
            (self._folder / _PART).replace(target)
        except OSError:
            self.told.emit(import_text("not_saved"))
            return
        lines = [import_text("done", name=self._file.name), import_text("added")]
        if aside:
            lines.append(import_text("aside", name=aside))
        self.told.emit("\n".join([*lines, "", *report(found, target)]))
        start = str(found.get("start", ""))
        self._beside.start(lambda: self._read_all(start), "boards")

    def _read_all(self, start: str) -> None:
        try:
            self.loaded.emit(self._load(), start)
        except BoardProblem as problem:
            LOG.error("the boards could not be loaded: %s", type(problem).__name__)


def report(found: Mapping[str, object], kept: Path) -> list[str]:
    """What ``wren boards convert --json`` counts, as lines for a therapist.

    ``kept``: the file that the boards are in now.
    """
    names = ("boards", "cells", "hidden", "links", "broken_links", "images_here", "sounds")
    lines = [import_text("counts", **{name: found.get(name, 0) for name in names})]
    if count := found.get("only_on_the_internet"):
        command = f'wren boards fetch "{kept}"'
        lines.append(import_text("elsewhere", count=count, command=command))
    notes = [f"{import_text(kind)} {one}" for kind in ("lost", "mended")
             for one in _listed(found.get(kind))]  # fmt: skip
    if not notes:
        return [*lines, import_text("nothing_lost")]
    numbered = [f"{n}. {note}" for n, note in enumerate(notes, start=1)]
    return [*lines, "", import_text("what_lost"), *numbered]


def _listed(raw: object) -> list[str]:
    return [str(one) for one in raw] if isinstance(raw, list) else []


def _sentence(trouble: bytes) -> str:
    lines = trouble.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else import_text("not_read")


def _stem(path: Path) -> str:
    """The name without its endings, never hidden and never a path."""
    return path.name.split(".")[0].strip() or "boards"


def _put_aside(target: Path) -> str:
    """What is there under this name is kept under another, which Wren does not read."""
    if not target.exists():
        return ""
    n = 1
    while (aside := target.with_name(f"{target.name}.before-{n}")).exists():
        n += 1
    target.rename(aside)
    return aside.name
