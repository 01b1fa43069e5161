"""Boards, cells and what a cell does.

A *board* is a page of *cells* in rows and columns; each cell has one *action*.  This is
the inner model: the Open Board Format on disk is read into it and written from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aac.model.partner import ForPartner
from aac.model.parts import Alarm, Part, SayParts


class Command(StrEnum):
    """What a cell can do besides speaking, typing and opening a board; the values are the names of
    actions in Open Board Format, without the leading colon."""

    SPACE = "space"
    SPEAK = "speak"
    CLEAR = "clear"
    DELETE_LETTER = "backspace"
    DELETE_WORD = "deleteword"
    HOME = "home"
    BACK = "back"
    HUSH = "hush"
    UNDO = "ext_wren_undo"
    CALL = "ext_wren_call"
    SAY_AGAIN = "ext_wren_say_again"
    SAVE_PHRASE = "ext_wren_save_phrase"
    CHANGE_PHRASE = "ext_wren_change_phrase"
    KEEP_CHANGE = "ext_wren_keep_change"
    LEAVE_CHANGE = "ext_wren_leave_change"
    KEEP_DRAFT = "ext_wren_keep_draft"
    CARET_LEFT = "ext_wren_caret_left"
    CARET_RIGHT = "ext_wren_caret_right"
    CARET_WORD_LEFT = "ext_wren_caret_word_left"
    CARET_WORD_RIGHT = "ext_wren_caret_word_right"
    CARET_END = "ext_wren_caret_end"
    SPEAK_MODE = "ext_wren_speak_mode"
    SLOWER = "ext_wren_slower"
    FASTER = "ext_wren_faster"
    LOUDER = "ext_wren_louder"
    SOFTER = "ext_wren_softer"
    REST = "ext_wren_rest"
    NIGHT = "ext_wren_night"
    PRIVATE_MODE = "ext_wren_private_mode"
    PREDICTION = "ext_wren_prediction"
    PHRASE_OFFER = "ext_wren_phrase_offer"
    RECORDINGS = "ext_wren_recordings"
    REMOVE_WORD = "ext_wren_remove_word"
    FORGET_WORDS = "ext_wren_forget_words"
    ERASE_HISTORY = "ext_wren_erase_history"
    SPELL = "ext_wren_spell"
    SPELL_SLOT = "ext_wren_spell_slot"
    UNDO_SPEED = "ext_wren_undo_speed"
    TIRED = "ext_wren_tired"
    SLOW_DOWN = "ext_wren_slow_down"
    NOT_SLOWER = "ext_wren_not_slower"
    ADVICE = "ext_wren_advice"
    APPLY_ADVICE = "ext_wren_apply_advice"
    ADVICE_LATER = "ext_wren_advice_later"
    ADVICE_NO = "ext_wren_advice_no"
    FORGET_MEASURES = "ext_wren_forget_measures"
    METHOD = "ext_wren_method"
    OTHER_METHOD = "ext_wren_other_method"
    WAKE = "ext_wren_wake"
    THEME = "ext_wren_theme"
    SETTINGS = "ext_wren_settings"
    FIND_SPEED = "ext_wren_find_speed"
    CHECK_SWITCH = "ext_wren_check_switch"
    QUIT = "ext_wren_quit"
    ANSWERED = "ext_wren_answered"
    CONFIRM = "ext_wren_confirm"
    CLOSE_PAGE = "ext_wren_close_page"
    PAGE_CHOICE = "ext_wren_page_choice"
    SHOW_BOARD = "ext_wren_show_board"
    CLEAR_PARTS = "ext_wren_clear_parts"


class ListKind(StrEnum):
    """Lists of the person's own; the n-th entry fills the cell.  Two are offered beside a board."""

    WORD = "word"
    HISTORY = "history"
    DRAFT = "draft"
    PHRASE = "phrase"
    PERSON = "person"
    WHOLE_PHRASE = "whole_phrase"


@dataclass(frozen=True, slots=True)
class AddText:
    """Add these letters, digits or signs to the message."""

    text: str


@dataclass(frozen=True, slots=True)
class SayPhrase:
    """Speak a whole phrase at once, leaving the message being written alone."""

    text: str


@dataclass(frozen=True, slots=True)
class OpenBoard:
    board_id: str


@dataclass(frozen=True, slots=True)
class Do:
    command: Command


@dataclass(frozen=True, slots=True)
class Template:
    """A phrase with ``{slots}``; ``lists`` names a board for each slot, ``""`` means spell it."""

    text: str
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """Fill the open slot of a template with this text."""

    text: str


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th entry (from 0) of a list of the person's own."""

    kind: ListKind
    n: int


Action = (
    AddText | SayPhrase | OpenBoard | Do | Template | Fill | Alarm | Nth | Part | SayParts
    | ForPartner
)  # fmt: skip


class Look(StrEnum):
    """What a cell is for, so that the screen can draw it (never by colour alone)."""

    LETTER = "letter"
    WORD = "word"
    PHRASE = "phrase"
    LINK = "link"
    CONTROL = "control"
    EMERGENCY = "emergency"
    STRIP = "strip"


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on a board.

    ``confirm``: ask once before acting (guidance G25).  ``returns``: after acting, go back to
    the board before.  ``at_once``: its phrase is always spoken, never put in the message (G49).
    ``opens``: a board opened after acting.  ``symbol``: a sign drawn beside the label.
    ``colour``: the board author's own background as ``#rrggbb``, or ``""`` for the theme's;
    ``border`` likewise.  ``picture``, ``sound``: the SHA-256 of the bytes of its picture and of
    the recording that is played for it, in hexadecimal, or ``""``; of a symbol that comes with
    Wren its name (``symbol-openmoji-…``).  ``width``, ``height``: in places; those it covers beside
    its own are empty in the grid.  ``extra``: fields of the file that Wren does not use.
    """

    id: str
    label: str
    action: Action
    look: Look = Look.PHRASE
    hidden: bool = False
    confirm: bool = False
    returns: bool = False
    at_once: bool = False
    opens: str = ""
    symbol: str = ""
    colour: str = ""
    border: str = ""
    picture: str = ""
    sound: str = ""
    width: int = 1
    height: int = 1
    extra: Mapping[str, object] = field(default_factory=dict, compare=False)


class BoardKind(StrEnum):
    SPELLING = "spelling"
    PHRASES = "phrases"


@dataclass(frozen=True)
class Board:
    """A page of cells.

    ``grid``: rows of cells, each row as long as the board is wide; ``None`` is an empty
    place.  ``private``: nothing chosen here is kept, learned or offered (guidance G56).
    """

    id: str
    name: str
    grid: tuple[tuple[Cell | None, ...], ...]
    kind: BoardKind = BoardKind.PHRASES
    locale: str = "en"
    private: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def rows(self) -> int:
        return len(self.grid)

    @property
    def columns(self) -> int:
        return len(self.grid[0]) if self.grid else 0

    def cells(self) -> Iterator[Cell]:
        """Every cell, hidden ones too, in reading order."""
        return (cell for row in self.grid for cell in row if cell is not None)

    def cell(self, cell_id: str) -> Cell | None:
        return next((cell for cell in self.cells() if cell.id == cell_id), None)


@dataclass(frozen=True)
class BoardSet:
    """All boards by id, and where to start.

    ``home``, ``spelling``: what Home and "Spell" open; ``strip``: the cells on every screen (G40).
    ``near``: in a library of thousands, where boards are read when asked for, those read already.
    """

    boards: Mapping[str, Board]
    home: str
    spelling: str = ""
    strip: tuple[Cell, ...] = ()
    near: Mapping[str, Board] | None = None

    def looked_through(self) -> Iterable[Board]:
        """The boards that may be looked through one after the other at any time."""
        return (self.boards if self.near is None else self.near).values()

    def get(self, board_id: str) -> Board:
        """The board of this id, or the home board where there is none such."""
        return self.boards.get(board_id) or self.boards[self.home]
