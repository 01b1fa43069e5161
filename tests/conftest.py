"""No window on the screen of whoever runs the tests, the same random examples in CI, and sound."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported anywhere; the end-to-end tests give their own program a real screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from tests.sound.null_sink import NullSink, missing

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


# Where real processes, sounds and screens are timed.
_REAL = ("e2e", "sound", "speech", "switches")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several tests run at a time, those with real processes run one after the other.

    They come first, because one worker does them alone while the others do all the rest.
    """
    real = [item for item in items if _is_real(item)]
    rest = [item for item in items if not _is_real(item)]
    for item in real:
        item.add_marker(pytest.mark.xdist_group("real processes"))
    items[:] = real + rest


def _is_real(item: pytest.Item) -> bool:
    return (
        item.path.relative_to(Path(__file__).parent).parts[0] in _REAL
        or item.get_closest_marker("x11") is not None
        or "sink" in getattr(item, "fixturenames", ())
    )


@pytest.fixture
def sink() -> Iterator[NullSink]:
    """A sound server of our own with two outputs, "spk" (the usual one) and "ear"."""
    if why := missing():
        pytest.skip(why)
    with NullSink(("spk", "ear")) as sink, sink.as_default():
        yield sink


@pytest.fixture
def no_sound(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without sound: no server, no card, no player program."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nothing'}")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "nothing.conf"))
    monkeypatch.setenv("PATH", str(tmp_path))
