"""What is written is what was reckoned, and the same each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from aac.files.paths import data_root
from aac.prediction.tables import STEPS, TOP, open_language, to_bytes
from aac.prediction.words_model import WordsModel
from aac.training.counts import BASE, Lexicon
from aac.training.kneser_ney import NGrams
from aac.training.words import words_model
from tests.small_language import (
    LETTERS,
    OTHERS,
    OURS,
    RECIPE,
    small_lexicon,
    small_model,
    small_texts,
    write_counted,
    write_small,
)

ROUNDED = np.exp(0.5 / STEPS) * 1.0001  # how far one stored byte may lie from the truth


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> WordsModel:
    folder = tmp_path_factory.mktemp("en")
    write_small(folder, small_model(), small_lexicon().words)
    return WordsModel(open_language(folder).tables)


def close(found: float, true: float, stored: int) -> bool:
    """Whether a value reckoned from this many stored bytes is as near as they can be."""
    return true / ROUNDED**stored <= found <= true * ROUNDED**stored


def bytes_between(model: NGrams, a: int, b: int, c: int) -> int:
    """How many stored bytes the chance of c after a and b is made of."""
    if (a * BASE + b) * BASE + c in model.triples:
        return 1
    return 1 + int(a * BASE + b in model.contexts)


def contexts(model: NGrams, lexicon: Lexicon) -> list[tuple[int, int]]:
    """All that are listed, some that are not, and those of signs."""
    listed = [(int(key) // BASE, int(key) % BASE) for key in model.contexts]
    some = range(0, lexicon.size, 9)
    return [*listed, *product(some, some), (lexicon.end, lexicon.unknown)]


def test_chances_read_from_the_tables_are_those_of_the_model(written: WordsModel) -> None:
    model, lexicon = small_model(), small_lexicon()
    last = np.arange(lexicon.size)
    for a, b in contexts(model, lexicon):
        true = model.of_triples((a * BASE + b) * BASE + last)
        found = written.chances((a, b))
        assert found.dtype == np.float32
        for c in last:
            assert close(float(found[c]), float(true[c]), bytes_between(model, a, b, int(c)))
        assert abs(found.sum() - 1) < 0.07


def test_one_chance_is_the_same_as_among_all(written: WordsModel) -> None:
    model, lexicon = small_model(), small_lexicon()
    for a, b in contexts(model, lexicon)[::3]:
        every = written.chances((a, b))
        for c in range(lexicon.size):
            assert written.chance((a, b), c) == pytest.approx(float(every[c]), rel=1e-5)
    for b in range(lexicon.size):
        every = written.chances((b,))
        true = model.of_pairs(b * BASE + np.arange(lexicon.size))
        assert all(close(float(x), float(y), 1) for x, y in zip(every, true, strict=True))
        for c in range(lexicon.size):
            assert written.chance((b,), c) == pytest.approx(float(every[c]), rel=1e-5)
    assert written.chances(()) == pytest.approx(model.one, rel=1e-6)
    assert written.chance((), 3) == pytest.approx(model.one[3])


def test_a_language_without_pairs_is_written_and_read(tmp_path: Path) -> None:
    write_counted(tmp_path, {"und": 3.0, "ich": 1.0})
    words = WordsModel(open_language(tmp_path).tables)
    assert words.chances((4, 1)) == pytest.approx(words.chances(()))
    assert words.chance((4, 1), 1) == pytest.approx(3 * words.chance((4, 1), 0))


def test_a_byte_holds_a_chance_within_three_in_a_hundred() -> None:
    values = np.geomspace(1e-6, np.exp(TOP), 5000)
    read = np.exp(TOP - to_bytes(values).astype(float) / STEPS)
    assert np.abs(read / values - 1).max() < 0.032
    assert to_bytes(np.array([0.0, 100.0])).tolist() == [255, 0]


def test_the_words_are_written_with_their_capitals_in_the_order_of_small_letters(
    tmp_path: Path,
) -> None:
    write_small(tmp_path, small_model(), small_lexicon().words)
    language = open_language(tmp_path)
    assert [word.lower() for word in language.words] == list(small_lexicon().words)
    assert {"I", "I'm", "London", "Anna", "don't"} <= set(language.words)
    assert language.letters == LETTERS
    assert language.net == {}


def test_what_an_earlier_training_left_is_gone(tmp_path: Path) -> None:
    np.save(tmp_path / "net_rows.npy", np.zeros(3))
    write_small(tmp_path, small_model(), small_lexicon().words)
    assert open_language(tmp_path).net == {}


def training_command(tmp_path: Path) -> list[str]:
    texts, held = tmp_path / "texts", tmp_path / "held"
    for folder, name, lines in (
        (texts, "ours", [*OURS, "somebody else should not have written that"]),
        (texts, "others", OTHERS),
        (held, "dev", ["somebody should not have written that"]),
    ):
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text("\n".join(lines), "utf-8")
    recipe = {"name": "Small", "letters": LETTERS, "register": "ours", "register_share": 0.35,
              "weights": {"ours": 5}, "not_kept_once": ["others"]}  # fmt: skip
    (tmp_path / "recipe.json").write_text(json.dumps(recipe))
    (tmp_path / "spelling.txt").write_text("\n".join(small_lexicon().words), "utf-8")
    (tmp_path / "capitals.txt").write_text("I\nAnna\n", "utf-8")
    command = [sys.executable, "-B", "-m", "aac.training", "--texts", str(texts)]
    command += ["--recipe", str(tmp_path / "recipe.json"), "--evaluation", str(held)]
    command += ["--spelling", str(tmp_path / "spelling.txt")]
    return [*command, "--capitals", str(tmp_path / "capitals.txt"), "--out"]


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    command = training_command(tmp_path)
    made = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [*command, str(out)],
            check=True,
            env=environment,
            cwd=data_root(),
            capture_output=True,
            timeout=60,
        )
        made.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 14


def test_the_command_leaves_out_the_evaluation_text_and_says_so(tmp_path: Path) -> None:
    command = [*training_command(tmp_path), str(tmp_path / "out")]
    done = subprocess.run(
        command, check=True, cwd=data_root(), capture_output=True, timeout=60, text=True
    )
    language = open_language(tmp_path / "out")
    assert language.facts["left_out_as_copies_of_evaluation_text"] == 1
    assert language.facts["sentences"] == {"ours": len(OURS), "others": len(OTHERS)}
    assert not {"somebody", "written"} & set(language.words)
    assert {"Anna", "I", "london"} <= set(language.words)
    assert json.loads(done.stdout)["words"] == len(language.words)


def test_pairs_are_written_in_the_order_in_which_they_are_looked_for() -> None:
    model = words_model(small_texts(), small_lexicon(), RECIPE)
    for keys in (model.pairs, model.triples, model.contexts):
        assert (np.diff(keys) > 0).all()
    assert np.isin(model.contexts, model.pairs).all()
