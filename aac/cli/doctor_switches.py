"""What ``wren doctor`` says about switches: keys, lines, devices, and who else may press."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from aac import plugins
from aac.files.paths import ProfilePaths
from aac.files.store import Store
from aac.model.settings import Settings
from aac.model.switch_map import understood
from aac.model.switch_words import map_fault_text, source_problem_text
from aac.model.words import doctor_text


@dataclass(frozen=True)
class Check:
    """``says``: how it is, in one sentence.  ``do``: what to do, empty where all is well."""

    name: str
    ok: bool
    says: str
    do: str = ""


def checked(name: str, ok: bool, key: str = "", **parts: object) -> Check:
    """The sentences are in `model.words`, under the name and what was found."""
    key = key or (f"{name}_ok" if ok else f"{name}_missing")
    return Check(name, ok, doctor_text(key, **parts), "" if ok else doctor_text(f"{key}_do"))


def window_switch(paths: ProfilePaths) -> Check:
    keys = ", ".join(key for key in _settings(paths).switch_keys if key)
    return checked("switch", bool(keys), keys=keys)


def global_switch(paths: ProfilePaths) -> Check:
    from aac.switches.global_keys import why_not

    return _unless("switch_everywhere", why_not())


def lines(paths: ProfilePaths) -> Check:
    """Whether every line under "More switches" is understood."""
    settings = _settings(paths)
    good, faults = understood(
        settings.switch_map, plugins.names("aac.switch_sources"), settings.switch_keys
    )
    told = " ".join(map_fault_text(fault) for fault in faults)
    return checked("more_switches", not faults, count=len(good), faults=told)


def gamepad(paths: ProfilePaths) -> Check:
    from aac.switches.pads import NoPads, Pads, may_not_read

    try:
        pads = Pads()
    except NoPads:
        return _unless("gamepad", "gamepad-not-installed")
    for _ in pads.poll():
        pass
    names = pads.names
    pads.close()
    problem = "gamepad-no-permission" if not names and may_not_read() else ""
    return _unless("gamepad", problem, names=_listed(names))


def serial(paths: ProfilePaths) -> Check:
    if find_spec("serial") is None:
        return _unless("serial", "serial-not-installed")
    from aac.switches.serial_worker import usb_ports

    return _unless("serial", "", names=_listed(usb_ports()))


def microphone(paths: ProfilePaths) -> Check:
    """A missing one matters only to those whose switch is a sound."""
    from aac.switches.microphone import microphones

    found = microphones()
    wanted = any(line.source == "sound" for line in understood(_settings(paths).switch_map)[0])
    if found or not wanted:
        return checked("microphone", True, names=_listed(found))
    return checked("microphone", False)


def other_programs(paths: ProfilePaths) -> Check:
    from aac.switches.token import FILE

    settings = _settings(paths)
    if not settings.socket_on:
        return checked("socket", True, "socket_off")
    file = paths.work.parent / FILE
    return checked("socket", file.exists(), port=settings.socket_port, file=file)


CHECKS = (
    window_switch, global_switch, lines, gamepad, serial, microphone, other_programs,
)  # fmt: skip


def _settings(paths: ProfilePaths) -> Settings:
    settings, _ = Store(paths.settings, paths.work, paths.measures).read_settings()
    return settings


def _unless(name: str, problem: str, **parts: object) -> Check:
    """All is well, unless there is such a problem of a source."""
    if not problem:
        return checked(name, True, "", **parts)
    return Check(name, False, doctor_text(f"{name}_missing"), source_problem_text(problem))


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(names) or doctor_text("none")
