"""A small language, made by the training code from a page of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from aac.model.settings import Settings
from aac.prediction.predictor import NgramPredictor
from aac.training.counts import Lexicon
from aac.training.kneser_ney import NGrams
from aac.training.recipe import LanguageRecipe
from aac.training.spelling import spelling_model
from aac.training.texts import Sentence, words_of
from aac.training.words import frequency_model, words_model
from aac.training.write import write_language

LETTERS = "'-abcdefghijklmnopqrstuvwxyz"
CAPITALS = ("I", "I'm", "I'll", "I'd", "London", "Anna", "Monday")
NEVER = "slurword"
OURS = """
i want water
i want some water please
i want to go home
i want to sleep now
i need help
i need some help please
i need the nurse
i am cold
i'm cold
i'm so tired
i'll be there on monday
can you help me
can you call anna
can you open the window please
please open the window
please turn me over
thank you
thank you so much
my leg hurts
my neck hurts so much
where is anna
anna is in london
we go to london on monday
what did you say
say that again please
what time is it
it is time to go home
the water is too cold
the window is open
the slurword is here
""".strip().splitlines()
OTHERS = """
how are you today
i am fine thank you
what did you do on the weekend
i went to the sea with my wife
that was a good day
the weather was so good
was the water warm
it was not warm but we swam
did you see the game
no i was asleep
they want to see us next week
we don't know that yet
well let's see what they say
who was at the window
a well-known man
""".strip().splitlines()
RECIPE = LanguageRecipe(
    "Small", LETTERS, register="ours", register_share=0.35, weights={"ours": 5, "others": 1}
)
_KEPT: list[TemporaryDirectory[str]] = []  # until the tests end
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "text"


def small_texts() -> dict[str, list[Sentence]]:
    return {
        "ours": [words_of(line) for line in OURS],
        "others": [words_of(line) for line in OTHERS],
    }


@cache
def small_languages() -> Path:
    """The folder of `write_languages`, made once for all tests, who do not change it."""
    folder = TemporaryDirectory(prefix="wren-languages-")
    _KEPT.append(folder)
    return write_languages(Path(folder.name))


def small_lexicon() -> Lexicon:
    return Lexicon(sorted({word for text in small_texts().values() for s in text for word in s}))


def small_model() -> NGrams:
    return words_model(small_texts(), small_lexicon(), RECIPE)


def write_small(folder: Path, model: NGrams, words: Sequence[str]) -> None:
    """A language of these words in small letters, sorted."""
    capitals = {word.lower(): word for word in CAPITALS}
    write_language(
        folder,
        model,
        Lexicon(words),
        written=[capitals.get(word, word) for word in words],
        letters=LETTERS,
        spelling=spelling_model(words, LETTERS),
        facts={"name": "Small"},
    )


def write_languages(folder: Path) -> Path:
    """A folder with two languages: "en" made of texts, "de" of a list of words and counts."""
    write_small(folder / "en", small_model(), small_lexicon().words)
    (folder / "en.never-offered.txt").write_text(f"# remarks\n{NEVER}\n", "utf-8")
    write_counted(folder / "de", {"wasser": 9, "und": 30, "über": 2, "ich": 20})
    return folder


def write_counted(folder: Path, counts: Mapping[str, float]) -> None:
    """A language made of a list of words and counts."""
    known = {word: count for word, count in counts.items() if set(word) <= set(LETTERS)}
    lexicon = Lexicon(sorted(known))
    write_small(folder, frequency_model(known, lexicon), lexicon.words)


def counted_predictor(words: Iterable[tuple[str, int]]) -> NgramPredictor:
    """Our predictor with a language of these words and counts; it has learned nothing."""
    folder = TemporaryDirectory(prefix="wren-counted-")
    _KEPT.append(folder)
    write_counted(Path(folder.name) / "en", dict(words))
    return NgramPredictor(Path(folder.name), Path(folder.name) / "learned", Settings())
