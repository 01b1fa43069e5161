"""What cells do to the timing: taking a speed change back, fresh and tired, answering advice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from aac.core.moment import Deed, Moment, home_board, without_template
from aac.core.presets import TIRED, other_preset
from aac.core.speed import speed_notice, speed_undone, with_speed
from aac.model.advice import AdviceKind
from aac.model.board import BoardSet
from aac.model.commands import Command
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings, with_values


def tired_or_fresh(moment: Moment, boards: BoardSet) -> Deed:
    """The other preset; its home board is opened, unless a message is being written (G27)."""
    moment = replace(moment, settings=other_preset(moment.settings), slower_offered=False)
    if not moment.writing:
        board = home_board(boards, moment.settings)
        work = replace(without_template(moment.work), board=board, trail=())
        moment = replace(moment, work=work)
    return Deed(moment, notice=preset_notice(moment.settings))


def preset_notice(settings: Settings) -> Notice:
    """Which preset is in use now, and its scan time."""
    tired = settings.preset == TIRED
    return speed_notice(settings, NoticeKind.TIRED if tired else NoticeKind.FRESH)


def _speed_undone(moment: Moment) -> Deed:
    settings = speed_undone(moment.settings)
    if settings is None:
        return Deed(moment, notice=Notice(NoticeKind.SPEED_AS_SET))
    return Deed(replace(moment, settings=settings), notice=speed_notice(settings))


def _advice_applied(moment: Moment) -> Deed:
    """What is advised becomes so; Undo takes it back."""
    advice, moment = moment.advice, replace(moment, advice=None)
    if advice is None or not advice.changes:
        return Deed(moment)
    changes = dict(advice.changes)
    settings, new = moment.settings, changes.pop("scan_time", None)
    if isinstance(new, float):
        settings = with_speed(settings, new, by_wren=advice.kind is AdviceKind.SPEED)
    settings = with_values(settings, changes)
    notice = Notice(NoticeKind.ADVICE_APPLIED, advice.proposal)
    return Deed(replace(moment, settings=settings), notice=notice)


def _advice_put_off(moment: Moment) -> Deed:
    return Deed(replace(moment, advice=None))


def _not_slower(moment: Moment) -> Deed:
    return Deed(replace(moment, slower_offered=False))


def _forgotten(moment: Moment) -> Deed:
    notice = Notice(NoticeKind.MEASURES_FORGOTTEN)
    return Deed(replace(moment, advice=None, slower_offered=False), notice=notice)


# That something is put off or forgotten is noted by `measuring`.
TUNING: Mapping[Command, Callable[[Moment], Deed]] = {
    Command.UNDO_SPEED: _speed_undone,
    Command.APPLY_ADVICE: _advice_applied,
    Command.ADVICE_LATER: _advice_put_off,
    Command.ADVICE_NO: _advice_put_off,
    Command.NOT_SLOWER: _not_slower,
    Command.FORGET_MEASURES: _forgotten,
}
