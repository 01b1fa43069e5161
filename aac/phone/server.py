"""Serves the page: who is let in, what they get, and how much of it.

Whoever has no token gets an empty 404 for everything, and so does every request that no page of
ours makes; nothing tells them apart.  Connections are closed after each answer, so that none is
held for nothing.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from urllib.parse import parse_qs

from aac.phone import answer
from aac.phone.allowance import Allowance
from aac.phone.live import Live
from aac.phone.networks import is_home, is_own
from aac.phone.page import Pages
from aac.phone.paired import NAME_LIMIT, Code, Phone, Phones, plain_line
from aac.phone.request import HEAD_LIMIT, BadRequest, Request, read_head

COOKIE = "wren_phone"
YEAR = 365 * 24 * 3600
HEAD_TIME = 5.0  # seconds for all that a phone asks; a slow one asks again
MOST_CONNECTIONS, FROM_ONE = 100, 50
REPLY_LIMIT = 200  # letters

ENDS = (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError)

Tell = Callable[..., None]


class Server:
    """``tell``: sends a message to Wren.  ``file``: of the paired phones."""

    def __init__(self, pages: Pages, file: Path, tell: Tell) -> None:
        self._pages, self._tell = pages, tell
        self.phones, self.code = Phones(file), Code()
        self.live = Live(self.tell_phones)
        self._listening: asyncio.Server | None = None
        self._hosts: set[str] = set()
        self._open: Counter[str] = Counter()
        self._asked = Allowance(each=300, together=2000)
        self._refused = Allowance(each=20, together=100)
        self._said = Allowance(each=10, together=60)

    async def listen(self, address: str, port: int) -> None:
        """Serve at this address and no other.  Raises `OSError`."""
        self.close()
        self._listening = await asyncio.start_server(
            self._connected, address, port, limit=HEAD_LIMIT, backlog=50
        )
        self._hosts = {f"{address}:{port}"}

    def close(self) -> None:
        """Nobody is served any more."""
        if self._listening is not None:
            self._listening.close()
        self._listening, self._hosts = None, set()
        self.live.cut()

    def forget(self, phone_id: str) -> None:
        """The phone is a stranger from now on, and what it shows is cut."""
        with suppress(OSError):
            self.phones.forget(phone_id)
        self.live.cut(phone_id)
        self.tell_phones()

    def tell_phones(self) -> None:
        """Wren lists the phones, and which of them look now."""
        here = self.live.phones
        phones = [
            {"id": each.id, "name": each.name, "here": each.id in here}
            for each in self.phones.all()
        ]
        self._tell(phones=phones)

    # ---------------------------------------------------------------------- one connection

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        peer = str((writer.get_extra_info("peername") or ("",))[0])
        full = self._open.total() >= MOST_CONNECTIONS or self._open[peer] >= FROM_ONE
        if full or not (is_home(peer) or is_own(peer)):
            writer.transport.abort()
            return
        self._open[peer] += 1
        try:
            await self._serve(peer, reader, writer)
        except ENDS:
            writer.transport.abort()
        finally:
            self._open[peer] -= 1
            self._open += Counter()  # drops who has none
            writer.close()

    async def _serve(
        self, peer: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            request, body = await asyncio.wait_for(_read(reader), HEAD_TIME)
        except BadRequest:
            await _send(writer, self._refuse(peer))
            return
        if not self._asked.spend(peer, monotonic()):
            writer.transport.abort()
            return
        phone = self._known(request)
        if phone is not None and (request.method, request.path) == ("GET", "/live"):
            await self.live.serve(phone.id, reader, writer)
            return
        found = self._answer(request, body, phone, peer) if self._is_ours(request) else None
        await _send(writer, found or self._refuse(peer))

    def _known(self, request: Request) -> Phone | None:
        """The phone that asks, from a page of ours."""
        return self.phones.find(request.cookie(COOKIE)) if self._is_ours(request) else None

    def _is_ours(self, request: Request) -> bool:
        """Not by a name that somebody made point here, and not from another site's page.

        What changes something has to come from our own page.
        """
        if request.host not in self._hosts:
            return False
        if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return False
        return request.method == "GET" or request.headers.get("origin") == f"http://{request.host}"

    def _refuse(self, peer: str) -> bytes:
        """An empty answer, and soon none at all."""
        return answer.plain(404) if self._refused.spend(peer, monotonic()) else b""

    # ---------------------------------------------------------------------------- answers

    def _answer(
        self, request: Request, body: bytes, phone: Phone | None, peer: str
    ) -> bytes | None:
        if request.path.startswith("/pair/"):
            return self._pair(request, body, peer)
        if phone is None:
            return None
        match request.method, request.path:
            case "GET", "/":
                return self._pages.live()
            case "GET", "/favicon.ico":
                return answer.plain(204)
            case "POST", "/here":
                self.live.looks(phone.id, monotonic())
                return answer.plain(204)
            case "POST", "/coming" | "/reply":
                return self._heard(request, body, phone)
        return None

    def _pair(self, request: Request, body: bytes, peer: str) -> bytes | None:
        tried = request.path.removeprefix("/pair/")
        if self._refused.spent(peer, monotonic()) or not self.code.fits(tried, monotonic()):
            return None
        if request.method == "GET":
            return self._pages.pair(tried)
        try:
            fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=5)
            name = plain_line(fields.get("name", [""])[0], NAME_LIMIT)
            phone, token = self.phones.add(name or f"Phone {len(self.phones.all()) + 1}")
        except (OSError, ValueError):
            return None  # the code is still good
        self.code.end()
        self._tell(paired=phone.name)
        self.tell_phones()
        cookie = f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/; Max-Age={YEAR}"
        return answer.plain(303, {"Location": "/", "Set-Cookie": cookie})

    def _heard(self, request: Request, body: bytes, phone: Phone) -> bytes | None:
        """A phone says that somebody comes, or sends a reply."""
        if request.headers.get("content-type") != "application/json":
            return None
        try:
            told = json.loads(body or b"{}")
        except (ValueError, RecursionError):
            return None
        if not self._said.spend(phone.id, monotonic()):
            return answer.plain(429)
        if request.path == "/coming":
            self._tell(coming=phone.name)
            return answer.plain(204)
        text = told.get("text") if isinstance(told, dict) else None
        if not isinstance(text, str) or not (line := plain_line(text, REPLY_LIMIT)):
            return answer.plain(400)
        self._tell(reply=line, by=phone.name)
        return answer.plain(204)


async def _read(reader: asyncio.StreamReader) -> tuple[Request, bytes]:
    request = read_head(await reader.readuntil(b"\r\n\r\n"))
    return request, await reader.readexactly(request.length)


async def _send(writer: asyncio.StreamWriter, found: bytes) -> None:
    writer.write(found)
    await asyncio.wait_for(writer.drain(), HEAD_TIME)
    writer.close()
    await asyncio.wait_for(writer.wait_closed(), HEAD_TIME)
