"""One key in a real window: three offered words and a whole phrase make a message."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from aac.core.session import Session
from aac.files.store import Store
from aac.model.events import CellTouched, Effect, Suggest, Suggested
from aac.model.view import Work
from aac.offering import open_predictor
from aac.shelf import open_shelf
from tests.e2e import rig

pytestmark = pytest.mark.x11

OFFERED = {**rig.SETTINGS, "phrase_offer": True}


class Twin:
    """The same session without a window: the trace tells no words, so it tells what is offered."""

    def __init__(self, profile: Path, folder: Path) -> None:
        settings, _ = Store(
            profile / "settings.json", profile / "none.json", profile / "no.json"
        ).read_settings()
        self._session = Session(open_shelf(folder / "boards", settings).boards, settings, Work())
        self._predictor, _ = open_predictor(settings, folder)
        self._predictor.start(self._suggested)
        self._carry_out(self._session.start(0.0))

    def choose(self, cell_id: str) -> None:
        self._carry_out(self._session.handle(CellTouched(cell_id), 0.0))

    def cell_of(self, label: str) -> str:
        """The offered word, or the phrase, that reads so."""
        view = self._session.view
        offered = [cell for cell in (*view.words, view.phrase) if cell is not None]
        found = [cell.id for cell in offered if cell.label.casefold() == label.casefold()]
        assert found, f"{label} is not offered, but {[cell.label for cell in offered]}"
        return found[0]

    def first_word(self) -> str:
        return next(cell.label for cell in self._session.view.words if cell is not None)

    def _suggested(self, answer: Suggested) -> None:
        self._session.handle(answer, 0.0)

    def _carry_out(self, effects: list[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Suggest):
                self._predictor.suggest(effect)


@pytest.fixture
def wren(room: rig.Room, profile: Path) -> Iterator[rig.Wren]:
    profile.mkdir()
    (profile / "settings.json").write_text(json.dumps({"version": 1, "settings": OFFERED}))
    with rig.running(room, profile) as running:
        yield running


def test_three_offered_words_and_a_whole_phrase_make_a_message_that_is_heard(
    room: rig.Room, wren: rig.Wren, profile: Path, tmp_path: Path
) -> None:
    twin = Twin(profile, tmp_path / "twin")

    def choose(cell: str) -> float:
        moment = wren.select(cell)
        twin.choose(cell)
        return moment

    for letter in "tha":
        choose(f"letter-{letter}")
    choose(twin.cell_of("Thank you."))
    wren.wait_for_text("thank you. ")
    words = []
    for _ in range(3):
        words.append(twin.first_word())
        choose(twin.cell_of(words[-1]))
    wren.wait_for_text(f"thank you. {' '.join(words)} ".casefold())
    heard = room.spoken_span(after=choose("speak"))
    assert heard > 0.5
    said = wren.work()["history"]
    assert said == [f"Thank you. {' '.join(words)}"]
    assert not any(f" {word} " in wren.written_down() for word in words)
    learned = (profile / "learned-en.sqlite3").read_bytes()
    assert all(word.lower().encode() in learned for word in words)
