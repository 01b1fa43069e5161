"""Views to show in tests and pictures, made by hand."""

from __future__ import annotations

from dataclasses import replace

from aac.core.scan_choice import tree_of
from aac.core.scan_tree import Group, Offered, cell_ids
from aac.model.advice import Advice, AdviceKind
from aac.model.board import AddText, Board, BoardKind, Cell, Do, Look, Nth, OpenBoard, SayPhrase
from aac.model.commands import Command, ListKind
from aac.model.notice import Notice, NoticeKind
from aac.model.panel import TARGET, Panel
from aac.model.parts import Alarm
from aac.model.roles import ROLES, Role
from aac.model.settings import Settings
from aac.model.view import Alert, Page, Phase, View

STRIP = (
    Cell("strip-yes", "Yes", SayPhrase("Yes."), Look.STRIP),
    Cell("strip-no", "No", SayPhrase("No."), Look.STRIP),
    Cell("strip-call", "Call", Do(Command.CALL), Look.STRIP),
    Cell("strip-undo", "Undo", Do(Command.UNDO), Look.STRIP),
)
CLOSE = Cell("page-close", "Close", Do(Command.CLOSE_PAGE), Look.CONTROL)
SETTINGS_CELLS = (
    CLOSE,
    Cell("page-slower", "Slower", Do(Command.SLOWER), Look.CONTROL),
    Cell("page-faster", "Faster", Do(Command.FASTER), Look.CONTROL),
)
ANSWERS = (
    Cell("page-coming", "I’m coming", Do(Command.ANSWERED), Look.CONTROL),
    Cell("page-ringing", "Keep ringing, show my board", Do(Command.SHOW_BOARD), Look.CONTROL),
)
WINDOWED = Settings(full_screen=False)


def letter(text: str) -> Cell:
    return Cell(f"letter-{text}", text, AddText(text.lower()), Look.LETTER)


def control(label: str, command: Command) -> Cell:
    return Cell(command.value, label, Do(command), Look.CONTROL)


def phrase(label: str, **more: object) -> Cell:
    return replace(Cell(label, label, SayPhrase(label), Look.PHRASE), **more)  # type: ignore[arg-type]


def link(label: str) -> Cell:
    return Cell(label, label, OpenBoard("quick"), Look.LINK)


def spelling_board() -> Board:
    rows = ["EANLF", "TOSDGB", "IRCYVX", "HUWKQ", "MPJZ"]
    grid = [[letter(sign) for sign in row] for row in rows]
    grid[0].insert(0, control("Space", Command.SPACE))
    grid[3].append(control("Delete", Command.DELETE_LETTER))
    grid[4] += [link("123 . ?"), control("Speak", Command.SPEAK)]
    last = [
        control("Delete word", Command.DELETE_WORD),
        link("Quick"),
        link("All boards"),
        link("Edit"),
        control("Say again", Command.SAY_AGAIN),
        link("Tools"),
    ]
    rows_of_cells = tuple(tuple(row) for row in [*grid, last])
    return Board("letters", "Letters", rows_of_cells, BoardKind.SPELLING)


def quick_board() -> Board:
    grid: tuple[tuple[Cell | None, ...], ...] = (
        (
            Cell("breathe", "Can’t breathe", Alarm("B01", "I can’t breathe well. Help me now."),
                 Look.EMERGENCY),
            phrase("Suction", colour="#3388cc"),
            phrase("Mask"),
            link("Pain"),
            phrase("Stop"),
        ),
        (link("Move me"), phrase("Toilet"), phrase("My switch moved"), None, phrase("Tired")),
        (
            phrase("Wait, I am typing"),
            phrase("Not what I meant"),
            phrase("Yes or no questions"),
            link("I will spell it"),
            phrase("Hidden", hidden=True),
        ),
        (
            phrase("I want to say something"),
            phrase("A question"),
            phrase("Wipe my mouth"),
            phrase("Thank you"),
            phrase("I love you"),
        ),
        (
            link("Spell"),
            link("All boards"),
            control("Clear all", Command.CLEAR),
            link("Tools"),
            control("Back", Command.BACK),
        ),
    )  # fmt: skip
    return Board("quick", "Quick", grid)


def words(*texts: str | None) -> tuple[Cell | None, ...]:
    return tuple(
        None if text is None else Cell(f"word-{n}", text, Nth(ListKind.WORD, n), Look.WORD)
        for n, text in enumerate(texts)
    )


def likely(*signs: str | None) -> tuple[Cell | None, ...]:
    """Likely letters; "Space" and "Speak" are the commands."""
    commands = {"Space": Command.SPACE, "Speak": Command.SPEAK}
    return tuple(
        None
        if sign is None
        else Cell(f"likely-{n}", sign, Do(commands[sign]), Look.CONTROL)
        if sign in commands
        else Cell(f"likely-{n}", sign, AddText(sign.lower()), Look.WORD)
        for n, sign in enumerate(signs)
    )


def whole_phrase(text: str) -> Cell:
    return Cell("phrase", text, Nth(ListKind.WHOLE_PHRASE, 0), Look.PHRASE)


def spelling(**more: object) -> View:
    """The letters, with words and letters offered and a message begun."""
    view = View(
        spelling_board(),
        strip=STRIP,
        words=words("water", "was", "want", None, "wait", "warm"),
        letters=likely("T", "N", "Space", "R", "Speak", None),
        message="I need wa",
        caret=9,
        phase=Phase.SCANNING,
        settings=WINDOWED,
    )
    return replace(view, **more)  # type: ignore[arg-type]


OFFERED_WORDS = frozenset({*(f"word-{n}" for n in range(6)), "phrase"})


def offers(**more: object) -> View:
    """The letters, with long words, letters and a long phrase offered."""
    view = spelling(
        words=words("something", "they", "everybody", "I", "somewhere", "thought"),
        letters=likely("M", "W", "Space", "Speak", "Q", "'"),
        phrase=whole_phrase("Please move my left arm a little, and then the pillow too."),
        settings=replace(WINDOWED, phrase_offer=True),
    )
    return replace(view, **more)  # type: ignore[arg-type]


def quick(**more: object) -> View:
    """The quick board, with nothing written."""
    view = View(quick_board(), strip=STRIP, phase=Phase.SCANNING, settings=WINDOWED)
    return replace(view, **more)  # type: ignore[arg-type]


def row(view: View, number: int) -> frozenset[str]:
    """The ids of the cells of a row that can be seen."""
    cells = view.board.grid[number]
    return frozenset(cell.id for cell in cells if cell is not None and not cell.hidden)


def settings_page(**more: object) -> View:
    return replace(quick(page=Page.SETTINGS, page_cells=SETTINGS_CELLS), **more)  # type: ignore[arg-type]


def alert_page(**more: object) -> View:
    view = quick(
        page=Page.ALERT,
        page_cells=ANSWERS,
        alert=Alert("Please come. I need help.", emergency=False),
        lit=frozenset({"page-coming"}),
    )
    return replace(view, **more)  # type: ignore[arg-type]


ADVICE = Advice(
    AdviceKind.LATE_NEXT,
    "9 of 84 choices were pressed just after the light had left the cell.",
    "More time on the first cell: 0.75 seconds extra, up from 0.50.",
    (("first_cell_extra", 0.75),),
)
MEASURED = (
    ("A press comes after", "0.72 s, give or take 0.14 s (19 %), from 60 presses"),
    ("Scan time now", "1.65 s, changed by Wren from 1.50 s"),
    ("Errors for 100 right choices", "21 (7 undone, 2 late, 9 a round late)"),
)
ADVICE_ANSWERS = (
    Cell("page-apply", "Do it", Do(Command.APPLY_ADVICE), Look.CONTROL),
    Cell("page-later", "Later", Do(Command.ADVICE_LATER), Look.CONTROL),
    Cell("page-not_this", "No", Do(Command.ADVICE_NO), Look.CONTROL),
)


def guide_page(*choices: str, **more: object) -> View:
    """A page that measures: the large cell, or choices."""
    cells = tuple(
        Cell(f"guide-{n}", label, Do(Command.PAGE_CHOICE), Look.CONTROL)
        for n, label in enumerate(choices)
    )
    large = Cell(TARGET, "Press", Do(Command.PAGE_CHOICE), Look.PHRASE)
    panel = Panel("Find my speed", "Press when the cell lights up.", "4 of 10")
    view = quick(page=Page.SPEED, page_cells=cells or (large,), panel=panel, phase=Phase.MEASURING)
    return replace(view, **more)  # type: ignore[arg-type]


FIGURES = (
    ("Mean from light to press", "1.02 s"),
    ("Standard deviation (SD)", "0.37 s"),
    ("SD / mean", "0.36"),
    ("Mean / 0.65", "1.57 s"),
    ("Mean + 2 SD", "1.76 s"),
    ("Scan time", "1.80 s"),
    ("From press to press, usually", "1.06 s"),
    ("Extra time on first row and cell", "0.90 s"),
    ("Lock-out after a press", "0.30 s"),
    ("Lights without a press", "1"),
    ("Presses before the light", "2"),
)


def result_page(**more: object) -> View:
    view = guide_page(
        "Use it",
        "Try again",
        "Keep what I have",
        panel=Panel(
            "Find my speed",
            "You press 1.02 seconds after the light. A scan time of 1.80 seconds fits you. It is "
            "1.50 seconds now. Your presses vary a lot. Check position, switch and tiredness "
            "first.",
            figures=FIGURES,
        ),
        phase=Phase.SCANNING,
        lit=frozenset({"guide-0"}),
    )
    return replace(view, **more)  # type: ignore[arg-type]


def advice_page(**more: object) -> View:
    view = quick(
        page=Page.ADVICE,
        page_cells=(*ADVICE_ANSWERS, CLOSE),
        advice=ADVICE,
        lit=frozenset({"page-later"}),
    )
    return replace(view, **more)  # type: ignore[arg-type]


def measured_page(**more: object) -> View:
    view = settings_page(advice=ADVICE, answers=ADVICE_ANSWERS, measured=MEASURED)
    return replace(view, **more)  # type: ignore[arg-type]


def narrowed(view: View, count: int, *kept: int) -> View:
    """The view under elimination scanning, after presses of these switches."""
    method = f"elimination_{count}"
    settings = replace(view.settings, scan_method=method)
    offered = Offered(view.words, view.letters, view.phrase)
    group: Group = tree_of(view.board, view.strip, offered, settings)
    for switch in kept:
        part = group.items[switch - 1]
        assert isinstance(part, Group)
        group = part
    parts = tuple(cell_ids(item) for item in group.items)
    return replace(view, settings=settings, parts=parts, roles=ROLES[method])


def directed(view: View, count: int, **more: object) -> View:
    """The view under directed scanning."""
    method = f"directed_{count}"
    settings = replace(view.settings, scan_method=method)
    return replace(view, settings=settings, roles=ROLES[method], **more)  # type: ignore[arg-type]


def every_kind() -> dict[str, View]:
    """One view for each thing that the window can show."""
    letters, phrases = spelling(), quick()
    return {
        "row-lit": replace(letters, lit=row(letters, 1)),
        "cell-lit": replace(letters, lit=frozenset({"letter-S"}), group=row(letters, 1)),
        "accepting": replace(
            letters, lit=frozenset({"letter-S"}), group=row(letters, 1), accepting=True
        ),
        "back-lit": replace(letters, group=row(letters, 1), back_lit=True),
        "words-lit": replace(
            letters, lit=frozenset({"word-0", "word-1", "word-2", "word-4", "word-5"})
        ),
        "letters-row-lit": replace(letters, lit=frozenset({f"likely-{n}" for n in range(5)})),
        "likely-letter-lit": replace(
            letters,
            lit=frozenset({"likely-2"}),
            group=frozenset({f"likely-{n}" for n in range(5)}),
        ),
        "phrase-offered": replace(
            letters,
            phrase=whole_phrase("Water, please. My mouth is very dry today."),
            settings=replace(WINDOWED, phrase_offer=True),
            lit=frozenset({"phrase"}),
            group=frozenset({"word-0", "word-1", "word-2", "word-4", "word-5", "phrase"}),
        ),
        "offers-lit": offers(lit=OFFERED_WORDS),
        "offers-back-lit": offers(group=OFFERED_WORDS, back_lit=True),
        "offers-one-by-one": offers(
            lit=frozenset({"likely-1"}),
            settings=replace(WINDOWED, phrase_offer=True, offer_scan="one_by_one"),
        ),
        "parts-4": narrowed(letters, 4),
        "parts-4-kept": narrowed(letters, 4, 2),
        "parts-4-judged": replace(
            narrowed(letters, 4), lit=narrowed(letters, 4).parts[2], accepting=True
        ),
        "parts-2": narrowed(phrases, 2),
        "parts-2-kept": narrowed(phrases, 2, 1),
        "parts-offers": narrowed(offers(), 4),
        "parts-asking": replace(
            narrowed(phrases, 4),
            parts=(frozenset({"clear"}), frozenset({""})),
            asking=control("Clear all", Command.CLEAR),
        ),
        "parts-asking-elsewhere": replace(
            narrowed(phrases, 2),
            parts=(frozenset({"page-wishes"}), frozenset({""})),
            asking=Cell(
                "page-wishes", "Show “Wishes about care”", Do(Command.CONFIRM), Look.CONTROL
            ),
        ),
        "directed-5": directed(letters, 5, lit=frozenset({"letter-S"})),
        "directed-4": directed(phrases, 4, lit=frozenset({"Pain"})),
        "directed-asking": directed(
            phrases,
            5,
            group=frozenset({"clear"}),
            back_lit=True,
            asking=control("Clear all", Command.CLEAR),
        ),
        "one-left": replace(
            directed(letters, 3, lit=frozenset({"letter-S"}), group=row(letters, 1)),
            roles=(Role.BRINGS_BACK, Role.ALONE, Role.BRINGS_BACK),
        ),
        "strip-lit": replace(letters, lit=frozenset(cell.id for cell in STRIP)),
        "resting": replace(letters, phase=Phase.RESTING),
        "phrase-row": replace(phrases, lit=row(phrases, 2)),
        "phrase-cell": replace(phrases, lit=frozenset({"Pain"}), group=row(phrases, 0)),
        "emergency-lit": replace(phrases, lit=frozenset({"breathe"}), group=row(phrases, 0)),
        "asking": replace(
            phrases,
            lit=frozenset({"clear"}),
            group=frozenset({"clear"}),
            asking=control("Clear all", Command.CLEAR),
        ),
        "asking-back": replace(
            phrases,
            group=frozenset({"clear"}),
            back_lit=True,
            asking=control("Clear all", Command.CLEAR),
        ),
        "asking-elsewhere": replace(
            phrases,
            lit=frozenset({"page-wishes"}),
            group=frozenset({"page-wishes"}),
            asking=Cell(
                "page-wishes", "Show “Wishes about care”", Do(Command.CONFIRM), Look.CONTROL
            ),
        ),
        "speaking": replace(
            phrases, spoken="My switch has moved. Please put it back.", phase=Phase.SPEAKING
        ),
        "finished": replace(letters, message="I need water.", caret=13, finished=True),
        "long-message": replace(
            letters,
            message="I would like to tell you about the day when we went to the sea " * 4,
            caret=140,
        ),
        "notice": replace(
            letters, private=True, notice=Notice(NoticeKind.SAVE_FAILED), phase=Phase.HELD
        ),
        "dark-rest": replace(
            letters, phase=Phase.RESTING, settings=replace(WINDOWED, rest_dim=True)
        ),
        "advice": advice_page(),
        "no-advice": advice_page(advice=None, page_cells=(CLOSE,), lit=frozenset({"page-close"})),
        "settings": settings_page(lit=frozenset({"page-close"})),
        "alert": alert_page(),
        "alarm": alert_page(
            alert=Alert("I can’t breathe well. Help me now.", emergency=True),
            lit=frozenset({"strip-yes", "strip-no", "strip-call", "strip-undo"}),
        ),
        "guide-dark": guide_page(),
        "guide-lit": guide_page(phase=Phase.SCANNING, lit=frozenset({TARGET})),
        "guide-rest": guide_page("Go on", "Stop here", phase=Phase.RESTING),
        "guide-result": result_page(),
        "guide-offers": guide_page(
            "Use long presses: back, and still longer calls",
            "Three presses in rest call",
            "Close",
            "Try again",
            panel=Panel(
                "Check my switch",
                "You pressed 40 times in thirty seconds. Long presses work: all three. Three "
                "presses in four seconds work. Choose what you want to use.",
                figures=FIGURES[:6],
            ),
            phase=Phase.SCANNING,
            lit=frozenset({"guide-1"}),
        ),
        "unmeasured": settings_page(unmeasured=frozenset({"long_press", "three_presses_call"})),
    }
