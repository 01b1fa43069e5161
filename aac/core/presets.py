"""Fresh and tired: two sets of the settings that tiredness changes (guidance G27).

The set in use stands in the settings; the other one is kept beside them, so that what is changed
while tired is there again the next time.  A set that was kept under another scan method does not
fit: then it is made anew.
"""

from __future__ import annotations

from collections.abc import Mapping

from aac.core.limits import within
from aac.model.declared import Number, Value
from aac.model.settings import BY_KEY, Settings, with_values

FRESH, TIRED = "fresh", "tired"
METHOD = "scan_method"
VOICE_KEYS = ("speech_rate", "speech_volume")
KEYS = (
    "scan_time",
    "scan_time_by_hand",
    "first_row_extra",
    "first_cell_extra",
    "predictions",
    "text_size",
    "home_board",
    *VOICE_KEYS,
)
# G27, but for the text size, of which it only says "larger".
FIRST_ITEM_FACTOR = 1.5
TIRED_PREDICTIONS = 3
TEXT_FACTOR = 1.25
TIRED_HOME = "quick"


def other_preset(settings: Settings) -> Settings:
    """The settings with the preset that is not in use now, and this one kept."""
    tired = settings.preset == FRESH
    values = _kept(settings) or (_tired(settings) if tired else _fresh(settings))
    keep = (f"{METHOD}={settings.scan_method}", *(_entry(settings, key) for key in KEYS))
    changes: dict[str, Value] = {
        **values,
        "preset": TIRED if tired else FRESH,
        "other_preset": keep,
        "scan_time_before": 0.0,
    }
    return with_values(settings, changes)


def _tired(settings: Settings) -> dict[str, Value]:
    size = round(settings.text_size * TEXT_FACTOR / 2) * 2
    return {
        "scan_time": within("scan_time", settings.scan_time * settings.tired_factor),
        "scan_time_by_hand": 0.0,
        "first_row_extra": within("first_row_extra", settings.first_row_delay * FIRST_ITEM_FACTOR),
        "first_cell_extra": within(
            "first_cell_extra", settings.first_cell_delay * FIRST_ITEM_FACTOR
        ),
        "predictions": min(settings.predictions, TIRED_PREDICTIONS),
        "text_size": int(within("text_size", size)),
        "home_board": TIRED_HOME,
    }


def _fresh(settings: Settings) -> dict[str, Value]:
    """Where nothing that fits was kept: only the speed is known."""
    return {
        "scan_time": within("scan_time", settings.scan_time / settings.tired_factor),
        "scan_time_by_hand": 0.0,
        "first_row_extra": None,
        "first_cell_extra": None,
    }


def _entry(settings: Settings, key: str) -> str:
    value = getattr(settings, key)
    return f"{key}=" if value is None else f"{key}={value}"


def _kept(settings: Settings) -> dict[str, Value] | None:
    """What was kept, where all of it is there and fits."""
    kept = dict(entry.split("=", 1) for entry in settings.other_preset if "=" in entry)
    if kept.get(METHOD) != settings.scan_method:
        return None
    for key in VOICE_KEYS:  # of a preset that was kept before these belonged to it
        kept.setdefault(key, str(getattr(settings, key)))
    try:
        values = {key: _value(key, kept) for key in KEYS}
        with_values(settings, values)
    except (KeyError, ValueError):
        return None
    return values


def _value(key: str, kept: Mapping[str, str]) -> Value:
    """Raises `KeyError` or `ValueError` where there is no such value."""
    declared, text = BY_KEY[key], kept[key]
    if not isinstance(declared, Number):
        return text
    if not text and declared.follows:
        return None
    return int(text) if declared.whole else float(text)
