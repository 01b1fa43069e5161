"""Settings that change together: a stage, simple mode, the language (guidance G3, G57)."""

from __future__ import annotations

from dataclasses import replace

from aac.core.access import as_wished
from aac.core.kept_timing import bring_out, put_away
from aac.core.moment import Moment, home_board, without_template
from aac.model.board import BoardSet
from aac.model.declared import Choice
from aac.model.language import translated
from aac.model.notice import Notice, NoticeKind
from aac.model.other_settings import LANGUAGES
from aac.model.settings import BY_KEY, Settings, with_values
from aac.model.stages import SIMPLE, STAGES

KEPT_NAME = "simple"


def together(before: Settings, wished: Settings) -> Settings:
    """What a helper wishes, with all that goes with it."""
    if wished.stage != before.stage and wished.stage in STAGES:
        return _taken(before, wished)
    if wished.simple_mode != before.simple_mode:
        return _simple(before, wished)
    if wished.wren_language != before.wren_language and wished.wren_language in LANGUAGES:
        return replace(wished, language=wished.wren_language)
    return as_wished(before, wished)


def changed(before: Moment, settings: Settings, boards: BoardSet) -> tuple[Moment, Notice | None]:
    """The moment with these settings.

    Where much has changed at once it is on the home board, unless a message is being written, and
    there is a notice: then Undo has to bring everything back.
    """
    moment, former = replace(before, settings=settings), before.settings
    if former.stage == settings.stage and former.simple_mode == settings.simple_mode:
        return moment, None
    if not moment.writing:
        board = home_board(boards, settings)
        work = replace(without_template(moment.work), board=board, trail=())
        moment = replace(moment, work=work)
    return moment, _notice(settings)


def _notice(settings: Settings) -> Notice:
    if settings.simple_mode:
        return Notice(NoticeKind.SIMPLE_ON)
    if not settings.stage:
        return Notice(NoticeKind.SIMPLE_OFF)
    declared = BY_KEY["stage"]
    assert isinstance(declared, Choice)
    return Notice(NoticeKind.STAGE, translated(declared.options[settings.stage]))


def _taken(before: Settings, wished: Settings) -> Settings:
    """The settings of the stage, with the method's own timing where the stage sets none."""
    values = dict(STAGES[wished.stage])
    if before.simple_mode:
        wished = _simple(before, replace(wished, simple_mode=False))
    method = str(values.pop("scan_method"))
    wished = as_wished(wished, replace(wished, scan_method=method))
    return with_values(wished, values)


def _simple(before: Settings, wished: Settings) -> Settings:
    if not wished.simple_mode:
        return bring_out(wished, KEPT_NAME, SIMPLE)
    return with_values(put_away(wished, KEPT_NAME, SIMPLE), dict(SIMPLE))
