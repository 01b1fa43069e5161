"""Every setting once: its default here; its limits, unit, label and help in the tables.

The checks, the settings page and the file on disk are made from `GROUPS`.  Rules G… are those of
the clinical guidance that Wren follows; the ranges come from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from aac.model.banking_settings import BANKING
from aac.model.bell_settings import BELL, BellSettings
from aac.model.checking import checked_value
from aac.model.cue_settings import CUES
from aac.model.declared import Declaration, Kept, KeptValues, Number, Plain, Texts, Value
from aac.model.kept import KEPT, read_kept
from aac.model.method_settings import SEVERAL
from aac.model.other_settings import SCREEN, WRITING
from aac.model.outward_settings import OUTWARD, OutwardSettings
from aac.model.paper_settings import PAPER, PaperSettings
from aac.model.partner_settings import PARTNER
from aac.model.phone_settings import PHONE
from aac.model.picture_settings import PICTURES
from aac.model.pointer_settings import POINTERS, POINTING
from aac.model.scan_settings import SCANNING, SWITCH
from aac.model.sound_settings import SOUND, SoundSettings
from aac.model.source_settings import OTHER_SWITCHES
from aac.model.starter_settings import STARTING, StarterSettings
from aac.model.tuning_settings import TUNING, UNSEEN
from aac.model.voice_settings import VOICE, VoiceSettings


@dataclass(frozen=True)
class Settings(
    PaperSettings, SoundSettings, VoiceSettings, BellSettings, OutwardSettings, StarterSettings
):
    """One person's settings.  Seconds, unless the declaration says otherwise."""

    # scanning
    scan_method: str = "automatic"
    scan_pattern: str = "auto"
    scan_time: float = 1.5  # G8: a slow, forgiving start
    overscan_time: float | None = None  # None: 0.3 x T
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
    switch_keys: tuple[str, ...] = ("space", "enter", "", "", "")
    global_switch: bool = False
    late_press_learning: bool = True
    late_press_grace: float | None = None  # None: 0.1 x T
    debounce: float = 0.10  # G16
    lock_out: float = 0.30  # G17
    ignore_repeat: float = 0.0  # G19
    acceptance: float = 0.0  # G18
    held_limit: float = 10.0  # G6
    long_press: bool = False  # G20: only once measured
    long_press_time: float = 1.5
    long_press_call_time: float = 4.0
    three_presses_call: bool = False  # G28: only once measured
    # pointers; see `core.access` for the two that are not on the page
    pointer_method: str = ""
    dwell_time: float = 1.0  # G7
    dwell_repeat: float = 0.0
    touch_acts: str = "release"  # G19
    touch_slide: bool = True
    touch_hold: float = 0.0
    touch_repeat: float = 0.0
    switch_method: str = "automatic"
    kept_timing: tuple[Kept, ...] = ()  # G1
    # measuring and tuning
    measure_presses: bool = True  # G10, G21: numbers only
    adaptive_speed: str = "off"  # G11
    tired_factor: float = 1.4  # G27
    tired_hours: bool = False
    tired_from: float = 16.0
    rest_dim: bool = False  # G28
    scan_time_by_hand: float = 0.0  # 0: the scan time itself is the one set by hand
    scan_time_before: float = 0.0  # 0: there is none to go back to
    preset: str = "fresh"
    other_preset: tuple[str, ...] = ()
    # several switches
    repeat_held: bool = False  # G5
    repeat_after: float = 1.0
    swap_every: int = 0
    narrow_wait: float = 10.0
    one_switch_after: float = 30.0
    calibration_trials: int = 10  # G9
    # other switches
    switch_map: tuple[str, ...] = ()
    serial_port: str = ""
    serial_speed: str = "9600"
    serial_sends: str = "lines"
    sound_level: float = -30.0
    sound_band: str = "hum"
    sound_hold: float = 0.15
    sound_while_speaking: bool = False
    socket_on: bool = False
    socket_port: int = 47231
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
    # screen
    theme: str = "dark"
    text_size: int = 28  # G69
    highlight_width: int = 6  # G70
    cell_gap: int = 6
    pictures: str = "above"
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
    def pointing(self) -> bool:
        """Whether cells are chosen by pointing at them, and nothing is scanned."""
        return self.scan_method in POINTERS

    @property
    def fast_time(self) -> float:
        """Seconds for each item on the fast way of critical overscan."""
        return self._following("overscan_time")

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
    "Several switches": SEVERAL,
    "Touch and pointer": POINTING,
    "Tuning": TUNING,
    "More switches": OTHER_SWITCHES,
    "Writing": WRITING,
    "Voice and bell": VOICE + BELL + SOUND,
    "My recordings": BANKING,
    "Spoken cues": CUES,
    "Screen": SCREEN + PICTURES,
    "Partner": PARTNER,
    "Phone": PHONE,
    "Other programs": OUTWARD,
    "Paper": PAPER,
    "Stage and language": STARTING,
}

BY_KEY: Mapping[str, Declaration | KeptValues] = {
    declared.key: declared for group in (*GROUPS.values(), KEPT, UNSEEN) for declared in group
}
assert set(BY_KEY) == {field.name for field in fields(Settings)}


# Lists whose number of entries does not change.
USUAL_LENGTHS: Mapping[str, int] = {
    key: len(getattr(Settings(), key))
    for key, declared in BY_KEY.items()
    if isinstance(declared, Texts) and declared.fixed
}


def checked(key: str, value: object) -> Value:
    """``value`` as this setting's value.  Raises `ValueError` where it is none of its values."""
    if not isinstance(BY_KEY[key], KeptValues):
        return checked_plain(key, value)
    kept, whole = read_kept(value, checked_plain)
    if not whole:
        raise ValueError(key)
    return kept


def checked_plain(key: str, value: object) -> Plain:
    """The same for all settings but those that are kept under names."""
    fixed = USUAL_LENGTHS.get(key)
    return checked_value(BY_KEY[key], value, fixed)


def with_values(settings: Settings, changes: Mapping[str, Value]) -> Settings:
    """The settings with these values, each checked.  Raises `ValueError`."""
    values = {key: checked(key, value) for key, value in changes.items()}
    return replace(settings, **values)  # type: ignore[arg-type]  # checked above
