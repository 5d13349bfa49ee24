"""How often one relative is told: enough for every need, never so often that it is no longer read."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

WITHIN_S = 3600.0
MOST_WITHIN = 4
APART_S = 60.0


class Limit:
    """Counts what one relative was told. `clock` gives seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._told: dict[str, deque[float]] = {}

    def allows(self, relative_id: str, *, urgent: bool) -> bool:
        """Whether they may be told now; what is urgent may always be told, but not twice within a minute."""
        told, now = self._recent(relative_id), self._clock()
        if told and now - told[-1] < APART_S:
            return False
        return urgent or len(told) < MOST_WITHIN

    def count(self, relative_id: str) -> None:
        """They were told just now."""
        self._recent(relative_id).append(self._clock())

    def _recent(self, relative_id: str) -> deque[float]:
        told = self._told.setdefault(relative_id, deque())
        while told and self._clock() - told[0] >= WITHIN_S:
            told.popleft()
        return told
