"""The tone at the end of a round (guidance G72)."""

from __future__ import annotations

from aac.core.scan_tree import Spot
from aac.model.events import Effect
from aac.model.settings import Settings
from aac.model.sounds import Click, ClickKind


def loop_tone(settings: Settings, before: Spot | None, after: Spot | None) -> list[Effect]:
    """The tone, where time alone has led from ``before`` to ``after`` and that ends a round.

    Under "press to move" time chooses, so it ends no round.
    """
    wanted = settings.loop_sound == "on" or (settings.loop_sound == "cues" and settings.cues)
    if not wanted or settings.scan_method == "step" or before is None:
        return []
    if after is None or len(after.groups) < len(before.groups):
        return [Click(ClickKind.LOOP)]
    # Every step makes a spot of its own, also one that comes back to the same item.
    anew = after is not before and after.groups == before.groups and after.place <= before.place
    return [Click(ClickKind.LOOP)] if anew else []
