"""A chain of engines: each text is made by the first one that can, so that the best voice speaks."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from typing import Protocol

from accessibility.speech.frames import Request
from accessibility.speech.health import Health
from accessibility.speech.maker import CannotSay, Made, Maker, Unavailable

LIMIT_S = 4.5
"""For one text, whatever hangs: its words are in the caption within five seconds."""
RESERVE_S = 0.6
"""So much of the limit is kept for each engine that comes later; a warm one needs a tenth of it."""
SETTLE_S = 1.0
"""So long after the first sound the other engines are started, so that they do not delay the first words."""


class Link(Maker, Protocol):
    """One engine of a chain."""

    @property
    def health(self) -> Health:
        """How it is."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever the health has changed."""


class Chain:
    """Several engines, the best first. One that cannot say a text, or rests after failures, is passed over.

    The first is started with the chain. The others cost nothing until the first text was made, or until the first
    could not make one; then each gets a child that waits.
    """

    def __init__(
        self,
        links: Sequence[Link],
        *,
        limit_s: float = LIMIT_S,
        reserve_s: float = RESERVE_S,
        settle_s: float = SETTLE_S,
    ) -> None:
        self.in_use = ""
        """Key of the engine that made the last text; empty before the first and when none could."""
        self._links = tuple(links)
        self._limit_s = limit_s
        self._reserve_s = reserve_s
        self._settle_s = settle_s
        self._hurry = asyncio.Event()
        self._warming: asyncio.Task[None] | None = None
        self._watchers: list[Callable[[], None]] = []
        for link in self._links:
            link.watch(self._changed)

    @property
    def health(self) -> tuple[Health, ...]:
        """How each engine is, the best first."""
        return tuple(link.health for link in self._links)

    def watch(self, changed: Callable[[], None]) -> None:
        """Call this whenever an engine's health or the engine in use has changed."""
        self._watchers.append(changed)

    async def start(self) -> None:
        """Start the best engine; speech works without this, only the first word comes later."""
        if self._links:
            await self._links[0].start()

    async def make(self, request: Request) -> Made:
        """The text as sound by the first that can. Raises what the last one raised, within `limit_s` seconds."""
        end = asyncio.get_running_loop().time() + self._limit_s
        problem: Exception = Unavailable("there is no speech engine")
        for place, link in enumerate(self._links):
            if self._still_starts(place):
                await link.start()
                continue
            try:
                async with asyncio.timeout_at(end - self._reserve_s * (len(self._links) - 1 - place)):
                    made = await link.make(request)
            except (Unavailable, CannotSay) as own:
                problem = own
            except TimeoutError:
                problem = Unavailable(f"{link.health.engine} took too long")
            else:
                self._use(made.engine)
                self._warm_others()
                return made
            self._warm_others(hurry=True)
        if isinstance(problem, Unavailable):
            self._use("")
        raise problem

    async def aclose(self) -> None:
        """End them all."""
        if self._warming:
            self._warming.cancel()
            await asyncio.wait({self._warming})
        await asyncio.gather(*(link.aclose() for link in self._links))

    def _still_starts(self, place: int) -> bool:
        """True for an engine that never greeted while a later one is ready: nobody waits for it to load."""
        own = self._links[place].health
        later = (link.health.state for link in self._links[place + 1 :])
        return own.state == "not_started" and not own.failures and "ok" in later

    def _use(self, engine: str) -> None:
        if engine != self.in_use:
            self.in_use = engine
            self._tell()

    def _changed(self) -> None:
        if self._links and self._links[0].health.state in ("resting", "absent"):
            self._warm_others(hurry=True)
        self._tell()

    def _tell(self) -> None:
        for changed in tuple(self._watchers):
            changed()

    def _warm_others(self, *, hurry: bool = False) -> None:
        if hurry:
            self._hurry.set()
        if self._warming is None and len(self._links) > 1:
            self._warming = asyncio.create_task(self._warm(), name="starting the other speech engines")

    async def _warm(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._settle_s):
                await self._hurry.wait()
        for link in self._links[1:]:
            await link.start()
