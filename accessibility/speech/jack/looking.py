"""One look at the jack, for the doctor."""

from __future__ import annotations

import asyncio
import contextlib

from accessibility.speech.jack.jack import Jack, JackState

PATIENCE_S = 1.5
"""An audio server answers within a tenth of it."""


class _Told:
    """Remembers that the jack has answered."""

    def __init__(self) -> None:
        self.answered = asyncio.Event()

    def stirred(self) -> None:
        """Not yet an answer."""

    def settled(self, _state: JackState) -> None:
        """It is known now."""
        self.answered.set()


async def jack_now(jack: Jack) -> JackState:
    """Whether a headset is in, as far as the jack knows within PATIENCE_S seconds. The jack is closed then."""
    told = _Told()
    jack.watch(told)
    await jack.start()
    try:
        if jack.state == "unknown":
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_S):
                    await told.answered.wait()
        return jack.state
    finally:
        await jack.aclose()
