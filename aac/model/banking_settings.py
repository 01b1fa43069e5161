"""The settings of recordings in the person's own voice."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Declaration, Switch


@dataclass(frozen=True)
class BankingSettings:
    """The part of `model.settings.Settings` that is about recordings."""

    use_recordings: bool = True  # G51


BANKING: tuple[Declaration, ...] = (
    Switch(
        "use_recordings",
        "Use my recordings",
        "A recording is heard when its phrase is chosen, and when a message with the same words "
        "is spoken. Off: the voice of the computer says everything.",
    ),
)
