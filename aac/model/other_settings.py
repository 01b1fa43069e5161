"""The settings of writing, bell and screen: limits, units, labels, help."""

from __future__ import annotations

from aac.model.declared import Choice, Declaration, Number, Switch, Text, Texts

# Those that have tables in assets/language.
LANGUAGES = {"en": "English", "de": "German"}

WRITING: tuple[Declaration, ...] = (
    Text("home_board", "Home board", "The board that Home opens."),
    Text("spelling_board", "Letter board", "The board that Spell opens."),
    Switch("prediction_on", "Offer words", "A row of likely words above the letters."),
    Number(
        "predictions",
        "Words offered",
        "How many words stand in the row.",
        0,
        8,
        1,
        unit="words",
        whole=True,
    ),
    Number(
        "prediction_after",
        "Offer words after",
        "How many letters of a word before words are offered.",
        0,
        2,
        1,
        unit="letters",
        whole=True,
    ),
    Number(
        "likely_letters",
        "Likely letters",
        "How many likely next letters stand in a row of their own. The letters below never move.",
        0,
        6,
        1,
        unit="letters",
        whole=True,
    ),
    Choice(
        "offer_scan",
        "Words and likely letters are lit",
        "One by one needs fewer presses and a little more time.",
        {
            "rows": "As two rows, words first",
            "letters_first": "As two rows, letters first",
            "one_by_one": "One by one, before the rows",
        },
    ),
    Switch(
        "phrase_offer",
        "Offer whole phrases",
        "One cell beside the words: a phrase or an earlier message that fits what is written, "
        "found by its words or by the first letters of its words.",
    ),
    Choice("language", "Language of the words", "", LANGUAGES),
    Switch(
        "learning",
        "Learn from what is said",
        "Words are counted on this computer only. Nothing is learned in private mode or from "
        "wishes about care.",
    ),
    Texts("own_words", "Own words and names", "They are offered as they are written here."),
    Texts("removed_words", "Words never offered", "They can still be spelled."),
    Texts(
        "abbreviations",
        "Abbreviations",
        "For example: omw = I am on my way. The long form is offered beside the words.",
    ),
    Choice(
        "speak_mode",
        "Speak",
        "What is spoken while writing.",
        {
            "message": "Whole messages",
            "word": "Each word",
            "letter": "Each letter",
            "silent": "Nothing",
        },
    ),
    Choice(
        "after_speaking",
        "After a message was spoken",
        "Whether the next letter starts a new message. The old one stays in the list of last "
        "messages.",
        {"new": "The next letter starts anew", "keep": "Keep it until cleared"},
    ),
    Choice(
        "phrase_cells",
        "Phrases",
        "What choosing a phrase does.",
        {"speak": "Speak it at once", "insert": "Put it in the message"},
    ),
    Texts("people", "People", "Names for phrases such as “Please tell {name} …”."),
    Switch(
        "wishes_board",
        "Show “Wishes about care”",
        "Turning it on or off asks the person on the board first.",
    ),
)

SCREEN: tuple[Declaration, ...] = (
    Choice(
        "theme",
        "Colours",
        "All three have strong contrast.",
        {"dark": "Dark", "light": "Light", "yellow": "Yellow on black"},
    ),
    Number(
        "text_size",
        "Text size",
        "Cells with long texts use a smaller size so that all of it is seen.",
        18,
        96,
        2,
        unit="pt",
        whole=True,
    ),
    Number(
        "highlight_width",
        "Width of the highlight",
        "The frame around what is lit.",
        2,
        16,
        1,
        unit="px",
        whole=True,
    ),
    Number(
        "cell_gap",
        "Space between cells",
        "For an eye camera 10 mm or more, which is about 40. Rows on a low screen stand closer.",
        2,
        40,
        1,
        unit="px",
        whole=True,
    ),
    Switch("full_screen", "Full screen", "Fill the whole screen."),
    Switch("step_sound", "Tick at each step", ""),
    Switch("accept_sound", "Sound when a press counts", ""),
)
