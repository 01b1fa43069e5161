"""A board format for tests that is not ours: boards pickled into a ``.fake`` file."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

from aac.model.board import Board
from aac.ports import BoardProblem


class FakeFormat:
    suffixes: tuple[str, ...] = (".fake",)

    def read(self, path: Path) -> tuple[Board, ...]:
        try:
            return tuple(pickle.loads(path.read_bytes()))
        except (OSError, pickle.UnpicklingError, EOFError):
            raise BoardProblem("The file is damaged or is not there.") from None

    def write(self, boards: Sequence[Board], path: Path) -> None:
        if not boards:
            raise BoardProblem("There is no board to write.")
        part = path.with_suffix(".part")
        part.write_bytes(pickle.dumps(list(boards)))
        part.replace(path)
