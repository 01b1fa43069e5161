"""The board as it is shown now: the person's own lists filled in, states named, cells hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aac.core.composing import shown_part
from aac.core.message import Message, shaped_like, split_word, starts_sentence
from aac.core.moment import Moment, home_board, is_private_board, list_entries
from aac.core.outward import hold_on_cell
from aac.core.supplementing import shown_for_partner
from aac.core.way_home import with_way_home
from aac.model.advice import RETESTS, Advice
from aac.model.board import Board, BoardKind, BoardSet, Cell, Do, Look, Nth, OpenBoard
from aac.model.commands import Command, ListKind
from aac.model.declared import Choice
from aac.model.guide_words import guide_text
from aac.model.language import translated
from aac.model.outward import Outward, Way
from aac.model.partner import ForPartner
from aac.model.parts import Part, SayParts
from aac.model.settings import BY_KEY, Settings
from aac.model.view import Page
from aac.model.voice_words import voice_text
from aac.model.words import screen_text

# Commands that only turn to a page.
ADVICE_ANSWERS = (Command.APPLY_ADVICE, Command.ADVICE_LATER, Command.ADVICE_NO)
# These cells show what they would change: "Speak: whole messages".
SHOWN_STATE: Mapping[Command, str] = {
    Command.SPEAK_MODE: "speak_mode",
    Command.METHOD: "scan_method",
    Command.THEME: "theme",
    Command.PREDICTION: "prediction_on",
    Command.PHRASE_OFFER: "phrase_offer",
    Command.NIGHT_VOICE: "night_voice",
    Command.RECORDINGS: "use_recordings",
}

OTHER_METHOD = "strip-other-method"


# These cells open a page in place of the board, or close it.
PAGE_OF: Mapping[Command, Page] = {
    Command.SETTINGS: Page.SETTINGS,
    Command.FIND_SPEED: Page.SPEED,
    Command.CHECK_SWITCH: Page.CHECK,
    Command.SHOW_BOARD: Page.BOARD,
    Command.CLOSE_PAGE: Page.BOARD,
    Command.WAKE: Page.BOARD,
    Command.ADVICE: Page.ADVICE,
    Command.PAGE_CHOICE: Page.BOARD,  # of a page that has gone by now
}


def shown_board(boards: BoardSet, moment: Moment) -> Board:
    """The board of this moment with its lists filled in."""
    board = boards.get(moment.work.board)
    grid = tuple(
        tuple(cell and _shown_cell(cell, boards, moment) for cell in row) for row in board.grid
    )
    home = home_board(boards, moment.settings)
    return with_way_home(replace(board, grid=grid), boards, home)


def word_cells(words: tuple[str | None, ...], moment: Moment) -> tuple[Cell | None, ...]:
    """The offered words as cells, written as they would stand in the message."""
    message = Message() if moment.starts_anew else moment.message
    before, prefix = split_word(message)
    at_start = starts_sentence(before)
    return tuple(
        None if word is None else _word_cell(n, shaped_like(word, prefix, at_start=at_start))
        for n, word in enumerate(words)
    )


def word_count(board: Board, settings: Settings) -> int:
    """How many words are offered on this board."""
    offers = board.kind is BoardKind.SPELLING and settings.prediction_on
    return settings.predictions if offers else 0


def letter_count(board: Board, settings: Settings) -> int:
    """How many likely letters are offered on this board."""
    offers = board.kind is BoardKind.SPELLING and settings.prediction_on
    return settings.likely_letters if offers else 0


def letters_matter(board: Board, settings: Settings) -> bool:
    """Whether it is of use to know which letters are likely."""
    skips = board.kind is BoardKind.SPELLING and settings.skip_rows
    return skips or letter_count(board, settings) > 0


def phrase_cell(phrase: str) -> Cell:
    """The cell that puts a whole phrase in the place of what is written of it."""
    return Cell("phrase", phrase, Nth(ListKind.WHOLE_PHRASE, 0), Look.PHRASE)


def page_cells(
    page: Page, advice: Advice | None = None, *, night: bool = False
) -> tuple[Cell, ...]:
    """The cells that a page other than a board brings along."""
    match page:
        case Page.ADVICE:
            return (*advice_cells(advice), _control("close", Command.CLOSE_PAGE))
        case Page.ALERT:
            ending = (_control("end_night", Command.NIGHT),) if night else ()
            return (
                _control("coming", Command.ANSWERED),
                _control("keep_ringing", Command.SHOW_BOARD),
                *ending,
            )
        case Page.EDITOR:
            return (_control("close", Command.CLOSE_PAGE),)
        case Page.SETTINGS:
            return (
                _control("close", Command.CLOSE_PAGE),
                _control("slower", Command.SLOWER),
                _control("faster", Command.FASTER),
            )
        case _:
            return ()


def shown_strip(strip: tuple[Cell, ...], settings: Settings) -> tuple[Cell, ...]:
    """The strip; at its end what holds a caller on the telephone (G81), and the way between switch
    and pointer for those who use both (G7)."""
    strip = (*strip, *hold_on_cell(settings))
    if not (settings.pointing or settings.pointer_method):
        return strip
    label = "use_switch" if settings.pointing else f"use_{settings.pointer_method}"
    return (*strip, Cell(OTHER_METHOD, screen_text(label), Do(Command.OTHER_METHOD), Look.CONTROL))


def wake_cell() -> Cell:
    """The one cell that a pointer can choose while it rests."""
    return _control("wake", Command.WAKE)


def advice_cells(advice: Advice | None) -> tuple[Cell, ...]:
    """The answers to advice."""
    if advice is None:
        return ()
    if advice.kind in RETESTS:
        label = guide_text("find_speed")
        first = Cell("page-find-speed", label, Do(Command.FIND_SPEED), Look.CONTROL)
    else:
        first = _control("apply" if advice.changes else "looked", Command.APPLY_ADVICE)
    return (
        first,
        _control("later", Command.ADVICE_LATER),
        _control("not_this", Command.ADVICE_NO),
    )


def page_board(cells: tuple[Cell, ...], board: Board) -> Board:
    """The cells of such a page as a board of one row, so that it is scanned like any other."""
    return replace(board, grid=(cells,), kind=BoardKind.PHRASES)


def wishes_question(show: bool) -> Cell:
    """The cell that asks the person whether a helper may show or hide that board (G56)."""
    return _control("wishes_show" if show else "wishes_hide", Command.CONFIRM)


def _word_cell(n: int, word: str) -> Cell:
    return Cell(f"word-{n + 1}", word, Nth(ListKind.WORD, n), Look.WORD)


def _control(key: str, command: Command) -> Cell:
    return Cell(f"page-{key}", screen_text(key), Do(command), Look.CONTROL)


def _shown_cell(cell: Cell, boards: BoardSet, moment: Moment) -> Cell:
    match cell.action:
        case Part() | SayParts():
            return shown_part(cell, moment.work)
        case Outward(Way.TELEPHONE):
            return replace(cell, label=f"{cell.label}: {_on_off(moment.settings.telephone)}")
        case ForPartner():
            return shown_for_partner(cell, cell.action, moment)
        case Nth(kind, n):
            entries = list_entries(kind, moment)
            if n >= len(entries):
                return replace(cell, hidden=True)
            return replace(cell, label=entries[n])
        case OpenBoard(board_id):
            if not moment.settings.wishes_board and is_private_board(board_id, boards):
                return replace(cell, hidden=True)
        case Do(command) if command in SHOWN_STATE:
            return replace(cell, label=f"{cell.label}: {_state(command, moment.settings)}")
        case Do(Command.SAY_AGAIN) if moment.halted:
            return replace(cell, label=voice_text("go_on"))
        case Do(Command.TIRED) if moment.settings.preset == "tired":
            return replace(cell, label=screen_text("i_am_fresh"))
        case Do(Command.SLOW_DOWN | Command.NOT_SLOWER) if not moment.slower_offered:
            return replace(cell, hidden=True)
        case Do(Command.CHANGE_PHRASE) if moment.work.choosing:
            return replace(cell, label=f"{cell.label}: {_on_off(True)}")
        case Do(Command.KEEP_CHANGE | Command.LEAVE_CHANGE) if not moment.work.changing:
            return replace(cell, hidden=True)
        case Do(Command.PRIVATE_MODE):
            return replace(cell, label=f"{cell.label}: {_on_off(moment.private)}")
    return cell


def _state(command: Command, settings: Settings) -> str:
    key = SHOWN_STATE[command]
    declared, value = BY_KEY[key], getattr(settings, key)
    return translated(declared.options[value]) if isinstance(declared, Choice) else _on_off(value)


def _on_off(value: bool) -> str:
    return screen_text("on" if value else "off")
