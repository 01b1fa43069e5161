"""Draw ``icon.png`` (256 pixels) from ``icon.svg``: ``python make_icon.py``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
SIDE = 256


def main() -> None:
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(HERE / "icon.svg")).render(painter)
    painter.end()
    image.save(str(HERE / "icon.png"))


if __name__ == "__main__":
    main()
