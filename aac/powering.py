"""The battery, for a person who cannot look after the plug (guidance G43)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from aac.model.notice import Notice, NoticeKind

LOOK_EVERY = 30.0  # seconds
LOW = (20, 10, 5)  # percent (G43); each is told once while it is not plugged in


class Battery(NamedTuple):
    """``percent``: of the charge.  ``power_plugged``: ``None`` where the system cannot tell."""

    percent: float
    power_plugged: bool | None


class Powering(QObject):
    """``read``: gives the battery as it is now, ``None`` where there is none."""

    def __init__(self, read: Callable[[], Battery | None], tell: Callable[[Notice], None]) -> None:
        super().__init__()
        self._read = read
        self._tell = tell
        self._plugged: bool | None = None
        self._told = 100
        self._timer = QTimer(self, interval=round(LOOK_EVERY * 1000))
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now, and go on looking where there is a battery."""
        if self.look():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> bool:
        """Tell what has changed; whether there is a battery."""
        battery = self._read()
        if battery is None:
            return False
        percent, plugged = round(battery.percent), battery.power_plugged is not False
        before, self._plugged = self._plugged, plugged
        if plugged:
            self._told = 100
            if before is False:
                self._tell(Notice(NoticeKind.POWER_BACK))
            return True
        level = min((low for low in LOW if percent <= low), default=100)
        if level < self._told:
            self._told = level
            self._tell(Notice(NoticeKind.BATTERY_LOW, str(percent)))
        elif before is True:
            self._tell(Notice(NoticeKind.POWER_LOST, str(percent)))
        return True


def battery_of_this_computer() -> Battery | None:
    """As the system tells it; ``None`` where there is none, or it cannot be asked."""
    import psutil

    try:
        found = psutil.sensors_battery()
    except (AttributeError, OSError):  # not on every system
        return None
    return None if found is None else Battery(found.percent, found.power_plugged)
