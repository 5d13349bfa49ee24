"""Wandering: from a page along every way it offers and back, so that no page has to be told to the tour by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator

from accessibility.screen import Choices, Finding, Notice, Rows, Screen

NOT_FOLLOWED = ("back", "home", "help", "leave", "topic", "assist", "cancel", "call", "as_it_was", "still_there")
"""Ways that end the visit, call somebody, or take something back: the route goes them on its own."""
LAST = ("decline",)
"""Ways from which there is no way back are followed after the others."""
OF_A_KIND = 2
"""Of ways of one kind that lead to the same page, such as accounts, so many are followed."""
OFTEN_ENOUGH = 3
"""From a page met so often no further way is followed."""


class Wanderer:
    """Goes and comes back. `act` does one action and waits, `shown` is the page on show, `take` takes it down."""

    def __init__(
        self, act: Callable[[str], Awaitable[None]], shown: Callable[[], Screen], take: Callable[[], None]
    ) -> None:
        self._act, self._shown, self._take = act, shown, take
        self._met: Counter[str] = Counter()

    async def wander(self, depth: int) -> None:
        """Follow every way of the page on show, `depth` pages deep. Ends where there is no way back."""
        start = self._shown()
        led: Counter[tuple[str, str]] = Counter()
        for way in ways_of(start):
            kind = way.partition(":")[0]
            if any(known == kind and times >= OF_A_KIND for (known, _), times in led.items()):
                continue
            await self._act(way)
            there = self._shown()
            led[kind, there.key] += 1
            if there.key == start.key:
                start = there
                continue
            self._met[there.key] += 1
            self._take()
            if depth > 1 and self._met[there.key] < OFTEN_ENOUGH:
                await self.wander(depth - 1)
            if not await self._back(start.key):
                return

    async def _back(self, key: str) -> bool:
        for _ in range(2):
            if self._shown().key == key:
                return True
            await self._act("back")
        return self._shown().key == key


def ways_of(screen: Screen) -> list[str]:
    """Keys that may lead to another page: tiles and rows that keep no state, findings, notices, pages of a list."""
    ways = [key for key in dict.fromkeys(_keys(screen)) if key and key.partition(":")[0] not in NOT_FOLLOWED]
    return sorted(ways, key=lambda key: key in LAST)


def _keys(screen: Screen) -> Iterator[str]:
    for block in screen.blocks:
        if isinstance(block, Choices):
            yield from (tile.key for tile in block.tiles if tile.selected is None)
        elif isinstance(block, Rows):
            yield from (row.action for row in block.rows)
        elif isinstance(block, Finding | Notice) and block.action:
            yield block.action.key
