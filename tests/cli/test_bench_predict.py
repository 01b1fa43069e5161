"""Promises of ``wren bench predict``: the measures, counted by hand, and what is printed."""

from __future__ import annotations

import json
from math import log2
from pathlib import Path

import pytest

from aac.__main__ import main
from aac.cli.bench_predict import gains
from aac.cli.commands import CommandProblem
from aac.cli.messages import read_messages
from aac.cli.peers import PeerProblem, Pressagio, count_words, word_list
from aac.cli.predict_measures import (
    Asking,
    Bits,
    Typed,
    hit_shares,
    interval,
    ranks,
    read_signs,
    savings,
    typed,
)
from aac.model.events import Suggested
from tests.fakes import FakePredictor
from tests.small_language import small_languages

WORDS = {"": ("It", "the"), "w": ("was", "Water"), "wa": ("was", "wash")}


def one(text: str, words: dict[str, tuple[str, ...]] = WORDS, size: int = 8) -> Typed:
    asking = Asking(FakePredictor(words))
    return typed(text, ranks(asking, text, (size,), passed=False), size)


# --------------------------------------------------------------------- keystroke savings


def test_a_listed_word_costs_the_letters_before_it_and_one() -> None:
    assert one("it").cost == 1
    assert one("water").cost == 2


def test_a_word_that_is_never_listed_costs_its_letters_and_a_space() -> None:
    zebra = one("zebra")
    assert zebra.cost == zebra.without == 6


def test_a_word_behind_the_end_of_the_list_is_not_listed() -> None:
    assert one("water", size=1).cost == 6
    found = ranks(Asking(FakePredictor(WORDS)), "water", (1, 2), passed=False)
    assert [typed("water", found, size).cost for size in (1, 2)] == [6, 2]


def test_savings_are_those_of_all_keystrokes() -> None:
    assert savings([one("water it"), one("zebra")]) == pytest.approx(100 * (1 - 9 / 15))


def test_hits_are_shares_of_the_words() -> None:
    assert hit_shares([one("it water was zebra")]) == {"0": 25.0, "1": 75.0, "2": 75.0}


def test_each_word_is_asked_for_with_the_words_before_it() -> None:
    predictor = FakePredictor(WORDS)
    ranks(Asking(predictor), "was it", (8,), passed=False)
    asked = [(question.before, question.prefix) for question in predictor.asked]
    assert asked == [("", ""), ("", "w"), ("was ", "")]
    assert {question.passed for question in predictor.asked} == {()}


def test_refused_words_that_still_fit_are_told_where_that_is_wanted() -> None:
    predictor = FakePredictor({**WORDS, "was": ("wash", "wasp")})
    ranks(Asking(predictor), "wasps", (8,), passed=True)
    assert [question.passed for question in predictor.asked[:4]] == [
        (),
        (),
        ("was", "Water"),
        ("was", "was", "wash"),
    ]


def test_the_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    messages = [one("water it"), one("zebra"), one("it it it"), one("was zebra")]
    low, high = interval(messages)
    assert low <= savings(messages) <= high
    assert interval(messages) == [low, high]


def test_gains_are_told_for_the_blocks_that_there_are() -> None:
    plain, learned = [one("zebra")] * 60, [one("it")] * 60
    assert gains(plain, learned) == {"50": {"wren": 0.0, "learning": 66.7, "gain": 66.67}}


# --------------------------------------------------------------------------------- bits


def test_bits_are_those_of_the_probabilities_given() -> None:
    bits = Bits()
    answer = Suggested(1, (), (("a", 0.5), (" ", 0.25)), end=0.125)
    bits.add(answer, "a", word_begun=True)
    bits.add(answer, " ", word_begun=True)
    bits.add(answer, "", word_begun=True)
    assert (bits.total, bits.symbols, bits.floored) == (pytest.approx(1 + 2 + 3), 3, 0)


def test_before_a_word_the_end_is_left_out_and_the_rest_made_whole() -> None:
    bits = Bits()
    bits.add(Suggested(1, (), (("a", 0.25),), end=0.5), "a", word_begun=False)
    assert bits.total == pytest.approx(1)


def test_a_sign_that_is_left_out_counts_as_one_in_a_million_and_is_told() -> None:
    bits = Bits()
    bits.add(Suggested(1, (), (("a", 0.5),)), "b", word_begun=True)
    assert (bits.floored, bits.total) == (1, pytest.approx(log2(1e6)))


def test_probabilities_of_more_than_one_are_not_sound() -> None:
    bits = Bits()
    bits.add(Suggested(1, (), (("a", 0.9), ("b", 0.2))), "a", word_begun=True)
    assert bits.given and not bits.sound


def test_every_sign_and_the_end_is_asked_for_with_letters() -> None:
    predictor = FakePredictor(letters={"": (("a", 0.5), ("b", 0.5)), "a": ((" ", 1.0),)})
    bits = Bits()
    read_signs(Asking(predictor), "a b", bits)
    asked = [(question.before, question.prefix) for question in predictor.asked]
    assert asked == [("", ""), ("", "a"), ("a ", ""), ("a ", "b")]
    assert all(question.letters for question in predictor.asked)
    assert bits.total == pytest.approx(1 + 0 + 1 + log2(1e6))  # the fake never ends a message


# ---------------------------------------------------------------------- messages and peers


def test_messages_are_small_letters_apostrophes_and_single_spaces(tmp_path: Path) -> None:
    file = tmp_path / "m.txt"
    file.write_text("It’s  me\n\n2 teas, please!\n?\nno\n", encoding="utf-8")
    found = read_messages(file)
    assert found.texts == ("it's me", "teas please", "no")
    assert (found.words, found.characters) == (5, 7 + 11 + 2)
    assert any(note.startswith("2 messages") for note in found.notes)


def test_fewer_messages_are_evenly_spaced_and_told(tmp_path: Path) -> None:
    file = tmp_path / "m.txt"
    file.write_text("a\nb\nc\nd\n")
    found = read_messages(file, 2)
    assert found.texts == ("a", "c")
    assert found.notes == ("only 2 of the 4 messages, evenly spaced",)


@pytest.mark.parametrize("content", [None, b"", b"\n12\n", b"\xff\xfe\x00"])
def test_a_file_without_messages_is_told_in_one_sentence(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "m.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandProblem, match=r"m\.txt"):
        read_messages(file)


@pytest.mark.parametrize("text", ["was\t5\nwater\t9\n", "was 5\nwater 9\n", "Water\nwas\n"])
def test_a_list_of_words_may_have_counts_or_be_in_order(tmp_path: Path, text: str) -> None:
    file = tmp_path / "list.txt"
    file.write_text(text)
    asking = Asking(word_list(file))
    assert asking.ask("", "wa", 6).words == ("water", "was")


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PeerProblem, match=r"none\.txt"):
        word_list(tmp_path / "none.txt")


def test_pressagio_offers_what_followed_in_its_text(tmp_path: Path) -> None:
    pytest.importorskip("pressagio")
    text, database = tmp_path / "text.txt", tmp_path / "words.sqlite"
    text.write_text("i want water\ni want water\ni want tea\nwater is wet\n")
    count_words(text, database)
    predictor = Pressagio(database)
    try:
        asking = Asking(predictor)
        assert asking.ask("i want ", "", 2).words == ("water", "tea")
        assert asking.ask("i want ", "t", 2).words == ("tea",)
        assert asking.ask("don't ", "", 2).words == ()
    finally:
        predictor.stop()


# -------------------------------------------------------------------------- the command


def test_the_command_prints_the_rows_that_are_read_elsewhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    messages, words = tmp_path / "m.txt", tmp_path / "mine.tsv"
    messages.write_text("water it\nzebra\n")
    words.write_text("it\t9\nwater\t2\n")
    arguments = ["--messages", str(messages), "--words", str(words), "--learn", "--json"]
    assert main(["bench", "predict", *arguments]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    rows = {row["name"]: row for row in found["rows"]}
    assert {"wren", "wren, refused words kept", "wren, learning", "mine"} <= set(rows)
    for row in rows.values():
        assert {
            "ks", "ks6_interval", "hit", "bits_per_char", "ms", "open_ms", "memory_mb", "disk_mb",
        } <= set(row)  # fmt: skip
    mine = rows["mine"]
    assert mine["ks"] == dict.fromkeys("345678", pytest.approx(100 * (1 - 8 / 15), abs=0.05))
    assert mine["hit"] == {"0": 66.7, "1": 66.7, "2": 66.7}
    assert mine["bits_per_char"] is None
    assert any("mine: bits_per_char" in note for note in found["notes"])
    assert mine["ms"]["n"] == 15  # each of the 13 signs, and two ends
    assert rows["wren"]["ks"]["6"] > 0
    assert (found["messages"], found["words"], found["gain_by_messages"]) == (2, 3, {})


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--messages", "no such file"],
        ["--messages", __file__, "--words", "no such file"],
        ["--messages", __file__, "--peer-text", "no such file"],
        ["--messages", __file__, "--limit", "0"],
        ["--messages", __file__, "--limit", "few"],
    ],
)
def test_bad_input_is_answered_with_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["bench", "predict", *arguments]) != 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1


def test_other_tables_can_be_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    messages = tmp_path / "messages.txt"
    messages.write_text("thank you\n")
    command = ["bench", "predict", "--messages", str(messages), "--json", "--tables"]
    assert main([*command, str(small_languages())]) == 0
    ours = json.loads(capsys.readouterr().out)["rows"][0]
    assert ours["ks"]["6"] > 0
    assert ours["disk_mb"] < 2, "not the tables that Wren ships"

    assert main([*command, str(tmp_path)]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["rows"][0]["ks"] is None
    assert any("these tables cannot be used" in note for note in result["notes"])
