"""Writing: spaces, capitals, punctuation, the caret and what is deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.core import message as writing
from aac.core.message import Message


def at(marked: str) -> Message:
    """A message written with ``^`` where the caret is."""
    before, _, after = marked.partition("^")
    return Message(before + after, len(before))


def marked(message: Message) -> str:
    return f"{message.before}^{message.after}"


def typed(message: Message, *texts: str) -> Message:
    for text in texts:
        add = writing.add_space if text == " " else None
        message = add(message) if add else writing.add_text(message, text)
    return message


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ("hello", "Hello^"),
        ("hi there", "Hi there^"),
        ("hi.there", "Hi. There^"),
        ("hi. there", "Hi. There^"),
        ("hi?no", "Hi? No^"),
        ("hi!no", "Hi! No^"),
        ("hi…no", "Hi… No^"),
        ("a,b", "A, b^"),
        ("a;b:c", "A; b: c^"),
        ("a ,b", "A, b^"),
        ("a...b", "A... B^"),
        ("a?!b", "A?! B^"),
        ("i am", "I am^"),
        ("if i may", "If I may^"),
        ("so am i.", "So am I. ^"),
        ("and i'm", "And i'm^"),
        ("and i'm ", "And I'm ^"),
        ("and i,i", "And I, i^"),
        ("ski i ", "Ski I ^"),
        ("don't", "Don't^"),
        ("3.5", "3.5^"),
        ("at 3.5", "At 3.5^"),
        ("1,000", "1,000^"),
        ("12:30", "12:30^"),
        ("a.5", "A. 5^"),
        (".a", ". A^"),
        ("a  b", "A b^"),
        (" a", "A^"),
        ("a (b) c", "A (b) c^"),
        ("50%", "50%^"),
        ("i/we", "I/we^"),
        ("well-known", "Well-known^"),
    ],
)
def test_typing(texts: str, message: str) -> None:
    assert marked(typed(Message(), *texts)) == message


def test_groups_of_letters_are_capitalised_where_a_sentence_begins() -> None:
    assert marked(typed(Message(), "th", "e", " ", "ing")) == "The ing^"
    assert marked(typed(Message(), "don't")) == "Don't^"
    assert marked(typed(Message(), "ok", ".", "no")) == "Ok. No^"


def test_an_empty_text_adds_nothing() -> None:
    assert marked(typed(at("a^b"), "")) == "a^b"


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("hel^o", "l", "hell^o"),
        ("hello^ world", ",", "hello, ^world"),
        ("hello^ world", " ", "hello ^world"),
        ("a ^b", " ", "a ^b"),
        ("^there", " ", "^there"),
        ("^there", "h", "H^there"),
        ("one^two", ".", "one. ^two"),
    ],
)
def test_typing_in_the_middle(before: str, text: str, after: str) -> None:
    assert marked(typed(at(before), text)) == after


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("^", "hello", "Hello ^"),
        ("hel^", "hello", "Hello ^"),
        ("a hel^", "hello", "a hello ^"),
        ("Hel^", "hello", "Hello ^"),
        ("HEL^", "hello", "HELLO ^"),
        ("say hel^", "hello", "say hello ^"),
        ("I need ^", "water", "I need water ^"),
        ("Yes. w^", "water", "Yes. Water ^"),
        ("i^", "it", "It ^"),
        ("and i^", "i", "and I ^"),
        ("I don'^", "don't", "I don't ^"),
        ("say hel^ now", "hello", "say hello ^now"),
    ],
)
def test_completing_a_word(before: str, word: str, after: str) -> None:
    assert marked(writing.add_word(at(before), word)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("^", "Thank you. ^"),
        ("Yes^", "Yes Thank you. ^"),
        ("Yes ^", "Yes Thank you. ^"),
        ("so do i^", "so do I Thank you. ^"),
    ],
)
def test_putting_a_phrase_in(before: str, after: str) -> None:
    assert marked(writing.add_phrase(at(before), "Thank you.")) == after


@pytest.mark.parametrize(
    ("edit", "before", "after"),
    [
        (writing.delete_letter, "abc^", "ab^"),
        (writing.delete_letter, "a^bc", "^bc"),
        (writing.delete_letter, "^abc", "^abc"),
        (writing.delete_word, "I need water^", "I need ^"),
        (writing.delete_word, "I need water ^", "I need ^"),
        (writing.delete_word, "I need water. ^", "I need ^"),
        (writing.delete_word, "water^", "^"),
        (writing.delete_word, "  ^", "^"),
        (writing.delete_word, "^water", "^water"),
        (writing.delete_word, "a big^ dog", "a ^dog"),
        (writing.delete_word, "a big ^dog", "a ^dog"),
        (lambda m: writing.move_caret(m, -1), "ab^c", "a^bc"),
        (lambda m: writing.move_caret(m, -1), "^abc", "^abc"),
        (lambda m: writing.move_caret(m, 1), "ab^c", "abc^"),
        (lambda m: writing.move_caret(m, 1), "abc^", "abc^"),
        (lambda m: writing.move_caret_word(m, False), "one two^", "one ^two"),
        (lambda m: writing.move_caret_word(m, False), "one ^two", "^one two"),
        (lambda m: writing.move_caret_word(m, False), "  ^one", "^  one"),
        (lambda m: writing.move_caret_word(m, True), "^one two", "one ^two"),
        (lambda m: writing.move_caret_word(m, True), "one ^two", "one two^"),
        (lambda m: writing.move_caret_word(m, True), "one^  ", "one  ^"),
    ],
)
def test_editing(edit: Callable[[Message], Message], before: str, after: str) -> None:
    assert marked(edit(at(before))) == after


def test_a_message_is_spoken_without_blanks_around_it_and_with_its_last_i() -> None:
    assert writing.finished_text(at("so am i^")) == "so am I"
    assert writing.finished_text(at(" yes ^")) == "yes"


@pytest.mark.parametrize(("before", "word"), [("a big ^dog", "big"), ("^", ""), ("it's^", "it's")])
def test_the_last_word(before: str, word: str) -> None:
    assert writing.last_word(at(before)) == word


@pytest.mark.parametrize(
    ("before", "split"),
    [("I wa^", ("I ", "wa")), ("I ^", ("I ", "")), ("^", ("", "")), ("it's^", ("", "it's"))],
)
def test_the_letters_of_the_word_being_written(before: str, split: tuple[str, str]) -> None:
    assert writing.split_word(at(before)) == split


EDITS: list[Callable[[Message], Message]] = [
    writing.add_space,
    writing.delete_letter,
    writing.delete_word,
    lambda message: writing.add_text(message, "i"),
    lambda message: writing.add_text(message, "."),
    lambda message: writing.add_text(message, "5"),
    lambda message: writing.add_text(message, "'"),
    lambda message: writing.add_word(message, "water"),
    lambda message: writing.add_phrase(message, "Thank you."),
    lambda message: writing.move_caret(message, -1),
    lambda message: writing.move_caret(message, 1),
    lambda message: writing.move_caret_word(message, False),
    lambda message: writing.move_caret_word(message, True),
]


@given(st.text(max_size=20), st.lists(st.sampled_from(EDITS), max_size=30))
def test_the_caret_is_always_within_the_text(
    text: str, edits: list[Callable[[Message], Message]]
) -> None:
    message = Message(text, len(text))
    for edit in edits:
        after = message.after
        message = edit(message)
        assert 0 <= message.caret <= len(message.text)
        assert message.text.endswith(after.lstrip(" ")) or len(message.after) != len(after)


@pytest.mark.parametrize(
    ("word", "prefix", "shaped"),
    [
        ("London", "lon", "London"),
        ("McDonald", "mc", "McDonald"),
        ("I'm", "i", "I'm"),
        ("i'm", "I'", "I'm"),  # one capital is no shouting
        ("London", "LO", "LONDON"),
        ("water", "Wa", "Water"),
        ("o'clock", "O'C", "O'CLOCK"),
    ],
)
def test_a_word_brings_its_capitals_along(word: str, prefix: str, shaped: str) -> None:
    assert writing.shaped_like(word, prefix, at_start=False) == shaped


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("", ""),
        ("I want Water^", "water"),
        ("I want water. ^", "water"),
        ("I wa^nt", "want"),
        ("I ^want", "i"),
        ("well-known ^", "well-known"),
        ("don’t? ^", "don’t"),
        ("'quoted'^", "quoted"),
        ("5 ... ^", "5"),
        ("... ^", ""),
    ],
)
def test_the_last_whole_word(message: str, word: str) -> None:
    assert writing.last_whole_word(at(message)) == word
