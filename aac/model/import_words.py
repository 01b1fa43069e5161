"""Words for bringing in boards of other programs, and for the way home that every board has."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated

ENDINGS = (
    ".gridset", ".spb", ".sps", ".ce", ".grd", ".grd.json", ".json", ".obz", ".obf",
)  # fmt: skip

IMPORTING: Mapping[str, str] = {
    # on boards
    "home": "Home",
    "letters": "Letters",
    # on the settings page
    "title": "Boards",
    "help": (
        "Boards that you have in Grid 3, Snap, TouchChat, AsTeRICS Grid, Cboard or the Open Board "
        "Format. The file is copied and changed into Wren’s own form; it stays as it is. "
        "The scan goes on."
    ),
    "button": "Open boards from another program",
    "file": "The file, with its folder",
    "choose": "Look for the file",
    "kinds": "Boards",
    "all_kinds": "All files",
    "reading": "{name} is being read …",
    "done": "{name} is here now.",
    "added": "Its boards are in Wren now.",
    "make_home": "Begin with these boards",
    "home_now": "Home opens them from now on. To go back, choose another home board below "
    "“Writing”.",
    "aside": "Boards of this name were here before. They are kept as {name}.",
    "counts": "Boards: {boards}. Cells: {cells}, of them hidden: {hidden}. Links: {links}, of "
    "them leading nowhere: {broken_links}. Pictures: {images_here}. Recordings: {sounds}.",
    "elsewhere": "Pictures or sounds that are only on the internet: {count}. Wren fetches nothing "
    "by itself, and the labels are shown. This command lists where they are, and with --yes at its "
    "end fetches them: {command}",
    "nothing_lost": "Nothing was lost and nothing had to be mended.",
    "what_lost": "What was lost or mended:",
    "lost": "Lost:",
    "mended": "Mended:",
    "not_read": "The file could not be read.",
    "too_slow": "The file takes too long or is too large for this computer. Nothing has changed.",
    "not_saved": "The boards could not be kept: there is no room, or the folder cannot be written.",
    "no_file": "Please choose a file first.",
}


def import_text(key: str, **gaps: object) -> str:
    """The words of this key with its gaps filled."""
    return translated(IMPORTING[key]).format(**gaps)
