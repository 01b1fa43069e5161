"""``wren bench boards``: a very large library, to its first page and from page to page.

The package is made anew in a folder of its own and opened as the aid opens a person's boards.  The
first page is there when the session shows it; with a display the whole program is started with
the package too, and without, so that what the package costs can be seen.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil

from aac.cli.bench_rig import running
from aac.cli.bench_room import RigProblem, screen
from aac.cli.commands import CommandProblem
from aac.cli.large_package import LINKS, START, link_of, write_large_package
from aac.cli.output import print_result, progress, spread
from aac.core.session import Session
from aac.files.obf.package import MEMBERS_LIMIT
from aac.model.events import CellTouched
from aac.model.settings import Settings
from aac.model.view import Work
from aac.shelf import open_shelf

OPENINGS = 10
CHANGES = 500
STARTS = 3
SETTINGS = replace(Settings(), home_board=START)


def boards(options: argparse.Namespace) -> int:
    """Seconds to the first page of a large package, milliseconds from page to page."""
    if options.boards >= MEMBERS_LIMIT:
        raise CommandProblem(f"A package holds less than {MEMBERS_LIMIT} boards.")
    print_result(measure_boards(options.boards), as_json=options.json)
    return 0


def measure_boards(count: int) -> dict[str, object]:
    """The figures of ``wren bench boards --json``."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = folder / "large.obz"
        write_large_package(package, count, lambda n: progress(n, count, "making boards"))
        open_shelf(folder / "none", SETTINGS)  # Wren's own boards come from the disk only once
        first = [_first_page(folder) for _ in range(OPENINGS)]
        changes = list(_changes(folder, count))
        result: dict[str, object] = {
            "boards": count,
            "first_page_s": spread(first, 3),
            "change_page_ms": spread(changes),
            "package_mb": round(package.stat().st_size / 1e6, 1),
            "memory_mb": round(psutil.Process().memory_info().rss / 1e6, 1),
        }
        return {**result, **_in_the_window(package)}


def _first_page(folder: Path) -> float:
    began = time.perf_counter()
    view = Session(open_shelf(folder, SETTINGS).boards, SETTINGS, Work()).view
    assert view.board.id == START
    return time.perf_counter() - began


def _changes(folder: Path, count: int) -> Iterator[float]:
    """From the choice of a cell to the view of the page that it leads to, never seen before."""
    session = Session(open_shelf(folder, SETTINGS).boards, SETTINGS, Work())
    page, now = 0, 0.0
    for n in range(CHANGES):
        which = n % LINKS
        page, now = link_of(page, which, count), now + 10.0
        began = time.perf_counter()
        session.handle(CellTouched(f"c{which}"), now)
        took = time.perf_counter() - began
        assert session.view.board.id == f"page-{page}"
        yield took * 1000
        progress(n + 1, CHANGES, "changing pages")


def _in_the_window(package: Path) -> dict[str, object]:
    """Cold starts of the whole program to its first scan step, with and without the package."""
    settings = {"home_board": START, "loops_endless": True, "accept_sound": False}
    found: dict[str, list[float]] = {"with": [], "without": []}
    notes = ["first_page_s and change_page_ms end when the page is there to be painted"]
    try:
        with screen() as display:
            for n in range(STARTS):
                for kind, times in found.items():
                    with running(display, {}, settings, _put(package, kind == "with")) as wren:
                        shown = wren.wait_for(lambda shown: shown.state == "scanning")
                        times.append(shown.at - wren.began)
                progress(n + 1, STARTS, "start")
    except RigProblem as problem:
        notes.append(f"no cold starts: {problem}")
    return {
        "cold_start_with_them_s": spread(found["with"], 3),
        "cold_start_without_s": spread(found["without"], 3),
        "notes": notes,
    }


def _put(package: Path, wanted: bool) -> Callable[[Path], object]:
    def prepare(profile: Path) -> None:
        if wanted:
            (profile / "boards").mkdir()
            shutil.copy(package, profile / "boards")

    return prepare
