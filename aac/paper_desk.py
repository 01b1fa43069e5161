"""Between the page that prints and the command that does it.

The PDF is made by ``wren print`` in a process of its own, so that the light never waits for it.
What makes sheets is loaded here only where something was printed or somebody looks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from aac import supervisor
from aac.files.printed import Printed, read_printed
from aac.model.board import BoardSet
from aac.model.notice import Notice, NoticeKind
from aac.model.paper_words import printing_text
from aac.model.settings import Settings
from aac.ui.paper_panel import PaperPanel

if TYPE_CHECKING:
    from aac.paper.sheets import Shelf

STOP_LIMIT = 1000  # milliseconds
LOOK_AFTER = 2000  # milliseconds without another change: an edit is seldom a single one


class PaperDesk(QObject):
    """``profile``: the folder of ``--profile``, if there is one.  ``record``: what was printed.

    ``boards``, ``settings``, ``phrases``: give those that are in use now.  ``told``: a `Notice`
    that copies are out of date; the same copies are told once.
    """

    told = Signal(object)

    def __init__(
        self,
        panel: PaperPanel,
        profile: Path | None,
        record: Path,
        boards: Callable[[], BoardSet],
        settings: Callable[[], Settings],
        phrases: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__()
        self._panel = panel
        self._profile = profile
        self._record = record
        self._now = boards, settings, phrases
        self._file = ""
        self._by_switch = False
        self._old: frozenset[tuple[str, str]] = frozenset()
        self._changed = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._changed.timeout.connect(self.check)
        self._process = QProcess(self)
        surroundings = QProcessEnvironment()
        for name, value in supervisor.surroundings().items():
            surroundings.insert(name, value)
        self._process.setProcessEnvironment(surroundings)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._broke)
        panel.wanted.connect(self.print)
        panel.seen.connect(self.look)
        panel.open_asked.connect(self._open)

    def changed(self) -> None:
        """Boards, settings or phrases: compared with what is on paper once no more changes come."""
        self._changed.start()

    def check(self) -> None:
        """Tell which copies are out of date, if there are others than were told before."""
        old: list[Printed] = []
        if read_printed(self._record):
            from aac.printing import old_sheets

            old = old_sheets(self._shelf(), self._record)
        # By what was printed: a copy that was printed anew is another copy.
        before, self._old = self._old, frozenset((one.name, one.digest) for one in old)
        if self._old - before:
            self.told.emit(Notice(NoticeKind.PAPER_OLD, "; ".join(one.title for one in old)))

    def look(self) -> None:
        """Show which copies are out of date."""
        from aac.printing import is_there, old_sheets

        shelf = self._shelf()
        old = {one.name: one.title for one in old_sheets(shelf, self._record)}
        gone = {name for name in old if not is_there(shelf, name)}
        self._panel.show_state(bool(read_printed(self._record)), old, gone)

    def _shelf(self) -> Shelf:
        from aac.printing import shelf_of

        boards, settings, phrases = self._now
        return shelf_of(boards(), settings(), phrases())

    def print_pack(self) -> None:
        """All as one PDF; what comes of it is told as a notice, because the page is not open."""
        self._by_switch = True
        self.print(("all", "--pack"))

    def print(self, arguments: Sequence[str]) -> None:
        """Start the command, unless it is at work."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            return
        profile = [f"--profile={self._profile}"] if self._profile else []
        command = ["-P", "-m", "aac", "print", *arguments, *profile, "--json"]
        self._process.start(sys.executable, command)

    def stop(self) -> None:
        """Let a print that is being made go."""
        self._changed.stop()
        self._process.blockSignals(True)
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(STOP_LIMIT)

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if code or status is not QProcess.ExitStatus.NormalExit:
            said = bytes(self._process.readAllStandardError().data()).decode(errors="replace")
            # A traceback is nothing to read: only a command that refuses says why in a sentence.
            why = said.strip() if code == 2 else ""
            self._panel.show_failed(why)
            self._tell(printing_text("failed", why=why))
            return
        made = json.loads(bytes(self._process.readAllStandardOutput().data()))
        self._file = made["files"][0] if len(made["files"]) == 1 else made["folder"]
        self._panel.show_made(made["files"], made["pages"], made["folder"])
        self._tell(printing_text("made", pages=made["pages"], file=self._file))
        self.look()

    def _tell(self, what: str) -> None:
        """The person asked with the switch, and is answered on the screen."""
        if self._by_switch:
            self._by_switch = False
            self.told.emit(Notice(NoticeKind.PAPER_PAGES, what))

    def _broke(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._panel.show_failed("")
            self._tell(printing_text("failed", why=""))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._file))
