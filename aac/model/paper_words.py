"""The words of the printed sheets, in one place, ready for translation.

What a board says is not repeated here: the sheets take it from the boards.
"""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.language import translated

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
    "front": "front view",
    "back": "back view",
    "left": "L",
    "right": "R",
    "least_pain": "no pain",
    "most_pain": "worst pain",
    "scanning": "How to spell with me",
    "passport": "How to talk with me",
}

# What may hurt, as the list of body parts calls it, and the part of the figure each stands for.
# One sentence, because a word alone may mean something else: “back” is also a way to go.
BODY: Mapping[str, str] = {
    "words": "head, face, jaw, neck, throat, shoulder, arm, elbow, wrist, hand, fingers, chest, "
    "back, lower back, stomach, belly, hip, bottom, groin, leg, thigh, knee, calf, ankle, foot, "
    "feet, heel",
}
_PARTS = (
    "head", "face", "jaw", "neck", "throat", "shoulder", "arm", "elbow", "wrist", "hand", "hand",
    "chest", "back", "lower-back", "stomach", "stomach", "hip", "bottom", "groin", "leg", "leg",
    "knee", "calf", "ankle", "foot", "foot", "heel",
)  # fmt: skip

# Guidance G63.  The signals are filled from the passport, or by hand.
STEPS: Mapping[int, str] = {
    1: "Sit where we can see each other. Agree my yes signal. Mine is: {yes} My no is: {no}",
    2: "Ask: “Is it on the phrase page, or will you spell?”",
    3: "Say the row numbers slowly: “One … two … three …”. Leave about two seconds. Stop at my "
    "yes.",
    4: "Say the letters in that row one by one. Stop at my yes. Write it down.",
    5: "Start again at row one for the next letter. Say the word so far.",
    6: "Guess only if I have said guessing is welcome. Ask “Is it …?” and wait for yes or no.",
    7: "If you get lost, say so, read back what you have, and carry on. Never pretend you "
    "understood.",
    8: "If I look away, close my eyes or show my stop signal, stop and ask “Rest, or start again?”",
    9: "At the end read the whole message aloud and ask “Is that right? Anything else?”",
}

# Guidance G62: the setting, and the heading of what it holds.
PASSPORT: Mapping[str, str] = {
    "passport_name": "I am",
    "passport_yes": "My yes",
    "passport_no": "My no",
    "passport_stop": "Stop, or rest",
    "passport_talk": "When you talk with me",
    "passport_press": "How I press my switch",
    "passport_urgent": "Urgent for me",
    "passport_fails": "If my device fails",
}
SAID: Mapping[str, str] = {
    "first": "I understand you. I cannot speak. Please talk to me, not about me.",
    "quoted": "“{text}”",
    "urgent": "With my device I may say: {phrases}",
    "method": "With my device: {method}; each place is lit for {seconds} seconds.",
    "fails_1": "Give me my call bell.",
    "fails_2": "Ask me yes or no questions.",
    "fails_3": "Take the yes and no card and the letters of this pack.",
    # Guidance G82.
    "not_alarm": "My device is a communication aid, not a medical device and not an alarm: my call "
    "bell stays within my reach.",
}
FAILS = ("fails_1", "fails_2", "fails_3")
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
    return translated(PRINTING[key]).format(**parts)


def paper_text(key: str, **parts: object) -> str:
    """A short text of the sheets."""
    return translated(PAPER[key]).format(**parts)


def said_text(key: str, **parts: object) -> str:
    """A sentence of the passport."""
    return translated(SAID[key]).format(**parts)


def steps_text(**signals: object) -> list[str]:
    """What a partner does, step by step.  ``signals``: ``yes`` and ``no``."""
    return [translated(step).format(**signals) for step in STEPS.values()]


def body_parts() -> dict[str, str]:
    """Words for what may hurt, in small letters -> the part of the figure."""
    words = translated(BODY["words"]).casefold().split(", ")
    return dict(zip(words, _PARTS, strict=True))
