"""What is live goes to every phone at once; one that does not keep up misses what is past."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from aac.phone import answer

BEAT = 5.0  # seconds between two signs of life; the page says after 12 that it heard none
PATIENCE = 10.0  # seconds a phone may take to accept what it is sent
LOOK_LIFE = 20.0  # seconds after a page in front has told so; it tells every eight
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


class Looking:
    """Which phones have their page in front now, told by the pages.  It is told the time.

    An open stream proves nothing: a phone that has left the house keeps one for many minutes.
    """

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def phones(self) -> set[str]:
        return set(self._until)

    def looks(self, phone: str, now: float) -> None:
        self._until[phone] = now + LOOK_LIFE

    def look_away(self, phone: str) -> None:
        self._until.pop(phone, None)

    def pass_time(self, now: float) -> None:
        """Whoever has told nothing for too long looks no more."""
        self._until = {phone: until for phone, until in self._until.items() if now < until}


class Live:
    """``changed``: called when a phone begins to look or looks no more."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._streams: list[Stream] = []
        self._looking = Looking()
        self._shown = b"{}"

    @property
    def phones(self) -> set[str]:
        """The ids of those that look now."""
        return self._looking.phones()

    def looks(self, phone: str, now: float) -> None:
        """A page of this phone is in front."""
        if any(stream.phone == phone for stream in self._streams):
            known = phone in self.phones
            self._looking.looks(phone, now)
            if not known:
                self._changed()

    def pass_time(self, now: float) -> None:
        """Some may look no more."""
        before = self.phones
        self._looking.pass_time(now)
        if self.phones != before:
            self._changed()

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
        self._streams.append(stream)
        gone = asyncio.ensure_future(_until_gone(stream, reader))
        with suppress(OSError, TimeoutError):
            await self._send_all(stream)
        gone.cancel()
        self._streams.remove(stream)
        if phone in self.phones and all(each.phone != phone for each in self._streams):
            self._looking.look_away(phone)
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
