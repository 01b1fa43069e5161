"""A person who follows what a measuring page asks for, in invented time."""

from __future__ import annotations

from collections.abc import Iterable

from aac.core.session import Session
from aac.model.board import BoardSet
from aac.model.declared import Value
from aac.model.events import ClockTold, PageTurned, Speak, SpeechEnded
from aac.model.measures import Measures
from aac.model.panel import TARGET
from aac.model.settings import Settings, with_values
from aac.model.view import Page, Phase, Work
from tests.one_switch import HOLD, PATIENCE, NotReached, Person
from tests.small_boards import STRIP, board, boards

HOME = boards(board("home", "A B", ":find_speed :check_switch"), strip=STRIP)
WALL = 1.8e9


class Guided(Person):
    """Sees the large cell light up and go dark."""

    @property
    def lit(self) -> bool:
        return TARGET in self.view.lit

    @property
    def offered(self) -> list[str]:
        """The choices of the page; none while presses are measured."""
        return [cell.id for cell in self.view.page_cells if cell.id != TARGET]

    @property
    def said(self) -> list[str]:
        return [effect.text for effect in self.effects if isinstance(effect, Speak)]

    def listen(self) -> None:
        """The voice says its sentence to the end."""
        if self.view.phase is Phase.SPEAKING:
            speaking = [effect for effect in self.effects if isinstance(effect, Speak)]
            self.do(SpeechEnded(speaking[-1].id))

    def await_light(self, lit: bool = True) -> float:
        """Wait until the cell lights up or goes dark; gives how long that took."""
        began = self.now
        while self.lit is not lit:
            if self.view.phase is Phase.SPEAKING:
                self.listen()
            else:
                self._next_light()
        return self.now - began

    def watch(self, cell_id: str) -> None:
        """Wait until the light of the scan is on this cell alone."""
        for _ in range(PATIENCE):
            if self.view.lit == {cell_id}:
                return
            self._next_light()
        raise NotReached(cell_id)

    def press_after(self, seconds: float, hold: float = HOLD) -> None:
        """Press so long after now."""
        self.wait(seconds)
        self.press()
        self.wait(hold)
        self.release()

    def react(self, times: Iterable[float]) -> None:
        """Press so long after each light."""
        for time in times:
            self.await_light()
            self.press_after(time)

    def tap_every(self, gap: float, times: int) -> None:
        self.wait(0.3)  # a hand that has just let go is not back at once
        for _ in range(times):
            self.press()
            self.wait(HOLD)
            self.release()
            self.wait(gap - HOLD)

    def take(self, cell_id: str) -> None:
        """Choose one of what is offered with the switch."""
        self.listen()
        self.wait(1.5)  # past the calm after measuring
        self.choose(cell_id)


def guided(
    page: Page | None = None,
    every: BoardSet = HOME,
    measures: Measures | None = None,
    start: float = 100.25,
    **settings: Value,
) -> Guided:
    """A person before such a page, or before the board."""
    own = with_values(Settings(), {"accept_sound": False, "late_press_grace": 0.1, **settings})
    session = Session(every, own, Work(), measures=measures or Measures())
    person = Guided(session, start)
    person.effects += session.start(start)
    person.do(ClockTold(WALL + start))
    if page is not None:
        person.do(PageTurned(page))
    return person
