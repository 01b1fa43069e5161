"""Puts the house together: reads, builds, connects, runs, closes."""

from __future__ import annotations

import argparse
import signal
import sys
from collections import ChainMap

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from aac import starting, supervisor
from aac.banking.store import RecordingStore
from aac.calling import Calling
from aac.core.session import Session
from aac.cueing import CueVoice, cue_engine
from aac.files.board_media import media_of
from aac.files.languages import speak_own
from aac.files.log import LOG, log_fault, log_part, start_log
from aac.files.paths import assets_folder, profile_paths
from aac.files.store import Store
from aac.files.trace import Trace
from aac.handing import Handing
from aac.hands import Hands
from aac.helping import Helping, names_of
from aac.model import language
from aac.model.events import CellTouched, Event, Noticed, PageTurned, SettingsChanged
from aac.model.measures import Measures
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.view import View, Work
from aac.offering import open_predictor
from aac.own_sound import OwnSound
from aac.people import People
from aac.picture_shelf import PictureShelf
from aac.picturing import Picturing
from aac.ports import Setup
from aac.runtime import Runtime
from aac.shelf import open_shelf
from aac.sources import Sources
from aac.ui.main_window import MainWindow, load_fonts
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
        predictor, about_words = open_predictor(settings, self._paths.learned)
        notices += more + about_measures + about_words
        notices += [Notice(NoticeKind.BOARD_DAMAGED, fault.name) for fault in library.faults]
        notices += [Notice(NoticeKind.RESTARTED)] if options.restarted else []
        self._settings = settings
        self._window = MainWindow(names_of(library.boards))
        media, album = media_of(lambda: self._helping.boards), self._window.board.album
        self._pictures = PictureShelf(lambda: self._helping.boards, media, log_part)
        self._recordings = RecordingStore(self._paths.recordings)
        shown = ChainMap(self._pictures.found, media)  # type: ignore[arg-type]  # only read
        self._picturing = Picturing(shown, self._paths.pictures, album, log_part)
        sounds = assets_folder() / "sounds"
        own = sounds / language.in_use().code
        self._calling = Calling(sounds, own, self._post, self._tell, log_part)
        offer = self._window.settings.set_choices
        self._voice = open_voices(
            self._tell, self._paths, lambda: self._helping.boards, self._store, offer, self._post
        )
        self._cues = CueVoice(lambda: cue_engine(log_part), self._post, offer)
        self._helping = Helping(
            self._window,
            self._paths,
            options.profile,
            library.boards,
            settings=lambda: self._settings,
            phrases=lambda: self._store.read_work()[0].phrases,
            post=self._post,
            renew=lambda: self._runtime.renew(),
            tell=self._tell,
            pictures=self._pictures,
            recordings=self._recordings,
            log=log_part,
        )
        self._handing = Handing(lambda: self._settings, self._post, log_part)
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
        self._own_sound = OwnSound(self._sources, self._calling.bell, self._runtime.post)
        phones = self._paths.settings.with_name("phones.json")
        self._people = People(self._window, self._runtime.post, phones, log_part)
        self._connect()
        for notice in notices:
            self._tell(notice)

    def start(self) -> None:
        """Show the board and scan; then wake the voice and the bell, which take longer."""
        self._sources.use(self._settings)
        self._calling.use(self._settings)
        self._window.open(full_screen=self._settings.full_screen and not self._options.window)
        self._runtime.start()
        LOG.info("the scan has begun")
        QTimer.singleShot(0, self._start_sound)

    def stop(self) -> None:
        """Let go of devices and processes."""
        self._people.stop()
        self._handing.stop()
        self._sources.stop()
        self._runtime.stop()
        self._helping.stop()
        self._voice.stop()
        self._cues.stop()
        self._calling.stop()
        self._picturing.stop()
        self._pictures.stop()

    def _start_sound(self) -> None:
        self._calling.start()
        self._voice.start(self._own_sound.voice_tells)
        self._helping.start()

    def _begin(self, settings: Settings, work: Work, private: bool, measures: Measures) -> Session:
        first_run, self._first_run = self._first_run, False
        return Session(
            self._helping.boards, settings, work, private=private, measures=measures,
            first_run=first_run, recordings=self._recordings.recordings(),
        )  # fmt: skip

    def _hands(self) -> Hands:
        return Hands(
            show=self._show,
            ring=self._calling.ring,
            stop_ringing=self._stop_ringing,
            click=self._calling.bell.click,
            cue=self._cues.say,
            stop_cue=self._cues.hush,
            save=self._save,
            save_settings=self._store.write_settings,
            save_measures=self._store.write_measures,
            save_board=self._helping.take,
            print_paper=self._helping.print_pack,
            hand_over=self._handing.hand_over,
            forget=self._store.forget,
            forget_sounds=self._voice.forget,
            quit=QApplication.quit,
            log_fault=log_fault,
            recording=lambda key: self._recordings.sound(key) or self._picturing.content(key),
        )

    def _save(self, work: Work) -> None:
        self._store.write_work(work)
        self._helping.saved(work)

    def _show(self, view: View) -> None:
        self._window.show_view(view)
        self._people.follow(view)
        self._window.paint_now()
        if self._trace is not None:
            self._trace.shown(view)
        if view.settings != self._settings:
            self._settings = view.settings
            self._sources.use(view.settings)
            self._calling.use(view.settings)
        self._cues.follow(view)
        self._voice.follow(view)
        self._helping.follow(view)

    def _connect(self) -> None:
        window, post = self._window, self._runtime.post
        window.touched.connect(lambda cell_id: post(CellTouched(cell_id)))
        window.pointed.connect(post)
        window.settings_changed.connect(lambda settings: post(SettingsChanged(settings)))
        window.page_asked.connect(lambda page: post(PageTurned(page)))
        window.settings.finder.wanted.connect(self._find_switch)
        window.settings.voice_tried.connect(post)
        window.close_asked.connect(QApplication.quit)
        self._handing.typing.connect(self._sources.typing)

    def _find_switch(self, wanted: bool) -> None:
        """A helper asks which switch moves, or has seen it."""
        finder = self._window.settings.finder
        found, level = (finder.show_contact, finder.show_level) if wanted else (None, None)
        self._sources.seek(found, level)

    def _stop_ringing(self) -> None:
        self._own_sound.stop_ringing()
        self._calling.over()

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
