"""Small files of other programs, made here, so that tests need none that is not ours."""

from __future__ import annotations

import json
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from struct import pack

from aac.files.notes import Reading
from aac.model.board import Board, Cell


def png(shade: int = 0, side: int = 2) -> bytes:
    """A whole grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    lines = (b"\0" + bytes([shade]) * side) * side
    parts = [chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(lines)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


WAV = (
    b"RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\x08\0\0\0"
    + (b"\0" * 8)
)

# ------------------------------------------------------------------------------ Grid 3


def command(name: str, **parameters: str) -> str:
    inside = "".join(f'<Parameter Key="{key}">{text}</Parameter>'
                     for key, text in parameters.items())  # fmt: skip
    return f'<Command ID="{name}">{inside}</Command>'


def grid_cell(attributes: str = "", caption: str = "", commands: str = "", more: str = "") -> str:
    shown = f"<Caption>{caption}</Caption>" if caption else ""
    image = more if more.startswith("<Image>") else ""
    rest = "" if image else more
    return (
        f"<Cell {attributes}><Content><Commands>{commands}</Commands>"
        f"<CaptionAndImage>{shown}{image}</CaptionAndImage>{rest}</Content></Cell>"
    )


def words(*items: str) -> str:
    inside = "".join(f"<WordListItem><Text><p><s><r>{item}</r></s></p></Text></WordListItem>"
                     for item in items)  # fmt: skip
    return f"<WordList><Items>{inside}</Items></WordList>"


def page(cells: str, columns: int = 3, rows: int = 2, more: str = "") -> str:
    return (
        f"<Grid><ColumnDefinitions>{'<ColumnDefinition/>' * columns}</ColumnDefinitions>"
        f"<RowDefinitions>{'<RowDefinition/>' * rows}</RowDefinitions>{more}"
        f"<Cells>{cells}</Cells></Grid>"
    )


def gridset(
    path: Path,
    pages: Mapping[str, str],
    start: str = "Home",
    styles: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> Path:
    settings = (
        f"<GridSetSettings><StartGrid>{start}</StartGrid><Language>en-GB</Language>"
        "</GridSetSettings>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Settings0/settings.xml", settings)
        archive.writestr(
            "Settings0/Styles/styles.xml", f"<StyleData><Styles>{styles}</Styles></StyleData>"
        )
        for name, text in pages.items():
            archive.writestr(f"Grids/{name}/grid.xml", text)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return path


# ------------------------------------------------------------------------------ databases


def database(path: Path, tables: Mapping[str, Sequence[Mapping[str, object]]]) -> Path:
    """Tables with the columns that their rows have."""
    base = sqlite3.connect(path)
    for name, rows in tables.items():
        columns = list(dict.fromkeys(key for row in rows for key in row)) or ["Id"]
        base.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        for row in rows:
            marks = ", ".join("?" * len(row))
            base.execute(
                f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", list(row.values())
            )
    base.commit()
    base.close()
    return path


def snap(path: Path, buttons: Sequence[Mapping[str, object]], **about: object) -> Path:
    """One page of 3 by 2 places.  Of a button: Label, Message, at ("x,y"), and other columns."""
    placed: list[dict[str, object]] = []
    held: list[dict[str, object]] = []
    for n, button in enumerate(buttons, start=1):
        rest = {key: value for key, value in button.items() if key not in ("at", "span", "seen")}
        held.append({"Id": n, "ElementReferenceId": n, **rest})
        placed.append(
            {
                "ElementReferenceId": n,
                "GridPosition": button.get("at", "0,0"),
                "GridSpan": button.get("span", "1,1"),
                "Visible": button.get("seen", 1),
                "PageLayoutId": button.get("layout", 2),
            }
        )
        rest.pop("layout", None)
        held[-1].pop("layout", None)
    tables: dict[str, Sequence[Mapping[str, object]]] = {
        "Page": [
            {"Id": 1, "UniqueId": "one", "Title": "Home", "Language": None},
            {"Id": 2, "UniqueId": "two", "Title": "Food", "Language": None},
        ],
        "PageSetProperties": [
            {
                "DefaultHomePageUniqueId": "one",
                "GridDimension": "3,2",
                "Language": "en_US",
                "DashboardUniqueId": "none",
            }
        ],
        "PageLayout": [
            {"Id": 1, "PageLayoutSetting": "3,2,True,0", "PageId": 1},
            {"Id": 2, "PageLayoutSetting": "3,2,False,0", "PageId": 1},
            {"Id": 3, "PageLayoutSetting": "9,9,False,0", "PageId": 1},
        ],
        "Button": held,
        "ElementReference": [
            {"Id": n, "PageId": 1, "BackgroundColor": -65536} for n in range(1, len(held) + 1)
        ],
        "ElementPlacement": placed,
    }
    for name, rows in about.items():
        assert isinstance(rows, list)
        tables[name] = rows
    return database(path, tables)


def touchchat(path: Path, **changed: Sequence[Mapping[str, object]]) -> Path:
    """Two pages; the first has a word, a link and a set of buttons."""
    tables: dict[str, Sequence[Mapping[str, object]]] = {
        "resources": [
            {"id": 1, "rid": "{P1}", "name": "Home", "type": 7},
            {"id": 2, "rid": "{P2}", "name": "Food", "type": 7},
            {"id": 3, "rid": "{B1}", "name": "hello", "type": 4},
            {"id": 4, "rid": "{B2}", "name": "go", "type": 4},
            {"id": 5, "rid": "{S1}", "name": "set", "type": 5},
            {"id": 6, "rid": "{B3}", "name": "in set", "type": 4},
        ],
        "pages": [{"id": 1, "resource_id": 2}, {"id": 2, "resource_id": 1}],
        "special_pages": [{"name": "HOME", "page_id": 2}],
        "buttons": [
            {"id": 1, "resource_id": 3, "label": "hello", "message": "Hello!", "visible": 1,
             "button_style_id": 1, "symbol_link_id": 1},
            {"id": 2, "resource_id": 4, "label": "go", "message": "go", "visible": 0,
             "button_style_id": 1, "symbol_link_id": None},
            {"id": 3, "resource_id": 6, "label": "of a set", "message": "of a set", "visible": 1,
             "button_style_id": 1, "symbol_link_id": None},
        ],
        "button_styles": [{"id": 1, "body_color": 0x00FF00, "border_color": 0x0000FF}],
        "button_boxes": [{"id": 1, "layout_x": 3, "layout_y": 2}],
        "button_box_instances": [{"page_id": 2, "button_box_id": 1}],
        "button_box_cells": [
            {"button_box_id": 1, "resource_id": 3, "location": 0, "span_x": 2, "span_y": 1},
            {"button_box_id": 1, "resource_id": 4, "location": 4, "span_x": 1, "span_y": 1},
            {"button_box_id": 1, "resource_id": 5, "location": 5, "span_x": 1, "span_y": 1},
        ],
        "button_sets": [{"id": 7, "resource_id": 5}],
        "button_set_modifiers": [{"button_set_id": 7, "button_id": 3, "modifier": 0}],
        "actions": [{"id": 1, "resource_id": 4, "rank": 0, "code": 8}],
        "action_data": [{"action_id": 1, "key": 0, "value": "{P2}"}],
        "symbol_links": [{"id": 1, "rid": "own-picture"}],
    }  # fmt: skip
    tables.update(changed)
    folder = path.parent
    base = database(folder / "made.c4v", tables)
    images = database(
        folder / "made.c4s", {"symbols": [{"id": 1, "rid": "own-picture", "data": png(7)}]}
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(base, "Vocabulary.c4v")
        archive.write(images, "Images.c4s")
    base.unlink()
    images.unlink()
    return path


# ------------------------------------------------------------------------------ JSON


def grd(path: Path, elements: Sequence[object], **about: object) -> Path:
    grids = [
        {"id": "g1", "label": {"en": "Home", "de": "Start"}, "rowCount": 2, "minColumnCount": 3,
         "gridElements": list(elements)},
        {"id": "g2", "label": {"en": "Food"}, "rowCount": 1, "gridElements": []},
    ]  # fmt: skip
    raw = {"grids": grids, "metadata": {"homeGridId": "g1", **about}}
    path.write_text(json.dumps(raw), encoding="utf-8-sig")
    return path


def element(label: object, *actions: Mapping[str, object], **fields: object) -> dict[str, object]:
    whole = {"id": str(label), "label": label, "x": 0, "y": 0, "width": 1, "height": 1}
    return {**whole, "type": "ELEMENT_TYPE_NORMAL", "actions": list(actions), **fields}


def cells(reading: Reading, board: int = 0) -> list[Cell]:
    return list(reading.boards[board].cells())


def only(reading: Reading) -> Cell:
    (cell,) = cells(reading)
    return cell


def said(notes: Iterable[object]) -> str:
    return "\n".join(str(note) for note in notes)


def shape(board: Board) -> object:
    """All of a board that Wren knows: two boards of one shape are the same to a person."""
    return (
        board.id, board.name, board.kind, board.locale, board.private,
        [[_cell_shape(cell) if cell else None for cell in row] for row in board.grid],
    )  # fmt: skip


def _cell_shape(cell: Cell) -> object:
    return (
        cell.id, cell.label, cell.action, cell.look, cell.hidden, cell.returns, cell.opens,
        cell.colour, cell.border, cell.picture, cell.sound, cell.width, cell.height,
    )  # fmt: skip
