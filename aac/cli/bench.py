"""``wren bench``: how quick the program is that is shipped, on this machine."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from contextlib import ExitStack

import psutil

from aac.cli.bench_boards import measure_boards
from aac.cli.bench_partner import PLACES, press_to_letters
from aac.cli.bench_rig import Switch, Wren, running
from aac.cli.bench_room import Ear, RigProblem, screen, sound_server
from aac.cli.bench_speech import measure_speech
from aac.cli.output import machine, print_result, progress, spread

# While measuring the scan must not come to rest, and only the voice is to be heard.
SETTINGS: Mapping[str, object] = {"loops_endless": True, "accept_sound": False}
QUICK = {**SETTINGS, "scan_time": 0.8}  # to spend less time waiting for the light


def latency(options: argparse.Namespace) -> int:
    """Press to repaint, press to first sound."""
    print_result(measure_latency(options.presses, options.sentences), as_json=options.json)
    return 0


def start(options: argparse.Namespace) -> int:
    """Cold start to the first scan step, memory, idle processor time."""
    print_result(measure_start(options.starts, options.seconds), as_json=options.json)
    return 0


def everything(options: argparse.Namespace) -> int:
    """Every benchmark that needs no argument."""
    result = {
        **machine(),
        "latency": measure_latency(100, 30),
        "start": measure_start(5, 60.0),
        "boards": measure_boards(10_000),
        "speech": measure_speech(500),
    }
    print_result(result, as_json=options.json)
    return 0


def measure_latency(presses: int, sentences: int) -> dict[str, object]:
    """Milliseconds from the key event to the painted screen, and to the first sound."""
    notes: list[str] = []
    repaint: list[float] = []
    sound: list[float] = []
    letters: dict[str, list[float]] = {}
    try:
        with ExitStack() as stack:
            display = stack.enter_context(screen())
            environment = _sound_or_note(stack, notes)
            wren = stack.enter_context(running(display, environment, QUICK))
            switch = Switch(display)
            stack.callback(switch.close)
            wren.wait_for(lambda shown: shown.state == "scanning")
            switch.focus()
            repaint = _press_to_repaint(wren, switch, presses)
            if environment:
                ear = Ear(environment)
                stack.callback(ear.close)
                sound = _press_to_sound(wren, switch, ear, sentences)
        letters = {place: press_to_letters(place, max(1, presses // 5)) for place in PLACES}
    except RigProblem as problem:
        notes.append(str(problem))
    return {
        "press_to_partner_letters_ms": {place: spread(times) for place, times in letters.items()},
        "press_to_repaint_ms": spread(repaint),
        "press_to_sound_ms": spread(sound),
        "notes": notes,
    }


def _sound_or_note(stack: ExitStack, notes: list[str]) -> Mapping[str, str]:
    try:
        return stack.enter_context(sound_server())
    except RigProblem as problem:
        notes.append(f"no press_to_sound_ms: {problem}")
        return {}


def _press_to_repaint(wren: Wren, switch: Switch, presses: int) -> list[float]:
    """Write letters: a press on a row with letters, then on a letter, at random moments."""
    times: list[float] = []
    while len(times) < presses:
        lit = wren.lit(lambda shown: any(cell.startswith("letter-") for cell in shown.lit))
        at = switch.press()
        after = wren.wait_for(lambda shown: True, after=at)
        if after.lit == lit.lit:
            raise RigProblem("a press changed nothing")
        times.append((after.at - at) * 1000)
        progress(len(times), presses, "press to repaint")
    return times


def _press_to_sound(wren: Wren, switch: Switch, ear: Ear, sentences: int) -> list[float]:
    """Say "Yes" from the strip: a press on the strip, then on its first cell."""
    times: list[float] = []
    while len(times) < sentences:
        wren.lit(lambda shown: {"strip-yes", "strip-call"} <= set(shown.lit))
        switch.press()
        try:
            wren.lit(lambda shown: shown.lit == ("strip-yes",), within=2.0)
        except RigProblem:
            continue  # it moved on in the very moment of the press
        at = switch.press()
        heard = ear.first_sound(at)
        if heard is None:
            raise RigProblem("nothing was heard")
        times.append((heard - at) * 1000)
        ear.wait_for_silence()
        progress(len(times), sentences, "press to sound")
    return times


def measure_start(starts: int, seconds: float) -> dict[str, object]:
    """Seconds from the command to the first scan step; then the cost of scanning on."""
    notes: list[str] = []
    cold: list[float] = []
    idle: float | None = None
    memory: dict[str, float] = {}
    try:
        with ExitStack() as stack:
            display = stack.enter_context(screen())
            environment = _sound_or_note(stack, [])
            for n in range(starts):
                last = n == starts - 1
                with running(display, environment, SETTINGS) as wren:
                    cold.append(
                        wren.wait_for(lambda shown: shown.state == "scanning").at - wren.began
                    )
                    if last:
                        idle, memory = _idle(wren, seconds)
                progress(n + 1, starts, "start")
    except RigProblem as problem:
        notes.append(str(problem))
    return {
        "cold_start_s": spread(cold, 3),
        "idle_cpu_percent": idle,
        "memory_mb": memory.get("total"),
        "memory_by_process_mb": memory,
        "notes": notes or ["memory is the resident size of every process, shared pages counted "
                           "each time; idle_cpu_percent is of one core, over "
                           f"{seconds:.0f} s of scanning"],
    }  # fmt: skip


def _idle(wren: Wren, seconds: float) -> tuple[float, dict[str, float]]:
    """Percent of one core over a stretch of scanning, and megabytes of every process."""
    time.sleep(3.0)  # voice and bell finish starting
    family = [psutil.Process(wren.process.pid)]
    family += family[0].children(recursive=True)
    before = sum(_used(process) for process in family)
    began = time.monotonic()
    time.sleep(seconds)
    used = sum(_used(process) for process in family) - before
    percent = 100 * used / (time.monotonic() - began)
    memory = {_name(process): round(process.memory_info().rss / 1e6, 1) for process in family}
    return round(percent, 2), {**memory, "total": round(sum(memory.values()), 1)}


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _name(process: psutil.Process) -> str:
    """The module that the process runs."""
    words = [word for word in process.cmdline() if word != "aac.sound.lean"]
    return words[words.index("-m") + 1] if "-m" in words else process.name()
