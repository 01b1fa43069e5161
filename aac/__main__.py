"""``wren`` and ``python -m aac``."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Start the aid, or run one of the commands for the terminal."""
    given = sys.argv[1:] if arguments is None else arguments
    if _starts_the_aid(given):
        from aac import supervisor

        return supervisor.run(given)
    from aac.cli import commands

    return commands.run(given)


def _starts_the_aid(given: list[str]) -> bool:
    """Only options with their values: no command, no question for help."""
    words = iter(given)
    for word in words:
        if word in ("--profile", "--trace"):
            if next(words, None) is None:
                return False
        elif word not in ("--window",) and not word.startswith(("--profile=", "--trace=")):
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
