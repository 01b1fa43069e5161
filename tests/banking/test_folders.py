"""A folder of recordings taken in, and all of them given out."""

from __future__ import annotations

import csv
import shutil
import unicodedata
from pathlib import Path

import pytest

from aac.banking.folders import CSV, bring_in, export
from aac.banking.store import RecordingStore
from tests.banking.conftest import sound

PHRASES = ("I love you.", "Yes, please.", "What’s that?", "Ich möchte Tee.")
DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def test_names_are_the_phrases_as_far_as_names_can_be(store: RecordingStore, folder: Path) -> None:
    for name in ("i love you.wav", "Yes please.wav", "Whats that.WAV", "Laugh.wav"):
        sound(folder, name)
    sound(folder, unicodedata.normalize("NFD", "Ich_möchte_Tee.wav"))
    told = bring_in(folder, store, PHRASES)
    assert sorted(told.attached) == sorted(PHRASES)
    assert (told.others, told.same, told.unread) == (["Laugh"], [], [])
    assert {one.phrase for one in store.all} == {*PHRASES, "Laugh"}


def test_the_same_folder_again_adds_nothing(store: RecordingStore, folder: Path) -> None:
    sound(folder, "Yes please.wav")
    bring_in(folder, store, PHRASES)
    told = bring_in(folder, store, PHRASES)
    assert (told.attached, told.same) == ([], ["Yes, please."])
    assert not store.removed.exists()


@pytest.mark.parametrize(
    "table",
    [
        "file,phrase\n1.wav,I love you.\n",
        "﻿Phrase;Made;File\nI love you.;x;1.wav\n",
        "1.wav\tI love you.\n",
    ],
)
def test_a_table_says_which_file_is_which(store: RecordingStore, folder: Path, table: str) -> None:
    sound(folder, "1.wav")
    (folder / "list.csv").write_text(table, "utf-8")
    assert bring_in(folder, store, PHRASES).attached == ["I love you."]
    assert len(store.all) == 1


def test_a_table_of_an_old_spreadsheet(store: RecordingStore, folder: Path) -> None:
    sound(folder, "1.wav")
    (folder / "list.csv").write_bytes("Datei;Satz\n1.wav;Ich möchte Tee\n".encode("cp1252"))
    told = bring_in(folder, store, PHRASES)
    assert told.attached == ["Ich möchte Tee."]
    assert told.unread == ["Datei"]  # its first line is no file


def test_what_is_no_sound_or_not_there_is_told(store: RecordingStore, folder: Path) -> None:
    (folder / "bad.wav").write_bytes(b"RIFF\xff\xff\xff\xffWAVEjunk")
    (folder / "list.csv").write_text("gone.wav,Hello\n../../x.wav,Hello\n1.wav,?\n", "utf-8")
    sound(folder, "1.wav")
    sound(folder.parent.parent, "x.wav")
    told = bring_in(folder, store, PHRASES)
    assert sorted(told.unread) == ["../../x.wav", "bad.wav", "gone.wav"]
    assert told.others == ["?"]


@pytest.mark.parametrize("name", ["tone.mp3", "tone.ogg"])
def test_other_formats_are_kept_as_they_came(
    store: RecordingStore, folder: Path, name: str, tmp_path: Path
) -> None:
    target = folder / f"Yes please{Path(name).suffix}"
    shutil.copyfile(DATA / name, target)
    assert bring_in(folder, store, PHRASES).attached == ["Yes, please."]
    assert store.original(store.all[0]).read_bytes() == target.read_bytes()
    done = export(store, tmp_path / "out")
    assert (done.folder / "Yes, please.wav").read_bytes()[:4] == b"RIFF"
    (came,) = (done.folder / "as they came").iterdir()
    assert came.read_bytes() == target.read_bytes()


def test_what_is_given_out_can_be_taken_in_and_is_the_same_to_the_byte(
    store: RecordingStore, folder: Path, tmp_path: Path
) -> None:
    for number, name in enumerate(("I love you.wav", "Yes please.wav", "Laugh.wav")):
        sound(folder, name, hertz=300.0 + 100 * number)
    bring_in(folder, store, PHRASES)
    done = export(store, tmp_path / "out")
    assert (done.count, done.lost) == (3, ())
    assert (done.folder / "I love you.wav").read_bytes() == (folder / "I love you.wav").read_bytes()
    with (done.folder / CSV).open(encoding="utf-8-sig", newline="") as file:
        assert {row["phrase"] for row in csv.DictReader(file)} == {
            "I love you.", "Yes, please.", "Laugh"}  # fmt: skip
    other = RecordingStore(tmp_path / "other")
    bring_in(done.folder, other, PHRASES)
    assert {one.phrase: other.original(one).read_bytes() for one in other.all} == {
        one.phrase: store.original(one).read_bytes() for one in store.all
    }


def test_a_folder_with_something_in_it_is_left_as_it_is(
    store: RecordingStore, folder: Path
) -> None:
    sound(folder, "Laugh.wav")
    bring_in(folder, store, ())
    first, second = export(store, folder), export(store, folder)
    assert first.folder.parent == second.folder.parent == folder != first.folder
    assert first.folder != second.folder
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == ["Laugh.wav"]


def test_a_lost_original_is_told_and_what_is_heard_is_given_out(
    store: RecordingStore, folder: Path, tmp_path: Path
) -> None:
    sound(folder, "Laugh.wav")
    sound(folder, "Sigh.wav")
    bring_in(folder, store, ())
    laugh, sigh = store.all
    for one in (laugh, sigh):
        store.original(one).unlink()
    store.played(sigh).unlink()
    done = export(store, tmp_path / "out")
    assert (done.count, done.lost) == (1, ("Sigh",))
