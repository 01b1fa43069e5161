"""Prints boards and cards: from the profile to PDF files, and a note of what was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from re import sub

from aac import __version__
from aac.files.paths import ProfilePaths, documents_folder
from aac.files.printed import Printed, read_printed, write_printed
from aac.files.store import Store
from aac.model.board import BoardSet
from aac.model.commands import ListKind
from aac.model.paper_words import paper_text
from aac.model.settings import Settings
from aac.paper.frame import Press
from aac.paper.marks import Page
from aac.paper.pdf import font_family, pdf_of, widths_of
from aac.paper.sheets import NoSuchSheet, Sheet, Shelf, lay, sheet
from aac.shelf import open_shelf

FOLDER = "Wren"
LONGEST_NAME = 60


@dataclass(frozen=True)
class Job:
    """What is to be printed.  ``date``: as it is read on the sheets.  ``pack``: in one file."""

    names: tuple[str, ...]
    paper: str
    folder: Path
    date: str
    pack: bool = False


@dataclass(frozen=True)
class Done:
    """What was printed.  ``pages``: of each sheet.  ``files``: of each sheet."""

    sheets: tuple[Sheet, ...]
    pages: tuple[int, ...]
    files: tuple[Path, ...]


def profile_shelf(paths: ProfilePaths) -> Shelf:
    """The boards, settings and lists of a profile.  Raises `ports.BoardProblem`."""
    store = Store(paths.settings, paths.work, paths.measures)
    settings, _ = store.read_settings()
    work, _ = store.read_work()
    library = open_shelf(paths.boards, settings)
    return shelf_of(library.boards, settings, work.phrases)


def shelf_of(boards: BoardSet, settings: Settings, phrases: Sequence[str]) -> Shelf:
    """What the sheets are made from.  Last messages and drafts are not for paper."""
    own = {ListKind.PERSON: settings.people, ListKind.PHRASE: tuple(phrases)}
    return Shelf(boards, settings, own)


def folder_for(settings: Settings) -> Path:
    """The folder that the person chose, or one in their documents."""
    chosen = settings.paper_folder
    return Path(chosen).expanduser() if chosen else documents_folder() / FOLDER


def print_sheets(shelf: Shelf, job: Job, fonts: Path, record: Path) -> Done:
    """Write the PDF files and note what was printed in ``record``.

    Notes of boards that are no longer there are dropped.  It needs a `QGuiApplication`.  Raises
    `NoSuchSheet` before anything is written, and `OSError`.
    """
    before = {one.name: one for one in read_printed(record) if is_there(shelf, one.name)}
    beside = tuple(dict.fromkeys((*before, *job.names)))
    sheets = tuple(sheet(shelf, name, beside) for name in dict.fromkeys(job.names))
    family = font_family(fonts)
    press = Press(job.paper, job.date, __version__, widths_of(family))
    laid = [lay(one.content, press) for one in sheets]
    job.folder.mkdir(parents=True, exist_ok=True)
    if job.pack:
        pages = [page for each in laid for page in each]
        file = job.folder / f"wren-paper-{job.paper}.pdf"
        _write(file, paper_text("pack"), pages, family)
        files = [file] * len(sheets)
    else:
        files = [job.folder / f"wren-{name}-{job.paper}.pdf" for name in _file_names(sheets)]
        for file, one, pages_of in zip(files, sheets, laid, strict=True):
            _write(file, one.title, pages_of, family)
    new = {one.name: Printed(one.name, one.title, job.date, one.digest, beside) for one in sheets}
    write_printed(record, (before | new).values())
    return Done(sheets, tuple(len(pages) for pages in laid), tuple(files))


def old_sheets(shelf: Shelf, record: Path) -> list[Printed]:
    """The sheets on paper that say something else than the boards do now."""
    return [one for one in read_printed(record) if _digest(shelf, one) != one.digest]


def is_there(shelf: Shelf, name: str) -> bool:
    """Whether this sheet can be printed: its board may have been taken away."""
    try:
        sheet(shelf, name, ())
    except NoSuchSheet:
        return False
    return True


def _digest(shelf: Shelf, printed: Printed) -> str:
    try:
        return sheet(shelf, printed.name, printed.beside).digest
    except NoSuchSheet:
        return ""


def _write(file: Path, title: str, pages: Sequence[Page], family: str) -> None:
    """Beside its place, then into it: a print that fails leaves the one before."""
    fresh = file.with_name(file.name + ".new")
    fresh.write_bytes(pdf_of(title, pages, family))
    fresh.replace(file)


def _file_names(sheets: Sequence[Sheet]) -> list[str]:
    """A name for each file; ids of boards come from other people's files."""
    names: list[str] = []
    for one in sheets:
        plain = sub(r"[^A-Za-z0-9_-]+", "-", one.name)[:LONGEST_NAME].strip("-") or "board"
        names.append(plain if plain not in names else f"{plain}-{len(names) + 1}")
    return names
