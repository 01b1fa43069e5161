"""Hands text to other programs: by the clipboard, or by keys that a process of its own presses.

Nothing runs before it is used.  No text is in a log, a file or the words of a command.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

from PySide6.QtCore import QMimeData, QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from aac.model.events import Event, Noticed
from aac.model.notice import Notice, NoticeKind
from aac.model.outward import CopyText, OutwardEffect, TextTyped, TypeText
from aac.model.outward_words import outward_words, why_not_typed
from aac.model.settings import Settings
from aac.sound.child import worker_arguments, worker_environment

WORKER = "aac.outward.worker"

PATIENCE, EACH_LETTER = 8.0, 0.03
"""Seconds that the process may take, and more for each letter."""

STILL = 0.15
"""Seconds after the last key in which the listener may still tell of it."""

FORGET_COPY, FORGET_PASTED = 120.0, 3.0
"""Seconds that a private text stays on the clipboard: until a person has pasted it, or Wren has."""

# What programs that keep a history of the clipboard leave out: KDE's and other Linux ones look for
# the first, Windows for the second.
_KEEP_OUT = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}


class _Copied(QMimeData):
    """A text on the clipboard that knows which one it is."""

    def __init__(self, text: str, number: int) -> None:
        super().__init__()
        self.setText(text)
        self.number = number


class Handing(QObject):
    """``settings``: those of now.  ``post``: to the session.  ``log``: gets plain lines about
    trouble.  ``worker``: the module that types; it may take ``patience`` seconds, and more for
    each letter."""

    typing = Signal(bool)
    """Keys are being pressed now, or no longer: none of them is a switch."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        post: Callable[[Event], None],
        log: Callable[[str], None],
        worker: str = WORKER,
        patience: float = PATIENCE,
    ) -> None:
        super().__init__()
        self._settings, self._post, self._log = settings, post, log
        self._worker, self._patience = worker, patience
        self._process: QProcess | None = None
        self._order = TypeText("")
        self._waiting: list[TypeText] = []
        self._copies = 0
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._too_late)
        self._quiet = QTimer(self, singleShot=True, interval=round(STILL * 1000))
        self._quiet.timeout.connect(lambda: self.typing.emit(False))

    def hand_over(self, effect: OutwardEffect) -> None:
        """Do it; what came of it is told by a notice."""
        match effect:
            case CopyText(text, private):
                self._copy(text, private, FORGET_COPY)
                self._say(outward_words("copied"))
            case TypeText() if self._process is not None:
                self._waiting.append(effect)
            case TypeText():
                self._begin(effect)

    def stop(self) -> None:
        """End the process."""
        self._waiting.clear()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(1000)

    # ------------------------------------------------------------------------ clipboard

    def _copy(self, text: str, private: bool, seconds: float) -> None:
        self._copies += 1
        clipboard = QGuiApplication.clipboard()
        modes = [QClipboard.Mode.Clipboard]
        if clipboard.supportsSelection():
            modes.append(QClipboard.Mode.Selection)  # Shift and Insert in terminals
        for mode in modes:
            content = _Copied(text, self._copies)
            for kind, value in _KEEP_OUT.items() if private else ():
                content.setData(kind, value)
            clipboard.setMimeData(content, mode)
        if private:
            self._forget_after(seconds)

    def _forget_after(self, seconds: float) -> None:
        forget = partial(_forget, self._copies)
        QTimer.singleShot(round(seconds * 1000), self, forget)

    # ---------------------------------------------------------------------------- typing

    def _begin(self, order: TypeText) -> None:
        self._order = order
        if order.text:
            self._copy(order.text, order.private, FORGET_COPY)
        if code := why_not():
            self._end(failed=code)
            return
        settings = self._settings()
        wanted = {
            "text": order.text,
            "enter": order.enter,
            "way": settings.type_way,
            "paste": settings.paste_keys,
            "own": os.getpid(),
            "in_front": QGuiApplication.focusWindow() is not None,
        }
        self._quiet.stop()
        self.typing.emit(True)
        process = self._process = QProcess(self)
        process.setProgram(sys.executable)
        process.setArguments(worker_arguments(self._worker))
        process.setProcessEnvironment(worker_environment())
        process.finished.connect(self._answered)
        process.errorOccurred.connect(self._not_started)
        self._limit.start(round(1000 * (self._patience + EACH_LETTER * len(order.text))))
        process.start()
        process.write(json.dumps(wanted).encode("ascii") + b"\n")

    def _answered(self) -> None:
        process = self._process
        if process is None:
            return
        for line in bytes(process.readAllStandardError().data()).decode("utf-8", "replace").split():
            self._log(line)
        try:
            answer = json.loads(bytes(process.readAllStandardOutput().data()))
        except ValueError:
            answer = {"failed": "failed"}
        self._end(done=answer.get("done"), failed=str(answer.get("failed", "")))

    def _not_started(self, problem: QProcess.ProcessError) -> None:
        if problem == QProcess.ProcessError.FailedToStart:
            self._end(failed="failed")

    def _too_late(self) -> None:
        if self._process is not None:
            self._process.kill()  # `finished` follows

    def _end(self, *, done: str | None = None, failed: str = "") -> None:
        process, self._process = self._process, None
        self._limit.stop()
        self._quiet.start()
        if process is not None:
            process.deleteLater()
        if done is None:
            self._has_failed(failed)
        else:
            self._has_arrived(done)
        if self._waiting:
            self._begin(self._waiting.pop(0))

    def _has_arrived(self, program: str) -> None:
        order = self._order
        if order.private:
            self._forget_after(FORGET_PASTED)
        if order.text:
            self._post(TextTyped(order.text))
        key = "typed" if order.text else "enter"
        self._say(outward_words(key, program=program or outward_words("another")))

    def _has_failed(self, code: str) -> None:
        why = why_not_typed(code)
        self._say(outward_words("instead", why=why) if self._order.text else why)

    def _say(self, sentence: str) -> None:
        self._post(Noticed(Notice(NoticeKind.OUTWARD, sentence)))


def _forget(number: int) -> None:
    """Take this text off the clipboard, unless another one has come there since."""
    clipboard = QGuiApplication.clipboard()
    for mode in QClipboard.Mode.Clipboard, QClipboard.Mode.Selection:
        content = clipboard.mimeData(mode)
        if isinstance(content, _Copied) and content.number == number:
            clipboard.clear(mode)


def why_not() -> str:
    """A code of `model.outward_words` where no keys can be pressed, else nothing."""
    if find_spec("pynput") is None:
        return "not-installed"
    if not sys.platform.startswith("linux"):
        return ""
    if os.environ.get("XDG_SESSION_TYPE") == "wayland" or os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "" if os.environ.get("DISPLAY") else "no-display"
