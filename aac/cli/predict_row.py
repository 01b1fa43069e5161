"""One row of ``wren bench predict``, measured in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from aac.cli.contenders import Contender
from aac.cli.output import progress, spread
from aac.cli.peers import PeerProblem
from aac.cli.predict_measures import (
    SIZES,
    USUAL,
    Asking,
    Bits,
    NoAnswer,
    Typed,
    hit_shares,
    interval,
    ranks,
    read_signs,
    savings,
    typed,
)
from aac.model.settings import Settings
from aac.ports import Predictor

TIMED = 100  # messages that a predictor without letters is timed on


@dataclass
class Row:
    """``figures``: the row as it is printed.  ``usual``: each message with lists of 6."""

    figures: dict[str, object]
    notes: list[str]
    usual: list[Typed] = field(default_factory=list)


def measure(contender: Contender, texts: Sequence[str]) -> Row:
    """All figures of one predictor."""
    try:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            return _measured(contender, texts, Path(folder))
    except PeerProblem as problem:
        return _without_figures(contender, str(problem))
    except NoAnswer:
        return _without_figures(contender, "it does not answer")


def _without_figures(contender: Contender, why: str) -> Row:
    figures = dict.fromkeys(
        ("ks", "ks6_interval", "hit", "bits_per_char", "ms", "open_ms", "memory_mb", "disk_mb")
    )
    return Row({"name": contender.name, **figures}, [f"{contender.name}: {why}"])


def _measured(contender: Contender, texts: Sequence[str], folder: Path) -> Row:
    home = folder / "home"
    contender.prepare(_made(home))
    before = _megabytes()
    began = perf_counter()
    with _opened(contender, home) as predictor:
        open_ms = 1000 * (perf_counter() - began)
        asking = Asking(predictor)
        bits = _signs(contender, predictor, asking, texts)
        seconds = tuple(asking.seconds)
        if contender.learns:
            messages = _words_learned(contender, texts, folder)
        else:
            messages = _words(contender, asking, texts)
        memory = _megabytes() - before
    return _row(contender, bits, messages, seconds, {
        "open_ms": round(open_ms, 1),
        "memory_mb": round(memory, 1),
        "disk_mb": _disk(contender.files(home)),
    })  # fmt: skip


def _row(
    contender: Contender,
    bits: Bits,
    messages: Mapping[int, list[Typed]],
    seconds: Sequence[float],
    others: Mapping[str, object],
) -> Row:
    notes: list[str] = []
    figures: dict[str, object] = {
        "name": contender.name,
        "ks": {str(size): round(savings(messages[size]), 1) for size in SIZES},
        "ks6_interval": interval(messages[USUAL]),
        "hit": hit_shares(messages[USUAL]),
        "bits_per_char": _bits(contender, bits, notes),
        "ms": spread([1000 * one for one in seconds], 3),
        **others,
    }
    if others["disk_mb"] is None:
        notes.append(f"{contender.name}: disk_mb is null: its files are inside its package")
    return Row(figures, notes, messages[USUAL])


@contextmanager
def _opened(contender: Contender, folder: Path) -> Iterator[Predictor]:
    predictor = contender.open(_made(folder), Settings())
    try:
        yield predictor
    finally:
        predictor.stop()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _signs(
    contender: Contender, predictor: Predictor, asking: Asking, texts: Sequence[str]
) -> Bits:
    """Every sign of the messages."""
    bits = Bits()
    for n, text in enumerate(texts, start=1):
        if n > TIMED and not bits.given:
            break
        read_signs(asking, text, bits)
        if contender.learns:
            predictor.learn(text)
        progress(n, len(texts), f"{contender.name}, letters")
    return bits


def _words(contender: Contender, asking: Asking, texts: Sequence[str]) -> dict[int, list[Typed]]:
    """Each message with lists of each size.

    What was refused depends on the size of the list: then the messages are written once for each.
    """
    messages: dict[int, list[Typed]] = {size: [] for size in SIZES}
    for sizes in [(size,) for size in SIZES] if contender.passed else [SIZES]:
        for n, text in enumerate(texts, start=1):
            found = ranks(asking, text, sizes, passed=contender.passed)
            for size in sizes:
                messages[size].append(typed(text, found, size))
            progress(n, len(texts), f"{contender.name}, lists of {max(sizes)}")
    return messages


def _words_learned(
    contender: Contender, texts: Sequence[str], folder: Path
) -> dict[int, list[Typed]]:
    """The same, by a predictor that begins anew for each size and learns what was written."""
    messages: dict[int, list[Typed]] = {size: [] for size in SIZES}
    for size in SIZES:
        with _opened(contender, folder / str(size)) as predictor:
            asking = Asking(predictor)
            for n, text in enumerate(texts, start=1):
                found = ranks(asking, text, (size,), passed=contender.passed)
                messages[size].append(typed(text, found, size))
                predictor.learn(text)
                progress(n, len(texts), f"{contender.name}, lists of {size}")
    return messages


def _bits(contender: Contender, bits: Bits, notes: list[str]) -> float | None:
    name = contender.name
    if not bits.given:
        notes.append(f"{name}: bits_per_char is null: it gives no letters")
        return None
    if not bits.sound:
        notes.append(f"{name}: bits_per_char is null: its letters add up to more than 1")
        return None
    if bits.floored:
        notes.append(
            f"{name}: {bits.floored} of {bits.symbols} signs were not among the letters given and "
            "count as one in a million"
        )
    return round(bits.total / bits.symbols, 3)


def _disk(files: Sequence[Path]) -> float | None:
    return round(sum(file.stat().st_size for file in files) / 1e6, 2) if files else None


def _megabytes() -> float:
    """What this process holds in memory, shared pages included."""
    return float(psutil.Process().memory_info().rss) / 1e6
