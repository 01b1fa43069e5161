"""What Wren keeps for itself among the settings: on no page, but checked like all the others.

Values are put away under names and brought out again by `core.kept_timing`; here they are read
from a file that may be damaged.
"""

from __future__ import annotations

from collections.abc import Callable

from aac.model.declared import Choice, Declaration, Kept, KeptValues, Plain
from aac.model.pointer_settings import POINTERS
from aac.model.scan_settings import SCANNING

MOST_KEPT = 100  # names; a person has a handful of methods and presets
Check = Callable[[str, object], Plain]

_METHODS = SCANNING[0]
assert isinstance(_METHODS, Choice)
KEPT: tuple[Declaration | KeptValues, ...] = (
    Choice(
        "switch_method",
        "How the switch worked last",
        "",
        {key: label for key, label in _METHODS.options.items() if key not in POINTERS},
    ),
    KeptValues("kept_timing", "Timing of the methods that are not in use"),
)


def read_kept(plain: object, check: Check) -> tuple[tuple[Kept, ...], bool]:
    """What can be used of ``plain``, and whether all of it could.

    ``check`` gives the value of a setting, or raises `ValueError`.  A damaged value costs itself
    alone: the others under that name stay.
    """
    if not isinstance(plain, list | tuple):
        return (), False
    found: dict[str, Kept] = {}
    whole = len(plain) <= MOST_KEPT
    for entry in plain[:MOST_KEPT]:
        kept, good = _entry(entry, check)
        whole = whole and good and kept is not None and kept.name not in found
        if kept is not None:
            found.setdefault(kept.name, kept)
    return tuple(found.values()), whole


def _entry(entry: object, check: Check) -> tuple[Kept | None, bool]:
    values: object
    if isinstance(entry, Kept):
        name, values = entry.name, entry.values
    elif isinstance(entry, dict) and isinstance(entry.get("name"), str):
        name, values = entry["name"], entry.get("values", ())
    else:
        return None, False
    if not isinstance(values, list | tuple):
        return None, False
    good: dict[str, Plain] = {}
    whole = True
    for pair in values:
        try:
            key, value = pair  # not a pair: it is none of ours
            good[key] = check(key, value)
        except (TypeError, ValueError, KeyError):
            whole = False
    return Kept(name, tuple(good.items())), whole
