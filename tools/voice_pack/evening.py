"""Evening out: one loudness for all clips, and within a sentence, which Kokoro ends much softer than it begins.

The last figure of an amount counts as much as its first, also for those who hear little.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy

from accessibility.speech.loudness import HIGHEST_PEAK, LEVEL
from accessibility.speech.neural.model import RATE

FRAME = RATE // 100
VOICED = 0.1
"""A frame is voiced when it is louder than this share of the loudest one nearby."""
NEIGHBOURS = 2
"""Units before and behind whose loudness is taken together: the stress of a word is kept."""
MOST = 5.0
"""The most a unit is made louder or softer than the others, as a factor."""


def evened(samples: Any, begins: Sequence[int]) -> Any:
    """A sentence, each part of it brought near to LEVEL; `begins` is the first sample of each unit."""
    edges = [*begins, len(samples)]
    own = [voiced_level(samples[start:end]) for start, end in pairwise(edges)]
    smooth = [_together(own[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]) for at in range(len(own))]
    loudest = max(smooth, default=0.0)
    gains = [LEVEL / max(level, loudest / MOST, 1e-4) for level in smooth]
    middles = [(start + min(end, start + RATE)) / 2 for start, end in pairwise(edges)]
    return samples * numpy.interp(numpy.arange(len(samples)), middles, gains).astype(numpy.float32)


def gain(samples: Any) -> float:
    """The factor that brings a clip to LEVEL, its highest peak no higher than allowed."""
    level, peak = voiced_level(samples), float(numpy.abs(samples).max(initial=0))
    return min(LEVEL / level, HIGHEST_PEAK / peak) if level else 1.0


def voiced_level(samples: Any) -> float:
    """Root mean square of what is voiced, silence left out."""
    whole = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME).astype(numpy.float64)
    if not len(whole):
        return float(numpy.sqrt((samples.astype(numpy.float64) ** 2).mean())) if len(samples) else 0.0
    power = (whole**2).mean(axis=1)
    voiced = power[power >= power.max() * VOICED**2]
    return float(numpy.sqrt(voiced.mean()))


def _together(levels: Sequence[float]) -> float:
    return float(numpy.sqrt(numpy.mean(numpy.square(levels))))
