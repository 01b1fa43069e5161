"""What one process of ``wren bench rate`` does: some persons write all messages, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from aac.cli.contenders import Contender
from aac.cli.layouts import Values
from aac.cli.peers import PeerProblem
from aac.cli.rate.body import Body
from aac.cli.rate.live import Live
from aac.cli.rate.mind import Mind
from aac.cli.rate.person import Person
from aac.cli.rate.record import Written
from aac.cli.rate.remembering import Remembering
from aac.cli.rate.rows import Row, Tuned, is_paced, tuned
from aac.cli.rate.writer import Writer
from aac.files.board_library import load_library
from aac.files.paths import boards_folder
from aac.model.board import BoardSet
from aac.model.settings import Settings
from aac.ports import Predictor
from aac.shelf import BoardFormats


@dataclass(frozen=True)
class Task:
    """``own``: settings asked for, beside those of the row.  ``seeds``: one for each person."""

    row: Row
    own: Values
    person: Person
    contender: Contender
    texts: tuple[str, ...]
    seeds: tuple[str, ...]


@dataclass(frozen=True)
class Done:
    """``settings``: those that each person wrote with."""

    written: tuple[tuple[Written, ...], ...] = ()
    settings: tuple[Settings, ...] = ()
    problem: str = ""


def write(task: Task) -> Done:
    """Have the messages written by each person, or say in a few words why that cannot be."""
    written: list[tuple[Written, ...]] = []
    used: list[Settings] = []
    remembered: Predictor | None = None
    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            for seed in task.seeds:
                body = Body(task.person, seed)
                setup = tuned(task.row, task.own, body)
                settings = setup.settings
                if remembered is None or settings.learning:
                    own = Path(folder) / seed
                    own.mkdir()
                    remembered = Remembering(task.contender.open(own, settings), settings)
                writer = _writer(body, setup, remembered)
                written.append(tuple(writer.write(text) for text in task.texts))
                used.append(settings)
    except PeerProblem as problem:
        return Done(problem=str(problem))
    return Done(tuple(written), tuple(used))


def _writer(body: Body, setup: Tuned, predictor: Predictor) -> Writer:
    settings = setup.settings
    boards = _boards(settings)
    live = Live(boards, settings, predictor, setup.measures)
    return Writer(body, Mind(boards, settings), live, paced=is_paced(settings))


def _boards(settings: Settings) -> BoardSet:
    home, spelling = settings.home_board, settings.spelling_board
    shipped = boards_folder(settings.language)
    return load_library(BoardFormats(), shipped, home=home, spelling=spelling).boards
