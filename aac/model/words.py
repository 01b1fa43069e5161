"""All sentences that Wren itself says on screen, in one place, ready for translation.

The words on boards are in the boards; labels of settings are in `model/settings.py`, words about
switches in `model/switch_words.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from aac.model.editor_words import EDITOR_NOTICES
from aac.model.language import translated
from aac.model.notice import Notice, NoticeKind

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
    NoticeKind.PAPER_OLD: "The paper copy is out of date: {detail}. Settings, Paper prints anew.",
    NoticeKind.PAPER_PAGES: "{detail}",
    NoticeKind.NIGHT_ON: "Night mode: a press rings the bell.",
    NoticeKind.NIGHT_OFF: "Night mode has ended.",
    NoticeKind.PICTURES_ELSEWHERE: "Pictures or sounds that are only on the internet: {detail}. "
    "The labels are shown. To fetch them: wren boards fetch FILE",
    NoticeKind.RESTARTED: "Wren stopped and started again. Your message is still here.",
    NoticeKind.RECOVERED: "Something went wrong inside Wren. Your message is still here.",
    NoticeKind.SAVE_FAILED: "The disk is full or cannot be written. Wren goes on; your message "
    "is kept only until Wren is closed.",
    NoticeKind.SAVED_AGAIN: "Saving works again.",
    NoticeKind.VOICE_FAILED: "The voice stopped and was started again.",
    NoticeKind.VOICE_SILENT: "There is no voice now. Your message is shown large. {detail}",
    NoticeKind.VOICE_BACK: "The voice is back.",
    NoticeKind.OUTPUT: "{detail}",
    NoticeKind.RECORDINGS: "{detail}",
    NoticeKind.BELL_FAILED: "The bell has no sound now. Please use a separate bell.",
    NoticeKind.BELL_READY: "The bell works. It sounds on {detail}.",
    NoticeKind.BATTERY_LOW: "The battery has {detail} % left. Please plug in the charger.",
    NoticeKind.POWER_LOST: "The charger is not plugged in. The battery has {detail} % left.",
    NoticeKind.POWER_BACK: "The charger is plugged in again.",
    NoticeKind.RELAY_FAILED: "The other bell could not be reached ({detail}). Wren’s own bell "
    "rings.",
    NoticeKind.SWITCH_SOURCE: "{detail}",
    NoticeKind.SWITCH_HELD: "The switch is held down. The scan has stopped.",
    NoticeKind.KEPT_AS_DRAFT: "Your message is kept under Drafts.",
    NoticeKind.PHRASE_SAVED: "Saved under My phrases.",
    **EDITOR_NOTICES,
    NoticeKind.NOTHING_TO_UNDO: "There is nothing to undo.",
    NoticeKind.NOTHING_TO_SAY: "There is nothing to say yet.",
    NoticeKind.SPEED: "Scan time: {detail} seconds.",
    NoticeKind.SPEED_AS_SET: "The speed was not changed.",
    NoticeKind.MADE_SLOWER: "Wren made the scan slower: {detail} seconds. To take it back: Tools, "
    "Undo speed change.",
    NoticeKind.MADE_FASTER: "Wren made the scan faster: {detail} seconds. To take it back: Tools, "
    "Undo speed change.",
    NoticeKind.TIRED: "Settings for tired hours. Scan time: {detail} seconds.",
    NoticeKind.FRESH: "Settings for fresh hours. Scan time: {detail} seconds.",
    NoticeKind.SLOW_DOWN: "Slow down? The cell for it is under Tools.",
    NoticeKind.ADVICE: "There is advice on the timing: Tools, Advice. It can wait.",
    NoticeKind.ADVICE_APPLIED: "Done: {detail} Undo takes it back.",
    NoticeKind.MEASURES_FORGOTTEN: "What was measured is forgotten.",
    NoticeKind.VOICE_CHOSEN: "{detail}",
    NoticeKind.VOLUME: "Loudness of the voice: {detail}.",
    NoticeKind.SPEAK_MODE: "Speaks: {detail}.",
    NoticeKind.METHOD: "{detail}.",
    NoticeKind.DWELL_TIME: "Dwell time: {detail} seconds.",
    NoticeKind.TOUCH_HOLD: "Hold a touch: {detail} seconds.",
    NoticeKind.SWITCH_HELD_POINTING: "The switch is held down. Pointing goes on.",
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
    NoticeKind.UNMEASURED: "{detail}",
    NoticeKind.STAGE: "Set for this stage: {detail}. Undo takes it back.",
    NoticeKind.SIMPLE_ON: "Simple mode. Undo takes it back.",
    NoticeKind.SIMPLE_OFF: "No longer simple mode.",
    NoticeKind.PARTS: "{detail}",
    NoticeKind.PARTNER: "{detail}",
    NoticeKind.OUTWARD: "{detail}",
    NoticeKind.PLUGIN_FAILED: "A part of Wren could not start: {detail}. The rest works.",
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
    "more_switches_ok": "Lines under More switches: {count}.",
    "more_switches_missing": "{faults}",
    "more_switches_missing_do": "The other lines work.",
    "gamepad_ok": "Game controllers can be heard. Plugged in: {names}.",
    "gamepad_missing": "Game controllers cannot be heard.",
    "serial_ok": "Serial switches can be heard. Ports: {names}.",
    "serial_missing": "Serial switches cannot be heard.",
    "microphone_ok": "Sound can come from: {names}.",
    "microphone_missing": "There is no microphone.",
    "microphone_missing_do": "Plug one in, if a sound is to be a switch.",
    "socket_off": "Other programs may not press switches.",
    "socket_ok": "Other programs may press switches on port {port}, with the secret in {file}.",
    "socket_missing": "The secret for other programs is not written yet.",
    "socket_missing_do": "Start Wren once.",
    "none": "none",
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
    "end_night": "End the night",
    "night": "Night. A press rings the bell.",
    "night_helper": "Escape ends it.",
    "hold_on": "Don’t hang up",
    "hold_on_said": "Please don’t hang up. I am typing my answer.",
    "alert_call": "Please come. I need help.",
    "not_alarm": "Wren is not a medical alarm. Keep a separate bell within reach.",
    "message": "Message",
    "empty": "Write a message",
    "lit": "lit",
    "part": "number {number}",
    "settings": "Settings",
    "settings_hint": "For helpers, with mouse and keyboard. Changes count at once.",
    "close": "Close",
    "slower": "Slower",
    "faster": "Faster",
    "apply": "Do it",
    "looked": "I have looked",
    "later": "Later",
    "not_this": "No",
    "advice": "Advice on the timing",
    "no_advice": "There is no advice now.",
    "i_am_fresh": "I am fresh",
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
    "wake": "Wake",
    "use_switch": "Use my switch",
    "use_touch": "Use touch",
    "use_dwell": "Use pointer",
    "cost_unknown": "null under this method, because they depend on the person’s own movements: "
    "{figures}",
    "keeps": "Press the number on your cell",
    "waiting_chooses": "waiting chooses",
    "likely_words": "Likely words",
    "likely_letters": "Likely letters",
    "on": "on",
    "off": "off",
    "which_switch": "Which switch was that?",
    "which_switch_help": "Turn it on and press the switch: its name is shown here, ready for the "
    "list below.",
    "listening": "Listening. Press the switch.",
    "put_in_list": "Put it in the list",
    "loudness": "How loud it is",
    "loudness_now": "{level} dB of {limit} dB",
    "no_sound": "No sound is heard yet.",
}


def notice_text(notice: Notice) -> str:
    """The sentence for a notice."""
    return translated(NOTICES[notice.kind]).format(detail=notice.detail).strip()


def voice_problem_text(code: str) -> str:
    """The sentence for a voice that cannot speak."""
    return translated(VOICE_PROBLEMS.get(code, ""))


def doctor_text(key: str, **parts: object) -> str:
    """A sentence of the doctor."""
    return translated(DOCTOR[key]).format(**parts)


def screen_text(key: str, **parts: str) -> str:
    """A word or sentence of the screen."""
    return translated(SCREEN[key]).format(**parts)
