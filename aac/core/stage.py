"""What can be chosen now and how: board, strip, offers, pages, questions; scan and pointer."""

from __future__ import annotations

from aac.core import pages
from aac.core.moment import Moment
from aac.core.offers import Offers
from aac.core.pointer import Pointer
from aac.core.scan_choice import pace_of, scan_of, tree_of
from aac.core.scan_tree import Group, Item, Offered
from aac.core.skipping import unlikely_rows
from aac.core.switch_filter import SwitchFilter
from aac.core.switch_timing import Timing
from aac.model.board import BoardSet, Cell
from aac.model.events import Effect
from aac.model.measures import PressTiming
from aac.model.settings import Settings
from aac.model.view import Page

QUESTION_STAYS = 10.0  # seconds that a pointer has to come back, besides the dwell time
WAKE_FACTOR = 2.0  # eyes that rest wander: waking takes this much longer than a choice


class Stage:
    """``page``: what fills the window.  ``asking``: the cell that asks once more (G25).

    ``moment``: what is shown.  ``board``, ``strip``: as they are shown.
    ``own_cells``: those of a page that says itself what it offers (`guiding`).
    """

    def __init__(self, boards: BoardSet, moment: Moment, timing: PressTiming) -> None:
        self.page = Page.BOARD
        self.asking: Cell | None = None
        self._question_until: float | None = None
        self.own_cells: tuple[Cell, ...] = ()
        self._boards = boards
        self.moment = moment
        self.offers = Offers(boards)
        self.board = pages.shown_board(boards, moment)
        self._place = self.page
        self.filter = SwitchFilter(Timing.of(moment.settings))
        self._timing = timing
        self.scanner = scan_of(moment.settings, timing)
        self.filter.holding = self.scanner.holding
        self.pointer = Pointer(moment.settings)
        self.strip = pages.shown_strip(boards.strip, moment.settings)

    def use_boards(self, boards: BoardSet) -> None:
        """Other boards count; what is on the screen stays until it is shown anew."""
        self._boards = boards
        self.offers.use_boards(boards)

    def use_settings(self, settings: Settings) -> None:
        """Filter and scanner anew; a switch that is down stays known."""
        former, self.filter = self.filter, SwitchFilter(Timing.of(settings))
        self.filter.keep_down(former)
        self.scanner = scan_of(settings, self._timing, self.scanner)
        self.filter.holding = self.scanner.holding
        self.pointer.use(settings)

    def use_timing(self, timing: PressTiming) -> None:
        """What is known of the person's presses has changed."""
        self._timing = timing
        self.scanner.use_pace(pace_of(self.moment.settings, timing))

    def show(self, moment: Moment) -> list[Effect]:
        """Another moment is on stage; asks for the words that fit it."""
        former = self._place, self.board.id
        self.moment = moment
        self.board = pages.shown_board(self._boards, moment)
        self.strip = pages.shown_strip(self._boards.strip, moment.settings)
        if (self.page, self.board.id) != former:
            self._place = self.page
            self.pointer.must_leave()
        return self.offers.ask(self.board, moment)

    def find(self, cell_id: str) -> Cell | None:
        """The cell of this id that can be chosen now."""
        here = (*self.strip, *self.page_cells(), *self.answers())
        if self.sleeping:
            here = (*here, pages.wake_cell())
        if self.page is Page.BOARD:
            here = (*here, *self.board.cells(), *self.offers.cells.cells())
        if self.asking is not None:
            here = (*here, self.asking)
        return next((cell for cell in here if cell.id == cell_id and not cell.hidden), None)

    # -------------------------------------------------------------------- the pointer

    @property
    def pointing(self) -> bool:
        """Whether a pointer chooses, and nothing is scanned."""
        return self.moment.settings.pointing

    @property
    def sleeping(self) -> bool:
        """Whether the pointer rests, so that it can only wake."""
        return self.pointing and self.scanner.resting

    @property
    def question_until(self) -> float | None:
        """While pointing: when the question goes away by itself."""
        return self._question_until if self.pointing and self.asking is not None else None

    def dwell_factor(self, cell_id: str) -> float:
        """How much longer than others a cell has to be dwelt on; 0 where it cannot be chosen.

        While the switch scans, only the way back to the pointer can be dwelt on.
        """
        if self.sleeping:
            return WAKE_FACTOR if cell_id == pages.wake_cell().id else 0.0
        if not self.pointing and (
            self.moment.settings.pointer_method != "dwell" or cell_id != pages.OTHER_METHOD
        ):
            return 0.0
        return 1.0 if self.find(cell_id) else 0.0

    # ----------------------------------------------------------------------- the scan

    def scan(self, now: float) -> None:
        """Begin at the first item."""
        self.asking = None
        self._begin(now, ())

    def scan_on(self, now: float) -> None:
        """Go on after a choice, where the settings say."""
        self.asking = None
        self._begin(now, self._stay())

    def wait(self) -> None:
        """Nothing is lit for now."""
        self.asking = None
        self.scanner.wait(self._tree(), self._stay())

    def rest(self) -> None:
        """Nothing is lit until a press wakes the scan."""
        self.wait()
        self.scanner.rest()
        self.pointer.must_leave()

    def close_advice(self) -> None:
        """Advice was answered; where a helper did so the settings stay open."""
        if self.page is Page.ADVICE:
            self.page = Page.BOARD

    def ask(self, cell: Cell, now: float) -> None:
        self.asking = cell
        self.pointer.must_leave()  # staying must not confirm
        if self.pointing:
            self.scanner.wait(self._tree())
            self._question_until = now + QUESTION_STAYS + self.moment.settings.dwell_time
            return
        self.scanner.ask(cell.id, now)
        if self.filter.held:
            self.scanner.rest()

    def judge(self, now: float) -> None:
        """The light stands still while a press is being judged."""
        self.filter.holding = self.scanner.holding
        if self.filter.judging:
            self.scanner.freeze(now)
        else:
            self.scanner.thaw(now)
        if self.scanner.held_on:
            self.filter.useful_until = self.scanner.deadline or now

    def heard(self, text: str) -> list[Effect]:
        """A partner said something that words may answer."""
        return self.offers.heard(text, self.board, self.moment)

    def take_offers(self, now: float) -> None:
        """Show what has come, unless the scan is on what is offered (G36)."""
        shown = frozenset(cell.id for cell in self.offers.cells.cells())
        if self.asking is not None or self.filter.judging or self.pointer.holding in shown:
            return
        if not self.scanner.may_change(shown, now):
            return
        if self.offers.take(self.board, self.moment):
            tree = self._tree()
            self.scanner.skip(self._unlikely(tree))
            self.scanner.replace_tree(tree, now)

    def _begin(self, now: float, stay: tuple[Group, ...]) -> None:
        if self.pointing:
            self.scanner.wait(self._tree())
            return
        manual = self.moment.settings.scan_start == "manual"
        tree = self._tree()
        self.scanner.skip(self._unlikely(tree))
        self.scanner.begin(tree, now, manual=manual, stay=stay)
        if self.filter.held:
            self.scanner.rest()

    def _stay(self) -> tuple[Group, ...]:
        """The groups in which the scan goes on after a choice."""
        settings = self.moment.settings
        # Without Back cells these never leave a row but by a choice.
        no_way_out = not settings.back_cells and settings.scan_method in ("step", "two_switch")
        stays = settings.after_selection == "same_row" and not no_way_out
        return self.scanner.groups if stays else ()

    def _unlikely(self, tree: Group) -> frozenset[Item]:
        """Rows that the first round passes over: only while a message is being written."""
        moment = self.moment
        writing = moment.work.text and not moment.work.finished
        if not (moment.settings.skip_rows and writing and self.page is Page.BOARD):
            return frozenset()
        return unlikely_rows(tree, self.offers.signs)

    def _tree(self) -> Group:
        board, offered = self.board, self.offers.cells
        if self.page is not Page.BOARD:
            board, offered = pages.page_board(self.page_cells(), board), Offered()
        return tree_of(board, self.strip, offered, self.moment.settings)

    def page_cells(self) -> tuple[Cell, ...]:
        """The cells of the page that stand beside the board."""
        return self.own_cells or pages.page_cells(
            self.page, self.moment.advice, night=self.moment.settings.night
        )

    def answers(self) -> tuple[Cell, ...]:
        """On the settings page advice is answered by hand, beside the scan."""
        return pages.advice_cells(self.moment.advice) if self.page is Page.SETTINGS else ()
