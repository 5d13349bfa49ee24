"""How long it will be until somebody comes: from how long it really took, or nothing when nobody can say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

FEWEST: Final = 5
"""With fewer times than this nothing is said."""


def wait_range(samples: Sequence[float], place: int, staff: int, waited_s: float) -> list[int]:
    """Least and most seconds until somebody comes to the one at `place` (1 is next); empty when nobody can say.

    `samples` are the seconds from asking to arriving of recent tickets. With `staff` people at work, the one at
    `place` is served in round ceil(place / staff), and each round is taken to last as long as a whole wait did: a
    cautious guess. Of the waits longer than hers up to now, what was left of them counts: the median is the least,
    the 80th percentile (nearest rank) the most. Nobody at work, fewer than five samples, or a wait already longer
    than all but four of them: empty.
    """
    if place < 1 or staff < 1 or len(samples) < FEWEST:
        return []
    rounds = math.ceil(place / staff)
    left = sorted(each * rounds - waited_s for each in samples if each * rounds > waited_s)
    if len(left) < FEWEST:
        return []
    return [round(percentile(left, 50)), round(percentile(left, 80))]


def percentile(ordered: Sequence[float], percent: int) -> float:
    """The nearest-rank percentile of values in rising order; there is at least one."""
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
