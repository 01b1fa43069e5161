"""A program: reads the files named, and prints the most memory it had in kilobytes (Linux)."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from aac.files.obf import ObfFormat
from aac.ports import BoardProblem

for name in sys.argv[1:]:
    with suppress(BoardProblem):
        ObfFormat().read(Path(name))
# Not `getrusage`: that counts what the starting process had as well.
status = Path("/proc/self/status").read_text("ascii").splitlines()
print(next(line.split()[1] for line in status if line.startswith("VmHWM:")))
