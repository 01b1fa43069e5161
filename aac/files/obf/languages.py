"""A board in the language that was chosen, where its file has a translation.

The file's own words stay in the cells' ``extra`` under `OWN_WORDS`, in memory only, so that a
translated board can be written back: what was changed meanwhile goes into the translation.
Two forms are read: ``translations`` of a button (the format author's programs write it) and
``strings`` of a board (the text of the format).  A key of ``strings`` may begin with a colon and is
no action for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.files.obf.actions import LABEL_LIMIT, SPOKEN_LIMIT, clean
from aac.files.obf.raw import Raw
from aac.model.board import Board, Cell, Fill, SayPhrase

OWN_WORDS = "ext_wren_own_words"
_OWN_LOCALE = "ext_wren_own_locale"


def in_language(board: Board, language: str) -> Board:
    """The board with labels and spoken texts in ``language`` (“de”, “pt-BR”), as far as its file
    has them; the same board where it has none or is in that language already."""
    if _same(board.locale, language):
        return board
    strings = _mapping(_best(board.extra.get("strings"), language))
    grid = tuple(
        tuple(_translated(cell, strings, language) if cell else None for cell in row)
        for row in board.grid
    )
    if all(new is old for row, was in zip(grid, board.grid, strict=True)
           for new, old in zip(row, was, strict=True)):  # fmt: skip
        return board
    extra = {**board.extra, _OWN_LOCALE: board.locale}
    name = clean(strings.get(board.name)) or board.name
    return replace(board, name=name, grid=grid, locale=language, extra=extra)


def in_own_language(board: Board) -> Board:
    """The board as its file has it, with what was changed in a translation kept there."""
    if _OWN_LOCALE not in board.extra:
        return board
    extra = dict(board.extra)
    locale = str(extra.pop(_OWN_LOCALE))
    strings = _mapping(_best(extra.get("strings"), board.locale))
    names = {clean(shown): own for own, shown in strings.items() if isinstance(shown, str)}
    grid = tuple(
        tuple(_untranslated(cell, board.locale) if cell else None for cell in row)
        for row in board.grid
    )
    return replace(
        board, name=names.get(board.name, board.name), grid=grid, locale=locale, extra=extra
    )


def languages_of(board: Board) -> tuple[str, ...]:
    """Every language that the board can be shown in, its own first."""
    found = [board.locale, *_mapping(board.extra.get("strings"))]
    for cell in board.cells():
        found += _mapping(cell.extra.get("translations"))
    return tuple(dict.fromkeys(found))


def _translated(cell: Cell, strings: Mapping[str, object], language: str) -> Cell:
    said = _spoken(cell)
    mine = _mapping(_best(cell.extra.get("translations"), language))
    label = clean(mine.get("label")) or clean(strings.get(cell.label)) or cell.label
    spoken = clean(mine.get("vocalization"), SPOKEN_LIMIT) or clean(strings.get(said), SPOKEN_LIMIT)
    if not spoken:
        spoken = label if said == cell.label else said
    if (label, spoken) == (cell.label, said):
        return cell
    words = {"label": cell.label, "spoken": said, "shown": label[:LABEL_LIMIT], "said": spoken}
    return _with_words(cell, label[:LABEL_LIMIT], spoken, {**cell.extra, OWN_WORDS: words})


def _untranslated(cell: Cell, language: str) -> Cell:
    words = _mapping(cell.extra.get(OWN_WORDS))
    if not words:
        return cell
    extra = {key: value for key, value in cell.extra.items() if key != OWN_WORDS}
    changed: Raw = {}
    if cell.label != words["shown"]:
        changed["label"] = cell.label
    if _spoken(cell) != words["said"]:
        changed["vocalization"] = _spoken(cell)
    if changed:
        all_of_them = dict(_mapping(extra.get("translations")))
        all_of_them[language] = {**_mapping(_best(all_of_them, language)), **changed}
        extra["translations"] = all_of_them
    return _with_words(cell, str(words["label"]), str(words["spoken"]), extra)


def _with_words(cell: Cell, label: str, spoken: str, extra: Raw) -> Cell:
    action = cell.action
    if isinstance(action, SayPhrase | Fill):
        action = replace(action, text=spoken)
    return replace(cell, label=label, action=action, extra=extra)


def _spoken(cell: Cell) -> str:
    return cell.action.text if isinstance(cell.action, SayPhrase | Fill) else cell.label


def _best(raw: object, language: str) -> object:
    """The entry of exactly this language, else of its first part, else of a relative of it."""
    entries = _mapping(raw)
    wanted = _plain(language)
    by_name = {_plain(name): value for name, value in reversed(entries.items())}
    if wanted in by_name:
        return by_name[wanted]
    first = wanted.split("-")[0]
    if first in by_name:
        return by_name[first]
    return next((value for name, value in by_name.items() if name.split("-")[0] == first), None)


def _same(locale: str, language: str) -> bool:
    """Whether a board says it is in that language; “en” is every English there is."""
    own, wanted = _plain(locale), _plain(language)
    return own == wanted or own == wanted.split("-")[0] or wanted == own.split("-")[0]


def _plain(language: str) -> str:
    return language.replace("_", "-").lower()


def _mapping(raw: object) -> dict[str, object]:
    return raw if isinstance(raw, dict) else {}
