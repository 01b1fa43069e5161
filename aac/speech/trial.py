"""How quick a natural voice is on this computer: ``python -m aac.speech.trial VOICE``.

A process of its own, so that the trial takes no memory from Wren and disturbs nothing that is
being said.  Writes one line of JSON: ``{"voice": …, "seconds": …, "load": …}``, or with
``"broken": true`` and the kind of fault where it cannot speak.
"""

from __future__ import annotations

import json
import statistics
import sys
import time

from aac.speech.natural import NaturalProblem, make_natural

PHRASE = "Hello, could you help me please?"
TIMES = 3


def trial(voice: str) -> dict[str, object]:
    """The median time to render a usual phrase, once the voice is loaded and has spoken."""
    kind, _, name = voice.partition(":")
    began = time.perf_counter()
    try:
        loaded = make_natural(kind, name)
        if not loaded.render(PHRASE, 1.0, 1.0, 1.0).samples:
            raise NaturalProblem("no-sound")
        load = time.perf_counter() - began
        took = []
        for _ in range(TIMES):
            began = time.perf_counter()
            loaded.render(PHRASE, 0.9, 1.0, 1.0)
            took.append(time.perf_counter() - began)
    except Exception as problem:  # a damaged package or file raises what it likes
        return {"voice": voice, "broken": True, "why": str(problem) or type(problem).__name__}
    return {"voice": voice, "seconds": statistics.median(took), "load": load}


if __name__ == "__main__":
    print(json.dumps(trial(sys.argv[1])))
