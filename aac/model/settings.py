"""Every setting once: default, limits, unit, label and help.

The checks, the settings page, the file on disk and the manual are made from `DECLARATIONS`.
Rules G… are those of the clinical guidance that Wren follows; the ranges come from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace

Value = float | int | bool | str | tuple[str, ...] | None


@dataclass(frozen=True)
class Number:
    """A number with limits.  ``follows``: where the value is ``None`` it is this part of T."""

    key: str
    label: str
    help: str
    low: float
    high: float
    step: float
    unit: str = "s"
    follows: float = 0.0
    whole: bool = False


@dataclass(frozen=True)
class Choice:
    """One of a few.  ``options``: value -> label."""

    key: str
    label: str
    help: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Switch:
    """On or off."""

    key: str
    label: str
    help: str


@dataclass(frozen=True)
class Texts:
    """A list of short texts.  ``fixed``: the number of entries does not change."""

    key: str
    label: str
    help: str
    fixed: bool = False


@dataclass(frozen=True)
class Text:
    """One short text, such as the id of a board or a voice; empty means "choose for me"."""

    key: str
    label: str
    help: str


Declaration = Number | Choice | Switch | Texts | Text


@dataclass(frozen=True)
class Settings:
    """One person's settings.  Seconds, unless the declaration says otherwise."""

    # scanning
    scan_method: str = "automatic"
    scan_pattern: str = "auto"
    scan_time: float = 1.5  # G8: a slow, forgiving start
    first_row_extra: float | None = None  # None: 0.5 x T, G13
    first_cell_extra: float | None = None
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
    predictions: int = 5  # G36
    prediction_on: bool = True
    prediction_after: int = 1
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
    "Scanning": (
        Choice(
            "scan_method",
            "How the switch works",
            "Automatic: the light moves by itself and a press chooses. Hold: the light moves while "
            "the switch is held and letting go chooses. Step: each press moves the light, and "
            "waiting chooses. Two switches: one moves, the other chooses.",
            {
                "automatic": "One switch, automatic",
                "inverse": "One switch, hold to move",
                "step": "One switch, press to move",
                "two_switch": "Two switches",
            },
        ),
        Choice(
            "scan_pattern",
            "Scan pattern",
            "The order in which the light goes. By size: one by one on small boards, else row by "
            "row.",
            {
                "auto": "By size of the board",
                "linear": "One by one",
                "row_column": "Row, then cell",
                "column_row": "Column, then cell",
                "block_row_column": "Block, row, then cell",
            },
        ),
        Number(
            "scan_time",
            "Scan time",
            "How long each item stays lit. Longer is calmer and safer.",
            0.1,
            20.0,
            0.05,
        ),
        Number(
            "first_row_extra",
            "Extra time on the first row",
            "Time to get ready before the light moves on from the first row.",
            0.0,
            3.0,
            0.05,
            follows=0.5,
        ),
        Number(
            "first_cell_extra",
            "Extra time on the first cell",
            "Time to get ready after a row was chosen.",
            0.0,
            3.0,
            0.05,
            follows=0.5,
        ),
        Number(
            "loops_in_row",
            "Rounds in a row",
            "After this many rounds without a press the light leaves the row.",
            1,
            5,
            1,
            unit="rounds",
            whole=True,
        ),
        Number(
            "loops_of_board",
            "Rounds of the board",
            "After this many rounds without a press the scan rests. One press wakes it.",
            1,
            10,
            1,
            unit="rounds",
            whole=True,
        ),
        Switch("loops_endless", "Never rest", "The scan goes round the board until a press."),
        Choice(
            "scan_start",
            "Start",
            "Whether the scan starts by itself after a choice, or waits for a press.",
            {"automatic": "By itself", "manual": "With a press"},
        ),
        Choice(
            "after_selection",
            "After a choice",
            "Where the scan goes on.",
            {"first_row": "From the first row", "same_row": "In the same row"},
        ),
        Choice(
            "strip_on_spelling",
            "Yes, No, Call and Undo while spelling",
            "First: Call is always near, but every letter takes one step more. Last is used only "
            "when another way to call is confirmed below.",
            {"first": "Lit first", "last": "Lit last"},
        ),
        Switch(
            "second_call_route",
            "There is another way to call for help",
            "Turn on only if a second switch, a measured long press or a separate bell works "
            "every time.",
        ),
        Switch("back_cells", "Back at the end of each row", "A way out of a wrong row."),
        Switch(
            "pause_while_speaking",
            "Wait while speaking",
            "The light waits until the message has been said. A press stops the voice.",
        ),
    ),
    "Switch": (
        Texts(
            "switch_keys",
            "Keys for switch 1, switch 2",
            "The key or mouse button that each switch sends: for example space, enter, f1, "
            "mouse_left, mouse_right.",
            fixed=True,
        ),
        Switch(
            "global_switch",
            "Switch works over other programs",
            "Wren listens for the switch keys even while another window is in front.",
        ),
        Number(
            "late_press_grace",
            "Late-press grace",
            "A press this soon after the light moved on counts for the item before. 0 turns it "
            "off.",
            0.0,
            1.0,
            0.01,
            follows=0.1,
        ),
        Number(
            "debounce",
            "Ignore bounces for",
            "Further movements this soon after a press or release are ignored.",
            0.0,
            1.0,
            0.01,
        ),
        Number(
            "lock_out",
            "Lock-out after a press",
            "Presses this soon after an accepted press are ignored.",
            0.0,
            3.0,
            0.05,
        ),
        Number(
            "acceptance",
            "Hold to accept",
            "The switch has to be held this long to count. Keeps brushes out, costs effort.",
            0.0,
            2.0,
            0.05,
        ),
        Number(
            "held_limit",
            "Held-switch limit",
            "When the switch is down longer than this, the scan stops and says so.",
            3.0,
            60.0,
            1.0,
        ),
        Switch(
            "long_press",
            "Long press goes back",
            "Turn on only if long presses were tried three times and worked. A still longer "
            "press calls.",
        ),
        Number("long_press_time", "Long press", "Held this long: undo or back.", 0.8, 8.0, 0.1),
        Number("long_press_call_time", "Very long press", "Held this long: call.", 0.8, 8.0, 0.1),
        Switch(
            "three_presses_call",
            "Three presses in rest call",
            "Three presses within 4 seconds while the scan rests ring the bell. Turn on only if "
            "tried.",
        ),
    ),
    "Writing": (
        Text("home_board", "Home board", "The board that Home opens."),
        Text("spelling_board", "Letter board", "The board that Spell opens."),
        Switch("prediction_on", "Offer words", "A row of likely words above the letters."),
        Number(
            "predictions",
            "Words offered",
            "How many words stand in the row.",
            0,
            8,
            1,
            unit="words",
            whole=True,
        ),
        Number(
            "prediction_after",
            "Offer words after",
            "How many letters of a word before words are offered.",
            0,
            2,
            1,
            unit="letters",
            whole=True,
        ),
        Choice(
            "speak_mode",
            "Speak",
            "What is spoken while writing.",
            {
                "message": "Whole messages",
                "word": "Each word",
                "letter": "Each letter",
                "silent": "Nothing",
            },
        ),
        Choice(
            "after_speaking",
            "After a message was spoken",
            "Whether the next letter starts a new message. The old one stays in the list of last "
            "messages.",
            {"new": "The next letter starts anew", "keep": "Keep it until cleared"},
        ),
        Choice(
            "phrase_cells",
            "Phrases",
            "What choosing a phrase does.",
            {"speak": "Speak it at once", "insert": "Put it in the message"},
        ),
        Texts("people", "People", "Names for phrases such as “Please tell {name} …”."),
        Switch(
            "wishes_board",
            "Show “Wishes about care”",
            "Turning it on or off asks the person on the board first.",
        ),
    ),
    "Voice and bell": (
        Text("voice", "Voice", "Empty: the voice that fits the language of the text."),
        Number(
            "speech_rate", "Speed of the voice", "1 is the voice's own speed.", 0.5, 1.5, 0.05, "×"
        ),
        Number("speech_pitch", "Pitch of the voice", "1 is its own.", 0.5, 1.5, 0.05, "×"),
        Number("speech_volume", "Loudness of the voice", "1 is full.", 0.1, 1.0, 0.1, "×"),
        Number("bell_volume", "Loudness of the bell", "", 30, 100, 5, "%"),
        Number("bell_repeat", "Bell repeats after", "Until somebody answers.", 5.0, 60.0, 1.0),
    ),
    "Screen": (
        Choice(
            "theme",
            "Colours",
            "All three have strong contrast.",
            {"dark": "Dark", "light": "Light", "yellow": "Yellow on black"},
        ),
        Number(
            "text_size",
            "Text size",
            "Cells with long texts use a smaller size so that all of it is seen.",
            18,
            96,
            2,
            unit="pt",
            whole=True,
        ),
        Number(
            "highlight_width",
            "Width of the highlight",
            "The frame around what is lit.",
            2,
            16,
            1,
            unit="px",
            whole=True,
        ),
        Number("cell_gap", "Space between cells", "", 2, 40, 1, unit="px", whole=True),
        Switch("full_screen", "Full screen", "Fill the whole screen."),
        Switch("step_sound", "Tick at each step", ""),
        Switch("accept_sound", "Sound when a press counts", ""),
    ),
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
            if isinstance(value, str) and len(value) < 200:
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
    if not isinstance(value, list | tuple) or len(value) > 100:
        raise ValueError(declared.key)
    # In a fixed list an empty entry is one that is not used.
    if not all(
        isinstance(entry, str) and (entry or declared.fixed) and len(entry) < 200 for entry in value
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
