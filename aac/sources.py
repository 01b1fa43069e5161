"""Which switch sources are on, and what each of their contacts does.

Keys are heard in Wren's own window, or anywhere where that is wanted and possible; only one of
the two listens, so that no press is told twice.  The other sources are on where a line of the
settings names them.  A source that cannot be had is told, and the others work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from aac import plugins
from aac.joining import Emit, Joining
from aac.model.notice import Notice, NoticeKind
from aac.model.settings import Settings
from aac.model.switch_map import Line, Target, contact_name, key_name, understood
from aac.model.switch_words import map_fault_text, source_problem_text
from aac.ports import FindsContacts, HearsSound, Setup, SourceProblem, SwitchSource

GROUP = "aac.switch_sources"

# The settings that a source is made from, beside its lines.
CONCERNS: Mapping[str, tuple[str, ...]] = {
    "serial": ("serial_port", "serial_speed", "serial_sends"),
    "sound": ("sound_level", "sound_band", "sound_hold", "sound_while_speaking"),
    "socket": ("socket_port",),
}
# Sources that can be asked which of their contacts moves, though no line names them yet.
SOUGHT = ("gamepad", "serial", "sound")


@dataclass(frozen=True)
class Wanted:
    """How a source is to be: what its contacts do, and the values of the settings it is made
    from."""

    targets: tuple[tuple[str, Target], ...] = ()
    values: tuple[object, ...] = ()


class Sources:
    """``use`` turns the sources on that the settings ask for.

    ``emit``: takes the movements of switches, from any thread.  ``setup``: its settings are
    replaced by those in use.
    """

    def __init__(self, emit: Emit, tell: Callable[[Notice], None], setup: Setup) -> None:
        self._joining = Joining(emit)
        self._tell = tell
        self._setup = setup
        self._lines: tuple[Line, ...] = ()
        self._mapped: tuple[object, ...] | None = None
        self._wanted: dict[str, Wanted] = {}
        self._running: dict[str, SwitchSource] = {}
        self._not_anywhere: Wanted | None = None
        self._ended: SwitchSource | None = None
        self._found: Callable[[str], None] | None = None
        self._show_level: Callable[[float], None] | None = None
        self._aloud: set[str] = set()

    def use(self, settings: Settings) -> None:
        """Follow the settings.  A source whose own settings are as they were is left alone."""
        self._setup = replace(self._setup, settings=settings)
        mapped = (settings.switch_map, settings.switch_keys, settings.socket_on)
        if mapped != self._mapped:
            self._mapped = mapped
            self._read_lines(settings)
        if not settings.global_switch:
            self._not_anywhere = None  # it is tried again when it is turned on again
        self._follow()

    def stop(self) -> None:
        """Let go of all of them."""
        for kind in list(self._wanted):
            self._end(kind)

    def seek(
        self, found: Callable[[str], None] | None, show_level: Callable[[float], None] | None = None
    ) -> None:
        """While a helper asks: the name of each contact that goes down, as it is written in a
        line, and how loud it is.  ``None``: no longer."""
        self._found, self._show_level = found, show_level
        self._follow()
        for kind, source in self._running.items():
            self._ask(kind, source)

    def sounding(self, what: str, on: bool) -> None:
        """Wren's voice or bell (``what``) can be heard, or no longer: no sound is a press then."""
        (self._aloud.add if on else self._aloud.discard)(what)
        for source in self._running.values():
            if isinstance(source, HearsSound):
                source.deafen(bool(self._aloud))

    def typing(self, on: bool) -> None:
        """Wren presses keys for another program, or no longer: none of them is a switch."""
        self._joining.deaf_to = frozenset({"window", "global"} if on else ())

    # ------------------------------------------------------------------- what is wanted

    def _read_lines(self, settings: Settings) -> None:
        others = [name for name in plugins.names(GROUP) if name not in ("window", "global")]
        self._lines, faults = understood(settings.switch_map, others, settings.switch_keys)
        for fault in faults:
            self._say(map_fault_text(fault))
        if not settings.socket_on:
            waiting = [line for line in self._lines if line.source == "socket"]
            for line in waiting:
                self._say(source_problem_text("socket-off", str(line.number)))
            self._lines = tuple(line for line in self._lines if line not in waiting)

    def _follow(self) -> None:
        wanted = self._plan(self._setup.settings)
        for kind in [kind for kind in self._wanted if self._wanted[kind] != wanted.get(kind)]:
            self._end(kind)
        for kind, how in wanted.items():
            if kind not in self._wanted:
                self._begin(kind, how)

    def _plan(self, settings: Settings) -> dict[str, Wanted]:
        plan: dict[str, Wanted] = {}
        keys: dict[str, Target] = {}
        for switch, name in enumerate(settings.switch_keys, start=1):
            if name.strip():
                keys.setdefault(key_name(name), switch)
        mapped: dict[str, dict[str, Target]] = {"key": keys}
        for line in self._lines:
            mapped.setdefault(line.source, {}).setdefault(line.contact, line.target)
        for kind in SOUGHT if self._found is not None else ():
            mapped.setdefault(kind, {})
        by_keys = Wanted(tuple(mapped.pop("key").items()))
        anywhere = settings.global_switch and by_keys != self._not_anywhere
        plan["global" if anywhere else "window"] = by_keys
        if anywhere and self._found is not None:
            plan["window"] = Wanted()  # it names keys, which the other keeps to itself
        for kind, targets in mapped.items():
            values = tuple(getattr(settings, key) for key in CONCERNS.get(kind, ()))
            plan[kind] = Wanted(tuple(targets.items()), values)
        return plan

    # ------------------------------------------------------------------------- sources

    def _begin(self, kind: str, how: Wanted) -> None:
        self._wanted[kind] = how
        if not self._start(kind, how) and kind == "global":
            self._stand_in(how)

    def _stand_in(self, how: Wanted) -> None:
        """The window's keys are heard where keys anywhere cannot be."""
        self._not_anywhere = how
        # It may be in the middle of telling us: it must not go before it has come to its end.
        self._ended = self._running.pop("global", None)
        self._end("global")
        self._follow()

    def _start(self, kind: str, how: Wanted) -> bool:
        names = tuple(name for name, _ in how.targets)
        try:
            source: SwitchSource = plugins.load(GROUP, kind)(
                names, lambda code: self._news(kind, code), setup=self._setup
            )
        except plugins.PluginProblem:
            code = "not-installed" if kind == "global" else f"part-not-installed:{kind}"
            self._news(kind, code)
            return False
        try:
            source.start(self._joining.of(kind, [target for _, target in how.targets]))
        except SourceProblem as problem:
            self._news(kind, str(problem))
            return False
        self._running[kind] = source
        self._ask(kind, source)
        if isinstance(source, HearsSound):
            source.deafen(bool(self._aloud))
        return True

    def _end(self, kind: str) -> None:
        self._wanted.pop(kind, None)
        source = self._running.pop(kind, None)
        if source is not None:
            source.stop()
        self._joining.let_go(kind)

    def _ask(self, kind: str, source: SwitchSource) -> None:
        found = self._found
        if isinstance(source, FindsContacts):
            name = "key" if kind in ("window", "global") else kind
            tell = None if found is None else lambda one: found(contact_name(name, one))
            source.seek(tell)
        if isinstance(source, HearsSound):
            source.meter(self._show_level)

    def _news(self, kind: str, code: str) -> None:
        """Say what is wrong or well again, except of what is only looked for."""
        code, _, detail = code.partition(":")
        number = next(
            (n.number for n in self._lines if (n.source, n.contact) == ("key", detail)), 0
        )
        if code == "unknown-key" and number and detail not in self._setup.settings.switch_keys:
            code, detail = "unknown-key-line", f"{number} ({detail})"
        how = self._wanted.get(kind)
        if how is not None and (how.targets or kind in ("window", "global")):
            self._say(source_problem_text(code, detail))
        if kind == "global" and code == "stopped" and how is not None:
            self._stand_in(how)

    def _say(self, text: str) -> None:
        self._tell(Notice(NoticeKind.SWITCH_SOURCE, text))
