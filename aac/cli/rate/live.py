"""The real session in invented time: boards, filter, scan, offers, undo and voice, all as shipped.

The voice says each text in so many seconds; the predictor is connected as in `runtime`, where an
answer given at once is taken at the same moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from math import inf

from aac.cli.rate.seen import State, state_of
from aac.core.scan_tree import cell_ids
from aac.core.scanner import Scanner
from aac.core.session import Session
from aac.model.board import BoardSet
from aac.model.events import (
    DeadlineReached,
    Effect,
    Event,
    Learn,
    Speak,
    SpeechEnded,
    SpeechStarted,
    StopSpeaking,
    Suggest,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.measures import Measures
from aac.model.settings import Settings
from aac.model.view import View, Work
from aac.ports import Predictor

UNKNOWN = Measures()
# A voice at Wren's pace of 0.9: about twelve letters in a second.
SPEECH_START, SPEECH_PER_LETTER = 0.3, 0.08


class Live:
    """``now``: seconds.  ``lit_at``: since when what is lit is lit.  ``steps``: items lit so far.

    ``said``: all that was said, and when it began.  ``measures``: what is known of the person.
    """

    def __init__(
        self,
        boards: BoardSet,
        settings: Settings,
        predictor: Predictor,
        measures: Measures = UNKNOWN,
    ) -> None:
        self._boards = boards
        self._settings = settings
        self.now = 0.0
        self.lit_at = 0.0
        self.steps = 0
        self.presses = 0
        self.said: list[tuple[float, str]] = []
        self._session = Session(boards, settings, Work(), measures=measures)
        self._predictor = predictor
        self._voice_id = 0
        self._voice_ends = inf
        self._light: tuple[object, ...] = ()
        predictor.start(self._suggested)
        self._carry_out(self._session.start(self.now))
        self._look()

    def anew(self) -> Live:
        """A session with an empty page, with what is known of the person by now."""
        return Live(self._boards, self._settings, self._predictor, self._session.measures)

    @property
    def view(self) -> View:
        return self._session.view

    @property
    def is_lit(self) -> bool:
        """Whether anything is lit, be it the Back mark."""
        return bool(self.view.lit) or self.view.back_lit

    @property
    def state(self) -> State:
        return state_of(self.view, len(self.said))

    @property
    def counts_until(self) -> float:
        """Until when a press counts for what is lit now; known to whoever is used to the pace."""
        scanner = self._scanner
        deadline = scanner.deadline
        return inf if deadline is None else deadline + max(scanner.pace.shift, 0.0)

    @property
    def voice_ends(self) -> float:
        """When the voice will have ended; infinite where it is silent."""
        return self._voice_ends

    @property
    def _scanner(self) -> Scanner:
        scanner = self._session.scanner
        assert isinstance(scanner, Scanner)  # other methods are refused before
        return scanner

    def coming(self) -> Iterator[tuple[float, frozenset[str]]]:
        """What will be lit, and when, if nobody presses: as somebody knows who knows the beat."""
        light = deepcopy(self._scanner)
        while (at := light.time.deadline) is not None:
            light.wake(at)
            if light.spot is None:
                return
            yield at, cell_ids(light.spot.item)

    def press(self, at: float, hold: float) -> None:
        """Press at a time and let go; the light may move on meanwhile."""
        self.pass_time(at)
        self.presses += 1
        self._take(SwitchPressed())
        self.pass_time(at + hold)
        self._take(SwitchReleased())

    def pass_time(self, until: float) -> None:
        """The session is woken whenever it asked for it."""
        while self.wait_for_light(until):
            pass

    def wait_for_light(self, until: float) -> bool:
        """Wait until another item is lit, or none; False where that time came first."""
        while True:
            deadline = self._session.deadline
            woken = inf if deadline is None else max(deadline, self.now)
            if min(woken, self._voice_ends) > until:
                self.now = max(self.now, until)
                return False
            self.now = min(woken, self._voice_ends)
            if self._voice_ends <= woken:
                self._voice_ends = inf
                moved = self._take(SpeechEnded(self._voice_id))
            else:
                moved = self._take(DeadlineReached())
            if moved:
                return True

    def _take(self, event: Event) -> bool:
        self._carry_out(self._session.handle(event, self.now))
        return self._look()

    def _look(self) -> bool:
        """Whether the light has moved, or begun anew where it was."""
        view = self.view
        light = (view.lit, view.back_lit, view.group, self._session.scanner.deadline)
        if light == self._light:
            return False
        self._light, self.lit_at = light, self.now
        self.steps += self.is_lit
        return True

    def _carry_out(self, effects: list[Effect]) -> None:
        for effect in effects:
            match effect:
                case Suggest():
                    self._predictor.suggest(effect)
                case Learn(said):
                    self._predictor.learn(said)
                case Speak(speech_id, text):
                    self.said.append((self.now, text))
                    self._voice_id = speech_id
                    self._voice_ends = self.now + SPEECH_START + SPEECH_PER_LETTER * len(text)
                    self._carry_out(self._session.handle(SpeechStarted(speech_id), self.now))
                case StopSpeaking():
                    self._voice_ends = inf

    def _suggested(self, answer: Suggested) -> None:
        self._session.handle(answer, self.now)
