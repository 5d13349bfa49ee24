"""Making sound ahead of time: while one piece sounds, the next is being made."""

from __future__ import annotations

import asyncio

from accessibility.speech.frames import Request
from accessibility.speech.maker import CannotSay, Made, Maker, Unavailable


class Ahead:
    """One sound in advance, no more: it may hold a balance, and the customer may go elsewhere."""

    def __init__(self, maker: Maker) -> None:
        self._maker = maker
        self._request: Request | None = None
        self._task: asyncio.Task[Made | None] | None = None

    async def make(self, request: Request) -> Made | None:
        """The sound of a request, perhaps already made; None when there is no speech for it."""
        self.prepare(request)
        task, self._task, self._request = self._task, None, None
        return await task if task else None

    def prepare(self, request: Request) -> None:
        """Begin to make it; another one made in advance is forgotten."""
        if request != self._request:
            self.forget()
            self._request = request
            self._task = asyncio.create_task(self._made(request), name="speech made in advance")

    def forget(self) -> None:
        """Drop what was made in advance."""
        if self._task:
            self._task.cancel()
        self._task = self._request = None

    async def _made(self, request: Request) -> Made | None:
        try:
            return await self._maker.make(request)
        except (Unavailable, CannotSay):
            return None
