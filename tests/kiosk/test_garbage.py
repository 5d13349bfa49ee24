"""Garbage is collected on the thread of the loop, and only when it is quiet."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref

from kiosk.garbage import GarbageDay


class Knot:
    """Something only the collector can free."""

    def __init__(self) -> None:
        self.self = self


async def test_no_other_thread_ever_collects() -> None:
    collected: list[int] = []

    def note(phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            collected.append(threading.get_ident())

    def litter() -> None:
        for _ in range(20_000):
            Knot()

    with GarbageDay() as garbage:
        gc.callbacks.append(note)
        try:
            await asyncio.to_thread(litter)
            assert collected == []
            garbage.later()
            async with asyncio.timeout(10):
                while not collected:
                    await asyncio.sleep(0.01)
        finally:
            gc.callbacks.remove(note)
    assert set(collected) == {threading.get_ident()}
    assert gc.isenabled()


async def test_pages_in_a_row_put_it_off() -> None:
    with GarbageDay() as garbage:
        knot = weakref.ref(Knot())
        for _ in range(5):
            garbage.later()
            await asyncio.sleep(0)
        assert knot() is not None
        async with asyncio.timeout(10):
            while knot() is not None:
                await asyncio.sleep(0.01)
