"""The settings of measuring, of automatic speed and of tired hours; and what they keep unseen."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch, Texts

TUNING: tuple[Declaration, ...] = (
    Switch(
        "measure_presses",
        "Measure the presses",
        "Numbers only, on this computer: how fast presses come and how often one goes wrong. "
        "Never what is written; nothing in private mode.",
    ),
    Choice(
        "adaptive_speed",
        "Adjust the scan time",
        "From the last 20 choices, in small steps, between 0.8 and 1.5 times the scan time that "
        "was set by hand. Each change is told; Tools, “Undo speed change” takes it back.",
        {"off": "Never by itself", "suggest": "Suggest it", "automatic": "By itself"},
    ),
    Number(
        "tired_factor",
        "Slower when tired",
        "How much longer each item is lit when “I am tired” is chosen for the first time. What is "
        "changed while tired is kept for the next time.",
        1.1,
        3.0,
        0.1,
        unit="×",
    ),
    Switch(
        "tired_hours",
        "Tired settings by the clock",
        "Takes the tired settings every day from the time below until five in the morning, "
        "between two messages. The cell in Tools still changes it at any time.",
    ),
    Number("tired_from", "Tired from", "Hours of the clock: 16.5 is half past four.",
           0.0, 23.5, 0.5, unit="h"),
    Switch("rest_dim", "Dark screen in rest", "One press lights it up again."),
)  # fmt: skip

# On no page: Wren keeps them for itself, but they are checked and saved like all the others.
UNSEEN: tuple[Declaration, ...] = (
    Number("scan_time_by_hand", "Scan time before it was adjusted", "", 0.0, 20.0, 0.01),
    Number("scan_time_before", "Scan time before the last change", "", 0.0, 20.0, 0.01),
    Choice("preset", "Fresh or tired", "", {"fresh": "Fresh", "tired": "Tired"}),
    Texts("other_preset", "Settings of the preset that is not in use", ""),
)
