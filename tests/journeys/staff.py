"""The lobby in the same test: the real room of the staff window, looking at the same bank."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from accessibility.screen import Screen
from kiosk.client.address import Address
from kiosk.client.found import FoundBank
from kiosk.staff.room import Room
from tests.journeys.watch import SOON_S
from tests.kiosk.journeys.promises import controls


class Staff:
    """Somebody at the lobby's PC."""

    def __init__(self, bank: FoundBank | Address, lang: str = "zh_CN", badge: str = "") -> None:
        self.screens: list[Screen] = []
        self._news = asyncio.Event()
        self.room = Room(bank=bank, badge=badge, lang=lang, show=self._shown, now=lambda: datetime.now().astimezone())

    @property
    def page(self) -> Screen:
        """The page on show."""
        return self.screens[-1]

    async def until(self, true: Callable[[Screen], bool], what: str = "") -> Screen:
        """Wait for a page."""
        try:
            async with asyncio.timeout(SOON_S):
                while not (self.screens and true(self.page)):
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"waited for {what or true}; there is {self.screens and self.page}") from None
        return self.page

    async def offered(self, beginning: str) -> str:
        """Wait until something is offered whose key begins so, and give the key."""
        page = await self.until(lambda page: any(k.startswith(beginning) for k in controls(page)), beginning)
        return next(key for key in controls(page) if key.startswith(beginning))

    async def press(self, beginning: str) -> str:
        """Wait until it is offered, and press it."""
        key = await self.offered(beginning)
        await self.room.act(key, "")
        return key

    def _shown(self, screen: Screen) -> None:
        self.screens.append(screen)
        self._news.set()


@asynccontextmanager
async def on_duty(bank: FoundBank | Address | Path, lang: str = "zh_CN", badge: str = "") -> AsyncIterator[Staff]:
    """The room lives until the block ends; a failure of it is raised."""
    staff = Staff(FoundBank(bank) if isinstance(bank, Path) else bank, lang, badge)
    living = asyncio.create_task(staff.room.live())
    try:
        yield staff
    finally:
        living.cancel()
        done = await asyncio.gather(living, return_exceptions=True)
        for end in done:
            if isinstance(end, Exception):
                raise end
