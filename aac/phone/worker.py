"""The process that serves the family's phones: nothing from the network gets any nearer to Wren.

Told: ``serve`` (what and where, first of all), ``view`` (what phones show), ``pair`` (a new code,
or none), ``forget`` (a phone's id), ``ping``.  Tells: ``at`` (its address and port) or
``problem``, ``code``, ``code_over``, ``paired``, ``phones``, ``coming``, ``reply``, ``pong``.
Nothing that is said is written anywhere.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from aac.sound.pipe import Message, Pipe

if TYPE_CHECKING:
    from aac.phone.server import Server

LOOK = 2.0  # seconds between two looks at the networks, and at the age of the code
MORE_PORTS = 10  # tried one after the other where the wanted one is taken


class Worker:
    """``wanted``: what Wren told with ``serve``."""

    def __init__(self, pipe: Pipe, server: Server, wanted: Message) -> None:
        self._pipe, self._server = pipe, server
        self._network, self._port = str(wanted["network"]), int(wanted["port"])
        self._own = bool(wanted.get("own", False))
        self._at: tuple[str, int] | None = None
        self._problem = ""

    async def run(self) -> None:
        """Serve where the phones can reach us, for ever."""
        import asyncio

        self._server.tell_phones()
        while True:
            await self.look()
            self._server.live.pass_time(monotonic())
            if self._server.code.over(monotonic()):
                self._pipe.send(code_over=True)
            await asyncio.sleep(LOOK)

    async def look(self) -> None:
        """Move to where this computer is now."""
        from aac.phone import networks

        there = networks.networks()
        own = "127.0.0.1" if self._own else None
        address = own or networks.chosen(self._network, there, networks.usual_address())
        if address is None:
            self._lost("no-network")
        elif self._at is None or self._at[0] != address:
            await self._listen(address)

    def told(self, message: Message) -> None:
        """A message of Wren's."""
        import json

        match message:
            case {"ping": number}:
                self._pipe.send(pong=number)
            case {"view": dict(view)}:
                self._server.live.show(json.dumps(view).encode("ascii"))
            case {"pair": True} if self._at is not None:
                code, (address, port) = self._server.code.new(monotonic()), self._at
                self._pipe.send(code=f"http://{address}:{port}/pair/{code[:5]}-{code[5:]}")
            case {"pair": False}:
                self._server.code.end()
            case {"forget": str(phone)}:
                self._server.forget(phone)

    async def _listen(self, address: str) -> None:
        for port in range(self._port, self._port + MORE_PORTS):
            try:
                await self._server.listen(address, port)
            except OSError:
                continue
            self._at, self._problem = (address, port), ""
            self._pipe.send(at=f"{address}:{port}", usual=port == self._port)
            return
        self._lost("no-port")

    def _lost(self, why: str) -> None:
        self._server.close()
        if self._at is not None or why != self._problem:
            self._at, self._problem = None, why
            self._pipe.send(problem=why)


def main() -> None:
    pipe = Pipe()
    pipe.send(ready=True)
    while (wanted := pipe.take(None)) is not None:
        if "ping" in wanted:
            pipe.send(pong=wanted["ping"])
        if isinstance(wanted.get("serve"), dict):
            break
    if wanted is not None:
        _serve(pipe, wanted["serve"])


def _tell_fault(loop: object, context: dict[str, Any]) -> None:
    """By its type alone: its message may quote what somebody said."""
    print(f"phone: {type(context.get('exception')).__name__}", file=sys.stderr)


def _serve(pipe: Pipe, wanted: dict[str, Any]) -> None:
    sys.modules["ssl"] = None  # type: ignore[assignment]  # 6 MB, and nothing here is encrypted
    import asyncio

    from aac.phone.page import Pages
    from aac.phone.server import Server

    async def run() -> None:
        pages = Pages(Path(wanted["pages"]), wanted["words"], wanted["language"])
        worker = Worker(pipe, Server(pages, Path(wanted["file"]), pipe.send), wanted)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_tell_fault)

        def hear() -> None:
            while (message := pipe.take(None)) is not None:
                loop.call_soon_threadsafe(worker.told, message)

        threading.Thread(target=hear, daemon=True).start()
        await worker.run()

    asyncio.run(run())


if __name__ == "__main__":
    main()
