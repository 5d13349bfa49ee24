"""Press to hear, then press to do: parts can be found without being set off (STANDARDS.md EN-22)."""

from __future__ import annotations

from typing import Literal

Answer = Literal["hear", "do", "nothing"]


class Exploring:
    """Keeps in mind what was heard last."""

    def __init__(self, again_s: float) -> None:
        """`again_s`: seconds after a lift in which the same place is not pressed again (EN-25)."""
        self._again_s = again_s
        self._heard: str | None = None
        self._lifted_s = float("-inf")

    def press(self, key: str, now_s: float) -> Answer:
        """A finger comes down on the control or the words with this key; "" for bare paper."""
        if key != self._heard:
            self._heard = key
            return "hear"
        return "nothing" if now_s - self._lifted_s < self._again_s else "do"

    def slide(self, key: str) -> bool:
        """The finger that listens slides on. True when there is something else under it now."""
        other, self._heard = key != self._heard, key
        return other

    def lift(self, now_s: float) -> None:
        """It is lifted."""
        self._lifted_s = now_s

    def forget(self) -> None:
        """Another page: what stands there must be heard first."""
        self._heard = None
