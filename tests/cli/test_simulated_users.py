"""Promises of the simulated users: they write at the real session, and mend what goes wrong."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from statistics import mean

import pytest

from aac.cli.contenders import Contender
from aac.cli.ideal_user import IdealUser
from aac.cli.layouts import LAYOUTS, Values
from aac.cli.rate.body import Body
from aac.cli.rate.live import UNKNOWN, Live
from aac.cli.rate.measures import figures
from aac.cli.rate.mind import Mind
from aac.cli.rate.person import PEOPLE, TERMS, Person, without
from aac.cli.rate.record import Written
from aac.cli.rate.rows import (
    PEERS,
    WREN,
    Row,
    Tuning,
    calibrated,
    levers,
    missing_levers,
    tuned,
)
from aac.cli.rate.seen import steps_from_here
from aac.cli.rate.task import Task, write
from aac.cli.rate.writer import UNTIL_REST, Writer
from aac.files.board_library import load_library
from aac.files.paths import boards_folder
from aac.model.board import BoardSet
from aac.model.measures import Measures
from aac.model.settings import Settings, with_values
from aac.shelf import BoardFormats
from tests.fakes import FakePredictor

LAYOUT = {layout.name: layout.settings for layout in LAYOUTS}
PLAIN = with_values(LAYOUT["peer-frequency-no-words"], {"scan_time": 1.3})
OFFERED = with_values(LAYOUT["default"], {"scan_time": 1.3})
TYPICAL = PEOPLE["typical"]
CALM = without(TYPICAL, *TERMS)
FEW = ("water please", "i'm cold", "can you help me", "not now")


@cache
def library() -> BoardSet:
    return load_library(BoardFormats(), boards_folder("en")).boards


class Desk:
    """A person before the real session, ``live``.  ``spoken``: what was said there."""

    def __init__(
        self,
        person: Person,
        settings: Settings = PLAIN,
        predictor: FakePredictor | None = None,
        *,
        seed: str = "1",
        paced: bool = False,
        measures: Measures = UNKNOWN,
    ) -> None:
        self.body = Body(person, seed)
        self.predictor = predictor or FakePredictor()
        self.live = Live(library(), settings, self.predictor, measures)
        self.writer = Writer(self.body, Mind(library(), settings), self.live, paced=paced)

    @property
    def spoken(self) -> list[str]:
        return [text.lower() for _, text in self.live.said]

    def write(self, *texts: str) -> list[Written]:
        return [self.writer.write(text) for text in texts]


# ------------------------------------------------------------------------ without faults


def test_without_faults_each_message_takes_the_presses_of_an_ideal_user() -> None:
    desk = Desk(CALM)
    written = desk.write(*FEW)
    ideal = [IdealUser(library(), PLAIN, FakePredictor()).write(text) for text in FEW]
    assert [one.presses for one in written] == [one.presses for one in ideal]
    assert [one.steps for one in written] == [one.steps for one in ideal]
    assert desk.spoken == list(FEW)
    assert not any(one.wrong or one.off_target or one.wrong_characters for one in written)


def test_time_ends_with_the_press_that_speaks_and_the_voice_is_not_counted() -> None:
    first, second = Desk(CALM).write("not now", "not now")
    assert second.seconds == pytest.approx(first.seconds)
    assert first.first_word == pytest.approx(first.seconds)
    # Each press comes one reaction after its light; what is lit before takes its whole time.
    passed = (first.steps - first.presses) * 1.3
    extra = 0.5 * 1.3  # the first row, or the first cell
    firsts = first.seconds - passed - first.presses * 0.82
    assert firsts / extra == pytest.approx(round(firsts / extra))


def test_a_listed_word_is_found_only_after_the_search() -> None:
    words = FakePredictor({"": ("the", "water")})
    quick = Desk(CALM, OFFERED, words).write("water")[0]
    slow = Desk(replace(CALM, search=0.4), OFFERED, words).write("water")[0]
    assert quick.presses == slow.presses == 4
    # The words are lit first: whoever looks longer presses later, for the word and for Speak.
    assert slow.seconds == pytest.approx(quick.seconds + 0.4)


def test_a_row_that_was_passed_while_searching_is_waited_for_or_done_without() -> None:
    words = FakePredictor({"": ("the", "water")})
    desk = Desk(replace(CALM, search=3.0), OFFERED, words)
    slow = desk.write("water")[0]
    assert desk.spoken == ["water"]
    assert slow.steps > Desk(CALM, OFFERED, words).write("water")[0].steps


def test_who_decides_too_late_for_the_lit_row_does_not_press_on_it() -> None:
    words = FakePredictor({"": ("the", "water"), "w": ("was", "water")})
    desk = Desk(replace(CALM, search=1.5), OFFERED, words)  # of the 1.95 s of the first row
    assert [one.off_target for one in desk.write("water", "the water")] == [0, 0]
    assert desk.spoken == ["water", "the water"]


def test_the_way_to_the_lit_row_is_a_whole_round_where_it_is_too_late_for_it() -> None:
    view = Live(library(), PLAIN, FakePredictor()).view
    soon, late = (steps_from_here(view, caught=caught) for caught in (True, False))
    assert late["letter-e"] == soon["letter-e"] + 7  # six rows and the strip
    assert late["letter-t"] == soon["letter-t"] == 2 + 1


def test_an_overlooked_word_is_written_by_letters() -> None:
    words = FakePredictor({"": ("the", "water")})
    missed = Desk(replace(CALM, overlooks=1.0), OFFERED, words).write("water")[0]
    assert missed.presses == 12


def test_where_the_scan_has_come_to_rest_a_press_wakes_it() -> None:
    once = with_values(OFFERED, {"loops_of_board": 1})
    desk = Desk(replace(CALM, search=20.0), once, FakePredictor({"": ("the", "water")}))
    written = desk.write("water")[0]
    assert desk.spoken == ["water"]
    assert written.presses == 4 + 2


# --------------------------------------------------------------------------- with faults


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_all_that_goes_wrong_is_mended_and_the_message_is_spoken_right(seed: str) -> None:
    faulty = replace(TYPICAL, astray=0.15, doubles=0.05, false_per_minute=2.0)
    words = FakePredictor({"": ("the", "water", "can", "not"), "n": ("now", "no")})
    desk = Desk(faulty, OFFERED, words, seed=seed)
    written: list[Written] = []
    for text in FEW * 3:
        written += desk.write(text)
        assert desk.spoken[-1] == text
    assert sum(one.wrong for one in written) > 5
    assert sum(one.off_target for one in written) > 10
    assert not any(one.given_up or one.wrong_characters for one in written)


def test_undo_is_used_where_it_is_nearer() -> None:
    first = with_values(PLAIN, {"strip_on_spelling": "first"})
    written = Desk(replace(TYPICAL, astray=0.15), first).write(*FEW * 3)
    undone = sum(one.undone for one in written)
    assert 0 < undone <= sum(one.wrong for one in written)


def test_a_miss_costs_a_round_and_no_wrong_choice() -> None:
    missing = Desk(replace(CALM, misses=0.2)).write(*FEW)
    calm = Desk(CALM).write(*FEW)
    assert sum(one.steps for one in missing) > sum(one.steps for one in calm) + 20
    assert [one.wrong for one in missing] == [0] * len(FEW)


def test_a_late_press_is_made_all_the_same_and_lands_elsewhere() -> None:
    short = with_values(PLAIN, {"scan_time": 0.8, "late_press_grace": 0.0})
    written = Desk(replace(CALM, reaction_sd=0.25), short).write(*FEW)
    assert sum(one.off_target for one in written) > 10


def test_a_double_press_follows_after_the_smallest_gap() -> None:
    desk = Desk(replace(CALM, doubles=0.3, gap=0.7))
    assert min(gaps(desk, "not now")) == pytest.approx(0.7)


def test_nobody_presses_sooner_than_their_smallest_gap() -> None:
    assert min(gaps(Desk(CALM), "not now")) < 1.2
    unsteady = replace(CALM, gap=1.2, reaction_sd=0.3)
    assert min(gaps(Desk(unsteady), "not now")) == pytest.approx(1.2)


def gaps(desk: Desk, text: str) -> list[float]:
    """Seconds between the presses with which a message is written."""
    live, times = desk.live, []
    press = live.press

    def noted(at: float, hold: float) -> None:
        times.append(at)
        press(at, hold)

    live.press = noted  # type: ignore[method-assign]  # to note the times
    desk.write(text)
    assert desk.spoken[-1:] == [text]
    return [after - before for before, after in zip(times, times[1:], strict=False)]


def test_who_cannot_write_gives_up_and_begins_with_an_empty_page() -> None:
    hopeless = with_values(PLAIN, {"scan_time": 0.3, "late_press_grace": 0.0})
    desk = Desk(TYPICAL, hopeless)
    first, second = desk.write("hello there", "a")
    assert first.given_up
    assert first.seconds >= 600
    assert first.characters < len("hello there")
    assert first.wrong_characters > 0
    # The second one did not begin with what was left of the first.
    assert second.characters <= 1
    assert desk.live.now < first.seconds + 60


def test_a_press_is_held_as_long_as_it_has_to_be() -> None:
    slow = with_values(PLAIN, {"acceptance": 0.5})
    assert CALM.hold < 0.5
    desk = Desk(CALM, slow)
    desk.write("a")
    assert desk.spoken == ["a"]


def test_they_rest_between_messages_and_are_fresh_again() -> None:
    desk = Desk(CALM)
    desk.write("a")
    assert 0 < desk.body.since_rest < UNTIL_REST
    desk.body.wrote(UNTIL_REST)
    desk.write("a")
    assert desk.body.since_rest < 60


def test_the_same_seed_writes_the_same_and_another_differently() -> None:
    def seconds(seed: str) -> list[float]:
        return [one.seconds for one in Desk(TYPICAL, seed=seed).write(*FEW)]

    assert seconds("1") == seconds("1")
    assert seconds("1") != seconds("2")


def test_what_was_said_is_learned_by_the_program() -> None:
    desk = Desk(CALM)
    desk.write("not now")
    assert desk.predictor.learned == ["Not now"]


# --------------------------------------------------------------------------- a paced cue


def test_with_a_paced_cue_presses_are_aimed_and_come_sooner() -> None:
    exact = with_values(PLAIN, {"late_press_grace": 0.0})
    reacting = Desk(CALM, exact).write(*FEW)
    aiming = Desk(CALM, exact, paced=True)
    aiming.body.offset = 0.1
    written = aiming.write(*FEW)
    assert aiming.spoken == list(FEW)
    assert sum(one.seconds for one in written) < sum(one.seconds for one in reacting) - 10
    assert sum(one.presses for one in written) == sum(one.presses for one in reacting)


def test_nobody_aims_at_a_light_that_comes_sooner_than_they_can_react() -> None:
    quick = {"scan_time": 0.4, "first_row_extra": 0.0, "first_cell_extra": 0.0}
    exact = with_values(PLAIN, {**quick, "late_press_grace": 0.0})
    desk = Desk(replace(CALM, hold=0.1), exact, paced=True)
    desk.body.offset = 0.1
    assert min(gaps(desk, "not now")) >= CALM.reaction


def test_who_aims_too_soon_hits_what_was_lit_before() -> None:
    desk = Desk(replace(CALM, misses=0.0), paced=True)
    desk.body.offset = -0.05
    desk.body.person = replace(desk.body.person, drift=0.0)
    early = desk.write("not now")[0]
    assert early.off_target > 3


def test_who_can_aim_writes_where_reacting_is_too_slow() -> None:
    brisk = with_values(PLAIN, {"scan_time": 0.5, "first_row_extra": 0.7, "first_cell_extra": 0.7})
    aiming = Desk(CALM, brisk, paced=True)
    aiming.body.offset = 0.05
    assert not aiming.write("not now")[0].given_up
    assert aiming.spoken == ["not now"]
    assert Desk(CALM, brisk).write("not now")[0].off_target > 5


# ------------------------------------------------------------------ tuning, and validity


def test_calibration_follows_the_rule_and_the_persons_own_gap() -> None:
    calm = calibrated(Settings(), Body(replace(CALM, gap=0.9), "1")).settings
    assert calm.scan_time == pytest.approx(1.3)  # 0.82 / 0.65, rounded up to 0.05
    assert calm.first_row_delay == calm.first_cell_delay == pytest.approx(0.65)
    assert calm.lock_out == 0.30
    slow = calibrated(Settings(), Body(replace(CALM, gap=2.0), "1")).settings
    # 1.2 times the usual gap of five quick presses, which are up to 1.3 times the smallest (G13).
    assert 1.2 * 2.0 <= slow.scan_time + slow.first_cell_delay <= 1.2 * 1.3 * 2.0 + 0.05
    assert calibrated(Settings(), Body(PEOPLE["fast"], "1")).settings.lock_out < 0.25


def test_what_calibration_measured_is_known_to_wren() -> None:
    timing = calibrated(Settings(), Body(CALM, "1")).measures.timing
    assert timing.offset == pytest.approx(0.82)
    assert timing.spread == pytest.approx(0)
    assert tuned(PEERS[3], {}, Body(CALM, "1")).measures == Measures()


def test_late_presses_that_wren_counts_for_what_they_were_meant_for_cost_nothing() -> None:
    body = Body(replace(CALM, reaction=1.0), "1")
    setup = calibrated(with_values(PLAIN, {"late_press_grace": 0.0}), body)
    hurried = with_values(setup.settings, {"scan_time": 0.9})
    desk = Desk(body.person, hurried, measures=setup.measures)
    assert [one.off_target for one in desk.write(*FEW)] == [0] * len(FEW)
    assert Desk(body.person, hurried).write("not now")[0].off_target > 3


def test_they_know_how_late_a_press_still_counts() -> None:
    late = with_values(PLAIN, {"late_press_grace": 0.4})
    strict = with_values(PLAIN, {"late_press_grace": 0.0})
    one, other = (Live(library(), each, FakePredictor()) for each in (late, strict))
    assert one.counts_until == pytest.approx(other.counts_until + 0.4)


def test_a_session_begun_anew_still_knows_the_person() -> None:
    measures = calibrated(Settings(), Body(TYPICAL, "1")).measures
    known = Live(library(), PLAIN, FakePredictor(), measures)
    unknown = Live(library(), PLAIN, FakePredictor())
    assert known.anew().counts_until == known.counts_until != unknown.counts_until


def test_who_presses_unsteadily_gets_two_spreads_of_time() -> None:
    people = [Body(PEOPLE["noisy"], str(seed)) for seed in range(40)]
    noisy = [calibrated(Settings(), body).settings.scan_time for body in people]
    assert mean(noisy) > 1.06 / 0.65 + 0.1
    assert all(round(time / 0.05, 6) == round(time / 0.05) for time in noisy)


def test_what_is_asked_for_comes_before_what_was_calibrated() -> None:
    own: Values = {"scan_time": 2.0}
    assert tuned(WREN, own, Body(TYPICAL, "1")).settings.scan_time == 2.0


def test_a_scan_time_stays_within_its_limits() -> None:
    quick = Body(PEOPLE["fast"], "1")
    assert tuned(replace(WREN, pace=0.1), {}, quick).settings.scan_time == 0.1
    slow = Body(replace(CALM, reaction=9.0), "1")
    assert tuned(replace(WREN, pace=10.0), {}, slow).settings.scan_time == 20.0


def test_levers_build_on_each_other_and_unknown_settings_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, last = Row("a", {"loops_in_row": 1}, pace=0.5), Row("c", {"debounce": 0.2})
    monkeypatch.setattr("aac.cli.rate.rows.LEVERS", (first, Row("b", {"no_such": 1}), last))
    assert [(row.changes, row.pace) for row in levers()] == [
        ({"loops_in_row": 1}, 0.5),
        ({"loops_in_row": 1, "debounce": 0.2}, 0.5),
    ]
    assert missing_levers() == ("b",)
    calm = Body(replace(CALM, gap=0.9), "1")
    assert tuned(levers()[1], {}, calm).settings.scan_time == pytest.approx(0.65)


def rates(row: Row, person: Person) -> float:
    texts = ("can you help me", "i am cold", "what time is it", "please turn on the tv")
    done = write(Task(row, {}, person, Contender("wren", "wren"), texts, ("1", "2", "3")))
    found = figures(done.written, person.limit, frozenset())["wpm"]
    assert isinstance(found, dict)
    return float(found["mean"])


@pytest.mark.parametrize(
    ("name", "listed", "low", "high"),
    [
        # People, before and after tuning: 1.42 and 2.72 (0.28 to 6.51); very fast ones 7 to 8.
        ("typical", False, 0.8, 1.8),
        ("typical", True, 1.3, 3.5),
        ("fast", False, 3.0, 5.5),
        ("fast", True, 6.0, 12.0),
        ("noisy", True, 0.5, 2.0),
    ],
)
def test_tuned_row_column_comes_out_near_people(
    name: str, listed: bool, low: float, high: float
) -> None:
    row = PEERS[3] if listed else PEERS[2]
    assert row.tuning is Tuning.RULE
    assert low < rates(row, PEOPLE[name]) < high


def test_an_untuned_peer_shuts_the_noisy_person_out() -> None:
    assert rates(PEERS[0], PEOPLE["noisy"]) < 0.2
