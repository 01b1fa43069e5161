"""The voices of the messages: those that are installed, and silence behind them."""

from __future__ import annotations

from collections.abc import Callable

from aac import plugins
from aac.files.log import LOG, log_part
from aac.model.view import Notice, NoticeKind
from aac.model.words import voice_problem_text
from aac.ports import SpeechEngine
from aac.speech.fallback import Fallback
from aac.speech.silent import Silent


def open_voices(tell: Callable[[Notice], None]) -> Fallback:
    """The voice, and silence behind it: a failing voice never takes the scan with it.

    ``tell``: is told when another voice speaks than before, or none.
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

    return Fallback([*engines, Silent()], changed)
