"""The sentences about switches: what a source cannot do here, and what is wrong with a line."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated
from aac.model.switch_map import Fault, FaultKind

# Reasons that a switch source gives when it cannot start (`ports.SourceProblem`).
SOURCE_PROBLEMS: Mapping[str, str] = {
    "wayland": "On this kind of desktop the switch works while Wren is in front. To use it over "
    "other programs, choose “Xorg” when you log in.",
    "no-display": "There is no screen to listen on, so the switch works only inside Wren.",
    "no-permission": "This computer does not let Wren listen over other programs. Allow it under "
    "Privacy, Input Monitoring. The switch works while Wren is in front.",
    "not-installed": "The part that listens over other programs (pynput) is not installed. The "
    "switch works while Wren is in front.",
    "unknown-key": "A switch key is not known: {detail}. Please choose another one in Settings.",
    "unknown-key-line": "Line {detail} of More switches is not used: there is no such key.",
    "stopped": "The part that listens over other programs has stopped. The switch works while "
    "Wren is in front.",
    "gamepad-not-installed": "The part that hears game controllers (pysdl2) is not installed. The "
    "other switches work.",
    "gamepad-missing": "No game controller is plugged in. It works as soon as there is one.",
    "gamepad-no-permission": "This computer does not let Wren hear the game controller. Ask "
    "somebody to add you to the group “input”, then log in again.",
    "gamepad-lost": "The game controller is gone. Plug it in again; the other switches work.",
    "gamepad-back": "The game controller works.",
    "gamepad-stopped": "The part that hears game controllers has stopped and is being started "
    "again. The other switches work.",
    "serial-not-installed": "The part that hears serial switches (pyserial) is not installed. The "
    "other switches work.",
    "serial-missing": "There is no serial port. It works as soon as one is plugged in.",
    "serial-no-permission": "This computer does not let Wren use the serial port. Ask somebody to "
    "add you to the group “dialout”, then log in again.",
    "serial-no-lines": "This serial port has no lines for contact switches. Use an adapter that "
    "has CTS, DSR, DCD and RI.",
    "serial-lost": "The serial switch is gone. Plug it in again; the other switches work.",
    "serial-back": "The serial switch works.",
    "serial-stopped": "The part that hears serial switches has stopped and is being started "
    "again. The other switches work.",
    "sound-missing": "There is no microphone. The sound switch works as soon as one is plugged in.",
    "sound-lost": "The microphone is gone. Plug it in again; the other switches work.",
    "sound-back": "The sound switch works.",
    "sound-stopped": "The part that listens for sounds has stopped and is being started again. "
    "The other switches work.",
    "socket-off": "Line {detail} of More switches waits: other programs may not press switches "
    "yet. Turn that on below it.",
    "socket-taken": "The port of the local socket is taken by another program. Choose another "
    "one in Settings, under More switches.",
    "socket-no-token": "The secret of the local socket cannot be written to Wren’s folder, so "
    "other programs cannot press switches.",
    "part-not-installed": "A part for switches cannot be started: {detail}. The other switches "
    "work.",
}

# What is wrong with a line under "More switches".
MAP_FAULTS: Mapping[FaultKind, str] = {
    FaultKind.NO_EQUALS: "there is no = in it",
    FaultKind.UNKNOWN_SOURCE: "“{detail}” is no place that presses come from. Write key, gamepad, "
    "serial, sound or socket",
    FaultKind.UNKNOWN_CONTACT: "write the left side like this: {detail}",
    FaultKind.UNKNOWN_TARGET: "“{detail}” is nothing that a switch can do. Write a number from 1 "
    "to 5, speak, call, rest, undo, or say: and a phrase",
    FaultKind.NOTHING_TO_SAY: "there is no phrase behind say:",
    FaultKind.TWICE: "line {detail} gives the same switch something else to do",
    FaultKind.KEY_TAKEN: "that key works switch {detail} already",
}

LINES: Mapping[str, str] = {"not_used": "Line {number} of More switches is not used: {why}."}


def source_problem_text(code: str, detail: str = "") -> str:
    """The sentence for a switch source that cannot start."""
    sentence = SOURCE_PROBLEMS.get(code, SOURCE_PROBLEMS["not-installed"])
    return translated(sentence).format(detail=detail)


def map_fault_text(fault: Fault) -> str:
    """The sentence for a line under "More switches" that cannot be used."""
    why = translated(MAP_FAULTS[fault.kind]).format(detail=fault.detail)
    return translated(LINES["not_used"]).format(number=fault.number, why=why)
