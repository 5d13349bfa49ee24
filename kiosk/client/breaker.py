"""The breaker: after several questions without an answer, the bank is left in peace for a moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import ceil
from typing import Literal

import msgspec

BreakerState = Literal["closed", "open", "half-open"]


class BreakerStatus(msgspec.Struct, frozen=True):
    """What the breaker is doing. `closed` is the good state: questions go through."""

    state: BreakerState
    since: datetime
    wait_s: int = 0
    """Seconds until a question is let through again; 0 unless open."""


class Breaker:
    """Opens after `threshold` failed questions in a row, then lets one question through after a growing pause."""

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        threshold: int = 3,
        first_pause_s: float = 2.0,
        longest_pause_s: float = 15.0,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._clock, self._now, self._changed = clock, now, changed
        self._threshold, self._first_pause, self._longest_pause = threshold, first_pause_s, longest_pause_s
        self._failures = 0
        self._pause = first_pause_s
        self._opens_again_at = 0.0
        self._state: BreakerState = "closed"
        self._since = now()
        self._probing = False

    @property
    def status(self) -> BreakerStatus:
        """The state now, and since when."""
        wait = max(0, ceil(self._opens_again_at - self._clock())) if self._state == "open" else 0
        return BreakerStatus(self._state, self._since, wait)

    def lets_through(self) -> bool:
        """Whether a question may be asked now; in the half-open state exactly one may."""
        if self._state == "closed":
            return True
        if self._state == "open" and self._clock() >= self._opens_again_at:
            self._become("half-open")
        if self._state == "half-open" and not self._probing:
            self._probing = True
            return True
        return False

    def answered(self) -> None:
        """The bank answered, be it with a refusal."""
        self._failures, self._pause, self._probing = 0, self._first_pause, False
        self._become("closed")

    def failed(self) -> None:
        """The bank did not answer, or failed."""
        self._failures += 1
        if self._state == "half-open":
            self._pause = min(self._pause * 2, self._longest_pause)
        self._probing = False
        if self._state == "half-open" or (self._state == "closed" and self._failures >= self._threshold):
            self._opens_again_at = self._clock() + self._pause
            self._become("open")

    def given_up(self) -> None:
        """The question was withdrawn before an answer: nothing was learned."""
        self._probing = False

    def _become(self, state: BreakerState) -> None:
        if state != self._state:
            self._state, self._since = state, self._now()
            self._changed()
