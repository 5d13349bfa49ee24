"""The help desk's own tasks: begun with the server, ended with it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Final

LOG: Final = logging.getLogger(__name__)


class HelpWatch:
    """Holds, reports and ends tasks that run as long as the server does."""

    def __init__(self, *works: Callable[[], Coroutine[object, object, None]]) -> None:
        self._works = works
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        """Start them in the running loop. Twice is once."""
        if not self._tasks:
            self._tasks = [asyncio.get_running_loop().create_task(work()) for work in self._works]

    async def end(self) -> None:
        """Cancel them and wait until they are gone."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                LOG.error("a task of the help desk failed", exc_info=outcome)
