"""Reads the head of an HTTP request: strictly, and no more of HTTP than the page needs.

Whatever is odd is refused: no folded lines, no repeated headers that matter, no chunked bodies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

HEAD_LIMIT = 8192  # bytes; a browser sends about 600
BODY_LIMIT = 4096  # bytes; a reply of 200 letters with all of them escaped has 2,400
MOST_HEADERS = 50
METHODS = ("GET", "POST")

_TARGET = re.compile(r"/[A-Za-z0-9/_.-]{0,200}")
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
_DIGITS = re.compile(r"[0-9]{1,5}")


class BadRequest(Exception):
    """This is no request that the page makes."""


@dataclass(frozen=True)
class Request:
    """``headers``: by name in small letters.  ``length``: bytes of the body that follows."""

    method: str
    path: str
    headers: Mapping[str, str]
    length: int

    @property
    def host(self) -> str:
        return self.headers.get("host", "")

    def cookie(self, name: str) -> str:
        """The cookie's value; ``""`` where there is none, or several."""
        pairs = (part.strip().partition("=") for part in self.headers.get("cookie", "").split(";"))
        values = [value for found, _, value in pairs if found == name]
        return values[0] if len(values) == 1 else ""


def read_head(raw: bytes) -> Request:
    """The request whose head this is, up to the empty line.  Raises `BadRequest`."""
    lines = raw.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    parts = lines[0].split(" ")
    if len(parts) != 3 or parts[0] not in METHODS or parts[2] not in ("HTTP/1.1", "HTTP/1.0"):
        raise BadRequest
    if not _TARGET.fullmatch(parts[1]) or len(lines) > MOST_HEADERS:
        raise BadRequest
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        name = name.lower()
        if not colon or not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise BadRequest
        if name in headers:
            raise BadRequest  # browsers repeat none, and two readings of one head are a danger
        headers[name] = value.strip()
    if "transfer-encoding" in headers:
        raise BadRequest
    return Request(parts[0], parts[1], headers, _length(parts[0], headers))


def _length(method: str, headers: Mapping[str, str]) -> int:
    told = headers.get("content-length", "0")
    if not _DIGITS.fullmatch(told) or int(told) > BODY_LIMIT:
        raise BadRequest
    if method == "GET" and int(told):
        raise BadRequest
    return int(told)
