"""The settings of spoken cues and of the short sounds: limits, units, labels, help."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch, Text

CUES: tuple[Declaration, ...] = (
    Switch(
        "cues",
        "Say what is lit",
        "A second voice says each item, and the light waits for it: the scan time begins when it "
        "has ended. It is silent while a message is spoken or the bell rings.",
    ),
    Text(
        "cue_device",
        "Cues are heard on",
        "For an earphone choose one with a sound device of its own, by USB or Bluetooth. Cues are "
        "never heard anywhere else: where the earphone has gone, only the light goes on.",
    ),
    Text(
        "cue_voice",
        "Voice of the cues",
        "Empty: the voice of the messages, a third higher.",
    ),
    Number("cue_rate", "Speed of the cues", "1 is the voice's own speed.", 0.5, 2.0, 0.05, "×"),
    Number("cue_volume", "Loudness of the cues", "1 is full.", 0.1, 1.0, 0.1, "×"),
    Number(
        "cue_minimum",
        "A press counts after",
        "Presses so soon after the beginning of a cue do not choose: they cannot be meant for it. "
        "A late press still counts for the item before. 0: each press counts.",
        0.0,
        2.0,
        0.05,
    ),
    Switch(
        "cues_only",
        "Do not show the light",
        "For eyes that tire. The light comes back by itself where cues cannot be heard.",
    ),
    Choice(
        "loop_sound",
        "Tone at the end of a round",
        "When the light begins a row or the board anew, or leaves it.",
        {"cues": "With cues", "on": "Always", "off": "Never"},
    ),
    Number(
        "scan_sound_volume",
        "Loudness of ticks and tones",
        "Of the short sounds of the scan, on the usual loudspeaker. 1 is full.",
        0.1,
        1.0,
        0.1,
        "×",
    ),
)
