"""Puts the house together: reads, builds, connects, runs, closes.  The process of the window.

``wren`` starts it through the supervisor, which starts it again when it dies.
"""

from __future__ import annotations

import argparse
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aac import starting, supervisor
from aac.bringing import Bringing
from aac.core.session import Session
from aac.cueing import CueVoice, cue_engine
from aac.editor.making import make_desk
from aac.files.board_library import Library
from aac.files.board_media import media_of
from aac.files.languages import speak_own
from aac.files.log import LOG, log_fault, log_part, start_log
from aac.files.paths import assets_folder, profile_paths
from aac.files.store import Store
from aac.files.trace import Trace
from aac.hands import Hands
from aac.model import language
from aac.model.board import BoardSet
from aac.model.board_events import BoardsChanged
from aac.model.cue_events import RingEnded
from aac.model.events import CellTouched, Event, Noticed, PageTurned, SettingsChanged
from aac.model.measures import Measures
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind, View, Work
from aac.offering import open_predictor
from aac.own_sound import OwnSound
from aac.paper.sheets import Shelf
from aac.paper_desk import PaperDesk
from aac.picturing import Picturing
from aac.ports import Setup
from aac.printing import shelf_of
from aac.runtime import Runtime
from aac.shelf import open_shelf
from aac.sound.bell import Bell
from aac.sources import Sources
from aac.ui.main_window import BOARD_SETTINGS, MainWindow, load_fonts
from aac.voice_desk import VoiceDesk
from aac.voicing import open_voices


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
        settings = speak_own(settings, new=self._first_run)
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
        media, album = media_of(lambda: self._boards), self._window.board.album
        self._picturing = Picturing(media, self._paths.pictures, album, log_part)
        sounds = assets_folder() / "sounds"
        self._bell = Bell(sounds, log_part, own=sounds / language.in_use().code)
        self._voice = open_voices(self._tell)
        offer = self._window.settings.set_choices
        self._cues = CueVoice(lambda: cue_engine(log_part), self._post, offer)
        self._voices = VoiceDesk(self._voice.best, offer, self._post)
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
        self._bringing = Bringing(folder, lambda: open_shelf(folder, self._settings))
        panel, printed = self._window.settings.paper, self._paths.printed
        self._desk = PaperDesk(panel, options.profile, printed, self._paper)
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
        self._bringing.stop()
        self._sources.stop()
        self._runtime.stop()
        self._editor.close()
        self._voice.stop()
        self._cues.stop()
        self._voices.stop()
        self._desk.stop()
        self._bell.close()
        self._picturing.stop()

    def _start_sound(self) -> None:
        self._bell.start()
        self._voice.start(self._own_sound.voice_tells)
        for notice in self._desk.notices():
            self._tell(notice)

    def _paper(self) -> Shelf:
        """What the sheets on paper are made from, as it is now."""
        work, _ = self._store.read_work()
        return shelf_of(self._boards, self._settings, work.phrases)

    def _begin(self, settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
        first_run, self._first_run = self._first_run, False
        return Session(
            self._boards, settings, work, private=private, measures=measures, first_run=first_run
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
            recording=self._picturing.content,
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
        self._voices.follow(view)
        self._editor.follow(view)

    def _connect(self) -> None:
        window, post = self._window, self._runtime.post
        window.touched.connect(lambda cell_id: post(CellTouched(cell_id)))
        window.pointed.connect(post)
        window.settings_changed.connect(lambda settings: post(SettingsChanged(settings)))
        window.page_asked.connect(lambda page: post(PageTurned(page)))
        window.settings.finder.wanted.connect(self._find_switch)
        window.settings.boards.wanted.connect(self._bringing.bring)
        self._bringing.told.connect(window.settings.boards.show_report)
        self._bringing.loaded.connect(self._use_library)
        window.settings.voice_tried.connect(post)
        window.close_asked.connect(QApplication.quit)
        self._bell.ended.connect(lambda: post(RingEnded()))
        self._bell.failed.connect(lambda why: self._tell(Notice(NoticeKind.BELL_FAILED)))

    def _find_switch(self, wanted: bool) -> None:
        """A helper asks which switch moves, or has seen it."""
        finder = self._window.settings.finder
        if wanted:
            self._sources.seek(finder.show_contact, finder.show_level)
        else:
            self._sources.seek(None)

    def _use_library(self, library: Library) -> None:
        """Boards were added: the session begins anew with them, with the same message."""
        self._use_boards(self._editor.renew(library.boards))
        self._runtime.renew()

    def _use_boards(self, boards: BoardSet) -> None:
        """Boards were changed by a helper, or a phrase by the person."""
        self._boards = boards
        self._runtime.post(BoardsChanged(boards))
        names = {board.id: board.name for board in boards.looked_through()}
        for key in BOARD_SETTINGS:
            self._window.settings.set_choices(key, names)

    def _post(self, event: Event) -> None:
        self._runtime.post(event)

    def _tell(self, notice: Notice) -> None:
        LOG.info("notice %s", notice.kind.value)
        self._post(Noticed(notice))


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
