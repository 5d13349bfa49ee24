"""Loudness: brings what any engine makes to one level, and that level to the customer's volume.

eSpeak peaks at 0.99 of full scale, other engines at half of that; heard one after the other they differ by 6 dB
(VOICE.md 3).
"""

from __future__ import annotations

import sys
from array import array
from operator import mul

from accessibility.speech.engine import Mark, Speech
from accessibility.speech.sound import Sound

FULL_SCALE = 32767
LEVEL = 0.1
"""Root mean square that everything is brought to, as a share of full scale."""
HIGHEST_PEAK = 0.97
VOLUME_STEP_DB = 4.0
"""Between two of the five volumes; 5 is full level (STANDARDS.md EN-09: at least five steps)."""
LOUDEST = 5
AUDIBLE = 200
"""Samples below this are silence at the edges."""
EDGE_S = 0.01
STRIDE = 4
"""Every fourth sample is enough to know the level."""
SHIFT = 14
ONE = 1 << SHIFT


def levelled_speech(speech: Speech, volume: int) -> Speech:
    """The same for speech: its marks move with the silence that is cut before them.

    What its engine has levelled already only gets the volume. Raises ValueError for another volume.
    """
    if speech.levelled:
        return Speech(Sound(speech.sound.rate, _amplified(_samples(speech.sound.pcm), _gain_at(volume))), speech.marks)
    sound, cut_s = _levelled(speech.sound, volume)
    marks = tuple(Mark(mark.start, mark.end, max(0.0, mark.begins - cut_s)) for mark in speech.marks)
    return Speech(sound, tuple(mark for mark in marks if mark.begins < sound.seconds))


def levelled(sound: Sound, volume: int) -> Sound:
    """The sound at the common level, at volume 1 to 5, its silent edges cut. Never clips.

    Raises ValueError for another volume.
    """
    return _levelled(sound, volume)[0]


def _levelled(sound: Sound, volume: int) -> tuple[Sound, float]:
    """The sound, and how many seconds of silence were cut before it."""
    gain = _gain_at(volume)
    samples = _samples(sound.pcm)
    step = max(1, int(sound.rate * EDGE_S))
    peaks = [_peak(samples[at : at + step]) for at in range(0, len(samples), step)]
    start, end = _edges(peaks, step)
    if start == end:
        return Sound(sound.rate, b""), 0.0
    samples = samples[start:end]
    return Sound(sound.rate, _amplified(samples, gain * _gain(samples, max(peaks)))), start / sound.rate


def _gain_at(volume: int) -> float:
    """What a volume does to the common level; 5 leaves it. Raises ValueError."""
    if not 1 <= volume <= LOUDEST:
        raise ValueError(f"volume {volume} is not 1 to {LOUDEST}")
    return float(10 ** (-VOLUME_STEP_DB * (LOUDEST - volume) / 20))


def _amplified(samples: array[int], gain: float) -> bytes:
    # Whole numbers: a quarter faster than floats, and this takes longer than the synthesis itself.
    scale = int(gain * ONE)
    return _bytes(samples if scale == ONE else array("h", [sample * scale >> SHIFT for sample in samples]))


def root_mean_square(sound: Sound) -> float:
    """How loud it is on the whole, 0 to 1."""
    samples = _samples(sound.pcm)
    return _energy(samples) / FULL_SCALE if samples else 0.0


def peak(sound: Sound) -> float:
    """Its highest sample, 0 to 1."""
    samples = _samples(sound.pcm)
    return _peak(samples) / FULL_SCALE if samples else 0.0


def _gain(samples: array[int], highest: int) -> float:
    energy = _energy(samples[::STRIDE])
    return min(LEVEL * FULL_SCALE / max(1.0, energy), HIGHEST_PEAK * FULL_SCALE / highest)


def _energy(samples: array[int]) -> float:
    return float((sum(map(mul, samples, samples)) / len(samples)) ** 0.5)


def _peak(samples: array[int]) -> int:
    return max(max(samples), -min(samples))


def _edges(peaks: list[int], step: int) -> tuple[int, int]:
    """First and last sample of what is not silent; one step of silence is kept, so that nothing starts with a click."""
    loud = [number for number, highest in enumerate(peaks) if highest >= AUDIBLE]
    if not loud:
        return 0, 0
    return max(0, loud[0] - 1) * step, (loud[-1] + 2) * step


def _samples(pcm: bytes) -> array[int]:
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _bytes(samples: array[int]) -> bytes:
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
