"""The settings of how sound gets out: limits, units, labels, help."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.banking_settings import BankingSettings
from aac.model.declared import Declaration, Number, Switch, Text


@dataclass(frozen=True)
class SoundSettings(BankingSettings):
    """Where messages are heard, and what is done so that they are heard at once."""

    speech_device: str = ""
    keep_awake: bool = False
    phrase_space: int = 100  # megabytes; the phrases that come with Wren take about a third


SOUND: tuple[Declaration, ...] = (
    Text(
        "speech_device",
        "Messages are heard on",
        "Where it has gone, messages are heard on the usual loudspeaker until it is back.",
    ),
    Switch(
        "keep_awake",
        "Keep the loudspeaker awake",
        "For Bluetooth and USB speakers that fall asleep and swallow the first word. A noise far "
        "too soft to be heard; it uses their battery.",
    ),
    Number(
        "phrase_space",
        "Space for prepared phrases",
        "The phrases of the boards are made ready as sound, so that each is heard at once. "
        "Never those of private boards, and never a message. 0: none.",
        0,
        1000,
        20,
        unit="MB",
        whole=True,
    ),
)
