"""Printing results: one JSON object, or lines for people; spreads; the machine."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from math import ceil

from aac import __version__


def print_result(result: Mapping[str, object], *, as_json: bool) -> None:
    """The result on standard output."""
    if as_json:
        print(json.dumps(result, ensure_ascii=False))
        return
    for key, value in result.items():
        if isinstance(value, list) and value:
            print(f"{key}:", *(f"  {_line(one)}" for one in value), sep="\n")
        else:
            print(f"{key}: {_line(value)}")


def _line(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@contextmanager
def quiet_libraries() -> Iterator[None]:
    """ALSA writes a page to standard error where there is no sound card; we say it in a line."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def spread(values: Sequence[float], digits: int = 2) -> dict[str, float | int] | None:
    """Median, 99th percentile (nearest rank) and number, or None where there is nothing."""
    if not values:
        return None
    ordered = sorted(values)
    middle = ordered[len(ordered) // 2]
    if len(ordered) % 2 == 0:
        middle = (middle + ordered[len(ordered) // 2 - 1]) / 2
    last = ordered[ceil(0.99 * len(ordered)) - 1]
    return {"median": round(middle, digits), "p99": round(last, digits), "n": len(ordered)}


def machine() -> dict[str, object]:
    """What was measured, on what, and when."""
    return {
        "version": __version__,
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
    }


def progress(done: int, of: int, what: str) -> None:
    """A line on standard error that grows, where that is a terminal."""
    if not sys.stderr.isatty():
        return
    filled = round(30 * done / max(of, 1))
    end = "\n" if done >= of else ""
    print(f"\r{what} [{'#' * filled}{'.' * (30 - filled)}] {done}/{of}", end=end, file=sys.stderr)
