"""No window on the screen of whoever runs the tests, the same random examples in CI, and sound."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported anywhere; the end-to-end tests give their own program a real screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from xdist.scheduler.loadscope import LoadScopeScheduling

from tests.sound.null_sink import NullSink, missing

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


# One after the other where several tests run at a time: real processes, sounds and screens are
# timed, and the hostile pictures all name one port.
_ALONE = tuple(f"tests/{name}" for name in ("contracts/", "e2e/", "sound/", "speech/", "switches/"))
_AT_ONE_PORT = "tests/pictures/test_hostile_pictures.py"


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Who runs which tests: the largest group comes first, so one worker does it alone."""
    return Scheduling(config, log)


class Scheduling(LoadScopeScheduling):
    """Every test by itself but for those that must not run side by side."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(_ALONE):
            return "real processes"
        return "one port" if nodeid.startswith(_AT_ONE_PORT) else nodeid


def pytest_collection_finish() -> None:
    """What is there now stays: collecting after every test that has to is short then."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_of_qt_stays(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test leaves of Qt goes at its end and in this thread: a server of a later test, in a
    thread of its own, must not be who collects it."""
    yield
    if "qapp" in request.fixturenames:
        gc.collect()


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
