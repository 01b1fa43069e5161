"""What the voice is given in place of what is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.model.spoken_form import faulty_entries, spoken_form

ENGLISH = {
    "Dr. Smith has an appt. at 7:30.": "Doctor Smith has an appointment at 7:30.",
    "at 7:00": "at 7 o'clock",
    "at 7:00 pm": "at 7 pm",
    "19:00": "19 hundred",
    "at 7:05": "at 7 oh 5",
    "3/4 and 2 1/2": "three quarters and 2 and a half",
    "37.5 °C": "37.5 degrees Celsius",
    "1 kg, 70kg.": "1 kilogram, 70 kilograms.",
    "5 mg 2x": "5 milligrams 2 times",
    "£9.99 or $1 or €20.": "9 pounds 99 or 1 dollar or 20 euros.",
    "10-12": "10 to 12",
    "0161-496": "0161-496",
    "3:2": "3:2",
    "I have ALS.": "I have A L S.",
}
GERMAN = {
    "Dr. Weiß kommt um 7:30": "Doktor Weiß kommt um 7 Uhr 30",
    "19:05 Uhr, 12:00 Uhr": "19 Uhr 5, 12 Uhr",
    "am 3. Mai": "am dritten Mai",
    "3. Mai": "dritter Mai",
    "24.12.2026": "vierundzwanzigster Dezember 2026",
    "z. B. Tee usw.": "zum Beispiel Tee und so weiter.",
    "Fr. Müller": "Frau Müller",
    "37,5 °C": "37,5 Grad Celsius",
    "9,99 €": "9 Euro 99",
    "2 Std. Ruhe": "2 Stunden Ruhe",
    "1.250 Leute": "1.250 Leute",
}


@pytest.mark.parametrize(
    ("language", "shown", "spoken"),
    [("en", *pair) for pair in ENGLISH.items()] + [("de", *pair) for pair in GERMAN.items()],
)
def test_short_forms_are_spoken_as_words(language: str, shown: str, spoken: str) -> None:
    assert spoken_form(shown, language).text == spoken
    assert spoken_form(shown, language, plain=False).text == shown


def test_a_language_without_rules_is_left_alone() -> None:
    assert spoken_form("Dr. Kim 5 kg", "ko").text == "Dr. Kim 5 kg"


def test_own_pronunciations_are_whole_words_and_case_smart() -> None:
    entries = ("siobhan = Shivawn", "US = you ess", "St Ives = Saint Ives", "nonsense", "= x")
    said = spoken_form("SIOBHAN, us, US, USA and St Ives", "en", entries).text
    assert said == "Shivawn, us, you ess, USA and Saint Ives"
    assert faulty_entries(entries) == (4, 5)


def test_a_replacement_is_not_replaced_again() -> None:
    assert spoken_form("a b", "ko", ("a = b", "b = a")).text == "b a"


def test_each_spoken_word_knows_what_it_stands_for() -> None:
    shown = "Dr. Oh weighs 70 kg now"
    form = spoken_form(shown, "en", ("Oh = Ou",))
    for spoken, wanted in (("Doctor", "Dr."), ("Ou", "Oh"), ("kilograms", "70 kg"), ("now", "now")):
        place = form.text.index(spoken)
        start, end = form.shown(place, place + len(spoken))
        assert shown[start:end] == wanted


@given(st.text(max_size=60), st.sampled_from(("en", "de", "xx")), st.integers(), st.integers())
def test_any_place_in_any_text_is_a_place_in_the_shown_text(
    text: str, language: str, start: int, end: int
) -> None:
    form = spoken_form(text, language, ("a = bee bee", "Dr = x"))
    first, last = form.shown(start, end)
    assert 0 <= first <= last <= len(text)


@given(st.text(alphabet="0123456789:/.,-–°CFkgmlx€£$ hUr DMai", max_size=30))
def test_rules_end_and_lose_no_digit(text: str) -> None:
    for language in ("en", "de"):
        assert isinstance(spoken_form(text, language).text, str)
