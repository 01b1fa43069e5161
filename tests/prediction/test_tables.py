"""Tables that cannot be used are refused with a plain word, never with words of the language."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aac.ports import PredictorProblem
from aac.prediction.tables import TablesProblem, open_language
from tests.prediction.small_net import write_net
from tests.small_language import small_languages

SMALL = small_languages() / "en"
ARRAYS = sorted(path.name for path in SMALL.glob("*.npy"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "en")
    return tmp_path / "en"


def refused(folder: Path) -> str:
    with pytest.raises(TablesProblem) as problem:
        open_language(folder)
    assert isinstance(problem.value, PredictorProblem)
    return str(problem.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "xx")


@pytest.mark.parametrize("name", [*ARRAYS, "words.txt", "language.json"])
def test_a_missing_file_is_a_problem(folder: Path, name: str) -> None:
    (folder / name).unlink()
    refused(folder)


@pytest.mark.parametrize("name", [*ARRAYS, "words.txt", "language.json"])
@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: b"PK\x03\x04" + whole[4:],
        lambda whole: b"\x80\xff" * 40,
        lambda whole: whole[:10] + b"(" * 40 + whole[50:],
    ],
    ids=["empty", "half", "zip", "noise", "header"],
)
def test_a_damaged_file_is_a_problem(
    folder: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    path = folder / name
    path.write_bytes(damage(path.read_bytes()))
    said = refused(folder)
    assert "water" not in said and str(folder) not in said


def test_another_version_is_a_problem(folder: Path) -> None:
    about = json.loads((folder / "language.json").read_text("utf-8"))
    for other in ({"version": about["version"] + 1}, {"version": "1"}):
        (folder / "language.json").write_text(json.dumps({**about, **other}))
        refused(folder)
    (folder / "language.json").write_text("[]")
    refused(folder)


@pytest.mark.parametrize("name", ARRAYS)
def test_arrays_that_do_not_belong_together_are_a_problem(folder: Path, name: str) -> None:
    """As after an update that was broken off."""
    path = folder / name
    whole = np.load(path)
    np.save(path, whole[:-1])
    refused(folder)
    np.save(path, whole.astype(np.float64 if whole.dtype == np.float32 else np.int64))
    refused(folder)
    np.save(path, whole[None])
    refused(folder)


def test_words_of_another_language_are_a_problem(folder: Path) -> None:
    words = (folder / "words.txt").read_text("utf-8")
    (folder / "words.txt").write_text("water\n" + words, "utf-8")
    said = refused(folder)
    assert "water" not in said


def test_a_sentence_model_with_a_part_missing_is_a_problem(folder: Path) -> None:
    write_net(folder)
    parts = sorted(open_language(folder).net)
    assert len(parts) == 10
    for name in parts:
        whole = (folder / f"{name}.npy").read_bytes()
        (folder / f"{name}.npy").unlink()
        refused(folder)
        (folder / f"{name}.npy").write_bytes(whole)


def test_the_tables_are_mapped_and_cannot_be_changed(folder: Path) -> None:
    tables = open_language(folder).tables
    assert isinstance(tables.two.base, np.memmap)
    with pytest.raises(ValueError, match="read-only"):
        tables.two[0] = 1


@settings(max_examples=150)
@given(st.sampled_from(ARRAYS), st.integers(0, 127), st.integers(0, 255))
def test_no_wrong_byte_in_front_of_an_array_is_anything_but_a_problem(
    tmp_path_factory: pytest.TempPathFactory, name: str, place: int, byte: int
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    for path in SMALL.iterdir():
        (folder / path.name).symlink_to(path)
    wrong = bytearray((SMALL / name).read_bytes())
    wrong[place] = byte
    (folder / name).unlink()
    (folder / name).write_bytes(wrong)
    with suppress(TablesProblem):
        open_language(folder)
