"""Promises of `aac.sources`: each source that is wanted listens, and none takes another with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from aac import plugins
from aac.model.events import CommandPressed, Movement, SwitchPressed, SwitchReleased
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.switch_map import DIRECT
from aac.ports import Emit, FindsContacts, HearsSound, Setup, SourceProblem
from aac.sources import Sources


class Source:
    """Writes down when it listens, and for what."""

    def __init__(self, name: str, contacts: Sequence[str], rig: Rig, setup: Setup) -> None:
        self.contacts = tuple(contacts)
        self.setup = setup
        self.emit: Emit | None = None
        self._name, self._rig = name, rig
        self.on_news: Callable[[str], None] = lambda code: None

    def start(self, emit: Emit) -> None:
        if self._name in self._rig.refuses:
            raise SourceProblem(self._rig.refuses[self._name])
        self.emit = emit
        self._rig.log.append(f"{self._name} on")

    def stop(self) -> None:
        self._rig.log.append(f"{self._name} off")

    def press(self, contact: str) -> None:
        assert self.emit is not None
        self.emit(SwitchPressed(self.contacts.index(contact) + 1), 0.0)


class Finding(Source):
    """Can say which of its contacts moves."""

    found: Callable[[str], None] | None = None

    def seek(self, found: Callable[[str], None] | None) -> None:
        self.found = found


class Hearing(Finding):
    """Could be pressed by a loudspeaker."""

    deaf = False
    show: Callable[[float], None] | None = None

    def deafen(self, deaf: bool) -> None:
        self.deaf = deaf

    def meter(self, show: Callable[[float], None] | None) -> None:
        self.show = show


KINDS: dict[str, type[Source]] = {"global": Source, "sound": Hearing}


class Rig:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, **refuses: str) -> None:
        self.log: list[str] = []
        self.told: list[Notice] = []
        self.heard: list[Movement] = []
        self.made: dict[str, Any] = {}
        self.refuses = refuses
        monkeypatch.setattr(plugins, "load", self._load)
        self.sources = Sources(
            lambda event, when: self.heard.append(event), self.told.append, Setup()
        )

    @property
    def sentences(self) -> list[str]:
        return [notice.detail for notice in self.told]

    def use(self, *lines: str, **changes: Any) -> None:
        self.sources.use(replace(Settings(), switch_map=lines, **changes))

    def _load(self, group: str, name: str) -> Callable[..., Any]:
        if self.refuses.get(name) == "gone":
            raise plugins.PluginProblem(name)

        def make(contacts: Sequence[str], on_news: Callable[[str], None], setup: Setup) -> Source:
            source = self.made[name] = KINDS.get(name, Finding)(name, contacts, self, setup)
            source.on_news = on_news
            return source

        return make


@pytest.fixture
def rig(monkeypatch: pytest.MonkeyPatch) -> Rig:
    return Rig(monkeypatch)


# ------------------------------------------------------------------------------- keys


def test_the_windows_keys_are_the_usual_source(rig: Rig) -> None:
    rig.use()
    assert rig.log == ["window on"]
    assert rig.made["window"].contacts == ("space", "enter")


def test_only_one_source_hears_keys_when_the_switch_works_anywhere(rig: Rig) -> None:
    rig.use()
    rig.use(global_switch=True)
    assert rig.log == ["window on", "window off", "global on"]


def test_settings_that_do_not_concern_the_switch_leave_it_alone(rig: Rig) -> None:
    rig.use()
    rig.use(theme="light")
    assert rig.log == ["window on"]


@pytest.mark.parametrize("refuses", ["wayland", "no-display", "gone"])
def test_where_it_cannot_listen_anywhere_the_window_does_and_says_why(
    monkeypatch: pytest.MonkeyPatch, refuses: str
) -> None:
    rig = Rig(monkeypatch, **{"global": refuses})
    rig.use(global_switch=True)
    assert rig.log == ["window on"]
    (notice,) = rig.told
    assert notice.kind is NoticeKind.SWITCH_SOURCE
    assert notice.detail.endswith(".")
    rig.use(global_switch=True, theme="light")
    assert rig.log == ["window on"]
    assert len(rig.told) == 1
    rig.use()
    rig.refuses.clear()
    rig.use(global_switch=True)
    assert rig.log == ["window on", "window off", "global on"]


def test_a_listener_that_stops_gives_way_to_the_windows_keys(rig: Rig) -> None:
    rig.use(global_switch=True)
    rig.made["global"].press("space")
    rig.made["global"].on_news("stopped")
    assert rig.log == ["global on", "window on"]
    assert len(rig.told) == 1
    assert rig.heard == [SwitchPressed(1), SwitchReleased(1)]


def test_a_key_that_is_not_known_is_named_by_its_line_or_itself(rig: Rig) -> None:
    rig.use("sound = 1", "key:hyper = call")
    rig.made["window"].on_news("unknown-key:hyper")
    rig.made["window"].on_news("unknown-key:super")
    assert "Line 2" in rig.sentences[0]
    assert "super" in rig.sentences[1]


def test_keys_of_lines_are_heard_with_the_usual_ones(rig: Rig) -> None:
    rig.use("key:f9 = call", "key:mouse_left = 4")
    window = rig.made["window"]
    assert window.contacts == ("space", "enter", "f9", "mouse_left")
    for contact in window.contacts:
        window.press(contact)
    assert rig.heard == [
        SwitchPressed(1), SwitchPressed(2), CommandPressed(DIRECT["call"]), SwitchPressed(4),
    ]  # fmt: skip


def test_a_listener_whose_process_dies_is_not_torn_down_while_it_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real one: its own process object is what tells us."""
    monkeypatch.setattr("aac.switches.global_keys.why_not", lambda: "")
    monkeypatch.setattr("aac.switches.global_keys.WORKER", ("-c", "pass"))
    for _ in range(5):
        told: list[Notice] = []
        sources = Sources(lambda event, when: None, told.append, Setup())
        sources.use(Settings(global_switch=True))
        qtbot.waitUntil(lambda told=told: len(told) == 1, timeout=10_000)
        qtbot.wait(1)
        sources.stop()


# ----------------------------------------------------------------------------- others


def test_a_line_turns_its_source_on_and_its_end_turns_it_off(rig: Rig) -> None:
    rig.use("gamepad:0 = 1", "gamepad:1 = rest")
    assert rig.log == ["window on", "gamepad on"]
    rig.made["gamepad"].press("1")
    assert rig.heard == [CommandPressed(DIRECT["rest"])]
    rig.use()
    assert rig.log == ["window on", "gamepad on", "gamepad off"]


def test_a_change_of_one_source_leaves_the_others_alone(rig: Rig) -> None:
    rig.use("gamepad:0 = 1", "sound = 1")
    rig.log.clear()
    rig.use("gamepad:0 = 1", "sound = 1", sound_level=-40.0)
    assert rig.log == ["sound off", "sound on"]
    assert rig.made["sound"].setup.settings.sound_level == -40.0
    rig.log.clear()
    rig.use("gamepad:0 = 2", "sound = 1", sound_level=-40.0)
    assert rig.log == ["gamepad off", "gamepad on"]


def test_what_was_down_is_let_go_when_its_source_goes(rig: Rig) -> None:
    rig.use("gamepad:0 = 1")
    rig.made["gamepad"].press("0")
    rig.use()
    assert rig.heard == [SwitchPressed(1), SwitchReleased(1)]


@pytest.mark.parametrize("why", ["gamepad-not-installed", "gone"])
def test_a_source_that_cannot_be_had_is_told_once_and_the_others_work(
    monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    rig = Rig(monkeypatch, gamepad=why)
    rig.use("gamepad:0 = 1", "serial:cts = 2")
    assert rig.log == ["window on", "serial on"]
    rig.use("gamepad:0 = 1", "serial:cts = 2", theme="light")
    (sentence,) = rig.sentences
    assert sentence.endswith("work.")


def test_a_line_that_cannot_be_understood_is_named_and_the_others_work(rig: Rig) -> None:
    rig.use("gamepad:0 = 1", "eyes = 2", "serial:cts = fly", "key:Return = call")
    assert rig.log == ["window on", "gamepad on"]
    assert [sentence.split(" ")[1] for sentence in rig.sentences] == ["2", "3", "4"]
    rig.use("gamepad:0 = 1", "eyes = 2", "serial:cts = fly", "key:Return = call", theme="light")
    assert len(rig.told) == 3


def test_lines_of_the_socket_wait_until_it_is_turned_on(rig: Rig) -> None:
    rig.use("socket:lamp = 1")
    assert rig.log == ["window on"]
    assert "Line 1" in rig.sentences[0]
    rig.use("socket:lamp = 1", socket_on=True)
    assert rig.log == ["window on", "socket on"]
    rig.use("socket:lamp = 1")
    assert rig.log[-1] == "socket off"


def test_loss_and_return_of_a_device_are_told(rig: Rig) -> None:
    rig.use("gamepad:0 = 1")
    rig.made["gamepad"].on_news("gamepad-lost")
    rig.made["gamepad"].on_news("gamepad-back")
    assert rig.sentences == [
        "The game controller is gone. Plug it in again; the other switches work.",
        "The game controller works.",
    ]


def test_everything_stops(rig: Rig) -> None:
    rig.use("gamepad:0 = 1", "sound = 2")
    rig.log.clear()
    rig.sources.stop()
    rig.sources.stop()
    assert sorted(rig.log) == ["gamepad off", "sound off", "window off"]


# ------------------------------------------------------------------ which switch was that


def test_a_helper_who_asks_hears_of_every_source(rig: Rig) -> None:
    found: list[str] = []
    levels: list[float] = []
    rig.use()
    rig.sources.seek(found.append, levels.append)
    assert rig.log == ["window on", "gamepad on", "serial on", "sound on"]
    rig.made["window"].found("f9")
    rig.made["gamepad"].found("3")
    rig.made["sound"].found("")
    rig.made["sound"].show(-20.0)
    assert found == ["key:f9", "gamepad:3", "sound"]
    assert levels == [-20.0]
    rig.made["gamepad"].on_news("gamepad-missing")
    assert rig.told == []  # nobody has asked for one
    rig.log.clear()
    rig.sources.seek(None)
    assert sorted(rig.log) == ["gamepad off", "serial off", "sound off"]
    assert rig.made["window"].found is None


def test_asking_leaves_sources_that_are_on_as_they_are(rig: Rig) -> None:
    found: list[str] = []
    rig.use("gamepad:0 = 1", "sound = 1")
    rig.log.clear()
    rig.sources.seek(found.append)
    assert rig.log == ["serial on"]
    rig.made["gamepad"].found("0")
    rig.sources.seek(None)
    assert rig.log == ["serial on", "serial off"]
    assert rig.made["gamepad"].found is None
    assert rig.made["sound"].show is None


def test_keys_anywhere_are_never_named_only_those_in_the_window(rig: Rig) -> None:
    assert not isinstance(Source("global", (), rig, Setup()), FindsContacts)
    rig.use(global_switch=True)
    rig.sources.seek(lambda name: None)
    assert rig.made["window"].contacts == ()
    rig.sources.seek(None)
    assert "window off" in rig.log


# ------------------------------------------------------------------------ Wren's own sound


def test_no_sound_is_a_press_while_voice_or_bell_can_be_heard(rig: Rig) -> None:
    rig.use("sound = 1")
    sound = rig.made["sound"]
    assert isinstance(sound, HearsSound)
    rig.sources.sounding("voice", True)
    rig.sources.sounding("bell", True)
    rig.sources.sounding("voice", False)
    assert sound.deaf
    rig.use("sound = 2")
    assert rig.made["sound"].deaf
    rig.sources.sounding("bell", False)
    assert not rig.made["sound"].deaf
