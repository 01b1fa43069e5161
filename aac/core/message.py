"""Writing: where a space goes, where a capital, and what is deleted.

Every function takes the text and its caret (characters before it) and gives both back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aac.model.language import in_use

# These close up to the word before and are followed by a space.
CLOSING = frozenset(".,?!;:)…")
# These stand within words.
JOINING = frozenset("'’-")
SENTENCE_END = re.compile(r"[.?!…][\"')\]]*\s+$")
# A word of one letter, closed by what comes next.
LONE = re.compile(r"(?<![\w'’])\w(?=(?:['’]\w+)?$)")
NUMBER_SIGN = re.compile(r"\d[.,:]\s$")
WORD_PREFIX = re.compile(r"[\w'’-]*$")
WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
LAST_WORD = re.compile(r"\s*\S+\s*$|\s+$")


@dataclass(frozen=True)
class Message:
    text: str = ""
    caret: int = 0

    @property
    def before(self) -> str:
        return self.text[: self.caret]

    @property
    def after(self) -> str:
        return self.text[self.caret :]

    def put(self, before: str) -> Message:
        """The same text with ``before`` in front of the caret."""
        return Message(before + self.after, len(before))


def add_text(message: Message, text: str, *, joins: bool = False) -> Message:
    """Add letters, digits or signs at the caret.  ``joins``: close up to the word before."""
    before = message.before.rstrip(" ") if joins else message.before
    if text in CLOSING:
        return add_space(message.put(_close_word(before).rstrip(" ") + text))
    if text.isdigit() and NUMBER_SIGN.search(before):
        before = before[:-1]  # 3. 5 is meant as 3.5
    if text[:1].isalpha():
        text = text[0].upper() + text[1:] if starts_sentence(before) else text
    elif text[:1] not in JOINING:
        before = _close_word(before)
    return message.put(before + text)


def add_space(message: Message) -> Message:
    """End the word; a space after a space adds nothing."""
    before = _close_word(message.before)
    if not before or before.endswith(" "):
        return message.put(before)
    if message.after.startswith(" "):
        return Message(before + message.after, len(before) + 1)
    return message.put(before + " ")


def add_word(message: Message, word: str) -> Message:
    """Put a whole word in the place of the letters typed of it, and a space after it."""
    before, prefix = split_word(message)
    shaped = shaped_like(word, prefix, at_start=starts_sentence(before))
    return add_space(message.put(before + shaped))


def add_phrase(message: Message, phrase: str) -> Message:
    """Put a whole phrase behind what stands before the caret."""
    return add_space(message.put(_keep_space(_close_word(message.before)) + phrase))


def delete_letter(message: Message) -> Message:
    return message.put(message.before[:-1])


def delete_word(message: Message) -> Message:
    """Delete the word before the caret, and the space after it."""
    before = _keep_space(LAST_WORD.sub("", message.before))
    return Message(before + message.after.removeprefix(" "), len(before))


def move_caret(message: Message, letters: int) -> Message:
    return Message(message.text, min(max(message.caret + letters, 0), len(message.text)))


def move_caret_word(message: Message, forward: bool) -> Message:
    """To the start of the word before, or behind the next one."""
    if forward:
        found = re.match(r"\s*\S+\s?", message.after)
        return move_caret(message, found.end() if found else len(message.after))
    found = re.search(r"\S+\s*$", message.before)
    return move_caret(message, -(len(message.before) - found.start()) if found else -message.caret)


def finished_text(message: Message) -> str:
    """The message as it is spoken."""
    return _close_word(message.text).strip()


def split_word(message: Message) -> tuple[str, str]:
    """The text before the word being written, and the letters of that word so far."""
    found = WORD_PREFIX.search(message.before)
    start = found.start() if found else len(message.before)
    return message.before[:start], message.before[start:]


def last_word(message: Message) -> str:
    """The word that was just ended."""
    words = message.before.split()
    return words[-1] if words else ""


def last_whole_word(message: Message) -> str:
    """The last word that begins before the caret, in small letters and without signs."""
    found = [word for word in WORDS.finditer(message.text) if word.start() < message.caret]
    return found[-1].group().lower() if found else ""


def starts_sentence(before: str) -> bool:
    return not before.strip() or SENTENCE_END.search(before) is not None


def shaped_like(word: str, prefix: str, *, at_start: bool) -> str:
    """``word`` with the capitals that were typed, and one at the start of a sentence."""
    if prefix.isupper() and sum(map(str.isalpha, prefix)) > 1:  # "I'" is no shouting
        return word.upper()
    if at_start or prefix[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


def _close_word(before: str) -> str:
    """Some languages write a lone letter as a capital ("I" in English)."""
    capitals = in_use().lone_capitals
    return LONE.sub(lambda found: _capital(found.group(), capitals), before)


def _capital(letter: str, capitals: frozenset[str]) -> str:
    return letter.upper() if letter in capitals else letter


def _keep_space(before: str) -> str:
    """A word left behind keeps its space, so that the next word starts apart."""
    return before + " " if before and not before.endswith(" ") else before
