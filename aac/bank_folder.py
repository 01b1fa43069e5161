"""Recordings taken in from a folder or given out as one, by ``wren recordings`` in a process of its
own: sound files of unknown people are decoded there, and the scan goes on.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from aac.model.banking_words import banking_text, with_names
from aac.supervisor import surroundings

STOP_LIMIT = 1000  # milliseconds


class BankFolder(QObject):
    """``told``: a sentence for the helper, and whether the work goes on.  ``brought``: recordings
    have come.  ``profile``: the folder of ``--profile``, if there is one."""

    told = Signal(str, bool)
    brought = Signal()

    def __init__(self, profile: Path | None) -> None:
        super().__init__()
        self._profile = profile
        self._child: QProcess | None = None
        self._verb = ""

    def work(self, verb: str, folder: str) -> None:
        """``import`` or ``export`` this folder; one at a time."""
        if self._child is not None:
            return
        if not folder.strip():
            self.told.emit(banking_text("no_folder_named"), False)
            return
        self._verb = verb
        self.told.emit(banking_text("working"), True)
        child = self._child = QProcess(self)
        environment = QProcessEnvironment()
        for key, value in surroundings().items():
            environment.insert(key, value)
        child.setProcessEnvironment(environment)
        child.finished.connect(self._ended)
        child.errorOccurred.connect(self._cannot_start)
        profile = [f"--profile={self._profile}"] if self._profile else []
        path = str(Path(folder.strip()).expanduser())
        command = ["-P", "-m", "aac", "recordings", verb, *profile, "--json", "--", path]
        child.start(sys.executable, command)

    def stop(self) -> None:
        """Nothing more is told."""
        child, self._child = self._child, None
        if child is not None:
            child.blockSignals(True)
            child.kill()
            child.waitForFinished(STOP_LIMIT)

    def _cannot_start(self, problem: QProcess.ProcessError) -> None:
        if problem is QProcess.ProcessError.FailedToStart:
            self._ended(1)

    def _ended(self, code: int) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        output = bytes(child.readAllStandardOutput().data())
        trouble = bytes(child.readAllStandardError().data()).decode("utf-8", "replace").strip()
        child.deleteLater()
        try:
            found = json.loads(output) if code == 0 else None
        except ValueError:
            found = None
        if not isinstance(found, dict):
            # Only a command that refuses says why in a sentence.
            self.told.emit(trouble if code == 2 and trouble else banking_text("failed"), False)
            return
        self.told.emit(imported(found) if self._verb == "import" else exported(found), False)
        if self._verb == "import":
            self.brought.emit()


def imported(found: dict[str, list[str]]) -> str:
    """What came of ``wren recordings import --json``."""
    if not any(found.values()):
        return banking_text("nothing_found")
    lines = [banking_text("attached", count=len(found["attached"]))]
    if found["others"]:
        lines.append(with_names("others", found["others"]))
    if found["same"]:
        lines.append(banking_text("same", count=len(found["same"])))
    if found["unread"]:
        lines.append(with_names("unread", found["unread"]))
    return "\n".join(lines)


def exported(found: dict[str, object]) -> str:
    """What came of ``wren recordings export --json``."""
    lines = [banking_text("exported", count=found["written"], folder=found["folder"])]
    if (lost := found["lost"]) and isinstance(lost, list):
        lines.append(with_names("lost_files", lost))
    return "\n".join(lines)
