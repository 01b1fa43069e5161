"""The second voice: there only where wanted, on its own output or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from aac import plugins
from aac.cueing import HIGHER, CueEngine, CueVoice
from aac.model.board import Board
from aac.model.cue_events import Cue, CueEnded, CueEvent, CueFailed, CueStarted
from aac.model.cue_words import cue_words
from aac.model.settings import Settings
from aac.model.view import Page, View
from tests.fakes_speech import FakeVoice

OUTPUTS = {"spk": "Loudspeaker", "ear": "Earphone"}
ON = Settings(cues=True)


class Ear(FakeVoice):
    """A voice that knows outputs.  ``stopped``: whether its process has been ended."""

    stopped = False

    def find_outputs(self, tell: Callable[[dict[str, str]], None]) -> None:
        tell(dict(OUTPUTS))

    def stop(self) -> None:
        self.stopped = True
        super().stop()


class Rig:
    def __init__(self, make: Callable[[], CueEngine] | None = None) -> None:
        self.made: list[Ear] = []
        self.events: list[CueEvent] = []
        self.offered: dict[str, Mapping[str, str]] = {}
        self.voice = CueVoice(make or self._make, self.events.append, self.offered.__setitem__)

    def _make(self) -> Ear:
        self.made.append(Ear(ends_by_itself=False))
        return self.made[-1]

    def show(self, settings: Settings = ON, page: Page = Page.BOARD) -> None:
        self.voice.follow(View(Board("home", "Home", ()), page=page, settings=settings))

    @property
    def running(self) -> int:
        return sum(not ear.stopped for ear in self.made)


def test_there_is_no_process_before_cues_are_turned_on_nor_after() -> None:
    rig = Rig()
    rig.show(Settings())
    assert rig.running == 0
    for _ in range(2):
        rig.show()
        assert rig.running == 1
    rig.show(Settings())
    assert rig.running == 0
    rig.show()
    rig.voice.stop()
    rig.voice.stop()
    assert rig.running == 0


def test_a_cue_is_answered_as_it_is_heard() -> None:
    rig = Rig()
    rig.voice.say(Cue(7, "row 1"), ON)
    rig.made[0].finish()
    assert rig.events == [CueStarted(7), CueEnded(7)]
    rig.voice.say(Cue(8, "row 2"), ON)
    rig.voice.hush()
    assert rig.events[2:] == [CueStarted(8), CueEnded(8)]
    rig.made[0].broken = "no-device"
    rig.voice.say(Cue(9, "row 3"), ON)
    assert rig.events[4:] == [CueFailed(9, "no-device")]


def test_an_output_that_was_chosen_is_the_only_one() -> None:
    rig = Rig()
    rig.voice.say(Cue(1, "a"), replace(ON, cue_device="ear", cue_rate=1.5, cue_volume=0.3))
    (said,) = rig.made[0].said
    assert (said.device, said.only, said.rate, said.volume) == ("ear", True, 1.5, 0.3)
    rig.voice.say(Cue(2, "a"), ON)
    assert (rig.made[0].said[1].device, rig.made[0].said[1].only) == ("", False)


def test_its_voice_is_another_than_that_of_the_messages() -> None:
    rig = Rig()
    rig.voice.say(Cue(1, "a"), replace(ON, voice="en", speech_pitch=0.9))
    rig.voice.say(Cue(2, "a"), replace(ON, voice="en", cue_voice="en-us", speech_pitch=0.9))
    assert [(one.voice, one.pitch) for one in rig.made[0].said] == [
        ("en", 0.9 * HIGHER),
        ("en-us", 0.9),
    ]


def test_where_there_is_no_voice_each_cue_fails_and_it_is_looked_for_once() -> None:
    tries: list[int] = []

    def make() -> CueEngine:
        tries.append(1)
        raise plugins.PluginProblem("pyttsx3")

    rig = Rig(make)
    rig.show()
    rig.voice.say(Cue(1, "a"), ON)
    rig.voice.say(Cue(2, "b"), ON)
    rig.voice.hush()
    assert rig.events == [CueFailed(1, "no-voice"), CueFailed(2, "no-voice")]
    assert len(tries) == 1


def test_opening_the_settings_finds_what_can_be_chosen() -> None:
    rig = Rig()
    rig.show(Settings(), Page.SETTINGS)
    assert rig.offered["cue_device"] == {"": cue_words("same_device"), **OUTPUTS}
    assert rig.offered["cue_voice"] == {"": cue_words("own_voice"), "fake": "Fake"}
    rig.offered.clear()
    rig.show(replace(Settings(), theme="light"), Page.SETTINGS)
    assert not rig.offered, "only when they are opened"
    rig.show(Settings())
    assert rig.running == 0


def test_an_output_that_is_away_can_stay_chosen() -> None:
    rig = Rig()
    rig.show(replace(ON, cue_device="usb"), Page.SETTINGS)
    assert rig.offered["cue_device"]["usb"] == cue_words("absent_device", device="usb")


def test_without_an_output_of_their_own_cues_go_where_messages_go() -> None:
    rig = Rig()
    rig.voice.say(Cue(1, "a"), replace(ON, speech_device="spk"))
    assert (rig.made[0].said[0].device, rig.made[0].said[0].only) == ("spk", False)
    rig.voice.say(Cue(2, "a"), replace(ON, speech_device="spk", cue_device="ear"))
    assert (rig.made[0].said[1].device, rig.made[0].said[1].only) == ("ear", True)


def test_the_output_of_messages_can_be_chosen_where_that_of_cues_can() -> None:
    rig = Rig()
    rig.show(replace(ON, speech_device="old"), Page.SETTINGS)
    offered = rig.offered["speech_device"]
    assert offered.keys() == {"", "spk", "ear", "old"}
    assert "old" not in rig.offered["cue_device"]
