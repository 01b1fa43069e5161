"""The settings of bell and night: limits, units, labels, help (guidance G43, G44)."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.declared import Declaration, Number, Switch, Text


@dataclass(frozen=True)
class BellSettings:
    """How somebody is called."""

    bell_volume: float = 90.0  # G43
    bell_repeat: float = 10.0
    raise_volume: bool = True  # G43
    night: bool = False  # G44
    night_volume: float = 90.0  # G44, G43
    night_hours: bool = False
    night_from: float = 22.0
    night_until: float = 7.0
    relay_url: str = ""
    relay_port: str = ""


BELL: tuple[Declaration, ...] = (
    Number(
        "bell_volume",
        "Loudness of the bell",
        "Wren is not an alarm: keep a separate bell within reach.",
        30,
        100,
        5,
        "%",
    ),
    Number("bell_repeat", "Bell repeats after", "Until somebody answers.", 5.0, 60.0, 1.0),
    Switch(
        "raise_volume",
        "Turn this computer up while the bell rings",
        "Unmutes it, too, and puts it back afterwards. Windows does not let Wren do it: turn the "
        "computer up by hand there.",
    ),
    Switch(
        "night",
        "Night mode",
        "The screen is black, and a press or a touch rings the bell; nothing "
        "else. The page of the call has a cell that ends it, and so does Escape.",
    ),
    Number("night_volume", "Loudness of the bell at night", "", 30, 100, 5, "%"),
    Switch(
        "night_hours",
        "Night mode by the clock",
        "It begins at the first hour below, once nothing was chosen for ten minutes or the scan "
        "rests, and ends at the second. Whoever ends it by hand has it ended until the next "
        "evening.",
    ),
    Number(
        "night_from", "Night from", "Hours of the clock: 21.5 is half past nine in the evening.",
        0.0, 23.5, 0.5, unit="h",
    ),
    Number("night_until", "Night until", "Hours of the clock.", 0.0, 23.5, 0.5, unit="h"),
    Text(
        "relay_url",
        "Another bell: address of a home system",
        "Empty: none. It is told that somebody "
        "calls and when the call is over, and nothing else; in this house’s network only. Test it "
        "with Call. Wren is not an alarm: keep a separate bell within reach.",
    ),
    Text(
        "relay_port",
        "Another bell: serial port",
        "Empty: none. It is sent the lines “call” and “end”, at 9600 baud.",
    ),
)  # fmt: skip
