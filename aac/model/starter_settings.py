"""The settings of language, stage and simple mode: labels and help (G3, G57)."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Choice, Declaration, Switch
from aac.model.stages import LATE, SPEECH, SWITCH, TOUCH


@dataclass(frozen=True)
class StarterSettings:
    """The part of `model.settings.Settings` that says where to begin."""

    stage: str = ""  # G3
    simple_mode: bool = False  # G57
    wren_language: str = ""  # the computer's


STARTING: tuple[Declaration, ...] = (
    Choice(
        "stage",
        "Where are we now?",
        # The last two sentences: guidance G82.
        "A set of settings to begin with. What would change is listed first; Undo takes it back. "
        "Wren is a communication aid, not a medical device and not an alarm. It does not replace "
        "an assessment by a speech therapist and an occupational therapist, good seating and "
        "switch mounting, or a call bell.",
        {
            "": "Not chosen",
            SPEECH: "Speech with support",
            TOUCH: "Touch",
            SWITCH: "Switch",
            LATE: "Little movement",
        },
    ),
    Switch(
        "simple_mode",
        "Simple mode",
        "One board of nine large cells, lit one by one, and no words offered. Turning it off "
        "brings everything back.",
    ),
    Choice(
        "wren_language",
        "Language of Wren",
        "Of boards, sentences, emergency phrases and voice. It counts when Wren is started the "
        "next time. The language of the words goes with it.",
        {"": "As this computer", "en": "English", "de": "Deutsch"},
    ),
)
