"""German, made from a list of words alone."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from aac.files.paths import assets_folder, data_root, languages_folder
from aac.model.events import Suggest, Suggested
from aac.model.settings import Settings
from aac.prediction.predictor import NgramPredictor
from aac.prediction.tables import open_language

LANGUAGES = languages_folder()


def lines(name: str) -> list[str]:
    found = (LANGUAGES / name).read_text("utf-8").splitlines()
    return [line for line in found if not line.startswith("#")]


NEVER = lines("de.never-offered.txt")


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("german", assets_folder() / "make_german.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Asked:
    """A predictor with the answer that it gave last."""

    def __init__(self, folder: Path) -> None:
        self.predictor = NgramPredictor(LANGUAGES, folder, Settings(language="de"))
        self._answers: list[Suggested] = []
        self.predictor.start(self._answers.append)

    def ask(self, before: str, prefix: str, count: int = 6) -> Suggested:
        self.predictor.suggest(Suggest(1, before, prefix, count, letters=True))
        return self._answers[-1]


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Asked]:
    asked = Asked(tmp_path)
    yield asked
    asked.predictor.stop()


# ---------------------------------------------------------------------------- the files


def test_the_tables_open_and_are_small() -> None:
    german = open_language(LANGUAGES / "de")
    assert (len(german.words), german.facts["name"], german.net) == (30_000, "German", {})
    assert sum(path.stat().st_size for path in (LANGUAGES / "de").iterdir()) < 2_500_000


def test_the_tables_are_what_the_list_gives_to_the_byte(tmp_path: Path) -> None:
    files = {
        "--recipe": LANGUAGES / "de.recipe.json",
        "--frequencies": LANGUAGES / "de.frequencies.tsv",
        "--capitals": LANGUAGES / "de.capitals.txt",
        "--out": tmp_path,
    }
    arguments = [str(part) for pair in files.items() for part in pair]
    command = [sys.executable, "-B", "-m", "aac.training", *arguments]
    subprocess.run(command, check=True, cwd=data_root(), capture_output=True, timeout=60)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (LANGUAGES / "de").iterdir()}


def test_the_list_is_the_commonest_words_in_order_and_holds_no_slur() -> None:
    words = [(word, int(count)) for word, count in map(str.split, lines("de.frequencies.tsv"))]
    assert words == sorted(words, key=lambda entry: (-entry[1], entry[0]))
    assert len({word for word, _ in words} - set(NEVER)) == 30_000
    assert {word.lower() for word in lines("de.capitals.txt")} <= {word for word, _ in words}


def test_the_sources_are_named_with_their_licences() -> None:
    notice = (assets_folder() / "NOTICE.md").read_text("utf-8")
    for name in ("wordfreq", "CC BY-SA 4.0", "SUBTLEX", "igerman98", "SCOWL", "Kevin Atkinson"):
        assert name in notice
    assert "Princeton University" in (LANGUAGES / "scowl-copyright.txt").read_text("utf-8")


# ----------------------------------------------------------------------------- the script


@pytest.mark.parametrize(
    ("raw", "word"),
    [("strasse", "straße"), ("fuer", "für"), ("dass", "dass"), ("neue", "neue"), ("xoe", "xoe")],
)
def test_a_word_is_mended_only_where_the_dictionary_knows_it_so(raw: str, word: str) -> None:
    known = frozenset(("straße", "für", "dass", "neue"))
    assert script().mended(raw, known) == word


def test_only_german_words_are_chosen_and_two_spellings_count_as_one() -> None:
    german = {"für": 3e-3, "the": 2e-3, "fuer": 1e-3, "http": 1e-3, "x": 1e-3, "not": 1e-3}
    english = {"the": 5e-2, "not": 5e-2}
    found = script().chosen(german, english, frozenset(("für", "not")), frozenset())
    assert found == [("für", 4_000_000), ("not", 1_000_000)]


def test_capitals_are_for_words_that_have_no_small_form() -> None:
    dictionary = ["TAG", "Tag", "Weg", "weg", "WC"]
    assert list(script().capitals(["weg", "wc", "tag", "kevin"], dictionary)) == ["Tag", "WC"]


# -------------------------------------------------------------------------- what is offered


@pytest.mark.parametrize(
    ("prefix", "word"),
    [("schmerzm", "Schmerzmittel"), ("wohnu", "Wohnung"), ("tü", "Tür"), ("wass", "Wasser")],
)
def test_a_noun_comes_with_its_capital(german: Asked, prefix: str, word: str) -> None:
    assert word in german.ask("", prefix).words


@pytest.mark.parametrize(
    ("prefix", "word"),
    [("ü", "über"), ("mü", "müssen"), ("Ö", "Österreich"), ("grö", "größer"), ("weiß", "weißt")],
)
def test_words_with_umlauts_are_found_by_them(german: Asked, prefix: str, word: str) -> None:
    assert word in german.ask("", prefix).words


@pytest.mark.parametrize(
    ("prefix", "letter"), [("f", "ü"), ("pl", "ö"), ("gro", "ß"), ("erkl", "ä"), ("mü", "s")]
)
def test_umlauts_are_likely_letters(german: Asked, prefix: str, letter: str) -> None:
    answer = german.ask("", prefix)
    assert letter in [sign for sign, _ in answer.letters[:4]]
    assert sum(chance for _, chance in answer.letters) + answer.end == pytest.approx(1, abs=1e-3)


def test_a_word_that_nobody_listed_has_likely_letters_too(german: Asked) -> None:
    assert german.ask("", "donaudampferstraß").letters[0][0] == "e"


def test_what_is_said_is_learned_with_its_capital(german: Asked) -> None:
    german.predictor.learn("Das ist die Jejunalsonde.")
    assert german.ask("", "jejun").words == ("Jejunalsonde",)


@pytest.mark.parametrize("word", NEVER)
def test_a_slur_is_never_offered_even_once_said(german: Asked, word: str) -> None:
    german.predictor.learn(f"das {word} das {word}")
    offered = [german.ask("das ", word[:typed], 8).words for typed in range(len(word))]
    assert word not in {one.lower() for words in offered for one in words}
