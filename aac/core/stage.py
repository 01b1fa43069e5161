"""What stands on the screen and in the scan: board, strip, offered words, pages, questions."""

from __future__ import annotations

from aac.core import pages
from aac.core.moment import Moment
from aac.core.offers import Offers
from aac.core.scan import Scan
from aac.core.scan_choice import scan_of, tree_of
from aac.core.scan_tree import Group, GroupKind, Offered, cell_ids
from aac.core.switch_filter import SwitchFilter
from aac.core.switch_timing import Timing
from aac.model.board import BoardSet, Cell
from aac.model.events import Effect
from aac.model.settings import Settings
from aac.model.view import Alert, Notice, Page, Phase, View


class Stage:
    """``page``: what fills the window.  ``asking``: the cell that asks once more (G25)."""

    def __init__(self, boards: BoardSet, moment: Moment) -> None:
        self.page = Page.BOARD
        self.asking: Cell | None = None
        self._boards = boards
        self._moment = moment
        self.offers = Offers(boards)
        self._board = pages.shown_board(boards, moment)
        self.filter = SwitchFilter(Timing.of(moment.settings))
        self.scanner: Scan = scan_of(moment.settings)
        self.filter.holding = self.scanner.holding

    def use_settings(self, settings: Settings) -> None:
        """Filter and scanner anew; a switch that is down stays known."""
        former, self.filter = self.filter, SwitchFilter(Timing.of(settings))
        self.filter.keep_down(former)
        self.scanner = scan_of(settings, self.scanner)
        self.filter.holding = self.scanner.holding

    def show(self, moment: Moment) -> list[Effect]:
        """Another moment is on stage; asks for the words that fit it."""
        self._moment = moment
        self._board = pages.shown_board(self._boards, moment)
        return self.offers.ask(self._board, moment)

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
        self.filter.holding = self.scanner.holding
        if self.filter.judging:
            self.scanner.freeze(now)
        else:
            self.scanner.thaw(now)
        if self.scanner.held_on:
            self.filter.useful_until = self.scanner.deadline or now

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
            self.scanner.replace_tree(self._tree(), now)

    def _begin(self, now: float, stay: tuple[Group, ...]) -> None:
        manual = self._moment.settings.scan_start == "manual"
        self.scanner.begin(self._tree(), now, manual=manual, stay=stay)
        if self.filter.held:
            self.scanner.rest()

    def _stay(self) -> tuple[Group, ...]:
        """The groups in which the scan goes on after a choice."""
        settings = self._moment.settings
        # Without Back cells these never leave a row but by a choice.
        no_way_out = not settings.back_cells and settings.scan_method in ("step", "two_switch")
        stays = settings.after_selection == "same_row" and not no_way_out
        return self.scanner.groups if stays else ()

    def _tree(self) -> Group:
        board, offered = self._board, self.offers.cells
        if self.page is not Page.BOARD:
            board, offered = pages.page_board(self.page, board), Offered()
        return tree_of(board, self._boards.strip, offered, self._moment.settings)

    # ------------------------------------------------------------------------ the view

    def view(
        self, *, spoken: str, speaking: bool, alert: Alert | None, notice: Notice | None
    ) -> View:
        spot, work = self.scanner.spot, self._moment.work
        parts = self.scanner.parts
        inside = spot is not None and (len(spot.groups) > 1 or spot.group.kind is GroupKind.ASKING)
        lit = cell_ids(spot.item) if spot and not parts else self._judged(parts)
        return View(
            board=self._board,
            strip=self._boards.strip,
            words=self.offers.cells.words,
            letters=self.offers.cells.letters,
            phrase=self.offers.cells.phrase,
            page=self.page,
            page_cells=pages.page_cells(self.page),
            lit=lit,
            group=cell_ids(spot.group) if spot and inside and not parts else frozenset(),
            back_lit=spot is not None and not lit and not parts,
            parts=parts,
            roles=self.scanner.roles,
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

    def _judged(self, parts: tuple[frozenset[str], ...]) -> frozenset[str]:
        """The cells that will be kept if the press that is being judged counts."""
        pressed = (parts[n - 1] for n in self.filter.pending if n <= len(parts))
        return frozenset[str]().union(*pressed) - {""}

    def _phase(self, speaking: bool) -> Phase:
        if self.filter.held:
            return Phase.HELD
        if speaking:
            return Phase.SPEAKING
        if self.scanner.spot is not None:
            return Phase.SCANNING
        return Phase.RESTING if self.scanner.resting else Phase.READY
