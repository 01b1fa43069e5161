"""What the pages say that lead through a measurement: first offer, calibration, switch check.

Each sentence is spoken as well as shown, so each is short enough to be listened to.
"""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated

GUIDE: Mapping[str, str] = {
    # the first offer
    "welcome_title": "Welcome",
    "welcome": "Hello. Shall we find the speed that fits you? Choose “Find my speed” or “Later”. "
    "“Print on paper” makes pages for times when this device does not work.",
    "print": "Print on paper",
    "printing": "The pages are being made; Wren will say where they are. Shall we find the speed "
    "that fits you?",
    "paper": "One thing more: shall pages be made for paper, for times when this device does not "
    "work? Choose “Print on paper” or “Later”.",
    "find_speed": "Find my speed",
    "later": "Later",
    # finding the speed
    "speed_title": "Find my speed",
    "speed_intro": "A large cell will light up now and then. Press when it lights up. Do nothing "
    "whenever you want to rest. The first three are practice.",
    "speed_trial": "Press when the cell lights up.",
    "speed_half": "Half of them are done.",
    "speed_repeat": "Well done. Now press five times, as quickly as is comfortable.",
    "rest": "We rest. Choose “Go on” or “Stop here” whenever you like.",
    "too_early": "Some presses came before the light. That is all right. Choose “Go on” or “Stop "
    "here”.",
    "practice": "Practice {n} of {most}",
    "progress": "{n} of {most}",
    "speed_found": "You press {mean} seconds after the light. A scan time of {time} seconds fits "
    "you. It is {now} seconds now.",
    "speed_quicker": "Wren counts a late press for what it was meant for, so {time} seconds may be "
    "enough.",
    "speed_varies": "Your presses vary a lot. Check position, switch and tiredness first.",
    "use": "Use it",
    "again": "Try again",
    "quicker": "Use the quicker one",
    "keep": "Keep what I have",
    "go_on": "Go on",
    "stop": "Stop here",
    "target": "Press",
    "seconds": "{value:.2f} s",
    "mean": "Mean from light to press",
    "deviation": "Standard deviation (SD)",
    "variation": "SD / mean",
    "by_ratio": "Mean / 0.65",
    "by_spread": "Mean + 2 SD",
    "scan_time": "Scan time",
    "first_items": "Extra time on first row and cell",
    "lock_out": "Lock-out after a press",
    "missed": "Lights without a press",
    "early": "Presses before the light",
    "repeat": "From press to press, usually",
    # checking the switch
    "check_title": "Check my switch",
    "check_count": "Press as often as is comfortable, for thirty seconds. The cell stays lit as "
    "long as it counts. It begins with your first press.",
    "check_hold": "Now three long presses. Press and hold until the light goes out, then let go.",
    "check_three": "Now press three times within four seconds.",
    "check_three_again": "Once more: press three times within four seconds.",
    "check_found": "You pressed {presses} times in thirty seconds.",
    "long_works": "Long presses work: all three.",
    "long_fails": "Of three long presses {n} worked, so a long press stays off.",
    "three_works": "Three presses in four seconds work.",
    "three_fails": "Three presses in four seconds did not work, so they stay off.",
    "check_choose": "Choose what you want to use.",
    "use_long": "Use long presses: back, and still longer calls",
    "use_three": "Three presses in rest call",
    "use_route": "Light Yes, No, Call and Undo last while spelling",
    "now_long": "A long press now goes back, and a very long one calls.",
    "now_three": "Three presses in rest now call.",
    "now_route": "Yes, No, Call and Undo now light up last while spelling. A very long press calls "
    "at any time.",
    "done": "Close",
    "presses": "Presses in 30 seconds",
    "held": "Held down, usually",
    "release": "From light out to letting go",
    "fastest": "Fastest from press to press",
    "long_presses": "Long presses",
    "three_presses": "Three presses in 4 seconds",
    "of_three": "{n} of 3",
    "yes": "yes",
    "no": "no",
}

# Why a setting cannot be turned on yet.
UNMEASURED: Mapping[str, str] = {
    "long_press": "Cannot be turned on yet: three long presses have to be measured first. Use "
    "“Check my switch”.",
    "three_presses_call": "Cannot be turned on yet: three presses within 4 seconds have to be "
    "measured first. Use “Check my switch”.",
}


def guide_text(key: str, **parts: object) -> str:
    """A word or sentence of these pages."""
    return translated(GUIDE[key]).format(**parts)


def unmeasured_text(key: str) -> str:
    """Why this setting cannot be turned on yet."""
    return translated(UNMEASURED[key])
