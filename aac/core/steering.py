"""Settings that the person changes with a cell: speed, loudness, method, words (G12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.core.message import last_whole_word
from aac.core.moment import Deed, Moment
from aac.core.scan_choice import for_one_switch
from aac.model.board import Command
from aac.model.declared import Choice, Number, Value
from aac.model.roles import ROLES
from aac.model.settings import BY_KEY, LONGEST_TEXT, MOST_TEXTS, with_values
from aac.model.view import Notice, NoticeKind

# One switch cannot work the methods for several, so a cell never leads there.  With these three
# every change takes two choices at most (G1).
ONE_SWITCH_METHODS = ("automatic", "inverse", "step")

# G12: speed in steps of a tenth; loudness in tenths of full.
FACTORS: Mapping[Command, tuple[str, float, NoticeKind]] = {
    Command.SLOWER: ("scan_time", 1.1, NoticeKind.SPEED),
    Command.FASTER: ("scan_time", 1 / 1.1, NoticeKind.SPEED),
}
STEPS: Mapping[Command, tuple[str, float, NoticeKind]] = {
    Command.LOUDER: ("speech_volume", 0.1, NoticeKind.VOLUME),
    Command.SOFTER: ("speech_volume", -0.1, NoticeKind.VOLUME),
}
CYCLES: Mapping[Command, tuple[str, NoticeKind]] = {
    Command.SPEAK_MODE: ("speak_mode", NoticeKind.SPEAK_MODE),
    Command.METHOD: ("scan_method", NoticeKind.METHOD),
    Command.THEME: ("theme", NoticeKind.THEME),
}


SWITCHES: Mapping[Command, tuple[str, NoticeKind, NoticeKind]] = {
    Command.PREDICTION: ("prediction_on", NoticeKind.PREDICTION_ON, NoticeKind.PREDICTION_OFF),
    Command.PHRASE_OFFER: (
        "phrase_offer",
        NoticeKind.PHRASE_OFFER_ON,
        NoticeKind.PHRASE_OFFER_OFF,
    ),
}


def changed_setting(command: Command, moment: Moment) -> Deed:
    """The setting that the command changes."""
    settings = moment.settings
    if command in FACTORS:
        key, factor, kind = FACTORS[command]
        return _set(moment, key, getattr(settings, key) * factor, kind)
    if command in STEPS:
        key, step, kind = STEPS[command]
        return _set(moment, key, getattr(settings, key) + step, kind)
    if command in CYCLES:
        return _next_option(moment, *CYCLES[command])
    if command in SWITCHES:
        return _switched(moment, *SWITCHES[command])
    if command is Command.REMOVE_WORD:
        return _word_removed(moment)
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
    declared = BY_KEY[key]
    assert isinstance(declared, Number)
    value = round(min(max(value, declared.low), declared.high), 2)
    settings = with_values(moment.settings, {key: value})
    shown = f"{value:.2f}" if declared.unit == "s" else f"{value:.0%}"
    return Deed(replace(moment, settings=settings), notice=Notice(kind, shown))


def _next_option(moment: Moment, key: str, kind: NoticeKind) -> Deed:
    declared = BY_KEY[key]
    assert isinstance(declared, Choice)
    options = ONE_SWITCH_METHODS if key == "scan_method" else tuple(declared.options)
    value = getattr(moment.settings, key)
    place = options.index(value) + 1 if value in options else 0
    following = options[place % len(options)]
    settings = with_values(moment.settings, {key: following})
    if value in ROLES:
        settings = for_one_switch(settings)
    return Deed(
        replace(moment, settings=settings), notice=Notice(kind, declared.options[following])
    )
