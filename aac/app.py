"""Puts the house together: reads, builds, connects, runs, closes.  The process of the window.

``wren`` starts it through the supervisor, which starts it again when it dies.
"""

from __future__ import annotations

import argparse
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aac import plugins, starting, supervisor
from aac.core.session import Session
from aac.cueing import CueVoice, cue_engine
from aac.editor.making import make_desk
from aac.files.log import LOG, log_fault, log_part, start_log
from aac.files.paths import assets_folder, profile_paths
from aac.files.store import Store
from aac.files.trace import Trace
from aac.hands import Hands
from aac.model.board import BoardSet
from aac.model.board_events import BoardsChanged
from aac.model.cue_events import RingEnded
from aac.model.events import CellTouched, Noticed, PageTurned, SettingsChanged
from aac.model.measures import Measures
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind, View, Work
from aac.model.words import voice_problem_text
from aac.offering import open_predictor
from aac.own_sound import OwnSound
from aac.ports import Setup, SpeechEngine
from aac.runtime import Runtime
from aac.shelf import open_shelf
from aac.sound.bell import Bell
from aac.sources import Sources
from aac.speech.fallback import Fallback
from aac.speech.silent import Silent
from aac.ui.main_window import BOARD_SETTINGS, MainWindow, load_fonts


class Wren:
    """The running aid: everything that is built once."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._paths = profile_paths(options.profile)
        self._store = Store(self._paths.settings, self._paths.work, self._paths.measures)
        self._trace = Trace(options.trace) if options.trace else None
        # Whoever has no settings yet is new here; one who was here a moment ago is not.
        self._first_run = not (self._paths.settings.exists() or options.restarted)
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
        self._window = MainWindow({board.id: board.name for board in self._boards.looked_through()})
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
        setup = Setup(folder=self._paths.work.parent, log=log_part)
        self._sources = Sources(self._runtime.on_switch, self._tell, setup)
        self._own_sound = OwnSound(self._sources, self._bell, self._runtime.post)
        page, folder = self._window.editor, self._paths.boards
        self._editor = make_desk(folder, self._boards, settings, page, self._use_boards)
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
        self._editor.close()
        self._voice.stop()
        self._cues.stop()
        self._bell.close()

    def _start_sound(self) -> None:
        self._bell.start()
        self._voice.start(self._own_sound.voice_tells)

    def _begin(self, settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
        first_run, self._first_run = self._first_run, False
        return Session(
            self._boards,
            settings,
            work,
            private=private,
            measures=measures,
            first_run=first_run,
        )

    def _hands(self) -> Hands:
        return Hands(
            show=self._show,
            ring=self._bell.ring,
            stop_ringing=lambda: self._own_sound.stop_ringing(),
            click=self._bell.click,
            cue=self._cues.say,
            stop_cue=self._cues.hush,
            save=self._store.write_work,
            save_settings=self._store.write_settings,
            save_measures=self._store.write_measures,
            save_board=lambda board: self._editor.take(board),
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
        self._editor.follow(view)

    def _connect(self) -> None:
        window, post = self._window, self._runtime.post
        window.touched.connect(lambda cell_id: post(CellTouched(cell_id)))
        window.pointed.connect(post)
        window.settings_changed.connect(lambda settings: post(SettingsChanged(settings)))
        window.page_asked.connect(lambda page: post(PageTurned(page)))
        window.settings.finder.wanted.connect(self._find_switch)
        window.close_asked.connect(QApplication.quit)
        self._bell.ended.connect(lambda: post(RingEnded()))
        self._bell.failed.connect(lambda why: self._tell(Notice(NoticeKind.BELL_FAILED)))

    def _use_boards(self, boards: BoardSet) -> None:
        """Boards were changed by a helper, or a phrase by the person."""
        self._boards = boards
        self._runtime.post(BoardsChanged(boards))
        names = {board.id: board.name for board in boards.looked_through()}
        for key in BOARD_SETTINGS:
            self._window.settings.set_choices(key, names)

    def _find_switch(self, wanted: bool) -> None:
        """A helper asks which switch moves, or has seen it."""
        finder = self._window.settings.finder
        if wanted:
            self._sources.seek(finder.show_contact, finder.show_level)
        else:
            self._sources.seek(None)

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
    options = starting.options()
    if not starting.has_screen():
        print("Wren needs a screen, and there is none here.", file=sys.stderr)
        return supervisor.CANNOT_START
    application = QApplication([sys.argv[0]])
    application.setApplicationName("wren")
    application.setApplicationDisplayName("Wren")
    paths = profile_paths(options.profile)
    lock = starting.lock(paths.work.with_name("wren.lock"))
    if lock is None:
        print("Wren is already running. Look for its window.", file=sys.stderr)
        return supervisor.ALREADY_RUNNING
    start_log(paths.log)
    load_fonts(assets_folder() / "fonts")
    wren = Wren(options)
    heart = starting.heart(application)
    signal.signal(signal.SIGTERM, starting.end_when_asked)
    wren.start()
    code = application.exec()
    heart.stop()
    wren.stop()
    lock.unlock()
    return code


if __name__ == "__main__":
    sys.exit(main())
