"""What a deed says: aloud, as an echo, or only shown; and what of it may be learned."""

from __future__ import annotations

from aac.core.moment import Deed
from aac.core.sentences import sentences
from aac.core.talk import Talk
from aac.core.voice import SpokenNow
from aac.model.events import Effect, Learn


def say(deed: Deed, voice: SpokenNow, talk: Talk, now: float) -> list[Effect]:
    """Begin to say it; nothing of a private moment is kept.

    A recording of the person's own voice says it, where there is one (guidance G51).
    """
    settings = deed.moment.settings
    if deed.outward is not None:
        return [deed.outward]  # it is not said as well
    if not deed.say:
        return voice.echo(deed.echo, deed.sound) if deed.echo else []
    keep = deed.keep and not deed.moment.private
    wait = settings.pause_while_speaking or settings.cues  # both at once are not understood
    silent = settings.speak_mode == "silent"
    sound = deed.sound or (voice.recordings.key(deed.say) if settings.use_recordings else "")
    parts = sentences(deed.say) if settings.by_sentence and not sound else ()
    effects = voice.say(
        deed.say, now, wait=wait, silent=silent, keep=keep, sound=sound, parts=parts
    )
    if not keep:
        return effects
    talk.said(deed.say)
    return [*effects, Learn(deed.say)]
