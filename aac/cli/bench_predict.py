"""``wren bench predict``: how good the prediction is, beside that of others."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

from aac.cli.contenders import Contender
from aac.cli.messages import check_there, read_messages
from aac.cli.output import machine, print_result
from aac.cli.predict_measures import Typed, savings
from aac.cli.predict_row import Row, measure

OURS = Contender("wren", "wren", passed=True)
KEPT = Contender("wren, refused words kept", "wren")
LEARNING = Contender("wren, learning", "wren", passed=True, learns=True)
BLOCKS = (50, 100, 200, 400, 800)  # messages
ABOUT = (
    "ks: keystroke savings in percent with lists of 3 to 8 words, ks6_interval its 95 % over "
    "messages drawn anew; hit: percent of words listed after at most 0, 1 and 2 letters, of 6",
    "bits_per_char: for each letter, apostrophe, space and message end, asked without refused "
    "words; ms: one answer with 6 words and letters, without letters on the first 100 messages; "
    "memory_mb: growth of the row's own process, numpy included where it is used",
)


def predict(options: argparse.Namespace) -> int:
    """Rows for Wren and for every peer that is here."""
    messages = read_messages(options.messages, options.limit)
    rows = measured(_contenders(options), messages.texts)
    result = {
        **machine(),
        "messages": len(messages.texts),
        "words": messages.words,
        "rows": [row.figures for row in rows],
    }
    if options.learn:
        plain, learning = (_usual(rows, one.name) for one in (OURS, LEARNING))
        result["gain_by_messages"] = gains(plain, learning)
    notes = [*ABOUT, *messages.notes, *(note for row in rows for note in row.notes)]
    if options.peer_text is None:
        notes.append("pressagio: not measured; it needs a text to count, given by --peer-text")
    print_result({**result, "notes": notes}, as_json=options.json)
    return 0


def measured(contenders: Sequence[Contender], texts: Sequence[str]) -> list[Row]:
    """Each in a fresh process, one after the other: they share no memory and no processor."""
    with ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as processes:
        return [processes.submit(measure, one, texts).result() for one in contenders]


def gains(plain: Sequence[Typed], learning: Sequence[Typed]) -> dict[str, object]:
    """Keystroke savings with 6 words over the first messages, without and with learning."""
    return {
        str(block): {
            "wren": round(savings(plain[:block]), 1),
            "learning": round(savings(learning[:block]), 1),
            "gain": round(savings(learning[:block]) - savings(plain[:block]), 2),
        }
        for block in BLOCKS
        if block <= len(plain)
    }


def _contenders(options: argparse.Namespace) -> list[Contender]:
    lists = [Contender(path.stem, "list", check_there(path)) for path in options.words]
    text = options.peer_text
    rows = [
        OURS,
        KEPT,
        *([LEARNING] if options.learn else []),
        Contender("wordfreq list", "wordfreq"),
        *([Contender("pressagio", "pressagio", check_there(text))] if text else []),
        *lists,
    ]
    return [replace(row, language=options.language, tables=options.tables) for row in rows]


def _usual(rows: Sequence[Row], name: str) -> list[Typed]:
    return next(row.usual for row in rows if row.figures["name"] == name)
