"""Promises of `aac.files.store`: nothing is lost, a damaged file never stops the aid."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aac.files import json_file
from aac.files.store import Store
from aac.model.notice import NoticeKind
from aac.model.settings import Settings
from aac.model.view import OfferUse, Work

WORK = Work(text="I nee", caret=5, board="quick", history=("Hello",), drafts=("Later",))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "settings.json", tmp_path / "work.json", tmp_path / "measures.json")


def aside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if ".damaged-" in path.name)


def test_a_new_profile_has_the_usual_values_and_tells_nothing(store: Store) -> None:
    assert store.read_settings() == (Settings(), [])
    assert store.read_work() == (Work(), [])


@given(st.text(), st.lists(st.text(), max_size=5))
def test_any_work_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, text: str, history: list[str]
) -> None:
    try:
        text.encode()
        "".join(history).encode()
    except UnicodeEncodeError:
        return
    folder = tmp_path_factory.mktemp("profile")
    store = Store(folder / "settings.json", folder / "work.json", folder / "measures.json")
    use = OfferUse(selections=len(text), words_taken=len(history))
    work = Work(text=text, caret=len(text), history=tuple(history), use=use)
    store.write_work(work)
    assert store.read_work() == (work, [])


@pytest.mark.parametrize("use", [7, None, [], {"selections": -1}, {"selections": "many"}, {"x": 1}])
def test_odd_counts_of_use_never_cost_the_message(
    store: Store, tmp_path: Path, use: object
) -> None:
    store.write_work(WORK)
    path = tmp_path / "work.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "use": use}))
    assert store.read_work() == (WORK, [])


def test_settings_come_back_and_a_newer_wrens_settings_are_kept(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 9, "settings": {"scan_time": 2.0, "later": [1]}}))
    settings, notices = store.read_settings()
    assert (settings.scan_time, notices) == (2.0, [])
    store.write_settings(replace(settings, scan_time=3.0))
    assert json.loads(path.read_text())["settings"]["later"] == [1]
    assert store.read_settings()[0].scan_time == 3.0


@pytest.mark.parametrize("value", ["fast", -1, 21, None, True, [], float("nan")])
def test_a_bad_setting_is_replaced_and_named_and_the_others_stay(
    store: Store, tmp_path: Path, value: object
) -> None:
    values = {"scan_time": value, "theme": "light"}
    (tmp_path / "settings.json").write_text(json.dumps({"settings": values}))
    settings, notices = store.read_settings()
    assert (settings.scan_time, settings.theme) == (Settings().scan_time, "light")
    assert [(notice.kind, notice.detail) for notice in notices] == [
        (NoticeKind.SETTING_REPLACED, "Scan time")
    ]


DAMAGED = [b"", b"\x00\xff", b"[1]", b"{", b"null", b'{"settings": 3}', b"[" * 100_000]


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_settings_file_is_kept_aside(
    store: Store, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    settings, notices = store.read_settings()
    assert settings == Settings()
    assert [notice.kind for notice in notices] == [NoticeKind.SETTINGS_DAMAGED]
    (name,) = aside(tmp_path)
    assert (tmp_path / name).read_bytes() == content


@pytest.mark.parametrize(
    "content", [*DAMAGED[:5], b'{"text": 3}', b'{"text": "a", "caret": 9}', b'{"drafts": [1]}']
)
def test_a_damaged_work_file_is_kept_aside(store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "work.json").write_bytes(content)
    work, notices = store.read_work()
    assert work == Work()
    assert [notice.kind for notice in notices] == [NoticeKind.WORK_DAMAGED]
    assert len(aside(tmp_path)) == 1


def test_the_work_before_is_used_where_the_last_file_is_damaged(
    store: Store, tmp_path: Path
) -> None:
    store.write_work(WORK)
    store.write_work(replace(WORK, text="I need", caret=6))
    (tmp_path / "work.json").write_bytes(b"\x00" * 40)
    work, notices = store.read_work()
    assert work == WORK
    assert [notice.kind for notice in notices] == [NoticeKind.WORK_DAMAGED]


def test_work_that_was_cut_off_between_two_renames_is_found(store: Store, tmp_path: Path) -> None:
    store.write_work(WORK)
    (tmp_path / "work.json").rename(tmp_path / "work.json.bak")
    work, _ = store.read_work()
    assert work == WORK


def test_a_write_that_fails_leaves_the_last_work_in_place(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write_work(WORK)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(json_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.write_work(replace(WORK, text="gone"))
    assert store.read_work() == (WORK, [])


def test_a_profile_that_cannot_be_read_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "work.json").mkdir()
    work, notices = Store(
        tmp_path / "settings.json", tmp_path / "work.json", tmp_path / "measures.json"
    ).read_work()
    assert (work, [notice.kind for notice in notices]) == (Work(), [NoticeKind.WORK_DAMAGED])


def test_what_was_erased_is_in_no_older_copy(store: Store, tmp_path: Path) -> None:
    store.write_work(WORK)
    (tmp_path / "work.json.damaged-20260101-000000").write_text("I need water")
    erased = replace(WORK, history=())
    store.write_work(erased)
    store.forget()
    assert [path.name for path in tmp_path.iterdir()] == ["work.json"]
    assert store.read_work() == (erased, [])


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_other_users_of_the_computer_cannot_read_what_was_written(
    store: Store, tmp_path: Path
) -> None:
    store.write_work(WORK)
    store.write_work(replace(WORK, text="I need"))
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}
