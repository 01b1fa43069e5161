"""Three presses in rest that call for help, for a switch that was tried with it (guidance G28)."""

from __future__ import annotations

from aac.core.scan import Scan

THREE_PRESSES_WITHIN = 4.0  # G28


class RestCall:
    """Counts presses that began in rest."""

    def __init__(self) -> None:
        self._presses: list[float] = []

    def pressed(self, at: float, scan: Scan) -> bool:
        """A press counts at ``at``; whether it is the third of three that began in rest."""
        if scan.resting and scan.spot is None:
            self._presses = [at]
        elif self._presses and at - self._presses[0] <= THREE_PRESSES_WITHIN:
            self._presses.append(at)
        else:
            self._presses = []
        return len(self._presses) == 3
