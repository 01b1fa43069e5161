"""Name -> implementation, for our own parts and for others'.

Others register under entry points of the same group names.  A part that cannot be imported is
reported and left out; the rest works.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

OURS: Mapping[str, Mapping[str, str]] = {
    "aac.switch_sources": {
        "window": "aac.switches.window_keys:WindowKeys",
        "global": "aac.switches.global_keys:GlobalKeys",
        "gamepad": "aac.switches.gamepad:Gamepad",
        "serial": "aac.switches.serial_switch:SerialSwitch",
        "sound": "aac.switches.sound_switch:SoundSwitch",
        "socket": "aac.switches.local_socket:LocalSocket",
    },
    "aac.speech_engines": {
        "pyttsx3": "aac.speech.voice_process:VoiceProcess",
    },
    "aac.board_formats": {
        "obf": "aac.files.obf:ObfFormat",
        "grid3": "aac.files.imports.grid3:Grid3Format",
        "snap": "aac.files.imports.snap:SnapFormat",
        "touchchat": "aac.files.imports.touchchat:TouchChatFormat",
        "asterics": "aac.files.imports.asterics:AstericsFormat",
        "cboard": "aac.files.imports.cboard:CboardFormat",
        "locked": "aac.files.imports.locked:LockedFormat",
    },
    "aac.predictors": {
        "ngram": "aac.prediction.predictor:NgramPredictor",
        "frequency": "aac.core.prediction:FrequencyPredictor",
    },
}


class PluginProblem(Exception):
    """A part cannot be loaded; the message is its name."""


def names(group: str) -> tuple[str, ...]:
    """The parts of a group, ours first."""
    others = (entry.name for entry in entry_points(group=group))
    return tuple(dict.fromkeys((*OURS[group], *others)))


def load(group: str, name: str) -> Any:
    """The class or function of that name.  Raises `PluginProblem`."""
    try:
        if name in OURS[group]:
            module, _, attribute = OURS[group][name].partition(":")
            return getattr(import_module(module), attribute)
        (entry,) = entry_points(group=group, name=name)
        return entry.load()
    except Exception as problem:  # another's code may raise anything while it is imported
        raise PluginProblem(name) from problem
