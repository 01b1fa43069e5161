"""What every part of the window can do."""

from __future__ import annotations

from typing import Protocol

from aac.model.view import View
from aac.ui.light import Style


class Part(Protocol):
    """A part of the window that shows its part of a view."""

    def show_view(self, view: View) -> None: ...

    def set_style(self, style: Style) -> None: ...
