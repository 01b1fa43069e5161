"""Open Board Logs (``.obl``): what a person said, for a file that they ask for.

A log holds all that was said.  Nothing here writes one by itself.  The form is that of the format
author's exporter; the notice that some put before it as a comment is read and never written,
because plain JSON readers refuse it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from aac.files.notes import Note, Notes
from aac.files.obf.actions import clean
from aac.files.obf.disk import write_atomically
from aac.files.obf.package import MEMBER_LIMIT
from aac.files.obf.raw import Raw, json_from
from aac.ports import BoardProblem

FORMAT = "open-board-log-0.1"
LONG_AGO = "2000-01-01T00:00:00Z"  # where anonymous logs begin
HIDDEN = "????"

_NOTICE = re.compile(rb"^(?:\xef\xbb\xbf)?\s*/\*.*?\*/", re.DOTALL)
_EVENTS = frozenset(("button", "action", "utterance", "note", "assessment"))
_SESSIONS = frozenset(("log", "note", "assessment"))
# Words that everybody says and that tell nothing about a person; all others are hidden.
COMMON = frozenset((
    "a", "am", "an", "and", "are", "can", "do", "down", "for", "go", "good", "have", "he", "help",
    "here", "how", "i", "in", "is", "it", "like", "me", "more", "my", "no", "not", "of", "off",
    "on", "or", "please", "she", "stop", "thank", "thanks", "that", "the", "there", "they",
    "this", "to", "up", "want", "we", "what", "when", "where", "who", "why", "will", "with",
    "yes", "you", "your"
))  # fmt: skip


@dataclass(frozen=True)
class LogReading:
    """What is in a log: sessions, events by type, and what was mended and lost."""

    sessions: int
    events: Mapping[str, int]
    said: tuple[str, ...]
    anonymous: bool
    mended: tuple[Note, ...] = ()
    lost: tuple[Note, ...] = ()


def read_log(path: Path) -> LogReading:
    """Raises `BoardProblem` where it is no log; what is odd in it is passed over and told."""
    try:
        if path.stat().st_size > MEMBER_LIMIT:
            raise BoardProblem("The file is too large.")
        data = path.read_bytes()
    except FileNotFoundError:
        raise BoardProblem("The file is not there.") from None
    except OSError:
        raise BoardProblem("The file cannot be opened.") from None
    notes = Notes()
    if found := _NOTICE.match(data):
        notes.mend("There is a notice before the log.")
        data = data[found.end() :]
    raw = json_from(data)
    sessions = raw.get("sessions") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or not isinstance(sessions, list):
        raise BoardProblem("The file holds no log.")
    if raw.get("format") != FORMAT:
        notes.mend("The log does not say its format.")
    events: Counter[str] = Counter()
    said: list[str] = []
    count = 0
    for n, session in enumerate(sessions, start=1):
        if not isinstance(session, dict) or session.get("type") not in _SESSIONS:
            notes.lose("A session is of a kind that is not known.", f"session {n}")
            continue
        count += 1
        _read_events(session.get("events"), f"session {n}", events, said, notes)
    anonymous = raw.get("anonymized") is True
    return LogReading(count, dict(events), tuple(said), anonymous, notes.mended, notes.lost)


def _read_events(
    raw: object, where: str, events: Counter[str], said: list[str], notes: Notes
) -> None:
    for event in raw if isinstance(raw, list) else []:
        kind = event.get("type") if isinstance(event, dict) else None
        if kind not in _EVENTS:
            notes.lose("An event is of a kind that is not known.", where)
            continue
        if not _is_time(event.get("timestamp")):
            notes.mend("An event does not say when it was.", where)
        events[kind] += 1
        if kind == "utterance" and (text := clean(event.get("text"))):
            said.append(text)


def _is_time(value: object) -> bool:
    try:
        datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


def write_log(
    path: Path, messages: Sequence[str], when: datetime, locale: str, anonymous: bool
) -> None:
    """Write the messages, the oldest first, as one session.  ``when``: the time of the export,
    with its zone; Wren keeps no times of messages, and the log says so.  ``anonymous``: no time,
    and of the words only those that everybody says.  Raises `OSError`."""
    time = LONG_AGO if anonymous else when.isoformat(timespec="seconds")
    told = [_hidden(message) if anonymous else message for message in messages]
    session: Raw = {
        "id": "session-1",
        "type": "log",
        "started": time,
        "ended": time,
        "device_id": "wren:computer",
        "locale": locale,
        "ext_wren_times": "of the export; when each message was said is not kept",
        **({"anonymizations": ["timestamp_shift", "name_masking"]} if anonymous else {}),
        "events": [_event(n, text, time, anonymous) for n, text in enumerate(told)],
    }
    log: Raw = {
        "format": FORMAT,
        "user_id": "wren:person",
        "source": "wren",
        "locale": locale,
        "anonymized": anonymous,
        "sessions": [session],
    }
    written = json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    write_atomically(path, lambda file: file.write(written))


def _event(n: int, text: str, time: str, anonymous: bool) -> Raw:
    shown: Raw = {"redacted": True} if anonymous else {"label": text, "text": text}
    return {
        "id": f"session-1:{n}",
        "timestamp": time,
        "type": "utterance",
        "text": text,
        "buttons": [shown],
        "modeling": False,
    }


def _hidden(message: str) -> str:
    words = message.split()
    plain = (word.strip(".,;:!?…“”\"'()").lower() for word in words)
    return " ".join(word if key in COMMON else HIDDEN
                    for word, key in zip(words, plain, strict=True))  # fmt: skip
