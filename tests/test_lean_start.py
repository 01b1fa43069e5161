"""What is not needed to scan is not loaded at the start: it would cost time and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LATER = ("hashlib", "urllib.request", "xml.etree.ElementTree", "serial", "sdl2", "pynput",
         "aac.printing", "aac.paper.sheets", "aac.files.imports.grid3", "aac.files.imports.snap",
         "aac.pictures.drawing", "aac.pictures.svg", "aac.files.fetch", "aac.cli",
         "aac.phone", "aac.ui.phone_card", "segno", "asyncio")  # fmt: skip
START = """
import sys
from pathlib import Path
import aac.app
from aac.model.settings import Settings
from aac.shelf import open_shelf
from aac.offering import open_predictor
settings = Settings()
open_shelf(Path(sys.argv[1]) / "boards", settings)
open_predictor(settings, Path(sys.argv[1]) / "learned")
print(*[name for name in sys.modules if name in sys.argv[2:]])
"""


def test_what_is_used_later_is_loaded_later(tmp_path: Path) -> None:
    (tmp_path / "boards").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", START, tmp_path, *LATER], capture_output=True, text=True, check=True
    )
    assert not done.stdout.split()


@pytest.mark.parametrize(
    ("load", "read"),
    [
        ("import PySide6.QtCore", "True"),  # as it is without us
        ("from aac.window import load_qt; load_qt()", "False"),
    ],
)
def test_pyside_does_not_read_all_sources(load: str, read: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"{load}\nimport aac.model.events, linecache\n"
         "print(any(name.endswith('events.py') for name in linecache.cache))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == read
