"""What is live goes to every phone at once; one that does not keep up misses what is past."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from aac.phone import answer

BEAT = 5.0  # seconds between two signs of life; the page says after 12 that it heard none
PATIENCE = 10.0  # seconds a phone may take to accept what it is sent
MOST = 40  # streams: twenty phones, and as many that have just lost theirs and come again
OF_ONE = 3  # streams of one phone: more pages of it than these close the oldest


class Stream:
    """One open page of a phone."""

    def __init__(self, phone: str, writer: asyncio.StreamWriter) -> None:
        self.phone, self.writer = phone, writer
        self.news = asyncio.Event()

    def cut(self) -> None:
        """End it now, whatever is still to be sent."""
        self.writer.transport.abort()
        self.news.set()


class Live:
    """``changed``: called when a phone's first page opens or its last one closes."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._streams: list[Stream] = []
        self._shown = b"{}"

    @property
    def phones(self) -> set[str]:
        """The ids of those that look now."""
        return {stream.phone for stream in self._streams}

    def show(self, shown: bytes) -> None:
        """Tell all.  ``shown``: one line of JSON."""
        self._shown = shown
        for stream in self._streams:
            stream.news.set()

    def cut(self, phone: str | None = None) -> None:
        """End the streams of this phone, or all."""
        for stream in list(self._streams):
            if phone in (None, stream.phone):
                stream.cut()

    async def serve(
        self, phone: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Send until the phone has gone."""
        same = [stream for stream in self._streams if stream.phone == phone]
        for surplus in (*same[: max(0, len(same) - OF_ONE + 1)], *self._streams[: -MOST + 1]):
            surplus.cut()
        stream = Stream(phone, writer)
        before = self.phones
        self._streams.append(stream)
        if self.phones != before:
            self._changed()
        gone = asyncio.ensure_future(_until_gone(stream, reader))
        with suppress(OSError, TimeoutError):
            await self._send_all(stream)
        gone.cancel()
        self._streams.remove(stream)
        if phone not in self.phones:
            self._changed()

    async def _send_all(self, stream: Stream) -> None:
        writer = stream.writer
        writer.transport.set_write_buffer_limits(high=16384)
        writer.write(answer.stream() + b"retry: 2000\n\n")
        stream.news.set()
        while not writer.is_closing():
            with suppress(TimeoutError):
                await asyncio.wait_for(stream.news.wait(), BEAT)
            if stream.news.is_set():
                stream.news.clear()
                writer.write(b"data: " + self._shown + b"\n\n")
            else:
                writer.write(b"event: beat\ndata:\n\n")
            await asyncio.wait_for(writer.drain(), PATIENCE)


async def _until_gone(stream: Stream, reader: asyncio.StreamReader) -> None:
    """A phone that has gone is noticed at once, and one that goes on talking is not listened to."""
    with suppress(OSError):
        await reader.read(1)
    stream.cut()
