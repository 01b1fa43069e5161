"""The process of the window.  ``wren`` starts it, and starts it again when it dies."""

from __future__ import annotations

import builtins
import sys


def main() -> int:
    """Load the aid and run it; gives an exit code of `supervisor`."""
    load_qt()
    from aac import app

    return app.main()


def load_qt() -> None:
    """Load PySide6, and take away what it adds to every import that comes after it.

    It reads the source of each module, to see whether it may want ``from __feature__ import``.
    Wren never does, and it costs up to a tenth of a second and 10 MB at the start.  A PySide6 that
    no longer does so is left as it is.
    """
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
