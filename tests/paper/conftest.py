"""Fonts and boards for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from aac.files.paths import assets_folder
from aac.model.settings import Settings
from aac.paper.frame import Press
from aac.paper.pdf import font_family, widths_of
from aac.paper.sheets import Shelf
from aac.printing import shelf_of
from aac.shelf import open_shelf

FONTS = assets_folder() / "fonts"


def shipped(settings: Settings | None = None) -> Shelf:
    """What a new profile prints from."""
    settings = settings or Settings()
    return shelf_of(open_shelf(Path("no folder"), settings).boards, settings, ())


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return shipped()


@pytest.fixture(scope="session")
def family(qapp: object) -> str:
    return font_family(FONTS)


@pytest.fixture(params=["a4", "letter"])
def press(request: pytest.FixtureRequest, family: str) -> Press:
    return Press(request.param, "2026-11-23", "1.2", widths_of(family))
