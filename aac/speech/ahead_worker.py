"""Renders phrases of boards into the store, then ends: ``python -m aac.speech.ahead_worker``.

In, as one JSON object on stdin: ``{"folder": …, "most": bytes, "like": utterance,
"say": [[name, text], …]}``.
Runs at the lowest priority.  Says nothing, and least of all a phrase.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from aac.ports import Utterance
from aac.sound.pipe import die_with_parent, tell_faults_without_words
from aac.speech.natural import Naturals
from aac.speech.phrase_store import PhraseStore
from aac.speech.renderer import Renderer, RenderProblem
from aac.speech.spoken import Spoken, joined

_REST = 0.5
"""Of the time a phrase took: so long nothing is done after it, and the machine stays cool."""


_PATIENCE = 30.0
"""Seconds for a natural voice: nobody waits for it, and it is loaded with its first phrase."""


def render_all(renderer: Renderer, job: dict[str, object]) -> int:
    """Do the job until all is there or the store is full; gives the number of new phrases."""
    most = int(str(job["most"]))
    store = PhraseStore(Path(str(job["folder"])), most)
    said, like, taken = job["say"], job["like"], 0
    assert isinstance(said, list) and isinstance(like, dict)
    manner = {**like, "volume": 1.0, "recording": b""}
    done = 0
    for name, text in said:
        began = time.monotonic()
        sound = _whole(renderer, Utterance(**{**manner, "text": text}))
        if sound is None:
            continue
        taken += len(sound.samples)
        if taken > most:
            break  # else the last phrases would drive out the first
        done += store.put(name, sound)
        time.sleep(_REST * (time.monotonic() - began))
    store.shrink()
    return done


def _whole(renderer: Renderer, utterance: Utterance) -> Spoken | None:
    """The phrase; nothing where the voice cannot say it: then it is tried when it is wanted."""
    try:
        pieces = list(renderer.pieces(utterance, exactly=True))
    except RenderProblem:
        return None
    return joined(pieces) if pieces else None


def main() -> None:
    tell_faults_without_words()
    die_with_parent()
    with suppress(OSError, AttributeError):  # Windows has no such call
        os.nice(19)
    patient = Naturals(limit=_PATIENCE, limit_speaking=_PATIENCE)
    render_all(Renderer(patient), json.load(sys.stdin))


if __name__ == "__main__":
    main()
