"""Promises of `aac.sources`: one source listens at a time, and there is always one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from aac import plugins
from aac.model.settings import Settings
from aac.model.view import Notice, NoticeKind
from aac.ports import SourceProblem
from aac.sources import Sources


class Source:
    """Writes down when it listens."""

    def __init__(self, name: str, log: list[str], refuses: str = "") -> None:
        self._name, self._log, self._refuses = name, log, refuses
        self.on_problem: Callable[[str], None] = lambda code: None

    def start(self, emit: object) -> None:
        if self._refuses:
            raise SourceProblem(self._refuses)
        self._log.append(f"{self._name} on")

    def stop(self) -> None:
        self._log.append(f"{self._name} off")


class Rig:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, refuses: str = "") -> None:
        self.log: list[str] = []
        self.told: list[Notice] = []
        self.made: dict[str, Source] = {}
        self._refuses = refuses
        monkeypatch.setattr(plugins, "load", self._load)
        self.sources = Sources(lambda event, when: None, self.told.append)

    def _load(self, group: str, name: str) -> Callable[..., Any]:
        if self._refuses == "gone" and name == "global":
            raise plugins.PluginProblem(name)

        def make(keys: Sequence[str], on_problem: Callable[[str], None]) -> Source:
            refuses = self._refuses if name == "global" else ""
            source = self.made[name] = Source(name, self.log, refuses)
            source.on_problem = on_problem
            return source

        return make


ANYWHERE = Settings(global_switch=True)


def test_the_windows_keys_are_the_usual_source(monkeypatch: pytest.MonkeyPatch) -> None:
    rig = Rig(monkeypatch)
    rig.sources.use(Settings())
    assert rig.log == ["window on"]


def test_only_one_source_listens_when_the_switch_works_anywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rig = Rig(monkeypatch)
    rig.sources.use(Settings())
    rig.sources.use(ANYWHERE)
    assert rig.log == ["window on", "window off", "global on"]


def test_settings_that_do_not_concern_the_switch_leave_it_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rig = Rig(monkeypatch)
    rig.sources.use(Settings())
    rig.sources.use(replace(Settings(), theme="light"))
    assert rig.log == ["window on"]


@pytest.mark.parametrize("refuses", ["wayland", "no-display", "gone"])
def test_where_it_cannot_listen_anywhere_the_window_does_and_says_why(
    monkeypatch: pytest.MonkeyPatch, refuses: str
) -> None:
    rig = Rig(monkeypatch, refuses)
    rig.sources.use(ANYWHERE)
    assert rig.log == ["window on"]
    (notice,) = rig.told
    assert notice.kind is NoticeKind.SWITCH_SOURCE
    assert notice.detail.endswith(".")


def test_a_listener_that_stops_gives_way_to_the_windows_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rig = Rig(monkeypatch)
    rig.sources.use(ANYWHERE)
    rig.made["global"].on_problem("stopped")
    assert rig.log == ["global on", "window on"]
    assert len(rig.told) == 1


def test_a_key_that_is_not_known_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    rig = Rig(monkeypatch)
    rig.sources.use(Settings())
    rig.made["window"].on_problem("unknown-key:hyper")
    assert "hyper" in rig.told[0].detail
