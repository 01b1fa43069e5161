"""A worker that fails says where, never what it was told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FAILING = """
from aac.sound.pipe import Pipe
message = Pipe().take(5.0)
raise ValueError("cannot say " + message["say"])
"""


def test_a_fault_in_a_worker_names_its_kind_and_place_and_not_what_was_said() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FAILING],
        input=b'{"say": "my secret"}\n',
        capture_output=True,
        cwd=Path(__file__).parents[2],
        timeout=30,
        check=False,
    )
    told = ended.stderr.decode()
    assert "ValueError at <module>:4" in told
    assert "secret" not in told
