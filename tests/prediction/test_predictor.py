"""Words and letters of our predictor, and what the person and the helper may expect of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aac.model.events import Suggested
from aac.model.settings import Settings
from aac.prediction.tables import TablesProblem
from tests.prediction.asked import Asked
from tests.small_language import NEVER, OTHERS, OURS, small_lexicon

WORDS = small_lexicon().words
EVERY = 1_000  # more than there are


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    made = Asked(tmp_path)
    yield made
    made.predictor.stop()


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """One that knows a few words of the person's own, for questions that change nothing."""
    asked = Asked(tmp_path_factory.mktemp("taught"))
    asked.use(
        own_words=("Wanda", "New York", "über", "R2D2", "O’Neil", "!!"), removed_words=("tea",)
    )
    return asked.learn("Call Kieth about b4 and 1000 Äpfel.", "I like R2D2.", "the tea is nice")


def plain(word: str) -> str:
    return word.lower().replace("’", "'")


odd = st.sampled_from(
    ["", " ", "I want ", "I’m ", "CAN YOU ", "Hello. ", "🙂", "5 ", "é", "ß", "İ", "\ud800", "...",
     "x" * 5_000, "I want water and " * 300, "\n", "d’", "New ", "\U0010ffff"]
)  # fmt: skip
befores = st.lists(odd | st.sampled_from(OURS + OTHERS).map("{} ".format) | st.text(max_size=12),
                   max_size=3).map("".join)  # fmt: skip
prefixes = (
    st.sampled_from(
        [*WORDS, "Kieth", "wanda", "new york", "R2D2", "o’neil", "1000", "zzz", "w" * 99]
    ).flatmap(lambda word: st.integers(0, len(word)).map(lambda end: word[:end]))
    | odd
    | st.text(max_size=4)
)
talks = st.lists(st.sampled_from(OTHERS) | st.text(max_size=30), max_size=5).map(tuple)
passings = st.lists(st.sampled_from([*WORDS, "Kieth", "I'm", "zzz", ""]), max_size=30).map(tuple)

PLENTY = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


# -------------------------------------------------------------------------- any question


@PLENTY
@given(befores, prefixes, passings, talks)
def test_letters_and_the_end_are_chances_that_add_up_to_no_more_than_one(
    taught: Asked, before: str, prefix: str, passed: tuple[str, ...], talk: tuple[str, ...]
) -> None:
    answer = taught.ask(before, prefix, passed=passed, talk=talk)
    chances = [chance for _, chance in answer.letters] + [answer.end]
    assert all(0 <= chance <= 1 for chance in chances)
    assert sum(chances) <= 1 + 1e-5
    ordered = [chance for _, chance in answer.letters]
    assert ordered == sorted(ordered, reverse=True)
    signs = [sign for sign, _ in answer.letters]
    assert len(set(signs)) == len(signs)
    if prefix == "":
        assert " " not in signs
        assert sum(chances) > 0.9
    elif set(plain(prefix)) <= set(taught_letters(taught)):
        assert sum(chances) == pytest.approx(1, abs=1e-5)


def taught_letters(taught: Asked) -> str:
    return "'-abcdefghijklmnopqrstuvwxyz"


@PLENTY
@given(befores, prefixes, passings, talks, st.integers(0, 12))
def test_words_begin_with_the_prefix_and_none_comes_twice_or_against_a_wish(
    taught: Asked,
    before: str,
    prefix: str,
    passed: tuple[str, ...],
    talk: tuple[str, ...],
    most: int,
) -> None:
    words = taught.words(before, prefix, most, passed=passed, talk=talk)
    assert len(words) <= most
    assert all(plain(word).startswith(plain(prefix)) for word in words)
    assert len({plain(word) for word in words}) == len(words)
    assert not {NEVER, "tea", "", plain(prefix)} & {plain(word) for word in words}


@given(st.lists(st.text(max_size=12), max_size=6).map(tuple), st.text(max_size=3))
def test_own_words_may_be_anything(own: tuple[str, ...], prefix: str) -> None:
    asked = taught_with(own)
    for each in ("", prefix, *(word.strip()[:2] for word in own)):
        answer = asked.ask("I want ", each, EVERY)
        assert all(plain(word).startswith(plain(each)) for word in answer.words)
        assert all(word == word.strip() != "" for word in answer.words)
        assert sum(chance for _, chance in answer.letters) + answer.end <= 1 + 1e-5


KEPT: list[Asked] = []


def taught_with(own: tuple[str, ...]) -> Asked:
    """The same each time: nothing is learned, so nothing is written."""
    if not KEPT:
        KEPT.append(Asked(Path("/nowhere"), Settings(learning=False)))
    return KEPT[0].use(own_words=own, learning=False)


# ------------------------------------------------------------------------------- context


def test_the_sentence_so_far_decides(asked: Asked) -> None:
    assert asked.words("I want to go ", "h")[0] == "home"
    assert asked.words("can ", "")[0] == "you"
    assert asked.words("Thank ", "")[0] == "you"
    assert asked.words("I’m ", "c") == asked.words("i'm ", "c")


def test_the_sentence_before_is_none_of_the_words_before(asked: Asked) -> None:
    assert asked.words("I want. ", "") == asked.words("", "")
    assert asked.words("I want ", "") != asked.words("", "")


def test_likely_letters_are_those_of_likely_words(asked: Asked) -> None:
    assert asked.ask("can ", "").letters[0][0] == "y"
    assert asked.ask("can ", "yo").letters[0][0] == "u"
    assert asked.ask("can ", "you").letters[0][0] == " "


def test_the_end_is_likely_behind_what_ends_messages(asked: Asked) -> None:
    assert asked.ask("thank you ", "").end > 2 * asked.ask("can you ", "").end
    assert asked.ask("i want ", "water").end > asked.ask("i ", "want").end


def test_digits_are_no_beginning_of_a_word_and_have_no_likely_letters(asked: Asked) -> None:
    assert asked.ask("", "5") == Suggested(1, ())


def test_letters_come_even_for_words_that_nobody_knows(asked: Asked) -> None:
    for prefix in ("zzzq", "w" * 1_000):
        letters = asked.ask("", prefix).letters
        assert sum(chance for _, chance in letters) > 0.5
        assert len(letters) > 20


def test_the_talk_is_context_where_there_is_a_sentence_model_and_is_never_stored(
    tmp_path: Path,
) -> None:
    import shutil

    from tests.prediction.small_net import write_net
    from tests.small_language import small_languages

    shutil.copytree(small_languages() / "en", tmp_path / "en")
    write_net(tmp_path / "en")
    asked = Asked(tmp_path / "learned", languages=tmp_path)
    alone = asked.ask("I want ", "")
    assert asked.ask("I want ", "", talk=("where is anna", "kwyjibo")).letters != alone.letters
    assert asked.ask("I want ", "").letters == alone.letters
    assert "kwyjibo" not in asked.words("", "kw", EVERY)
    assert not (tmp_path / "learned").exists()


# ------------------------------------------------------------------------- passed words


def test_passed_words_sink_and_come_back(asked: Asked) -> None:
    first = asked.words("I want ", "", EVERY)
    passed = tuple(first[:3])
    later = asked.words("I want ", "", EVERY, passed=first[:1] * 3)
    assert set(later) == set(first)
    assert later.index(first[0]) > 0
    assert asked.words("I want ", "", EVERY, passed=passed * 4)[0] not in passed
    assert asked.words("I want ", "", EVERY) == first
    assert set(asked.words("I want ", "", EVERY, passed=passed * 200)) >= set(first) - set(passed)


@pytest.mark.parametrize("word", ["I'm", "Kieth", "O’Neil", "New York", "Dr. No"])
def test_a_passed_word_is_known_by_the_way_it_was_shown(asked: Asked, word: str) -> None:
    asked.use(own_words=("O’Neil", "New York", "Dr. No", "Zoe")).learn(*["Ask Kieth"] * 9)
    first = asked.words("", "", EVERY)
    later = asked.words("", "", EVERY, passed=(word,) * 20)
    assert word in first
    assert first.index(word) < len(first) - 1
    assert later.index(word) == len(later) - 1


def test_letters_of_passed_words_are_less_likely(asked: Asked) -> None:
    def chance(sign: str, passed: tuple[str, ...]) -> float:
        return dict(asked.ask("can ", "", passed=passed).letters)[sign]

    assert chance("y", ("you",)) < chance("y", ())
    assert chance("i", ("you",)) > chance("i", ())


# ------------------------------------------------------------- capitals, own, hidden words


def test_words_bring_their_capitals(asked: Asked) -> None:
    assert "I'm" in asked.words("", "i", EVERY)
    assert asked.words("where is ", "an")[0] == "Anna"
    assert asked.words("where is ", "AN")[0] == "Anna"
    assert asked.words("go to ", "lo")[0] == "London"
    assert "don't" in asked.words("we ", "don’", EVERY)


def test_own_words_stand_as_the_helper_wrote_them(asked: Asked) -> None:
    asked.use(own_words=("WANDA", "water Taxi", " McCoy ", "Water"))
    assert asked.words("", "wan", EVERY) == ["want", "WANDA"] or "WANDA" in asked.words("", "wan")
    assert "water Taxi" in asked.words("", "water")
    assert "McCoy" in asked.words("", "mc")
    assert "Water" in asked.words("", "wat")
    asked.use()
    assert "water" in asked.words("", "wat")
    assert not {"WANDA", "McCoy"} & set(asked.words("", "", EVERY))


def test_many_own_words_do_not_bury_the_others(asked: Asked) -> None:
    asked.use(own_words=tuple(f"own{n}" for n in range(1_000)))
    assert asked.words("I want to go ", "")[0] == "home"


def test_words_that_are_never_offered_can_be_spelled(asked: Asked) -> None:
    assert NEVER not in asked.words("the ", "slu", EVERY)
    assert asked.ask("the ", NEVER[:-1]).letters[0][0] == NEVER[-1]
    asked.learn(f"the {NEVER} the {NEVER}")
    assert NEVER not in asked.words("the ", "", EVERY)


@pytest.mark.parametrize("removed", ["don't", "DON’T", " don't ", "Don't"])
def test_removed_words_are_not_offered_however_they_are_written(asked: Asked, removed: str) -> None:
    assert "don't" in asked.words("we ", "d", EVERY)
    asked.use(removed_words=(removed,))
    assert "don't" not in asked.words("we ", "d", EVERY)


def test_removed_words_are_not_kept_among_what_was_learned(asked: Asked, tmp_path: Path) -> None:
    asked.learn("please ask Kieth to come")
    asked.use(removed_words=("Kieth",))
    asked.learn("tell Kieth that it is late")
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"kieth" not in held.lower()
    assert b"late" in held


def test_others_come_in_the_place_of_removed_words(asked: Asked) -> None:
    first = asked.words("I want ", "", 6)
    asked.use(removed_words=tuple(first[:3]))
    assert asked.words("I want ", "", 3) == first[3:]


def test_a_word_that_is_written_already_is_not_offered(asked: Asked) -> None:
    assert "want" not in asked.words("i ", "want", EVERY)
    assert "want" in asked.words("i ", "wan", EVERY)


# ------------------------------------------------------------------------------ learning


def test_a_new_word_is_offered_at_once_and_a_name_with_its_capital(asked: Asked) -> None:
    asked.learn("please ask Kieth about frobnication")
    assert asked.words("", "ki")[0] == "Kieth"
    assert asked.words("", "fro")[0] == "frobnication"
    assert "Kieth" in asked.words("please ask ", "")


def test_a_capital_that_begins_a_sentence_is_not_learned(asked: Asked) -> None:
    asked.learn("Frobnicate it. Zork!")
    assert asked.words("", "fro")[0] == "frobnicate"
    assert asked.words("", "zo")[0] == "zork"


def test_a_name_that_begins_a_later_sentence_keeps_its_capital(asked: Asked) -> None:
    asked.learn("please ask Kieth", "Kieth is here")
    assert asked.words("", "ki")[0] == "Kieth"


def test_what_is_said_often_becomes_likely(asked: Asked) -> None:
    before = asked.words("i want ", "", EVERY).index("sleep")
    asked.learn(*["i want sleep"] * 20)
    assert asked.words("i want ", "")[0] == "sleep"
    assert before > 0


def test_a_message_that_is_said_often_still_ends_where_it_ended(asked: Asked) -> None:
    before = asked.ask("thank you ", "").end
    asked.learn(*["thank you"] * 60, *["thank you so much for the tea"] * 20)
    assert asked.ask("thank you ", "").end > 0.8 * before
    assert asked.ask("thank ", "you").end > 0.8 * before


def test_where_learning_is_off_nothing_is_learned_or_written(tmp_path: Path) -> None:
    asked = Asked(tmp_path / "none", Settings(learning=False)).learn("ask Kieth")
    assert asked.words("", "ki", EVERY) == []
    assert not (tmp_path / "none").exists()
    asked.use(learning=True).learn("ask Kieth")
    assert asked.words("", "ki", EVERY) == ["Kieth"]
    asked.use(learning=False).learn("ask Kiera")
    assert asked.words("", "ki", EVERY) == ["Kieth"]


def test_what_was_learned_is_there_again_after_a_restart(tmp_path: Path) -> None:
    first = Asked(tmp_path).learn("ask Kieth", "i want sleep")
    again = Asked(tmp_path)
    for before, prefix in (("", "ki"), ("ask ", ""), ("i want ", "")):
        assert again.words(before, prefix, EVERY) == first.words(before, prefix, EVERY)
    assert not again.predictor.damaged


def test_what_is_forgotten_is_neither_offered_nor_there_after_a_restart(tmp_path: Path) -> None:
    asked = Asked(tmp_path)
    new = asked.ask("i want ", "")
    asked.learn(*["i want frobs"] * 9)
    assert asked.words("i want ", "")[0] == "frobs"
    asked.predictor.forget()
    for each in (asked, Asked(tmp_path)):
        answer = each.ask("i want ", "")
        assert (answer.words, answer.letters) == (new.words, new.letters)
        assert each.words("", "fr", EVERY) == []


# ----------------------------------------------------------------------------- languages


def test_each_language_has_its_own_learned_words(asked: Asked, tmp_path: Path) -> None:
    asked.learn("ask Kieth").use(language="de")
    assert asked.words("", "ki", EVERY) == []
    assert asked.words("", "")[0] == "und"
    asked.learn("ich kiefer").use(language="en")
    assert asked.words("", "ki", EVERY) == ["Kieth"]
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"learned-en.sqlite3", "learned-de.sqlite3"}


def test_forgetting_forgets_in_every_language(asked: Asked, tmp_path: Path) -> None:
    asked.learn("ask Kieth").use(language="de").learn("ich kiefer")
    asked.predictor.forget()
    assert list(tmp_path.iterdir()) == []
    assert asked.use(language="en").words("", "ki", EVERY) == []


def test_a_language_that_cannot_be_used_leaves_the_one_before(asked: Asked) -> None:
    asked.use(language="xx", own_words=("Wanda",))
    assert asked.words("where is ", "an")[0] == "Anna"
    assert asked.words("", "wand") == ["Wanda"]


def test_to_begin_in_a_language_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(TablesProblem):
        Asked(tmp_path, Settings(language="xx"))
    assert list(tmp_path.iterdir()) == []
