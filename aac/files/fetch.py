"""Pictures and sounds that are only on the internet, fetched when a person has agreed to it.

Never by itself.  Only by https, only from the hosts that were listed before, only from public
addresses, within limits of size and time; nothing about the person goes along.
"""

from __future__ import annotations

import ipaddress
import socket
import time
import urllib.request
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from http.client import HTTPException
from typing import IO
from urllib.error import URLError
from urllib.parse import urlsplit

from aac.files.notes import Notes
from aac.files.obf.content import key_of, kind_of
from aac.files.obf.media import KINDS, cells_with, files_of, only_addresses
from aac.files.obf.raw import Raw, records
from aac.model.board import Board, Cell

EACH_LIMIT = 5 * 2**20  # bytes of one picture or sound
ALL_LIMIT = 128 * 2**20
EACH_SECONDS = 10.0
ALL_SECONDS = 300.0
_PIECE = 64 * 1024

Get = Callable[[str], bytes]


class FetchProblem(Exception):
    """It cannot be fetched; the message is a plain sentence."""


def hosts(boards: Iterable[Board]) -> dict[str, int]:
    """Host -> how many pictures and sounds lie there; "" where Wren would not go."""
    urls = {url_of(record) for board in boards for kind in KINDS
            for record in only_addresses(board, kind)}  # fmt: skip
    return dict(Counter(_host(url) for url in sorted(urls)).most_common())


def url_of(record: Raw) -> str:
    """The address of a picture or sound, "" where it has none."""
    url = record.get("url")
    return url if isinstance(url, str) else ""


def fetched(
    boards: Iterable[Board],
    notes: Notes,
    get: Get,
    done: Callable[[int], None] = lambda n: None,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Board, ...]:
    """The boards with what could be fetched in them; what could not is told."""
    until, left = clock() + ALL_SECONDS, ALL_LIMIT
    found: dict[str, bytes | None] = {}
    boards = tuple(boards)
    for board in boards:
        for kind in KINDS:
            for url in map(url_of, only_addresses(board, kind)):
                if url in found:
                    continue
                found[url] = None
                if clock() > until or left <= 0:
                    notes.lose("There was no more time or room for a picture or sound.", board.name)
                    continue
                try:
                    content = get(url)
                    _check(content, kind)
                except FetchProblem as problem:
                    notes.lose(str(problem), board.name)
                    continue
                found[url], left = content, left - len(content)
                done(len(found))
    there = {url: content for url, content in found.items() if content}
    return tuple(_with(board, there) for board in boards)


def _check(content: bytes, kind: str) -> None:
    wanted = "image/" if kind == "images" else "audio/"
    if not kind_of(content).content_type.startswith(wanted):
        raise FetchProblem("What came is no picture or sound.")


def _with(board: Board, there: Mapping[str, bytes]) -> Board:
    extra, keys = dict(board.extra), dict[tuple[str, str], str]()
    files = files_of(board.extra)
    for kind, field in KINDS.items():
        missing = [url_of(record) for record in only_addresses(board, kind)]
        named = cells_with(board, kind)
        extra[kind] = [
            {**record, "data": _inline(there[url_of(record)])}
            if url_of(record) in missing and url_of(record) in there
            else record
            for record in records(board.extra.get(kind))
        ]
        for cell_id, record in named.items():
            if url_of(record) in missing and url_of(record) in there:
                keys[cell_id, field] = key_of(there[url_of(record)])
    if not keys and not files and extra == dict(board.extra):
        return board
    grid = tuple(tuple(_keyed(cell, keys) if cell else None for cell in row) for row in board.grid)
    return replace(board, grid=grid, extra=extra)


def _keyed(cell: Cell, keys: Mapping[tuple[str, str], str]) -> Cell:
    return replace(
        cell,
        picture=keys.get((cell.id, "image_id"), cell.picture),
        sound=keys.get((cell.id, "sound_id"), cell.sound),
    )


def _inline(content: bytes) -> str:
    coded = b64encode(content).decode("ascii")
    return f"data:{kind_of(content).content_type};base64,{coded}"


def get_https(allowed: Iterable[str]) -> Get:
    """What fetches from these hosts, and from no other.  It raises `FetchProblem`."""
    known = frozenset(allowed) - {""}
    opener = urllib.request.OpenerDirector()  # no proxies, cookies, files, ftp or plain http
    for handler in (urllib.request.HTTPSHandler(), urllib.request.HTTPErrorProcessor(),
                    urllib.request.HTTPDefaultErrorHandler(), _SameHosts(known)):  # fmt: skip
        opener.add_handler(handler)

    def get(url: str) -> bytes:
        _allow(url, known)
        request = urllib.request.Request(url, headers={"User-Agent": "Wren", "Accept": "*/*"})
        try:
            with opener.open(request, timeout=EACH_SECONDS) as answer:
                return _read(answer)
        except (URLError, HTTPException, OSError, ValueError):
            raise FetchProblem("A picture or sound could not be fetched.") from None

    return get


class _SameHosts(urllib.request.HTTPRedirectHandler):
    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    def redirect_request(  # type: ignore[no-untyped-def]  # as urllib has it
        self, req, fp, code, msg, headers, newurl
    ):
        _allow(newurl, self._known)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _allow(url: str, known: frozenset[str]) -> None:
    host = _host(url)
    if not host:
        raise FetchProblem("An address is not a plain https address.")
    if host not in known:
        raise FetchProblem("A host sends on to another host that nobody has agreed to.")
    try:
        addresses = {found[4][0] for found in socket.getaddrinfo(host, 443)}
    except OSError:
        raise FetchProblem("A host is not to be found.") from None
    if not all(ipaddress.ip_address(address).is_global for address in addresses):
        raise FetchProblem("A host is no public one.")


def _host(url: str) -> str:
    """The host of an https address without name, password or odd port, else ""."""
    try:
        parts = urlsplit(url)
        usual = parts.port in (None, 443) and parts.username is None
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme == "https" and usual else ""


def _read(answer: IO[bytes]) -> bytes:
    until = time.monotonic() + EACH_SECONDS
    found = b""
    while piece := answer.read(_PIECE):
        found += piece
        if len(found) > EACH_LIMIT:
            raise FetchProblem("A picture or sound is too large.")
        if time.monotonic() > until:
            raise FetchProblem("A picture or sound took too long to come.")
    return found
