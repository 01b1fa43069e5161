from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sound.null_sink import NullSink, missing


@pytest.fixture
def sink() -> Iterator[NullSink]:
    """A sound server of our own with two outputs, "spk" (the usual one) and "ear"."""
    if why := missing():
        pytest.skip(why)
    with NullSink(("spk", "ear")) as sink, sink.as_default():
        yield sink


@pytest.fixture
def no_sound(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    """A machine without sound: no server, no card, no player program."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nothing'}")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "nothing.conf"))
    monkeypatch.setenv("PATH", str(tmp_path))
