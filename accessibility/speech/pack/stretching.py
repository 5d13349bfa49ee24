"""Stretching: speech slower or faster at the same pitch (synchronised overlap-add), quick enough in plain Python.

Blocks of the sound are laid one after the other, nearer together or farther apart than they were; each is moved by
up to 10 ms to where its wave continues the one before, and faded over.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from operator import mul

SLOWEST, FASTEST = 0.6, 1.8
"""Pace, 1 being as recorded; beyond these speech gets hard to follow."""
NOT_HEARD = 0.02
"""A pace this near to the recorded one is left."""
BLOCK_S = 0.04
OVERLAP_S = 0.01
SEARCH_S = 0.01
"""How far a block may be moved: the period of a voice of 100 Hz."""
COARSE, FINE = 12, 4
"""Samples between two that are compared, and between two places that are tried."""


def stretched(samples: array[int], rate: int, pace: float) -> array[int]:
    """The sound said at `pace` times its own (clamped to SLOWEST … FASTEST). `rate` in samples a second."""
    pace = min(max(pace, SLOWEST), FASTEST)
    block, overlap, search = (int(rate * seconds) for seconds in (BLOCK_S, OVERLAP_S, SEARCH_S))
    if abs(pace - 1) <= NOT_HEARD or len(samples) < 2 * (block + overlap + search):
        return samples
    likest = _Likest(samples, search)
    fade = [(at * 4096 // overlap) for at in range(overlap)]
    out = samples[:block]
    tail = samples[block : block + overlap]
    step, last = block * pace, len(samples) - block - overlap - search
    place = step
    while place < last:
        at = likest.near(int(place), tail)
        out += _faded(tail, samples[at : at + overlap], fade)
        out += samples[at + overlap : at + block]
        tail = samples[at + block : at + block + overlap]
        place += step
    at = min(int(place), len(samples) - overlap)
    return out + _faded(tail, samples[at : at + overlap], fade) + samples[at + overlap :]


class _Likest:
    """Finds where a sound goes on most like the end of another block. Every twelfth sample is enough to see that."""

    def __init__(self, samples: array[int], search: int) -> None:
        self._samples = samples
        self._search = search
        self._thin = samples[::COARSE]
        self._energy: list[int] = [0, *accumulate(map(mul, self._thin, self._thin))]
        """Up to each sample of the thinned sound."""

    def near(self, place: int, tail: array[int]) -> int:
        """The first sample of the likest stretch, at most `search` samples from `place`."""
        coarse = tail[::COARSE]
        first, last = max(0, place - self._search) // COARSE, (place + self._search) // COARSE
        at = max(range(first, last), key=partial(self._thin_likeness, coarse)) * COARSE
        return max(range(max(0, at - COARSE + FINE), at + COARSE, FINE), key=partial(self._likeness, coarse))

    def _thin_likeness(self, tail: Sequence[int], at: int) -> float:
        end = at + len(tail)
        product: int = sum(map(mul, self._thin[at:end], tail))
        return product * abs(product) / (self._energy[min(end, len(self._thin))] - self._energy[at] + 1)

    def _likeness(self, tail: Sequence[int], at: int) -> float:
        piece = self._samples[at : at + len(tail) * COARSE : COARSE]
        product: int = sum(map(mul, piece, tail))
        energy: int = sum(map(mul, piece, piece))
        return product * abs(product) / (energy + 1)


def _faded(old: array[int], new: array[int], fade: Sequence[int]) -> array[int]:
    """From one to the other; the two are alike, so their shares add up to one."""
    return array("h", [a + ((b - a) * share >> 12) for a, b, share in zip(old, new, fade, strict=False)])
