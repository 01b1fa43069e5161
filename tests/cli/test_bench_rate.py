"""Promises of ``wren bench rate``: its figures, its settings and what it prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aac.__main__ import main
from aac.cli.bench_rate import own_settings
from aac.cli.commands import CommandProblem
from aac.cli.contenders import Contender
from aac.cli.rate.measures import figures, of_each_message, rare_ones
from aac.cli.rate.person import TERMS
from aac.cli.rate.record import Written, distance, same_start
from aac.cli.rate.remembering import Remembering
from aac.cli.rate.rows import LEVERS, PEERS
from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings, with_values
from tests.fakes import FakePredictor

KEYS = {  # bench.md
    "user", "settings", "wpm", "uncorrected_error_percent", "presses_per_char",
    "presses_per_minute", "wrong_percent", "worst_tenth_wpm", "share_of_limit",
}  # fmt: skip
MORE = {
    "steps_per_char", "undone_percent", "off_target_percent", "given_up_percent", "first_word_s",
    "rare_words_wpm", "no_rare_words_wpm", "hours_written",
}  # fmt: skip

# ----------------------------------------------------------------------------- measures


def written(text: str, minutes: float, **more: int | float | bool) -> Written:
    return Written(text=text, characters=len(text), seconds=60 * minutes, **more)  # type: ignore[arg-type]


def test_the_rate_is_all_characters_by_five_in_all_minutes() -> None:
    one = written("x" * 10, 1, presses=20, meant=18, off_target=9, steps=40, selections=8, wrong=2)
    two = written("y" * 30, 3, presses=20, meant=18, selections=8, undone=4, first_word=7.0)
    found = figures([[one, two]], 4.0, frozenset({"y" * 30}))
    assert found["wpm"] == {"mean": 2.0, "low": 2.0, "high": 2.0}
    assert found["presses_per_char"] == 1.0
    assert found["presses_per_minute"] == 10.0
    assert found["steps_per_char"] == 1.0
    assert found["wrong_percent"] == 12.5
    assert found["undone_percent"] == 25.0
    assert found["off_target_percent"] == 25.0
    assert found["share_of_limit"] == 0.5
    assert found["first_word_s"] == {"median": 7.0, "p99": 7.0, "n": 1}
    assert found["rare_words_wpm"] == 2.0
    assert found["uncorrected_error_percent"] == 0.0


def test_low_and_high_lie_around_the_mean_and_closer_with_more_persons() -> None:
    def spread(persons: int) -> float:
        people = [[written("x" * 20, 1 + (n % 4)) for _ in range(10)] for n in range(persons)]
        wpm = figures(people, 10.0, frozenset())["wpm"]
        assert isinstance(wpm, dict)
        assert wpm["low"] < wpm["mean"] < wpm["high"]
        return float(wpm["high"] - wpm["low"])

    assert spread(40) < spread(4)


def test_the_worst_tenth_is_slower_than_nine_in_ten_messages() -> None:
    people = [[written("x" * 5, 1 / n) for n in range(1, 21)]]
    assert figures(people, 10.0, frozenset())["worst_tenth_wpm"] == 3.0


def test_of_a_message_given_up_only_what_stands_there_right_counts() -> None:
    given_up = Written(text="hello you", characters=4, seconds=600, given_up=True,
                       wrong_characters=5)  # fmt: skip
    found = figures([[given_up]], 10.0, frozenset())
    assert found["wpm"] == {"mean": 0.08, "low": 0.08, "high": 0.08}
    assert found["given_up_percent"] == 100.0
    assert found["uncorrected_error_percent"] == 55.56


def test_nothing_written_has_no_rate_per_character() -> None:
    found = figures([[Written(text="a", seconds=60.0)]], 10.0, frozenset())
    assert found["wpm"] == {"mean": 0.0, "low": 0.0, "high": 0.0}
    assert found["presses_per_char"] is None
    assert found["first_word_s"] is None


def test_each_message_is_told_by_its_number_and_never_by_its_words() -> None:
    people = [[written("secret", 1), written("b" * 10, 1)]] * 2
    found = of_each_message(people)
    assert [one["message"] for one in found] == [1, 2]
    assert [one["wpm"] for one in found] == [1.2, 2.0]
    assert "secret" not in json.dumps(found)


def test_a_message_is_rare_where_one_word_is() -> None:
    common = {"a": 3, "b": 2}
    assert rare_ones(("a b", "a zebra", "b"), common) == {"a zebra"}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("", "", 0), ("water", "water", 0), ("watr", "water", 1), ("a", "", 1), ("kitten", "sits", 4)],
)  # fmt: skip
def test_distance_is_the_fewest_changes(one: str, other: str, apart: int) -> None:
    assert distance(one, other) == distance(other, one) == apart


def test_the_same_start_is_counted_in_signs() -> None:
    assert same_start("wax", "water") == 2
    assert same_start("water", "water") == 5
    assert same_start("", "water") == 0


# ---------------------------------------------------------------------------- predictor


def asked(predictor: Remembering, *ids: int) -> list[Suggested]:
    answers: list[Suggested] = []
    predictor.start(answers.append)
    for each in ids:
        predictor.suggest(Suggest(each, "", "w", 6))
    return answers


def test_an_answer_is_remembered_and_given_to_each_question_of_its_own() -> None:
    fake = FakePredictor({"w": ("water",)})
    answers = asked(Remembering(fake, with_values(Settings(), {"learning": False})), 1, 2)
    assert [(each.id, each.words) for each in answers] == [(1, ("water",)), (2, ("water",))]
    assert len(fake.asked) == 1


def test_one_that_learns_is_asked_each_time_and_told_what_was_said() -> None:
    fake = FakePredictor({"w": ("water",)})
    learning = Remembering(fake, Settings())
    assert len(asked(learning, 1, 2)) == len(fake.asked) == 2
    learning.learn("water")
    assert fake.learned == ["water"]


def test_one_that_does_not_learn_is_told_nothing() -> None:
    fake = FakePredictor()
    Remembering(fake, with_values(Settings(), {"learning": False})).learn("water")
    assert fake.learned == []


# ---------------------------------------------------------------------------- settings


def test_settings_are_read_as_their_kind_has_them() -> None:
    given = ["scan_time=0.9", "second_call_route=true", "first_row_extra=none",
             "strip_on_spelling=last", "people=Ann,Bo", "predictions=4"]  # fmt: skip
    assert own_settings(given) == {
        "scan_time": 0.9,
        "second_call_route": True,
        "first_row_extra": None,
        "strip_on_spelling": "last",
        "people": ("Ann", "Bo"),
        "predictions": 4,
    }


@pytest.mark.parametrize(
    "given",
    ["scan_time", "scan_time=", "scan_time=fast", "scan_time=99", "nothing=1", "back_cells=maybe"],
)
def test_a_setting_that_cannot_be_is_refused_in_a_sentence(given: str) -> None:
    with pytest.raises(CommandProblem) as told:
        own_settings([given])
    assert str(told.value).endswith(".")


def test_peers_use_settings_that_there_are() -> None:
    assert all(row.is_possible for row in PEERS)
    assert any(row.is_possible for row in LEVERS)


# -------------------------------------------------------------------------- the command


@pytest.fixture
def messages(tmp_path: Path) -> str:
    file = tmp_path / "m.txt"
    file.write_text("not now\ni'm cold\n")
    return str(file)


def test_the_command_prints_wren_and_rows_under_the_same_keys(
    capsys: pytest.CaptureFixture[str], messages: str
) -> None:
    wanted = ["--user", "fast", "--messages", messages, "--seeds", "2", "--peers", "--levers"]
    more = ["--settings", "predictions=4", "--per-message", "--search", "0.5", "--json"]
    assert main(["bench", "rate", *wanted, *more]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found.keys() >= KEYS | MORE
    assert found["seeds"] == ["1", "2"]
    assert found["search_s"] == 0.5
    assert found["settings"]["predictions"] == 4
    assert found["settings"]["scan_time"]
    assert found["wpm"]["low"] <= found["wpm"]["mean"] <= found["wpm"]["high"]
    assert [one["message"] for one in found["per_message"]] == [1, 2]
    assert len(found["rows"]) >= len(PEERS) + 2
    for row in found["rows"]:
        assert row.keys() >= (KEYS | MORE | {"row"}) - {"per_message"}
        assert row["wpm"]["mean"] > 0
    peers = found["rows"][: len(PEERS)]
    assert peers[0]["settings"]["scan_time"] == 1.0
    assert all("predictions" not in row["settings"] for row in peers)
    assert "cold" not in json.dumps(found)


def test_what_cannot_be_measured_is_null_with_a_reason(
    capsys: pytest.CaptureFixture[str], messages: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    lost = Contender("a lost list", "list", tmp_path / "no such list")
    monkeypatch.setattr("aac.cli.bench_rate.listed_words", lambda: lost)
    wanted = ["--user", "fast", "--messages", messages, "--seeds", "1", "--peers", "--json"]
    assert main(["bench", "rate", *wanted]) == 0
    found = json.loads(capsys.readouterr().out)
    lost_row = next(row for row in found["rows"] if "listed words" in row["row"])
    assert {lost_row[key] for key in KEYS - {"user"}} == {None}
    assert any("null" in note for note in found["notes"])


def test_terms_are_taken_away_one_by_one(capsys: pytest.CaptureFixture[str], messages: str) -> None:
    wanted = ["--user", "typical", "--messages", messages, "--seeds", "1", "--limit", "1"]
    assert main(["bench", "rate", *wanted, "--terms", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["without"] for row in found["terms"]] == [*TERMS, "all of these"]
    assert found["terms"][-1]["wrong_percent"] == 0
    assert found["terms"][-1]["off_target_percent"] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--user", "typical"],
        ["--user", "nobody", "--messages", __file__],
        ["--user", "typical", "--messages", "no such file"],
        ["--user", "typical", "--messages", __file__, "--seeds", "0"],
        ["--user", "typical", "--messages", __file__, "--search", "-1"],
        ["--user", "typical", "--messages", __file__, "--search", "soon"],
        ["--user", "typical", "--messages", __file__, "--settings", "scan_time=never"],
        ["--user", "typical", "--messages", __file__, "--settings", "speed=1"],
        ["--user", "typical", "--messages", __file__, "--settings", "scan_method=step"],
        ["--user", "typical", "--messages", __file__, "--pace", "0"],
    ],
)
def test_bad_input_is_answered_with_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["bench", "rate", *arguments]) != 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.strip().splitlines()) == 1
