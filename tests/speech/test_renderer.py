"""Real synthesis, without any sound server.  Judged by length and loudness: no two are alike."""

from __future__ import annotations

import array
import math
import os
import shutil
import subprocess
import sys
from pathlib import Path

import espeakng_loader
import pytest

from aac.ports import Utterance
from aac.sound.player import Pcm
from aac.sound.wav import read_wav
from aac.speech.espeak_library import cleaned
from aac.speech.renderer import Renderer, RenderProblem, split
from aac.speech.say import say_to_file
from aac.speech.scripts import SCRIPTS
from aac.speech.spoken import trimmed

HELLO = "Hello, could you help me please"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


def render(renderer: Renderer, text: str, **options) -> Pcm:
    pieces = list(renderer.pieces(Utterance(0, text, **options)))
    return Pcm(b"".join(piece.samples for piece in pieces), 22050)


def loudness(sound: Pcm) -> float:
    samples = array.array("h", sound.samples)
    return math.sqrt(sum(x * x for x in samples) / len(samples))


def test_a_phrase_has_the_length_and_loudness_of_speech(renderer):
    sound = render(renderer, HELLO, rate=1.0)
    assert 1.4 < sound.seconds < 2.4
    assert 800 < loudness(sound) < 8000


def test_rate_pitch_and_volume_are_obeyed(renderer):
    slow, fast = (render(renderer, HELLO, rate=r).seconds for r in (0.6, 1.4))
    assert slow > 1.6 * fast
    soft, loud = (loudness(render(renderer, HELLO, volume=v)) for v in (0.3, 1.0))
    assert 0.2 < soft / loud < 0.5
    low, high = (render(renderer, HELLO, pitch=p).samples for p in (0.5, 1.5))
    assert low != high


def test_one_utterance_leaves_no_trace_in_the_next(renderer):
    before = render(renderer, HELLO).seconds
    render(renderer, "שלום", rate=2.0, volume=0.1)
    assert render(renderer, HELLO).seconds == pytest.approx(before, abs=0.05)


@pytest.mark.parametrize("text", ["a\0b", "\ud800 yes", "😀", "<b>[[x]]</b>", "23 1/2", "x" * 3000])
def test_strange_texts_are_spoken(renderer, text):
    assert render(renderer, text).seconds > 0.2


def test_cleaning_keeps_every_letter_in_its_place():
    assert cleaned("a\0b\ud800c\x85\n") == "a b?c  "


def test_a_text_without_words_gives_nothing(renderer):
    assert render(renderer, " \n ").seconds == 0


def test_speech_begins_with_the_first_sample_that_can_be_heard(renderer):
    sound = next(renderer.pieces(Utterance(0, "Yes.")))
    first = next(i for i, x in enumerate(array.array("h", sound.samples)) if abs(x) > 150)
    assert first / sound.rate <= 0.010


def test_silence_alone_is_left_as_it_is():
    silence = Pcm(bytes(200), 22050)
    assert trimmed(silence).samples == silence.samples


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.languages[0])
def test_every_script_is_read_by_a_voice_of_its_own(renderer, script):
    letters = [chr(c) for c in range(script.first, script.last + 1) if chr(c).isalpha()]
    voice = renderer.voice_for("".join(letters[20:30]), "en-us")
    known = next(v for v in renderer.voices if v.id == voice)
    assert set(known.languages) & set(script.languages)


@pytest.mark.parametrize(
    ("wanted", "text", "voice"),
    [
        ("en-gb", "Hello", "gmw/en"),
        ("gmw/de", "Hallo", "gmw/de"),
        ("German", "Hallo", "gmw/de"),
        ("uk", "Привіт", "zle/uk"),
        ("en-us", "Привет", "zle/ru"),
        ("nonsense", "Hello", "gmw/en-US"),
        ("", "Hello", "gmw/en-US"),
    ],
)
def test_a_voice_is_found_by_id_name_or_language(renderer, wanted, text, voice):
    assert renderer.voice_for(text, wanted) == voice


def test_every_voice_that_is_offered_can_speak(renderer):
    silent = [v.id for v in renderer.voices if not render(renderer, "1", voice=v.id).samples]
    assert silent == []


def test_a_long_text_is_cut_after_sentences_and_nothing_is_lost():
    text = "One sentence here. " * 100 + "x" * 700 + " end"
    pieces = list(split(text, 300))
    assert max(map(len, pieces)) <= 300
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert pieces[0].endswith(".")


def test_the_first_piece_of_a_very_long_text_comes_alone(renderer):
    pieces = renderer.pieces(Utterance(0, "A sentence of some length. " * 2000))
    assert 5 < next(pieces).seconds < 40


def test_a_text_is_written_to_a_file(tmp_path):
    say_to_file(HELLO, tmp_path / "a.wav")
    assert 1.4 < read_wav(tmp_path / "a.wav").seconds < 3
    with pytest.raises(RenderProblem):
        say_to_file(" ", tmp_path / "b.wav")


def test_it_works_from_a_folder_deeper_than_the_library_bears(tmp_path):
    deep = tmp_path.joinpath(*["a folder with a löng name " * 2] * 4)
    shutil.copytree(Path(espeakng_loader.__file__).parent, deep / "espeakng_loader")
    program = (
        "from aac.speech.renderer import Renderer; from aac.ports import Utterance;"
        "print(next(Renderer().pieces(Utterance(0, 'Hello'))).seconds > 0.2)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": f"{deep}{os.pathsep}{Path(__file__).parents[2]}"},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "True\n", done.stderr


def test_german_is_asked_for_by_its_code(renderer: Renderer) -> None:
    """What a language of Wren asks for is found among the voices."""
    assert renderer.voice_for("Bitte absaugen.", "de").rpartition("/")[2] == "de"
