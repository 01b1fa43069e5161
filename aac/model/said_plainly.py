"""What voices read wrongly in English and German, and the words for it.

Found by asking eSpeak NG 1.52 for its sounds: it reads numbers, money with one number, percent,
"3rd", "etc." and "19:05 Uhr" well, but "Dr." with a pause behind it, "Ms." and "Hr." letter by
letter, "7:00" as "seven zero zero", "3/4" as "three slash four", "5 kg" as "five kay gee", "3. Mai"
as "drei. Mai".  The natural voices were wrong in fewer places, and in none that these rules spoil.
No library was found that does this for both languages without a compiler.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

Spoken = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Rule:
    pattern: re.Pattern[str]
    spoken: Spoken


# Before a name: the full stop is no end.
TITLES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "Dr": "Doctor", "Mr": "Mister", "Mrs": "Missis", "Ms": "Mizz", "Prof": "Professor",
        "St": "Saint",
    },
    "de": {
        "Dr": "Doktor", "Hr": "Herr", "Hrn": "Herrn", "Fr": "Frau", "Prof": "Professor",
        "St": "Sankt",
    },
}  # fmt: skip

# Anywhere.  A full stop behind one that has none here stays where a sentence may end.
SHORT: Mapping[str, Mapping[str, str]] = {
    "en": {
        "appt": "appointment", "appts": "appointments", "approx": "approximately",
        "approx.": "approximately", "vs": "versus", "vs.": "versus", "i.e.": "that is",
        "w/o": "without", "w/": "with", "tel.": "telephone", "ALS": "A L S",
        "CO2": "C O 2", "MND": "M N D",
    },
    "de": {
        "z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "d. h.": "das heißt",
        "d.h.": "das heißt", "u. a.": "unter anderem", "u.a.": "unter anderem",
        "usw": "und so weiter", "bzw.": "beziehungsweise", "ca.": "zirka", "evtl.": "eventuell",
        "ggf.": "gegebenenfalls", "Tel.": "Telefon", "Str.": "Straße", "Nr.": "Nummer",
        "ALS": "A L S", "CO2": "C O 2",
    },
}  # fmt: skip

# After a number: one of it, several of it.
UNITS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "kg": ("kilogram", "kilograms"), "mg": ("milligram", "milligrams"),
        "g": ("gram", "grams"), "ml": ("millilitre", "millilitres"), "l": ("litre", "litres"),
        "mm": ("millimetre", "millimetres"), "cm": ("centimetre", "centimetres"),
        "km": ("kilometre", "kilometres"), "min": ("minute", "minutes"),
        "mins": ("minute", "minutes"), "hr": ("hour", "hours"), "hrs": ("hour", "hours"),
        "h": ("hour", "hours"), "lbs": ("pound", "pounds"),
        "°C": ("degree Celsius", "degrees Celsius"),
        "°F": ("degree Fahrenheit", "degrees Fahrenheit"), "x": ("time", "times"),
    },
    "de": {
        "kg": ("Kilogramm", "Kilogramm"), "mg": ("Milligramm", "Milligramm"),
        "g": ("Gramm", "Gramm"), "ml": ("Milliliter", "Milliliter"), "l": ("Liter", "Liter"),
        "mm": ("Millimeter", "Millimeter"), "cm": ("Zentimeter", "Zentimeter"),
        "km": ("Kilometer", "Kilometer"), "min": ("Minute", "Minuten"),
        "Min.": ("Minute", "Minuten"), "Min": ("Minute", "Minuten"),
        "Std.": ("Stunde", "Stunden"), "Std": ("Stunde", "Stunden"), "h": ("Uhr", "Uhr"),
        "°C": ("Grad Celsius", "Grad Celsius"), "x": ("mal", "mal"),
    },
}  # fmt: skip

RANGE = {"en": "to", "de": "bis"}
MONEY: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {"£": ("pound", "pounds"), "$": ("dollar", "dollars"), "€": ("euro", "euros")},
    "de": {"€": ("Euro", "Euro"), "£": ("Pfund", "Pfund"), "$": ("Dollar", "Dollar")},
}
FRACTIONS = {
    "en": {"1/2": "a half", "1/3": "a third", "2/3": "two thirds", "1/4": "a quarter",
           "3/4": "three quarters"},
    "de": {"1/2": "ein halb", "1/3": "ein Drittel", "2/3": "zwei Drittel", "1/4": "ein Viertel",
           "3/4": "drei Viertel"},
}  # fmt: skip
AND = {"en": "and ", "de": ""}

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
)  # fmt: skip
_ORDINALS = [
    "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt",
    "elft", "zwölft", "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt",
    "achtzehnt", "neunzehnt", "zwanzigst", "einundzwanzigst", "zweiundzwanzigst",
    "dreiundzwanzigst", "vierundzwanzigst", "fünfundzwanzigst", "sechsundzwanzigst",
    "siebenundzwanzigst", "achtundzwanzigst", "neunundzwanzigst", "dreißigst",
    "einunddreißigst",
]  # fmt: skip
# A day after these words ends in -en, else in -er.
_DATIVE = ("am", "vom", "zum", "ab", "bis", "dem", "den", "seit")

_NUMBER = r"(?<![\w.,:/])(?P<n>\d+(?:[.,]\d+)*)"


@cache
def rules_of(language: str) -> tuple[Rule, ...]:
    """The rules of a language, in their order; none where it has none."""
    if language not in TITLES:
        return ()
    own = _english_times() if language == "en" else _german_times()
    return (*own, *_shared(language))


def _shared(language: str) -> tuple[Rule, ...]:
    titles, short, units = TITLES[language], SHORT[language], UNITS[language]
    fractions, money = FRACTIONS[language], MONEY[language]
    signs = "".join(map(re.escape, money))
    return (
        _rule(rf"\b({_any(titles)})\.(?=\s+[A-ZÄÖÜ])", lambda m: titles[m[1]]),
        _rule(rf"(?<!\w)({_any(short)})(?!\w)(\.(?=\s+[a-zäöüß\d]))?", lambda m: short[m[1]]),
        _rule(
            rf"(?<![\d/])(?P<n>\d+ )?({_any(fractions)})(?![\d/])",
            lambda m: (m["n"] + AND[language] if m["n"] else "") + fractions[m[2]],
        ),
        _rule(
            rf"{_NUMBER} ?(?P<u>{_any(units)})(?![\w/])(?:\.(?=\s+[a-zäöüß\d]))?",
            lambda m: f"{m['n']} {units[m['u']][m['n'] != '1']}",
        ),
        _rule(
            rf"(?P<s>[{signs}])(?P<n>\d+)(?:[.,](?P<c>\d\d))?(?![\d.,]\d)",
            lambda m: _money(m, money),
        ),
        _rule(
            rf"(?<![\d.,])(?P<n>\d+)[.,](?P<c>\d\d) ?(?P<s>[{signs}])", lambda m: _money(m, money)
        ),
        _rule(r"(?<![\d/.–-])(\d+)\s?[-–]\s?(\d+)(?![\d/.:–-])", lambda m: _range(m, language)),
    )


def _english_times() -> tuple[Rule, ...]:
    return (
        _rule(r"\b(1?\d):00(?= ?[ap]\.?m)", lambda m: m[1]),
        _rule(r"\b(1?\d|2[0-4]):00\b(?!:)", _full_hour),
        _rule(r"\b(1?\d|2[0-3]):0([1-9])\b(?!:)", lambda m: f"{m[1]} oh {m[2]}"),
        _rule(r"\b[Nn]o\. ?(?=\d)", lambda m: "number "),
        _rule(r"\b(\d\d?)/(\d\d?)/(\d{4})\b", lambda m: f"{m[1]} {m[2]} {m[3]}"),
    )


def _german_times() -> tuple[Rule, ...]:
    months = "|".join(MONTHS)
    before = rf"(?:\b(?P<before>{'|'.join(_DATIVE)}) )?"
    return (
        _rule(r"\b(1?\d|2[0-4])[:.]00( Uhr\b)", lambda m: f"{m[1]} Uhr"),
        _rule(r"\b(1?\d|2[0-4]):00\b(?!:)", lambda m: f"{m[1]} Uhr"),
        _rule(r"\b(1?\d|2[0-3])[:.]0?([1-9]|[1-5]\d) Uhr\b", lambda m: f"{m[1]} Uhr {m[2]}"),
        _rule(r"\b(1?\d|2[0-3]):0?([1-9]|[1-5]\d)\b(?!:)", lambda m: f"{m[1]} Uhr {m[2]}"),
        _rule(
            rf"{before}\b(?P<day>[12]?\d|3[01])\. ?(?P<month>{months})\b",
            lambda m: _day(m) + m["month"],
        ),
        _rule(
            rf"{before}\b(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\."
            r"(?P<year>\d{4})?",
            lambda m: (_day(m) + f"{MONTHS[int(m['month']) - 1]} {m['year'] or ''}").rstrip(),
        ),
    )


def _full_hour(match: re.Match[str]) -> str:
    hour = int(match[1])
    return f"{hour} o'clock" if 1 <= hour <= 12 else f"{hour} hundred"


def _day(match: re.Match[str]) -> str:
    day, before = int(match["day"]), match["before"]
    if not 1 <= day <= len(_ORDINALS):
        return match[0].removesuffix(match["month"])
    ending = "en" if before else "er"
    return f"{before + ' ' if before else ''}{_ORDINALS[day - 1]}{ending} "


def _money(match: re.Match[str], money: Mapping[str, tuple[str, str]]) -> str:
    one, several = money[match["s"]]
    cents = match["c"] if match["c"] and match["c"] != "00" else ""
    return f"{match['n']} {one if match['n'] == '1' else several} {cents}".rstrip()


def _range(match: re.Match[str], language: str) -> str:
    """Only upwards and not of long numbers: "10-12", but no telephone number and no score."""
    first, last = match[1], match[2]
    if len(last) > 3 or first.startswith("0") or int(first) >= int(last):
        return match[0]
    return f"{first} {RANGE[language]} {last}"


def _any(words: Mapping[str, object]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _rule(pattern: str, spoken: Spoken) -> Rule:
    return Rule(re.compile(pattern), spoken)
