"""Who may look: the code that pairs a phone once, and the phones that were paired.

A code is good for five minutes and for one phone.  Of a phone's own token only the SHA-256 is
kept: the token has 256 random bits, so nothing slower is needed.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import string
from dataclasses import dataclass
from pathlib import Path

from aac.files.json_file import read_json, write_json

CODE_LIFE = 300.0  # seconds
CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks like something else
CODE_LENGTH = 10  # 49 bits: guessed in five minutes by nobody who may try 100 times a minute
MOST_PHONES = 50
NAME_LIMIT = 30
JOINER = "\u200d"  # of emoji that are put together; it shows nothing by itself
_HEX = frozenset(string.hexdigits.lower())


class Code:
    """The code that is shown now, if one is.  It is told the time in seconds."""

    def __init__(self) -> None:
        self._code, self._until = "", 0.0

    def new(self, now: float) -> str:
        """Another code; the one before is no longer good."""
        self._code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
        self._until = now + CODE_LIFE
        return self._code

    def fits(self, tried: str, now: float) -> bool:
        """Whether ``tried`` is the code, however it was typed."""
        typed = tried.upper().replace("-", "")
        same = hmac.compare_digest(typed.encode(), self._code.encode())
        return bool(self._code) and same and now < self._until

    def end(self) -> None:
        self._code = ""

    def over(self, now: float) -> bool:
        """Whether its time is up; tells so once."""
        if not self._code or now < self._until:
            return False
        self.end()
        return True


@dataclass(frozen=True)
class Phone:
    """``id``: to speak of it.  ``token``: the SHA-256 of its token, in hexadecimal."""

    id: str
    name: str
    token: str


class Phones:
    """The paired phones, in a file of the profile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._phones = {phone.token: phone for phone in _read(path)}

    def all(self) -> list[Phone]:
        return list(self._phones.values())

    def find(self, token: str) -> Phone | None:
        """The phone that has this token."""
        return self._phones.get(_hashed(token)) if token else None

    def add(self, name: str) -> tuple[Phone, str]:
        """A new phone, and the token that only it will know.  Raises `OSError`.

        Of more than `MOST_PHONES` the oldest is forgotten.
        """
        token = secrets.token_urlsafe(32)
        phone = Phone(secrets.token_hex(4), name, _hashed(token))
        kept = [*self._phones.values(), phone][-MOST_PHONES:]
        self._write(kept)
        return phone, token

    def forget(self, phone_id: str) -> None:
        """It is a stranger from now on.  Raises `OSError`, and has forgotten it nevertheless."""
        kept = [phone for phone in self._phones.values() if phone.id != phone_id]
        self._phones = {phone.token: phone for phone in kept}
        self._write(kept)
        # The file before this one still knows it.
        self._path.with_name(self._path.name + ".bak").unlink(missing_ok=True)

    def _write(self, phones: list[Phone]) -> None:
        lines = [{"id": each.id, "name": each.name, "token": each.token} for each in phones]
        write_json(self._path, {"phones": lines})
        self._phones = {phone.token: phone for phone in phones}


def plain_line(text: str, limit: int) -> str:
    """One line of plain letters: no control signs, nothing that turns the direction of writing."""
    line = "".join(sign if sign.isprintable() or sign == JOINER else " " for sign in text)
    return " ".join(line.split())[:limit].strip()


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _read(path: Path) -> list[Phone]:
    """What makes sense of the file."""
    found, _ = read_json(path)
    lines = found.get("phones")
    phones = []
    for line in lines if isinstance(lines, list) else []:
        match line:
            case {"id": str(phone_id), "name": str(name), "token": str(token)} if (
                len(token) == 64 and set(token) <= _HEX
            ):
                phones.append(Phone(phone_id[:16], plain_line(name, NAME_LIMIT), token))
    return phones[-MOST_PHONES:]
