"""Phrases as sound on the disk: found by everything that can be heard, bounded, mended."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.ports import Utterance
from aac.sound.player import Pcm
from aac.speech.phrase_files import erase
from aac.speech.phrase_store import PhraseStore, name_of
from aac.speech.spoken import Spoken, WordTime
from tests.sound.tones import tone

SAID = Utterance(1, "I need water.", voice="en-us")
SECOND = Spoken(tone(1.0).samples, tone(1.0).rate, (WordTime(0.1, 0, 1), WordTime(0.4, 2, 6)))
MUCH = 10_000_000


@pytest.fixture
def store(tmp_path: Path) -> PhraseStore:
    return PhraseStore(tmp_path / "phrases", MUCH)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "phrases").iterdir())


def used_at(folder: Path, name: str, when: int) -> None:
    os.utime(folder / "phrases" / name, (when, when))


def test_what_is_kept_is_found_again(store):
    assert store.put("a.phrase", SECOND)
    assert store.get("a.phrase") == SECOND
    assert store.has("a.phrase")
    assert store.get("b.phrase") is None
    assert not store.has("b.phrase")


@pytest.mark.parametrize(
    "change", [{"text": "I need water"}, {"voice": "de"}, {"rate": 1.0}, {"pitch": 1.1}]
)
def test_another_sound_has_another_name(change):
    assert name_of("wren", replace(SAID, **change)) != name_of("wren", SAID)
    assert name_of("wren 2", SAID) != name_of("wren", SAID)


@pytest.mark.parametrize(
    "change", [{"id": 7}, {"volume": 0.3}, {"device": "ear", "only": True}, {"recording": b"x"}]
)
def test_the_same_sound_has_the_same_name(change):
    assert name_of("wren", replace(SAID, **change)) == name_of("wren", SAID)


def test_a_name_tells_nothing_of_the_phrase(store, tmp_path):
    store.put(name_of("wren", SAID), SECOND)
    (name,) = files(tmp_path)
    assert "water" not in name and len(name) == len(name_of("wren", Utterance(1, "x" * 900)))
    assert b"water" not in (tmp_path / "phrases" / name).read_bytes()


@given(st.binary(max_size=60), st.integers(0, 200))
def test_a_damaged_file_is_no_sound_and_goes(tmp_path_factory, junk, at):
    folder = tmp_path_factory.mktemp("damaged")
    store = PhraseStore(folder, MUCH)
    store.put("a.phrase", tone(0.01))
    path = folder / "a.phrase"
    whole = path.read_bytes()
    damaged = whole[:at] + junk + whole[at + len(junk) + 1 :]
    path.write_bytes(damaged)
    assert store.get("a.phrase") is None
    assert not path.exists()
    assert store.put("a.phrase", SECOND) and store.get("a.phrase") == SECOND


def test_what_was_used_longest_ago_makes_room(tmp_path):
    size = len(SECOND.samples) + 100
    store = PhraseStore(tmp_path / "phrases", 2 * size)
    for when, name in enumerate(["a.phrase", "b.phrase", "c.phrase"], start=1000):
        store.put(name, SECOND)
        used_at(tmp_path, name, when)
    store.get("a.phrase")
    store.shrink()
    assert files(tmp_path) == ["a.phrase", "c.phrase"]


def test_what_was_left_half_written_goes(store, tmp_path):
    store.put("a.phrase", SECOND)
    (tmp_path / "phrases" / "b.4711").write_bytes(b"half")
    store.shrink()
    assert files(tmp_path) == ["a.phrase"]


def test_what_is_larger_than_the_store_or_very_long_is_not_kept(tmp_path):
    assert not PhraseStore(tmp_path / "phrases", 1000).put("a.phrase", SECOND)
    assert not PhraseStore(tmp_path, 10 * MUCH).put("a.phrase", Pcm(bytes(8000 * 62), 4000))


def test_without_a_disk_there_is_no_store_and_no_fault(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = PhraseStore(tmp_path / "file", MUCH)
    assert not store.put("a.phrase", SECOND)
    assert store.get("a.phrase") is None
    assert not store.has("a.phrase")
    store.shrink()


def test_all_of_it_can_be_erased(store, tmp_path):
    store.put("a.phrase", SECOND)
    erase(tmp_path / "phrases")
    assert files(tmp_path) == []
    erase(tmp_path / "nowhere")


def test_nobody_else_on_this_computer_may_look(store, tmp_path):
    store.put("a.phrase", SECOND)
    if os.name == "posix":
        assert (tmp_path / "phrases").stat().st_mode & 0o077 == 0


def test_one_wrong_bit_is_enough(store, tmp_path):
    store.put("a.phrase", SECOND)
    path = tmp_path / "phrases" / "a.phrase"
    content = bytearray(path.read_bytes())
    content[-1000] ^= 1
    path.write_bytes(content)
    assert store.get("a.phrase") is None
