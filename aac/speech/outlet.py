"""Where the voice is heard: the chosen output, else the usual one; never the wrong one.

What is only for one output (a cue in the ear, guidance G71) is heard there or nowhere.  Anything
else is heard on what is left when the chosen output goes, and on the chosen one again when it is
back: each utterance looks for it anew.
"""

from __future__ import annotations

from collections.abc import Callable

from aac.sound.player import NoDevice, Pcm, Player

LOOK = 0.2
"""Seconds between two looks at whether the output is still there, while something is said."""


class Outlet:
    """``tell``: gets ``"away"`` when the chosen output has gone, and ``"back"``."""

    def __init__(self, player: Player, tell: Callable[[str], None]) -> None:
        self.player = player
        self._tell = tell
        self._device, self._only = "", False
        self._avoided = False
        self._missed = ""  # the chosen output that has gone

    def choose(self, device: str, only: bool) -> None:
        """For the next utterance.  ``only``: there by its id, or nowhere."""
        self._device, self._only = device, bool(device and only)
        self._avoided = False

    def play(self, sound: Pcm) -> None:
        """Silence what plays and play this.  Raises `NoDevice`."""
        if self._only:
            self.player.play(sound, self._device, exactly=True)
        elif not self._device or self._avoided:
            self.player.play(sound)
        else:
            try:
                self.player.play(sound, self._device)
            except NoDevice:
                self.player.play(sound)
                self._note(away=True)
            else:
                self._note(away=False)

    def lost(self, *, at_end: bool = False) -> bool:
        """Whether what plays is heard nowhere any more; `avoid` then finds another output."""
        return self.player.has_lost_output(surely=at_end)

    def avoid(self) -> bool:
        """Leave the lost output for this utterance; says whether that may be."""
        self.player.stop()
        if self._only or self._avoided:
            return False
        self._avoided = True
        self._note(away=True)
        return True

    def _note(self, *, away: bool) -> None:
        if away and (not self._device or self._missed != self._device):
            self._missed = self._device
            self._tell("away")
        elif not away and self._missed:
            self._missed = ""
            self._tell("back")
