"""Workers start without numpy and what speaks HTTP, which miniaudio would load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LOADED = """
import sys, miniaudio
print(sys.modules.get("numpy"), sys.argv[1:], "ssl" in sys.modules)
"""


def run(module: Path, *before: str) -> str:
    command = [sys.executable, *before, module.stem, "one", "two"]
    known = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        command, cwd=module.parent, env=known, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_worker_is_run_as_a_program_of_its_own_without_numpy(tmp_path: Path) -> None:
    module = tmp_path / "some_worker.py"
    module.write_text(f"{LOADED}\nprint(__name__)\n", "utf-8")
    lean = run(module, "-m", "aac.sound.lean").splitlines()
    assert lean == ["None ['one', 'two'] False", "__main__"]
    assert run(module, "-m").startswith("<module 'numpy'")
