"""The settings of touch, mouse and other pointers (G7, G19): limits, units, labels, help."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch

# The methods in which nothing is scanned: the person points at what they mean.
POINTERS = {"touch": "Touch or mouse", "dwell": "Pointer, by resting on a cell"}

POINTING: tuple[Declaration, ...] = (
    Choice(
        "pointer_method",
        "Pointer beside the switch",
        "With one, a cell beside Yes and No changes between switch and pointer. While pointing, "
        "a press of the switch always brings the scan back.",
        {"": "None", **POINTERS},
    ),
    Number(
        "dwell_time",
        "Dwell time",
        "The pointer of an eye camera, a head mouse or a mouse rests on a cell this long to "
        "choose it.",
        0.3,
        5.0,
        0.05,
    ),
    Number(
        "dwell_repeat",
        "Staying chooses again after",
        "0: never, the pointer has to leave the cell first. Otherwise the dwell time begins anew "
        "after this long.",
        0.0,
        5.0,
        0.1,
    ),
    Choice(
        "touch_acts",
        "A touch chooses",
        "When let go, a touch on the wrong cell can still be moved away.",
        {"release": "When it is let go", "press": "When it begins"},
    ),
    Switch(
        "touch_slide",
        "Sliding goes along",
        "On: the last cell touched counts. Off: only the cell first touched does.",
    ),
    Number(
        "touch_hold",
        "Hold a touch",
        "A cell has to be touched this long to count. Keeps brushes out.",
        0.0,
        2.0,
        0.05,
    ),
    Number(
        "touch_repeat",
        "Ignore touches after a choice",
        "Touches that begin this soon after a choice are ignored. For hands that touch twice.",
        0.0,
        3.0,
        0.05,
    ),
)
