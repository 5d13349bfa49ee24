"""A playback that only keeps the time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class TimedPlayback:
    """Lasts as long as its sound, `speed` times as fast. `ended` is called once, at the end or the stop."""

    def __init__(self, seconds: float, speed: float, ended: Callable[[], None]) -> None:
        self._seconds = seconds
        self._speed = speed
        self._ended = ended
        self._clock = asyncio.get_running_loop().time
        self._began = self._clock()
        self._over = asyncio.Event()

    @property
    def position_s(self) -> float:
        """The time since it began, at its speed."""
        return min(self._seconds, (self._clock() - self._began) * self._speed)

    def stop(self) -> None:
        """End it."""
        if not self._over.is_set():
            self._over.set()
            self._ended()

    async def wait(self) -> None:
        """Return when its time is over or it was stopped."""
        left = self._seconds / self._speed - (self._clock() - self._began)
        try:
            await asyncio.wait_for(self._over.wait(), max(0.0, left))
        except TimeoutError:
            self.stop()
