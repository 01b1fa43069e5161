"""What one process of ``wren bench steps`` does: write some messages, or read their bits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path
from tempfile import TemporaryDirectory

from aac.cli.contenders import Contender
from aac.cli.ideal_user import Effort, IdealUser
from aac.cli.layouts import Layout
from aac.cli.peers import PeerProblem
from aac.cli.predict_measures import Asking, Bits, read_signs
from aac.cli.switched import NotReached
from aac.files.board_library import load_library
from aac.files.paths import boards_folder
from aac.model.settings import Settings
from aac.ports import Predictor
from aac.shelf import BoardFormats


@dataclass(frozen=True)
class Task:
    """Messages to write, ``first`` being the number of the first of them.

    ``overlooked``: percent of the listed words that are missed.
    """

    layout: Layout
    contender: Contender
    overlooked: int
    texts: tuple[str, ...]
    first: int


def write(task: Task) -> Effort | str:
    """What writing takes, or in a few words why it cannot be done."""
    settings = task.layout.settings
    boards = load_library(
        BoardFormats(),
        boards_folder("en"),
        home=settings.home_board,
        spelling=settings.spelling_board,
    ).boards
    try:
        with _opened(task.contender, settings) as predictor:
            user = IdealUser(boards, settings, predictor, task.overlooked / 100)
            numbered = enumerate(task.texts, start=task.first)
            # Drawn anew for each message, so that it does not matter who writes the others.
            return reduce(add, (user.write(text, seed=str(n)) for n, text in numbered))
    except (NotReached, PeerProblem) as problem:
        return str(problem)


def read(task: Task) -> Bits:
    """How surprising the messages are to the predictor."""
    bits = Bits()
    with _opened(task.contender, task.layout.settings) as predictor:
        asking = Asking(predictor)
        for text in task.texts:
            read_signs(asking, text, bits)
    return bits


@contextmanager
def _opened(contender: Contender, settings: Settings) -> Iterator[Predictor]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        predictor = contender.open(Path(folder), settings)
        try:
            yield predictor
        finally:
            predictor.stop()
