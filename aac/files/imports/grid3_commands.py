"""Commands of Grid 3 and what they are in Wren.  None of another kind is ever run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from aac.files.imports.deeds import Deeds
from aac.files.imports.finish import one_of
from aac.files.obf.actions import SPOKEN_LIMIT, clean
from aac.model.commands import Command

_OURS: Mapping[str, Command] = {
    "Action.Space": Command.SPACE,
    "Action.DeleteLetter": Command.DELETE_LETTER,
    "Action.DeleteWord": Command.DELETE_WORD,
    "Action.Clear": Command.CLEAR,
    "Action.Speak": Command.SPEAK,
    "Action.UndoClear": Command.UNDO,
    "Action.UndoWorkspaceEdit": Command.UNDO,
    "Action.PreviousLetter": Command.CARET_LEFT,
    "Action.NextLetter": Command.CARET_RIGHT,
    "Action.PreviousWord": Command.CARET_WORD_LEFT,
    "Action.NextWord": Command.CARET_WORD_RIGHT,
    "Action.DocumentEnd": Command.CARET_END,
    "Settings.RestAll": Command.REST,
    "Settings.RestSwitch": Command.REST,
    "Speech.SpeakNow": Command.SPEAK,
    "Speech.Stop": Command.HUSH,
}
_TYPED = ("Action.Letter", "Action.Number", "Action.Punctuation")
# They only say when a cell is shown, or repeat for the eyes what another command does.
_SILENT = frozenset(
    ("AutoContent.Activate", "Settings.RequiredFeature", "Settings.RestEyeGaze",
     "Settings.RestPointer")
)  # fmt: skip
_FAMILIES: Mapping[str, str] = {
    "Action": "editing",
    "ComputerControl": "computer control",
    "Environment": "control of things in the room",
    "Media": "music and films",
    "Phone": "telephone",
    "Prediction": "changing word lists",
    "Settings": "settings of Grid 3",
    "Speech": "voice settings",
    "Symoji": "pictures that speak",
    "WebBrowser": "web pages",
}

MakeList = Callable[[Element, str], str]


def do_command(
    command: Element, deeds: Deeds, ids: Mapping[str, str], home: str, make_list: MakeList
) -> None:
    """Add to ``deeds`` what this command does.  ``make_list``: makes a board of words."""
    name = command.get("ID") or ""
    if name == "Action.InsertText":
        deeds.says += clean(_parameter(command, "text"), SPOKEN_LIMIT)
    elif name in _TYPED:
        deeds.types += clean(_parameter(command, "letter"), 100)
    elif name == "Jump.To":
        wanted = _parameter(command, "grid")
        deeds.opens = deeds.opens or ids.get(one_of(ids, wanted), wanted)
    elif name == "Jump.Home":
        deeds.opens = deeds.opens or ids[home]
    elif name == "Jump.Back":
        deeds.back = True
    elif name == "Prediction.ChangeWordList" and (words := command.find(".//WordList")) is not None:
        deeds.opens = deeds.opens or make_list(words, deeds.where)
    elif name == "Action.Space" and deeds.types:
        deeds.types += " "
    elif ours := _OURS.get(name):
        if ours not in deeds.commands:
            deeds.commands.append(ours)
    elif name not in _SILENT:
        family = _FAMILIES.get(name.partition(".")[0], "a command of Grid 3")
        deeds.lose(f"{family} ({clean(name, 60)})")


def _parameter(command: Element, key: str) -> str:
    for parameter in command.iterfind("Parameter"):
        if (parameter.get("Key") or "").lower() == key:
            return runs(parameter) if len(parameter) else parameter.text or ""
    return ""


def runs(element: Element) -> str:
    """Text that stands in runs; a run of one blank counts.  Other text is only layout."""
    return "".join(run.text or "" for run in element.iter("r"))


def words_in(holder: Element | None) -> list[str]:
    """The words of a list, each once, in their order."""
    if holder is None:
        return []
    found = (runs(item) or "".join(item.itertext()).strip()
             for item in holder.iterfind(".//WordListItem"))  # fmt: skip
    return list(dict.fromkeys(clean(word) for word in found if word.strip()))
