"""The voices of the messages: those that are installed, and silence behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from aac import plugins
from aac.files.log import LOG, log_part
from aac.files.paths import ProfilePaths
from aac.files.store import Store
from aac.model.board import BoardSet
from aac.model.notice import Notice, NoticeKind
from aac.model.view import View, Work
from aac.model.voice_events import VoicesKnown
from aac.model.words import voice_problem_text
from aac.ports import SpeechEngine
from aac.sounding import Sounding
from aac.speech.fallback import Fallback
from aac.speech.silent import Silent
from aac.voice_desk import VoiceDesk


class Voices(Fallback):
    """Several voices as one, told with every view how they are to sound."""

    def __init__(
        self,
        engines: Sequence[SpeechEngine],
        changed: Callable[[int, str], None],
        folder: Path,
        boards: Callable[[], BoardSet],
        work: Callable[[], Work],
        tell: Callable[[Notice], None],
        offer: Callable[[str, Mapping[str, str]], None],
        post: Callable[[VoicesKnown], None],
    ) -> None:
        super().__init__(engines, changed)
        self._sounding = Sounding(self, folder, boards, work, tell)
        self._desk = VoiceDesk(engines[0], offer, post)

    def follow(self, view: View) -> None:
        """Be heard where the settings say; make the phrases of the boards ready; list voices."""
        self._sounding.follow(view)
        self._desk.follow(view)

    def forget(self) -> None:
        """Lose every phrase that is kept as sound.  Raises `OSError`."""
        self._sounding.forget()
        super().forget()

    def stop(self) -> None:
        self._sounding.stop()
        self._desk.stop()
        super().stop()


def open_voices(
    tell: Callable[[Notice], None],
    paths: ProfilePaths,
    boards: Callable[[], BoardSet],
    store: Store,
    offer: Callable[[str, Mapping[str, str]], None],
    post: Callable[[VoicesKnown], None],
) -> Voices:
    """The voice, and silence behind it: a failing voice never takes the scan with it.

    ``tell``: is told when another voice speaks than before, or none, or elsewhere.  The phrases of
    ``boards`` are made ready as sound.  ``offer``: takes a setting's key and what it can name now;
    ``post``: is told of the voices there are.
    """
    engines: list[SpeechEngine] = []
    for name in plugins.names("aac.speech_engines"):
        try:
            engines.append(plugins.load("aac.speech_engines", name)(log_part))
        except plugins.PluginProblem as problem:
            LOG.error("speech engine %s cannot be loaded", problem)

    def changed(engine: int, why: str) -> None:
        """The last engine is silence."""
        LOG.info("speech engine %d speaks %s", engine, why)
        if engine == 0:
            tell(Notice(NoticeKind.VOICE_BACK))
        else:
            tell(Notice(NoticeKind.VOICE_SILENT, voice_problem_text(why)))

    everyone = [*engines, Silent()]

    def work() -> Work:
        return store.read_work()[0]

    return Voices(everyone, changed, paths.phrases, boards, work, tell, offer, post)
