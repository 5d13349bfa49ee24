"""Stretching: speech slower or faster at the same pitch (synchronised overlap-add), quick enough in plain Python.

Blocks of the sound are laid one after the other, nearer together or farther apart than they were; each is moved by
up to 10 ms to where its wave continues the one before, and faded over.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from operator import mul

SLOWEST, FASTEST = 0.6, 1.8
"""Pace, 1 being as recorded; beyond these speech gets hard to follow."""
NOT_HEARD = 0.02
"""A pace this near to the recorded one is left."""
BLOCK_S = 0.03
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
    fade = [(at * 4096 // overlap) for at in range(overlap)]
    out = samples[:block]
    tail = samples[block : block + overlap]
    step, last = block * pace, len(samples) - block - overlap - search
    place = step
    while place < last:
        at = _best(samples, tail, int(place), search)
        out += _faded(tail, samples[at : at + overlap], fade)
        out += samples[at + overlap : at + block]
        tail = samples[at + block : at + block + overlap]
        place += step
    at = min(int(place), len(samples) - overlap)
    return out + _faded(tail, samples[at : at + overlap], fade) + samples[at + overlap :]


def _best(samples: array[int], tail: array[int], place: int, search: int) -> int:
    """Where near `place` the sound goes on most like `tail`."""
    coarse = tail[::COARSE]
    near = _best_of(samples, coarse, COARSE, range(max(0, place - search), place + search, COARSE))
    return _best_of(samples, coarse, COARSE, range(max(0, near - COARSE + FINE), near + COARSE, FINE))


def _best_of(samples: array[int], tail: Sequence[int], stride: int, places: range) -> int:
    length = len(tail) * stride
    found, highest = places.start, float("-inf")
    for at in places:
        piece = samples[at : at + length : stride]
        energy = sum(map(mul, piece, piece))
        likeness = sum(map(mul, piece, tail))
        score = likeness * abs(likeness) / (energy + 1)
        if score > highest:
            found, highest = at, score
    return found


def _faded(old: array[int], new: array[int], fade: Sequence[int]) -> array[int]:
    """From one to the other; the two are alike, so their shares add up to one."""
    return array("h", [a + ((b - a) * share >> 12) for a, b, share in zip(old, new, fade, strict=False)])
