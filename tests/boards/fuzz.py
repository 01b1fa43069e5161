"""Spoils good board files as real damage and malice do; the same seed spoils the same way."""

from __future__ import annotations

import io
import json
import random
import zipfile
from copy import deepcopy
from typing import Any

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**9, 10**400, 1.5, float("nan"), "", " ", "x" * 5000, "\x00",
    "\ud800", "../../etc/passwd", "/abs", "C:\\x", "rgb(1,2", "+", ":", ":say()", "&&", "data:,",
    "data:;base64,", "https://127.0.0.1:47123/x", [], [[]], {}, {"id": []}, [None, 7, "a"],
)  # fmt: skip


def spoiled(good: bytes, seed: int) -> bytes:
    """The file with something wrong in it: its bytes, its JSON, or a member of its zip."""
    chance = random.Random(seed)
    if good.startswith(b"PK") and chance.random() < 0.7:
        return _spoiled_zip(good, chance)
    if not good.startswith(b"PK") and chance.random() < 0.7:
        return _spoiled_json(good, chance)
    return _spoiled_bytes(good, chance)


def _spoiled_bytes(good: bytes, chance: random.Random) -> bytes:
    content = bytearray(good)
    for _ in range(chance.choice((1, 1, 3, 20))):
        at = chance.randrange(len(content) + 1)
        match chance.randrange(5):
            case 0:
                content[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del content[at : at + chance.randrange(1, 200)]
            case 2:
                content[at:at] = chance.randbytes(chance.randrange(1, 50))
            case 3:
                content[at:at] = content[at : at + chance.randrange(1, 500)]
            case _:
                del content[max(at, 1) :]
    return bytes(content)


def _spoiled_json(good: bytes, chance: random.Random) -> bytes:
    try:
        raw = json.loads(good)
    except ValueError:
        return _spoiled_bytes(good, chance)
    for _ in range(chance.choice((1, 2, 5, 30))):
        _spoil_value(raw, chance)
    text = json.dumps(raw, ensure_ascii=chance.random() < 0.5)
    return text.encode(chance.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16")), "surrogatepass")


def _spoil_value(raw: Any, chance: random.Random) -> None:
    """Somewhere in it."""
    holder = raw
    for _ in range(chance.randrange(1, 7)):
        inner = [one for one in (holder.values() if isinstance(holder, dict) else holder)
                 if isinstance(one, dict | list) and one]  # fmt: skip
        if not inner:
            break
        holder = chance.choice(inner)
    if isinstance(holder, dict) and holder:
        key = chance.choice(list(holder))
        match chance.randrange(4):
            case 0:
                del holder[key]
            case 1:
                holder[chance.choice(("id", "label", "load_board", "grid", "data", "path"))] = (
                    deepcopy(chance.choice(ODD))
                )
            case _:
                holder[key] = deepcopy(chance.choice(ODD))
    elif isinstance(holder, list) and holder:
        at = chance.randrange(len(holder))
        match chance.randrange(4):
            case 0:
                del holder[at]
            case 1:
                holder.insert(at, deepcopy(holder[chance.randrange(len(holder))]))
            case _:
                holder[at] = deepcopy(chance.choice(ODD))


def _spoiled_zip(good: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 4))):
        name = chance.choice(list(members))
        match chance.randrange(5):
            case 0 if len(members) > 1:
                del members[name]
            case 1:
                members[chance.choice(("../x.obf", "/x", "x/" * 99, name.upper(), "a\\b.obf"))] = (
                    members[name]
                )
            case 2:
                members[name] = _spoiled_bytes(members[name] or b"x", chance)
            case _:
                members[name] = _spoiled_json(members[name] or b"x", chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()
