"""What the voice is told besides what to say: where to be heard, and what to make ready.

The phrases of the boards are made ready as sound some time after the start, and again when the
voice, its manner or the boards change.  Never those of private boards, nothing while somebody is
private, and never a message: only what stands on boards is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from aac.model.board import AddText, Board, BoardSet, Cell, SayPhrase
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.sound_words import SOUND_WORDS, sound_words
from aac.model.view import View, Work
from aac.model.voices import spoken_of
from aac.ports import RendersAhead, SoundUse, Utterance
from aac.speaking import utterance

MEGABYTE = 1_000_000

AFTER_START = 15.0
"""Seconds.  Everything else has started by then, and somebody may have begun to speak."""

AFTER_CHANGE = 3.0
"""Seconds.  Whoever tries a voice changes it several times."""


class Sounding(QObject):
    """``boards``, ``work``: as they are now.  ``tell``: shows a notice."""

    def __init__(
        self,
        voice: RendersAhead,
        folder: Path,
        boards: Callable[[], BoardSet],
        work: Callable[[], Work],
        tell: Callable[[Notice], None],
    ) -> None:
        super().__init__()
        self._voice = voice
        self._folder = folder
        self._boards = boards
        self._work = work
        self._tell = tell
        self._view: View | None = None
        self._use: SoundUse | None = None
        self._ordered: object = None
        self._timer = QTimer(self, singleShot=True, interval=int(AFTER_START * 1000))
        self._timer.timeout.connect(self._order)

    def follow(self, view: View) -> None:
        """Tell the voice what has changed; have phrases made ready, a little later."""
        self._view = view
        settings = view.settings
        use = SoundUse(
            self._folder,
            settings.phrase_space * MEGABYTE,
            settings.keep_awake,
            settings.speech_device,
        )
        if use != self._use:
            self._use = use
            self._voice.use(use, self._hear)
        wanted = (view.private, use.most, _text_manner(settings), _manner(settings), self._boards())
        if not _same(wanted, self._ordered):
            first = self._ordered is None
            self._ordered = wanted
            self._timer.start(int(1000 * (AFTER_START if first else AFTER_CHANGE)))

    def forget(self) -> None:
        """What was kept is erased; it is made again later."""
        self._ordered = None

    def stop(self) -> None:
        """Order nothing any more."""
        self._timer.stop()

    def _order(self) -> None:
        view = self._view
        if view is None:
            return
        # Those of the telephone are few, and the usual ones stay for afterwards.
        nothing = view.private or view.settings.phrase_space == 0 or view.settings.telephone
        texts = () if nothing else phrases(self._boards(), self._work(), view.settings)
        spoken = tuple(spoken_of(text, view.settings).text for text in texts)
        self._voice.render_ahead(spoken, _manner(view.settings))

    def _hear(self, what: str) -> None:
        if what in SOUND_WORDS:
            self._tell(Notice(NoticeKind.OUTPUT, sound_words(what)))


def phrases(boards: BoardSet, work: Work, settings: Settings) -> Iterator[str]:
    """What cells say by themselves, the most likely first, each once.

    The strip, the home and the letter board, then the person's own phrases and the other boards.
    Left out is what a private board says too, wherever else it stands.
    """
    all_boards = list(boards.looked_through())
    private = {text for board in all_boards if board.private for text in _said(board, settings)}
    private.update(work.wishes)
    near = [boards.get(boards.home), boards.get(boards.spelling or boards.home)]
    first = [text for cell in boards.strip for text in _of(cell, settings)]
    first += [text for board in near for text in _said(board, settings)]
    rest = (text for board in all_boards for text in _said(board, settings))
    for text in dict.fromkeys((*first, *work.phrases, *rest)):
        if text not in private and text.strip():
            yield text


def _said(board: Board, settings: Settings) -> Iterator[str]:
    return (text for cell in board.cells() for text in _of(cell, settings))


def _of(cell: Cell, settings: Settings) -> Iterator[str]:
    """What choosing the cell says; a recording needs no voice."""
    if cell.sound:
        return
    match cell.action:
        case SayPhrase(text):
            yield text
        case AddText(text) if settings.speak_mode == "letter":
            yield text


def _manner(settings: Settings) -> Utterance:
    """How messages sound.  The loudness is made while playing, and so is the place."""
    return replace(utterance(0, "", settings), volume=1.0, device="")


def _text_manner(settings: Settings) -> tuple[object, ...]:
    """What decides which texts are said, and how they are read."""
    plain = settings.speak_plainly
    return settings.speak_mode, settings.language, settings.pronunciations, plain


def _same(wanted: tuple[object, ...], before: object) -> bool:
    """Boards are compared by identity: they are large, and replaced when they change."""
    if not isinstance(before, tuple):
        return False
    return wanted[:-1] == before[:-1] and wanted[-1] is before[-1]
