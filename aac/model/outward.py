"""What leaves Wren for other programs, always because the person chose it (guidance G81).

The text is in no log and in no representation of these values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Way(StrEnum):
    """What a cell does with the message; the values stand in the files of boards."""

    COPY = "ext_wren_copy_message"
    TYPE = "ext_wren_type_message"
    TYPE_ENTER = "ext_wren_type_message_enter"
    ENTER = "ext_wren_press_enter"
    TELEPHONE = "ext_wren_telephone"


@dataclass(frozen=True, slots=True)
class Outward:
    """A cell that reaches beyond Wren: the clipboard, another program, the telephone."""

    way: Way


@dataclass(frozen=True)
class CopyText:
    """Put the text on the clipboard.  ``private``: programs that keep what was copied shall not."""

    text: str = field(repr=False)
    private: bool = False


@dataclass(frozen=True)
class TypeText:
    """Write the text where the keyboard of another program is, then Enter if ``enter``.

    ``text``: ``""`` for Enter alone.
    """

    text: str = field(repr=False)
    enter: bool = False
    private: bool = False


OutwardEffect = CopyText | TypeText


@dataclass(frozen=True)
class TextTyped:
    """This text has arrived in another program."""

    text: str = field(repr=False)
