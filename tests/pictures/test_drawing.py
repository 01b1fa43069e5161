"""Any picture -> a small PNG."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtGui import QImage

from aac.pictures.drawing import LONG_SIDE, MOST_BYTES, small_png
from aac.pictures.kinds import Kind, PictureProblem, kind_of
from tests.pictures.drawings import GOOD, encoded, image, middle, size, svg


@pytest.mark.parametrize("kind", GOOD)
def test_each_kind_is_told_by_its_bytes_and_drawn(kind: str) -> None:
    assert kind_of(GOOD[kind]) == kind
    drawn = QImage.fromData(small_png(GOOD[kind]))
    colour = drawn.pixelColor(drawn.width() // 2, drawn.height() // 2)
    assert colour.green() > 240 and colour.red() < 20 and colour.blue() < 20


def test_a_large_one_becomes_small_and_keeps_its_shape() -> None:
    assert size(small_png(encoded("png", image(3000, 1500)))) == (LONG_SIDE, LONG_SIDE // 2)


def test_a_small_one_stays_as_it_is() -> None:
    assert size(small_png(encoded("png", image(60, 40)))) == (60, 40)


def test_one_of_a_single_line_is_still_seen() -> None:
    assert size(small_png(encoded("png", image(4000, 1)))) == (LONG_SIDE, 1)


def test_a_drawing_is_as_sharp_as_can_be_whatever_size_it_asks_for() -> None:
    wide = b'<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1" viewBox="0 0 0.4 0.2">'
    assert size(small_png(wide + b'<rect width="1" height="1"/></svg>')) == (512, 256)


def with_orientation(jpeg: bytes, number: int) -> bytes:
    """A JPEG whose camera was held otherwise: EXIF tag 0x112."""
    tiff = b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x112, 3, 1, number, 0) + b"\0\0\0\0"
    exif = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


@pytest.mark.parametrize("side", [60, 2000])
def test_a_photo_stands_upright(side: int) -> None:
    photo = image(side, side // 2, "#ff0000")
    for x in range(side // 2):
        for y in range(0, side // 2, 1 if side < 100 else side // 2):
            photo.setPixelColor(x, y, "#0000ff")
    if side > 100:
        photo = image(side, side // 2)
    drawn = small_png(with_orientation(encoded("jpeg", photo), 6))
    width, height = size(drawn)
    assert (width, height) == ((30, 60) if side == 60 else (256, 512))
    if side == 60:
        upright = QImage.fromData(drawn)
        assert upright.pixelColor(15, 10).blue() > 200, "what was left is on top"
        assert upright.pixelColor(15, 50).red() > 200


def test_what_the_file_tells_of_itself_does_not_go_along() -> None:
    named = image()
    named.setText("Description", "Grandmother at 12 High Street")
    content = encoded("png", named)
    assert b"High Street" in content
    assert b"High Street" not in small_png(content)


def giant_png(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content))
            + name
            + content
            + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99)))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no picture"),
        (b"%PDF-1.4", "no picture"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "metafile"),
        (GOOD["png"][:60], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (giant_png(60_000, 60_000), "60000 by 60000"),
        (bytes(MOST_BYTES + 1), "16 MB"),
        (encoded("png", image(colour="#00000000")), "Nothing can be seen"),
        (svg('<rect width="0" height="0"/>'), "Nothing can be seen"),
        (svg()[:-10], "damaged"),
    ],
    ids=[
        "empty", "pdf", "metafile", "cut", "head only", "giant", "heavy", "clear", "blank", "half",
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(PictureProblem, match=why) as refused:
        small_png(content)
    assert str(refused.value).endswith(".") and "\n" not in str(refused.value)


def test_a_kind_that_is_declared_wrongly_is_told_by_the_bytes() -> None:
    assert (
        kind_of(b"\xef\xbb\xbf<?xml version='1.0'?><!-- a --> <svg:svg xmlns:svg='x'/>") is Kind.SVG
    )
    assert kind_of("<svg>".encode("utf-16")) is Kind.SVG
    assert kind_of(b"BM") is Kind.BMP
    assert kind_of(b"<html><body>svg</body></html>") is None


def test_an_svg_of_another_name_for_its_space_is_drawn() -> None:
    rect = b'<s:rect width="1" height="1" fill="#0f0"/>'
    head = b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1">'
    named = head + rect + b"</s:svg>"
    assert middle(small_png(named)) == "#00ff00"
