"""The boards of the partner's side: first letters and topics, and how the person likes to talk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import plan
from page import Button, Row, board, button


class Words(Protocol):
    """What is needed of a language."""

    words: dict[str, Any]

    @property
    def locale(self) -> str: ...

    def row(self, tokens: str) -> Row: ...


def partner(language: Words) -> Iterable[Button]:
    """First letters below a row of topics (guidance G58, G59), and the card (G66)."""
    words = language.words["partner"]
    rows = [_row(language, row) for row in words["rows"]]
    yield board(language.locale, "first-letters", words["first-letters"], rows)
    rows = [_row(language, row) for row in plan.HOW_I_TALK]
    yield board(language.locale, "how-i-talk", words["how-i-talk"], rows)
    for board_id, plan_rows in (("phone", plan.PHONE), ("phone-pair", plan.PHONE_PAIR)):
        rows = [_row(language, row) for row in plan_rows]
        yield board(language.locale, board_id, words[board_id], rows)


def _row(language: Words, tokens: str) -> Row:
    made: Row = []
    for token in tokens.split():
        made += [_shown(language, token)] if ":" in token else language.row(token)
    return made


def _shown(language: Words, token: str) -> Button:
    """A cell that others see: ``letter:a``, ``topic:1``, ``own_topic:1``, ``card:talk_look``."""
    words = language.words["partner"]
    shows, _, which = token.partition(":")
    cell_id, text = f"{shows.replace('_', '-')}-{which}", which
    match shows:
        case "letter":
            cell_id, label = f"first-{which}", which.upper()
            text = label
        case "topic":
            label = text = words["topics"][int(which) - 1]
        case "own_topic":
            label = words["own"].format(n=which)
        case "remark" | "afresh":
            label, text = words["remarks"][which]
        case _:
            label = words["labels"].get(shows) or words["labels"][which]
            text = which if shows == "card" else ""
    found = button(cell_id, label, ":ext_wren_partner")
    look = {"letter": "letter", "topic": "word", "own_topic": "word"}.get(shows, "control")
    return {**found, "ext_wren_look": look, "ext_wren_partner": {"shows": shows, "text": text}}
