"""Takes away what PySide6 adds to each import, as soon as it is there; to be imported first.

PySide6 reads the source of every module that is imported after it, to see whether it may want
``from __feature__ import``.  Wren never does, and it costs a tenth of a second and 10 MB at the
start.  A PySide6 that no longer does so is left as it is.
"""

from __future__ import annotations

import builtins

from PySide6 import QtCore

__all__ = ["QtCore"]

_import_before = getattr(builtins, "__orig_import__", None)
if _import_before is not None:
    builtins.__import__ = _import_before
