"""How cells are chosen: from switch to pointer and back, each with its own timing (G1, G7).

The timing in the settings is that of the switch method in use, or, while pointing, of the one
that a press brings back; the others' is put away.  Dwell and touch have settings of their own, so
nothing of theirs needs to be put away.
"""

from __future__ import annotations

from dataclasses import replace

from aac.core.kept_timing import bring_out, put_away
from aac.model.plain_settings import to_plain
from aac.model.pointer_settings import POINTERS
from aac.model.settings import Settings, with_values

# What fits one method and not another; the rest of the switch's settings fits the switch.
TIMING = (
    "scan_time",
    "first_row_extra",
    "first_cell_extra",
    "loops_in_row",
    "loops_of_board",
    "loops_endless",
    "late_press_grace",
    "debounce",
    "lock_out",
    "acceptance",
)
FIRST_POINTER = "touch"  # where nobody has said which


def switch_method(settings: Settings) -> str:
    """The method of the switch: the one in use, or the one that a press brings back."""
    return settings.switch_method if settings.pointing else settings.scan_method


def with_method(settings: Settings, method: str) -> Settings:
    """Another method; the timing of the switch method left is put away."""
    before = switch_method(settings)
    if method in POINTERS:
        return replace(settings, scan_method=method, pointer_method=method, switch_method=before)
    if method != before:
        settings = bring_out(put_away(settings, before, TIMING), method, TIMING)
    if settings.pointing:
        settings = replace(settings, pointer_method=settings.scan_method)  # to come back to
    return replace(settings, scan_method=method, switch_method=method)


def other_method(settings: Settings) -> str:
    """From pointing to the last method of the switch, and from the switch to the pointer."""
    if settings.pointing:
        return switch_method(settings)
    return settings.pointer_method or FIRST_POINTER


def as_wished(before: Settings, wished: Settings) -> Settings:
    """What a helper wishes; with another method comes its timing, where they did not set it too."""
    if wished.scan_method == before.scan_method:
        return wished
    old, new = to_plain(before), to_plain(wished)
    set_too = {key: getattr(wished, key) for key in TIMING if old[key] != new[key]}
    calm = replace(wished, **{key: getattr(before, key) for key in (*TIMING, "scan_method")})
    return with_values(with_method(calm, wished.scan_method), set_too)
