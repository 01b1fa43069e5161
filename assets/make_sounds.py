"""Make the bell, the short sounds and the spoken emergency phrases: ``python make_sounds.py``.

They are files so that a call for help sounds when the speech engine does not (guidance G43).
The phrases are those flagged E in the ``phrases.csv`` of each language in ``boards``, spoken by
eSpeak NG from the package ``espeakng-loader``; the tones need nothing but the standard library.
Everything is 22,050 Hz, one channel, 16 bits.
"""

from __future__ import annotations

import csv
import ctypes
import math
import os
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
BOARDS = HERE.parent / "boards"
RATE = 22_050
# Language -> voice of eSpeak NG.  The first stands beside the tones, the others in a folder each.
VOICES = {"en": b"en-us", "de": b"de"}
USUAL_SPEED = 175  # words a minute, eSpeak's own
SPEED = 0.85  # of the usual: clear in a noisy room
SPOKEN_RMS = 10 ** (-12 / 20)  # loud, of full scale
BELL_PEAK = 0.8
QUIET_PEAK = 0.22

Samples = list[float]


def tone(
    pitch: float, seconds: float, fade: float = 0.0, overtones: Sequence[float] = ()
) -> Samples:
    """A tone that starts softly and, with ``fade``, dies away to 1/e in so many seconds."""
    count = round(RATE * seconds)
    attack, release = 0.006 * RATE, 0.012 * RATE
    made = []
    for n in range(count):
        time = n / RATE
        level = min(n / attack, 1.0, (count - n) / release)
        level *= math.exp(-time / fade) if fade else 1.0
        value = math.sin(2 * math.pi * pitch * time)
        for order, part in enumerate(overtones, 2):
            value += part * math.sin(2 * math.pi * pitch * order * time)
        made.append(level * value)
    return made


def mixed(length: float, *parts: tuple[float, Samples]) -> Samples:
    """``parts``: when each begins, and what it is."""
    total = [0.0] * round(RATE * length)
    for start, part in parts:
        for n, value in enumerate(part, round(RATE * start)):
            if n < len(total):
                total[n] += value
    return total


def chime() -> Samples:
    """Three falling notes of a chord: polite, heard through a door."""
    notes = ((0.0, 784.0), (0.28, 659.3), (0.56, 523.3))
    bells = [(start, tone(pitch, 1.2, 0.35, (0.35, 0.12))) for start, pitch in notes]
    return to_peak(mixed(1.8, *bells), BELL_PEAK)


def alarm() -> Samples:
    """Rising pairs of notes where hearing is keenest but not shrill."""
    steps = []
    for n in range(5):
        pitch = 880.0 if n % 2 == 0 else 1174.7
        steps.append((0.3 * n, tone(pitch, 0.26, 0.0, (0.5, 0.3, 0.15))))
    return to_peak(mixed(1.5, *steps), BELL_PEAK)


def short_sounds() -> dict[str, Samples]:
    """The ticks of the scan: a step, a press that counts, a switch held down, a round's end."""
    loop = mixed(0.14, (0.0, tone(523.3, 0.07, 0.04)), (0.06, tone(392.0, 0.08, 0.04)))
    held = mixed(0.5, (0.0, tone(330.0, 0.2, 0.1)), (0.25, tone(247.0, 0.25, 0.12)))
    return {
        "step": to_peak(tone(1200.0, 0.03, 0.008), QUIET_PEAK),
        "accept": to_peak(tone(740.0, 0.09, 0.03, (0.2,)), QUIET_PEAK),
        "held": to_peak(held, QUIET_PEAK),
        "loop": to_peak(loop, QUIET_PEAK),
    }


def to_peak(samples: Samples, peak: float) -> Samples:
    loudest = max(abs(value) for value in samples)
    return [value * peak / loudest for value in samples]


def loud(samples: Samples) -> Samples:
    """Speech at `SPOKEN_RMS` where it is not silent, its peaks rounded off and never clipped."""
    limit = 0.97
    gain = 1.0
    for _ in range(40):  # rounding the peaks takes loudness away: find the gain that gives it back
        made = [limit * math.tanh(gain * value / limit) for value in samples]
        gain *= SPOKEN_RMS / voiced_rms(made)
    return made


def voiced_rms(samples: Samples) -> float:
    """Root mean square of the stretches of 20 ms that are not silent."""
    width = RATE // 50
    powers = [
        sum(value * value for value in samples[start : start + width]) / width
        for start in range(0, len(samples) - width, width)
    ]
    heard = [power for power in powers if power > max(powers) / 1000]
    return math.sqrt(sum(heard) / len(heard))


class Speaker:
    """eSpeak NG, giving samples in place of sound."""

    _SYNCHRONOUS = 2
    _DONT_EXIT = 0x8000  # without it a missing file would end the whole program
    _RATE_PARAMETER = 1
    _UTF8 = 1

    def __init__(self) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = Path(espeakng_loader.get_data_path())
        # eSpeak takes no path of 160 bytes and more: a relative one is always short.
        os.chdir(data.parent)
        rate = self._library.espeak_Initialize(
            self._SYNCHRONOUS, 0, data.name.encode(), self._DONT_EXIT
        )
        if rate != RATE:
            raise SystemExit(f"eSpeak NG could not be started, or speaks at {rate} Hz.")
        self._samples: Samples = []
        kind = ctypes.CFUNCTYPE(
            ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
        )
        self._callback = kind(self._heard)  # kept: eSpeak calls it later
        self._library.espeak_SetSynthCallback(self._callback)

    def _heard(self, samples: Sequence[int], count: int, events: object) -> int:
        if samples:
            self._samples.extend(samples[n] / 32768 for n in range(count))
        return 0

    def use(self, voice: bytes) -> None:
        if self._library.espeak_SetVoiceByName(voice) != 0:
            raise SystemExit(f"There is no voice {voice!r}.")
        self._library.espeak_SetParameter(self._RATE_PARAMETER, round(USUAL_SPEED * SPEED), 0)

    def speak(self, text: str) -> Samples:
        self._samples = []
        coded = text.encode("utf-8")
        self._library.espeak_Synth(coded, len(coded) + 1, 0, 0, 0, self._UTF8, None, None)
        self._library.espeak_Synchronize()
        return self._samples


def trimmed(samples: Samples) -> Samples:
    """Without the silence around, but for 50 ms: a call must be heard at once."""
    heard = [n for n, value in enumerate(samples) if abs(value) > 0.01]
    edge = RATE // 20
    return samples[max(heard[0] - edge, 0) : heard[-1] + edge]


def emergency_phrases(language: str) -> dict[str, str]:
    with (BOARDS / language / "phrases.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: row["phrase"] for row in csv.DictReader(file) if "E" in row["flags"].split()
        }


def write_wav(path: Path, samples: Samples) -> None:
    values = array("h", (round(32767 * value) for value in samples))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(values.tobytes())


def main() -> None:
    folder = HERE / "sounds"
    for name, samples in {"chime": chime(), "alarm": alarm(), **short_sounds()}.items():
        write_wav(folder / f"{name}.wav", samples)
    speaker = Speaker()
    for language, voice in VOICES.items():
        speaker.use(voice)
        place = folder if language == "en" else folder / language
        place.mkdir(exist_ok=True)
        for name, text in emergency_phrases(language).items():
            write_wav(place / f"{name}.wav", loud(trimmed(speaker.speak(text))))


if __name__ == "__main__":
    main()
