"""Answers to phones, each with the headers that keep the page to itself."""

from __future__ import annotations

from collections.abc import Mapping

_REASONS = {
    200: "OK",
    204: "No Content",
    303: "See Other",
    400: "Bad Request",
    404: "Not Found",
    429: "Too Many Requests",
}

# Nothing from elsewhere is loaded, nothing of the page is shown elsewhere, and nothing is kept.
SAFE: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not `no-referrer`: the browser would hide the origin of a form that is sent.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Connection": "close",
}
_NOTHING = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "img-src data:; connect-src 'self'"
)


def head(status: int, headers: Mapping[str, str], nonce: str = "") -> bytes:
    """The head of an answer.  ``nonce``: marks the page's own style and script."""
    policy = _NOTHING
    if nonce:
        policy += f"; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'"
    fields = {**SAFE, "Content-Security-Policy": policy, **headers}
    lines = [f"HTTP/1.1 {status} {_REASONS[status]}", *(f"{k}: {v}" for k, v in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def plain(status: int, headers: Mapping[str, str] | None = None) -> bytes:
    """An answer without a body."""
    length = {} if status == 204 else {"Content-Length": "0"}
    return head(status, {**length, **(headers or {})})


def page(html: bytes, nonce: str) -> bytes:
    """A page, the whole of it."""
    fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(html))}
    return head(200, fields, nonce) + html


def stream() -> bytes:
    """The head of a stream of events, which has no end."""
    return head(200, {"Content-Type": "text/event-stream; charset=utf-8"})
