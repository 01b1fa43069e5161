"""``wren say TEXT``: speak a text, or write it as sound."""

from __future__ import annotations

import argparse

from aac.cli.commands import CommandProblem
from aac.cli.output import quiet_libraries
from aac.files.paths import profile_paths
from aac.files.store import Store
from aac.speech.say import NoDevice, RenderProblem, has_voice, say_aloud, say_to_file


def say(options: argparse.Namespace) -> int:
    """Speak with this person's voice and speed."""
    paths = profile_paths(getattr(options, "profile", None))
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    voice = options.voice or settings.voice
    if not options.text.strip():
        raise CommandProblem("There is nothing to say.")
    try:
        if options.voice and not has_voice(options.voice):
            raise CommandProblem(f"There is no voice called {options.voice}.")
        if options.wav is None:
            with quiet_libraries():
                say_aloud(options.text, voice, settings.speech_rate)
        else:
            say_to_file(options.text, options.wav.resolve(), voice, settings.speech_rate)
    except NoDevice as problem:
        raise CommandProblem(
            "No loudspeaker was found. Plug one in, turn the sound on, or use --wav FILE."
        ) from problem
    except RenderProblem as problem:
        raise CommandProblem(f"This cannot be spoken: {problem}.") from problem
    return 0
