"""What stands on the screen and in the scan: board, strip, offered words, pages, questions."""

from __future__ import annotations

from aac.core import pages
from aac.core.moment import Moment
from aac.core.offers import Offers
from aac.core.scan_method import Pace
from aac.core.scan_tree import Group, Item, Offered, build, cell_ids
from aac.core.scanner import Scanner
from aac.core.skipping import unlikely_rows
from aac.core.switch_filter import SwitchFilter, Timing
from aac.model.board import Board, BoardSet, Cell
from aac.model.events import Effect
from aac.model.measures import PressTiming
from aac.model.settings import Settings
from aac.model.view import Alert, Beat, Notice, Page, Phase, View


class Stage:
    """``page``: what fills the window.  ``asking``: the cell that asks once more (G25)."""

    def __init__(self, boards: BoardSet, moment: Moment, timing: PressTiming) -> None:
        self.page = Page.BOARD
        self.asking: Cell | None = None
        self._boards = boards
        self._moment = moment
        self.offers = Offers(boards)
        self._board = pages.shown_board(boards, moment)
        self.filter = SwitchFilter(Timing.of(moment.settings))
        self._timing = timing
        self.scanner = self._scanner(moment.settings)

    def use_settings(self, settings: Settings) -> None:
        """Filter and scanner anew; a switch that is down stays known."""
        former, self.filter = self.filter, SwitchFilter(Timing.of(settings))
        self.filter.keep_down(former)
        self.scanner = self._scanner(settings)

    def use_timing(self, timing: PressTiming) -> None:
        """What is known of the person's presses has changed."""
        self._timing = timing
        self.scanner.pace = Pace.of(self._moment.settings, timing)

    def _scanner(self, settings: Settings) -> Scanner:
        return Scanner(settings.scan_method, Pace.of(settings, self._timing))

    def show(self, moment: Moment) -> list[Effect]:
        """Another moment is on stage; asks for the words that fit it."""
        self._moment = moment
        self._board = pages.shown_board(self._boards, moment)
        return self.offers.ask(self._board, moment)

    @property
    def board(self) -> Board:
        """The board as it is shown."""
        return self._board

    def find(self, cell_id: str) -> Cell | None:
        """The cell of this id that can be chosen now."""
        here = (*self._boards.strip, *pages.page_cells(self.page))
        if self.page is Page.BOARD:
            here = (*here, *self._board.cells(), *self.offers.cells.cells())
        if self.asking is not None:
            here = (*here, self.asking)
        return next((cell for cell in here if cell.id == cell_id and not cell.hidden), None)

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

    def ask(self, cell: Cell, now: float) -> None:
        self.asking = cell
        self.scanner.ask(cell.id, now)
        if self.filter.held:
            self.scanner.rest()

    def judge(self, now: float) -> None:
        """The light stands still while a press is being judged."""
        if self.filter.judging:
            self.scanner.time.freeze(now)
        else:
            self.scanner.time.thaw(now)
        if self.scanner.held_on:
            self.filter.useful_until = self.scanner.time.deadline or now

    def heard(self, text: str) -> list[Effect]:
        """A partner said something that words may answer."""
        return self.offers.heard(text, self._board, self._moment)

    def take_offers(self, now: float) -> None:
        """Show what has come, unless the scan is on what is offered (G36)."""
        shown = frozenset(cell.id for cell in self.offers.cells.cells())
        if self.asking is not None or self.filter.judging:
            return
        if not self.scanner.may_change(shown, now):
            return
        if self.offers.take(self._board, self._moment):
            tree = self._tree()
            self.scanner.skip(self._unlikely(tree))
            self.scanner.replace_tree(tree, now)

    def _begin(self, now: float, stay: tuple[Group, ...]) -> None:
        manual = self._moment.settings.scan_start == "manual"
        tree = self._tree()
        self.scanner.skip(self._unlikely(tree))
        self.scanner.begin(tree, now, manual=manual, stay=stay)
        if self.filter.held:
            self.scanner.rest()

    def _stay(self) -> tuple[Group, ...]:
        """The groups in which the scan goes on after a choice."""
        stays = self._moment.settings.after_selection == "same_row"
        return self.scanner.groups if stays else ()

    def _unlikely(self, tree: Group) -> frozenset[Item]:
        """Rows that the first round passes over: only while a message is being written."""
        moment = self._moment
        writing = moment.work.text and not moment.work.finished
        if not (moment.settings.skip_rows and writing and self.page is Page.BOARD):
            return frozenset()
        return unlikely_rows(tree, self.offers.signs)

    def _tree(self) -> Group:
        board, offered = self._board, self.offers.cells
        if self.page is not Page.BOARD:
            board, offered = pages.page_board(self.page, board), Offered()
        return build(board, self._boards.strip, offered, self._moment.settings)

    # ------------------------------------------------------------------------ the view

    def view(
        self, *, spoken: str, speaking: bool, alert: Alert | None, notice: Notice | None
    ) -> View:
        spot, work = self.scanner.spot, self._moment.work
        inside = spot is not None and len(spot.groups) > 1
        lit = cell_ids(spot.item) if spot else frozenset()
        return View(
            board=self._board,
            strip=self._boards.strip,
            words=self.offers.cells.words,
            letters=self.offers.cells.letters,
            phrase=self.offers.cells.phrase,
            page=self.page,
            page_cells=pages.page_cells(self.page),
            lit=lit,
            group=cell_ids(spot.group) if spot and inside else frozenset(),
            back_lit=spot is not None and not lit,
            counted=self._counted(),
            beat=self._beat(),
            accepting=self.filter.judging,
            asking=self.asking,
            message=work.text,
            caret=work.caret,
            finished=work.finished,
            spoken=spoken,
            phase=self._phase(speaking),
            alert=alert,
            notice=notice,
            private=self._moment.private,
            settings=self._moment.settings,
        )

    def _counted(self) -> frozenset[str]:
        """Offered cells hold something else by now, so they are not marked."""
        item = self.scanner.counted
        offered = {cell.id for cell in self.offers.cells.cells()}
        return cell_ids(item) - offered if item is not None else frozenset()

    def _beat(self) -> Beat | None:
        time = self.scanner.time
        if self._moment.settings.paced_cue == "off" or time.deadline is None:
            return None
        return Beat(time.since, time.ready, time.deadline)

    def _phase(self, speaking: bool) -> Phase:
        if self.filter.held:
            return Phase.HELD
        if speaking:
            return Phase.SPEAKING
        if self.scanner.spot is not None:
            return Phase.SCANNING
        return Phase.RESTING if self.scanner.resting else Phase.READY
