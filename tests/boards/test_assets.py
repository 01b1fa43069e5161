"""The shipped files are what their scripts make, and can be heard and seen."""

from __future__ import annotations

import importlib.util
import math
import struct
import subprocess
import sys
import wave
from array import array
from pathlib import Path
from types import ModuleType

import pytest

from aac.files.board_library import load_library
from aac.files.obf import ObfFormat
from aac.files.paths import assets_folder, boards_folder, data_root
from aac.model.parts import Alarm

ASSETS = assets_folder()
SOUNDS = ASSETS / "sounds"
BOARDS = load_library([ObfFormat()], boards_folder("en")).boards
TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "text"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ASSETS / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def samples(name: str) -> array[int]:
    with wave.open(str(SOUNDS / f"{name}.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        values = array("h")
        values.frombytes(file.readframes(file.getnframes()))
    return values


def test_the_shipped_boards_are_what_the_script_makes(tmp_path: Path) -> None:
    shipped = boards_folder("en")
    for name in ("phrases.csv", "words.json"):
        (tmp_path / name).write_bytes((shipped / name).read_bytes())
    (tmp_path / "gone.obf").write_text("an old board")
    make = data_root() / "boards" / "make_boards.py"
    subprocess.run([sys.executable, "-B", str(make), str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in shipped.iterdir()}


def test_every_emergency_phrase_has_a_sound_that_is_loud_and_not_clipped() -> None:
    cells = [cell for board in BOARDS.boards.values() for cell in board.cells()]
    names = {cell.action.sound for cell in cells if isinstance(cell.action, Alarm)}
    assert len(names) == 11
    voiced_rms = script("make_sounds").voiced_rms
    for name in names | {"B02"}:
        values = samples(name)
        loudness = 20 * math.log10(voiced_rms([value / 32768 for value in values]))
        assert -13.0 < loudness < -11.0
        assert max(abs(value) for value in values) < 32_500
        assert 0.5 < len(values) / 22_050 < 5.0
        # A call is heard at once: no long silence in front.
        assert next(n for n, value in enumerate(values) if abs(value) > 1000) < 22_050 * 0.15


@pytest.mark.parametrize(
    ("name", "shortest", "longest", "peak"),
    [
        ("chime", 1.0, 2.5, 0.8),
        ("alarm", 1.4, 1.6, 0.8),
        ("step", 0.01, 0.05, 0.22),
        ("accept", 0.03, 0.15, 0.22),
        ("held", 0.2, 0.7, 0.22),
        ("loop", 0.1, 0.2, 0.22),
    ],
)
def test_the_other_sounds_are_as_the_script_makes_them(
    name: str, shortest: float, longest: float, peak: float
) -> None:
    values = samples(name)
    assert shortest < len(values) / 22_050 < longest
    assert max(values) / 32_768 == pytest.approx(peak, abs=0.05)
    make = script("make_sounds")
    tones = {"chime": make.chime(), "alarm": make.alarm(), **make.short_sounds()}
    assert [round(32_767 * value) for value in tones[name]] == pytest.approx(list(values), abs=1)


def font_signs(path: Path) -> set[int]:
    """The signs that a TrueType font can draw, from its table of characters."""
    data = path.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(tables))
    start = next(offset for tag, _, offset, _ in entries if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, start + 2)
    found: set[int] = set()
    for n in range(count):
        (offset,) = struct.unpack_from(">L", data, start + 8 + 8 * n)
        table = start + offset
        kind, _, _, double = struct.unpack_from(">4H", data, table)
        if kind != 4:
            continue
        ends = struct.unpack_from(f">{double // 2}H", data, table + 14)
        starts = struct.unpack_from(f">{double // 2}H", data, table + 16 + double)
        for first, last in zip(starts, ends, strict=True):
            found.update(range(first, last + 1))
    return found


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_font_can_draw_every_sign_on_the_boards(style: str) -> None:
    known = font_signs(ASSETS / "fonts" / f"AtkinsonHyperlegible-{style}.ttf")
    cells = [cell for board in BOARDS.boards.values() for cell in board.cells()]
    wanted = "".join(cell.label + cell.symbol for cell in (*cells, *BOARDS.strip))
    assert not {sign for sign in wanted if ord(sign) not in known}


def test_the_font_has_its_licence_and_the_sources_are_named() -> None:
    assert "SIL Open Font License" in (ASSETS / "fonts" / "OFL.txt").read_text("utf-8")
    notice = (ASSETS / "NOTICE.md").read_text("utf-8")
    for source in ("Vertanen", "Tatoeba", "chitchat", "Common Voice", "eSpeak NG", "Atkinson"):
        assert source in notice


def test_the_word_list_is_the_commonest_words_in_order() -> None:
    lines = (ASSETS / "words" / "en.tsv").read_text("utf-8").splitlines()
    words = [(word, int(count)) for word, count in (line.split("\t") for line in lines)]
    assert len(words) == 20_000 == len({word for word, _ in words})
    assert words == sorted(words, key=lambda entry: (-entry[1], entry[0]))
    assert words[0][0] == "i"
    assert (
        script("make_words")
        .lines_of(ASSETS / "language" / "en.never-offered.txt")
        .isdisjoint(word for word, _ in words)
    )


def test_the_word_list_comes_from_the_training_texts_alone_to_the_byte() -> None:
    if not TEXTS.is_dir():
        pytest.skip("the training texts are not here: 4 texts not counted again")
    made = script("make_words").made(TEXTS / "train", TEXTS / "words" / "american_words.txt")
    assert made == (ASSETS / "words" / "en.tsv").read_bytes()


def test_the_icon_is_there_in_both_forms() -> None:
    assert (ASSETS / "icon.svg").read_text("utf-8").startswith("<svg")
    png = (ASSETS / "icon.png").read_bytes()
    assert struct.unpack(">4x4s8x", png[:16])[0] == b"\r\n\x1a\n"
    assert struct.unpack_from(">2L", png, 16) == (256, 256)
