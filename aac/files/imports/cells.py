"""One cell of an imported page: its label, what it does and what it shows."""

from __future__ import annotations

from collections.abc import Mapping

from aac.files.imports.deeds import Deeds, acting
from aac.files.imports.draft import Page
from aac.files.obf.actions import LABEL_LIMIT, clean
from aac.files.obf.colours import parse, to_hex
from aac.files.obf.looks import usual_look
from aac.files.obf.raw import Raw
from aac.model.board import Action, Cell, Do, SayPhrase

_ID_LIMIT = 200  # signs; what tells two equal ids apart comes on top
NOTHING = "A cell has no words and does nothing that Wren has; it is kept, but hidden."


def make_cell(
    page: Page,
    cell_id: str,
    shown: object,
    deeds: Deeds,
    *,
    named: Mapping[str, str] | None = None,
    size: tuple[int, int] = (1, 1),
    colour: str = "",
    border: str = "",
    hidden: bool = False,
    media: Raw | None = None,
    extra: Raw | None = None,
) -> Cell:
    """``named``: what else the cell can be called after -> the name.  ``size``: columns, rows."""
    media = media or {}
    label = clean(shown)
    if isinstance(shown, str) and len(shown) > LABEL_LIMIT:
        page.notes.mend("A label is too long to be shown whole.", deeds.where)
    done = acting(deeds, label)
    nameless = not label.strip() and not media.get("picture")
    if nameless and (name := _other_name({**(named or {}), **_name_of(done.action)}, deeds)):
        label = name
        done = acting(deeds, label)
    nothing = not label.strip() and not deeds.any()
    if nothing and not hidden:
        page.notes.lose(NOTHING, deeds.where)
    if not label.strip() and isinstance(done.action, SayPhrase):
        label = done.action.text[:LABEL_LIMIT]
    ids: Raw = {key: value for key, value in media.items() if key in ("image_id", "sound_id")}
    return Cell(
        id=clean(cell_id, _ID_LIMIT) or "cell",
        label=label,
        action=done.action,
        look=usual_look(done.action),
        hidden=hidden or nothing,
        returns=done.returns,
        opens=done.opens,
        colour=colour,
        border=border,
        picture=str(media.get("picture", "")),
        sound=str(media.get("sound", "")),
        width=max(size[0], 1),
        height=max(size[1], 1),
        extra={**(extra or {}), **ids},
    )


def _name_of(action: Action) -> dict[str, str]:
    """What a command is called, where the cell has no words and no picture."""
    if not isinstance(action, Do):
        return {}
    return {"what it does": action.command.name.replace("_", " ").capitalize()}


def _other_name(named: Mapping[str, str], deeds: Deeds) -> str:
    for what, name in named.items():
        if name := clean(name).strip():
            deeds.notes.mend(f"A cell without words is named after {what}.", deeds.where)
            return name
    return ""


def colour_of(written: object) -> str:
    """``#rrggbb`` of a colour as web pages write it, "" where it is none or is not seen."""
    found = parse(written)
    return to_hex(found) if found else ""


def rgb_of(number: object) -> str:
    """``#rrggbb`` of a whole number with the parts in its lowest 24 bits."""
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) >= 2**32:
        return ""
    return f"#{number & 0xFFFFFF:06x}"


def argb_of(number: object) -> str:
    """``#rrggbb`` of a signed 32-bit number with alpha in front; no alpha at all counts as full."""
    if not isinstance(number, int) or isinstance(number, bool) or abs(number) >= 2**32:
        return ""
    alpha = number >> 24 & 0xFF
    return colour_of(f"#{number & 0xFFFFFF:06x}{alpha or 255:02x}")
