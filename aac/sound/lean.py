"""Starts a worker without numpy: ``python -m aac.sound.lean MODULE ARGUMENTS``.

miniaudio loads numpy wherever it is installed.  A worker has no use for it, and it would cost
every restart of the voice a tenth of a second, and every worker 20 MB.
"""

from __future__ import annotations

import runpy
import sys


def main() -> None:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # an import of it fails from here on
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
