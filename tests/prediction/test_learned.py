"""What was learned is kept whole or not at all, for the person alone, until it is forgotten."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aac.files.paths import data_root
from aac.prediction import learned as learned_module
from aac.prediction.learned import WAIT, Learned, LearnedProblem
from tests.prediction.asked import Asked

SECRET = "kwyjibo"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "person" / "learned-en.sqlite3"


def bytes_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def taught(path: Path, *sentences: str, shapes: dict[str, str] | None = None) -> Learned:
    learned = Learned(path)
    for sentence in sentences:
        learned.learn([sentence.split()], shapes or {})
    return learned


# --------------------------------------------------------------------------------- kept


def test_what_was_learned_is_read_again(path: Path) -> None:
    first = taught(path, "i want tea", "i want tea now", shapes={"kieth": "Kieth"})
    again = Learned(path)
    assert again.personal == first.personal
    assert again.shapes == {"kieth": "Kieth"}
    assert again.words() == {"i", "want", "tea", "now"}
    assert not again.damaged


def test_counts_are_kept_and_no_sentence(path: Path) -> None:
    taught(path, "please call my sister jane tomorrow morning")
    whole = bytes_in(path.parent)
    assert b"please call my" in whole
    assert b"please call my sister" not in whole
    base = sqlite3.connect(path)
    longest = max(words.count(" ") for (words,) in base.execute("SELECT words FROM seen"))
    base.close()
    assert longest == 2


def test_nothing_is_made_until_something_is_learned(path: Path) -> None:
    assert Learned(path).words() == set()
    assert not path.parent.exists()


def test_only_the_person_can_read_the_file(path: Path) -> None:
    before = os.umask(0)
    try:
        taught(path, "i want tea")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_taken_out_can_be_put_in_elsewhere(path: Path, tmp_path: Path) -> None:
    first = taught(path, "i want tea", "i want water", shapes={"kieth": "Kieth"})
    other = taught(tmp_path / "other.sqlite3", "i want tea")
    other.add_plain(first.to_plain())
    assert other.personal.counts[("i", "want")] == 3
    assert Learned(tmp_path / "other.sqlite3").to_plain() == other.to_plain()
    assert other.shapes == {"kieth": "Kieth"}


@pytest.mark.parametrize(
    "plain",
    [
        None, [], {}, {"counts": {}}, {"counts": [], "written": {}},
        {"counts": {"a": "x"}, "written": {}},
        {"counts": {"a": -1}, "written": {}}, {"counts": {"a": float("nan")}, "written": {}},
        {"counts": {"a b c d": 1}, "written": {}}, {"counts": {"a": 1}, "written": []},
        {"counts": {"\ud800": 1}, "written": {}}, {"counts": {"a": 1}, "written": {"a": "\ud800"}},
        {"counts": {"": 1}, "written": {}},
    ],
)  # fmt: skip
def test_a_wrong_file_is_a_problem_and_changes_nothing(path: Path, plain: object) -> None:
    learned = taught(path, "i want tea")
    before = learned.to_plain()
    with pytest.raises(LearnedProblem) as problem:
        learned.add_plain(plain)
    assert str(problem.value) == ""
    assert learned.to_plain() == before == Learned(path).to_plain()


def test_words_that_were_removed_leave_no_trace(path: Path) -> None:
    learned = taught(path, f"i want {SECRET} now", "i want tea", shapes={SECRET: SECRET.title()})
    assert SECRET.encode() in bytes_in(path.parent).lower()
    learned.replace(learned.personal.without(frozenset({SECRET})))
    assert SECRET.encode() not in bytes_in(path.parent).lower()
    assert Learned(path).to_plain() == learned.to_plain()
    assert learned.words() == {"i", "want", "tea", "now"}


def test_when_there_is_no_more_room_what_was_said_once_goes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = taught(path, *["i want tea"] * 4)
    monkeypatch.setattr(learned_module, "MOST_KEPT", 14)
    learned.learn([["please", "come"]], {})
    assert ("please",) not in learned.personal.counts
    assert learned.personal.counts[("i", "want")] == 2
    assert Learned(path).to_plain() == learned.to_plain()
    assert not Learned(path).damaged


# ------------------------------------------------------------------------------ forgotten


def test_what_is_forgotten_is_in_no_byte_of_the_folder(path: Path) -> None:
    learned = taught(path, *[f"i want {SECRET} {n}" for n in range(30)], shapes={SECRET: "Kwyjibo"})
    (path.parent / (path.name + ".bak")).write_text(SECRET)
    (path.parent / (path.name + "-journal")).write_text(SECRET)
    learned.forget()
    assert SECRET.encode() not in bytes_in(path.parent).lower()
    assert list(path.parent.iterdir()) == []
    assert learned.words() == Learned(path).words() == set()
    learned.learn([["tea"]], {})
    assert SECRET.encode() not in bytes_in(path.parent).lower()


# -------------------------------------------------------------------------------- damaged

DAMAGES = {
    "noise": b"\x00\xff" * 5_000,
    "text": b"no database at all" * 100,
    "another": None,
}


def damage(path: Path, kind: str) -> None:
    path.unlink()
    if DAMAGES[kind] is not None:
        path.write_bytes(DAMAGES[kind] or b"")
        return
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE seen (other TEXT)")
    base.commit()
    base.close()


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_kept_aside_and_a_new_one_begun(path: Path, kind: str) -> None:
    taught(path, "i want tea")
    damage(path, kind)
    size = path.stat().st_size
    learned = Learned(path)
    assert learned.damaged
    assert path.with_name(path.name + ".bak").stat().st_size >= size
    assert learned.words() == set()
    learned.learn([["water"]], {})
    again = Learned(path)
    assert (again.damaged, again.words()) == (False, {"water"})


def test_damage_that_comes_while_wren_runs_costs_nothing(path: Path) -> None:
    learned = taught(path, "i want tea", shapes={"kieth": "Kieth"})
    path.write_bytes(b"\x00\xff" * 5_000)
    learned.learn([["water"]], {})
    assert path.with_name(path.name + ".bak").exists()
    again = Learned(path)
    assert again.personal == learned.personal
    assert again.words() == {"i", "want", "tea", "water"}
    assert again.shapes == {"kieth": "Kieth"}
    assert not again.damaged


@pytest.mark.parametrize(
    "row",
    ["(x'ff', 1)", "('tea', 'many')", "('tea', -3)", "('tea', 9e999)", "('a b c d', 1)", "('', 1)",
     "(CAST(x'ff' AS TEXT), 1)"],
)  # fmt: skip
def test_a_file_with_impossible_counts_is_damaged(path: Path, row: str) -> None:
    taught(path, "i want tea")
    base = sqlite3.connect(path)
    base.execute(f"INSERT OR REPLACE INTO seen VALUES {row}")
    base.commit()
    base.close()
    learned = Learned(path)
    assert learned.damaged
    assert learned.words() == set()


def test_any_wrong_bytes_leave_a_predictor_that_works(path: Path) -> None:
    sentences = [f"i want word{n} and tea" for n in range(60)]
    taught(path, *sentences)
    whole = path.read_bytes()
    for place in range(0, len(whole), 397):
        wrong = bytearray(whole)
        wrong[place : place + 3] = b"\xfe\x03\x80"
        path.write_bytes(wrong)
        learned = Learned(path)
        assert all(count > 0 for count in learned.personal.counts.values())
        learned.learn([["water"]], {})
        assert "water" in learned.words()


def test_a_file_that_another_program_holds_is_not_damaged(path: Path) -> None:
    taught(path, "i want tea")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert WAIT <= 1  # a person waits for this
    learned = Learned(path)
    assert not learned.damaged
    with pytest.raises(OSError, match="BUSY"):
        learned.learn([["water"]], {})
    assert "water" in learned.words()
    other.close()
    assert Learned(path).words() == {"i", "want", "tea"}
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_cannot_be_opened_leaves_what_is_learned_in_memory(path: Path) -> None:
    path.mkdir(parents=True)
    learned = Learned(path)
    assert not learned.damaged
    with pytest.raises(OSError, match="CANTOPEN"):
        learned.learn([["water"]], {})
    assert learned.words() == {"water"}


# ------------------------------------------------------------------------ a disk that fails


def test_a_folder_that_cannot_be_written_is_told_and_the_word_is_offered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    asked = Asked(tmp_path / "file" / "person")
    with pytest.raises(OSError, match="."):
        asked.learn("ask Kieth")
    assert asked.words("", "ki") == ["Kieth"]


FULL = """
import resource, sys
from pathlib import Path
from tests.prediction.asked import Asked
asked = Asked(Path(sys.argv[1]))
asked.learn("ask Kieth")
resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))
failed = 0
for n in range(150):
    try:
        end = chr(97 + n // 26) + chr(97 + n % 26)
        asked.learn(f"ask kiera{end} about frobs{end}")
    except OSError as problem:
        assert "kiera" not in str(problem)
        failed += 1
assert failed > 100, failed
assert len(asked.words("", "ki", 1000)) == 151
"""


def test_a_full_disk_is_told_the_words_are_offered_and_the_file_stays_whole(path: Path) -> None:
    run = [sys.executable, "-B", "-c", FULL, str(path.parent)]
    subprocess.run(run, check=True, cwd=data_root(), timeout=60)
    learned = Learned(path)
    assert not learned.damaged
    assert {"ask", "kieth", "kieraaa"} <= learned.words()
    counts = learned.personal.counts
    assert counts[("ask",)] == counts[("", "ask")] == counts[("", "", "ask")]


# ------------------------------------------------------------------------------ power cuts

LEARNING = """
import sys
from pathlib import Path
from aac.prediction.learned import Learned
learned = Learned(Path(sys.argv[1]))
for n in range(100_000):
    learned.learn([["one", "two", "three", f"w{n}", *(f"v{n}x{m}" for m in range(200))]], {})
    print(n, flush=True)
"""


def test_a_power_cut_leaves_each_message_whole_or_absent(path: Path) -> None:
    told = 0
    for delay in (0.05, 0.011, 0.023, 0.037, 0.006):
        process = subprocess.Popen(
            [sys.executable, "-B", "-c", LEARNING, str(path)],
            cwd=data_root(),
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        told += 1 + len(process.stdout.read().splitlines())
        process.stdout.close()
        process.wait(10)
        learned = Learned(path)
        assert not learned.damaged
        counts = learned.personal.counts
        # The last may have been kept without being told of; none is lost, none is half there.
        assert told <= counts[("one",)] <= told + 5
        assert counts[("one",)] == counts[("one", "two", "three")]
        told = int(counts[("one",)])
        assert learned.personal.total == 204 * told
    assert told >= 5
