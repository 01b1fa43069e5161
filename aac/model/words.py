"""All sentences that Wren itself says on screen, in one place, ready for translation.

The words on boards are in the boards; labels of settings are in `model/settings.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.view import Notice, NoticeKind, Phase

NOTICES: Mapping[NoticeKind, str] = {
    NoticeKind.SETTINGS_DAMAGED: "The settings file was damaged and is kept aside. Please look at "
    "the settings.",
    NoticeKind.SETTING_REPLACED: "A setting could not be read: {detail}. Wren uses its usual "
    "value.",
    NoticeKind.WORK_DAMAGED: "The file with your message was damaged and is kept aside. The end of "
    "the message may be missing.",
    NoticeKind.MEASURES_DAMAGED: "What Wren knew about your presses could not be read. It measures "
    "anew; everything works.",
    NoticeKind.BOARD_DAMAGED: "A board could not be read: {detail}. The other boards work.",
    NoticeKind.RESTARTED: "Wren stopped and started again. Your message is still here.",
    NoticeKind.RECOVERED: "Something went wrong inside Wren. Your message is still here.",
    NoticeKind.SAVE_FAILED: "The disk is full or cannot be written. Wren goes on; your message "
    "is kept only until Wren is closed.",
    NoticeKind.SAVED_AGAIN: "Saving works again.",
    NoticeKind.VOICE_FAILED: "The voice stopped and was started again.",
    NoticeKind.VOICE_SILENT: "There is no voice now. Your message is shown large. {detail}",
    NoticeKind.VOICE_BACK: "The voice is back.",
    NoticeKind.BELL_FAILED: "The bell has no sound now. Please use a separate bell.",
    NoticeKind.SWITCH_SOURCE: "{detail}",
    NoticeKind.SWITCH_HELD: "The switch is held down. The scan has stopped.",
    NoticeKind.KEPT_AS_DRAFT: "Your message is kept under Drafts.",
    NoticeKind.PHRASE_SAVED: "Saved under My phrases.",
    NoticeKind.NOTHING_TO_UNDO: "There is nothing to undo.",
    NoticeKind.NOTHING_TO_SAY: "There is nothing to say yet.",
    NoticeKind.SPEED: "Scan time: {detail} seconds.",
    NoticeKind.VOLUME: "Loudness of the voice: {detail}.",
    NoticeKind.SPEAK_MODE: "Speaks: {detail}.",
    NoticeKind.METHOD: "{detail}.",
    NoticeKind.PREDICTION_ON: "Words are offered.",
    NoticeKind.PREDICTION_OFF: "No words are offered.",
    NoticeKind.PHRASE_OFFER_ON: "Whole phrases are offered.",
    NoticeKind.PHRASE_OFFER_OFF: "No whole phrases are offered.",
    NoticeKind.OFFERS_UNUSED: "The words above the letters are rarely used. Fewer, or none, may "
    "be quicker: Tools, Words on or off.",
    NoticeKind.LETTERS_UNUSED: "The likely letters are rarely used. Fewer, or none, may be "
    "quicker: Settings, Writing, Likely letters.",
    NoticeKind.WORD_REMOVED: "That word will not be offered again.",
    NoticeKind.NO_WORD: "There is no word to remove.",
    NoticeKind.WORDS_FORGOTTEN: "The words learned from you are forgotten.",
    NoticeKind.LEARNED_DAMAGED: "The file of learned words was damaged and is kept aside. Wren "
    "learns anew.",
    NoticeKind.PLAIN_WORDS: "The language files cannot be read. Wren offers common words only.",
    NoticeKind.PRIVATE_ON: "Private: nothing you say is kept.",
    NoticeKind.PRIVATE_OFF: "No longer private.",
    NoticeKind.HISTORY_ERASED: "Your last messages are erased.",
    NoticeKind.CUES_SILENT: "The cues cannot be heard now; the light goes on. {detail}",
    NoticeKind.CUES_BACK: "The cues are heard again.",
    NoticeKind.THEME: "Colours: {detail}.",
    NoticeKind.PLUGIN_FAILED: "A part of Wren could not start: {detail}. The rest works.",
}

PHASES: Mapping[Phase, str] = {
    Phase.SCANNING: "",
    Phase.READY: "Press to start",
    Phase.RESTING: "Resting. Press to start",
    Phase.SPEAKING: "Speaking. Press to stop",
    Phase.HELD: "The switch is held down",
}

# Reasons that a switch source gives when it cannot start (`ports.SourceProblem`).
SOURCE_PROBLEMS: Mapping[str, str] = {
    "wayland": "On this kind of desktop the switch works while Wren is in front. To use it over "
    "other programs, choose “Xorg” when you log in.",
    "no-display": "There is no screen to listen on, so the switch works only inside Wren.",
    "no-permission": "This computer does not let Wren listen over other programs. Allow it under "
    "Privacy, Input Monitoring. The switch works while Wren is in front.",
    "not-installed": "The part that listens over other programs (pynput) is not installed. The "
    "switch works while Wren is in front.",
    "unknown-key": "A switch key is not known: {detail}. Please choose another one in Settings.",
    "stopped": "The part that listens over other programs has stopped. The switch works while "
    "Wren is in front.",
}

# Reasons that a voice gives when it cannot speak (`SpeechFailed.why`).
VOICE_PROBLEMS: Mapping[str, str] = {
    "no-device": "No loudspeaker was found. Plug one in, or turn the sound on.",
    "worker-died": "It is being started again.",
    "poison": "This message cannot be spoken. Others can.",
    "too-late": "It took too long. It is being started again.",
}

# What ``wren doctor`` finds, and what to do about it.
DOCTOR: Mapping[str, str] = {
    "voices_ok": "There are {count} voices.",
    "voices_missing": "There is no voice.",
    "voices_missing_do": "Install Wren again; its voice comes with it.",
    "loudspeaker_ok": "Sound goes to: {names}.",
    "loudspeaker_missing": "No loudspeaker was found.",
    "loudspeaker_missing_do": "Plug one in, or turn the sound of this computer on.",
    "bell_ok": "The bell has its {count} sounds.",
    "bell_missing": "Sounds of the bell are missing.",
    "bell_missing_do": "Install Wren again, and use a separate bell until then.",
    "switch_ok": "The switch keys are: {keys}.",
    "switch_missing": "No switch key is chosen.",
    "switch_missing_do": "Choose one in Settings, under Switch.",
    "switch_everywhere_ok": "The switch can work over other programs, once that is turned on.",
    "switch_everywhere_missing": "The switch works only while Wren is in front.",
    "screen_ok": "There is a screen.",
    "screen_missing": "There is no screen here.",
    "screen_missing_do": "Start Wren from the desktop and not from a text console.",
    "boards_ok": "There are {count} boards.",
    "boards_missing": "Some boards cannot be read: {names}.",
    "boards_missing_do": "The others work. Damaged files of your own are kept beside your boards.",
    "boards_none": "There is no board that can be read.",
    "boards_none_do": "Install Wren again.",
    "words_ok": "Words are offered in {language}.",
    "words_missing": "The language files cannot be read. Wren offers common words only.",
    "words_missing_do": "Install Wren again.",
    "folder_ok": "Wren keeps its files in {folder}.",
    "folder_missing": "Wren cannot write to {folder}.",
    "folder_missing_do": "Free some space, or start with --profile and another folder.",
}

SCREEN: Mapping[str, str] = {
    "app": "Wren",
    "confirm": "Press again: {label}",
    "back": "Back",
    "coming": "I’m coming",
    "keep_ringing": "Keep ringing, show my board",
    "alert_call": "Please come. I need help.",
    "not_alarm": "Wren is not a medical alarm. Keep a separate bell within reach.",
    "message": "Message",
    "empty": "Write a message",
    "lit": "lit",
    "settings": "Settings",
    "settings_hint": "For helpers, with mouse and keyboard. Changes count at once.",
    "close": "Close",
    "follows": "goes with the scan time",
    "not_valid": "This value is not possible. The old one stays.",
    "one_a_line": "One in each line",
    "lines_not_valid": "Not saved yet: at most {most} lines, each of at most {longest} letters.",
    "wishes_show": "Show “Wishes about care”",
    "wishes_hide": "Hide “Wishes about care”",
    "private": "Private",
    "said": "Said",
    "yes": "Yes",
    "yes_said": "Yes.",
    "no": "No",
    "no_said": "No.",
    "call": "Call",
    "undo": "Undo",
    "likely_words": "Likely words",
    "likely_letters": "Likely letters",
    "on": "on",
    "off": "off",
}


def notice_text(notice: Notice) -> str:
    """The sentence for a notice."""
    return NOTICES[notice.kind].format(detail=notice.detail).strip()


def source_problem_text(code: str, detail: str = "") -> str:
    """The sentence for a switch source that cannot start."""
    return SOURCE_PROBLEMS.get(code, SOURCE_PROBLEMS["not-installed"]).format(detail=detail)


def voice_problem_text(code: str) -> str:
    """The sentence for a voice that cannot speak."""
    return VOICE_PROBLEMS.get(code, "")


def doctor_text(key: str, **parts: object) -> str:
    """A sentence of the doctor."""
    return DOCTOR[key].format(**parts)


def screen_text(key: str, **parts: str) -> str:
    """A word or sentence of the screen."""
    return SCREEN[key].format(**parts)
