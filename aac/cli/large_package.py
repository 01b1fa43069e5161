"""A package of thousands of boards for measuring, written as another program would: by `json`."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

ROWS, COLUMNS = 5, 8
LINKS = 8  # of each board's cells so many lead to other boards
START = "page-0"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write_large_package(
    path: Path, boards: int, done: Callable[[int], None] = lambda n: None
) -> None:
    """``boards`` pages of 40 cells, each leading to eight others; the start page is `START`."""
    paths = {f"page-{n}": f"boards/page-{n}.obf" for n in range(boards)}
    manifest = {
        "format": "open-board-0.1",
        "root": paths[START],
        "paths": {"boards": paths, "images": {}, "sounds": {}},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("manifest.json", json.dumps(manifest))
        for n in range(boards):
            package.writestr(paths[f"page-{n}"], json.dumps(_page(n, boards)))
            done(n + 1)


def link_of(n: int, which: int, boards: int) -> int:
    """The page that cell ``which`` of page ``n`` leads to: spread over the whole package."""
    return (n * LINKS + which + 1) % boards


def _page(n: int, boards: int) -> dict[str, object]:
    buttons = [_button(n, which, boards) for which in range(ROWS * COLUMNS)]
    ids = [str(button["id"]) for button in buttons]
    order = [ids[start : start + COLUMNS] for start in range(0, len(ids), COLUMNS)]
    return {
        "format": "open-board-0.1",
        "id": f"page-{n}",
        "locale": "en",
        "name": f"Page {n}",
        "buttons": buttons,
        "images": [],
        "sounds": [],
        "grid": {"rows": ROWS, "columns": COLUMNS, "order": order},
    }


def _button(n: int, which: int, boards: int) -> dict[str, object]:
    button: dict[str, object] = {
        "id": f"c{which}",
        "label": f"{_word(n * 7 + which)} {_word(which)}",
        "background_color": f"rgb({(n + which * 6) % 256}, {which * 5 % 256}, 200)",
        "border_color": "rgb(0, 0, 0)",
    }
    if which < LINKS:
        target = link_of(n, which, boards)
        button["load_board"] = {"id": f"page-{target}", "path": f"boards/page-{target}.obf"}
    else:
        button["vocalization"] = f"I would like {_word(n + which)}, please."
    return button


def _word(n: int) -> str:
    return "".join(_LETTERS[(n // 26**place + place * 3) % 26] for place in range(5))
