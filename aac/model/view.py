"""What is: the work in hand, and all that is true on the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from aac.model.advice import Advice
from aac.model.board import Board, Cell
from aac.model.marks import Beat, Filling
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


class NoticeKind(StrEnum):
    """Plain sentences that the screen can show; the words are in ``model/words.py``."""

    SETTINGS_DAMAGED = "settings_damaged"
    SETTING_REPLACED = "setting_replaced"
    WORK_DAMAGED = "work_damaged"
    MEASURES_DAMAGED = "measures_damaged"
    BOARD_DAMAGED = "board_damaged"
    PAPER_OLD = "paper_old"
    PAPER_PAGES = "paper_pages"
    PICTURES_ELSEWHERE = "pictures_elsewhere"
    RESTARTED = "restarted"
    SAVE_FAILED = "save_failed"
    SAVED_AGAIN = "saved_again"
    VOICE_FAILED = "voice_failed"
    VOICE_SILENT = "voice_silent"
    VOICE_BACK = "voice_back"
    OUTPUT = "output"
    RECORDINGS = "recordings"
    BELL_FAILED = "bell_failed"
    BELL_READY = "bell_ready"
    BATTERY_LOW = "battery_low"
    POWER_LOST = "power_lost"
    POWER_BACK = "power_back"
    RELAY_FAILED = "relay_failed"
    SWITCH_SOURCE = "switch_source"
    SWITCH_HELD = "switch_held"
    KEPT_AS_DRAFT = "kept_as_draft"
    PHRASE_SAVED = "phrase_saved"
    CHOOSE_PHRASE = "choose_phrase"
    CHANGE_PHRASE = "change_phrase"
    PHRASE_CHANGED = "phrase_changed"
    PHRASE_LEFT = "phrase_left"
    PHRASE_GONE = "phrase_gone"
    PHRASE_WITH_GAPS = "phrase_with_gaps"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_SAY = "nothing_to_say"
    SPEED = "speed"
    SPEED_AS_SET = "speed_as_set"
    MADE_SLOWER = "made_slower"
    MADE_FASTER = "made_faster"
    TIRED = "tired"
    FRESH = "fresh"
    SLOW_DOWN = "slow_down"
    ADVICE = "advice"
    ADVICE_APPLIED = "advice_applied"
    MEASURES_FORGOTTEN = "measures_forgotten"
    VOLUME = "volume"
    SPEAK_MODE = "speak_mode"
    METHOD = "method"
    DWELL_TIME = "dwell_time"
    TOUCH_HOLD = "touch_hold"
    SWITCH_HELD_POINTING = "switch_held_pointing"
    PREDICTION_ON = "prediction_on"
    PREDICTION_OFF = "prediction_off"
    PHRASE_OFFER_ON = "phrase_offer_on"
    PHRASE_OFFER_OFF = "phrase_offer_off"
    OFFERS_UNUSED = "offers_unused"
    LETTERS_UNUSED = "letters_unused"
    WORD_REMOVED = "word_removed"
    NO_WORD = "no_word"
    WORDS_FORGOTTEN = "words_forgotten"
    LEARNED_DAMAGED = "learned_damaged"
    PLAIN_WORDS = "plain_words"
    PRIVATE_ON = "private_on"
    PRIVATE_OFF = "private_off"
    HISTORY_ERASED = "history_erased"
    CUES_SILENT = "cues_silent"
    CUES_BACK = "cues_back"
    THEME = "theme"
    UNMEASURED = "unmeasured"
    PLUGIN_FAILED = "plugin_failed"
    RECOVERED = "recovered"
    STAGE = "stage"
    PARTS = "parts"
    NIGHT_ON = "night_on"
    NIGHT_OFF = "night_off"
    SIMPLE_ON = "simple_on"
    SIMPLE_OFF = "simple_off"
    PARTNER = "partner"


@dataclass(frozen=True)
class Notice:
    """One sentence to show.  ``detail`` fills its gap: a number, a setting's key, a code."""

    kind: NoticeKind
    detail: str = ""


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
    shown large.  ``advice``: on the pages that show it.  On the settings page ``answers``: the
    cells that answer it, and ``measured``: what is known of the presses, name and value.
    ``panel``: what a page shows that measures.  ``unmeasured``: settings that wait for a check.
    ``open``: what may be shown to others; ``partner``: what they see.
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
