"""A chain of engines: each text is made by the first one that can, so that the best voice speaks."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from accessibility.speech.frames import Request
from accessibility.speech.maker import CannotSay, Made, Maker, Unavailable


class Chain:
    """Several makers, the best first. One that cannot say a text, or rests after failures, is passed over."""

    def __init__(self, makers: Sequence[Maker]) -> None:
        self._makers = tuple(makers)

    async def start(self) -> None:
        """Warm them up, the best first."""
        for maker in self._makers:
            await maker.start()

    async def make(self, request: Request) -> Made:
        """The text as sound by the first that can. Raises what the last one raised."""
        problem: Exception = Unavailable()
        for maker in self._makers:
            try:
                return await maker.make(request)
            except (Unavailable, CannotSay) as own:
                problem = own
        raise problem

    async def aclose(self) -> None:
        """End them all."""
        await asyncio.gather(*(maker.aclose() for maker in self._makers))
