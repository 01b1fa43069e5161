"""Cells that change what a partner sees, to and from the fields of a button."""

from __future__ import annotations

from aac.files.obf.raw import Raw
from aac.model.partner import ForPartner, Shows

TEXT_LIMIT = 100
_SHOWS = {shows.value: shows for shows in Shows}


def read_for_partner(raw: object) -> tuple[ForPartner, set[str]] | None:
    """What the cell shows, and the field that it was read from."""
    if not isinstance(raw, dict):
        return None
    kind, text = raw.get("shows"), raw.get("text", "")
    if not isinstance(kind, str) or kind not in _SHOWS or not isinstance(text, str):
        return None
    text = "".join(sign for sign in text[:TEXT_LIMIT] if sign.isprintable())
    return ForPartner(_SHOWS[kind], text), {"ext_wren_partner"}


def partner_fields(action: ForPartner) -> Raw:
    """The fields that make the action be found again."""
    shown = {"shows": action.shows.value, "text": action.text}
    return {"action": ":ext_wren_partner", "ext_wren_partner": shown}
