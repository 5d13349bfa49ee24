"""When Python looks for garbage: only on the GUI thread, and only while no page is being turned.

A cyclic Qt object must not be destroyed on another thread, where the automatic collector may happen to run, and
a collection in the middle of a page turn is a delay the customer can feel.
"""

from __future__ import annotations

import asyncio
import gc
from types import TracebackType

QUIET_S = 0.5
"""A collection waits so long after the last page; another page puts it off."""


class GarbageDay:
    """Takes the collector over while it is open: `with GarbageDay() as garbage: … garbage.later()`."""

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None

    def __enter__(self) -> GarbageDay:
        gc.collect()
        gc.freeze()  # what the program itself is made of is not looked through again
        gc.disable()
        return self

    def later(self) -> None:
        """Something was thrown away: collect once it is quiet."""
        self._cancel()
        self._timer = asyncio.get_running_loop().call_later(QUIET_S, gc.collect)

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cancel()
        gc.unfreeze()
        gc.enable()

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
