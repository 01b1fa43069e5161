"""Files of other programs that are damaged: boards with notes, or one sentence; nothing else."""

from __future__ import annotations

import json
import random
import sqlite3
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from aac.files.formats import format_of
from aac.files.notes import Reading
from aac.files.obf import ObfFormat
from aac.ports import BoardFormat, BoardProblem
from aac.shelf import BoardFormats
from tests.imports.making import (
    command,
    element,
    grd,
    grid_cell,
    gridset,
    page,
    png,
    shape,
    snap,
    touchchat,
    words,
)

FORMATS = BoardFormats()
Make = Callable[[Path], Path]


def _gridset(folder: Path) -> Path:
    slot = "<ContentType>AutoContent</ContentType><ContentSubType>WordList</ContentSubType>"
    change = command("Prediction.ChangeWordList", wordlist=words("one", "two"))
    inside = (
        grid_cell('X="0" ColumnSpan="2" ScanBlock="1"', "go", command("Jump.To", grid="Food"))
        + grid_cell('X="2"', "list", change)
        + grid_cell('Y="1"', "a", command("Action.Letter", letter="a"), "<Image>.png</Image>")
        + grid_cell('X="1" Y="1"', more=slot)
    )
    pages = {"Home": page(inside, more=words("x", "y", "z")), "Food": page(grid_cell(caption="b"))}
    return gridset(folder / "a.gridset", pages, extra={"Grids/Home/0-1.png": png()})


def _snap(folder: Path) -> Path:
    buttons = [{"Label": f"b{n}", "Message": "m", "at": f"{n % 3},{n // 3}", "PageSetImageId": 1}
               for n in range(9)]  # fmt: skip
    text = json.dumps({"$values": [{"$type": "2", "LinkedPageId": "two"}, {"$type": "9"}]})
    sequence = [{"ButtonId": 2, "SerializedCommands": text}]
    return snap(
        folder / "a.spb", buttons, CommandSequence=sequence, PageSetData=[{"Id": 1, "Data": png()}]
    )


def _grd(folder: Path) -> Path:
    go = {"modelName": "GridActionNavigate", "toGridId": "g2"}
    return grd(folder / "a.grd", [element({"en": "a", "de": "b"}, go), element("c", x=1, width=2)])


def _cboard(folder: Path) -> Path:
    tiles = [{"id": n, "labelKey": f"a.bC{n}", "loadBoard": "root", "action": "+a"}
             for n in range(8)]  # fmt: skip
    path = folder / "a.json"
    path.write_text(json.dumps([{"id": "root", "name": "x", "tiles": tiles}]))
    return path


MAKERS: dict[str, Make] = {
    "gridset": _gridset,
    "snap": _snap,
    "touchchat": lambda folder: touchchat(folder / "a.ce"),
    "asterics": _grd,
    "cboard": _cboard,
}


def bytes_damaged(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, cut out or put in twice."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(max(1, len(made)))
        match chance.randrange(4):
            case 0:
                made[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del made[at : at + chance.randint(1, 40)]
            case 2:
                made[at:at] = made[at : at + chance.randint(1, 40)]
            case _:
                made[at:at] = chance.choice(
                    [b"-1", b"99999999999", b"null", b"\xff\xfe", b"<", b"[[", b"1e400", b"&x;"]
                )
    return bytes(made)


def members_damaged(data: bytes, chance: random.Random) -> bytes:
    """A zip that is whole, with one damaged file in it: so the damage gets past the checksum."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        hit = chance.choice(names)
        for name in names:
            held = old.read(name)
            new.writestr(name, bytes_damaged(held, chance) if name == hit else held)
    return buffer.getvalue()


JUNK: tuple[object, ...] = (
    None, -1, 0, 2**40, 1.5, "", "x" * 3_000, "0,0", "-5,9", b"\x00\xff", "{", "nan", "9" * 5_000,
)  # fmt: skip


def rows_damaged(path: Path, chance: random.Random) -> None:
    """Values of other kinds in a database that is whole."""
    base = sqlite3.connect(path)
    names = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for _ in range(chance.randint(1, 6)):
        table = chance.choice(names)
        columns = [row[1] for row in base.execute(f"PRAGMA table_info({table})")]
        base.execute(
            f"UPDATE {table} SET {chance.choice(columns)} = ? WHERE random() % 2",
            (chance.choice(JUNK),),
        )
    base.commit()
    base.close()


def values_damaged(raw: object, chance: random.Random) -> object:
    """JSON with values of other kinds here and there."""
    if chance.random() < 0.04:
        junk = [one for one in JUNK if not isinstance(one, bytes)]
        return chance.choice([*junk, [], {}, [[]], True, {"id": []}])
    if isinstance(raw, dict):
        return {key: values_damaged(value, chance) for key, value in raw.items()}
    if isinstance(raw, list):
        return [values_damaged(value, chance) for value in raw]
    return raw


def damage(path: Path, chance: random.Random) -> None:
    data = path.read_bytes()
    if data.startswith(b"SQLite") and chance.random() < 0.6:
        rows_damaged(path, chance)
    elif data.startswith(b"PK") and chance.random() < 0.8:
        path.write_bytes(members_damaged(data, chance))
    elif path.suffix in (".grd", ".json") and chance.random() < 0.7:
        raw = values_damaged(json.loads(data.decode("utf-8-sig")), chance)
        path.write_text(json.dumps(raw))
    else:
        path.write_bytes(bytes_damaged(data, chance))


def read(path: Path) -> Reading | None:
    """What the reader of the format itself makes of it, without the net below it."""
    found: BoardFormat = format_of(FORMATS, path)
    try:
        return found.examine(path)  # type: ignore[attr-defined,no-any-return]
    except BoardProblem as problem:
        sentence = str(problem)
        assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 130
        return None


def check(kind: str, seed: int, folder: Path) -> None:
    path = MAKERS[kind](folder)
    damage(path, random.Random(seed))
    began = time.monotonic()
    reading = read(path)
    if reading is not None:
        written = folder / "out.obz"
        ObfFormat().write(reading.boards, written)
        again = ObfFormat().read(written)
        assert [shape(board) for board in again] == [shape(board) for board in reading.boards]
        for board in reading.boards:
            assert board.rows >= 1 and board.columns >= 1
            assert all(len(row) == board.columns for row in board.grid)
            ids = [cell.id for cell in board.cells()]
            assert len(ids) == len(set(ids))
    assert time.monotonic() - began < 10
    path.unlink()


@pytest.mark.parametrize("kind", MAKERS)
def test_a_damaged_file_gives_boards_or_one_sentence(kind: str, tmp_path: Path) -> None:
    for seed in range(60):
        check(kind, seed, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("kind", MAKERS)
def test_many_damaged_files(kind: str, tmp_path: Path) -> None:
    until = time.monotonic() + 120
    seed = 1_000
    while time.monotonic() < until:
        check(kind, seed, tmp_path)
        seed += 1
    assert seed > 1_100


def test_the_made_files_are_whole_before_they_are_damaged(tmp_path: Path) -> None:
    for kind, make in MAKERS.items():
        reading = read(make(tmp_path))
        assert reading is not None and list(reading.boards[0].cells()), kind
