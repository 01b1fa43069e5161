"""From what the core wants said to what the voice is given, and from its words back to the shown
ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from aac.model.events import Speak
from aac.model.settings import Settings
from aac.model.spoken_form import SpokenForm
from aac.model.voice_events import WordSpoken
from aac.model.voices import asked_voice, spoken_of, volume_of
from aac.ports import Utterance


def utterance(
    number: int, text: str, settings: Settings, recording: bytes | Path = b""
) -> Utterance:
    """A message in the person's own manner, or as it is best heard on the telephone.

    ``text``: as it is to be read out.
    """
    usual = Utterance(
        number,
        text,
        voice=asked_voice(settings),
        rate=settings.speech_rate,
        pitch=settings.speech_pitch,
        volume=volume_of(settings),
        device=settings.speech_device,
        recording=recording,
    )
    if not settings.telephone:
        return usual
    device = settings.telephone_device or settings.speech_device
    return replace(usual, rate=settings.telephone_rate, gap=settings.telephone_gap, device=device)


class Speaking:
    """Knows the spoken form of the utterance that was asked for last."""

    def __init__(self) -> None:
        self._id = -1
        self._form = SpokenForm("")
        self._tells_words = False

    def utterance(self, effect: Speak, settings: Settings, recording: bytes | Path) -> Utterance:
        """What the voice is asked to say."""
        self._id, self._tells_words = effect.id, settings.word_light
        self._form = spoken_of(effect.text, settings)
        return utterance(effect.id, self._form.text, settings, recording)

    def shown(self, word: WordSpoken) -> WordSpoken | None:
        """The word in the shown text; None where it is of no use."""
        if not self._tells_words or word.id != self._id:
            return None
        return WordSpoken(word.id, *self._form.shown(word.start, word.end))
