"""The row of offered words: asked for after each choice, never changed while it is scanned."""

from __future__ import annotations

from aac.core.message import Message, split_word
from aac.core.moment import Moment
from aac.core.pages import word_cells, word_count
from aac.core.prediction import keep_slots
from aac.model.board import Board, Cell
from aac.model.events import Effect, Suggest, Suggested


class Offers:
    """``cells``: the slots as cells, None where a slot is empty."""

    def __init__(self) -> None:
        self.words: tuple[str | None, ...] = ()
        self.cells: tuple[Cell | None, ...] = ()
        self._id = 0
        self._before = ""
        self._answer: tuple[str, ...] | None = None

    def ask(self, board: Board, moment: Moment) -> list[Effect]:
        """Ask for words that fit the message; an answer to an older question is dropped."""
        self._id += 1
        self._answer = None
        count = word_count(board, moment.settings)
        message = Message() if moment.starts_anew else moment.message
        before, prefix = split_word(message)
        if count == 0 or len(prefix) < moment.settings.prediction_after:
            self._show((None,) * count, moment)
            return []
        self._show(self._still_fit(count, before, prefix), moment)
        return [Suggest(self._id, before, prefix, count)]

    def answered(self, event: Suggested) -> None:
        if event.id == self._id:
            self._answer = event.words

    def take(self, board: Board, moment: Moment) -> bool:
        """Show the answer that has come.  Returns whether the row has changed."""
        if self._answer is None:
            return False
        words, self._answer = self._answer, None
        before = self.cells
        self._show(keep_slots(self.words, words, word_count(board, moment.settings)), moment)
        return self.cells != before

    def _still_fit(self, count: int, before: str, prefix: str) -> tuple[str | None, ...]:
        """The row until the answer comes, if ever: words that are no longer meant go at once."""
        shown = self.words if before == self._before else ()
        self._before = before
        fit = (word if word and word.lower().startswith(prefix.lower()) else None for word in shown)
        return (*fit, *(None,) * count)[:count]

    def _show(self, words: tuple[str | None, ...], moment: Moment) -> None:
        self.words = words
        self.cells = word_cells(words, moment)
