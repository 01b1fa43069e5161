"""What is said now, stopped and gone on with."""

from __future__ import annotations

from aac.core.voice import SpokenNow
from aac.model.events import Speak

LONG = ((0, "One sentence."), (14, "And another one."))


def test_a_message_that_was_only_shown_since_is_what_is_said_again() -> None:
    voice = SpokenNow()
    voice.say(
        "One sentence. And another one.", 0.0, wait=True, silent=False, keep=False, parts=LONG
    )
    voice.hush()
    assert voice.halted
    assert voice.say("Only shown.", 1.0, wait=True, silent=True, keep=True) == []
    assert not voice.halted and voice.last == "Only shown."


def test_what_is_gone_on_with_stays_as_private_as_it_was() -> None:
    voice = SpokenNow()
    voice.say(
        "One sentence. And another one.", 0.0, wait=True, silent=False, keep=False, parts=LONG
    )
    voice.hush()
    (speak,) = voice.resume(1.0)
    assert isinstance(speak, Speak) and speak.text == "One sentence."
    assert voice.open == "" and not voice.kept
