"""Pictures for tests, all made here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
# One green dot.
GIF = bytes.fromhex(
    "47494638396101000100800000 00ff00 000000 2c00000000010001000002 02 4401 003b".replace(" ", "")
)


def image(width: int = 60, height: int = 40, colour: str = "#00ff00") -> QImage:
    made = QImage(width, height, QImage.Format.Format_ARGB32)
    made.fill(QColor(colour))
    return made


def encoded(kind: str, picture: QImage | None = None) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(picture or image())
    return bytes(content.data())


def svg(inside: str = '<rect width="10" height="10" fill="#00ff00"/>', head: str = "") -> bytes:
    start = f'{head}<svg xmlns="http://www.w3.org/2000/svg" {XLINK} viewBox="0 0 10 10">'
    return f"{start}{inside}</svg>".encode()


def middle(png: bytes) -> str:
    """The colour in the middle."""
    drawn = QImage.fromData(png)
    return drawn.pixelColor(drawn.width() // 2, drawn.height() // 2).name()


def size(png: bytes) -> tuple[int, int]:
    drawn = QImage.fromData(png)
    return drawn.width(), drawn.height()


GOOD = {
    "png": encoded("png"),
    "jpeg": encoded("jpeg"),
    "webp": encoded("webp"),
    "bmp": encoded("bmp"),
    "gif": GIF,
    "svg": svg(),
}
