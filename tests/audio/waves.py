"""What can be read from samples, in plain Python: beginnings, ends, levels, likeness and pitch.

Samples are 16-bit whole numbers in an `array`; levels are decibels below full scale.
"""

from __future__ import annotations

import math
import sys
from array import array
from collections.abc import Iterator, Sequence
from operator import mul

from accessibility.speech.sound import Sound

FULL_SCALE = 32768.0
AUDIBLE = 100
"""A sample from here on can be heard (-50 dB); the null sink's silence is exactly zero."""
STILL = -200.0
"""The level of nothing at all."""
SHORT_S = 0.02
"""Levels are looked at in steps of so many seconds."""
VOICED_DB = 20.0
"""Steps no more than this below the loudest one are voice, the others pauses."""
DECIMATION = 4


def samples_of(sound: Sound) -> array[int]:
    """The samples of a sound."""
    samples = array("h", sound.pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def first_audible(samples: Sequence[int], threshold: int = AUDIBLE) -> int | None:
    """Place of the first sample that can be heard."""
    return next((at for at, sample in enumerate(samples) if not -threshold < sample < threshold), None)


def last_audible(samples: Sequence[int], threshold: int = AUDIBLE) -> int | None:
    """Place of the last sample that can be heard."""
    last = first_audible(samples[::-1], threshold)
    return None if last is None else len(samples) - 1 - last


def level_db(samples: Sequence[int]) -> float:
    """Root mean square."""
    if not samples:
        return STILL
    energy = sum(map(mul, samples, samples)) / len(samples)
    return 10 * math.log10(energy / FULL_SCALE**2) if energy else STILL


def voiced_db(samples: Sequence[int], rate: int) -> float:
    """The level of the voiced parts alone, so that pauses do not make a text quieter."""
    step = round(rate * SHORT_S)
    parts = [samples[at : at + step] for at in range(0, len(samples) - step + 1, step)]
    levels = [level_db(part) for part in parts]
    if not levels:
        return STILL
    gate = max(levels) - VOICED_DB
    voiced = [10 ** (level / 10) for level in levels if level >= gate]
    return 10 * math.log10(sum(voiced) / len(voiced))


def at_rate(samples: Sequence[int], rate: int, wanted: int) -> array[float]:
    """The same sound at another rate, by straight lines between the samples."""
    count = len(samples) * wanted // rate
    step, last = rate / wanted, len(samples) - 1
    made = array("d", bytes(8 * count))
    for at in range(count):
        whole = int(place := at * step)
        here = samples[whole]
        made[at] = here + (samples[min(whole + 1, last)] - here) * (place - whole)
    return made


def likeness(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlation of two stretches of the same length: 1 for the same sound at any volume."""
    power = sum(map(mul, one, one)) * sum(map(mul, other, other))
    return sum(map(mul, one, other)) / math.sqrt(power) if power else 0.0


def find(wanted: Sequence[float], within: Sequence[float]) -> tuple[int, float]:
    """Where in `within` the stretch `wanted` lies best, and how like it is there: coarsely first, then exactly."""
    wanted, within = smoothed(wanted), smoothed(within)
    few, many = wanted[::DECIMATION], within[::DECIMATION]
    coarse = _best(few, many, range(len(many) - len(few) + 1))[0] * DECIMATION
    near = range(max(0, coarse - DECIMATION), min(len(within) - len(wanted), coarse + DECIMATION) + 1)
    return _best(wanted, within, near)


def smoothed(samples: Sequence[float]) -> array[float]:
    """The mean of each sample and the three after it: without what resampling adds at the top."""
    made = array("d", samples)
    return array("d", [sum(made[at : at + DECIMATION]) for at in range(len(made) - DECIMATION + 1)])


def pitches(samples: Sequence[int], rate: int, lowest: int = 200, highest: int = 4000) -> Iterator[tuple[int, float]]:
    """Frequencies in steps of 50 Hz with their power (Goertzel): a tone's fundamental is the strongest."""
    for frequency in range(lowest, highest + 1, 50):
        factor = 2 * math.cos(2 * math.pi * frequency / rate)
        one = two = 0.0
        for sample in samples:
            one, two = sample + factor * one - two, one
        yield frequency, one * one + two * two - factor * one * two


def _best(wanted: Sequence[float], within: Sequence[float], places: range) -> tuple[int, float]:
    size = len(wanted)
    scored = ((likeness(wanted, within[at : at + size]), -at) for at in places)
    best, at = max(scored, default=(0.0, 0))
    return -at, best
