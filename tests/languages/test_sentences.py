"""Every sentence that Wren can say is translated, and none of them is anywhere but in a table."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from aac.files.languages import read_language
from aac.files.paths import assets_folder
from aac.model import (
    advice_words,
    cue_words,
    guide_words,
    starter_words,
    state_words,
    switch_words,
    voice_words,
    words,
)
from aac.model.declared import Choice, Number
from aac.model.language import Language
from aac.model.settings import GROUPS

FOLDER = assets_folder() / "languages"
CORE = Path(__file__).parents[2] / "aac" / "core"
OTHERS = sorted(path.stem for path in FOLDER.glob("*.json") if path.stem != "en")
# All modules with tables of words.  A new one is found by its name.
MODULES = (
    advice_words, cue_words, guide_words, starter_words, state_words, switch_words, voice_words,
    words,
)  # fmt: skip
GAP = re.compile(r"\{\w+(?::[^}]*)?\}")
# Tables of sentences that the person's screen never shows.
FOR_HELPERS = {"DOCTOR", "MEASURED", "SOURCE_PROBLEMS", "MAP_FAULTS", "LINES", "STARTER"}


def tables() -> Iterator[tuple[str, str]]:
    """Table and sentence, of all modules of words."""
    for module in MODULES:
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, Mapping):
                for entry in value.values():
                    for sentence in entry if isinstance(entry, tuple) else (entry,):
                        if sentence:
                            yield name, sentence


def settings_words() -> Iterator[str]:
    for group, declarations in GROUPS.items():
        yield group
        for declared in declarations:
            yield declared.label
            if declared.help:
                yield declared.help
            if isinstance(declared, Choice):
                yield from declared.options.values()
            if isinstance(declared, Number) and declared.unit:
                yield declared.unit


def language(code: str) -> Language:
    found = read_language(FOLDER / f"{code}.json")
    assert found is not None
    return found


def test_all_modules_of_words_are_looked_at() -> None:
    there = {path.stem for path in (CORE.parent / "model").glob("*_words.py")} | {"words"}
    assert {module.__name__.rpartition(".")[2] for module in MODULES} == there


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_of_the_persons_screen_is_translated(code: str) -> None:
    known = language(code).sentences
    wanted = {text for table, text in tables() if table not in FOR_HELPERS}
    assert wanted - known.keys() == set()


@pytest.mark.parametrize("code", OTHERS)
def test_what_is_not_translated_for_helpers_is_counted(code: str) -> None:
    """Those of the settings page and of the doctor; missing ones stay English and are listed."""
    known = language(code).sentences
    wanted = {text for table, text in tables() if table in FOR_HELPERS} | set(settings_words())
    missing = sorted(wanted - known.keys())
    print(f"{code}: {len(missing)} of {len(wanted)} for helpers are missing: {missing}")
    assert len(missing) <= 0.1 * len(wanted)  # other parts of Wren may have new ones


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_is_translated_that_is_not_said(code: str) -> None:
    said = {text for _, text in tables()} | set(settings_words())
    assert language(code).sentences.keys() - said == set()


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_the_gaps_of_its_sentence_and_does_not_shout(code: str) -> None:
    for english, own in language(code).sentences.items():
        assert sorted(GAP.findall(english)) == sorted(GAP.findall(own)), english
        assert "!" not in own and not re.search(r"\s{2,}", own)
        assert own.endswith(".") == english.endswith("."), english
        assert own[:1].isspace() == english[:1].isspace()


def test_german_helpers_are_spoken_to_politely() -> None:
    """«Sie», never «du», in the sentences of the program."""
    for own in language("de").sentences.values():
        assert not re.search(r"\b(du|dich|dir|dein\w*)\b", own, re.IGNORECASE), own


# ------------------------------------------------------------------ nothing English in the core


def texts_in(source: str) -> Iterator[str]:
    """All texts of a module but its docstrings."""
    tree = ast.parse(source)
    documents = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            documents.add(id(node.value))
        # Messages of errors are for developers.
        if isinstance(node, ast.Raise | ast.Assert):
            documents |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in documents:
            yield str(node.value)  # type: ignore[attr-defined]


# Keys, ids and values of settings: small letters, digits, underscores, hyphens.
NAME = re.compile(r"[a-z0-9_-]*")


def is_words(text: str) -> bool:
    """Whether the text could be read by a person: words with blanks or capitals in it."""
    bare = re.sub(r"\\.|[^\w\s]", " ", text)  # signs, and classes of patterns
    return not NAME.fullmatch(text) and bool(re.search(r"[A-Za-z]{2}", bare))


@pytest.mark.parametrize("path", sorted(CORE.glob("*.py")), ids=lambda path: path.stem)
def test_no_sentence_stands_in_the_core(path: Path) -> None:
    found = {text for text in texts_in(path.read_text("utf-8")) if is_words(text)}
    assert found <= {CALL_SOUND}


CALL_SOUND = "B02"


@pytest.mark.parametrize("path", sorted(CORE.glob("*.py")), ids=lambda path: path.stem)
def test_no_letter_of_an_alphabet_stands_in_the_core(path: Path) -> None:
    """Letters, their order and their capitals are facts of a language and not of the core."""
    letters = {text for text in texts_in(path.read_text("utf-8")) if re.fullmatch("[A-Za-z]", text)}
    assert letters <= UNITS.get(path.stem, set())


# The unit of a setting: seconds.
UNITS = {"steering": {"s"}}


def test_the_search_finds_sentences_and_letters() -> None:
    planted = 'def f():\n    """Docs are fine."""\n    return "Press again", "scan_time", "e"\n'
    assert [text for text in texts_in(planted) if is_words(text)] == ["Press again"]
    assert "e" in set(texts_in(planted))
