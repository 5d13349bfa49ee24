"""Hushing: the sound the model makes before a sentence is taken away.

Out of a silence Kokoro often begins with a dull "uh" of a tenth of a second: 支出 was heard as 一支出. It ends where
the hiss of the first consonant begins, in the closure of a stop, or in a dip of the voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy

from accessibility.speech.neural.model import RATE
from accessibility.speech.neural.units import Unit

STEP = RATE // 100
"""10 ms, the step in which the sound is looked at."""
BEFORE, AFTER = 25, 2
"""Steps looked at before and behind the model's border of the first sound."""
SILENT = 0.001
STOPS = ("p", "t", "k", "b", "d", "ɡ")
HISSES = ("f", "s", "x", "ɕ", "ʂ", "ʦ", "ʨ", "ꭧ", "ʃ", "ʧ", "θ", "h", "pʰ", "tʰ", "kʰ")
DULL = 4
"""A step is dull when its energy below 1 kHz is so many times that above 2 kHz."""
DIP = 0.8
"""A dip of the voice is that deep, as a share of what was before."""
FADE = STEP // 2


def hushed(samples: Any, units: Sequence[Unit], begins: Sequence[int]) -> Any:
    """The sound of a sentence without what comes before each beginning; `begins` is the border of each unit."""
    clean = samples.copy()
    for number, (unit, border) in enumerate(zip(units, begins, strict=True)):
        if number == 0 or units[number - 1].after.strip():
            _hush(clean, unit.phonemes.lstrip("ˈˌ"), border)
    return clean


def _hush(samples: Any, sound: str, border: int) -> None:
    first = max(0, border - BEFORE * STEP)
    steps = samples[first : border + AFTER * STEP]
    steps = steps[: len(steps) // STEP * STEP].reshape(-1, STEP).astype(numpy.float64)
    levels = numpy.sqrt((steps**2).mean(axis=1))
    here = (border - first) // STEP
    quiet = [at for at in range(here) if levels[at] < SILENT]
    if not quiet or here - quiet[-1] <= 2:
        return
    silence = max(at for at in quiet if at < here)
    begin = _begin(sound, levels, _dull(steps), silence + 1, here)
    start = first + begin * STEP
    samples[first + silence * STEP : start] = 0
    samples[start : start + FADE] *= numpy.linspace(0, 1, FADE, dtype=numpy.float32)


def _dull(steps: Any) -> Any:
    power = numpy.abs(numpy.fft.rfft(steps * numpy.hanning(STEP), axis=1)) ** 2
    return power[:, :10].sum(axis=1) > DULL * power[:, 20:].sum(axis=1)


def _begin(sound: str, levels: Any, dull: Any, onset: int, here: int) -> int:
    """The step at which the first sound begins; `onset` is the first that is not silent, `here` the border."""
    if sound.startswith(HISSES):
        hiss = next((at for at in range(here + 1, max(onset, here - 8) - 1, -1) if not dull[at]), None)
        if hiss is not None:
            while hiss > onset and not dull[hiss - 1]:
                hiss -= 1
            return hiss
    if sound.startswith((*STOPS, *HISSES)):
        return _quietest(levels, max(onset, here - 8), here - 1)
    dip = _quietest(levels, max(onset, here - 7), here)
    before = levels[onset : dip + 1].max()
    return dip if levels[dip] < DIP * before else onset


def _quietest(levels: Any, start: int, end: int) -> int:
    return int(start + numpy.argmin(levels[start:end])) if end > start else start
