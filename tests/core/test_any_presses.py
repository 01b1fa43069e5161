"""Whatever is pressed, whenever, under whatever settings: the aid stays whole."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from aac.core.session import Session
from aac.model.board import Cell, Do, SayPhrase, Template
from aac.model.commands import Command
from aac.model.cue_events import Cue, CueEnded, CueFailed, CueStarted, RingEnded
from aac.model.declared import Choice, Declaration, Number, Switch, Value
from aac.model.events import (
    CellTouched,
    ClockTold,
    CommandPressed,
    CommandReleased,
    DeadlineReached,
    Effect,
    PageTurned,
    PartnerSaid,
    Quit,
    SettingsChanged,
    Speak,
    SpeechEnded,
    SpeechFailed,
    SpeechStarted,
    Suggest,
    Suggested,
    SwitchPressed,
    SwitchReleased,
)
from aac.model.panel import TARGET
from aac.model.pointing import Pointed, Pointing
from aac.model.settings import GROUPS, Settings, with_values
from aac.model.switch_map import DIRECT, Direct, DirectKind
from aac.model.view import Page, Phase, Work
from tests.one_switch import Person
from tests.small_boards import STRIP, board, boards

OWN = {
    "tell": Cell("", "Tell", Template("Tell {name} {what}.", ("people", ""))),
    "wish": Cell("", "Wish", SayPhrase("I want comfort."), confirm=True),
    "spell": Cell("", "Spell it", Do(Command.SPELL_SLOT)),
    "aid": Cell("", "Aid", SayPhrase("Ai ia ai")),
}
BOARDS = boards(
    board("letters", "+a +i +_ +. +5", ":speak :clear :delete_letter :delete_word (B)",
          ":keep_draft :save_phrase :say_again :hush .", ". . . . .",
          ":caret_left :caret_word_right >lists >tools >few", spelling=True),
    board("lists", "history#1 draft#1 phrase#1 tell", ":back :home >wishes >people", cells=OWN),
    board("people", "person#1 spell", ":back A", cells=OWN),
    board("wishes", "wish tell", ":back :home", private=True, cells=OWN),
    board("tools", ":rest :method :faster :slower :private_mode", ":settings :erase_history :quit "
          "!alarm :prediction", ":back :remove_word :forget_words :phrase_offer :theme",
          ":tired :undo_speed :advice :forget_measures :slow_down",
          ":find_speed :check_switch . . ."),
    board("few", ":back", "aid", cells=OWN),
    board("empty", ". ."),
    strip=STRIP,
)  # fmt: skip


def values_of(declared: Declaration) -> st.SearchStrategy[Value]:
    match declared:
        case Number(low=low, high=high, whole=True):
            return st.integers(int(low), int(high))
        case Number(low=low, high=high, follows=follows):
            some = st.sampled_from([low, (low + high) / 2, high]) | st.floats(low, high)
            return st.none() | some if follows else some
        case Choice(options=options):
            return st.sampled_from(sorted(options))
        case Switch():
            return st.booleans()
    raise AssertionError(declared)


SOME = {
    declared.key: values_of(declared)
    for group in GROUPS.values()
    for declared in group
    if isinstance(declared, Number | Choice | Switch)
}
LISTS: dict[str, Value] = {"people": ("Ann",), "abbreviations": ("ii = I am on my way",)}
some_settings = st.fixed_dictionaries({}, optional=SOME).map(
    lambda changes: with_values(Settings(), {**changes, **LISTS})
)
COMMANDS = (*dict.fromkeys(DIRECT.values()), Direct(DirectKind.SAY, "Come here."))
some_chance = st.floats(0.0, 1.0) | st.sampled_from([-1.0, 2.0, nan, inf])
moments = st.floats(0.0, 0.05) | st.floats(0.0, 2.0) | st.floats(0.0, 30.0)


class AnyPresses(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now = self.begun = 0.0
        self.effects: list[Effect] = []

    @initialize(chosen=some_settings, start=st.sampled_from(sorted(BOARDS.boards)))
    def begin(self, chosen: Settings, start: str) -> None:
        self.session = Session(BOARDS, chosen, Work(board=start))
        self.effects += self.session.start(self.now)

    def take(self, event: object) -> None:
        if not isinstance(event, Suggested | PartnerSaid):
            self.begun = self.now  # the scan may begin at this very moment
        self.effects += self.session.handle(event, self.now)  # type: ignore[arg-type]
        deadline = self.session.deadline
        if isinstance(event, DeadlineReached):
            assert deadline is None or deadline > self.now - 1e-9

    # ------------------------------------------------------------------- what happens

    @rule(seconds=moments)
    def time_passes(self, seconds: float) -> None:
        """Time passes, and the aid is woken whenever it asked for it."""
        until, at_once = self.now + seconds, 0
        while (deadline := self.session.deadline) is not None and deadline <= until:
            at_once = at_once + 1 if deadline <= self.now else 0
            assert at_once < 5, "woken again and again"
            self.now = max(self.now, deadline)
            self.take(DeadlineReached())
        self.now = until

    @rule(seconds=moments)
    def time_passes_and_no_timer_fires(self, seconds: float) -> None:
        self.now += seconds

    @rule(wall=st.floats(0.0, 2e9), hour=st.none() | st.floats(0.0, 24.0))
    def the_clock_is_told(self, wall: float, hour: float | None) -> None:
        self.take(ClockTold(wall, hour))

    @rule()
    def a_timer_fires(self) -> None:
        self.take(DeadlineReached())

    @rule(switch=st.integers(1, 5), ago=st.floats(0.0, 0.3))
    def press(self, switch: int, ago: float) -> None:
        self.take(SwitchPressed(switch, self.now - ago))

    @rule(switch=st.integers(1, 5), ago=st.floats(0.0, 0.3))
    def release(self, switch: int, ago: float) -> None:
        self.take(SwitchReleased(switch, self.now - ago))

    @rule(what=st.sampled_from(Pointing), ago=st.floats(0.0, 0.3), data=st.data())
    def point(self, what: Pointing, ago: float, data: st.DataObject) -> None:
        """Where nobody points, only the way to the pointer can be pointed at."""
        cell_id = data.draw(st.sampled_from(["", *self.seen()]))
        before, work = self.session.view, self.session.work
        self.take(Pointed(what, cell_id, self.now - ago))
        after = self.session.view
        if not before.settings.pointing and not after.settings.pointing:
            assert (after.lit, after.asking, self.session.work) == (before.lit, before.asking, work)

    @rule()
    def a_press_always_brings_the_scan_back(self) -> None:
        view = self.session.view
        if not view.settings.pointing or view.settings.night:
            return  # at night a press calls
        for switch in (1, 2):
            self.take(SwitchReleased(switch))
        self.time_passes(70.0)  # past every lock-out and held limit; a dwell may end in it
        before, work = self.session.view, self.session.work
        if not before.settings.pointing or any(isinstance(one, Quit) for one in self.effects):
            return
        pressed, pace = len(self.effects), before.settings
        if pace.long_press and pace.acceptance >= pace.long_press_time:
            return  # each press is a long one: it goes back, or calls
        self.take(SwitchPressed(1))
        self.time_passes(pace.acceptance if pace.long_press else 2.0)  # the longest acceptance
        self.take(SwitchReleased(1))
        self.time_passes(1.0)  # the longest debounce time
        after = self.session.view
        assert not after.settings.pointing
        assert after.settings.scan_method == before.settings.switch_method
        assert (after.message, after.board.id) == (before.message, before.board.id)
        assert replace(self.session.work, use=work.use) == work
        assert not any(isinstance(one, Speak) for one in self.effects[pressed:])

    @rule(command=st.sampled_from(COMMANDS), ago=st.floats(0.0, 0.3))
    def push(self, command: Direct, ago: float) -> None:
        self.take(CommandPressed(command, self.now - ago))

    @rule(command=st.sampled_from(COMMANDS), ago=st.floats(0.0, 0.3))
    def lift(self, command: Direct, ago: float) -> None:
        self.take(CommandReleased(command, self.now - ago))

    @rule(kind=st.sampled_from([SpeechStarted, SpeechEnded, SpeechFailed]), back=st.integers(1, 3))
    def the_voice_answers(self, kind: type, back: int) -> None:
        spoken = [effect.id for effect in self.effects if isinstance(effect, Speak)]
        if spoken:
            self.take(kind(spoken[-min(back, len(spoken))]))

    @rule(kind=st.sampled_from([CueStarted, CueEnded, CueFailed]), back=st.integers(1, 2))
    def the_cue_answers(self, kind: type, back: int) -> None:
        cues = [effect.id for effect in self.effects if isinstance(effect, Cue)]
        if cues:
            self.take(kind(cues[-min(back, len(cues))]))

    @rule()
    def the_bell_is_silent(self) -> None:
        self.take(RingEnded())

    @rule(
        words=st.lists(st.sampled_from(["and", "is", "it", "", "I", "Ian"]), max_size=8),
        letters=st.lists(
            st.tuples(st.sampled_from(["a", "I", " ", "'", ".", "z", "ab", ""]), some_chance)
        ),
        end=some_chance,
    )
    def words_come(self, words: list[str], letters: list[tuple[str, float]], end: float) -> None:
        before = self.session.view
        offered = self.offered()
        scanned = before.lit & {cell.id for cell in offered}
        asked = [effect.id for effect in self.effects if isinstance(effect, Suggest)]
        self.take(Suggested(asked[-1] if asked else 0, tuple(words), tuple(letters), end))
        after = self.session.view
        assert len(before.words) == len(after.words) and len(before.letters) == len(after.letters)
        if self.now > self.begun:
            assert after.lit == before.lit
            assert not scanned or self.offered() == offered

    @rule(text=st.sampled_from(["Tea?", " ", "How are you?"]))
    def a_partner_says_something(self, text: str) -> None:
        before = self.session.view
        self.take(PartnerSaid(text))
        # With a timer that is late, any event may find that the time of a cue is over.
        assert replace(self.session.view, beat=before.beat) == before

    @rule(chosen=some_settings)
    def a_helper_changes_settings(self, chosen: Settings) -> None:
        self.take(SettingsChanged(chosen))

    @rule(page=st.sampled_from([Page.BOARD, Page.SETTINGS, Page.SPEED, Page.CHECK]))
    def a_helper_turns_the_page(self, page: Page) -> None:
        self.take(PageTurned(page))

    @rule(data=st.data())
    def touch(self, data: st.DataObject) -> None:
        """Any cell that is to be seen is chosen; undo takes it back."""
        cell_id = data.draw(st.sampled_from(self.seen()))
        before, view = self.session.work, self.session.view
        self.take(CellTouched(cell_id))
        after = replace(self.session.work, use=before.use)  # a count alone is no choice
        quiet = view.alert is None and self.session.view.alert is None
        if quiet and cell_id not in ("Undo", ":erase_history") and after != before:
            self.take(CellTouched("Undo"))
            undone = self.session.work
            assert (undone.text, undone.board) == (before.text, before.board)
            assert replace(undone, use=before.use) == before

    # ------------------------------------------------------------- what is always true

    def offered(self) -> list[Cell]:
        view = self.session.view
        return [cell for cell in (*view.words, *view.letters, view.phrase) if cell]

    def seen(self) -> list[str]:
        """The cells on the screen."""
        view = self.session.view
        cells = [*view.strip, *view.page_cells]
        if view.wake is not None:
            cells.append(view.wake)
        if view.page is Page.BOARD:
            cells += [*view.board.cells(), *self.offered()]
        if view.asking is not None:
            cells.append(view.asking)
        return sorted({cell.id for cell in cells if not cell.hidden})

    @invariant()
    @precondition(lambda self: hasattr(self, "session"))
    def what_is_lit_is_on_the_screen(self) -> None:
        view = self.session.view
        seen = set(self.seen())
        assert view.lit <= seen
        assert view.group <= seen
        assert not (view.lit and view.back_lit)
        assert frozenset().union(*view.parts) <= seen | {""}
        assert sum(map(len, view.parts)) == len(frozenset().union(*view.parts))
        assert not (view.parts and (view.back_lit or view.group))
        if view.group:
            assert view.lit <= view.group

    @invariant()
    @precondition(lambda self: hasattr(self, "session"))
    def the_view_agrees_with_itself(self) -> None:
        view = self.session.view
        lit = bool(view.lit) or view.back_lit or bool(view.parts)
        assert 0 <= view.caret <= len(view.message)
        # A switch can be measured while its owner points: then the light to be pressed at is lit.
        assert not (lit and view.settings.pointing and view.lit != {TARGET})
        assert (view.wake is not None) == (view.settings.pointing and view.phase is Phase.RESTING)
        assert lit == (view.phase is Phase.SCANNING) or (lit and view.phase is Phase.SPEAKING)
        assert view.page is not Page.ALERT or view.alert is not None
        assert (view.message, view.caret) == (self.session.work.text, self.session.work.caret)
        assert len(self.session.work.history) <= 20
        ids = [cell.id for cell in self.offered()]
        assert len(ids) == len(set(ids))
        if view.asking is not None and lit:
            assert view.lit <= {view.asking.id}

    @invariant()
    @precondition(lambda self: hasattr(self, "session"))
    def nothing_wished_for_is_kept(self) -> None:
        work = self.session.work
        assert "I want comfort." not in (*work.history, *work.drafts, *work.phrases)

    def teardown(self) -> None:
        """Whatever happened: the person reaches Call with the switch."""
        if not hasattr(self, "session") or any(isinstance(one, Quit) for one in self.effects):
            return
        for switch in range(1, 6):
            self.take(SwitchReleased(switch))
        self.time_passes(70.0)  # past every lock-out, acceptance and held limit
        for one in list(self.effects):
            if isinstance(one, Speak):
                self.take(SpeechEnded(one.id))
        if self.session.view.alert is not None:
            self.take(CellTouched("Undo"))
        # A slow hand and a slow aid: presses that are long enough, well apart from each other.
        pace = self.session.view.settings
        calm = with_values(pace, {"acceptance": 0.0, "debounce": 0.1, "lock_out": 0.3,
                                  "late_press_grace": 0.0, "long_press": False, "scan_time": 1.0,
                                  "three_presses_call": False, "ignore_repeat": 0.0,
                                  "wishes_board": pace.wishes_board})  # fmt: skip
        self.take(SettingsChanged(calm))
        person = Person(self.session, self.now)
        if calm.night:
            person.tap()
        else:
            person.choose("Call")
        assert self.session.view.alert is not None


AnyPresses.TestCase.settings = settings(max_examples=60, stateful_step_count=40)
TestAnyPresses = AnyPresses.TestCase


@pytest.mark.soak
def test_for_a_long_time() -> None:
    many = settings(max_examples=4000, stateful_step_count=60, derandomize=False)
    run_state_machine_as_test(AnyPresses, settings=many)
