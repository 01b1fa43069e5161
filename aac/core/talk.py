"""What was said last, by the person and by a partner: context for prediction, never kept.

The person's own messages are those of the history, so that what is erased, undone or private
is not here either.
"""

from __future__ import annotations

MOST = 4  # of each


class Talk:
    """In the order of time, each side for itself no longer than `MOST`."""

    def __init__(self) -> None:
        self._turns: list[tuple[str, bool]] = []  # the text, and whether the partner said it

    def heard(self, text: str, history: tuple[str, ...]) -> None:
        """A partner said this."""
        self._follow(history)
        self._keep([*self._turns, (text, True)])

    def said(self, text: str) -> None:
        """The person said this, perhaps once more."""
        others = [turn for turn in self._turns if turn != (text, False)]
        self._keep([*others, (text, False)])

    def latest(self, history: tuple[str, ...]) -> tuple[str, ...]:
        """What was said last, the newest last.  ``history``: own messages, the newest first."""
        self._follow(history)
        return tuple(text for text, _ in self._turns)

    def forget(self) -> None:
        self._turns = []

    def _follow(self, history: tuple[str, ...]) -> None:
        """Take up what the person has said since, and drop what is in the history no longer."""
        known = [text for text, heard in self._turns if not heard and text in history]
        newer = history[: history.index(known[-1])] if known else history
        kept = [turn for turn in self._turns if turn[1] or turn[0] in {*known} - {*newer}]
        self._keep(kept + [(text, False) for text in reversed(newer)])

    def _keep(self, turns: list[tuple[str, bool]]) -> None:
        own = [place for place, (_, heard) in enumerate(turns) if not heard]
        others = [place for place, (_, heard) in enumerate(turns) if heard]
        self._turns = [turns[place] for place in sorted((*own[-MOST:], *others[-MOST:]))]
