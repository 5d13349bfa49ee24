"""The loop of the windows finishes what asyncio's own loops finish."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.qt_loop import qt_runner


@pytest.mark.filterwarnings("error")
def test_an_abandoned_generator_is_finished_by_the_loop(qapp: QApplication) -> None:
    finished: list[str] = []

    async def story() -> None:
        over = asyncio.Event()

        async def stream() -> AsyncIterator[int]:
            try:
                yield 1
            finally:
                await asyncio.sleep(0)
                finished.append("stream")
                over.set()

        async for _ in stream():
            break
        gc.collect()
        async with asyncio.timeout(5):
            await over.wait()

    with qt_runner(qapp) as runner:
        runner.run(story())
    assert finished == ["stream"]
