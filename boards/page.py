"""Boards and buttons in the Open Board Format, and their files as text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from plan import HOME, STRIP

FORMAT = "open-board-0.1"
LICENCE = {"type": "GPL-3.0-or-later"}

Button = dict[str, Any]
Row = list[Button | None]


def button(cell_id: str, label: str, action: str = "", says: str = "", opens: str = "") -> Button:
    found: Button = {"id": cell_id, "label": label}
    if says and says != label:
        found["vocalization"] = says
    if action:
        found |= {"action": action, "actions": [action]}
    if opens:
        found["load_board"] = {"id": opens, "path": f"{opens}.obf"}
    return found


def in_rows(cells: Sequence[Button], columns: int) -> list[Row]:
    return [list(cells[start : start + columns]) for start in range(0, len(cells), columns)]


def board(
    locale: str,
    board_id: str,
    name: str,
    rows: Sequence[Row],
    kind: str = "phrases",
    private: bool = False,
) -> Button:
    width = max(len(row) for row in rows)
    full = [[*row, *[None] * (width - len(row))] for row in rows]
    return {
        "format": FORMAT,
        "id": board_id,
        "locale": locale,
        "name": name,
        "license": LICENCE,
        "ext_wren_kind": kind,
        **({"ext_wren_private": True} if private else {}),
        "buttons": [cell for row in full for cell in row if cell],
        "images": [],
        "sounds": [],
        "grid": {
            "rows": len(full),
            "columns": width,
            "order": [[cell["id"] if cell else None for cell in row] for row in full],
        },
    }


def manifest(boards: Sequence[Button]) -> Button:
    paths = {str(made["id"]): f"{made['id']}.obf" for made in boards}
    return {
        "format": FORMAT,
        "root": paths[HOME],
        "ext_wren_home": HOME,
        "ext_wren_spelling": HOME,
        "ext_wren_strip": STRIP,
        "paths": {"boards": paths, "images": {}, "sounds": {}},
    }


def as_text(made: Button) -> str:
    """JSON with one button, picture, row or field a line: so that changes can be read."""
    lines = []
    for key, value in made.items():
        if key == "buttons" or (key == "images" and value):
            inner = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in value)
            lines.append(f' "{key}": [\n  {inner}\n ]')
        elif key == "grid":
            inner = ",\n   ".join(json.dumps(row, ensure_ascii=False) for row in value["order"])
            size = f'"rows": {value["rows"]}, "columns": {value["columns"]}'
            lines.append(f' "grid": {{{size}, "order": [\n   {inner}\n ]}}')
        else:
            indent = 1 if key == "paths" else None
            text = json.dumps(value, ensure_ascii=False, indent=indent).replace("\n", "\n ")
            lines.append(f" {json.dumps(key)}: {text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
