"""How well a recogniser understands each installed voice; only with ``-m voices``.

Twenty phrases of the quick board are rendered as the player gets them and given to pocketsphinx
with a grammar of those twenty: a crude order of the voices, no listening test.  The word error
rates are printed (``-s``).
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import miniaudio
import pytest

from aac.ports import Utterance
from aac.speech.natural import Naturals, installed_voices
from aac.speech.renderer import Renderer

pytestmark = pytest.mark.voices

BOARD = Path(__file__).parents[2] / "boards" / "en" / "quick.obf"
RATE = 16000
WORST_NATURAL, WORST_PLAIN = 0.25, 0.75
"""Word error rates of a voice that is broken; eSpeak loses a third to two thirds by itself."""


def phrases() -> list[str]:
    buttons = json.loads(BOARD.read_text("utf-8"))["buttons"]
    said = [
        b.get("vocalization", b["label"])
        for b in buttons
        if b.get("action", ":ext_wren_alarm") == ":ext_wren_alarm"
        and not b["id"].startswith("open-")
    ]
    return said[:20]


def words_of(text: str) -> list[str]:
    return re.sub(r"[^a-z' ]", " ", text.lower().replace("’", "'")).split()


def errors(wanted: list[str], heard: list[str]) -> int:
    """Words to put in, leave out or change."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(wanted, start=1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return row[-1]


def recogniser(texts: list[str]):
    # The player leaves numpy out of its own process; the recogniser has no use for it either.
    pocketsphinx = pytest.importorskip("pocketsphinx")
    decoder = pocketsphinx.Decoder(lm=None, loglevel="FATAL", samprate=RATE)
    known = {word for text in texts for word in words_of(text)}
    unknown = [word for word in known if decoder.lookup_word(word) is None]
    assert not unknown, unknown
    lines = " | ".join(" ".join(words_of(text)) for text in texts)
    decoder.add_jsgf_string("quick", f"#JSGF V1.0; grammar quick; public <said> = {lines};")
    decoder.activate_search("quick")
    return decoder


def heard_by(decoder, samples: bytes) -> list[str]:
    silence = bytes(2 * RATE // 4)
    decoder.start_utt()
    decoder.process_raw(silence + samples + silence, full_utt=True)
    decoder.end_utt()
    found = decoder.hyp()
    return found.hypstr.split() if found else []


def at_16_khz(pieces) -> bytes:
    form = miniaudio.SampleFormat.SIGNED16
    samples = b"".join(piece.samples for piece in pieces)
    return bytes(miniaudio.convert_frames(form, 1, pieces[0].rate, samples, form, 1, RATE))


def voices() -> list[str]:
    own = os.environ.get("WREN_PIPER_VOICE")
    english = [v.id for v in installed_voices() if v.languages[0].startswith("en")]
    return ["en-us", "en", *english, *([f"piper:{own}"] if own else [])]


@pytest.mark.parametrize("voice", voices())
def test_a_recogniser_understands_the_phrases_of_the_quick_board(voice: str) -> None:
    texts = phrases()
    assert len(texts) == 20
    # No limit: it is the voice that is judged, not this computer.
    decoder, renderer = recogniser(texts), Renderer(Naturals(limit=60, limit_speaking=60))
    wrong = phrases_right = total = 0
    for text in texts:
        pieces = list(renderer.pieces(Utterance(0, text, voice=voice)))
        heard = heard_by(decoder, at_16_khz(pieces))
        mistakes = errors(words_of(text), heard)
        wrong, total = wrong + mistakes, total + len(words_of(text))
        phrases_right += mistakes == 0
    rate = wrong / total
    print(f"{voice}: {phrases_right} of 20 phrases, word error rate {rate:.1%}", file=sys.stderr)
    assert rate <= (WORST_NATURAL if ":" in voice else WORST_PLAIN)


def test_errors_are_counted_as_words_put_in_left_out_and_changed() -> None:
    assert errors(["a", "b", "c"], ["a", "x", "c", "d"]) == 2
    assert errors(["a"], []) == 1
