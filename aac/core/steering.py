"""Settings that the person changes with a cell: speed, loudness, method, words (G12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.core.access import other_method, with_method
from aac.core.kept_timing import kept_under
from aac.core.limits import within
from aac.core.message import last_whole_word
from aac.core.moment import Deed, Moment
from aac.core.recordings import recordings_switched
from aac.core.scan_choice import for_one_switch
from aac.core.speed import speed_notice, with_speed
from aac.core.tuning import TUNING
from aac.core.voice_choice import VOICE_COMMANDS, changed_voice
from aac.model.checking import LONGEST_TEXT, MOST_TEXTS
from aac.model.commands import Command
from aac.model.declared import Choice, Number, Value
from aac.model.language import translated
from aac.model.notice import Notice, NoticeKind
from aac.model.pointer_settings import POINTERS
from aac.model.roles import ROLES
from aac.model.settings import BY_KEY, Settings, with_values

# One switch cannot work the method for two, so a cell never leads there.  Among pointers a cell
# goes from one to the other; between switch and pointer there is a cell of its own.
ONE_SWITCH_METHODS = ("automatic", "inverse", "step")

# G12: speed in steps of a tenth.
FACTORS: Mapping[Command, float] = {Command.SLOWER: 1.1, Command.FASTER: 1 / 1.1}
CYCLES: Mapping[Command, tuple[str, NoticeKind]] = {
    Command.SPEAK_MODE: ("speak_mode", NoticeKind.SPEAK_MODE),
    Command.THEME: ("theme", NoticeKind.THEME),
}


SWITCHES: Mapping[Command, tuple[str, NoticeKind, NoticeKind]] = {
    Command.PREDICTION: ("prediction_on", NoticeKind.PREDICTION_ON, NoticeKind.PREDICTION_OFF),
    Command.PHRASE_OFFER: (
        "phrase_offer",
        NoticeKind.PHRASE_OFFER_ON,
        NoticeKind.PHRASE_OFFER_OFF,
    ),
    Command.NIGHT: ("night", NoticeKind.NIGHT_ON, NoticeKind.NIGHT_OFF),
}


def changed_setting(command: Command, moment: Moment) -> Deed:
    """The setting that the command changes."""
    settings = moment.settings
    if command in (Command.METHOD, Command.OTHER_METHOD):
        return _method(command, moment)
    if command in FACTORS and settings.pointing:
        return _pointing_speed(command, moment)
    if command in FACTORS:
        changed = with_speed(settings, settings.scan_time * FACTORS[command])
        return Deed(replace(moment, settings=changed), notice=speed_notice(changed))
    if command in VOICE_COMMANDS:
        return changed_voice(command, moment)
    if command in CYCLES:
        return _next_option(moment, *CYCLES[command])
    if command is Command.RECORDINGS:
        return recordings_switched(moment)
    if command in SWITCHES:
        return _switched(moment, *SWITCHES[command])
    if command is Command.REMOVE_WORD:
        return _word_removed(moment)
    if command in TUNING:
        return TUNING[command](moment)
    raise ValueError(f"this is no setting: {command}")


def _switched(moment: Moment, key: str, on: NoticeKind, off: NoticeKind) -> Deed:
    value = not getattr(moment.settings, key)
    settings = with_values(moment.settings, {key: value})
    return Deed(replace(moment, settings=settings), notice=Notice(on if value else off))


def _word_removed(moment: Moment) -> Deed:
    """The last word before the caret is never offered again; it can still be spelled."""
    word = last_whole_word(moment.message)
    if not word or len(word) >= LONGEST_TEXT:
        return Deed(moment, notice=Notice(NoticeKind.NO_WORD))
    removed = [one for one in moment.settings.removed_words if one.lower() != word]
    changes: dict[str, Value] = {
        "removed_words": (*removed, word)[-MOST_TEXTS:],
        "own_words": tuple(one for one in moment.settings.own_words if one.lower() != word),
    }
    settings = with_values(moment.settings, changes)
    return Deed(replace(moment, settings=settings), notice=Notice(NoticeKind.WORD_REMOVED))


def _set(moment: Moment, key: str, value: float, kind: NoticeKind) -> Deed:
    declared, value = BY_KEY[key], within(key, value)
    assert isinstance(declared, Number)
    settings = with_values(moment.settings, {key: value})
    shown = f"{value:.2f}" if declared.unit == "s" else f"{value:.0%}"
    return Deed(replace(moment, settings=settings), notice=Notice(kind, shown))


def _next_option(moment: Moment, key: str, kind: NoticeKind) -> Deed:
    declared = BY_KEY[key]
    assert isinstance(declared, Choice)
    following = _after(getattr(moment.settings, key), tuple(declared.options))
    settings = with_values(moment.settings, {key: following})
    return Deed(
        replace(moment, settings=settings),
        notice=Notice(kind, translated(declared.options[following])),
    )


def _after(value: str, options: tuple[str, ...]) -> str:
    place = options.index(value) + 1 if value in options else 0
    return options[place % len(options)]


def _method(command: Command, moment: Moment) -> Deed:
    """The next method of its kind, or from switch to pointer and back."""
    settings = moment.settings
    if command is Command.OTHER_METHOD:
        following = other_method(settings)
    else:
        options = tuple(POINTERS) if settings.pointing else ONE_SWITCH_METHODS
        following = _after(settings.scan_method, options)
    changed = with_method(settings, following)
    if settings.scan_method in ROLES and not kept_under(settings, following):
        changed = for_one_switch(changed)
    return Deed(replace(moment, settings=changed), notice=method_notice(changed))


def method_notice(settings: Settings) -> Notice:
    """How cells are chosen now."""
    declared = BY_KEY["scan_method"]
    assert isinstance(declared, Choice)
    return Notice(NoticeKind.METHOD, translated(declared.options[settings.scan_method]))


def _pointing_speed(command: Command, moment: Moment) -> Deed:
    """Slower and faster while pointing: the dwell time by a tenth, a hold by 0.1 s."""
    settings, factor = moment.settings, FACTORS[command]
    if settings.scan_method == "dwell":
        return _set(moment, "dwell_time", settings.dwell_time * factor, NoticeKind.DWELL_TIME)
    step = 0.1 if factor > 1 else -0.1
    return _set(moment, "touch_hold", settings.touch_hold + step, NoticeKind.TOUCH_HOLD)
