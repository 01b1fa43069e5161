"""The settings of the voice: limits, units, labels, help."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Declaration, Number, Switch, Text, Texts

VOICE: tuple[Declaration, ...] = (
    Text("voice", "Voice", "A choice is heard with “Try it”. Lines with seconds were tried here."),
    Text(
        "piper_voice",
        "Piper voice file",
        "The path of a voice of one’s own: a file ending in .onnx, its .json beside it. It then "
        "stands in the list of voices.",
    ),
    Number("speech_rate", "Speed of the voice", "1 is the voice's own speed.", 0.5, 1.5, 0.05, "×"),
    Number("speech_pitch", "Pitch of the voice", "1 is its own.", 0.5, 1.5, 0.05, "×"),
    Number("speech_volume", "Loudness of the voice", "1 is full.", 0.1, 1.0, 0.1, "×"),
    Switch("night_voice", "Night voice", "Messages are softer. The bell is as loud as by day."),
    Number("night_voice_volume", "Loudness at night", "1 is full.", 0.1, 1.0, 0.1, "×"),
    Texts(
        "pronunciations",
        "Spoken as",
        "Word by word, for example: Siobhan = Shivawn. Only what is heard changes. A word written "
        "small counts in every case.",
    ),
    Switch(
        "speak_plainly",
        "Say short forms as words",
        "“Dr.”, “7:05”, “5 kg” and the like are spoken as words. What is shown stays as it is.",
    ),
    Switch(
        "word_light",
        "Mark the word that is spoken",
        "A line under it, in the message.",
    ),
    Switch(
        "by_sentence",
        "Long messages sentence by sentence",
        "A press stops the voice; “Say again” then goes on with the sentence that was stopped.",
    ),
)


@dataclass(frozen=True)
class VoiceSettings:
    """The part of the settings that the voice added; G52, G50."""

    piper_voice: str = ""
    night_voice: bool = False
    night_voice_volume: float = 0.4
    pronunciations: tuple[str, ...] = ()
    speak_plainly: bool = True
    word_light: bool = True
    by_sentence: bool = True
