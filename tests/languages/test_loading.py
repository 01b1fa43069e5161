"""All languages come through one loader; what is damaged leaves Wren speaking English."""

from __future__ import annotations

import json
import locale
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.core import message as writing
from aac.core.message import Message
from aac.files.languages import own_language, read_language
from aac.files.paths import assets_folder
from aac.model import language
from aac.model.cue_words import said
from aac.model.guide_words import guide_text
from aac.model.language import ENGLISH, Language, voice_of
from aac.model.notice import Notice, NoticeKind
from aac.model.state_words import phase_text
from aac.model.view import Phase
from aac.model.words import notice_text, screen_text

FOLDER = assets_folder() / "languages"


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    language.use(ENGLISH)


def german() -> Language:
    found = read_language(FOLDER / "de.json")
    assert found is not None
    return found


def test_english_comes_through_the_same_loader_and_is_what_the_code_falls_back_to() -> None:
    found = read_language(FOLDER / "en.json")
    assert found == ENGLISH
    assert found is not None and found.letters == ENGLISH.letters and found.sentences == {}


def test_german_brings_its_own_facts() -> None:
    found = german()
    assert (found.code, found.voice, found.lone_capitals) == ("de", "de", frozenset())
    assert {"ä", "ö", "ü", "ß", " "} < found.letters.keys()
    assert sum(found.letters.values()) == pytest.approx(100, abs=0.1)


def test_sentences_are_those_of_the_language_in_use() -> None:
    language.use(german())
    assert screen_text("confirm", label="Alles löschen") == "Noch einmal drücken: Alles löschen"
    assert notice_text(Notice(NoticeKind.SPEED, "1.50")) == "Scanzeit: 1.50 Sekunden."
    assert guide_text("progress", n=3, most=10) == "3 von 10"
    assert phase_text(Phase.RESTING, pointing=False) == "Pause. Drücken zum Starten"
    assert said("?") == "Fragezeichen"
    assert (voice_of(""), voice_of("chosen")) == ("de", "chosen")


def test_what_is_not_translated_stays_english() -> None:
    language.use(Language("xx"))
    assert screen_text("undo") == "Undo"
    assert voice_of("") == ""


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "3", '{"sentences": 3, "letters": [], "lone_capitals": "i"}', "\0"],
)
def test_a_damaged_file_gives_no_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "yy.json"
    path.write_text(text, "utf-8")
    found = read_language(path)
    assert found is None or (found.sentences, found.letters) == ({}, {})
    assert read_language(tmp_path / "absent.json") is None


def test_a_sentence_whose_gaps_do_not_fit_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "yy.json"
    sentences = {"Press again: {label}": "Nochmal: {was}", "Undo": "Zurück", "Yes": 3, "No": ""}
    path.write_text(json.dumps({"sentences": sentences}), "utf-8")
    found = read_language(path)
    assert found is not None and found.sentences == {"Undo": "Zurück"}


@pytest.mark.parametrize(
    ("wanted", "computer", "code"),
    [
        ("de", "en_US", "de"),
        ("en", "de_DE", "en"),
        ("", "de_AT", "de"),
        ("", "fr_FR", "en"),
        ("", None, "en"),
        ("../../x", "de_DE", "en"),
    ],
)
def test_the_language_is_the_one_that_was_chosen_or_that_of_the_computer(
    wanted: str, computer: str | None, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (computer, "UTF-8"))
    assert own_language(wanted).code == code


# ------------------------------------------------------------------- words and capitals


def written(text: str) -> str:
    message = Message()
    for sign in text:
        message = writing.add_space(message) if sign == " " else writing.add_text(message, sign)
    return message.text


def test_a_lone_letter_becomes_a_capital_only_where_the_language_wants_it() -> None:
    assert written("so i go ") == "So I go "
    language.use(german())
    assert written("so i go ") == "So i go "


def test_german_words_keep_their_letters_together_and_nouns_their_capitals() -> None:
    language.use(german())
    assert writing.split_word(Message("Ich möchte grüß", 15)) == ("Ich möchte ", "grüß")
    noun = writing.add_word(Message("Ich habe schm", 13), "Schmerzen")
    assert noun.text == "Ich habe Schmerzen "
    assert writing.add_word(Message("", 0), "über").text == "Über "
    assert writing.delete_word(noun).text == "Ich habe "
    assert writing.last_whole_word(Message("Straße ", 7)) == "straße"
