"""Which cells stand on which board, without a word of any language."""

from __future__ import annotations

HOME = "alphabet-frequency"
STRIP = "strip"
COLUMNS = 4
EMPTY = "~"  # a place without a cell, in rows of tokens

# Cells that do something: token -> action.
DOES = {
    "space": "space",
    "delete-letter": "backspace",
    "delete-word": "deleteword",
    "speak": "speak",
    "clear": "clear",
    "say-again": "ext_wren_say_again",
    "caret-left": "ext_wren_caret_left",
    "caret-right": "ext_wren_caret_right",
    "caret-word-left": "ext_wren_caret_word_left",
    "caret-word-right": "ext_wren_caret_word_right",
    "caret-end": "ext_wren_caret_end",
    "save-phrase": "ext_wren_save_phrase",
    "change-phrase": "ext_wren_change_phrase",
    "keep-change": "ext_wren_keep_change",
    "leave-change": "ext_wren_leave_change",
    "keep-draft": "ext_wren_keep_draft",
    "open-letters": "ext_wren_spell",
    "spell": "ext_wren_spell",
    "spell-slot": "ext_wren_spell_slot",
    "erase-history": "ext_wren_erase_history",
    "slower": "ext_wren_slower",
    "faster": "ext_wren_faster",
    "louder": "ext_wren_louder",
    "softer": "ext_wren_softer",
    "speak-mode": "ext_wren_speak_mode",
    "prediction": "ext_wren_prediction",
    "phrase-offer": "ext_wren_phrase_offer",
    "recordings": "ext_wren_recordings",
    "remove-word": "ext_wren_remove_word",
    "forget-words": "ext_wren_forget_words",
    "private-mode": "ext_wren_private_mode",
    "rest": "ext_wren_rest",
    "night": "ext_wren_night",
    "undo-speed": "ext_wren_undo_speed",
    "tired": "ext_wren_tired",
    "slow-down": "ext_wren_slow_down",
    "not-slower": "ext_wren_not_slower",
    "advice": "ext_wren_advice",
    "forget-measures": "ext_wren_forget_measures",
    "method": "ext_wren_method",
    "other-method": "ext_wren_other_method",
    "theme": "ext_wren_theme",
    "settings": "ext_wren_settings",
    "find-speed": "ext_wren_find_speed",
    "check-switch": "ext_wren_check_switch",
    "quit": "ext_wren_quit",
    "copy-message": "ext_wren_copy_message",
    "type-message": "ext_wren_type_message",
    "type-enter": "ext_wren_type_message_enter",
    "press-enter": "ext_wren_press_enter",
    "telephone": "ext_wren_telephone",
    "back": "back",
    "home": "home",
    "strip-call": "ext_wren_call",
    "strip-undo": "ext_wren_undo",
    "clear-parts": "ext_wren_clear_parts",
    "next-voice": "ext_wren_next_voice",
    "try-voice": "ext_wren_try_voice",
    "voice-slower": "ext_wren_voice_slower",
    "voice-faster": "ext_wren_voice_faster",
    "voice-higher": "ext_wren_voice_higher",
    "voice-lower": "ext_wren_voice_lower",
    "night-voice": "ext_wren_night_voice",
    "stop-voice": "hush",
}
# Cells that open a board: token -> board.
OPENS = {
    "digits": "digits",
    "open-digits": "digits",
    "open-quick": "quick",
    "open-all": "all-boards",
    "open-edit": "edit",
    "open-tools": "tools",
    "open-voice": "voice",
    "open-drafts": "drafts",
    "open-my-phrases": "my-phrases",
    "open-history": "history",
    "open-letter-boards": "letter-boards",
    "open-repair": "repair",
    "open-pain": "pain",
    "open-pain-where": "pain-where",
    "open-questions": "questions",
    "open-greetings": "greetings",
    "open-yes-no": "yes-no",
    "open-simple": "simple",
    "open-putting-right": "category-q",
    "open-partner": "category-r",
    "open-first-letters": "first-letters",
    "open-how-i-talk": "how-i-talk",
    "open-phone": "phone",
    "open-elsewhere": "elsewhere",
    "open-phone-pair": "phone-pair",
}
# Signs that the bundled font has.
SYMBOLS = {
    "delete-letter": "×",
    "delete-word": "×",
    "caret-left": "‹",
    "caret-right": "›",
    "caret-word-left": "«",
    "caret-word-right": "»",
    "slower": "−",
    "faster": "+",
    "louder": "+",
    "softer": "−",
    "voice-slower": "−",
    "voice-faster": "+",
    "voice-higher": "+",
    "voice-lower": "−",
    "back": "‹",
    "strip-call": "!",
}
CONFIRMED = {  # guidance G25
    "clear", "erase-history", "forget-words", "forget-measures", "remove-word", "quit",
}  # fmt: skip

PAGES = {
    "edit": (
        "delete-letter delete-word caret-word-left caret-word-right",
        "caret-left caret-right caret-end speak",
        "clear keep-draft save-phrase open-history",
        "open-drafts open-my-phrases back home",
        # Below what people know by its place.
        "remove-word open-repair change-phrase open-elsewhere",
        "keep-change leave-change recordings ~",
    ),
    "tools": (
        "slower faster louder softer",
        "speak-mode prediction private-mode rest",
        "method theme open-letter-boards open-history",
        "settings quit back home",
        "phrase-offer forget-words slow-down not-slower",  # the last two only when offered
        "tired undo-speed advice forget-measures",
        "find-speed check-switch other-method open-repair",
        "open-voice open-how-i-talk night open-phone",
    ),
    "voice": (
        "say-again stop-voice louder softer",
        "next-voice try-voice voice-slower voice-faster",
        "voice-lower voice-higher night-voice open-repair",
        "open-tools spell back home",
    ),
    "elsewhere": (  # G81
        "type-message type-enter press-enter copy-message",
        "telephone please-wait open-repair open-partner",
        "spell back home ~",
    ),
}
# Lists of the person's own: board -> kind of entry, how many, the last row.
OWN = {
    "history": ("history", 20, ("erase-history spell back home", "open-repair please-wait ~ ~")),
    "drafts": ("draft", 12, ("keep-draft spell back home", "open-repair please-wait ~ ~")),
    "my-phrases": ("phrase", 24, ("save-phrase spell back home", "open-repair please-wait ~ ~")),
    "list-people": ("person", 12, ("spell-slot back home open-repair",)),
}
ALL_BOARDS_TAIL = (
    "open-quick open-letters open-digits open-my-phrases open-history open-drafts "
    "open-tools open-edit open-letter-boards back home "
    "open-questions open-greetings open-pain open-repair open-yes-no"
)
QUICK_TAIL = (
    "spell open-all open-history open-tools back",
    "open-repair open-pain open-my-phrases open-yes-no open-simple",
)
# The last rows of a board of phrases.  Repair is at most two choices away everywhere (G47, G48);
# its row stands below what people know by its place.
CATEGORY_TAIL = ("back open-all spell home", "open-repair please-wait open-quick open-my-phrases")
LIST_TAIL = "spell-slot back home open-repair"
# Rows that are not like those of other categories.
OTHER_TAILS = {
    "E": ("back open-all spell home", "open-repair please-wait open-quick open-pain"),
    "S": ("back open-all spell home",),  # repair has a place of its own there
}
# Always spoken, also where other phrases are put in the message (G49).
AT_ONCE = {"A05", "B12", "B13", "N04", "R01", "R02", "R14"}
PLEASE_WAIT = ("please-wait", "R01")
# Phrases of the quick board that also lead on.
QUICK_OPENS = {"E01": "pain", "G01": "category-g", "Q05": HOME, "Q11": "all-boards"}
# Both sides of a choice stand side by side; the ways out stand last (guidance G56).
WISHES = "S"
WISHES_ROWS = (
    "S01 S02 S07 S12",
    "S05 S06 S08 S09",
    "S10 S11 S13 S14",
    "S03 S04 S15 S16",
    "S17 S18 S19 ~",
    "S20 S21 please-wait open-repair",
)

# Boards of chosen phrases, in the words of the quick board: board -> rows of phrases and tokens.
CHOSEN = {
    "repair": (
        "Q01 Q02 Q03 Q04 A09",
        "Q05 Q07 Q08 Q06 Q11",
        "Q12 R01 R02 R14 R12",
        "R03 R04 R05 R06 Q09",
        "R07 R08 Q10 R13 R15",
        "open-putting-right open-partner spell back home",
    ),
    "simple": (  # G57: at most nine
        "E01 D01 C01",
        "G01 K01 J01",
        "H01 P01 open-repair",
    ),
    "yes-no": (
        "A01 A02 A03",
        "A04 R03 open-quick",
        "spell open-repair back",
    ),
}
# These phrases of a chosen board also lead on.
CHOSEN_OPENS = {("repair", "Q05"): HOME, ("repair", "Q11"): "all-boards"}
CHOSEN_SHORT = {"simple", "repair"}
# The page that makes one sentence of the parts that are chosen (G54).  ``part:slot:n`` is the n-th
# part of that slot.
PAIN_ROWS = (
    "say-parts clear-parts spell-slot open-repair back home",
    "part:scale:1 part:scale:2 part:scale:3 part:scale:4 part:scale:5 part:scale:6",
    "part:scale:7 part:scale:8 part:scale:9 part:scale:10 part:scale:11 open-pain-where",
    "part:side:1 part:side:2 part:side:3 part:kind:1 part:kind:2 part:kind:3",
    "part:kind:4 part:kind:5 part:kind:6 part:kind:7 part:course:1 part:course:2",
    "part:course:3 part:course:4 E10 E11 E12 E01",
)
PAIN_ORDER = ("scale", "side", "where", "kind", "course")
# How the person likes to talk (G65, G66): what others see, and the answers of the card.
HOW_I_TALK = (
    "window:place draft:draft card:talk_look card:talk_guess",
    "card:talk_wait open-first-letters private-mode please-wait",
    "open-repair open-partner back home",
)
# The family's phones.  Below the first rows is room for a reply, and for the code of a new phone.
PHONE = (
    "phone:switch open-phone-pair say_reply:reply dismiss_reply:reply",
    "open-repair open-partner back home",
    *("~ ~ ~ ~",) * 2,
)
PHONE_PAIR = ("open-repair open-partner back home", *("~ ~ ~ ~",) * 3)
