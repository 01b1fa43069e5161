"""Wren's own voice and bell are no switch, and no longer than they can be heard."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SpeechEnded, SpeechFailed, SpeechStarted
from aac.own_sound import OwnSound
from aac.ports import Setup
from aac.sound.bell import Bell
from aac.sources import Sources


class Rig:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.aloud: set[str] = set()
        self.posted: list[object] = []
        sources = Sources(lambda event, when: None, lambda notice: None, Setup())
        monkeypatch.setattr(sources, "sounding", self._sounding)
        self.bell = Bell(Path("nowhere"))
        self.own = OwnSound(sources, self.bell, self.posted.append)

    def _sounding(self, what: str, on: bool) -> None:
        (self.aloud.add if on else self.aloud.discard)(what)


@pytest.fixture
def rig(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Rig:
    return Rig(monkeypatch)


@pytest.mark.parametrize("end", [SpeechEnded(1), SpeechFailed(1)])
def test_while_the_voice_speaks(rig: Rig, end: SpeechEnded | SpeechFailed) -> None:
    rig.own.voice_tells(SpeechStarted(1))
    assert rig.aloud == {"voice"}
    rig.own.voice_tells(end)
    assert rig.aloud == set()
    assert rig.posted == [SpeechStarted(1), end]


def test_while_the_bell_rings(rig: Rig) -> None:
    for end in (
        rig.bell.ended.emit,
        lambda: rig.bell.failed.emit("no-device"),
        rig.own.stop_ringing,
    ):
        rig.bell.rang.emit()
        assert rig.aloud == {"bell"}
        end()
        assert rig.aloud == set()
