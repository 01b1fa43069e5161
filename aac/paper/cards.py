"""What stands on the sheets that are no boards; from boards and settings where they say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from aac.model.board import Board, BoardSet, Fill, SayPhrase, Template
from aac.model.language import translated
from aac.model.paper_words import (
    BLANK,
    FAILS,
    PASSPORT,
    body_parts,
    paper_text,
    said_text,
    steps_text,
)
from aac.model.partner_words import talk_sentences
from aac.model.parts import Alarm
from aac.model.scan_settings import SCANNING
from aac.model.settings import Settings
from aac.paper.boards import letters, space_of, yes_and_no
from aac.paper.contents import Answers, Entry, Eyes, Pain, Part, Prose, Row, Rows
from aac.paper.eyes import BLOCKS, CORNERS

PAIN_BOARD = "category-e"
COLUMNS = 4
TENTHS = tuple(str(number) for number in range(11))
MOST_URGENT = 5


def eye_sheet(board: Board, boards: BoardSet) -> Eyes:
    """The letters of ``board`` in the order of the alphabet, so that partners find them too."""
    entries = [*letters(board), space_of(board)]
    size = max(len(CORNERS), ceil(len(entries) / BLOCKS))
    spare = ("?", *yes_and_no(boards), paper_text("short_wrong"), paper_text("short_end"))
    entries += spare[: BLOCKS * size - len(entries)]
    groups = tuple(tuple(entries[start : start + size]) for start in range(0, BLOCKS * size, size))
    return Eyes(
        paper_text("etran"),
        (paper_text("etran_front"), paper_text("etran_back")),
        groups,
        (paper_text("etran_hint"), paper_text("etran_hint_back")),
        paper_text("hole"),
    )


def answer_card(boards: BoardSet) -> Answers:
    """Yes and no as the strip says them, and maybe."""
    return Answers(
        paper_text("yes_no"), *yes_and_no(boards), paper_text("maybe"), paper_text("unsure")
    )


def pain_page(boards: BoardSet) -> Pain:
    """From the pain board and the lists that its phrases are filled from."""
    board = boards.boards.get(PAIN_BOARD)
    lists = list(_lists(board, boards)) if board else []
    known = body_parts()
    body = max(lists, key=lambda texts: _known(texts, known), default=())
    if not _known(body, known):
        body = tuple(known)
    scale = next((each for each in lists if all(text.isdigit() for text in each)), TENTHS)
    others = [each for each in lists if each not in (body, scale)]
    said = [
        cell.label
        for cell in (board.cells() if board else ())
        if isinstance(cell.action, SayPhrase) and not cell.hidden
    ]
    rows = [row for texts in (*others, said) for row in in_rows(texts)]
    return Pain(
        paper_text("pain"),
        tuple((text, known.get(text.casefold(), "")) for text in body),
        (paper_text("front"), paper_text("back")),
        (paper_text("left"), paper_text("right")),
        scale,
        (paper_text("least_pain"), paper_text("most_pain")),
        Rows(paper_text("pain_more"), tuple(rows)),
    )


def _lists(board: Board, boards: BoardSet) -> Iterator[tuple[str, ...]]:
    """What the phrases of a board can be filled with, each list once."""
    ids = [
        list_id
        for cell in board.cells()
        if isinstance(cell.action, Template)
        for list_id in cell.action.lists
    ]
    for list_id in dict.fromkeys(ids):
        found = boards.boards.get(list_id)
        texts = tuple(
            cell.label
            for cell in (found.cells() if found else ())
            if isinstance(cell.action, Fill) and not cell.hidden
        )
        if texts:
            yield texts


def _known(texts: Sequence[str], known: Mapping[str, str]) -> int:
    """How many of these are parts of the figure."""
    return sum(1 for text in texts if text.casefold() in known)


def in_rows(texts: Sequence[str]) -> list[Row]:
    """Texts in even rows of at most four."""
    across = ceil(len(texts) / max(1, ceil(len(texts) / COLUMNS)))
    return [
        tuple(Entry(text) for text in texts[start : start + across])
        for start in range(0, len(texts), max(1, across))
    ]


def scanning_steps(settings: Settings) -> Prose:
    """How a partner scans; the signals from the passport, or to be filled by hand."""
    yes, no = (
        _ended(settings.passport_yes) or BLANK,
        _ended(settings.passport_no) or BLANK,
    )
    parts = tuple(
        Part(str(number), (step,))
        for number, step in enumerate(steps_text(yes=yes, no=no), start=1)
    )
    return Prose(paper_text("scanning"), parts, numbered=True)


def _ended(text: str) -> str:
    """The text as a sentence."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?…" else f"{text}."


def passport(boards: BoardSet, settings: Settings) -> Prose:
    """The passport: what the person has filled in, and lines for the rest."""
    parts = [Part("", (said_text("first"),))]
    for key, heading in PASSPORT.items():
        own = " ".join(getattr(settings, key).split())
        texts = [*talk_sentences(settings)] if key == "passport_talk" else []
        texts += [own] if own else []
        texts += _known_of(key, boards, settings, own)
        parts.append(Part(translated(heading), tuple(texts), blank=0 if own else 1 if texts else 2))
    return Prose(paper_text("passport"), tuple(parts))


def _known_of(key: str, boards: BoardSet, settings: Settings, own: str) -> list[str]:
    """What Wren knows of a part of the passport by itself."""
    if key == "passport_press":
        return [_method(settings)] if not settings.pointing else []
    if key == "passport_urgent":
        said = dict.fromkeys(
            cell.action.text
            for board in boards.looked_through()
            for cell in board.cells()
            if isinstance(cell.action, Alarm) and not board.private
        )
        phrases = " ".join(said_text("quoted", text=text) for text in list(said)[:MOST_URGENT])
        return [said_text("urgent", phrases=phrases)] if phrases else []
    if key == "passport_fails":
        return [said_text(each) for each in (*(() if own else FAILS), "not_alarm")]
    return []


def _method(settings: Settings) -> str:
    options = next(each.options for each in SCANNING if each.key == "scan_method")  # type: ignore[union-attr]  # a Choice
    named = translated(options[settings.scan_method])
    method = named[:1].lower() + named[1:]
    return said_text("method", method=method, seconds=f"{settings.scan_time:g}")
