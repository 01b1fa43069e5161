"""One simulated person writes messages at the real session, errs, mends, and speaks each.

How they press, as modelled:

* They decide ``search`` seconds after each choice where offers are on the screen, else at once.
  What is decided on is weighed in `mind` from where the light is at that moment.
* A light that comes to what they want after they have decided is answered with one reaction,
  even if the light has moved on by then: a press that has begun is not held back.
* If it is there already when they decide (or when they could press again), they press only if it
  will stay for as long as their mean reaction; else they let it pass and wait for its next round.
* With a paced cue they know the beat: if the light will come no sooner than a mean reaction after
  they decided and last pressed, they aim at its coming; if sooner, they react as above.
* A press that is missed lets the light pass.  One that goes astray falls anywhere in one round of
  the group that is scanned.  After a press that was not meant they look and decide anew.
* A double press follows the first after the smallest gap.
* In a wrong group they press on Back where there is one, or wait the rounds out.  Where nothing is
  lit they press to wake the light.  While the voice says something by mistake they wait.
* They always see what is written, so no error is left, unless Speak is chosen by mistake for the
  last time before they give up: after `PATIENCE` and so much for each character.
* They rest between two messages, once they have written for `UNTIL_REST`: their fatigue is gone.

Time counts from the first light for a message to the press that speaks it, without the voice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import inf

from aac.cli.rate.body import Body
from aac.cli.rate.live import Live
from aac.cli.rate.mind import Mind, Wish
from aac.cli.rate.record import Written, distance, same_start
from aac.cli.rate.seen import State, noticed, offered_on, plain, tree_of
from aac.model.view import Phase

PATIENCE = 600.0  # seconds
PATIENCE_PER_SIGN = 60.0  # slower than a character in a minute is no writing
UNTIL_REST = 1800.0
AGAIN = 0.05  # the least time between letting go and pressing again


class Writer:
    """``renew``: opens the session; again where a message was given up.

    ``paced``: the light has a cue that lets a press be aimed.
    """

    def __init__(self, body: Body, mind: Mind, renew: Callable[[], Live], *, paced: bool) -> None:
        self._body = body
        self._mind = mind
        self._renew = renew
        self._paced = paced
        self._live = renew()
        self._pressed_at = -inf
        self._chose = False
        self._words_seen = self._letters_seen = True
        self._stray = self._body.until_false_press()
        self._slips: list[State] = []
        self._text = ""
        self._written = Written()

    def write(self, text: str) -> Written:
        """Write and speak one message."""
        if self._body.since_rest >= UNTIL_REST:
            self._body.rest()
        live = self._live
        self._text, self._slips = text, []
        began, steps, presses, said = live.now, live.steps, live.presses, len(live.said)
        self._written = Written(text=text, characters=len(text))
        give_up = began + PATIENCE + PATIENCE_PER_SIGN * len(text)
        decided = self._decided(began)
        while not self._done() and live.now < give_up:
            decided = self._choose(decided, give_up)
        # What is lit when the message is spoken belongs to the next one.
        ended = self._pressed_at if self._done() else live.now
        self._body.wrote(ended - began)
        heard = [at for at, spoken in live.said[said:] if self._is_start(spoken)]
        self._written = replace(
            self._written,
            seconds=ended - began,
            steps=live.steps - steps,
            presses=live.presses - presses,
            first_word=heard[0] - began if heard else None,
        )
        return self._finished()

    def _finished(self) -> Written:
        """Wait for the voice, or begin anew with an empty page."""
        live = self._live
        if self._done():
            live.pass_time(live.voice_ends if live.voice_ends < inf else live.now)
        else:
            written = plain(live.view.message)
            self._written = replace(
                self._written,
                given_up=True,
                characters=same_start(written, self._text),
                wrong_characters=distance(written.strip(), self._text),
            )
            self._live = self._renew()
            self._pressed_at = -inf
        self._stray = self._live.now + self._body.until_false_press()
        return self._written

    def _done(self) -> bool:
        view = self._live.view
        return view.finished and plain(view.message).split() == self._text.split()

    def _is_start(self, spoken: str) -> bool:
        words = plain(spoken).split()
        return bool(words) and self._text.split()[: len(words)] == words

    # ------------------------------------------------------------- one choice at a time

    def _choose(self, decided: float, give_up: float) -> float:
        """Go for one cell until a press, or until the time is over; when the next is decided."""
        live = self._live
        if live.view.phase is Phase.SPEAKING:
            self._wait(live.voice_ends)
            return live.now
        if not self._wait(decided):
            return self._decided_after_press()
        if not (live.view.lit or live.view.back_lit):
            self._press(max(live.now + self._body.reaction(), self._free_at), Wish(None))
            return self._decided_after_press()
        caught = live.dark_at - max(live.now, self._free_at) >= self._body.person.reaction
        offers = noticed(live.view, words=self._words_seen, letters=self._letters_seen)
        wish = self._mind.wish(live.view, self._text, self._slips, offers, caught=caught)
        before = live.presses
        if wish.cell is None:
            self._wait_for_light(give_up)
        else:
            self._go_for(wish, max(decided, live.lit_at), give_up)
        return self._decided_after_press() if live.presses > before else live.now

    def _go_for(self, wish: Wish, decided: float, give_up: float) -> None:
        """Press on what is wished, in this round or the next; returns after any press."""
        body, live = self._body, self._live
        if body.misses():
            self._let_pass(wish, give_up)
            return
        if body.goes_astray(paced=self._paced):
            self._press(max(live.now + self._round() * body.chance.random(), self._free_at), wish)
            return
        while live.now < give_up:
            at = self._press_time(wish, decided)
            if at is not None:
                self._press(at, wish)
                return
            group = live.view.group
            if not self._wait_for_light(give_up) or live.view.group != group:
                return  # an unmeant press, or the group was left: decide anew
            if not (live.view.lit or live.view.back_lit):
                return

    def _press_time(self, wish: Wish, decided: float) -> float | None:
        """When to press, if that can be told already."""
        body, live = self._body, self._live
        mean = body.person.reaction
        if self._is_lit(wish):
            begin = max(live.lit_at, decided, self._free_at - mean)
            if begin == live.lit_at or live.dark_at - begin >= mean:
                return max(begin + body.reaction(), self._free_at)
        if not self._paced:
            return None
        for at, cells in live.coming():
            hit = wish.cell in cells if wish.cell else not cells
            if hit and at - max(decided, self._pressed_at) >= mean:
                return max(at + body.aim(), self._free_at, live.now)
            if hit or at - live.now > self._round():
                return None
        return None

    def _let_pass(self, wish: Wish, give_up: float) -> None:
        """The press does not come: the light goes to what is wished, and on."""
        seen = self._is_lit(wish)
        while self._wait_for_light(give_up):
            if seen and not self._is_lit(wish):
                return
            seen = seen or self._is_lit(wish)
            if not (self._live.view.lit or self._live.view.back_lit):
                return

    def _is_lit(self, wish: Wish) -> bool:
        view = self._live.view
        if not wish.cell:
            return view.back_lit
        return wish.cell in view.lit

    def _round(self) -> float:
        """Seconds of one round of the group that is scanned."""
        view = self._live.view
        count = len(view.group) + 1 if view.group else len(tree_of(view).items)
        return count * view.settings.scan_time

    # ------------------------------------------------------------------ presses and time

    @property
    def _free_at(self) -> float:
        """From when the person can press again."""
        body = self._body.person
        return max(self._pressed_at + body.gap, self._pressed_at + body.hold + AGAIN)

    def _decided(self, since: float) -> float:
        """When the next cell is decided on, after a choice; offers may be overlooked."""
        body = self._body
        self._words_seen, self._letters_seen = not body.overlooks(), not body.overlooks()
        offers = any(offered_on(self._live.view).cells())
        return since + (body.person.search if offers else 0.0)

    def _decided_after_press(self) -> float:
        """What was decided stands until something is chosen."""
        return self._decided(self._pressed_at) if self._chose else self._pressed_at

    def _wait(self, until: float) -> bool:
        """Let time pass; False where a press that was not meant came first."""
        if self._stray <= until:
            self._press_unmeant()
            return False
        self._live.pass_time(until)
        return True

    def _wait_for_light(self, until: float) -> bool:
        """Until the light moves; False where time is over or an unmeant press came."""
        if self._live.wait_for_light(min(until, self._stray)):
            return True
        if self._stray <= until:
            self._press_unmeant()
        return False

    def _press(self, at: float, wish: Wish) -> None:
        """A press that is meant; one that nobody meant may come before it."""
        if not self._wait(at):
            return
        if self._body.doubles():
            again = at + max(self._body.person.gap, self._body.person.hold + AGAIN)
            self._stray = min(self._stray, again)
        self._written = replace(self._written, meant=self._written.meant + 1)
        self._do_press(at, wish)

    def _press_unmeant(self) -> None:
        at = max(self._stray, self._live.now)
        self._stray = at + self._body.until_false_press()
        self._do_press(at, Wish(None))

    def _do_press(self, at: float, wish: Wish) -> None:
        live = self._live
        live.pass_time(at)
        before = live.state
        self._pressed_at = live.now
        live.press(live.now, self._body.person.hold)
        after = live.state
        self._chose = replace(after, resting=before.resting) != before
        if not self._chose:
            hit = wish.cell in live.view.group if wish.cell else not live.view.group
            self._count(off=wish.cell is not None and not hit)
            return
        self._judge(wish, before, after)

    def _judge(self, wish: Wish, before: State, after: State) -> None:
        """Something was chosen: was it what was meant?"""
        text, mind = self._text, self._mind
        undone = wish.undoes and bool(self._slips) and _same(after, self._slips[-1])
        nearer = mind.left_to_do(after, text) < mind.left_to_do(before, text)
        opened = bool(wish.opens) and after.board == wish.opens != before.board
        right = self._done() or undone or nearer or opened
        self._count(off=not right and wish.cell is not None, right=right, wrong=not right)
        if undone:
            self._slips.pop()
            self._written = replace(self._written, undone=self._written.undone + 1)
        elif right:
            self._slips.clear()
        else:
            self._slips.append(before)

    def _count(self, *, off: bool = False, right: bool = False, wrong: bool = False) -> None:
        done = self._written
        self._written = replace(
            done,
            off_target=done.off_target + off,
            selections=done.selections + right + wrong,
            wrong=done.wrong + wrong,
        )


def _same(one: State, other: State) -> bool:
    return replace(one, said=other.said, resting=other.resting) == other
