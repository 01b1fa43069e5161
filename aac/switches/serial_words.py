"""What a microcontroller sends, as movements of contacts.

``NAME`` is a press that ends at once, ``+NAME`` a press and ``-NAME`` its end.  Names are lines,
or single letters where the device sends no new lines.  Pure: bytes in, movements out.
"""

from __future__ import annotations

from enum import Enum

LONGEST = 41  # a sign and the longest name of `model.switch_map`; more is noise


class Movement(Enum):
    PRESS = "+"
    RELEASE = "-"
    TAP = ""


Word = tuple[str, Movement]


class SerialWords:
    """``by_letter``: each byte is a name of its own."""

    def __init__(self, *, by_letter: bool) -> None:
        self._by_letter = by_letter
        self._rest = b""
        self._noise = False

    def feed(self, received: bytes) -> list[Word]:
        """The movements that are complete with these bytes."""
        if self._by_letter:
            return self._letters(received)
        *lines, self._rest = (self._rest + received).replace(b"\r", b"\n").split(b"\n")
        words: list[Word] = []
        for line in lines:
            if not self._noise and 0 < len(line.strip()) <= LONGEST:
                words += _word(line.strip())
            self._noise = False
        if len(self._rest) > LONGEST:
            # What is still to come of this line is thrown away too.
            self._rest, self._noise = b"", True
        return words

    def forget(self) -> None:
        """Another device begins anew."""
        self._rest, self._noise = b"", False

    def _letters(self, received: bytes) -> list[Word]:
        words: list[Word] = []
        for byte in received:
            one = bytes([byte])
            if one in b"+-":
                self._rest = one
            elif not one.isspace():
                words += _word(
                    self._rest + (one if one.isascii() and 32 < byte < 127 else b"%02x" % byte)
                )
                self._rest = b""
        return words


def _word(written: bytes) -> list[Word]:
    text = written.decode("utf-8", "replace")
    for movement in (Movement.PRESS, Movement.RELEASE):
        if text.startswith(movement.value):
            return [(text[1:], movement)] if text[1:] else []
    return [(text, Movement.TAP)]
