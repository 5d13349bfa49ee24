"""Keys that came before the page they are meant for: a card held to the reader on the welcome page."""

from __future__ import annotations

from collections.abc import Callable

TOGETHER_S = 0.3
"""Keys that follow each other as fast as this come from a reader, or from a hand that types a number."""


class EarlyKeys:
    """Keeps what "any key" was, until it is clear whether a number began with it."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._keys = ""
        self._when = float("-inf")

    def missed(self, text: str) -> None:
        """No keypad was there for this key."""
        self._keys = self.due() + text
        self._when = self._clock()

    def due(self) -> str:
        """The keys right before the one that comes now; forgets them. Empty when that was a while ago."""
        keys, self._keys = self._keys, ""
        return keys if self._clock() - self._when <= TOGETHER_S else ""

    def __repr__(self) -> str:
        return "EarlyKeys()"
