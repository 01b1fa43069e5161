"""Boards that change while they are used: by a helper's hand (event) or by the switch (effect);
their copies on paper; and with them the recordings of what stands on them."""

from __future__ import annotations

from dataclasses import dataclass

from aac.model.banked import RecordingsChanged
from aac.model.board import Board, BoardSet


@dataclass(frozen=True)
class BoardsChanged:
    """These boards count from now on.  What is being scanned changes with the next choice."""

    boards: BoardSet


@dataclass(frozen=True)
class SaveBoard:
    """The person changed a phrase of this board."""

    board: Board


@dataclass(frozen=True)
class PrintPaper:
    """Make the pages of everything that is needed on paper (guidance G61)."""


BoardEvent = BoardsChanged | RecordingsChanged
BoardEffect = SaveBoard | PrintPaper
