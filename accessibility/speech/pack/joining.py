"""Joining: pieces of sound faded into one another, with rests, each with the moment it begins."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence

FADE_S = 0.01
"""Two pieces without a rest between them overlap so long."""
EDGE_S = 0.004
"""Beside a rest: so short that no first sound is lost, long enough that nothing clicks."""
QUIET = 120
"""Samples below this are silence at the edges of a part of a clip."""
KEPT_S = 0.01
_ONE = 1 << 14


class Joint:
    """A sound that grows piece by piece."""

    def __init__(self, rate: int) -> None:
        """`rate` in samples a second."""
        self.samples: array[int] = array("h")
        self._rate = rate
        self._fade = _shares(int(rate * FADE_S))
        self._edge = _shares(int(rate * EDGE_S))
        self._rested = True

    def rest(self, seconds: float) -> None:
        """Silence, after which the next piece begins by itself."""
        if not self._rested and self.samples:
            _fade_out(self.samples, self._edge)
        self._rested = True
        if self.samples:
            self.samples += array("h", bytes(2 * round(seconds * self._rate)))

    def add(self, piece: Sequence[int]) -> int:
        """Put a piece behind what there is; the sample at which it begins."""
        fresh = array("h", piece)
        begins = len(self.samples)
        if self._rested or min(begins, len(fresh)) < len(self._fade):
            _fade_in(fresh, self._edge)
        else:
            begins -= len(self._fade)
            for at, (old, new) in enumerate(self._fade):
                mixed = (self.samples[begins + at] * old + fresh[at] * new) // _ONE
                fresh[at] = max(-32768, min(32767, mixed))
            del self.samples[begins:]
        self.samples += fresh
        self._rested = False
        return begins

    def close(self) -> array[int]:
        """The whole, its end faded."""
        if not self._rested:
            _fade_out(self.samples, self._edge)
        self._rested = True
        return self.samples


def quiet_edges(samples: Sequence[int], rate: int) -> tuple[int, int]:
    """First and last sample of what is not silence, a little of the silence kept."""
    kept, step = int(rate * KEPT_S), max(1, int(rate * 0.002))
    loud = [at for at in range(0, len(samples), step) if max(map(abs, samples[at : at + step])) > QUIET]
    if not loud:
        return 0, len(samples)
    return max(0, loud[0] - kept), min(len(samples), loud[-1] + step + kept)


def _shares(count: int) -> list[tuple[int, int]]:
    """Of the old and the new sound, of equal power together."""
    angles = [(at + 0.5) / count * math.pi / 2 for at in range(count)]
    return [(round(math.cos(angle) * _ONE), round(math.sin(angle) * _ONE)) for angle in angles]


def _fade_in(samples: array[int], shares: Sequence[tuple[int, int]]) -> None:
    for at, (_, new) in enumerate(shares[: len(samples)]):
        samples[at] = samples[at] * new // _ONE


def _fade_out(samples: array[int], shares: Sequence[tuple[int, int]]) -> None:
    for at, (_, new) in enumerate(shares[: len(samples)], 1):
        samples[-at] = samples[-at] * new // _ONE
