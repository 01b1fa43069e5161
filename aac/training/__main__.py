"""The command that makes a language: ``python -m aac.training --help``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from aac.prediction.tables import Language, open_language
from aac.training.counts import Lexicon
from aac.training.kneser_ney import NGrams
from aac.training.recipe import LanguageRecipe, read_recipe
from aac.training.spelling import spelling_model
from aac.training.texts import (
    Copies,
    Sentence,
    read_frequencies,
    read_text,
    vocabulary,
    without_copies,
)
from aac.training.words import frequency_model, words_model
from aac.training.write import save, write_language

Texts = dict[str, list[Sentence]]


def main() -> int:
    options = _options()
    recipe = read_recipe(options.recipe)
    if options.frequencies:
        _from_list(options, recipe)
    else:
        _from_texts(options, recipe)
    _tell(open_language(options.out), options.out)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m aac.training", description=__doc__)
    parser.add_argument("--recipe", type=Path, required=True, help="LANGUAGE.recipe.json")
    parser.add_argument("--texts", type=Path, help="a folder of texts, a sentence a line")
    parser.add_argument("--frequencies", type=Path, help="instead: words and counts, tab between")
    parser.add_argument("--evaluation", type=Path, help="texts that must not be learned from")
    parser.add_argument("--spelling", type=Path, help="a list of correctly spelled words")
    parser.add_argument("--capitals", type=Path, help="words that are written with capitals")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write")
    parser.add_argument("--net", action="store_true", help="train the sentence model too")
    return parser.parse_args()


def _from_texts(options: argparse.Namespace, recipe: LanguageRecipe) -> None:
    texts, removed = _texts(options.texts, options.evaluation)
    letters = set(recipe.letters)
    known = frozenset(_lines(options.spelling))
    lexicon = Lexicon([word for word in vocabulary(texts, known) if set(word) <= letters])
    facts = {
        "sentences": {name: len(text) for name, text in texts.items()},
        "left_out_as_copies_of_evaluation_text": removed,
    }
    kinds = {word for text in texts.values() for line in text for word in line}
    _write(options, recipe, lexicon, words_model(texts, lexicon, recipe), kinds, facts)
    if options.net:
        _add_net(options.out, texts, lexicon, recipe)


def _from_list(options: argparse.Namespace, recipe: LanguageRecipe) -> None:
    letters = set(recipe.letters)
    listed = read_frequencies(options.frequencies)
    lexicon = Lexicon(sorted(word for word in listed if set(word) <= letters))
    model = frequency_model(listed, lexicon)
    _write(options, recipe, lexicon, model, set(lexicon.words), {"sentences": {}})


def _texts(folder: Path, evaluation: Path | None) -> tuple[Texts, int]:
    """The texts without the evaluation text, and how many sentences that left out."""
    held = sorted(evaluation.glob("*.txt")) if evaluation else []
    copies = Copies(sentence for path in held for sentence in read_text(path))
    whole = {path.stem: read_text(path) for path in sorted(folder.glob("*.txt"))}
    kept = {name: without_copies(text, copies) for name, text in whole.items()}
    return kept, sum(map(len, whole.values())) - sum(map(len, kept.values()))


def _write(
    options: argparse.Namespace,
    recipe: LanguageRecipe,
    lexicon: Lexicon,
    model: NGrams,
    kinds: set[str],
    facts: Mapping[str, object],
) -> None:
    letters = set(recipe.letters)
    shown = {word.lower(): word for word in _lines(options.capitals)}
    spelled = (word for word in kinds if set(word) <= letters)
    write_language(
        options.out,
        model,
        lexicon,
        written=[shown.get(word, word) for word in lexicon.words],
        letters=recipe.letters,
        spelling=spelling_model(spelled, recipe.letters),
        facts={"name": recipe.name, **facts},
    )


def _lines(path: Path | None) -> list[str]:
    return path.read_text("utf-8").split() if path else []


def _add_net(out: Path, texts: Texts, lexicon: Lexicon, recipe: LanguageRecipe) -> None:
    """Kept apart: only this step needs PyTorch."""
    from aac.training.net import Recipe, rows_of, train

    words, arrays = train(
        texts,
        {name: recipe.net_weights.get(name, 1) for name in texts},
        frozenset(recipe.dialogues),
        frozenset(lexicon.words),
        Recipe(),
    )
    for name, array in {**arrays, "net_words": rows_of(words, lexicon)}.items():
        save(out / f"{name}.npy", array)


def _tell(language: Language, out: Path) -> None:
    size = sum(path.stat().st_size for path in out.iterdir())
    tables = language.tables
    facts = {
        "words": len(language.words),
        "pairs": len(tables.pair_word),
        "triples": len(tables.triple_word),
        "megabytes": round(size / 1e6, 2),
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    sys.exit(main())
