"""The two pages that phones get: the one that pairs, and the live one."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from html import escape
from pathlib import Path

from aac.phone import answer


class Pages:
    """``folder``: their files.  ``words``: the texts that stand in them, by key.

    ``language``: of the texts, such as ``de``.
    """

    def __init__(self, folder: Path, words: Mapping[str, str], language: str) -> None:
        self._words, self._language = words, language
        self._files = {
            name: (folder / name).read_text("utf-8")
            for name in ("page.css", "pair.html", "live.html", "live.js")
        }

    def pair(self, code: str) -> bytes:
        """Asks for a name of the phone; only its button uses up the code."""
        return self._page("pair.html", {"code": code})

    def live(self) -> bytes:
        """What is live on it comes by the stream of events."""
        words = json.dumps(self._words).replace("<", "\\u003c")
        return self._page("live.html", {"words": words, "script": self._files["live.js"]})

    def _page(self, name: str, raw: Mapping[str, str]) -> bytes:
        """The file with its gaps ``{{key}}`` filled; words are escaped, ``raw`` parts are not."""
        nonce = secrets.token_urlsafe(16)
        html = self._files[name]
        for key, text in self._words.items():
            html = html.replace("{{" + key + "}}", escape(text))
        parts = {"nonce": nonce, "language": self._language, "style": self._files["page.css"]}
        for key, text in {**parts, **raw}.items():
            html = html.replace("{{" + key + "}}", text)
        return answer.page(html.encode(), nonce)
