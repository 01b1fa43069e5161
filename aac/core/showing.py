"""The `View` of what is on stage."""

from __future__ import annotations

from aac.core import pages
from aac.core.partner import open_to_others
from aac.core.scan_tree import GroupKind, cell_ids
from aac.core.stage import Stage
from aac.core.voice import SpokenNow
from aac.model.marks import Beat
from aac.model.notice import Notice
from aac.model.view import Alert, Phase, View


def view_of(stage: Stage, voice: SpokenNow, alert: Alert | None, notice: Notice | None) -> View:
    """All that is true on the screen now."""
    spot, work = stage.scanner.spot, stage.moment.work
    parts = stage.scanner.parts
    inside = spot is not None and (len(spot.groups) > 1 or spot.group.kind is GroupKind.ASKING)
    lit = cell_ids(spot.item) if spot and not parts else _judged(stage)
    return View(
        board=stage.board,
        strip=stage.strip,
        words=stage.offers.cells.words,
        letters=stage.offers.cells.letters,
        phrase=stage.offers.cells.phrase,
        page=stage.page,
        page_cells=stage.page_cells(),
        lit=lit,
        group=cell_ids(spot.group) if spot and inside and not parts else frozenset(),
        back_lit=spot is not None and not lit and not parts,
        parts=parts,
        roles=stage.scanner.roles,
        counted=_counted(stage),
        beat=_beat(stage),
        accepting=stage.filter.judging,
        asking=stage.asking,
        filling=stage.pointer.filling,
        wake=pages.wake_cell() if stage.sleeping else None,
        message=work.text,
        caret=work.caret,
        finished=work.finished,
        spoken=voice.text,
        word=voice.word,
        phase=_phase(stage, voice.waiting),
        alert=alert,
        notice=notice,
        private=stage.moment.private,
        advice=stage.moment.advice,
        answers=stage.answers(),
        measured=stage.moment.measured,
        open=open_to_others(stage.moment, stage.board, voice),
        replies=stage.moment.replies,
        settings=stage.moment.settings,
    )


def _counted(stage: Stage) -> frozenset[str]:
    """Offered cells hold something else by now, so they are not marked."""
    item = stage.scanner.counted
    offered = {cell.id for cell in stage.offers.cells.cells()}
    return cell_ids(item) - offered if item is not None else frozenset()


def _beat(stage: Stage) -> Beat | None:
    time = stage.scanner.beat
    if stage.moment.settings.paced_cue == "off" or time is None or time.deadline is None:
        return None
    return Beat(time.since, time.ready, time.deadline)


def _judged(stage: Stage) -> frozenset[str]:
    """The cells that will be kept if the press that is being judged counts."""
    parts = stage.scanner.parts
    pressed = (parts[n - 1] for n in stage.filter.pending if n <= len(parts))
    return frozenset[str]().union(*pressed) - {""}


def _phase(stage: Stage, speaking: bool) -> Phase:
    if stage.pointing:
        awake = Phase.SPEAKING if speaking else Phase.POINTING
        return Phase.RESTING if stage.sleeping else awake
    if stage.filter.held:
        return Phase.HELD
    if speaking:
        return Phase.SPEAKING
    if stage.scanner.spot is not None:
        return Phase.SCANNING
    return Phase.RESTING if stage.scanner.resting else Phase.READY
