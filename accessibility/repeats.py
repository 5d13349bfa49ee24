"""Repeats: the first time word for word, and when she asks again, slower."""

from __future__ import annotations

PACES = (1.0, 0.8, 0.64)
"""Shares of the rate in force. Nothing slower: slower is not always better (STANDARDS.md RS-16)."""
AGAIN_S = 20.0
"""Who asks again within so many seconds of the last word has not understood; later it is a new question."""
LONGER_PAUSE = 1.5
"""So many times longer are the pauses of what is said slower."""


class Repeats:
    """Counts how often the same page was asked for."""

    def __init__(self) -> None:
        self._times = 0

    def next_pace(self, quiet_s: float) -> float:
        """The pace of the repeat now asked for, when it has been quiet for so many seconds."""
        if quiet_s > AGAIN_S:
            self._times = 0
        pace = PACES[min(self._times, len(PACES) - 1)]
        self._times += 1
        return pace

    def forget(self) -> None:
        """Something else was done: the next one is a first one."""
        self._times = 0
