"""What is: the work in hand, and all that is true on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from aac.model.advice import Advice
from aac.model.board import Board, Cell
from aac.model.marks import Beat, Filling
from aac.model.notice import Notice
from aac.model.panel import Panel
from aac.model.partner import Open, PartnerView, PhoneReplied
from aac.model.roles import Role
from aac.model.settings import Settings


@dataclass(frozen=True)
class OfferUse:
    """How often offers were useful and were taken, since the last advice: numbers only (G37)."""

    selections: int = 0
    words_useful: int = 0
    words_taken: int = 0
    letters_useful: int = 0
    letters_taken: int = 0


@dataclass(frozen=True)
class Work:
    """What the person would mind losing.  Undo is a list of former ``Work``s.

    ``caret``: characters of ``text`` before the caret.  ``finished``: the message was spoken as a
    whole, so the next letter begins a new one.  ``unrecorded``: the message is a wish about care
    that is being spelled, so it is neither kept nor learned.  ``withheld``: nobody may read it
    along, as it may hold something private.  ``word_chosen``: the last thing written is an offered
    word with the space that came along.  ``trail``: boards to go back through.  ``template``,
    ``filled``: a phrase with slots being filled.  ``history``: last messages, newest first.
    ``wishes``: those drafts and phrases that hold a wish about care, so that saying them keeps
    nothing.  ``parts``: see `model.parts`.  ``choosing``, ``changing``: see `core.rewording`.
    ``topic``, ``initials``, ``remark``: shown to a partner, see `core.supplementing`.  ``use`` is
    counted, not done: undo leaves it alone.
    """

    text: str = ""
    caret: int = 0
    finished: bool = False
    unrecorded: bool = False
    withheld: bool = False
    word_chosen: bool = False
    board: str = ""
    trail: tuple[str, ...] = ()
    template: str = ""
    lists: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    choosing: bool = False
    changing: tuple[str, ...] = ()
    topic: str = ""
    initials: str = ""
    remark: str = ""
    use: OfferUse = OfferUse()


class Phase(StrEnum):
    """What the scan is doing, in words for the screen."""

    SCANNING = "scanning"
    MEASURING = "measuring"  # nothing is lit; a press is waited for
    READY = "ready"  # waits for a press that starts the scan
    RESTING = "resting"  # dimmed; a press only wakes
    SPEAKING = "speaking"  # the scan waits for the voice
    HELD = "held"  # a switch is held down; the scan has stopped
    POINTING = "pointing"  # nothing is scanned: a pointer or a finger chooses


class Page(StrEnum):
    """What fills the window above the strip."""

    BOARD = "board"
    SETTINGS = "settings"
    EDITOR = "editor"
    ADVICE = "advice"
    ALERT = "alert"
    NIGHT = "night"
    WELCOME = "welcome"  # the first offer
    SPEED = "speed"  # calibration
    CHECK = "check"  # switch check


@dataclass(frozen=True)
class Alert:
    """A call for help that is sounding: shown full screen until somebody answers."""

    text: str
    emergency: bool


@dataclass(frozen=True)
class View:
    """All that is true on the screen now.  The window is a function of this value.

    ``words``: the slots of the prediction row, left to right, ``None`` where empty; ``()`` where
    this screen has no such row.  ``letters``: the row of likely letters, in the same way; SPEAK
    may stand among them.  ``phrase``: a whole phrase that fits what is written, scanned as the
    last of the words.  ``page_cells``: cells of the page that stand beside the board (on the
    alert page, on the settings page).  ``strip``: always there.  ``lit``: ids of the lit cells.
    ``group``: ids of the cells of the group being scanned, empty at the top.  ``back_lit``: the
    Back mark at the end of ``group`` is lit.  ``light_hidden``: what is lit is said, and not to be
    shown.  ``counted``: ids of the cells that the last press was counted for, until it moves again.
    ``beat``: the time of the lit item, for a beat to press with.  ``accepting``: a press is being
    judged, the light stands still.  ``asking``: the cell that asks "press again"; it may be one
    that is not on the board.  ``filling``: the cell being dwelt on or held.  ``wake``: the only
    cell that a pointer can choose while it rests.  ``spoken``: what is being said aloud, to be
    shown large; ``word``: its part that is heard now.  ``advice``: on the pages that show it.
    On the settings page ``answers``: the cells that answer it, and ``measured``: what is known of
    the presses, name and value.  ``panel``: what a page shows that measures.  ``unmeasured``:
    settings that wait for a check.  ``open``: may be shown to others; ``partner``: what they see.
    """

    board: Board
    strip: tuple[Cell, ...] = ()
    words: tuple[Cell | None, ...] = ()
    letters: tuple[Cell | None, ...] = ()
    phrase: Cell | None = None
    page: Page = Page.BOARD
    page_cells: tuple[Cell, ...] = ()
    lit: frozenset[str] = frozenset()
    group: frozenset[str] = frozenset()
    back_lit: bool = False
    light_hidden: bool = False
    counted: frozenset[str] = frozenset()
    beat: Beat | None = None
    accepting: bool = False
    asking: Cell | None = None
    filling: Filling | None = None
    wake: Cell | None = None
    parts: tuple[frozenset[str], ...] = ()
    roles: tuple[Role, ...] = ()
    message: str = ""
    caret: int = 0
    finished: bool = False
    panel: Panel | None = None
    unmeasured: frozenset[str] = frozenset()
    spoken: str = ""
    word: tuple[int, int] | None = None
    phase: Phase = Phase.READY
    alert: Alert | None = None
    notice: Notice | None = None
    private: bool = False
    advice: Advice | None = None
    answers: tuple[Cell, ...] = ()
    measured: tuple[tuple[str, str], ...] = ()
    open: Open = Open()
    partner: PartnerView = PartnerView()
    replies: tuple[PhoneReplied, ...] = ()
    settings: Settings = field(default_factory=Settings)
