"""The bytes of any picture -> a small PNG, within limits.

Runs in a process that can be killed (`aac.pictures.worker`), never in the window's.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from aac.pictures.kinds import TOO_LARGE, Kind, PictureProblem, kind_of
from aac.pictures.svg import clean_svg

LONG_SIDE = 512
"""Pixels: sharp on paper at 4 cm and in the largest cell of a usual screen."""

MOST_PIXELS = 50_000_000
"""Of a picture as it comes: more than the cameras of telephones make, 200 MB decoded."""

MOST_BYTES = 16 * 1024 * 1024
"""Of a picture as it comes."""

_DAMAGED = "The picture is damaged or not finished."
_NOT_KNOWN = "The file holds no picture that Wren can show."


def small_png(content: bytes, long_side: int = LONG_SIDE) -> bytes:
    """The picture as PNG, upright, its longer side at most ``long_side`` pixels.

    Of a moving picture the first frame.  Raises `PictureProblem`.
    """
    if len(content) > MOST_BYTES:
        raise PictureProblem(TOO_LARGE)
    kind = kind_of(content)
    if kind is None:
        raise PictureProblem(_NOT_KNOWN)
    if kind is Kind.METAFILE:
        raise PictureProblem("The picture is a Windows metafile, which Wren cannot draw.")
    image = _drawn(content, long_side) if kind is Kind.SVG else _read(content, kind, long_side)
    return _as_png(_plain(image))


def _read(content: bytes, kind: Kind, long_side: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.value.encode("ascii")))
    reader.setDecideFormatFromContent(False)  # the kind is known: no other decoder is tried
    reader.setAutoTransform(True)  # cameras say which way up
    size = reader.size()
    if size.isValid():
        _refuse_too_large(size)
        if max(size.width(), size.height()) > long_side:
            reader.setScaledSize(_scaled(QSizeF(size), long_side))
    image = reader.read()
    if image.isNull():
        raise PictureProblem(_DAMAGED)
    if max(image.width(), image.height()) > long_side:
        image = image.scaled(
            _scaled(QSizeF(image.size()), long_side),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return image


def _drawn(content: bytes, long_side: int) -> QImage:
    renderer = QSvgRenderer(clean_svg(content))
    box = renderer.viewBoxF()
    if not renderer.isValid() or box.isEmpty():
        raise PictureProblem(_DAMAGED)
    # The width that is asked for may be any number; only the shape matters.
    size = _scaled(box.size(), long_side)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return image


def _refuse_too_large(size: QSize) -> None:
    if size.width() * size.height() > MOST_PIXELS:
        raise PictureProblem(f"The picture is too large: {size.width()} by {size.height()} pixels.")


def _scaled(size: QSizeF, long_side: int) -> QSize:
    """The same shape, as large as is allowed; never less than one pixel."""
    factor = long_side / max(size.width(), size.height())
    return QSize(max(1, round(size.width() * factor)), max(1, round(size.height() * factor)))


def _plain(image: QImage) -> QImage:
    """Painted anew: what the file told of itself (place, camera, texts) does not go along."""
    plain = QImage(image.size(), QImage.Format.Format_ARGB32)
    if plain.isNull():
        raise PictureProblem(_DAMAGED)
    plain.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    alpha = plain.convertToFormat(QImage.Format.Format_Alpha8)
    if not any(alpha.constBits()):
        raise PictureProblem("Nothing can be seen in the picture.")
    return plain


def _as_png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())
