"""The three colour themes, and how contrast is measured (guidance G69, G70).

Colour never tells anything alone: each look has its own shape or sign, and each state its own
frame (`cell_painter`).  All pairs below are held to WCAG by ``tests/ui/test_theme.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

from aac.model.board import Look


@dataclass(frozen=True)
class Paint:
    """Colours of one surface, as ``#rrggbb``: its fill, the text on it, the line around it."""

    fill: str
    text: str
    edge: str


@dataclass(frozen=True)
class Theme:
    """All colours of the window.

    ``quiet``: text that matters less.  ``looks``: cells as they are at rest.  ``strip``: the
    cells of the strip by place: Yes, No, Call, Undo.  ``dim``: every cell while the scan rests.
    ``group``: the cells of the group being scanned.  ``lit``: the light.  ``accepting``: the
    light while a press is judged.  ``parts``: cells that switches 1 to 4 keep.  ``asking``: a cell
    that wants a second press.  ``ground``: behind pictures, which are often black lines.
    """

    window: str
    text: str
    quiet: str
    field: Paint
    looks: Mapping[Look, Paint]
    strip: tuple[Paint, ...]
    dim: Paint
    group: Paint
    lit: Paint
    accepting: Paint
    parts: tuple[Paint, ...]
    asking: Paint
    notice: Paint
    alert: Paint
    ground: str

    def resting(self, look: Look, place: int) -> Paint:
        """The colours of a cell that is not lit; ``place`` counts within its row."""
        if look is Look.STRIP:
            return self.strip[place % len(self.strip)]
        return self.looks[look]

    def cells(self) -> Iterator[Paint]:
        """Every way in which a cell is drawn that is not lit."""
        yield from self.looks.values()
        yield from self.strip
        yield self.dim
        yield self.group
        yield from self.parts


DARK = Theme(
    window="#0b0f14",
    text="#f6f7f9",
    quiet="#b3bdc9",
    field=Paint("#141a22", "#f6f7f9", "#6b7888"),
    looks={
        Look.LETTER: Paint("#1a222c", "#ffffff", "#5f6d7e"),
        Look.WORD: Paint("#102c36", "#e8fbff", "#4f93a8"),
        Look.PHRASE: Paint("#1a2436", "#ffffff", "#6075a6"),
        Look.LINK: Paint("#272040", "#f4f0ff", "#8b7dc4"),
        Look.CONTROL: Paint("#0b0f14", "#e9edf2", "#76838f"),
        Look.EMERGENCY: Paint("#3d1d0c", "#fff0e2", "#ef8a4a"),
        Look.STRIP: Paint("#20262e", "#ffffff", "#98a4b3"),
    },
    strip=(
        Paint("#0d3553", "#ffffff", "#63b3ee"),
        Paint("#45210d", "#ffffff", "#ee8a50"),
        Paint("#47153a", "#ffffff", "#e37fc0"),
        Paint("#262c35", "#ffffff", "#98a4b3"),
    ),
    dim=Paint("#0b0f14", "#aeb8c4", "#5f6d7e"),
    group=Paint("#28323e", "#ffffff", "#ffcf5c"),
    lit=Paint("#ffcf5c", "#10141a", "#ff9a1f"),
    accepting=Paint("#ffffff", "#10141a", "#ffcf5c"),
    parts=(
        Paint("#10253a", "#ffffff", "#79bdf2"),
        Paint("#33230a", "#ffffff", "#f2a33c"),
        Paint("#11301d", "#ffffff", "#6fd48c"),
        Paint("#351330", "#ffffff", "#ee8fd6"),
    ),
    asking=Paint("#a9dcff", "#0b1520", "#ffffff"),
    notice=Paint("#1b3146", "#ffffff", "#7db4e6"),
    alert=Paint("#ffcf5c", "#000000", "#000000"),
    ground="#e6eaef",
)

LIGHT = Theme(
    window="#eceef1",
    text="#0d1218",
    quiet="#3c4651",
    field=Paint("#ffffff", "#0d1218", "#6d7884"),
    looks={
        Look.LETTER: Paint("#ffffff", "#0a0f15", "#75808d"),
        Look.WORD: Paint("#def0f5", "#0a1a20", "#37788c"),
        Look.PHRASE: Paint("#f6f8ff", "#0a0f15", "#5f74a8"),
        Look.LINK: Paint("#ece6fb", "#150c2e", "#7462b4"),
        Look.CONTROL: Paint("#eceef1", "#0d1218", "#65707d"),
        Look.EMERGENCY: Paint("#ffeedd", "#2b1200", "#b25205"),
        Look.STRIP: Paint("#e2e6eb", "#0d1218", "#65707d"),
    },
    strip=(
        Paint("#d5e8fa", "#04192b", "#1c6bad"),
        Paint("#fbe1d3", "#2b1000", "#b4480b"),
        Paint("#f6dceb", "#2b0a1f", "#a23b78"),
        Paint("#dfe3e8", "#0d1218", "#65707d"),
    ),
    dim=Paint("#eceef1", "#3c4651", "#75808d"),
    group=Paint("#d6e4f7", "#0a0f15", "#0b3f86"),
    lit=Paint("#0b3f86", "#ffffff", "#041f47"),
    accepting=Paint("#000000", "#ffffff", "#0b3f86"),
    parts=(
        Paint("#dcebfa", "#08131f", "#1463a8"),
        Paint("#fdebcf", "#201300", "#8f5200"),
        Paint("#dcf2e1", "#06180c", "#196b34"),
        Paint("#f8def1", "#1f0719", "#97267c"),
    ),
    asking=Paint("#5a1f78", "#ffffff", "#2c0b3f"),
    notice=Paint("#d9e8f8", "#06192b", "#2a6db0"),
    alert=Paint("#ffd873", "#000000", "#000000"),
    ground="#ffffff",
)

YELLOW = Theme(
    window="#000000",
    text="#ffe900",
    quiet="#d6c400",
    field=Paint("#000000", "#ffe900", "#a89a00"),
    looks={
        Look.LETTER: Paint("#0c0b00", "#ffe900", "#7d7200"),
        Look.WORD: Paint("#0c0b00", "#ffe900", "#a89a00"),
        Look.PHRASE: Paint("#0c0b00", "#ffe900", "#7d7200"),
        Look.LINK: Paint("#17140a", "#ffe900", "#a89a00"),
        Look.CONTROL: Paint("#000000", "#ffe900", "#a89a00"),
        Look.EMERGENCY: Paint("#2a1600", "#ffee33", "#ffb000"),
        Look.STRIP: Paint("#171500", "#ffe900", "#cabb00"),
    },
    strip=(
        Paint("#001a30", "#ffe900", "#6cc0ff"),
        Paint("#2a1200", "#ffe900", "#ff9a5c"),
        Paint("#2c0022", "#ffe900", "#ff8fd6"),
        Paint("#171500", "#ffe900", "#cabb00"),
    ),
    dim=Paint("#000000", "#bcae00", "#7d7200"),
    group=Paint("#2b2700", "#fff27a", "#ffe900"),
    lit=Paint("#ffe900", "#000000", "#ffffff"),
    accepting=Paint("#ffffff", "#000000", "#ffe900"),
    parts=(
        Paint("#00182e", "#ffe900", "#6cc0ff"),
        Paint("#2c1500", "#ffe900", "#ff9a3c"),
        Paint("#00240c", "#ffe900", "#5fe08a"),
        Paint("#2c0024", "#ffe900", "#ff8fe0"),
    ),
    asking=Paint("#ffb000", "#000000", "#ffffff"),
    notice=Paint("#2b2700", "#ffee33", "#ffe900"),
    alert=Paint("#ffe900", "#000000", "#000000"),
    ground="#fff8c2",
)

THEMES: Mapping[str, Theme] = {"dark": DARK, "light": LIGHT, "yellow": YELLOW}


@lru_cache(maxsize=256)
def colour(code: str) -> QColor:
    """The colour of ``#rrggbb``, made once."""
    return QColor(code)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours after WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(code: str) -> float:
    parts = (int(code[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
