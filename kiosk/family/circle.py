"""Telling the family for one request: whom, how it went, and whether somebody calls.

    telling ──▶ told ──▶ calling
       │
       └──▶ failed · limited (told often already)

It belongs to the sitting, like the help line: she sees on every page that a relative is involved.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date
from typing import Any, Literal

import msgspec

from kiosk.family.answers import answer_topic, answered
from kiosk.family.book import BookError, FamilyBook
from kiosk.family.limit import Limit
from kiosk.family.relative import Relative
from kiosk.family.vault import Vault, VaultError
from kiosk.notify import Message, Notifier

_LOG = logging.getLogger(__name__)

State = Literal["telling", "told", "failed", "limited", "calling"]
Compose = Callable[[Relative, bool], Message]
"""The message to a relative, in their language; whether it is urgent."""
COUNTDOWN_S = 10
"""Before the family is told of what is urgent: a touch by mistake frightens nobody."""
ANSWER_WITHIN_S = 1800.0
"""After half an hour nobody waits for an answer any more."""


class Told(msgspec.Struct, frozen=True):
    """How it stands with one relative."""

    relative: Relative
    state: State


class Circle:
    """The relatives of one home. `changed` is called whenever `told` or the book has changed."""

    def __init__(
        self,
        book: FamilyBook,
        vault: Vault,
        notifier: Notifier,
        limit: Limit,
        compose: Compose,
        *,
        today: Callable[[], date],
        changed: Callable[[], None] = lambda: None,
        listen: Callable[[str], Awaitable[None]] = answered,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._book, self._vault, self._notifier, self._limit = book, vault, notifier, limit
        self._compose, self._today, self._listen = compose, today, listen
        self.changed = changed
        self._pause = pause
        self._told: dict[str, Told] = {}
        self._counting: asyncio.Task[None] | None = None
        self.seconds_left = 0
        """Until the family is told of what is urgent; 0 while nothing is counted."""
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def told(self) -> tuple[Told, ...]:
        """Everybody who is involved in the present request."""
        return tuple(self._told.values())

    @property
    def unasked(self) -> tuple[Relative, ...]:
        """Who is set up but not agreed to, or not any more."""
        return tuple(one for one in self._book.relatives if not one.agreed(self._today()))

    @property
    def agreed(self) -> tuple[Relative, ...]:
        """Whom she agreed to, as of today."""
        return tuple(one for one in self._book.relatives if one.agreed(self._today()))

    def to_tell(self, *, urgent: bool) -> tuple[Relative, ...]:
        """Who would be told of a request now."""
        return tuple(one for one in self.agreed if one.wants(urgent=urgent))

    def agree(self, relative_id: str, until: date) -> bool:
        """She agrees on the screen. False when it could not be written: then it is not so."""
        return self._keep(lambda: self._book.agree(relative_id, until))

    def withdraw(self, relative_id: str) -> bool:
        """She does not agree any more. False when it could not be written."""
        return self._keep(lambda: self._book.withdraw(relative_id))

    def tell(self, *, urgent: bool) -> None:
        """Tell everybody who is to know. Returns at once; `told` says how it goes."""
        for relative in self.to_tell(urgent=urgent):
            known = self._told.get(relative.id)
            if known is None or known.state in ("failed", "limited"):
                self._tell_one(relative, urgent=urgent)
        self.changed()

    def tell_soon(self) -> None:
        """Tell of what is urgent after the countdown, unless she stops it. Nothing when there is nobody to tell."""
        if self.to_tell(urgent=True) and not self.seconds_left:
            self.seconds_left = COUNTDOWN_S
            self._counting = self._hold(self._count_down())
            self.changed()

    def tell_now(self) -> None:
        """She does not want to wait for the countdown."""
        self.stop()
        self.tell(urgent=True)

    def stop(self) -> None:
        """She stops the countdown: nobody is told."""
        self.seconds_left = 0
        if self._counting:
            self._counting.cancel()
            self._counting = None
        self.changed()

    def forget(self) -> None:
        """The request is over: nobody is involved any more."""
        self._told.clear()
        self.seconds_left = 0
        for task in self._tasks:
            task.cancel()

    async def aclose(self) -> None:
        """The sitting or the program ends."""
        tasks = tuple(self._tasks)
        self.forget()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _tell_one(self, relative: Relative, *, urgent: bool) -> None:
        if not self._limit.allows(relative.id, urgent=urgent):
            self._told[relative.id] = Told(relative, "limited")
            return
        self._limit.count(relative.id)
        self._told[relative.id] = Told(relative, "telling")
        self._hold(self._send(relative, urgent=urgent))

    async def _count_down(self) -> None:
        while self.seconds_left:
            await self._pause(1.0)
            self.seconds_left -= 1
            self.changed()
        self._counting = None
        self.tell(urgent=True)

    async def _send(self, relative: Relative, *, urgent: bool) -> None:
        try:
            address = await asyncio.to_thread(self._vault.get, relative.id)
        except VaultError as problem:
            _LOG.warning("a relative could not be told: %s", problem)
            address = ""
        topic = answer_topic(address)
        message = msgspec.structs.replace(self._compose(relative, urgent), answer_to=topic)
        sent = await self._notifier.send(address, message) if address else None
        if sent is None or not sent.ok:
            _LOG.warning("a relative could not be told: %s", sent.reason if sent else "no address")
            self._become(relative, "failed")
            return
        self._become(relative, "told")
        if topic:
            await self._wait_for_answer(relative, topic)

    async def _wait_for_answer(self, relative: Relative, topic: str) -> None:
        try:
            await asyncio.wait_for(self._listen(topic), ANSWER_WITHIN_S)
        except TimeoutError:
            return
        self._become(relative, "calling")

    def _become(self, relative: Relative, state: State) -> None:
        if relative.id in self._told:
            self._told[relative.id] = Told(relative, state)
            self.changed()

    def _keep(self, change: Callable[[], None]) -> bool:
        try:
            change()
        except (BookError, KeyError) as problem:
            _LOG.warning("the family book was not changed: %s", problem)
            return False
        self.changed()
        return True

    def _hold(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        problem = None if task.cancelled() else task.exception()
        if problem is not None:
            _LOG.error("telling a relative broke", exc_info=problem)
