"""A pointer that rests on a control chooses it."""

from __future__ import annotations


class Resting:
    """Counts how long the pointer is on one control. What it has chosen must be left before it can be chosen again."""

    def __init__(self, rest_s: float) -> None:
        self._rest_s = rest_s
        self._key = ""
        self._since_s = 0.0
        self._spent = ""

    @property
    def since_s(self) -> float:
        """When the pointer came to where it is."""
        return self._since_s

    @property
    def counts(self) -> bool:
        """Whether something is going to be chosen if the pointer stays."""
        return bool(self._key) and self._key != self._spent

    def over(self, key: str, now_s: float) -> bool:
        """The pointer is on the control with this key, "" for none. True when it has just come there."""
        if key == self._key:
            return False
        self._key, self._since_s, self._spent = key, now_s, ""
        return bool(key)

    def due(self, now_s: float) -> str:
        """Key of the control that is chosen now; "" while none is."""
        if not self.counts or now_s - self._since_s < self._rest_s:
            return ""
        self._spent = self._key
        return self._key

    def turned(self, now_s: float) -> None:
        """Another page came under the pointer: what it happens to be on is not chosen before the pointer has moved."""
        self._spent = self._key
        self._since_s = now_s
