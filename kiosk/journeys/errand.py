"""Errands: what the kiosk does for the customer while she waits, one at a time, and what may be left to itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from kiosk.client.errors import BankError

PATIENCE_S = 0.3
"""A page that takes longer than this shows "one moment" (DESIGN.md 3)."""


class Errand:
    """Runs one errand at a time. `waiting` is called when one takes long; `failed` for a failure nobody foresaw."""

    def __init__(self, *, waiting: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        self._waiting = waiting
        self._failed = failed
        self._task: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        """True while the customer waits for one."""
        return self._task is not None and not self._task.done()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Start one. The one before must have ended (see `end`)."""
        self._task = asyncio.get_running_loop().create_task(self._patiently(work))
        self._task.add_done_callback(self._report)

    async def settled(self) -> None:
        """Return when none is running."""
        if self._task is not None:
            await asyncio.wait({self._task})

    async def end(self) -> None:
        """Call off the one that is running, and wait until it is gone."""
        task, self._task = self._task, None
        if task is not None and not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _patiently(self, work: Coroutine[Any, Any, None]) -> None:
        patience = asyncio.get_running_loop().call_later(PATIENCE_S, self._waiting)
        try:
            await work
        finally:
            patience.cancel()

    def _report(self, task: asyncio.Task[None]) -> None:
        problem = None if task.cancelled() else task.exception()
        if isinstance(problem, Exception):
            self._failed(problem)


class SideErrands:
    """Errands nobody waits for, such as telling the bank goodbye. Held until they end; failures are reported."""

    def __init__(self, failed: Callable[[Exception], object]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Start one."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def end(self) -> None:
        """Call off all that still run."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        problem = None if task.cancelled() else task.exception()
        if isinstance(problem, Exception) and not isinstance(problem, BankError):
            self._failed(problem)
