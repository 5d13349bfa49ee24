"""After how long who is called: the times of the escalation clock. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CLOCKED: Final = ("waiting", "accepted", "held")
"""The states in which the clock runs: with her, nobody needs to be called."""
MANAGER: Final = 2
"""The level at which the manager and the second channel are called."""


@dataclass(frozen=True)
class Limits:
    """Seconds until somebody is called (issue 6: 60 and 180)."""

    all_s: float = 60.0
    """Unclaimed for so long: all staff."""
    manager_s: float = 180.0
    """Unclaimed for so long: the manager and the second channel."""
    held_s: float = 300.0
    """Put aside, or accepted without anybody arriving, for so long: all staff again."""
    every_s: float = 1.0
    """How often it is looked."""

    def level(self, state: str, waited_s: float) -> int:
        """The level due in a state after so many seconds in it: 0, 1 or 2."""
        if state not in CLOCKED:
            return 0
        first = self.all_s if state == "waiting" else self.held_s
        second = first + max(0.0, self.manager_s - self.all_s)
        return (waited_s >= first) + (waited_s >= second)
