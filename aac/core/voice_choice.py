"""The person's own choice of a voice, with the switch: which one, how quick, how high, how loud."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.core.limits import within
from aac.core.moment import Deed, Moment
from aac.model.commands import Command
from aac.model.language import in_use
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import with_values
from aac.model.voice_words import voice_text
from aac.model.voices import VoiceChoice, language_of, volume_of

# G52: 0.5 to 1.5 by tenths.
STEPS: Mapping[Command, tuple[str, float, str]] = {
    Command.VOICE_SLOWER: ("speech_rate", -0.1, "rate"),
    Command.VOICE_FASTER: ("speech_rate", 0.1, "rate"),
    Command.HIGHER: ("speech_pitch", 0.1, "pitch"),
    Command.LOWER: ("speech_pitch", -0.1, "pitch"),
}
LOUDER: Mapping[Command, float] = {Command.LOUDER: 0.1, Command.SOFTER: -0.1}
VOICE_COMMANDS = {
    *STEPS, *LOUDER, Command.NEXT_VOICE, Command.TRY_VOICE, Command.NIGHT_VOICE
}  # fmt: skip


def changed_voice(command: Command, moment: Moment) -> Deed:
    """What the command changes; all but loudness is heard at once, in a sentence of its own."""
    settings = moment.settings
    if command in LOUDER:
        key = "night_voice_volume" if settings.night_voice else "speech_volume"
        louder = within(key, volume_of(settings) + LOUDER[command])
        changed = with_values(settings, {key: louder})
        notice = Notice(NoticeKind.VOLUME, f"{louder:.0%}")
        return Deed(replace(moment, settings=changed), notice=notice)
    told = ""
    if command in STEPS:
        key, step, words = STEPS[command]
        value = within(key, getattr(settings, key) + step)
        settings = with_values(settings, {key: value})
        told = voice_text(words, value=f"{value:.1f}")
    elif command is Command.NIGHT_VOICE:
        settings = replace(settings, night_voice=not settings.night_voice)
        told = voice_text("night_on" if settings.night_voice else "night_off")
    elif command is Command.NEXT_VOICE:
        following = next_voice(moment)
        if following is None:
            return Deed(moment, notice=Notice(NoticeKind.VOICE_CHOSEN, voice_text("only_one")))
        settings = replace(settings, voice=following.id)
        told = voice_text("chosen", name=following.name)
    spoken = Deed(replace(moment, settings=settings), echo=voice_text("sample"))
    return replace(spoken, notice=Notice(NoticeKind.VOICE_CHOSEN, told)) if told else spoken


def next_voice(moment: Moment) -> VoiceChoice | None:
    """The voice after the one in use, among those that speak the language and are quick enough;
    None where there is no other."""
    fitting = [voice for voice in moment.voices if voice.usable and _speaks(voice)]
    places = [place for place, voice in enumerate(fitting) if voice.id == moment.settings.voice]
    place = places[0] + 1 if places else 0
    if not fitting or (places and len(fitting) == 1):
        return None
    return fitting[place % len(fitting)]


def _speaks(voice: VoiceChoice) -> bool:
    known = {tag.split("-")[0].lower() for tag in voice.languages} or {language_of(voice.id)}
    return in_use().code in known
