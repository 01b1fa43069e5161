"""Boards that gather phrases of several categories, and the page that makes one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import plan
from page import Button, Row, board, button, in_rows


@dataclass(frozen=True)
class Phrase:
    """``symbol``: the English word by which a picture for it is found."""

    id: str
    category: str
    text: str
    flags: frozenset[str]
    symbol: str = ""


class Words(Protocol):
    """What is asked of a language here; `make_boards.Language` is one."""

    @property
    def words(self) -> Mapping[str, Any]: ...
    @property
    def phrases(self) -> Sequence[Phrase]: ...
    @property
    def locale(self) -> str: ...
    def cell(self, token: str) -> Button: ...
    def row(self, tokens: str) -> Row: ...
    def phrase(self, phrase: Phrase, short: bool = False) -> Button: ...


def mixed_row(language: Words, row: str, short: bool = False) -> Row:
    """A row of phrases by their ids and of other cells by their tokens."""
    phrases = {phrase.id: phrase for phrase in language.phrases}
    return [
        language.phrase(phrases[token], short)
        if token in phrases
        else None
        if token == plan.EMPTY
        else language.cell(token)
        for token in row.split()
    ]


def leading(cell: Button, opens: str) -> Button:
    """The cell that also leads on to a board after it has spoken."""
    link = {"id": opens, "path": f"{opens}.obf"}
    return {**cell, "load_board": link, "ext_wren_speak": True, "ext_wren_symbol": "›"}


def chosen(language: Words) -> Iterable[Button]:
    """The boards of chosen phrases: repair, simple, yes and no."""
    for board_id, rows in plan.CHOSEN.items():
        made: list[Row] = []
        for row in rows:
            cells = mixed_row(language, row, board_id in plan.CHOSEN_SHORT)
            opens = (plan.CHOSEN_OPENS.get((board_id, token)) for token in row.split())
            made.append(
                [
                    leading(cell, target) if cell and target else cell
                    for cell, target in zip(cells, opens, strict=True)
                ]
            )
        yield board(language.locale, board_id, language.words["boards"][board_id], made)


def added(language: Words) -> Iterable[Button]:
    """Boards of phrases that the table does not have: questions, greetings."""
    for board_id, made in language.words["added"].items():
        cells = []
        for phrase_id, text in made["phrases"].items():
            flags = frozenset("T") if "{" in text else frozenset[str]()
            cells.append(language.phrase(Phrase(phrase_id, made["name"], text, flags)))
        rows = [*in_rows(cells, plan.COLUMNS), *map(language.row, plan.CATEGORY_TAIL)]
        yield board(language.locale, board_id, made["name"], rows)


def pain(language: Words) -> Iterable[Button]:
    """The page that makes one sentence, and the list of where it hurts (guidance G54)."""
    names = language.words["boards"]
    rows = [mixed_row(language, row) for row in plan.PAIN_ROWS]
    yield board(language.locale, "pain", names["pain"], rows)
    where = language.words["lists"]["list-body-part"]["entries"]
    cells = [
        {**part_cell("where", n, entry), "ext_wren_returns": True}
        for n, entry in enumerate(where, 1)
    ]
    rows = [*in_rows(cells, plan.COLUMNS), language.row("spell back home open-repair")]
    yield board(language.locale, "pain-where", names["pain-where"], rows)


def part(language: Words, token: str) -> Button:
    """A part of the sentence on the page of pain: ``part:slot:n``."""
    _, slot, n = token.split(":")
    return part_cell(slot, int(n), language.words["pain"][slot][int(n) - 1])


def part_cell(slot: str, n: int, entry: str | list[str]) -> Button:
    """``entry``: what is said, or the label, what is said with other parts, and alone."""
    label, text, alone = (entry, entry, "") if isinstance(entry, str) else entry
    found = button(f"{slot}-{n}", label, ":ext_wren_part")
    return {**found, "ext_wren_part": {"slot": slot, "text": text, "alone": alone}}


def sentence(language: Words) -> Button:
    """The cell that says the sentence of the parts."""
    words = language.words["pain"]["sentence"]
    found = button("say-parts", words["bare"], ":ext_wren_say_parts")
    return {**found, "ext_wren_sentence": {**words, "order": list(plan.PAIN_ORDER)}}
