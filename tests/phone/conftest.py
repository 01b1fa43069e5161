"""A real process that serves phones on this computer alone, and plain clients."""

from __future__ import annotations

import http.client
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from aac.model.phone_words import page_words

ROOT = Path(__file__).parents[2]
PATIENCE = 20  # seconds; only a failure waits so long


class Served:
    """The process; ``said`` and ``wrote`` are what it told and what it put on stderr."""

    def __init__(self, folder: Path, port: int, **wanted: object) -> None:
        command = [sys.executable, "-P", "-m", "aac.sound.lean", "aac.phone.worker"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.errors = folder / "stderr.txt"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                command, stdin=-1, stdout=-1, stderr=errors, env=environment
            )
        self._lines: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._past: list[dict[str, Any]] = []
        threading.Thread(target=self._read, daemon=True).start()
        self.file = folder / "phones.json"
        usual = {"network": "", "port": port, "file": str(self.file), "own": True}
        pages = {"pages": str(ROOT / "assets" / "phone"), "words": page_words(), "language": "en"}
        self.tell(serve={**usual, **pages, **wanted})

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))

    def tell(self, **message: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(message).encode() + b"\n")
        self.process.stdin.flush()

    def told(self, key: str) -> Any:
        """The next message that has this key; others are passed over."""
        while True:
            message = self._lines.get(timeout=PATIENCE)
            if key in message:
                return message[key]

    def silent(self, *keys: str) -> bool:
        """Whether it has told nothing of these until it answered a ping."""
        self.tell(ping=1)
        while "pong" not in (message := self._lines.get(timeout=PATIENCE)):
            if set(keys) & set(message):
                return False
        return True

    @property
    def address(self) -> tuple[str, int]:
        if not hasattr(self, "_at"):
            host, _, port = self.told("at").partition(":")
            self._at = host, int(port)
        return self._at

    @property
    def host(self) -> str:
        return "{}:{}".format(*self.address)

    def code(self) -> str:
        """A new code; its path."""
        assert self.address
        self.tell(pair=True)
        return str(self.told("code")).removeprefix(f"http://{self.host}")

    def ask(
        self, method: str, path: str, body: str | None = None, **headers: str
    ) -> http.client.HTTPResponse:
        """One request on a connection of its own; ``_`` in names of headers stands for ``-``."""
        connection = http.client.HTTPConnection(*self.address, timeout=PATIENCE)
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, fields)
        return connection.getresponse()

    def pair(self, name: str = "Anna", code: str = "") -> str:
        """Connect a phone; its cookie."""
        answer = self.ask("POST", code or self.code(), urlencode({"name": name}), **self.form())
        assert answer.status == 303
        return answer.getheader("Set-Cookie", "").partition(";")[0]

    def form(self) -> dict[str, str]:
        return {"Origin": f"http://{self.host}",
                "Content_Type": "application/x-www-form-urlencoded"}  # fmt: skip

    def post(self, path: str, told: object, cookie: str) -> int:
        headers = {"Origin": f"http://{self.host}", "Content_Type": "application/json"}
        return self.ask("POST", path, json.dumps(told), Cookie=cookie, **headers).status

    def live(self, cookie: str) -> http.client.HTTPResponse:
        return self.ask("GET", "/live", Cookie=cookie)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


def seen(stream: http.client.HTTPResponse) -> dict[str, Any]:
    """The next view that comes; signs of life are passed over."""
    while True:
        line = stream.readline()
        assert line, "the stream has ended"
        if line.startswith(b"data: {"):
            found: dict[str, Any] = json.loads(line[6:])
            return found


@pytest.fixture
def port() -> int:
    """Another for each worker of the tests."""
    number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    return 18737 + 50 * int(number)


@pytest.fixture
def served(tmp_path: Path, port: int) -> Iterator[Served]:
    made = Served(tmp_path, port)
    yield made
    made.stop()
