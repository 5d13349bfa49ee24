"""The open journeys of a sitting, one on top of the other: back leads down, home to the bottom."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.journeys.journey import Journey
from kiosk.journeys.surroundings import Surroundings

Opener = Callable[[str, Surroundings, str], Journey]
"""Makes a journey that has not been entered yet, from its name, what it is handed, and its argument."""


class Stack:
    """Journeys by name. Whatever leaves it is closed."""

    def __init__(self, open_journey: Opener) -> None:
        self._open_journey = open_journey
        self._journeys: list[tuple[str, Journey]] = []

    def __len__(self) -> int:
        return len(self._journeys)

    @property
    def name(self) -> str:
        """The name of the one on top; empty when there is none."""
        return self._journeys[-1][0] if self._journeys else ""

    @property
    def top(self) -> Journey:
        """The one on top. Raises IndexError when there is none."""
        return self._journeys[-1][1]

    def push(self, name: str, around: Surroundings, argument: str = "") -> Journey:
        """Put a new journey on top; it is to be entered by the caller."""
        journey = self._open_journey(name, around, argument)
        self._journeys.append((name, journey))
        return journey

    async def clear_of(self, name: str) -> None:
        """Close the journey of that name with all above it, so that going on to it again does not pile up. The last
        stays, as it always does."""
        names = [known for known, _ in self._journeys]
        while name in names[1:] and len(self._journeys) > names.index(name, 1):
            await self.pop()

    async def pop(self) -> None:
        """Close the one on top, unless it is the last."""
        if len(self._journeys) > 1:
            await self._journeys.pop()[1].aclose()

    async def to_root(self, name: str, around: Surroundings) -> Journey:
        """Close everything above the journey of that name at the bottom, which is opened anew if it is another."""
        if self._journeys and self._journeys[0][0] == name:
            while len(self._journeys) > 1:
                await self.pop()
            return self.top
        await self.close()
        return self.push(name, around)

    async def close(self) -> None:
        """Close all."""
        while self._journeys:
            await self._journeys.pop()[1].aclose()
