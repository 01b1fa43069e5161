"""No window on the screen of whoever runs the tests, and the same random examples in CI."""

from __future__ import annotations

import os

# Before Qt is imported anywhere; the end-to-end tests give their own program a real screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
