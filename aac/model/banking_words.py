"""The words about recordings in the person's own voice: on their page, as notices, of commands."""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated

BANKING: Mapping[str, str] = {
    "help": "Phrases in the person’s own voice, recorded while speaking is still easy. A laugh, a "
    "sigh or a whistle is welcome too, under a name of its own. All stays on this computer.",
    "find": "Find a phrase, or write a new one",
    "only_missing": "Still to record ({count})",
    "every": "All ({count})",
    "list": "Phrases",
    "new": "New: {phrase}",
    "has": "recorded",
    "no_phrase": "Choose a phrase on the left, or write a new one.",
    "ready": "Not recorded yet. Press Record, and speak.",
    "ready_again": "Recorded on {made}. Recording again keeps the old one in the folder of removed "
    "ones.",
    "opening": "One moment …",
    "speak_now": "Speak now",
    "good": "This is a good recording, {seconds} s long. Keep it?",
    "quiet": "This is very soft. Come closer to the microphone and record it again, or keep it as "
    "it is.",
    "clipped": "This was too loud for the microphone and may crackle. Move away a little and "
    "record it again, or keep it as it is.",
    "nothing": "Nothing was heard. Is this the right microphone, and is it turned on?",
    "kept": "Kept.",
    "removed": "“{phrase}” is said by the voice again. The recording is kept in {folder}.",
    "moved": "The recording is heard for “{phrase}” now.",
    "listening": "You hear it now.",
    "no-microphone": "No microphone was found. Plug one in and press Record again.",
    "lost": "The microphone has gone. What it heard up to then can be kept.",
    "disk": "The recording could not be written: the disk is full or protected.",
    "no-device": "There is no loudspeaker to play it on. It is recorded all the same.",
    "unreadable": "This recording cannot be played. Please record it again.",
    "stopped": "Recording has stopped by itself. Please record again; everything else works.",
    "not_kept": "It could not be kept: the disk is full or protected.",
    "record": "Record",
    "record_again": "Record again",
    "stop": "Stop",
    "listen": "Listen",
    "keep": "Keep",
    "remove": "Remove",
    "move": "Other words for this recording",
    "move_now": "Use",
    "meter": "How loud it is",
    "meter_now": "{level} dB",
    "meter_off": "Shown while recording",
    "folder": "A folder",
    "choose_folder": "Choose …",
    "import": "Import",
    "export": "Export",
    "folder_help": "Import: sound files named after their phrases, or with a table (CSV) of file "
    "and phrase. Export: every recording as WAV, with such a table.",
    "no_folder": "There is no such folder: {folder}",
    "no_folder_named": "Choose a folder first.",
    "working": "Working …",
    "not_imported": "The folder could not be read, or the recordings not written: {folder}",
    "not_exported": "The recordings could not be written to {folder}.",
    "failed": "This did not work. Nothing was changed.",
    "attached": "Recordings of phrases on the boards: {count}.",
    "others": "Matching no phrase: {count}. Heard when the same words are written: {names}",
    "same": "Here already: {count}.",
    "unread": "Could not be read: {count}. {names}",
    "nothing_found": "There are no sound files in this folder.",
    "exported": "Recordings in {folder}: {count}.",
    "lost_files": "Missing files: {count}. {names}",
    "damaged": "The list of recordings was damaged and was mended as far as possible. What has no "
    "recording now is said by the voice.",
    "missing_files": "Files of recordings are missing: {count}. The voice says what is missing.",
    "used": "Your recordings are heard.",
    "not_used": "The voice of the computer says everything.",
    "cannot_play": "A recording could not be read. The voice says it instead.",
}

SHOWN_NAMES = 5


def banking_text(key: str, **parts: object) -> str:
    """A text about recordings."""
    return translated(BANKING[key]).format(**parts)


def with_names(key: str, names: list[str]) -> str:
    """A text that counts, and names the first few."""
    shown = ", ".join(names[:SHOWN_NAMES]) + (" …" if len(names) > SHOWN_NAMES else "")
    return banking_text(key, count=len(names), names=shown)
