"""Colours as board files write them, to and from ``#rrggbb``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

WHITE: Final = (255, 255, 255)

# The names met in real boards: the sixteen of HTML and the commonest of the others.
NAMES: Final = {
    "aqua": "00ffff", "black": "000000", "blue": "0000ff", "brown": "a52a2a",
    "coral": "ff7f50", "crimson": "dc143c", "cyan": "00ffff", "fuchsia": "ff00ff",
    "gold": "ffd700", "gray": "808080", "green": "008000", "grey": "808080",
    "indigo": "4b0082", "ivory": "fffff0", "khaki": "f0e68c", "lavender": "e6e6fa",
    "lightblue": "add8e6", "lightgray": "d3d3d3", "lightgreen": "90ee90",
    "lightgrey": "d3d3d3", "lightpink": "ffb6c1", "lightyellow": "ffffe0",
    "lime": "00ff00", "magenta": "ff00ff", "maroon": "800000", "navy": "000080",
    "olive": "808000", "orange": "ffa500", "orchid": "da70d6", "pink": "ffc0cb",
    "plum": "dda0dd", "purple": "800080", "red": "ff0000", "salmon": "fa8072",
    "silver": "c0c0c0", "skyblue": "87ceeb", "tan": "d2b48c", "teal": "008080",
    "tomato": "ff6347", "turquoise": "40e0d0", "violet": "ee82ee", "wheat": "f5deb3",
    "white": "ffffff", "yellow": "ffff00",
}  # fmt: skip

_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.ASCII)
_PART = r"\s*([0-9]{1,9}(?:\.[0-9]{1,9})?%?)\s*"
_RGB = re.compile(rf"rgba?\s*\({_PART},{_PART},{_PART}(?:,\s*([0-9]*\.?[0-9]{{1,9}}%?)\s*)?\)")

Rgba = tuple[int, int, int, float]


def parse(text: object) -> Rgba | None:
    """Red, green, blue of 0 to 255 and alpha of 0 to 1; ``None`` where it is no colour."""
    if not isinstance(text, str) or len(text) > 100:
        return None
    return _parsed(text.strip().lower())


@lru_cache(maxsize=2048)  # a package has hundreds of thousands of cells and a dozen colours
def _parsed(text: str) -> Rgba | None:
    if found := _RGB.fullmatch(text):
        red, green, blue = (_part(part, 255) for part in found.groups()[:3])
        alpha = _part(found[4], 1.0) if found[4] else 1.0
        return round(red), round(green), round(blue), alpha
    text = NAMES.get(text, text)
    if found := _HEX.fullmatch(text):
        digits = found[1]
        if len(digits) < 6:
            digits = "".join(digit * 2 for digit in digits)
        red, green, blue, opaque = bytes.fromhex((digits + "ff")[:8])
        return red, green, blue, round(opaque / 255, 3)
    return None


def _part(text: str, whole: float) -> float:
    value = float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)
    return min(value, whole)


@lru_cache(maxsize=2048)
def to_hex(colour: Rgba) -> str:
    """``#rrggbb``; a see-through colour is blended with white, and "" if nothing of it is seen."""
    *parts, alpha = colour
    if alpha <= 0:
        return ""
    blended = (
        round(alpha * part + (1 - alpha) * white) for part, white in zip(parts, WHITE, strict=True)
    )
    return "#" + bytes(blended).hex()


def to_rgb(colour: Rgba) -> str:
    """The form that the Open Board Format asks for."""
    red, green, blue, alpha = colour
    if alpha < 1:
        return f"rgba({red}, {green}, {blue}, {alpha:g})"
    return f"rgb({red}, {green}, {blue})"
