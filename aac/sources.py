"""Which switch sources are on: the window's own keys, or keys anywhere where that is wanted.

Only one of the two listens at a time, so that no press is told twice.
"""

from __future__ import annotations

from collections.abc import Callable

from aac import plugins
from aac.model.events import SwitchPressed, SwitchReleased
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind
from aac.model.switch_words import source_problem_text
from aac.ports import SourceProblem, SwitchSource

Emit = Callable[[SwitchPressed | SwitchReleased, float], None]


class Sources:
    """``use`` turns the sources on that the settings ask for."""

    def __init__(self, emit: Emit, tell: Callable[[Notice], None]) -> None:
        self._emit = emit
        self._tell = tell
        self._wanted: tuple[tuple[str, ...], bool] | None = None
        self._running: list[SwitchSource] = []

    def use(self, settings: Settings) -> None:
        """Follow the settings; the window's keys stand in where others cannot be had."""
        wanted = (settings.switch_keys, settings.global_switch)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self.stop()
        if not (settings.global_switch and self._start("global", settings.switch_keys)):
            self._start("window", settings.switch_keys)

    def stop(self) -> None:
        for source in self._running:
            source.stop()
        self._running = []

    def _start(self, name: str, keys: tuple[str, ...]) -> bool:
        try:
            source: SwitchSource = plugins.load("aac.switch_sources", name)(keys, self._problem)
        except plugins.PluginProblem:
            self._problem("not-installed")
            return False
        try:
            source.start(self._emit)
        except SourceProblem as problem:
            self._problem(str(problem))
            return False
        self._running.append(source)
        return True

    def _problem(self, code: str) -> None:
        """Say what is missing; a listener that has stopped gives way to the window's keys."""
        code, _, detail = code.partition(":")
        self._tell(Notice(NoticeKind.SWITCH_SOURCE, source_problem_text(code, detail)))
        if code == "stopped" and self._wanted is not None:
            self._running = []
            self._start("window", self._wanted[0])
