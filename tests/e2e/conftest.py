"""One room for all the tests of this folder, and a fresh Wren in it for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import rig


@pytest.fixture(scope="session")
def room() -> Iterator[rig.Room]:
    reason = rig.missing()
    if reason:
        pytest.skip(reason)
    with rig.room() as room:
        yield room


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def wren(room: rig.Room, profile: Path) -> Iterator[rig.Wren]:
    with rig.running(room, profile) as wren:
        yield wren
