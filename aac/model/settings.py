"""Every setting once: its default here; its limits, unit, label and help in the tables.

The checks, the settings page and the file on disk are made from `GROUPS`.  Rules G… are those of
the clinical guidance that Wren follows; the ranges come from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

from aac.model.cue_settings import CUES
from aac.model.declared import Choice, Declaration, Number, Switch, Text, Texts, Value
from aac.model.other_settings import SCREEN, VOICE_AND_BELL, WRITING
from aac.model.scan_settings import SCANNING, SWITCH

MOST_TEXTS = 1000  # entries of a list; a person's own words are many
LONGEST_TEXT = 200


@dataclass(frozen=True)
class Settings:
    """One person's settings.  Seconds, unless the declaration says otherwise."""

    # scanning
    scan_method: str = "automatic"
    scan_pattern: str = "auto"
    scan_time: float = 1.5  # G8: a slow, forgiving start
    first_row_extra: float | None = None  # None: 0.5 x T, G13
    first_cell_extra: float | None = None
    paced_cue: str = "off"
    skip_rows: bool = False
    loops_in_row: int = 2  # G14
    loops_of_board: int = 3
    loops_endless: bool = False
    scan_start: str = "automatic"
    after_selection: str = "first_row"
    strip_on_spelling: str = "first"
    second_call_route: bool = False  # G34: last only where another way to call is confirmed
    back_cells: bool = True  # G24
    pause_while_speaking: bool = True  # G15
    # presses
    switch_keys: tuple[str, ...] = ("space", "enter")
    global_switch: bool = False
    late_press_learning: bool = True
    late_press_grace: float | None = None  # None: 0.1 x T
    debounce: float = 0.10  # G16
    lock_out: float = 0.30  # G17
    acceptance: float = 0.0  # G18
    held_limit: float = 10.0  # G6
    long_press: bool = False  # G20: only once measured
    long_press_time: float = 1.5
    long_press_call_time: float = 4.0
    three_presses_call: bool = False  # G28: only once measured
    # writing
    spelling_board: str = "alphabet-frequency"
    home_board: str = "alphabet-frequency"
    predictions: int = 6  # G36; this and the next three as `wren bench steps` decided
    prediction_on: bool = True
    prediction_after: int = 0
    likely_letters: int = 6
    offer_scan: str = "rows"
    phrase_offer: bool = False  # G39: off until tried
    language: str = "en"
    learning: bool = True  # G38
    own_words: tuple[str, ...] = ()
    removed_words: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    speak_mode: str = "message"  # G49
    after_speaking: str = "new"
    phrase_cells: str = "speak"
    people: tuple[str, ...] = ()
    wishes_board: bool = True
    # voice
    voice: str = ""
    speech_rate: float = 0.9  # G52
    speech_pitch: float = 1.0
    speech_volume: float = 0.8
    # spoken cues and short sounds
    cues: bool = False  # G71
    cue_device: str = ""
    cue_voice: str = ""
    cue_rate: float = 1.1
    cue_volume: float = 0.6
    cue_minimum: float = 0.15  # nobody answers a sound sooner
    cues_only: bool = False
    loop_sound: str = "cues"  # G72
    scan_sound_volume: float = 0.5
    # bell
    bell_volume: float = 90.0  # G43
    bell_repeat: float = 10.0
    # screen
    theme: str = "dark"
    text_size: int = 28  # G69
    highlight_width: int = 6  # G70
    cell_gap: int = 6
    full_screen: bool = True
    step_sound: bool = False  # G72
    accept_sound: bool = True

    @property
    def first_row_delay(self) -> float:
        """Seconds added to the first row of a scan."""
        return self._following("first_row_extra")

    @property
    def first_cell_delay(self) -> float:
        """Seconds added to the first cell of a row."""
        return self._following("first_cell_extra")

    @property
    def grace(self) -> float:
        """Seconds after a step in which a press still counts for the item before."""
        return self._following("late_press_grace")

    @property
    def strip_last_on_spelling(self) -> bool:
        """Whether the strip is scanned after the letters (guidance G34)."""
        return self.strip_on_spelling == "last" and self.second_call_route

    def _following(self, key: str) -> float:
        value = getattr(self, key)
        declared = BY_KEY[key]
        assert isinstance(declared, Number)
        if value is None:
            return min(declared.follows * self.scan_time, declared.high)
        return float(value)


GROUPS: Mapping[str, tuple[Declaration, ...]] = {
    "Scanning": SCANNING,
    "Switch": SWITCH,
    "Writing": WRITING,
    "Voice and bell": VOICE_AND_BELL,
    "Spoken cues": CUES,
    "Screen": SCREEN,
}

BY_KEY: Mapping[str, Declaration] = {
    declared.key: declared for group in GROUPS.values() for declared in group
}
assert set(BY_KEY) == {field.name for field in fields(Settings)}


def checked(key: str, value: object) -> Value:
    """``value`` as this setting's value.  Raises `ValueError` where it is none of its values."""
    declared = BY_KEY[key]
    match declared:
        case Number():
            return _number(declared, value)
        case Choice():
            if isinstance(value, str) and value in declared.options:
                return value
        case Switch():
            if isinstance(value, bool):
                return value
        case Text():
            if isinstance(value, str) and len(value) < LONGEST_TEXT:
                return value
        case _:
            return _texts(declared, value)
    raise ValueError(key)


def _number(declared: Number, value: object) -> Value:
    if value is None and declared.follows:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(declared.key)
    if not declared.low <= value <= declared.high:  # also refuses NaN
        raise ValueError(declared.key)
    if declared.whole and value != int(value):
        raise ValueError(declared.key)
    return int(value) if declared.whole else float(value)


def _texts(declared: Texts, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_TEXTS:
        raise ValueError(declared.key)
    # In a fixed list an empty entry is one that is not used.
    if not all(
        isinstance(entry, str) and (entry or declared.fixed) and len(entry) < LONGEST_TEXT
        for entry in value
    ):
        raise ValueError(declared.key)
    if declared.fixed and len(value) != len(getattr(Settings(), declared.key)):
        raise ValueError(declared.key)
    return tuple(value)


def with_values(settings: Settings, changes: Mapping[str, Value]) -> Settings:
    """The settings with these values, each checked.  Raises `ValueError`."""
    values = {key: checked(key, value) for key, value in changes.items()}
    return replace(settings, **values)  # type: ignore[arg-type]  # checked above


def from_plain(plain: Mapping[str, object]) -> tuple[Settings, tuple[str, ...]]:
    """Settings from plain values, and the keys whose value was bad and was replaced.

    Keys that are not ours are left alone: a newer Wren may have written them.
    """
    good: dict[str, Value] = {}
    bad: list[str] = []
    for key in BY_KEY.keys() & plain.keys():
        try:
            good[key] = checked(key, plain[key])
        except ValueError:
            bad.append(key)
    return Settings(**good), tuple(sorted(bad))  # type: ignore[arg-type]  # checked above


def to_plain(settings: Settings) -> dict[str, object]:
    """All values, as JSON can hold them."""
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in asdict(settings).items()
    }
