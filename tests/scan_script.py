"""Scan scripts: what a person does, and what the aid answers, as plain text with invented time.

    0.0   press    | A B
    0.2   release  | A B
    1.0   -        | C hello
    2.9   press    | A B   says hello

Each line is a time, what happens, and after the bar what is then lit (ids of cells, ``<`` the
Back mark, nothing at all), and after two blanks or more what comes out of it.

What happens
    start                   the session begins (its first line where it is left out: time 0)
    press, release [n]      switch n moves; ``press @1.4`` was stamped at 1.4
    tap [n]                 switch n goes down and up at once
    push, lift WORD         a switch with a direct command moves: ``push say Come here``
    -                       the aid is woken: at this very moment, or the script fails
    late                    the aid is woken, later than it wanted
    early                   a timer fires before its time
    touch ID                a cell is chosen directly
    down ID, over ID, up    a finger or a pointer; without ID over no cell; ``gone``: it is lost
    started, spoken, failed the voice begins, ends or fails with what it was given last
    heard, cued, deaf [why] the last cue begins, ends or fails; ``stale cued``: the one before
    rung                    the bell is silent until it rings again
    words a b               the predictor answers the last question; ``stale a b`` an older one;
                            ``words a b / h=0.5 _=0.2 end=0.1``: letters too (``_`` a space)
    partner TEXT            a partner says something
    open, close             the settings page is opened or closed by hand

What comes out
    says TEXT · silence · rings A B · stops ringing · quits · click KIND
    notice KIND · asks ID · phase PHASE · text TEXT · page PAGE · alert TEXT · method NAME
    filling ID FROM TO (``at T``: it stands there)
    cues TEXT · uncues
    words a b (the slots of the row, ``.`` an empty one) · letters H O . · phrase TEXT
    counted A B (cells a press counted for that were not the lit ones)

Speaking, silence, cues, ringing, quitting and notices must be told exactly; the others are checked
where they are told.  A script fails too where the aid wanted to be woken before the next line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pytest

from aac.core.session import Session
from aac.model.board import BoardSet
from aac.model.cue_events import Cue, CueEnded, CueFailed, CueStarted, RingEnded, StopCue
from aac.model.declared import Value
from aac.model.events import (
    CellTouched,
    CommandPressed,
    CommandReleased,
    DeadlineReached,
    Effect,
    Event,
    PageTurned,
    PartnerSaid,
    Quit,
    Speak,
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    StopSpeaking,
    Suggest,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.marks import Filling
from aac.model.measures import Measures
from aac.model.notice import Notice
from aac.model.pointing import Pointed, Pointing
from aac.model.settings import Settings, with_values
from aac.model.sounds import Click, Ring, StopRinging
from aac.model.switch_map import DIRECT, Direct, DirectKind
from aac.model.view import Page, View, Work

Kind = TypeVar("Kind")

LINE = re.compile(r"\s*(?P<time>\d+(?:\.\d+)?)\s+(?P<what>[^|]*?)\s*(?:\|\s?(?P<out>.*))?$")


class ScriptError(AssertionError):
    """The session did something else than the script tells."""


@dataclass
class Played:
    """A session and all that came out of it so far."""

    session: Session
    now: float = 0.0
    effects: list[Effect] = field(default_factory=list)

    @property
    def view(self) -> View:
        return self.session.view

    @property
    def said(self) -> list[str]:
        return [effect.text for effect in self.effects if isinstance(effect, Speak)]

    def every(self, kind: type[Kind]) -> list[Kind]:
        return [effect for effect in self.effects if isinstance(effect, kind)]

    def play(self, script: str) -> Played:
        """Play on."""
        for line in script.splitlines():
            if line.strip() and not line.lstrip().startswith("#"):
                self._line(line)
        return self

    def do(self, event: Event, now: float | None = None) -> list[Effect]:
        """Something happens without a line; its effects are kept and given back."""
        self.now = self.now if now is None else now
        effects = self.session.handle(event, self.now)
        self.effects += effects
        return effects

    def touch(self, *cells: str) -> Played:
        for cell_id in cells:
            self.do(CellTouched(cell_id))
        return self

    def spoken(self) -> Played:
        """The voice ends."""
        self.do(self._voice(SpeechEnded))
        return self

    # ------------------------------------------------------------------------- a line

    def _line(self, line: str) -> None:
        found = LINE.match(line)
        if found is None:
            raise ScriptError(f"This line is not understood: {line}")
        time, what = float(found["time"]), found["what"].split()
        wanted = self.session.deadline
        if what[0] == "-":
            if wanted != pytest.approx(time, abs=1e-6):
                raise ScriptError(f"{line}\nThe aid wants to be woken at {wanted}")
            time = wanted or time
        elif what[0] != "late" and wanted is not None and wanted < time - 1e-6:
            raise ScriptError(f"{line}\nThe aid wanted to be woken before, at {wanted}")
        before, self.now = self.view, time
        effects = self._happens(what, time)
        self.effects += effects
        if found["out"] is not None:
            self._check(line, found["out"], before, effects)

    def _happens(self, what: list[str], now: float) -> list[Effect]:
        match what:
            case ["start"]:
                return self.session.start(now)
            case ["tap", *rest]:
                down = self.session.handle(self._event(["press", *rest]), now)
                return down + self.session.handle(self._event(["release", *rest]), now)
        return self.session.handle(self._event(what), now)

    def _event(self, what: list[str]) -> Event:
        kind, *rest = what
        at = next((float(word[1:]) for word in rest if word.startswith("@")), None)
        switch = next((int(word) for word in rest if word.isdigit()), 1)
        make: dict[str, Callable[[], Event]] = {
            "press": lambda: SwitchPressed(switch, at),
            "release": lambda: SwitchReleased(switch, at),
            "push": lambda: CommandPressed(_command(rest), at),
            "lift": lambda: CommandReleased(_command(rest), at),
            "-": DeadlineReached,
            "late": DeadlineReached,
            "early": DeadlineReached,
            "touch": lambda: CellTouched(rest[0]),
            "down": lambda: Pointed(Pointing.DOWN, _cell(rest), at),
            "over": lambda: Pointed(Pointing.OVER, _cell(rest), at),
            "up": lambda: Pointed(Pointing.UP, _cell(rest), at),
            "gone": lambda: Pointed(Pointing.GONE, "", at),
            "started": lambda: self._voice(SpeechStarted),
            "spoken": lambda: self._voice(SpeechEnded),
            "failed": lambda: self._voice(SpeechFailed),
            "words": lambda: _answer(self._asked(), rest),
            "stale": lambda: self._stale(rest),
            "heard": lambda: CueStarted(self._cue()),
            "cued": lambda: CueEnded(self._cue()),
            "deaf": lambda: CueFailed(self._cue(), " ".join(rest)),
            "rung": RingEnded,
            "partner": lambda: PartnerSaid(" ".join(rest)),
            "open": lambda: PageTurned(Page.SETTINGS),
            "close": lambda: PageTurned(Page.BOARD),
        }
        return make[kind]()

    def _voice(self, kind: Callable[[int], Event]) -> Event:
        return kind(self.every(Speak)[-1].id)

    def _stale(self, rest: list[str]) -> Event:
        if rest == ["cued"]:
            return CueEnded(self._cue() - 1)
        return _answer(self._asked() - 1, rest)

    def _cue(self) -> int:
        return self.every(Cue)[-1].id

    def _asked(self) -> int:
        return self.every(Suggest)[-1].id

    # ---------------------------------------------------------------------- checking

    def _check(self, line: str, out: str, before: View, effects: list[Effect]) -> None:
        lit, *outcomes = re.split(r"\s{2,}", out.rstrip() or " ")
        found = set(self.view.lit) | ({"<"} if self.view.back_lit else set())
        if found != set(lit.split()):
            raise ScriptError(f"{line}\nLit: {' '.join(sorted(found))}")
        told = [outcome for outcome in outcomes if outcome]
        happened = [text for text in map(_in_words, effects) if text]
        notice = self.view.notice
        if notice is not None and notice is not before.notice:
            happened.append(f"notice {_notice(notice)}")
        strict = [outcome for outcome in told if outcome.split()[0] in STRICT]
        if sorted(strict) != sorted(happened):
            raise ScriptError(f"{line}\nHappened: {'; '.join(happened)}")
        for outcome in told:
            kind, _, rest = outcome.partition(" ")
            if kind not in STRICT and self._is(kind, effects) != rest:
                raise ScriptError(f"{line}\n{kind} is {self._is(kind, effects)!r}")

    def _is(self, kind: str, effects: list[Effect]) -> str:
        view = self.view
        match kind:
            case "method":
                return view.settings.scan_method
            case "filling":
                return _filling(view.filling)
            case "asks":
                return view.asking.id if view.asking else ""
            case "phase":
                return view.phase.value
            case "text":
                return f"{view.message[: view.caret]}^{view.message[view.caret :]}"
            case "page":
                return view.page.value
            case "alert":
                return view.alert.text if view.alert else ""
            case "words":
                return " ".join(word.label if word else "." for word in view.words)
            case "letters":
                return " ".join(cell.label if cell else "." for cell in view.letters)
            case "counted":
                return " ".join(sorted(view.counted))
            case "phrase":
                return view.phrase.label if view.phrase else ""
            case "click":
                return " ".join(one.kind.value for one in effects if isinstance(one, Click))
        raise ScriptError(f"There is no such outcome: {kind}")


STRICT = {"says", "silence", "cues", "uncues", "rings", "stops", "quits", "notice"}


def _in_words(effect: Effect) -> str:
    match effect:
        case Speak(text=text):
            return f"says {text}"
        case StopSpeaking():
            return "silence"
        case Ring(sounds):
            return f"rings {' '.join(sounds)}"
        case StopRinging():
            return "stops ringing"
        case Cue(text=text):
            return f"cues {text}"
        case StopCue():
            return "uncues"
        case Quit():
            return "quits"
    return ""


def _cell(told: list[str]) -> str:
    return next((word for word in told if not word.startswith("@")), "")


def _filling(filling: Filling | None) -> str:
    if filling is None:
        return ""
    stands = "" if filling.stands_at is None else f" at {filling.stands_at:.2f}"
    return f"{filling.cell_id} {filling.since:.2f} {filling.until:.2f}{stands}"


def _command(words: list[str]) -> Direct:
    word, *text = [word for word in words if not word.startswith("@")]
    return Direct(DirectKind.SAY, " ".join(text)) if word == "say" else DIRECT[word]


def _answer(asked: int, told: list[str]) -> Suggested:
    """Words, and after a stroke letters with their probabilities."""
    words, _, signs = " ".join(told).partition("/")
    chances = {
        sign: float(chance) for sign, _, chance in (s.rpartition("=") for s in signs.split())
    }
    end = chances.pop("end", 0.0)
    letters = tuple((sign.replace("_", " "), chance) for sign, chance in chances.items())
    return Suggested(asked, tuple(words.split()), letters, end)


def _notice(notice: Notice) -> str:
    return f"{notice.kind.value} {notice.detail}".strip()


# Round figures, so that scripts are easy to read; each test says what it changes.
PLAIN: dict[str, Value] = {
    "scan_time": 1.0,
    "first_row_extra": 0.0,
    "first_cell_extra": 0.0,
    "late_press_grace": 0.0,
    "debounce": 0.0,
    "lock_out": 0.0,
    "back_cells": False,
    "scan_pattern": "row_column",
    "accept_sound": False,
    "predictions": 5,
    "prediction_after": 1,
    "likely_letters": 0,
}


def begin(
    boards: BoardSet,
    work: Work | None = None,
    measures: Measures | None = None,
    **settings: Value,
) -> Played:
    """A session that has not been started."""
    every = with_values(Settings(), {**PLAIN, **settings})
    return Played(Session(boards, every, work or Work(), measures=measures or Measures()))


def started(
    boards: BoardSet,
    work: Work | None = None,
    measures: Measures | None = None,
    **settings: Value,
) -> Played:
    """A session that began at 0."""
    played = begin(boards, work, measures, **settings)
    played.effects += played.session.start(0.0)
    return played


def play(
    script: str,
    boards: BoardSet,
    work: Work | None = None,
    measures: Measures | None = None,
    **settings: Value,
) -> Played:
    """Play a script on a session of its own, with settings that change `PLAIN`."""
    return started(boards, work, measures, **settings).play(script)
