"""No command that a board can hold is without a deed."""

from __future__ import annotations

import pytest

from aac.core.deeds import perform
from aac.core.moment import Moment
from aac.core.steering import changed_setting
from aac.model.board import Cell, Do
from aac.model.commands import Command
from aac.model.settings import Settings
from aac.model.view import Work
from tests.scan_script import started
from tests.small_boards import STRIP, board, boards

OTHERS = [command for command in Command if command is not Command.METHOD]


@pytest.mark.parametrize("command", OTHERS, ids=lambda command: command.name)
@pytest.mark.parametrize("method", ["automatic", "step"])
def test_every_command_leaves_the_aid_scanning_or_resting(command: Command, method: str) -> None:
    every = boards(board("home", f"+a :{command.name.lower()}", "A B"), strip=STRIP)
    work = Work(text="Hello", caret=5, board="home", history=("Hi",))
    played = started(every, work, scan_method=method)
    played.touch(f":{command.name.lower()}", f":{command.name.lower()}")
    if played.view.phase == "speaking":
        played.spoken()
    lit = "scanning" if method == "automatic" else "ready"
    if command in (Command.FIND_SPEED, Command.CHECK_SWITCH):
        lit = played.view.panel is not None and played.view.phase  # a page of its own course
    question = played.view.asking is not None
    rests = command in (Command.REST, Command.NIGHT)
    assert played.view.phase == ("resting" if rests else lit) or question


def test_what_belongs_to_the_bell_or_the_scan_is_refused_by_the_deeds() -> None:
    moment, every = Moment(Work(), Settings()), boards(board("home", "A"))
    with pytest.raises(ValueError, match="no setting"):
        perform(Cell("c", "Call", Do(Command.CALL)), moment, every, ())
    with pytest.raises(ValueError, match="no setting"):
        changed_setting(Command.REST, moment)
    alarm = board("b", "!choking").cell("!choking")
    assert alarm is not None
    with pytest.raises(ValueError, match="not done here"):
        perform(alarm, moment, every, ())
