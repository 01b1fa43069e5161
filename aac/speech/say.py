"""Speak from the command line: to a file, or aloud.  No window, no Qt, no other process."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from aac.ports import Utterance
from aac.sound.level import levelled
from aac.sound.player import NoDevice, Pcm, Player
from aac.sound.wav import write_wav
from aac.speech.renderer import Renderer, RenderProblem

__all__ = ["NoDevice", "RenderProblem", "has_voice", "save", "say_aloud", "say_to_file"]

_AFTER = 0.3
"""Seconds to wait after the end: the sound server plays that much later than we count."""


def say_to_file(text: str, path: Path, voice: str = "", rate: float = 0.9) -> None:
    """Write the spoken text as a WAV file.  Raises `OSError` and `RenderProblem`."""
    save(Renderer(), Utterance(0, text, voice=voice, rate=rate), path)


def say_aloud(text: str, voice: str = "", rate: float = 0.9, device: str = "") -> None:
    """Speak, and return when it is over.  Raises `NoDevice` and `RenderProblem`."""
    player = Player()
    for sound in levelled(Renderer().pieces(Utterance(0, text, voice=voice, rate=rate))):
        if player.ends_at is None:
            player.play(sound, device)
        else:
            player.more(sound)
    if player.ends_at is not None:
        time.sleep(max(0.0, player.ends_at - time.monotonic()) + _AFTER)
    player.stop()


def has_voice(voice: str) -> bool:
    """Whether a voice of this id, language or name is there.  Raises `RenderProblem`."""
    return Renderer().has_voice(voice)


def save(renderer: Renderer, utterance: Utterance, path: Path) -> None:
    """Write the utterance as a WAV file.  Raises `OSError` and `RenderProblem`."""
    rendered = renderer.pieces(replace(utterance, volume=1.0))
    pieces = list(levelled(rendered, utterance.volume))
    if not pieces:
        raise RenderProblem("there is nothing to say")
    write_wav(path, Pcm(b"".join(piece.samples for piece in pieces), pieces[0].rate))
