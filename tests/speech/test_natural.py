"""Natural voices behind the renderer, with voices made for the test."""

from __future__ import annotations

import array
import math
import struct
import threading

import pytest

from aac.ports import Utterance
from aac.sound.player import Pcm
from aac.speech.natural import NaturalProblem, Naturals
from aac.speech.renderer import Renderer, placed
from aac.speech.spoken import Spoken, WordTime, at_rate, trimmed, with_words_of

TEXT = "Hello, could you help me please?"
VOICE = "hibari:heart"
RATE = 24000


def tone(seconds: float, silence: float = 0.0) -> Pcm:
    still = bytes(2 * int(RATE * silence))
    waves = (round(9000 * math.sin(n / 9)) for n in range(int(RATE * seconds)))
    return Pcm(still + b"".join(struct.pack("=h", wave) for wave in waves) + still, RATE)


class Tones:
    """A voice that says every text as a tone with silence around it.  ``gate``: waits for it."""

    def __init__(self) -> None:
        self.said: list[tuple[str, float, float, float]] = []
        self.gate: threading.Event | None = None
        self.fault: Exception | None = None

    def render(self, text: str, rate: float, pitch: float, volume: float) -> Pcm:
        if self.gate is not None:
            self.gate.wait(5)
        if self.fault is not None:
            raise self.fault
        self.said.append((text, rate, pitch, volume))
        return tone(1.0, 0.3)


@pytest.fixture
def voice() -> Tones:
    return Tones()


def rendered(voice: Tones, text: str = TEXT, limit: float = 5.0, **options) -> list[Spoken]:
    naturals = Naturals(lambda kind, name: voice, limit, limit)
    return list(Renderer(naturals).pieces(Utterance(0, text, voice=VOICE, **options)))


def test_a_natural_voice_is_heard_without_its_silence(voice):
    (sound,) = rendered(voice, rate=1.1, pitch=0.9, volume=0.5)
    assert voice.said == [(TEXT, 1.1, 0.9, 0.5)]
    assert sound.rate == RATE
    assert 1.0 <= sound.seconds < 1.1


def test_it_knows_its_words_from_espeak_in_its_own_time(voice):
    (sound,) = rendered(voice)
    assert [TEXT[word.start : word.end] for word in sound.words] == TEXT.split()
    times = [word.at for word in sound.words]
    assert times == sorted(times)
    assert 0.4 < times[-1] < 1.0


def test_one_that_is_late_leaves_the_utterance_to_espeak(voice):
    voice.gate = threading.Event()
    (sound,) = rendered(voice, limit=0.02)
    assert sound.rate == 22050
    assert sound.seconds > 1.3
    voice.gate.set()


def test_while_a_late_one_still_works_nothing_more_waits_for_it_in_vain(voice):
    voice.gate = threading.Event()
    renderer = Renderer(Naturals(lambda kind, name: voice, 0.02, 0.02))
    for number in range(3):
        (sound,) = renderer.pieces(Utterance(number, TEXT, voice=VOICE))
        assert sound.rate == 22050
    voice.gate.set()


@pytest.mark.parametrize("fault", [RuntimeError("x"), NaturalProblem("y"), MemoryError()])
def test_one_that_fails_leaves_the_utterance_to_espeak_and_is_asked_again(voice, fault):
    voice.fault = fault
    renderer = Renderer(Naturals(lambda kind, name: voice, 5, 5))
    assert next(renderer.pieces(Utterance(0, TEXT, voice=VOICE))).rate == 22050
    voice.fault = None
    assert next(renderer.pieces(Utterance(1, TEXT, voice=VOICE))).rate == RATE


def test_one_that_cannot_be_loaded_leaves_all_to_espeak():
    def broken(kind: str, name: str):
        raise NaturalProblem("ImportError")

    renderer = Renderer(Naturals(broken, 5, 5))
    assert next(renderer.pieces(Utterance(0, TEXT, voice=VOICE))).rate == 22050


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "你好", "Привет", "…", "😀"])
def test_what_it_cannot_read_is_not_given_to_it(voice, text):
    assert rendered(voice, text)[0].rate == 22050
    assert voice.said == []


def test_a_voice_that_fails_in_the_middle_goes_on_in_the_other_one_at_the_same_rate(voice):
    renderer = Renderer(Naturals(lambda kind, name: voice, 5, 5))
    pieces = renderer.pieces(Utterance(0, "This is one. This is two.", voice=VOICE))
    assert next(pieces).rate == RATE
    voice.fault = RuntimeError()
    second = next(pieces)
    assert second.rate == RATE
    assert 0.5 < second.seconds < 2


def test_while_the_next_sentence_is_not_ready_something_else_can_be_done(voice):
    renderer = Renderer(Naturals(lambda kind, name: voice, 5, 5))
    pieces = renderer.pieces(Utterance(0, "This is one. This is two.", voice=VOICE), at_once=True)
    assert next(pieces).samples
    voice.gate = threading.Event()
    assert [next(pieces).samples for _ in range(3)] == [b""] * 3
    voice.gate.set()
    assert next(piece for piece in pieces if piece.samples).rate == RATE


def test_a_german_natural_voice_is_stood_in_for_by_a_german_one(voice):
    voice.fault = RuntimeError()
    asked = Renderer(Naturals(lambda kind, name: voice, 5, 5))
    found = []
    asked.voice_for = lambda text, wanted: found.append(wanted) or "gmw/de"  # type: ignore
    list(asked.pieces(Utterance(0, "Hallo", voice="pico:de-DE")))
    assert found == ["de"]


def test_sentences_are_pieces_and_each_knows_its_place():
    text = "  One here. Two (there)! Three"
    assert [piece for _, piece in placed(text, each_sentence=True)] == [
        "One here.", "Two (there)!", "Three",
    ]  # fmt: skip
    for place, piece in placed(text * 40, each_sentence=True):
        assert (text * 40)[place : place + len(piece)] == piece


def test_the_words_of_a_shorter_sound_are_scaled():
    other = Spoken(bytes(4 * RATE), RATE, (WordTime(0.0, 0, 2), WordTime(1.0, 3, 5)))
    assert [w.at for w in with_words_of(Pcm(bytes(2 * RATE), RATE), other).words] == [0.0, 0.5]


def test_a_soft_hum_before_the_first_sound_is_left_out_and_a_soft_consonant_is_not() -> None:
    spoken = tone(0.3)
    for softer, kept in ((60, 0.305), (15, 0.4)):
        low = array.array("h", (x // softer for x in array.array("h", tone(0.1).samples)))
        sound = trimmed(Pcm(low.tobytes() + spoken.samples, spoken.rate))
        assert sound.seconds == pytest.approx(kept, abs=0.006)


def test_another_rate_keeps_the_length():
    sound = trimmed(tone(0.5))
    assert at_rate(sound, 16000).seconds == pytest.approx(sound.seconds, abs=0.01)
