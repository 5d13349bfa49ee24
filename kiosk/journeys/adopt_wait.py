"""A wait that nobody can hurry: over when the time has passed and the voice has read the page to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from kiosk.journeys.adopt_words import still_s

TICK_S = 0.5
"""How often it is looked at."""


class Wait:
    """Runs once. `speaking` says whether the voice still reads; `changed` is called when what is told changes."""

    def __init__(
        self, seconds: float, now: Callable[[], datetime], speaking: Callable[[], bool], changed: Callable[[], None]
    ) -> None:
        self._now, self._speaking, self._changed = now, speaking, changed
        self.whole_s = seconds
        self._until = now() + timedelta(seconds=seconds)
        self.over = False
        """Once over, it stays so: what is said afterwards does not begin it again."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def left_s(self) -> float:
        """Seconds, 0 or more."""
        return max(0.0, (self._until - self._now()).total_seconds())

    async def aclose(self) -> None:
        """Stop looking."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        told = still_s(self.left_s)
        while self.left_s > 0 or self._speaking():
            await asyncio.sleep(TICK_S)
            step = still_s(self.left_s) if self.left_s > 0 else 0
            if step != told:
                told = step
                self._changed()
        self.over = True
        self._changed()
