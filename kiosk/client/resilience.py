"""How patient the client is: deadlines, pauses between attempts, and what may be asked twice."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """Times in seconds. A fault reaches the customer within `fault_s`; a slow answer within the deadline."""

    deadline_s: float = 8.0
    """For one question in all, every page and attempt of it included."""
    light_deadline_s: float = 4.0
    """For questions with small answers."""
    connect_s: float = 3.0
    fault_s: float = 4.5
    """By then there is a connection, or the bank is said to be away."""
    read_s: float = 10.0
    attempts: int = 4
    first_pause_s: float = 0.2
    longest_pause_s: float = 2.0
    stream_silence_s: float = 40.0
    """A stream without a heartbeat for so long is dead; the bank sends one every 15 s (API.md 2)."""
    stream_first_s: float = 5.0
    """A new stream that is silent for so long is held back on its way; the bank speaks as it opens one."""
    stream_longest_pause_s: float = 10.0
    jitter: Callable[[], float] = random.random
    """0 to 1."""

    def pause(self, attempt: int) -> float:
        """Seconds before attempt number `attempt` (the second is 1): full jitter under a doubling ceiling."""
        return self.jitter() * min(self.longest_pause_s, self.first_pause_s * 2.0 ** (attempt - 1))

    def stream_pause(self, failures: int) -> float:
        """Seconds before a stream is opened again after so many failures in a row: at least half of the ceiling."""
        ceiling = min(self.stream_longest_pause_s, self.first_pause_s * 2.0 ** min(failures, 16))
        return ceiling * (0.5 + self.jitter() / 2)


def may_repeat(method: str, key: str) -> bool:
    """Asking twice does no harm: GET, PUT and DELETE, and a POST with an idempotency key (API.md 3)."""
    return method in ("GET", "PUT", "DELETE") or bool(key)
