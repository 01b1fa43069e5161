"""A real browser, as large as a phone, driven over its own debugging port."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 30  # seconds; only a failure waits so long


def found() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


class Browser:
    """One browser with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        program = found()
        assert program
        self._profile = folder / "browser"
        command = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-dev-shm-usage", "--mute-audio", "--remote-debugging-port=0",
            f"--user-data-dir={self._profile}", "about:blank",
        ]  # fmt: skip
        with (folder / "browser.txt").open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        port_file = self._profile / "DevToolsActivePort"
        _until(lambda: port_file.exists() and port_file.read_text().count("\n"))
        port, path = port_file.read_text().splitlines()[:2]
        self._ends = ExitStack()
        talk = connect(f"ws://127.0.0.1:{port}{path}", max_size=None)
        self._socket = self._ends.enter_context(talk)
        self._number = 0
        self.complaints: list[str] = []

    def call(self, method: str, session: str = "", **parts: object) -> dict[str, Any]:
        """Do this, in the page of a session or in the browser itself."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parts}
        if session:
            message["sessionId"] = session
        self._socket.send(json.dumps(message))
        while True:
            answer = json.loads(self._socket.recv(timeout=PATIENCE))
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            if answer.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
                self.complaints.append(json.dumps(answer["params"]))

    def stop(self) -> None:
        self._ends.close()
        self._process.kill()
        self._process.wait()


class Phone:
    """A page of a browser with cookies of its own, 390 x 844 like a phone."""

    def __init__(self, browser: Browser, *, dark: bool = False) -> None:
        self._browser, self._session = browser, ""
        context = self._call("Target.createBrowserContext")["browserContextId"]
        target = self._call("Target.createTarget", url="about:blank", browserContextId=context)
        attached = self._call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        self._call("Emulation.setDeviceMetricsOverride", width=390, height=844,
                   deviceScaleFactor=2, mobile=True)  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[scheme])
        for domain in ("Page", "Log", "Runtime", "Accessibility"):
            self._call(f"{domain}.enable")

    @property
    def complaints(self) -> list[str]:
        """What the browser found wrong."""
        return self._browser.complaints

    def _call(self, method: str, **parts: object) -> dict[str, Any]:
        return self._browser.call(method, self._session, **parts)

    def open(self, address: str) -> None:
        self._call("Page.navigate", url=address)
        self.wait("document.readyState == 'complete'")

    def run(self, script: str) -> Any:
        """The value of the script, with a tap of the person's as its reason."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True,
                            awaitPromise=True, userGesture=True)  # fmt: skip
        return answer["result"].get("value")

    def wait(self, condition: str) -> None:
        _until(lambda: self.run(condition) is True)

    def text(self, place: str) -> str:
        return str(self.run(f"document.getElementById('{place}').innerText"))

    def spoken(self) -> list[tuple[str, str]]:
        """What a screen reader finds: role and name."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        shown = (node for node in nodes if not node.get("ignored"))
        return [
            (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")))
            for node in shown
        ]

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._call("Page.captureScreenshot")["data"]))


def _until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)
