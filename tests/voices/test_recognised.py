"""How well a recogniser understands each installed voice; only with ``-m voices``.

Twenty phrases of the quick board, as they come out of a null sink, are given to pocketsphinx with a
grammar of those twenty: a crude order of the voices, no listening test.  The word error
rates are printed (``-s``).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from aac.model.events import SpeechEnded
from aac.model.settings import Settings
from aac.ports import SoundUse
from aac.speaking import utterance
from aac.speech.installed import installed_voices
from aac.speech.phrase_files import SUFFIX
from aac.speech.voice_process import VoiceProcess
from tests.sound.null_sink import NullSink

pytestmark = pytest.mark.voices

BOARD = Path(__file__).parents[2] / "boards" / "en" / "quick.obf"
RATE = 16000
MADE_WITHIN, SAID_WITHIN, AFTER = 120_000, 20_000, 300  # milliseconds
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


def voices() -> list[str]:
    own = os.environ.get("WREN_PIPER_VOICE")
    english = [v.id for v in installed_voices() if v.languages[0].startswith("en")]
    return ["en-us", "en", *english, *([f"piper:{own}"] if own else [])]


class Recorder:
    """What comes out of the null sink, at the rate of the recogniser."""

    def __init__(self, sink: NullSink) -> None:
        self._heard = bytearray()
        self._recorder = subprocess.Popen(
            ["parec", "-d", "spk.monitor", "--latency-msec=5", "--raw", "--format=s16le",
             f"--rate={RATE}", "--channels=1"],
            env=sink.env,
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self._recorder.stdout is not None
        while data := os.read(self._recorder.stdout.fileno(), 65536):
            self._heard += data

    def take(self) -> bytes:
        """All since the last time."""
        heard = bytes(self._heard[: len(self._heard) // 2 * 2])
        del self._heard[: len(heard)]
        return heard

    def close(self) -> None:
        self._recorder.kill()
        self._recorder.wait()
        self._thread.join()
        assert self._recorder.stdout is not None
        self._recorder.stdout.close()


@pytest.fixture
def room(sink: NullSink, qapp: object) -> Iterator[tuple[VoiceProcess, list[object], Recorder]]:
    voice, events, recorder = VoiceProcess(print), [], Recorder(sink)
    voice.start(events.append)
    yield voice, events, recorder
    voice.stop()
    recorder.close()


@pytest.mark.parametrize("voice", voices())
def test_a_recogniser_understands_the_phrases_of_the_quick_board(
    voice: str, room, tmp_path: Path, qtbot: QtBot
) -> None:
    """The whole way: made ready ahead, played by the voice's process, heard at the loudspeaker."""
    texts = phrases()
    assert len(texts) == 20
    process, events, recorder = room
    like = utterance(0, "", Settings(voice=voice))
    process.use(SoundUse(tmp_path, 50_000_000), lambda what: None)
    process.render_ahead(texts, like)
    ready = len(set(texts))
    qtbot.waitUntil(lambda: len(list(tmp_path.glob(f"*{SUFFIX}"))) == ready, timeout=MADE_WITHIN)
    decoder = recogniser(texts)
    wrong = phrases_right = total = 0
    for number, text in enumerate(texts, start=1):
        recorder.take()
        process.speak(replace(like, id=number, text=text))
        qtbot.waitUntil(lambda n=number: SpeechEnded(n) in events, timeout=SAID_WITHIN)
        qtbot.wait(AFTER)
        mistakes = errors(words_of(text), heard_by(decoder, recorder.take()))
        wrong, total = wrong + mistakes, total + len(words_of(text))
        phrases_right += mistakes == 0
    rate = wrong / total
    print(f"{voice}: {phrases_right} of 20 phrases, word error rate {rate:.1%}", file=sys.stderr)
    assert rate <= (WORST_NATURAL if ":" in voice else WORST_PLAIN)


def test_errors_are_counted_as_words_put_in_left_out_and_changed() -> None:
    assert errors(["a", "b", "c"], ["a", "x", "c", "d"]) == 2
    assert errors(["a"], []) == 1
