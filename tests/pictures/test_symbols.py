"""Symbols found by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.files.paths import assets_folder
from aac.pictures.drawing import small_png
from aac.pictures.kinds import Kind, kind_of
from aac.pictures.symbols import LICENCES, Symbol, SymbolShelf, find

SHELF = SymbolShelf(assets_folder() / "symbols")
MOST_BYTES = 6_000_000


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("pain", "healthicons-pain"),
        ("I need the toilet", "openmoji-1F6BD"),
        ("suction", "healthicons-expectorate"),
        ("I am thirsty", "openmoji-1F964"),
        ("DRINK", "openmoji-1F964"),
        ("turn me", "openmoji-1F504"),
        ("light", "openmoji-1F4A1"),
        ("TV", "openmoji-1F4FA"),
        ("my family", "openmoji-1F46A"),
        ("glasses", "openmoji-1F453"),
        ("wheelchair", "healthicons-wheelchair"),
        ("windows", "openmoji-1FA9F"),
        ("nurses", "healthicons-nurse"),
        ("coffee", "openmoji-2615"),
        ("dog", "openmoji-1F415"),
    ],
)
def test_a_phrase_of_the_bedside_has_its_symbol_first(words: str, wanted: str) -> None:
    assert SHELF.find(words)[0].id == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Schmerzen", "healthicons-pain"),
        ("Bitte das Licht an", "openmoji-1F4A1"),
        ("absaugen", "healthicons-expectorate"),
        ("trinken", "openmoji-1F964"),
        ("Fernseher", "openmoji-1F4FA"),
        ("Hund", "openmoji-1F415"),
    ],
)
def test_in_german_too(words: str, wanted: str) -> None:
    assert SHELF.find(words, "de_DE")[0].id == wanted


def test_another_language_has_the_english_words() -> None:
    assert SHELF.find("dog", "fr") == SHELF.find("dog", "en")


def test_a_word_that_no_symbol_has_finds_nothing() -> None:
    assert SHELF.find("qwxyz") == SHELF.find("") == SHELF.find("?!") == []


def test_words_that_say_nothing_find_nothing_beside_the_others() -> None:
    assert SHELF.find("the dog") == SHELF.find("dog")


def test_our_words_come_before_labels_and_labels_before_tags() -> None:
    tag, label, ours = (
        Symbol("x-3", "cat", ("dog",)), Symbol("x-2", "dog"), Symbol("x-1", "hen", ("=dog",))
    )  # fmt: skip
    assert find([tag, label, ours], "dog", "en") == [ours, label, tag]


@given(st.text(max_size=40))
def test_any_words_may_be_asked_for(words: str) -> None:
    assert len(SHELF.find(words, limit=3)) <= 3


def test_a_folder_without_symbols_has_none(tmp_path) -> None:
    assert SymbolShelf(tmp_path).find("dog") == []
    with pytest.raises(OSError):
        SymbolShelf(tmp_path).drawing("openmoji-1F415")


@pytest.mark.parametrize("strange", ["", "x-1", "openmoji-nothing", "../openmoji-1F415"])
def test_an_id_that_is_none_is_refused(strange: str) -> None:
    with pytest.raises(KeyError):
        SHELF.drawing(strange)


def test_each_symbol_is_there_once_with_a_licence_that_allows_it() -> None:
    symbols = SHELF.all()
    assert len({symbol.id for symbol in symbols}) == len(symbols) > 2000
    assert {symbol.set_name for symbol in symbols} == LICENCES.keys()
    notice = (assets_folder() / "NOTICE.md").read_text("utf-8")
    for licence in LICENCES.values():
        assert licence["author_name"] in notice and licence["type"] in notice


def test_they_take_little_room() -> None:
    folder = assets_folder() / "symbols"
    assert sum(path.stat().st_size for path in folder.iterdir()) < MOST_BYTES


def test_a_sample_of_them_is_drawn() -> None:
    for symbol in SHELF.all()[::60]:
        drawing = SHELF.drawing(symbol.id)
        assert kind_of(drawing) is Kind.SVG
        assert small_png(drawing).startswith(b"\x89PNG")


WORDS = ("bed", "beds", "bu", "bus", "buses", "buse", "glass", "Glasses", "yes", "es", "s", "Füße")


@given(words=st.lists(st.sampled_from(WORDS), max_size=3), held=st.lists(st.sampled_from(WORDS)))
def test_what_is_passed_over_at_a_glance_weighs_nothing(words: list[str], held: list[str]) -> None:
    symbols = [Symbol(f"openmoji-{n}", word, ("x", f"={word}")) for n, word in enumerate(held)]
    found = {symbol.id for symbol in find(symbols, " ".join(words), "en")}
    for symbol in symbols:
        label = symbol.label.casefold()
        pairs = [sorted((word.casefold(), label), key=len) for word in words]
        if any(
            short == long or (len(short) >= 3 and long in (f"{short}s", f"{short}es"))
            for short, long in pairs
        ):
            assert symbol.id in found
