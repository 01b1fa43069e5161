"""Starts a worker without numpy and without the internet: ``python -m aac.sound.lean MODULE …``.

miniaudio loads numpy wherever it is installed, and for internet radio all that speaks HTTP.  A
worker has no use for either, and they would cost every restart of the voice a tenth of a
second, and every worker 20 MB and 8 MB.  Nor of OpenSSL, another 4 MB.
"""

from __future__ import annotations

import runpy
import sys
from types import ModuleType


def main() -> None:
    sys.modules["numpy"] = None  # type: ignore[assignment]  # an import of it fails from here on
    sys.modules["_hashlib"] = None  # type: ignore[assignment]  # OpenSSL; hashlib has its own
    # Empty: miniaudio imports it without asking whether it is there.
    sys.modules["urllib.request"] = ModuleType("urllib.request")
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
