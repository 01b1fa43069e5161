"""A process that dies at once, as long as the file it is given is not there."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    if not Path(sys.argv[1]).exists():
        sys.exit(3)
    runpy.run_module("tests.switches.idle_worker", run_name="__main__")
