"""A lobby with a loudspeaker, and somebody who watches the jack."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from accessibility.speech.jack.jack import JackState
from tests.accessibility.speech.jack.lobby import Lobby


class Watcher:
    """Notes what the jack tells, and when."""

    def __init__(self) -> None:
        self.told: list[tuple[float, str]] = []
        self._news = asyncio.Event()

    def stirred(self) -> None:
        self._note("stirred")

    def settled(self, state: JackState) -> None:
        self._note(state)

    def words(self) -> list[str]:
        return [word for _, word in self.told]

    async def until(self, word: str) -> float:
        """Wait until the last thing told is this one; when it was told."""
        async with asyncio.timeout(10):
            while not self.told or self.told[-1][1] != word:
                self._news.clear()
                await self._news.wait()
        return self.told[-1][0]

    def _note(self, word: str) -> None:
        self.told.append((time.monotonic(), word))
        self._news.set()


@pytest.fixture
async def lobby(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Lobby]:
    made = Lobby(tmp_path)
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    try:
        await made.open()
        yield made
    finally:
        await made.close()


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()
