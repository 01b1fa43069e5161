"""Puts the house together: reads, builds, connects, runs, closes.  The process of the window.

``wren`` starts it through the supervisor, which starts it again when it dies.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from aac import plugins, supervisor
from aac.core.session import Session
from aac.cueing import CueVoice, cue_engine
from aac.files.log import LOG, log_fault, log_part, start_log
from aac.files.paths import assets_folder, profile_paths
from aac.files.store import Store
from aac.files.trace import Trace
from aac.hands import Hands
from aac.model.cue_events import RingEnded
from aac.model.events import CellTouched, Noticed, PageTurned, SettingsChanged
from aac.model.measures import Measures
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind, Page, View, Work
from aac.model.words import voice_problem_text
from aac.offering import open_predictor
from aac.ports import SpeechEngine
from aac.runtime import Runtime
from aac.shelf import open_shelf
from aac.sound.bell import Bell
from aac.sources import Sources
from aac.speech.fallback import Fallback
from aac.speech.silent import Silent
from aac.ui.main_window import MainWindow, load_fonts

BEAT = 1000  # milliseconds; the supervisor waits twenty times as long


class Wren:
    """The running aid: everything that is built once."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._paths = profile_paths(options.profile)
        self._store = Store(self._paths.settings, self._paths.work, self._paths.measures)
        self._trace = Trace(options.trace) if options.trace else None
        settings, notices = self._store.read_settings()
        work, more = self._store.read_work()
        measures, about_measures = self._store.read_measures()
        library = open_shelf(self._paths.boards, settings)
        notices += more + about_measures
        notices += [Notice(NoticeKind.BOARD_DAMAGED, fault.name) for fault in library.faults]
        predictor, about_words = open_predictor(settings, self._paths.learned)
        notices += about_words
        if options.restarted:
            notices.append(Notice(NoticeKind.RESTARTED))
        self._settings = settings
        self._boards = library.boards
        self._window = MainWindow({board.id: board.name for board in self._boards.boards.values()})
        self._bell = Bell(assets_folder() / "sounds", log_part)
        self._voice = self._voices()
        self._cues = CueVoice(
            lambda: cue_engine(log_part),
            lambda event: self._runtime.post(event),
            self._window.settings.set_choices,
        )
        self._runtime = Runtime(
            self._begin,
            settings,
            work,
            measures,
            hands=self._hands(),
            speech=self._voice,
            predictor=predictor,
        )
        self._sources = Sources(self._runtime.on_switch, self._tell)
        self._connect()
        for notice in notices:
            self._tell(notice)

    def start(self) -> None:
        """Show the board and scan; then wake the voice and the bell, which take longer."""
        self._sources.use(self._settings)
        self._window.open(full_screen=self._settings.full_screen and not self._options.window)
        self._runtime.start()
        LOG.info("the scan has begun")
        QTimer.singleShot(0, self._start_sound)

    def stop(self) -> None:
        """Let go of devices and processes."""
        self._sources.stop()
        self._runtime.stop()
        self._voice.stop()
        self._cues.stop()
        self._bell.close()

    def _start_sound(self) -> None:
        self._bell.start()
        self._voice.start(self._runtime.post)

    def _begin(self, settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
        return Session(self._boards, settings, work, private=private, measures=measures)

    def _hands(self) -> Hands:
        return Hands(
            show=self._show,
            ring=self._bell.ring,
            stop_ringing=self._bell.stop_ringing,
            click=self._bell.click,
            cue=self._cues.say,
            stop_cue=self._cues.hush,
            save=self._store.write_work,
            save_settings=self._store.write_settings,
            save_measures=self._store.write_measures,
            forget=self._store.forget,
            quit=QApplication.quit,
            log_fault=log_fault,
        )

    def _show(self, view: View) -> None:
        self._window.show_view(view)
        self._window.paint_now()
        if self._trace is not None:
            self._trace.shown(view)
        if view.settings != self._settings:
            self._settings = view.settings
            self._sources.use(view.settings)
        self._cues.follow(view)

    def _connect(self) -> None:
        window, post = self._window, self._runtime.post
        window.touched.connect(lambda cell_id: post(CellTouched(cell_id)))
        window.settings_changed.connect(lambda settings: post(SettingsChanged(settings)))
        window.settings_asked.connect(lambda: post(PageTurned(Page.SETTINGS)))
        window.page_closed.connect(lambda: post(PageTurned(Page.BOARD)))
        window.close_asked.connect(QApplication.quit)
        self._bell.ended.connect(lambda: post(RingEnded()))
        self._bell.failed.connect(lambda why: self._tell(Notice(NoticeKind.BELL_FAILED)))

    def _tell(self, notice: Notice) -> None:
        LOG.info("notice %s", notice.kind.value)
        self._runtime.post(Noticed(notice))

    # --------------------------------------------------------------------- the parts

    def _voices(self) -> Fallback:
        """The voice, and silence behind it: a failing voice never takes the scan with it."""
        engines: list[SpeechEngine] = []
        for name in plugins.names("aac.speech_engines"):
            try:
                engines.append(plugins.load("aac.speech_engines", name)(log_part))
            except plugins.PluginProblem as problem:
                LOG.error("speech engine %s cannot be loaded", problem)
        return Fallback([*engines, Silent()], self._voice_changed)

    def _voice_changed(self, engine: int, why: str) -> None:
        """Another voice speaks than before, or none: the last engine is silence."""
        LOG.info("speech engine %d speaks %s", engine, why)
        if engine == 0:
            self._tell(Notice(NoticeKind.VOICE_BACK))
        else:
            self._tell(Notice(NoticeKind.VOICE_SILENT, voice_problem_text(why)))


def main() -> int:
    """Run the window until it is ended; gives an exit code of `supervisor`."""
    options = _options()
    if not _has_screen():
        print("Wren needs a screen, and there is none here.", file=sys.stderr)
        return supervisor.CANNOT_START
    application = QApplication([sys.argv[0]])
    application.setApplicationName("wren")
    application.setApplicationDisplayName("Wren")
    paths = profile_paths(options.profile)
    lock = _lock(paths.work.with_name("wren.lock"))
    if lock is None:
        print("Wren is already running. Look for its window.", file=sys.stderr)
        return supervisor.ALREADY_RUNNING
    start_log(paths.log)
    load_fonts(assets_folder() / "fonts")
    wren = Wren(options)
    heart = _heart(application)
    signal.signal(signal.SIGTERM, _end_when_asked)
    wren.start()
    code = application.exec()
    heart.stop()
    wren.stop()
    lock.unlock()
    return code


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="wren")
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--trace", type=Path)
    parser.add_argument("--window", action="store_true")
    parser.add_argument("--restarted", action="store_true")
    return parser.parse_args()


def _has_screen() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _lock(path: Path) -> QLockFile | None:
    """One Wren at a time in a profile; a lock left by a dead one is taken over."""
    with suppress(OSError):  # a disk that cannot be written must not keep Wren from starting
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)
    busy = not lock.tryLock(100) and lock.error() is QLockFile.LockError.LockFailedError
    return None if busy else lock


def _heart(application: QApplication) -> QTimer:
    """Tells the supervisor that the thread of the screen is alive."""
    timer = QTimer(application)
    pipe = os.environ.pop(supervisor.HEARTBEAT, "")
    if pipe:
        # A voice or bell that outlives the window must not keep the pipe open in its place.
        os.set_inheritable(int(pipe), False)
        timer.timeout.connect(lambda: os.write(int(pipe), b"."))
    # It beats without a supervisor too: Python hears of signals only between two turns of it.
    timer.start(BEAT)
    return timer


def _end_when_asked(number: int, frame: object) -> None:
    """Let go of everything first; the supervisor knows whether it was it who asked.

    By a timer, because there is nothing to exit from before the event loop runs.
    """
    QTimer.singleShot(0, lambda: QApplication.exit(supervisor.TERMINATED))


if __name__ == "__main__":
    sys.exit(main())
