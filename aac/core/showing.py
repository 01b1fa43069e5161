"""The `View` of what is on stage."""

from __future__ import annotations

from aac.core import pages
from aac.core.scan_tree import cell_ids
from aac.core.stage import Stage
from aac.model.view import Alert, Beat, Notice, Phase, View


def view_of(
    stage: Stage, *, spoken: str, speaking: bool, alert: Alert | None, notice: Notice | None
) -> View:
    """All that is true on the screen now."""
    spot, work = stage.scanner.spot, stage.moment.work
    inside = spot is not None and len(spot.groups) > 1
    lit = cell_ids(spot.item) if spot else frozenset()
    return View(
        board=stage.board,
        strip=stage.strip,
        words=stage.offers.cells.words,
        letters=stage.offers.cells.letters,
        phrase=stage.offers.cells.phrase,
        page=stage.page,
        page_cells=pages.page_cells(stage.page, stage.moment.advice),
        lit=lit,
        group=cell_ids(spot.group) if spot and inside else frozenset(),
        back_lit=spot is not None and not lit,
        counted=_counted(stage),
        beat=_beat(stage),
        accepting=stage.filter.judging,
        asking=stage.asking,
        filling=stage.pointer.filling,
        wake=pages.wake_cell() if stage.sleeping else None,
        message=work.text,
        caret=work.caret,
        finished=work.finished,
        spoken=spoken,
        phase=_phase(stage, speaking),
        alert=alert,
        notice=notice,
        private=stage.moment.private,
        advice=stage.moment.advice,
        answers=stage.answers(),
        measured=stage.moment.measured,
        settings=stage.moment.settings,
    )


def _counted(stage: Stage) -> frozenset[str]:
    """Offered cells hold something else by now, so they are not marked."""
    item = stage.scanner.counted
    offered = {cell.id for cell in stage.offers.cells.cells()}
    return cell_ids(item) - offered if item is not None else frozenset()


def _beat(stage: Stage) -> Beat | None:
    time = stage.scanner.time
    if stage.moment.settings.paced_cue == "off" or time.deadline is None:
        return None
    return Beat(time.since, time.ready, time.deadline)


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
