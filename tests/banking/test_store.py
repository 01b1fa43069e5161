"""Recordings on the disk: originals never change, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.banking import store as store_module
from aac.banking.naming import free_name, phrase_of
from aac.banking.store import RecordingStore
from aac.model.banked import same_words
from aac.sound.wav import read_wav
from tests.banking.conftest import add


def again(store: RecordingStore) -> RecordingStore:
    """The next start of the program."""
    other = RecordingStore(store.folder)
    other.load()
    return other


def test_a_recording_is_there_after_the_next_start(store: RecordingStore, tmp_path: Path) -> None:
    original = add(store, tmp_path, "I love you.")
    other = again(store)
    (one,) = other.all
    assert (one.phrase, one.file) == ("I love you.", "I love you.wav")
    assert other.original(one).read_bytes() == original
    key = other.recordings().key("i love you")
    played = other.sound(key)
    assert played is not None and 0.2 < read_wav(played).seconds < 0.4


def test_nothing_is_made_before_something_is_kept(store: RecordingStore) -> None:
    assert not store.load()
    assert not store.folder.exists()
    assert store.recordings().sounds == {}


def test_recorded_anew_the_old_original_is_among_the_removed(
    store: RecordingStore, tmp_path: Path
) -> None:
    first = add(store, tmp_path, "I love you.")
    second = add(store, tmp_path, "i LOVE you", hertz=880.0)
    (one,) = again(store).all
    assert store.original(one).read_bytes() == second != first
    assert [path.read_bytes() for path in store.removed.iterdir()] == [first]
    assert list((store.folder / "played").iterdir()) == [store.played(one)]


def test_what_is_removed_is_kept_and_said_by_the_voice(
    store: RecordingStore, tmp_path: Path
) -> None:
    originals = [add(store, tmp_path, "Yes.", hertz) for hertz in (440.0, 500.0)]
    store.remove(store.all[0].id)
    other = again(store)
    assert other.recordings().key("Yes.") == ""
    assert sorted(path.read_bytes() for path in store.removed.iterdir()) == sorted(originals)
    listed = json.loads(store.index.read_text("utf-8"))["removed"]
    assert {store.removed / one["file"] for one in listed} == set(store.removed.iterdir())


def test_other_words_for_a_recording(store: RecordingStore, tmp_path: Path) -> None:
    add(store, tmp_path, "take 17")
    original = add(store, tmp_path, "Yes.", hertz=600.0)
    store.attach(store.all[0].id, " yes ")
    (one,) = again(store).all
    assert (one.phrase, one.file) == ("yes", "take 17.wav")
    assert [path.read_bytes() for path in store.removed.iterdir()] == [original]


@pytest.mark.parametrize("damage", ["{", "[]", '{"recordings": [3, {"id": 1}]}', ""])
def test_a_damaged_index_is_told_and_the_originals_are_found_again(
    store: RecordingStore, tmp_path: Path, damage: str
) -> None:
    original = add(store, tmp_path, "I love you.")
    (store.folder / "index.json.bak").unlink(missing_ok=True)
    store.index.write_text(damage)
    other = RecordingStore(store.folder)
    assert other.load()
    sound = other.sound(other.recordings().key("I love you."))
    assert (
        sound is not None and sound.read_bytes() == original
    )  # whole: its marks were in the index
    add(other, tmp_path, "Yes.")
    assert {one.phrase for one in again(store).all} == {"I love you", "Yes."}


def test_an_index_cannot_name_a_file_elsewhere(store: RecordingStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret.wav"
    secret.write_bytes(b"secret")
    store.folder.mkdir()
    entry = {"id": "ab", "phrase": "x", "file": "../../secret.wav"}
    store.index.write_text(
        json.dumps({"recordings": [entry, {**entry, "id": "../x", "file": "a"}]})
    )
    assert store.load()
    assert store.all == ()


def test_a_missing_file_is_told_and_gives_nothing(store: RecordingStore, tmp_path: Path) -> None:
    told: list[str] = []
    add(store, tmp_path, "Yes.")
    store.gone = told.append
    (one,) = store.all
    store.played(one).unlink()
    assert store.sound(one.key) == store.original(one)
    store.original(one).unlink()
    assert store.missing() == (one,)
    assert store.sound(one.key) is None
    assert told == ["Yes."]


def test_a_disk_that_takes_nothing_leaves_all_as_it_was(
    store: RecordingStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = add(store, tmp_path, "Yes.")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store_module, "write_json", full)
    with pytest.raises(OSError, match="space"):
        add(store, tmp_path, "Yes.", hertz=880.0)
    with pytest.raises(OSError, match="space"):
        store.remove(store.all[0].id)
    for one in (store, again(store)):
        (kept,) = one.all
        assert one.original(kept).read_bytes() == original


def test_another_program_may_write_at_the_same_time(store: RecordingStore, tmp_path: Path) -> None:
    other = again(store)
    add(store, tmp_path, "Yes.")
    assert other.changed_elsewhere()
    add(other, tmp_path, "No.")
    assert {one.phrase for one in again(store).all} == {"Yes.", "No."}


@given(st.text(max_size=120))
def test_any_words_make_a_name_that_every_system_takes(text: str) -> None:
    name = free_name(Path("nowhere"), text, ".wav")
    assert 5 <= len(name) <= 100 and name.endswith(".wav")
    assert not set(name) & set('<>:"/\\|?*') and not name[0].isspace() and name[0] != "."


def test_names_that_are_taken_get_a_number_which_is_no_part_of_the_words(tmp_path: Path) -> None:
    (tmp_path / "Yes.wav").touch()
    name = free_name(tmp_path, "yes", ".wav")
    assert name == "yes (2).wav"
    assert same_words(phrase_of(Path(name))) == "yes"
    assert free_name(tmp_path, "yes", ".wav", {"yes (2).wav"}) == "yes (3).wav"
