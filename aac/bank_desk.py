"""Between the page of the recordings, the microphone's process and the folder of the recordings.

Nothing is loaded and no process runs before a helper records.  The scan goes on all the time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from aac.bank_folder import BankFolder
from aac.banking.naming import played_beside
from aac.banking.recorder import Recorder, Take
from aac.banking.store import RecordingStore
from aac.banking.takes import Takes, about, arrival_of
from aac.model.banked import BankView, PhraseRow, rows_of, same_words
from aac.model.banking_words import banking_text
from aac.model.board import BoardSet
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.view import Work
from aac.sounding import phrases
from aac.ui.bank_panel import BankPanel

TAKES = "takes"


class BankDesk(QObject):
    """``boards``, ``settings``, ``work``: give those of now.

    ``changed``: the `model.banked.Recordings` that count now.  ``told``: a `Notice`.
    """

    changed = Signal(object)
    told = Signal(object)

    def __init__(
        self,
        panel: BankPanel,
        store: RecordingStore,
        profile: Path | None,
        boards: Callable[[], BoardSet],
        settings: Callable[[], Settings],
        work: Callable[[], Work],
        log: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._panel = panel
        self._store = store
        self._now = boards, settings, work
        self._recorder = Recorder(log)
        self._folder = BankFolder(profile)
        self._takes = Takes(store.folder / TAKES)
        self._said: tuple[str, ...] = ()  # by the boards
        self._recording = ""  # the words that are being recorded
        self._complained = False
        self._view = BankView()
        store.gone = self._gone
        self._connect()

    def start(self) -> None:
        """The scan has begun: know the recordings."""
        damaged = self._store.load()
        if self._store.all:
            self.changed.emit(self._store.recordings())
        if damaged:
            self._tell("damaged")
        elif missing := self._store.missing():
            self._tell("missing_files", count=len(missing))

    def stop(self) -> None:
        """Let go of processes; takes that nobody kept are no recordings."""
        self._recorder.stop()
        self._folder.stop()
        self._takes.clear()

    # ----------------------------------------------------------------------- the page

    def _connect(self) -> None:
        panel, recorder = self._panel, self._recorder
        panel.looked_at.connect(self._look)
        panel.chosen.connect(self._choose)
        panel.record_asked.connect(self._record)
        panel.stop_asked.connect(self._finish)
        panel.listen_asked.connect(self._listen)
        panel.keep_asked.connect(self._keep)
        panel.remove_asked.connect(self._remove)
        panel.move_asked.connect(self._move)
        panel.import_asked.connect(lambda folder: self._folder.work("import", folder))
        panel.export_asked.connect(lambda folder: self._folder.work("export", folder))
        recorder.begun.connect(lambda: self._show(doing="recording", told="speak_now"))
        recorder.level.connect(panel.show_level)
        recorder.took.connect(self._took)
        recorder.listening.connect(lambda: self._show(doing="listening", told="listening"))
        recorder.listened.connect(self._at_rest)
        recorder.failed.connect(self._failed)
        self._folder.told.connect(self._folder_told)
        self._folder.brought.connect(self._brought)

    def _look(self, looked_at: bool) -> None:
        """The page has come, or gone; the microphone goes with it."""
        if not looked_at:
            self._end()
            return
        if self._store.changed_elsewhere():
            self._store.load()
            self.changed.emit(self._store.recordings())
        boards, settings, work = self._now
        self._said = tuple(phrases(boards(), work(), settings()))
        self._at_rest()

    def _choose(self, phrase: str) -> None:
        self._end()
        self._view = replace(self._view, phrase=phrase)
        self._at_rest()

    def _end(self) -> None:
        """Attention goes elsewhere: what was recorded up to now waits with its phrase."""
        if self._view.doing == "recording":
            self._recorder.finish()
        else:
            self._recorder.stop()
            self._recording = ""
        self._view = replace(self._view, doing="")

    def _record(self) -> None:
        phrase = self._view.phrase
        if not same_words(phrase):
            return
        self._recording = phrase
        self._show(doing="opening", told="opening")
        self._recorder.record(self._takes.path(phrase))

    def _finish(self) -> None:
        if self._view.doing == "listening":
            self._recorder.hush()
        else:
            self._recorder.finish()

    def _took(self, take: Take) -> None:
        phrase, self._recording = self._recording, ""
        if not self._panel.isVisible():
            self._recorder.stop()
        if take.heard.verdict == "nothing":
            self._show(doing="", told="nothing")
            return
        self._takes.put(phrase, take)
        self._at_rest()

    def _listen(self) -> None:
        phrase = self._view.phrase
        take, kept = self._takes.of(phrase), self._store.find(phrase)
        if take is not None:
            self._recorder.listen(played_beside(take.path))
        elif kept is not None:
            played = self._store.played(kept)
            self._recorder.listen(played if played.is_file() else self._store.original(kept))

    def _keep(self) -> None:
        phrase = self._view.phrase
        take = self._takes.of(phrase)
        if take is None or not self._written(lambda: self._store.add((arrival_of(take, phrase),))):
            return
        self._takes.drop(phrase)
        self._use(self._panel.phrases.next_after(phrase))
        self._say(f"{banking_text('kept')} {self._view.told}")

    def _remove(self) -> None:
        found = self._store.find(self._view.phrase)
        if found is None or not self._written(lambda: self._store.remove(found.id)):
            return
        self._use(found.phrase)
        self._say(banking_text("removed", phrase=found.phrase, folder=self._store.removed))

    def _move(self, phrase: str) -> None:
        found = self._store.find(self._view.phrase)
        if found is None or not same_words(phrase):
            return
        if self._written(lambda: self._store.attach(found.id, phrase)):
            self._use(phrase)
            self._say(banking_text("moved", phrase=phrase))

    def _written(self, write: Callable[[], None]) -> bool:
        """Whether the disk has taken it."""
        try:
            write()
        except OSError:
            self._show(told="not_kept")
            return False
        return True

    # ------------------------------------------------------------------------ showing

    def _use(self, phrase: str) -> None:
        """Other recordings count from now on."""
        self._complained = False
        self.changed.emit(self._store.recordings())
        self._view = replace(self._view, phrase=phrase)
        self._at_rest()

    def _at_rest(self) -> None:
        """Nothing is recorded or heard: say what there is of the phrase."""
        made = {one.phrase: one.made for one in self._store.all}
        rows = rows_of(self._said, made)
        words = same_words(self._view.phrase)
        of = rows.get(words, PhraseRow(self._view.phrase))
        take = self._takes.of(words)
        self._view = replace(
            self._view, rows=tuple(rows.values()), made=of.made, doing="", take=take is not None
        )
        self._say(about(of, take))

    def _show(self, *, told: str, doing: str | None = None) -> None:
        """``told``: a word of `model.banking_words`."""
        if doing is not None:
            self._view = replace(self._view, doing=doing)
        self._say(banking_text(told))

    def _say(self, sentence: str) -> None:
        self._view = replace(self._view, told=sentence)
        self._panel.show_bank(self._view)

    def _failed(self, why: str) -> None:
        """The sentence stays; what there was before is still there."""
        self._recording = ""
        self._show(doing="", told=why)

    # -------------------------------------------------------------- folders and faults

    def _folder_told(self, sentence: str, busy: bool) -> None:
        self._view = replace(self._view, busy=busy, told_of_folder=sentence)
        self._panel.show_bank(self._view)

    def _brought(self) -> None:
        self._store.load()
        self._use(self._view.phrase)

    def _gone(self, phrase: str) -> None:
        """The voice says it; once is enough to be told so."""
        if not self._complained:
            self._complained = True
            self._tell("cannot_play")

    def _tell(self, key: str, **parts: object) -> None:
        self.told.emit(Notice(NoticeKind.RECORDINGS, banking_text(key, **parts)))
