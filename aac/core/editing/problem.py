"""What cannot be done to a board, as a code of ``model/editor_words.py``."""

from __future__ import annotations


class EditProblem(Exception):
    """The boards stay as they are; the message is the code of one plain sentence."""
