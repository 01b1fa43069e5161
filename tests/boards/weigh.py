"""A program: reads the files named, and prints the most memory it had in kilobytes."""

from __future__ import annotations

import resource
import sys
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from aac.files.obf import ObfFormat
from aac.ports import BoardProblem

for name in sys.argv[1:]:
    with suppress(BoardProblem):
        ObfFormat().read(Path(name))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
