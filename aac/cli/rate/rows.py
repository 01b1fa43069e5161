"""What ``wren bench rate`` compares: peers and Wren as settings, and how each was tuned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from aac.cli.layouts import ABC, NO_WORDS, STRIP_LAST, Values
from aac.cli.rate.body import Body
from aac.core.lit_trail import ON_THE_BEAT
from aac.core.press_rules import fit, rounded_up
from aac.model.declared import Number, Value
from aac.model.measures import Calibration, Measures, PressTiming
from aac.model.settings import BY_KEY, Settings, with_values

RULE = 0.65  # press time / scan time (Simpson, Koester & LoPresti 2007; G9)
TRIALS = 10  # G9
QUICK_PRESSES = 5
TOO_SOON, TOO_LATE = 0.15, 10.0  # such trials do not count (G9)
STEP = 0.05
LONGEST_EXTRA = 3.0


class Tuning(StrEnum):
    """Where the scan time comes from."""

    AS_SET = "as set"
    RULE = "the .65 rule and the person's true mean, as by a specialist"
    CALIBRATED = "Wren's first-run calibration"
    QUICKER = "Wren's first-run calibration, and the quicker time where one was offered"
    BEATEN = "by hand for the beat, as the README advises"


@dataclass(frozen=True)
class Row:
    """``changes``: what differs from the shipped settings.  ``listed``: plain listed words.

    ``pace``: the scan time is that of the tuning times this, where a shorter one fits.
    """

    name: str
    changes: Values = field(default_factory=dict)
    tuning: Tuning = Tuning.CALIBRATED
    listed: bool = False
    pace: float = 1.0

    @property
    def is_possible(self) -> bool:
        """Whether this Wren has all these settings."""
        return all(key in BY_KEY for key in self.changes)


# Others' usual settings (`peers.md`, section 2): first item 0.25 s longer, no grace, no lock-out,
# no Back cell, two rounds of a row; no list learns or offers letters.  Who tunes takes the second
# round away: it saves time.
PEER: Values = {
    **STRIP_LAST,
    "scan_time": 1.0,
    "first_row_extra": 0.25,
    "first_cell_extra": 0.25,
    "late_press_learning": False,
    "late_press_grace": 0.0,
    "lock_out": 0.0,
    "back_cells": False,
    "likely_letters": 0,
    "learning": False,
}
TUNED: Values = {**PEER, "loops_in_row": 1}
PEERS: Sequence[Row] = (
    Row("peer: ABC grid, no list, 1.0 s", {**PEER, **ABC, **NO_WORDS}, Tuning.AS_SET),
    Row("peer: frequency grid, listed words, 1.0 s", PEER, Tuning.AS_SET, listed=True),
    Row("peer: frequency grid, no list, tuned by the .65 rule", {**TUNED, **NO_WORDS}, Tuning.RULE),
    Row("peer: frequency grid, Wren's words, tuned by the .65 rule", TUNED, Tuning.RULE),
)
WREN = Row("wren, calibrated on first run")
ON_TIME = Row("wren, calibrated, late presses not counted", {"late_press_learning": False})
UNTUNED = Row("wren, not calibrated", tuning=Tuning.AS_SET)

# Each is switched on beside all those before it.  What this Wren has no setting for is left out.
LEVERS: Sequence[Row] = (
    Row("+ strip scanned last", STRIP_LAST),
    Row("+ the quicker time", tuning=Tuning.QUICKER),
    Row("+ unlikely rows skipped", {"skip_rows": True}, Tuning.QUICKER),
    Row("+ a beat, rows not skipped", {"skip_rows": False, "paced_cue": "bar"}, Tuning.BEATEN),
)


def levers(first: Row = WREN) -> tuple[Row, ...]:
    """Wren with the levers in turn."""
    rows = [first]
    for lever in LEVERS:
        if lever.is_possible:
            changes = {**rows[-1].changes, **lever.changes}
            rows.append(Row(lever.name, changes, lever.tuning, pace=rows[-1].pace * lever.pace))
    return tuple(rows[1:])


def missing_levers() -> tuple[str, ...]:
    return tuple(lever.name for lever in LEVERS if not lever.is_possible)


@dataclass(frozen=True)
class Tuned:
    """What a person writes with: the settings, and what Wren knows of their presses."""

    settings: Settings
    measures: Measures = Measures()


def tuned(row: Row, own: Values, body: Body) -> Tuned:
    """How the row is set up for this person.  ``own``: asked for, whatever the tuning gave."""
    found = Tuned(with_values(Settings(), row.changes))
    match row.tuning:
        case Tuning.RULE:
            time = rounded_up(body.person.reaction / RULE)
            found = Tuned(_with_scan_time(found.settings, time))
        case Tuning.CALIBRATED:
            found = calibrated(found.settings, body)
        case Tuning.QUICKER:
            found = calibrated(found.settings, body, quicker=True)
        case Tuning.BEATEN:
            found = beaten(found.settings, body)
    settings = found.settings
    if row.pace != 1.0:
        settings = _with_scan_time(settings, settings.scan_time * row.pace)
    return replace(found, settings=with_values(settings, own))


def calibrated(settings: Settings, body: Body, *, quicker: bool = False) -> Tuned:
    """What the program's own rules make of ten reactions and five quick presses (G9, G13, G17).

    ``quicker``: the person chose the quicker time, where one was offered.
    """
    found = fit(_reactions(body), _quick_presses(body), settings.debounce)
    if quicker:
        found = found.quicker or found
    known = Calibration(found.mean, found.deviation, found.scan_time, TRIALS, at=0.0)
    timing = PressTiming(found.mean, found.deviation, TRIALS)
    return Tuned(with_values(settings, found.changes()), Measures(timing, known))


def beaten(settings: Settings, body: Body) -> Tuned:
    """Set up by hand for a beat, as the README advises; Wren knows nothing of
    such presses yet but what it begins with."""
    found = fit(_reactions(body), _quick_presses(body), settings.debounce)
    repeat = found.repeat or found.mean
    values: dict[str, Value] = {
        "scan_time": rounded_up(max(0.85 * found.mean, 3 * found.deviation)),
        "first_row_extra": min(LONGEST_EXTRA, rounded_up(2 * found.mean)),
        "first_cell_extra": min(LONGEST_EXTRA, rounded_up(max(found.mean, repeat))),
    }
    settings = with_values(settings, {**found.changes(), **values})
    return Tuned(settings, Measures(ON_THE_BEAT))


def _reactions(body: Body) -> list[float]:
    times: list[float] = []
    while len(times) < TRIALS:
        time = body.reaction()
        if TOO_SOON <= time <= TOO_LATE:
            times.append(time)
    return times


def _quick_presses(body: Body) -> list[float]:
    """Each a little after the smallest gap."""
    presses = [0.0]
    for _ in range(QUICK_PRESSES - 1):
        presses.append(presses[-1] + body.person.gap * body.chance.uniform(1.0, 1.3))
    return presses


def is_paced(settings: Settings) -> bool:
    """Whether the light has a cue from which its next step can be foreseen."""
    return settings.paced_cue != "off"


def differing(settings: Settings) -> Mapping[str, object]:
    """The settings that are not as shipped."""
    shipped = Settings()
    changed = {key: getattr(settings, key) for key in BY_KEY}
    return {key: value for key, value in changed.items() if value != getattr(shipped, key)}


def _with_scan_time(settings: Settings, seconds: float) -> Settings:
    """With this scan time, or the nearest that there is."""
    declared = BY_KEY["scan_time"]
    assert isinstance(declared, Number)
    return with_values(settings, {"scan_time": min(max(seconds, declared.low), declared.high)})
