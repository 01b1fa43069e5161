"""The settings of the scan and of the switch: limits, units, labels, help.

The ranges are those of the clinical guidance that Wren follows (its table of defaults).
"""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch, Texts
from aac.model.method_settings import IGNORE_REPEAT, OVERSCAN_TIME, SCAN_METHOD

SCANNING: tuple[Declaration, ...] = (
    SCAN_METHOD,
    Choice(
        "scan_pattern",
        "Scan pattern",
        "The order in which the light goes. By size: one by one on small boards, else row by row.",
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
    OVERSCAN_TIME,
    Number(
        "first_row_extra",
        "Extra time on the first row",
        "Time to get ready before the light moves on from the first row. With a beat: a pause "
        "before its first step, always the same.",
        0.0,
        3.0,
        0.05,
        follows=0.5,
    ),
    Number(
        "first_cell_extra",
        "Extra time on the first cell",
        "Time to get ready after a row was chosen. With a beat: a pause before its first step.",
        0.0,
        3.0,
        0.05,
        follows=0.5,
    ),
    Choice(
        "paced_cue",
        "Beat to press with",
        "Shows when the light will move, so that you can press with it instead of after it. "
        "Try it for ten minutes: it helps those whose presses become steadier with it.",
        {
            "off": "Off",
            "bar": "A bar that fills",
            "edge": "An edge that moves",
            "beat": "A quiet tick",
        },
    ),
    Switch(
        "skip_rows",
        "Pass over unlikely rows once",
        "While a message is written, rows that hardly hold the next letter are left out in the "
        "first round. Nothing moves, and the second round lights every row.",
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
)

SWITCH: tuple[Declaration, ...] = (
    Texts(
        "switch_keys",
        "Keys for switch 1 to switch 5",
        "The key or mouse button that each switch sends: for example space, enter, f1, "
        "mouse_left, mouse_right. Gamepads, sounds and others: More switches.",
        fixed=True,
    ),
    Switch(
        "global_switch",
        "Switch works over other programs",
        "Wren listens for the switch keys even while another window is in front.",
    ),
    Switch(
        "late_press_learning",
        "Count late presses for what they were meant for",
        "Wren learns how long after the light you press. A press counts for the item it fits "
        "best, so the light can move faster than you can press.",
    ),
    Number(
        "late_press_grace",
        "Late-press grace",
        "Until Wren knows your presses, or where it does not count late ones: a press this soon "
        "after the light moved on counts for the item before. 0 turns it off.",
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
    IGNORE_REPEAT,
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
        "Three presses within 4 seconds while the scan rests ring the bell. Turn on only if tried.",
    ),
    Number(
        "calibration_trials",
        "Presses that find the speed",
        "How many presses “Find my speed” measures, after three for practice.",
        8,
        20,
        1,
        unit="presses",
        whole=True,
    ),
)
