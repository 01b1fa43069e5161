"""Whatever is pressed on a measuring page, whenever: it ends or rests, and Call stays near."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from aac.core.session import Session
from aac.model.declared import Value
from aac.model.events import (
    CellTouched,
    DeadlineReached,
    PageTurned,
    Speak,
    SpeechEnded,
    SpeechFailed,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.measures import Measures
from aac.model.panel import TARGET
from aac.model.settings import Settings, with_values
from aac.model.view import Page, Phase, Work
from tests.guided import HOME, Guided

PAGES = st.sampled_from([Page.SPEED, Page.CHECK, Page.WELCOME])
SECONDS = st.floats(0.0, 0.3) | st.floats(0.0, 3.0) | st.floats(0.0, 12.0)
DEEDS = st.lists(
    st.tuples(
        SECONDS,
        st.sampled_from(
            [
                "press",
                "release",
                "tap",
                "react",
                "react",
                "late",
                "voice",
                "fail",
                "touch",
                "choose",
            ]
        ),
    ),
    max_size=60,
)
SOME_SETTINGS = st.fixed_dictionaries(
    {"late_press_grace": st.just(0.0)},  # the invented person is quick
    optional={
        "long_press": st.booleans(),
        "three_presses_call": st.booleans(),
        "scan_method": st.sampled_from(["automatic", "inverse", "step"]),
        "debounce": st.sampled_from([0.0, 0.1]),
        "lock_out": st.sampled_from([0.0, 0.3]),
        "scan_time": st.sampled_from([0.2, 1.5, 6.0]),
        "loops_endless": st.booleans(),
        "speak_mode": st.sampled_from(["message", "silent"]),
        "pause_while_speaking": st.booleans(),
        "calibration_trials": st.integers(8, 20),
    },
)


class Anybody(Guided):
    """Does anything at all."""

    def react_soon(self) -> None:
        """Press half a second after the next light, if one comes."""
        for _ in range(4):
            self.listen()
            if self.lit or self.session.deadline is None:
                break
            self._next_light()
        self.press_after(0.5, hold=0.15)

    def may_do(self, what: str) -> None:
        ids = [effect.id for effect in self.effects if isinstance(effect, Speak)]
        match what:
            case "press":
                self.do(SwitchPressed())
            case "release":
                self.do(SwitchReleased())
            case "tap":
                self.do(SwitchPressed())
                self.wait(0.15)
                self.do(SwitchReleased())
            case "late":
                self.do(SwitchPressed(1, self.now - 0.2))
                self.do(SwitchReleased(1, self.now))
            case "voice" if ids:
                self.do(SpeechEnded(ids[-1]))
            case "fail" if ids:
                self.do(SpeechFailed(ids[-1]))
            case "react":
                self.react_soon()
            case "choose" if self.view.panel is not None and self.offered:
                self.do(CellTouched(self.offered[0]))
            case "touch":
                self.do(CellTouched(TARGET))
            case _:
                self.do(DeadlineReached())


def anybody(page: Page, changes: dict[str, Value]) -> Anybody:
    own = with_values(Settings(), changes)
    first_run = page is Page.WELCOME
    session = Session(HOME, own, Work(), measures=Measures(), first_run=first_run)
    person = Anybody(session, 10.3)
    person.effects += session.start(10.3)
    if not first_run:
        person.do(PageTurned(page))
    return person


def is_whole(person: Guided) -> None:
    """What is lit can be seen, and what the page asks for belongs to it."""
    view = person.view
    assert view.lit <= {cell.id for cell in (*view.strip, *view.page_cells)} | {
        cell.id for cell in view.board.cells()
    }
    guided = view.page in (Page.SPEED, Page.CHECK, Page.WELCOME)
    assert (view.panel is not None) == guided
    measuring = guided and TARGET in {cell.id for cell in view.page_cells}
    if measuring and view.phase is Phase.MEASURING:
        assert not view.lit
        assert person.session.deadline is not None, "it does not wait for ever"


@settings(max_examples=150)
@given(PAGES, SOME_SETTINGS, DEEDS)
def test_it_ends_or_rests_and_call_is_reached(
    page: Page, changes: dict[str, Value], deeds: list[tuple[float, str]]
) -> None:
    person = anybody(page, changes)
    for seconds, what in deeds:
        person.wait(seconds)
        person.may_do(what)
        is_whole(person)
    person.do(SwitchReleased())
    person.wait(120.0)  # nothing is done any more
    is_whole(person)
    person.listen()
    assert person.view.phase in (Phase.RESTING, Phase.SCANNING, Phase.READY)
    assert TARGET not in {cell.id for cell in person.view.page_cells}, "nothing is measured on"
    if person.view.panel is not None:
        person.choose("Call")
        assert person.view.alert is not None
