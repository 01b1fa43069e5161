"""Make the boards of one language: ``python boards/make_boards.py [FOLDER]``.

Reads ``phrases.csv`` and ``words.json`` in the folder (``boards/en`` where none is given) and
writes the boards there as ``.obf`` files with ``manifest.json``.  Everything in words comes from
those two files, so another language is two more files; the symbols of all languages stand in
``symbols.csv``.  Standard library only.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import plan
from gathered import Phrase, added, chosen, leading, mixed_row, pain, part, sentence
from page import Button, Row, as_text, board, button, in_rows, manifest
from partner import partner
from pictured import pictured, read_symbols


@dataclass(frozen=True)
class Language:
    """The words of one language, and the buttons made of them."""

    words: dict[str, Any]
    phrases: tuple[Phrase, ...]

    @property
    def locale(self) -> str:
        return str(self.words["locale"])

    def cell(self, token: str) -> Button:
        """A cell that is no phrase of the table: a letter, a part, or one of the plan's tables."""
        if token.startswith("part:"):
            return part(self, token)
        if token == "say-parts":
            return sentence(self)
        if token == plan.PLEASE_WAIT[0]:
            said = next(one for one in self.phrases if one.id == plan.PLEASE_WAIT[1])
            found = button(token, self.words["cells"][token], says=said.text)
            return {**found, "ext_wren_at_once": True}
        if token in plan.OPENS:
            found = button(token, self.words["cells"][token], opens=plan.OPENS[token])
        elif token in plan.DOES:
            found = button(token, self.words["cells"][token], f":{plan.DOES[token]}")
        else:
            upper = token.upper() if len(token.upper()) == 1 else token  # there is no capital ß
            return button(f"letter-{token}", upper, f"+{token}")
        if token in plan.SYMBOLS:
            found["ext_wren_symbol"] = plan.SYMBOLS[token]
        if token in plan.CONFIRMED:
            found["ext_wren_confirm"] = True
        if token == "space":
            found["ext_wren_look"] = "letter"
        return found

    def row(self, tokens: str) -> Row:
        return [None if token == plan.EMPTY else self.cell(token) for token in tokens.split()]

    def phrase(self, phrase: Phrase, short: bool = False) -> Button:
        """The cell of a phrase, as its flags want it."""
        text = self.words["templates"].get(phrase.id, phrase.text)
        label = self.words["short"].get(phrase.id, text) if short else phrase.text
        if "E" in phrase.flags:
            found = button(phrase.id, label, ":ext_wren_alarm", text)
            return {**found, "ext_wren_sound": phrase.id, "ext_wren_symbol": "!"}
        if "T" in phrase.flags:
            gaps = re.sub(r"\{.*?\}", "…", label).replace("….", "…")
            found = button(phrase.id, gaps, ":ext_wren_template")
            lists = self.words["slots"][phrase.id]
            return {**found, "ext_wren_template": {"text": text, "lists": lists}}
        found = button(phrase.id, label, says=text)
        return {**found, "ext_wren_at_once": True} if phrase.id in plan.AT_ONCE else found


def alphabets(language: Language) -> Iterable[Button]:
    for board_id, alphabet in language.words["alphabets"].items():
        rows = [language.row(row) for row in alphabet["rows"]]
        yield board(language.locale, board_id, alphabet["name"], rows, "spelling")


def digits(language: Language) -> Button:
    """Digits and signs.  What ends a word or a sentence goes back to the letters by itself;
    what stands in numbers and addresses does not."""
    said = language.words["digits"]

    def cell(token: str) -> Button | None:
        if token == plan.EMPTY:
            return None
        if len(token) > 1:
            return language.cell(token)
        kind = "digit" if token.isdigit() else "sign"
        name = token if token.isdigit() else f"{ord(token):x}"
        found = button(f"{kind}-{name}", token, f"+{token}")
        return found if token in said["stay"] else {**found, "ext_wren_returns": True}

    rows = [[cell(token) for token in row.split()] for row in said["rows"]]
    return board(language.locale, "digits", said["name"], rows, "spelling")


def quick(language: Language) -> Button:
    """The first quick board: the phrases flagged Q1 to Q20, four rows of five."""
    places: dict[int, Button] = {}
    for phrase in language.phrases:
        for flag in phrase.flags:
            if flag.startswith("Q"):
                found = language.phrase(phrase, short=True)
                if opens := plan.QUICK_OPENS.get(phrase.id):
                    found = leading(found, opens)
                places[int(flag[1:])] = found
    rows = in_rows([places[n] for n in sorted(places)], 5)
    rows += map(language.row, plan.QUICK_TAIL)
    return board(language.locale, "quick", language.words["boards"]["quick"], rows)


def categories(language: Language) -> Iterable[Button]:
    for letter, name in category_names(language).items():
        cells = {
            phrase.id: language.phrase(phrase)
            for phrase in language.phrases
            if phrase.id[0] == letter
        }
        rows = in_rows(list(cells.values()), plan.COLUMNS)
        private = letter == plan.WISHES
        if private:
            rows = [mixed_row(language, row) for row in plan.WISHES_ROWS]
            wishes = (cell for row in rows for cell in row if cell and cell["id"] in cells)
            for cell in wishes:
                cell["ext_wren_confirm"] = True
        rows += map(language.row, plan.OTHER_TAILS.get(letter, plan.CATEGORY_TAIL))
        yield board(language.locale, f"category-{letter.lower()}", name, rows, private=private)


def category_names(language: Language) -> dict[str, str]:
    return {phrase.id[0]: re.sub(r"\s*\(.*\)", "", phrase.category) for phrase in language.phrases}


def all_boards(language: Language) -> Button:
    short = language.words["categories"]
    cells: list[Button] = []
    for letter, name in category_names(language).items():
        opens = f"category-{letter.lower()}"
        cells.append(button(f"open-{opens}", short.get(letter, name), opens=opens))
    cells += [cell for cell in language.row(plan.ALL_BOARDS_TAIL) if cell]
    return board(
        language.locale, "all-boards", language.words["boards"]["all-boards"], in_rows(cells, 5)
    )


def letter_boards(language: Language) -> Button:
    cells: list[Button] = [
        button(f"open-{board_id}", alphabet["name"], opens=board_id)
        for board_id, alphabet in language.words["alphabets"].items()
    ]
    cells += [cell for cell in language.row("back home open-repair") if cell]
    name = language.words["boards"]["letter-boards"]
    return board(language.locale, "letter-boards", name, in_rows(cells, plan.COLUMNS))


def pages(language: Language) -> Iterable[Button]:
    for board_id, rows in plan.PAGES.items():
        name = language.words["boards"][board_id]
        yield board(language.locale, board_id, name, [language.row(row) for row in rows])


def own_lists(language: Language) -> Iterable[Button]:
    for board_id, (kind, count, tail) in plan.OWN.items():
        label = language.words["cells"][f"{kind}-n"]
        cells = [
            button(f"{kind}-{n}", label.format(n=n), f":ext_wren_{kind}({n})")
            for n in range(1, count + 1)
        ]
        rows = [*in_rows(cells, plan.COLUMNS), *map(language.row, tail)]
        yield board(language.locale, board_id, language.words["boards"][board_id], rows)


def slot_lists(language: Language) -> Iterable[Button]:
    for board_id, entries in language.words["lists"].items():
        cells = [
            button(f"fill-{n}", entry, ":ext_wren_fill")
            for n, entry in enumerate(entries["entries"], 1)
        ]
        rows = [*in_rows(cells, plan.COLUMNS), language.row(plan.LIST_TAIL)]
        yield board(language.locale, board_id, entries["name"], rows)


def strip(language: Language) -> Button:
    words = language.words
    cells = [
        button(token, words["cells"][token], says=words["says"][token])
        for token in ("strip-yes", "strip-no")
    ]
    cells += [cell for cell in language.row("strip-call strip-undo") if cell]
    row: Row = [{**cell, "ext_wren_look": "strip"} for cell in cells]
    return board(language.locale, plan.STRIP, words["boards"]["strip"], [row])


def all_of(language: Language) -> list[Button]:
    return [
        *alphabets(language),
        digits(language),
        quick(language),
        all_boards(language),
        *categories(language),
        *slot_lists(language),
        *own_lists(language),
        *chosen(language),
        *added(language),
        *pain(language),
        *pages(language),
        *partner(language),
        letter_boards(language),
        strip(language),
    ]


def read_language(folder: Path) -> Language:
    words = json.loads((folder / "words.json").read_text("utf-8"))
    with (folder / "phrases.csv").open(encoding="utf-8", newline="") as file:
        phrases = tuple(
            Phrase(
                row["id"],
                row["category"],
                row["phrase"],
                frozenset(row["flags"].split()),
                row["symbol"],
            )
            for row in csv.DictReader(file)
        )
    return Language(words, phrases)


def made_files(folder: Path) -> dict[str, str]:
    """File name -> text, for the language whose words stand in ``folder``."""
    boards = list(pictured(all_of(read_language(folder)), read_symbols()))
    files = {f"{made['id']}.obf": as_text(made) for made in boards}
    return {**files, "manifest.json": as_text(manifest(boards))}


def main() -> None:
    here = Path(__file__).parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "en"
    files = made_files(folder)
    for old in folder.glob("*.obf"):
        if old.name not in files:
            old.unlink()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
