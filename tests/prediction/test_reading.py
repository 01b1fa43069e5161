"""Sentences, words and their capitals, taken from what stands before the caret."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.prediction.reading import Before, learnable, read_before, sentences_in, shapes_in, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I want water.", ("i", "want", "water")),
        ("I’m at Anna's", ("i'm", "at", "anna's")),
        ("well-known, o'clock; the boys'", ("well-known", "o'clock", "the", "boys'")),
        ("at 5 pm 🙂 on b4", ("at", "5", "pm", "on", "b4")),
        ("Straße über", ("straße", "über")),
        ("_ – … !", ()),
        ("\ud800", ()),
    ],
)
def test_words_are_found_in_small_letters(text: str, words: tuple[str, ...]) -> None:
    assert words_in(text) == words


def test_a_text_is_parted_where_sentences_end() -> None:
    text = 'Hello. Are you there?! I said "no." (Well…) 3.5 is more'
    assert sentences_in(text) == [
        ("hello",), ("are", "you", "there"), ("i", "said", "no"), ("well",),
        ("3", "5", "is", "more"),
    ]  # fmt: skip
    assert sentences_in(" ... ") == sentences_in("") == []


def test_a_capital_counts_only_where_no_sentence_begins() -> None:
    assert shapes_in("Tell Kieth. Then McCoy and kieth") == {
        "kieth": "kieth",
        "mccoy": "McCoy",
        "and": "and",
    }
    assert shapes_in("Kieth") == {}


def test_the_unfinished_sentence_is_the_context_and_those_before_it_stand_behind() -> None:
    before = read_before("Good day. I am cold. Can you ", ("How are you? Well?", "Tea"))
    assert before == Before(
        ("can", "you"), (("well",), ("tea",), ("good", "day"), ("i", "am", "cold"))
    )


@pytest.mark.parametrize("text", ["Hello.", "Hello. ", "Hello!\n", 'He said "hello." '])
def test_behind_the_end_of_a_sentence_a_new_one_begins(text: str) -> None:
    assert read_before(text, ()).sentence == ()
    assert len(read_before(text, ()).earlier) == 1


def test_a_full_stop_inside_a_word_ends_nothing() -> None:
    assert read_before("see wren.org and 3.5 ", ()).earlier == ()


@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=5).map(tuple))
def test_anything_can_be_read(text: str, talk: tuple[str, ...]) -> None:
    before = read_before(text, talk)
    for sentence in (before.sentence, *before.earlier):
        assert all(word and " " not in word and "’" not in word for word in sentence)
    assert all(before.earlier)
    assert words_in(text) == tuple(word for part in sentences_in(text) for word in part)


@pytest.mark.parametrize(
    "text",
    ["." * 5_000 + "x", ")" * 5_000, ".)" * 2_500 + "x", "a-" * 2_500, "…" + '"' * 5_000 + "x",
     " " * 5_000, "I want water. " * 400],
)  # fmt: skip
def test_a_long_text_of_any_kind_is_read_to_its_end(text: str) -> None:
    """Expressions that try everything would never come to it."""
    before = read_before(text, ())
    found = words_in(text)
    assert before.sentence == found[len(found) - len(before.sentence) :]


def test_numbers_are_never_counted() -> None:
    assert learnable("My pin is 4821. Call 555-1234 at ten, o'clock") == [
        ("my", "pin", "is"),
        ("call",),
        ("at", "ten", "o'clock"),
    ]
    assert "4821" not in shapes_in("My pin is 4821 and b4 too")


def test_a_message_in_capitals_tells_nothing_about_how_words_are_written() -> None:
    assert shapes_in("CALL ZEBEDEE NOW") == {}
    assert shapes_in("Call Zebedee now")["zebedee"] == "Zebedee"
