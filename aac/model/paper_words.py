"""The words of the printed sheets, in one place, ready for translation.

What a board says is not repeated here: the sheets take it from the boards.
"""

from __future__ import annotations

from collections.abc import Mapping

PAPER: Mapping[str, str] = {
    "page": "{number} of {of}",
    "foot": "Printed {date} · Wren {version} · Page {page}",
    "pack": "Wren on paper",
    "letters_hint": "Say the row numbers. Stop at my yes. Then the letters of that row.",
    "aeiou": "Letters in A E I O U rows",
    "etran": "Eye-pointing letters",
    "etran_front": "Eye-pointing letters: my side",
    "etran_back": "Eye-pointing letters: partner’s side",
    "short_wrong": "Wrong",
    "short_end": "End",
    "etran_hint": "I look at a block, then at the corner where my letter stands in it.",
    "etran_hint_back": "Hold it between us. Say the block I look at, then the letter.",
    "hole": "Cut out",
    "space": "space",
    "wrong": "Not that one",
    "end": "That is all",
    "yes_no": "Yes, no, maybe",
    "yes": "Yes",
    "no": "No",
    "maybe": "Maybe",
    "unsure": "or I do not know",
    "pain": "Where does it hurt?",
    "pain_more": "More about the pain",
    "front": "front",
    "back": "back",
    "left": "L",
    "right": "R",
    "least_pain": "no pain",
    "most_pain": "worst pain",
    "scanning": "How to spell with me",
    "passport": "How to talk with me",
}

# What may hurt, as the list of body parts calls it, and the part of the figure it stands for.
BODY: Mapping[str, str] = {
    "head": "head",
    "face": "face",
    "jaw": "jaw",
    "neck": "neck",
    "throat": "throat",
    "shoulder": "shoulder",
    "arm": "arm",
    "elbow": "elbow",
    "wrist": "wrist",
    "hand": "hand",
    "fingers": "hand",
    "chest": "chest",
    "back": "back",
    "lower back": "lower-back",
    "stomach": "stomach",
    "belly": "stomach",
    "hip": "hip",
    "bottom": "bottom",
    "groin": "groin",
    "leg": "leg",
    "thigh": "leg",
    "knee": "knee",
    "calf": "calf",
    "ankle": "ankle",
    "foot": "foot",
    "feet": "foot",
    "heel": "heel",
}

# Guidance G63.  Lines in angle brackets are filled from the passport, or by hand.
SCANNING_STEPS: tuple[str, ...] = (
    "Sit where we can see each other. Agree my yes signal. Mine is: {yes} My no is: {no}",
    "Ask: “Is it on the phrase page, or will you spell?”",
    "Say the row numbers slowly: “One … two … three …”. Leave about two seconds. Stop at my yes.",
    "Say the letters in that row one by one. Stop at my yes. Write it down.",
    "Start again at row one for the next letter. Say the word so far.",
    "Guess only if I have said guessing is welcome. Ask “Is it …?” and wait for yes or no.",
    "If you get lost, say so, read back what you have, and carry on. Never pretend you understood.",
    "If I look away, close my eyes or show my stop signal, stop and ask “Rest, or start again?”",
    "At the end read the whole message aloud and ask “Is that right? Anything else?”",
)

# Guidance G62: heading, and the setting it is filled from.
PASSPORT: tuple[tuple[str, str], ...] = (
    ("I am", "passport_name"),
    ("My yes", "passport_yes"),
    ("My no", "passport_no"),
    ("Stop, or rest", "passport_stop"),
    ("When you talk with me", "passport_talk"),
    ("How I press my switch", "passport_press"),
    ("Urgent for me", "passport_urgent"),
    ("If my device fails", "passport_fails"),
)
PASSPORT_FIRST = "I understand you. I cannot speak. Please talk to me, not about me."
URGENT_SAID = "With my device I may say: {phrases}"
FAILS_FIRST = (
    "Give me my call bell.",
    "Ask me yes or no questions.",
    "Take the yes and no card and the letters of this pack.",
)
METHOD_SAID = "With my device: {method}; each place is lit for {seconds} seconds."
BLANK = "______________"

# Of the command and of the settings page.
PRINTING: Mapping[str, str] = {
    "never": "Nothing has been printed yet. Paper works when the device does not: please print "
    "it before it is needed.",
    "current": "The paper copies say what the boards say.",
    "old": "The paper copy is out of date: {titles}. Please print it anew.",
    "pack": "Everything as one PDF",
    "singly": "A PDF for each sheet",
    "only_old": "Only what is out of date",
    "boards": "Boards to print besides",
    "help": "Letters, quick board, yes and no, pain, eye-pointing, instructions and passport as a "
    "PDF. Print it on stiff paper or have it laminated; the eye-pointing sheet on both sides, "
    "turned on the short edge.",
    "working": "The PDF is being made.",
    "made": "Made, with {pages} pages: {file}",
    "made_all": "Made: {files} files with {pages} pages, in {folder}",
    "failed": "The PDF could not be made. {why}",
    "open": "Open it",
    "no_sheet": "There is no sheet or board called {name}. The sheets are: {names}.",
    "not_written": "{folder} cannot be written to, or the file is open in another program. "
    "Please choose another folder.",
}


def printing_text(key: str, **parts: object) -> str:
    """A sentence about printing."""
    return PRINTING[key].format(**parts)


def paper_text(key: str, **parts: object) -> str:
    """A short text of the sheets."""
    return PAPER[key].format(**parts)
