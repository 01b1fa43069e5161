"""One simulated person writes messages at the real session, errs, mends, and speaks each.

How they go about it, as modelled (how they press: `hand`; what they choose: `mind`):

* They decide ``search`` seconds after each choice where offers are on the screen, else at once;
  what is decided is weighed from where the light is at that moment, and stands until something
  is chosen.  Words and likely letters are each overlooked now and then, for one choice.
* In a wrong group they press on Back where there is one, or wait the rounds out.  Where nothing is
  lit they press to wake the light.  While the voice says something by mistake they wait.
* They always see what is written, so no error is left but in messages that are given up: after
  `PATIENCE` and so much for each character.  The next one begins with an empty page.
* They rest between two messages, once they have written for `UNTIL_REST`: their fatigue is gone.

Time counts from the first light for a message to the press that speaks it, without the voice.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf

from aac.cli.rate.body import Body
from aac.cli.rate.hand import Hand
from aac.cli.rate.live import Live
from aac.cli.rate.mind import Mind, Wish
from aac.cli.rate.record import Written, distance, same_start
from aac.cli.rate.seen import State, noticed, offered_on, plain
from aac.model.view import Phase

PATIENCE = 600.0  # seconds
PATIENCE_PER_SIGN = 60.0  # slower than a character in a minute is no writing
UNTIL_REST = 1800.0


class Writer:
    """``live``: the session, just begun.  ``paced``: it has a cue that lets a press be aimed."""

    def __init__(self, body: Body, mind: Mind, live: Live, *, paced: bool) -> None:
        self._body = body
        self._mind = mind
        self._paced = paced
        self._sit_down(live)
        self._slips: list[State] = []
        self._text = ""
        self._begun = False  # the message before is on the screen until something is written
        self._chose = False
        self._words_seen = self._letters_seen = True
        self._written = Written()

    def write(self, text: str) -> Written:
        """Write and speak one message."""
        if self._body.since_rest >= UNTIL_REST:
            self._body.rest()
        live = self._live
        self._text, self._slips, self._begun = text, [], False
        # What is lit already when the message begins belongs to it.
        began, steps = live.now, live.steps - live.is_lit
        presses, said = live.presses, len(live.said)
        self._written = Written(text=text, characters=len(text))
        give_up = began + PATIENCE + PATIENCE_PER_SIGN * len(text)
        decided = self._decided(began)
        while not self._done() and live.now < give_up:
            decided = self._choose(decided, give_up)
        ended = self._hand.pressed_at if self._done() else live.now
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

    def _sit_down(self, live: Live) -> None:
        """Before a session that has just begun."""
        self._live = live
        self._hand = Hand(self._body, self._live, self._pressed, paced=self._paced)

    def _finished(self) -> Written:
        """Wait for the voice, or begin anew with an empty page."""
        live = self._live
        if self._done():
            live.pass_time(live.voice_ends if live.voice_ends < inf else live.now)
            self._hand.begin_message()
            return self._written
        written = plain(live.view.message)
        self._sit_down(live.anew())
        return replace(
            self._written,
            given_up=True,
            characters=same_start(written, self._text),
            wrong_characters=distance(written.strip(), self._text),
        )

    def _done(self) -> bool:
        view = self._live.view
        spoken = self._begun and view.finished
        return spoken and plain(view.message).split() == self._text.split()

    def _is_start(self, spoken: str) -> bool:
        words = plain(spoken).split()
        return bool(words) and self._text.split()[: len(words)] == words

    # ------------------------------------------------------------- one choice at a time

    def _choose(self, decided: float, give_up: float) -> float:
        """Go for one cell until a press, or until the time is over; when the next is decided."""
        live, hand, before = self._live, self._hand, self._live.presses
        if live.view.phase is Phase.SPEAKING:
            hand.wait(min(live.voice_ends, give_up))
        elif hand.wait(decided):
            if live.is_lit:
                self._go_for_next(max(decided, live.lit_at), give_up)
            else:
                hand.wake()
        if live.presses == before:
            return live.now
        return self._decided(hand.pressed_at) if self._chose else max(decided, hand.pressed_at)

    def _go_for_next(self, decided: float, give_up: float) -> None:
        live, hand = self._live, self._hand
        offers = noticed(live.view, words=self._words_seen, letters=self._letters_seen)
        wish = self._mind.wish(live.view, self._text, self._slips, offers, caught=hand.is_in_time())
        if wish.cell is None:
            hand.wait_for_light(give_up)
        else:
            hand.go_for(wish, decided, give_up)

    def _decided(self, since: float) -> float:
        """When the next cell is decided on, after a choice; offers may be overlooked."""
        body = self._body
        self._words_seen, self._letters_seen = not body.overlooks(), not body.overlooks()
        offers = any(offered_on(self._live.view).cells())
        return since + (body.person.search if offers else 0.0)

    # --------------------------------------------------------------- what came of a press

    def _pressed(self, wish: Wish, before: State, after: State) -> None:
        """Was anything chosen, and was it what was meant?"""
        self._begun = self._begun or not after.finished
        self._chose = replace(after, resting=before.resting) != before
        meant = wish.cell is not None
        if self._chose:
            right = self._judge(wish, before, after)
            self._count(meant=meant, off=meant and not right, right=right, wrong=not right)
            return
        group = self._live.view.group
        there = wish.cell in group if wish.cell else not group
        self._count(meant=meant, off=meant and not there)

    def _judge(self, wish: Wish, before: State, after: State) -> bool:
        """Whether the choice was right; what was wrong is remembered until it is undone."""
        text, mind = self._text, self._mind
        undone = wish.undoes and bool(self._slips) and _same(after, self._slips[-1])
        nearer = mind.left_to_do(after, text) < mind.left_to_do(before, text)
        opened = bool(wish.opens) and after.board == wish.opens != before.board
        right = self._done() or undone or nearer or opened
        if undone:
            self._slips.pop()
            self._written = replace(self._written, undone=self._written.undone + 1)
        elif right:
            self._slips.clear()
        else:
            self._slips.append(before)
        return right

    def _count(self, *, meant: bool, off: bool, right: bool = False, wrong: bool = False) -> None:
        done = self._written
        self._written = replace(
            done,
            meant=done.meant + meant,
            off_target=done.off_target + off,
            selections=done.selections + right + wrong,
            wrong=done.wrong + wrong,
        )


def _same(one: State, other: State) -> bool:
    return replace(one, said=other.said, resting=other.resting) == other
