"""What is offered: asked for after each choice, never changed while it is scanned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aac.core.likely import Sign, arranged, signs_of
from aac.core.message import Message, finished_text, split_word
from aac.core.moment import Moment
from aac.core.pages import letter_count, letters_matter, phrase_cell, word_cells, word_count
from aac.core.phrases import Phrases, Whole
from aac.core.prediction import keep_slots
from aac.core.scan_tree import Offered
from aac.core.talk import Talk
from aac.model.board import Board, BoardKind, BoardSet, Cell
from aac.model.events import Effect, Suggest, Suggested

# After a whole phrase the message is most likely complete.
END_OF_PHRASE = 0.9


class Offers:
    """``words``: what the slots hold, as the predictor wrote it.  ``whole``: the phrase offered.

    ``passed``: words that were shown since this word was begun and were not chosen, once for each
    time.  ``signs``: what may be written next, as far as it is known.  ``cells``: all of it as it
    is shown.  ``talk``: what was said last.
    """

    def __init__(self, boards: BoardSet) -> None:
        self.words: tuple[str | None, ...] = ()
        self.whole: Whole | None = None
        self.passed: tuple[str, ...] = ()
        self.signs: list[Sign] = []
        self.cells = Offered()
        self._strip: Sequence[Cell] = boards.strip
        self._phrases = Phrases(boards)
        self.talk = Talk()
        self._id = 0
        self._answer: Suggested | None = None
        self._written = ("", "")
        self._message = Message()
        self._after_phrase = False

    def use_boards(self, boards: BoardSet) -> None:
        """Their phrases are offered from now on."""
        self._phrases = Phrases(boards)

    def ask(self, board: Board, moment: Moment) -> list[Effect]:
        """Ask for what fits the message; an answer to an older question is dropped.

        Until it comes, if ever, the words that still fit stay, and no letters stand there.
        """
        former, self._message = self._message, Message() if moment.starts_anew else moment.message
        chosen = self.whole is not None and self.whole.message == self._message
        self._after_phrase = chosen or (self._after_phrase and former == self._message)
        spells = board.kind is BoardKind.SPELLING
        self.whole = self._phrases.fitting(self._message, moment) if spells else None
        self._go_on(*split_word(self._message))
        effects = self._question(board, moment)
        count = word_count(board, moment.settings)
        kept = self.words if self._begun(moment) else ()
        self._show((*kept, *(None,) * count)[:count], [], board, moment)
        return effects

    def heard(self, text: str, board: Board, moment: Moment) -> list[Effect]:
        """A partner said something: ask once more; what is shown stays until the answer."""
        if not text.strip() or _is_private(board, moment):
            return []
        self.talk.heard(text.strip(), moment.work.history)
        return self._question(board, moment)

    def answered(self, event: Suggested) -> None:
        if event.id == self._id:
            self._answer = event

    def take(self, board: Board, moment: Moment) -> bool:
        """Show the answer that has come.  Returns whether anything has changed."""
        if self._answer is None:
            return False
        answer, self._answer = self._answer, None
        before = self.cells, self.signs
        words = answer.words if self._begun(moment) else ()
        slots = keep_slots(self.words, words, word_count(board, moment.settings))
        self._show(slots, self._signs(answer, board), board, moment)
        return (self.cells, self.signs) != before

    def _question(self, board: Board, moment: Moment) -> list[Effect]:
        self._id += 1
        self._answer = None
        count = word_count(board, moment.settings) if self._begun(moment) else 0
        letters = letters_matter(board, moment.settings)
        talk = () if _is_private(board, moment) else self.talk.latest(moment.work.history)
        if count == 0 and not letters:
            return []
        before, prefix = self._written
        return [Suggest(self._id, before, prefix, count, letters, self.passed, talk)]

    def _begun(self, moment: Moment) -> bool:
        """Whether enough of the word is written for words to be offered."""
        return len(self._written[1]) >= moment.settings.prediction_after

    def _go_on(self, before: str, prefix: str) -> None:
        """Words that are no longer meant go; those passed over for a further letter are noted."""
        was_before, was_prefix = self._written
        self._written = (before, prefix)
        if before != was_before:
            self.words = ()
        if not (self.words and prefix.lower().startswith(was_prefix.lower())):
            self.passed = ()
        elif len(prefix) > len(was_prefix):
            self.passed = (*self.passed, *(word for word in self.words if word))
        fits = prefix.lower()
        self.passed = tuple(word for word in self.passed if word.lower().startswith(fits))
        self.words = tuple(
            word if word and word.lower().startswith(fits) else None for word in self.words
        )

    def _signs(self, answer: Suggested, board: Board) -> list[Sign]:
        """What may be chosen next; only a message can be spoken."""
        end = answer.end if finished_text(self._message) else 0.0
        # Between words a space adds nothing.
        letters = [each for each in answer.letters if each[0] != " " or self._written[1]]
        if self._after_phrase:
            end = max(END_OF_PHRASE, end)
            letters = [(letter, chance * (1 - end)) for letter, chance in letters]
        return signs_of(board, letters, end)

    def _show(
        self, words: tuple[str | None, ...], signs: list[Sign], board: Board, moment: Moment
    ) -> None:
        self.words, self.signs = words, signs
        phrase = phrase_cell(self.whole.text) if self.whole else None
        offered = Offered(word_cells(words, moment), phrase=phrase)
        count, settings = letter_count(board, moment.settings), moment.settings
        row = arranged(signs, count, board, self._strip, offered, settings)
        self.cells = replace(offered, letters=(*row, *(None,) * count)[:count])


def _is_private(board: Board, moment: Moment) -> bool:
    return moment.private or moment.work.unrecorded or board.private
